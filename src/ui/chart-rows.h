/* From a mark of a chart to what is behind it: a finer step of time, or its rows. */
#pragma once

#include "chart-view.h"

G_BEGIN_DECLS

/* The rows behind @mark, or behind the whole chart where it is NULL, on the page of the table. */
void nida_chart_rows_show    (NidaChartView *chart, const NidaMark *mark);
/* From those rows back to the chart that they were shown of, where @session still shows them; FALSE where it does not. @widget: in
 * the window. */
gboolean nida_chart_rows_leave (GtkWidget *widget, NidaSession *session);
/* Actions chart.rows and chart.closer; call once from class_init of #NidaChartView. */
void nida_chart_rows_install (GtkWidgetClass *widget_class);
/* Closer, or where there is nothing finer the rows. */
void nida_chart_rows_closer  (NidaChartView *chart, NidaMark *mark);

G_END_DECLS
