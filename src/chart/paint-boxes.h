/* Rectangles side by side that are painted as one row. Private to chart/. */
#pragma once

#include "painter.h"

G_BEGIN_DECLS

/* From here on rectangles may wait: the origin of points is on the corner of a pixel. */
void     nida_paint_boxes_start (NidaPainter *painter);
/* Will @node, that covers the whole pixels of @box, be painted with the next flush? Its outline of @width stands inside. */
gboolean nida_paint_boxes_take  (NidaPainter *painter, const NidaNode *node, NidaBox box, NidaColor outline,
                                 double outline_opacity, double width);
/* Paint what waits: before anything that may stand over it. */
void     nida_paint_boxes_flush (NidaPainter *painter);

G_END_DECLS
