/* What lies over a slide: the ring of the pointer, and black or white. */
#pragma once

#include "show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef NidaBox (*NidaShowRingFunc) (gpointer data);

#define NIDA_TYPE_SHOW_RING (nida_show_ring_get_type ())
G_DECLARE_FINAL_TYPE (NidaShowRing, nida_show_ring, NIDA, SHOW_RING, GtkWidget)

/* Follows @show; @get_box tells where the slide stands in a widget of the same size. */
GtkWidget *nida_show_ring_new (NidaShow *show, NidaShowRingFunc get_box, gpointer data);

G_END_DECLS
