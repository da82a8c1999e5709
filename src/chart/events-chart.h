/* What happened and what is planned: the events of a question, with and without a date. Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

typedef struct {
  NidaRecipe   *recipe;
  NidaLanguage *language;
  GPtrArray    *dated;        /* const NidaFact *, by time */
  GPtrArray    *undated;
  guint         n_planned;
} NidaEvents;

NidaEvents *nida_events_new         (NidaRecipe *recipe);
void        nida_events_free        (NidaEvents *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaEvents, nida_events_free)

char       *nida_events_title       (const NidaEvents *self);
char       *nida_events_subtitle    (const NidaEvents *self);
char       *nida_events_description (const NidaEvents *self);
void        nida_events_table       (const NidaEvents *self);
NidaMark   *nida_events_mark        (const NidaEvents *self, const NidaFact *fact);
/* "held", in the language that the thread speaks; NULL when it is not said. */
const char *nida_events_state       (const NidaFact *fact);
/* "11 Feb 2024: Workshop" */
char       *nida_event_words        (NidaLanguage *language, const NidaFact *fact);
char       *nida_event_brief        (NidaLanguage *language, const NidaFact *fact);

G_END_DECLS
