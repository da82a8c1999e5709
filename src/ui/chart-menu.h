/* The menus of one chart: that of its button, and that of a mark. */
#pragma once

#include "chart-view.h"

G_BEGIN_DECLS

/* The menu is made when it is opened: a board of eight charts starts without eight menus. */
void nida_chart_menu_attach (NidaChartView *chart, GtkMenuButton *button);
/* Opens that of the current mark, or of the whole chart, at @x, @y of the canvas. */
void nida_chart_menu_open   (NidaChartView *chart, double x, double y);

G_END_DECLS
