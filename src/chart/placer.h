/* Where words may still stand: boxes that are taken, so that no label covers another or a mark. Private to chart/. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

/* @bounds: nothing is placed outside it. @taken: (element-type NidaBox) */
typedef struct {
  NidaBox  bounds;
  GArray  *taken;
} NidaPlacer;

void     nida_placer_init    (NidaPlacer *self, NidaBox bounds);
void     nida_placer_clear   (NidaPlacer *self);
void     nida_placer_take    (NidaPlacer *self, NidaBox box);
gboolean nida_placer_is_free (const NidaPlacer *self, NidaBox box);
gboolean nida_placer_try     (NidaPlacer *self, NidaBox box);
gboolean nida_boxes_overlap  (NidaBox a, NidaBox b);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NidaPlacer, nida_placer_clear)

G_END_DECLS
