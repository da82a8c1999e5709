/* F6 and Shift+F6: from one part of the window to the next. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @widget is a part of its window that F6 comes to when it is seen. */
void nida_pane_mark     (GtkWidget *widget);
/* Where the keys were in the next part of the window of @widget (or, @back, the one before), or at its first control. */
gboolean nida_pane_step (GtkWidget *widget, gboolean back);
/* Binds both keys for windows of a class. */
void nida_panes_install (GtkWidgetClass *widget_class);

G_END_DECLS
