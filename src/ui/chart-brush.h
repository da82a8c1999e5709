/* Strokes over one chart's canvas: draw, move and resize a brush, add and take away marks, with pointer and keys. */
#pragma once

#include "chart-canvas.h"
#include "linked.h"

G_BEGIN_DECLS

typedef struct _NidaChartBrush NidaChartBrush;

/* @chart: its number in @linked. Both must outlive it. */
NidaChartBrush *nida_chart_brush_new       (NidaChartCanvas *canvas, NidaLinked *linked, guint chart);
void            nida_chart_brush_free      (NidaChartBrush *self);
/* What the canvas shows now. */
void            nida_chart_brush_set_spec  (NidaChartBrush *self, const NidaChartSpec *spec);
/* Another brush, or none: the box of a stroke goes when it is not this chart's any more. */
void            nida_chart_brush_update    (NidaChartBrush *self);
/* A stroke over @box, in points of the canvas: what a drag of the pointer draws. */
void            nida_chart_brush_stroke    (NidaChartBrush *self, NidaBox box);

G_END_DECLS
