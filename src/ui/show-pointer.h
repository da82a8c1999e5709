/* The pointer over a slide, before the audience and before the presenter: the ring that both see, strokes over its charts, and
 * clicks on marks. */
#pragma once

#include "show-ring.h"

G_BEGIN_DECLS

typedef struct _NidaShowPointer NidaShowPointer;

/* @get_box: where the slide stands in @widget, which owns the pointer and is not destroyed after @show. */
NidaShowPointer *nida_show_pointer_add        (GtkWidget *widget, NidaShow *show, NidaShowRingFunc get_box, gpointer data);
/* The widget is no canvas, which tells of clicks by itself. */
void             nida_show_pointer_add_clicks (NidaShowPointer *self);
/* Every movement points, not only those with Ctrl held. */
void             nida_show_pointer_set_always (NidaShowPointer *self, gboolean always);

G_END_DECLS
