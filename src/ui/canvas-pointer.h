/* The pointer over a chart: which mark is under it, one click and two, the menu. */
#pragma once

#include "chart-canvas.h"

G_BEGIN_DECLS

typedef struct _NidaCanvasPointer NidaCanvasPointer;

/* @canvas must outlive it. */
NidaCanvasPointer *nida_canvas_pointer_new       (NidaChartCanvas *canvas);
void               nida_canvas_pointer_free      (NidaCanvasPointer *self);
/* While a stroke is drawn the pointer points at no mark. */
void               nida_canvas_pointer_set_quiet (NidaCanvasPointer *self, gboolean quiet);
/* While a menu speaks of the current mark the pointer chooses no other. */
void               nida_canvas_pointer_set_held  (NidaCanvasPointer *self, gboolean held);

G_END_DECLS
