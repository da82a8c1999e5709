/* Asking where a chart is to be saved, and as what. */
#pragma once

#include "chart-view.h"

G_BEGIN_DECLS

void  nida_chart_save_ask  (NidaChartView *view);
/* @name with @ending ("svg") instead of a known one, or behind it. */
char *nida_chart_save_name (const char *name, const char *ending);

G_END_DECLS
