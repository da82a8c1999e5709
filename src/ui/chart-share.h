/* A chart of the board for elsewhere: copied, saved, printed, dragged out. */
#pragma once

#include "chart-view.h"

G_BEGIN_DECLS

/* Actions chart.copy, chart.save and chart.print; call once from class_init of #NidaChartView. */
void               nida_chart_share_install   (GtkWidgetClass *widget_class);
/* Its title is what is dragged out; the marks are for the brush. */
void               nida_chart_share_attach    (NidaChartView *chart);
/* Writes the chart as it is seen, in the format that the name of @file ends with; without a known ending as PNG. */
gboolean           nida_chart_share_export    (NidaChartView *chart, GFile *file, GError **error);
/* Prints the chart, fitted to the paper; transfer full. */
GtkPrintOperation *nida_chart_share_new_print (NidaChartView *chart);

G_END_DECLS
