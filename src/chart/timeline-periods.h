/* Which periods a timeline shows: the step, and from when the past is gathered in one column. Private to chart/. */
#pragma once

#include "timeline-data.h"

G_BEGIN_DECLS

/**
 * NidaStepPlan:
 *
 * @fits: the columns can be told apart and named
 * @first_kept: first day that has a column of its own; what lies before it is gathered
 */
typedef struct {
  gboolean empty;
  gboolean fits;
  gint32   first_kept;
  gint32   last_day;
} NidaStepPlan;

NidaPeriod   nida_period_at        (gint32 day, NidaStep step, guint fiscal_start);
gboolean     nida_period_fits_step (NidaPeriod period, NidaStep step, guint fiscal_start);
void         nida_step_extent      (GArray *slots, gint32 *first, gint32 *last);
NidaStepPlan nida_step_plan        (GArray *slots, gint32 first, gint32 last, NidaStep step, guint fiscal_start,
                                    guint max_slots, gboolean may_gather);

/* timeline-slots.c */
void         nida_timeline_slot_init  (NidaTimelineSlot *slot, NidaPeriod period);
void         nida_timeline_read_slots (NidaTimeline *self, GArray *groups, const NidaStepPlan *plan);

G_END_DECLS
