/* What the menu of a chart offers beside looking: edit, duplicate, move, remove, and a sentence to copy. */
#pragma once

#include "chart-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Actions chart.edit, .note, .duplicate, .earlier, .later, .remove, .sentence; call once from class_init of #NidaChartView. */
void   nida_chart_edit_install        (GtkWidgetClass *widget_class);
/* Moves of notes that stand on the chart. */
void   nida_chart_edit_attach         (NidaChartView *chart);
/* Sections for the menu of a chart: changing it, and copying. */
void   nida_chart_edit_append         (GMenu *menu, gboolean of_mark);
void   nida_chart_edit_append_copying (GMenu *menu);
/* The sentence about the mark that has the focus or the menu, else about the chart; transfer full, NULL where there is none. */
char  *nida_chart_edit_dup_sentence   (NidaChartView *chart, const char *code);

G_END_DECLS
