/* A list of names that a person puts in order: dragged, by Alt and an arrow key, or by buttons. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The name at @from is to stand at @to; the caller fills the list anew. */
typedef void (*NidaOrderFunc) (GtkWidget *list, guint from, guint to, gpointer data);

/* @title: of the list, for a screen reader; transfer floating. */
GtkWidget *nida_order_list_new  (const char *title, NidaOrderFunc moved, gpointer data);
/* @names as they are shown. A name that was moved keeps the focus. */
void       nida_order_list_fill (GtkWidget *list, const char * const *names);

G_END_DECLS
