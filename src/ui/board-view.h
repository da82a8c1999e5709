/* The board: title, chips, cards and charts in a grid that fits the width, or one chart alone. */
#pragma once

#include "chart-view.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_BOARD_VIEW (nida_board_view_get_type ())
G_DECLARE_FINAL_TYPE (NidaBoardView, nida_board_view, NIDA, BOARD_VIEW, GtkWidget)

GtkWidget     *nida_board_view_new          (NidaSession *session);
/* The chart that fills the board; NULL shows all. */
void           nida_board_view_set_alone    (NidaBoardView *self, NidaChartView *chart);
NidaChartView *nida_board_view_get_alone    (NidaBoardView *self);
/* The chart with the focus, else the one alone, else the last that had the focus; NULL when there is none. */
NidaChartView *nida_board_view_get_chart    (NidaBoardView *self);
/* Cards first, then charts. */
guint          nida_board_view_get_n_views  (NidaBoardView *self);
NidaChartView *nida_board_view_get_view     (NidaBoardView *self, guint index);
/* Build every chart now, not after the first frame. */
void           nida_board_view_finish       (NidaBoardView *self);

G_END_DECLS
