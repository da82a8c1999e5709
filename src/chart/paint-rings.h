/* What points marks out over a scene, and leaves its words whole. Private to chart/. */
#pragma once

#include "painter.h"

G_BEGIN_DECLS

/* A ring around each of both; NULL for none. */
void nida_paint_rings (NidaPainter *painter, NidaScene *scene, const NidaNode *selected, const NidaNode *current);
/* Around what a stroke has inside. */
void nida_paint_frame (NidaPainter *painter, NidaScene *scene, NidaBox box);

G_END_DECLS
