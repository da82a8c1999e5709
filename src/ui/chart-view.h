/* One chart of the board: the canvas with its buttons, tooltip, menu and table view. */
#pragma once

#include "chart-canvas.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaChartView:
 *
 * Signals: "maximise-toggled"
 * Actions: chart.maximise, chart.table, and those of chart-edit.h, chart-rows.h and chart-share.h
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
/* @key: of the mark whose menu opens, since the canvas lets go of it with the focus; NULL when the menu is gone. */
void             nida_chart_view_hold_mark     (NidaChartView *self, const char *key);
gboolean         nida_chart_view_is_table      (NidaChartView *self);
NidaChartCanvas *nida_chart_view_get_canvas    (NidaChartView *self);
NidaScene       *nida_chart_view_get_scene     (NidaChartView *self);   /* transfer none, nullable */
/* For other programs: as large as it is seen, the title as wide as the chart since no button stands beside it; transfer full. */
NidaScene       *nida_chart_view_build_out     (NidaChartView *self);
NidaScene       *nida_chart_view_build_print   (NidaChartView *self, double width, double height);  /* transfer full */
/* A toast of its window; @error: what else there is to say, or NULL. */
void             nida_chart_view_tell          (NidaChartView *self, const char *message, const GError *error);

G_END_DECLS
