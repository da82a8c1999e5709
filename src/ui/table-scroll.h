/* Where a wide table is scrolled to: it begins at its first column, and goes along with the focus. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nida_table_scroll_install (GtkScrolledWindow *scroller);

G_END_DECLS
