/* The charts and figures that stand on the present slide: which boards they follow, and choosing others of any board. */
#pragma once

#include "slide-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Each change is one step for undo. Its actions: "slide.add" (board, place), "slide.detach" and "slide.go" (is it a figure, which
 * one). */
GtkWidget *nida_slide_contents_new (NidaSlideList *list, NidaSession *session);

G_END_DECLS
