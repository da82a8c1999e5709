/* The answers to all that a slide asks: made once, in any thread, and drawn in any language, size and step. */
#pragma once

#include "local-engine.h"
#include "slide.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @spec: what was asked; @cubes is NULL where it could not be answered, and then @error says why. */
typedef struct {
  NidaChartSpec *spec;
  GPtrArray     *cubes;
  char          *error;
} NidaSlideAnswer;

/* @charts, @figures: (element-type NidaSlideAnswer): as those of the slide */
typedef struct {
  GPtrArray      *charts, *figures;
  gatomicrefcount ref_count;
} NidaSlideAnswers;

/* Asks @engine and waits. @colors: (nullable): which names have hues, see nida_board_set_colors(). */
NidaSlideAnswers *nida_slide_answers_ask        (const NidaSlide *slide, NidaLocalEngine *engine, NidaColorMap *colors);
/* The same on a thread of its own. */
void              nida_slide_answers_ask_async  (const NidaSlide *slide, NidaLocalEngine *engine, NidaColorMap *colors, GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer user_data);
NidaSlideAnswers *nida_slide_answers_ask_finish (GAsyncResult *result, GError **error);
/* Before @self, which is about to take the place of @before on the same slide, is drawn: its charts keep the order of their names. */
void              nida_slide_answers_keep_order (NidaSlideAnswers *self, NidaSlideAnswers *before);
NidaSlideAnswers *nida_slide_answers_ref        (NidaSlideAnswers *self);
void              nida_slide_answers_unref      (NidaSlideAnswers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaSlideAnswers, nida_slide_answers_unref)

G_END_DECLS
