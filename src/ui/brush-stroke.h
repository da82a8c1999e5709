/* A stroke over one chart: which marks it covers, how its box is moved and pulled, and the brush that comes of it. Knows points
 * of a scene, no widgets: a board's chart and the slide of a show draw the same strokes. */
#pragma once

#include "hit.h"
#include "linked.h"
#include "mark-move.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _NidaBrushStroke NidaBrushStroke;

/* What came of a mark that was picked: it is in or out, no selection is just that, or the mark has nothing to select by. */
typedef enum { NIDA_PICK_DONE, NIDA_PICK_NOT_ALONE, NIDA_PICK_NOTHING } NidaPick;

/* @chart: its number in @linked, which must outlive it. */
NidaBrushStroke *nida_brush_stroke_new       (NidaLinked *linked, guint chart);
void             nida_brush_stroke_free      (NidaBrushStroke *self);
/* What the chart draws now; marks that are inside may have other places. */
void             nida_brush_stroke_set_chart (NidaBrushStroke *self, const NidaChartSpec *spec, NidaScene *scene);
/* The pointer goes down at @x, @y: on the box, which is moved or pulled, or beside it, where another begins. */
void             nida_brush_stroke_begin     (NidaBrushStroke *self, double x, double y);
/* It is @dx, @dy from there; FALSE while that is no more than an unsteady click. */
gboolean         nida_brush_stroke_pull      (NidaBrushStroke *self, double dx, double dy);
/* Has any mark of the chart a value to select by? */
gboolean         nida_brush_stroke_has_marks (NidaBrushStroke *self);
/* A stroke over all of @box. */
void             nida_brush_stroke_cover     (NidaBrushStroke *self, NidaBox box);
/* @key: into the brush or out of it; with @from: all from there to here. But for DONE the selection stays. */
NidaPick         nida_brush_stroke_pick      (NidaBrushStroke *self, const char *key, const char *from);
/* By keys: all of it, or the end where it began (@begin), goes to the next mark that lies that way. Returns the key of the mark that
 * the keys are at then, NULL where there is none to go to or no stroke of this chart. */
const char      *nida_brush_stroke_step      (NidaBrushStroke *self, NidaMove move, gboolean begin);
/* Nothing is brushed any more. */
void             nida_brush_stroke_let_go    (NidaBrushStroke *self);
/* There is another brush, or none: the box goes when it is not this chart's any more. TRUE where it did. */
gboolean         nida_brush_stroke_update    (NidaBrushStroke *self);
/* Around the marks that are inside; its width is 0 where no stroke was drawn. */
NidaBox          nida_brush_stroke_get_box   (NidaBrushStroke *self);

G_END_DECLS
