/* One chart of the board: the canvas with its buttons, tooltip, menu, table view, saving and copying. */
#pragma once

#include "chart-canvas.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaChartView:
 *
 * Signals: "maximise-toggled"
 * Actions: those of chart-edit.h, and chart.maximise, chart.rows, chart.table, chart.copy, chart.save
 */
#define NIDA_TYPE_CHART_VIEW (nida_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (NidaChartView, nida_chart_view, NIDA, CHART_VIEW, GtkWidget)

/* The chart (or card) number @index of the session's board. */
GtkWidget       *nida_chart_view_new           (NidaSession *session, gboolean card, guint index);
/* Take the session's newest answers. */
void             nida_chart_view_update        (NidaChartView *self);
/* Draw again: the theme or the text size changed. */
void             nida_chart_view_invalidate    (NidaChartView *self);
void             nida_chart_view_set_maximised (NidaChartView *self, gboolean maximised);
gboolean         nida_chart_view_get_maximised (NidaChartView *self);
gboolean         nida_chart_view_is_card       (NidaChartView *self);
/* Among the board's cards or charts. */
guint            nida_chart_view_get_index     (NidaChartView *self);
/* Among both: the cards come first. */
guint            nida_chart_view_get_place     (NidaChartView *self);
/* Of what it shows; NIDA_N_CHARTS before there are answers. */
NidaChartKind    nida_chart_view_get_kind      (NidaChartView *self);
const NidaChartAnswer *nida_chart_view_get_answer (NidaChartView *self);   /* NULL before there is one */
/* @spec: (transfer full): that of the answers with a choice that asks nothing anew, drawn until there are other answers; NULL
 * lets go of it. */
void             nida_chart_view_try_spec      (NidaChartView *self, NidaChartSpec *spec);
NidaSession     *nida_chart_view_get_session   (NidaChartView *self);
/* Of the mark whose menu is open, else of that with the focus; NULL where there is none; transfer full. */
NidaMark        *nida_chart_view_dup_mark      (NidaChartView *self);
gboolean         nida_chart_view_is_table      (NidaChartView *self);
NidaChartCanvas *nida_chart_view_get_canvas    (NidaChartView *self);
NidaScene       *nida_chart_view_get_scene     (NidaChartView *self);   /* transfer none, nullable */
gboolean         nida_chart_view_export        (NidaChartView *self, GFile *file, GError **error);
/* Prints the chart on paper; transfer full. */
GtkPrintOperation *nida_chart_view_new_print (NidaChartView *self);

G_END_DECLS
