/* What the data answer to a chart that is being made: asked in one go, in any thread, and put in place as a whole. */
#pragma once

#include "fit.h"

G_BEGIN_DECLS

/**
 * NidaDraftAnswer:
 *
 * @spec: what was asked, with the filters of the board in its question
 * @cubes: for nida_chart_build(), or %NULL with @error in words
 * @subject: what kinds of charts are judged by · @freed, @freed_subject: the same without the year that a chart of needs was given,
 * for kinds that let go of it; @freed NULL where there is none
 * @names: of the first field of @spec, without any filter; @largest: under those of @spec; %NULL where it has none
 */
typedef struct {
  NidaLocalEngine *engine;
  NidaChartSpec   *spec;
  GPtrArray       *cubes;
  char            *error;
  NidaSubject      subject, freed_subject;
  NidaChartSpec   *freed;
  NidaCube        *names, *largest;
} NidaDraftAnswer;

/* Takes @spec, and @freed or NULL; nothing is asked yet. */
NidaDraftAnswer *nida_draft_answer_new    (NidaLocalEngine *engine, NidaChartSpec *spec, NidaChartSpec *freed);
/* Asks, and waits. */
void             nida_draft_answer_ask    (NidaDraftAnswer *self);
/* Does it answer @spec of @engine, too? Only words, notes, colours and the like are other then. */
gboolean         nida_draft_answer_serves (const NidaDraftAnswer *self, NidaLocalEngine *engine, const NidaChartSpec *spec);
void             nida_draft_answer_free   (NidaDraftAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaDraftAnswer, nida_draft_answer_free)

G_END_DECLS
