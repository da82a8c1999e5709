/* The keys of a chart: from mark to mark, choosing one, marks of a brush, the menu. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Call once from class_init of #NidaChartCanvas. */
void nida_canvas_keys_install (GtkWidgetClass *widget_class);

G_END_DECLS
