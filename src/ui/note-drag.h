/* Moving the notes of a chart: by the pointer, or by Ctrl and the arrows where a note has the focus of the keys. */
#pragma once

#include "chart-canvas.h"
#include "chart-spec.h"

G_BEGIN_DECLS

/* The note at @index stands @dx towards the end edge and @dy down from its datum, points at scale 1, from now on. While a drag
 * goes on it is called for each move; @done at the end of it. */
typedef void (*NidaNoteMovedFunc) (guint index, double dx, double dy, gboolean done, gpointer data);

/* For the life of @canvas; before other gestures of it are added. */
void nida_note_drag_attach (NidaChartCanvas *canvas, NidaNoteMovedFunc func, gpointer data);

G_END_DECLS
