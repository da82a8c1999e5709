/* Printing what a scene shows: a chart, the board over as many pages as it needs, a page that is one already. */
#pragma once

#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The scene for paper with room of @width × @height points; transfer full, NULL where it cannot be made. It may be higher:
 * then it is divided between its cards. */
typedef NidaScene *(*NidaPrintFunc) (double width, double height, gpointer data);

/* @whole_page: the scene is a page with margins of its own, and is fitted to the paper. */
GtkPrintOperation *nida_print_operation_new (const char *title, gboolean whole_page, NidaPrintFunc build, gpointer data,
                                             GDestroyNotify destroy);
/* On a page that is wider than high, as one chart is; what is printed next begins as it would have without. */
void               nida_print_operation_turn (GtkPrintOperation *operation);
/* Asks for printer and paper, and prints; what fails is told as a toast of the window that @widget is in. Takes @operation. */
void               nida_print_run           (GtkWidget *widget, GtkPrintOperation *operation);
/* (element-type double) where the pages of @scene end, the last at its foot: between its cards where that is possible. */
GArray            *nida_print_find_breaks   (NidaScene *scene, double page_height);

G_END_DECLS
