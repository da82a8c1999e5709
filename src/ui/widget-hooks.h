/* For all widgets, those of the toolkit too: hearing of each of them, and one that remembers another. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on @func hears @signal of every widget there will be. Once for the program, when the toolkit is there: @hook, of the caller and
 * static, begins with 0. */
void       nida_widgets_watch   (gulong *hook, const char *signal, GSignalEmissionHook func);

/* Under @quark; @other, which may be NULL, is not kept alive. */
void       nida_widget_remember (GtkWidget *widget, GQuark quark, GtkWidget *other);
/* Transfer full; NULL where there is none, or it is gone. */
GtkWidget *nida_widget_recall   (GtkWidget *widget, GQuark quark);

G_END_DECLS
