/* The slides of a document as a show has them, each with the answers to what it asks. */
#pragma once

#include "session.h"
#include "slide-answers.h"

G_BEGIN_DECLS

/**
 * NidaShowSlide:
 *
 * @newer: what the document has since the board of one of its charts was changed, or %NULL
 * @answers: to @slide; %NULL where it was not asked
 * @stale: @answers are of earlier data
 * @asking: others are on their way
 */
typedef struct {
  char             *id;
  NidaSlide        *slide, *newer;
  NidaSlideAnswers *answers;
  gboolean          stale, asking;
} NidaShowSlide;

void           nida_show_slide_answer     (NidaShowSlide *self, NidaSlideAnswers *answers);

/* (element-type NidaShowSlide), transfer full. @before: (nullable): what was shown of them so far; a chart that follows a board
 * stays as it is there, and what asks the same keeps its answers. */
GPtrArray     *nida_show_list_new         (NidaSession *session, GPtrArray *before);
/* A copy, each slide as the document has it, without answers; @list may be changed then, and the copy be used in any thread. */
GPtrArray     *nida_show_list_copy_newest (GPtrArray *list);
/* @list may be NULL. */
NidaShowSlide *nida_show_list_find        (GPtrArray *list, const char *id);
gboolean       nida_show_list_equal       (GPtrArray *a, GPtrArray *b);

/* --- what waits --- */

gboolean       nida_show_list_waits       (GPtrArray *list);
/* Which slides it is; NULL where it is none; transfer full. */
char          *nida_show_list_dup_waiting (GPtrArray *list, NidaLanguage *language);
/* What waits is shown. */
void           nida_show_list_take        (GPtrArray *list);

/* --- answers --- */

/* The data are others: all answers are stale, but for those of @ready (nullable), a copy of the slides that was asked. */
void           nida_show_list_doubt       (GPtrArray *list, GPtrArray *ready);

/* Asks all of @list, a copy which it takes, on a thread; then they have their answers. */
void           nida_show_list_ask_async   (GPtrArray *list, NidaLocalEngine *engine, NidaColorMap *colors, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
/* transfer full; NULL when it was cancelled. */
GPtrArray     *nida_show_list_ask_finish  (GAsyncResult *result, GError **error);

G_END_DECLS
