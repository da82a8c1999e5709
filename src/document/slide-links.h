/* Charts of slides that follow a chart of a board. A slide holds a copy of it, and the change of the board that makes the chart
 * another one changes the copies too: one step for undo, and whoever reads a slide needs no board. */
#pragma once

#include "arrangement.h"
#include "document.h"
#include "slide.h"

G_BEGIN_DECLS

/* Within a change of @document: what stood on @board as @before stands there as @after, under @choices (see NidaSlideChart). A
 * chart that is gone, all of them where @after is NULL, stays on the slides as it was and follows no more. */
void     nida_slide_links_follow (NidaDocument *document, const char *board, NidaArrangement *before, NidaArrangement *after,
                                  NidaQuery *choices);
/* The same of one slide; FALSE where nothing of it is another. */
gboolean nida_slide_links_update (NidaSlide *slide, const char *board, NidaArrangement *before, NidaArrangement *after, NidaQuery *choices);
/* Where on @board @chart is: the same one, or else one that asks alike, maybe of another year; G_MAXUINT where there is none. */
guint    nida_slide_links_find   (NidaArrangement *board, const NidaSlideChart *chart);
/* A change of @document that no person makes: @board, which is as the data call for, is @present since they were read anew. What is
 * not on it any more stays as it was, and follows again when it comes back. */
void     nida_slide_links_recompose (NidaDocument *document, const char *board, NidaArrangement *present);

/* @slide while the change of a board is not let in: what follows boards is as @shown has it, all else as it is. FALSE where nothing
 * is held back. */
gboolean nida_slide_links_hold     (NidaSlide *slide, const NidaSlide *shown);
/* Have both the same answers? */
gboolean nida_slide_links_ask_same (const NidaSlide *a, const NidaSlide *b);

G_END_DECLS
