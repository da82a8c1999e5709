/* The columns of the load report. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nida_report_columns_add (GtkColumnView *view, GtkScrolledWindow *frame);

G_END_DECLS
