/* What goes out of a window: the board as a picture or on paper, the donor report. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Call once from class_init. */
void nida_out_actions_install (GtkWidgetClass *widget_class);
/* @open: whether there are data to show. */
void nida_out_actions_update  (GtkWidget *window, gboolean open);
/* Prints the whole board of @session on as many pages as it needs; transfer full. */
GtkPrintOperation *nida_board_new_print (NidaSession *session);

G_END_DECLS
