/* The sentences of a timeline: its message, its note, its description, and the table. Private to chart/. */
#pragma once

#include "timeline-data.h"

G_BEGIN_DECLS

/* timeline-chosen.c; NULL where nothing is chosen beside the rest */
char *nida_timeline_chosen_title (NidaRecipe *recipe, const NidaTimeline *data);
char *nida_timeline_title       (NidaRecipe *recipe, const NidaTimeline *data);
char *nida_timeline_subtitle    (NidaRecipe *recipe, const NidaTimeline *data);
/* NULL when there is nothing to note. @requirement_above: the requirement lies above the scale. */
char *nida_timeline_note        (NidaRecipe *recipe, const NidaTimeline *data, gboolean requirement_above);
char *nida_timeline_description (NidaRecipe *recipe, const NidaTimeline *data);
void  nida_timeline_table       (NidaRecipe *recipe, NidaTimeline *data);

/* "February 2026", "before May 2025", "without a date" */
char *nida_timeline_slot_name   (NidaRecipe *recipe, const NidaTimeline *data, const NidaTimelineSlot *slot);
char *nida_timeline_amount      (NidaRecipe *recipe, NidaMeasure measure, NidaMoney value);
/* "about $70 million" */
char *nida_timeline_stated      (NidaRecipe *recipe, const NidaFact *fact);

G_END_DECLS
