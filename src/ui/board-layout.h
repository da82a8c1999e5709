/* Where the cards and charts of a board stand: nida_board_layout() as a layout manager, or one chart alone. */
#pragma once

#include "board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children of the widget are the board's cards, then its charts, in order. */
#define NIDA_TYPE_BOARD_LAYOUT_MANAGER (nida_board_layout_manager_get_type ())
G_DECLARE_FINAL_TYPE (NidaBoardLayoutManager, nida_board_layout_manager, NIDA, BOARD_LAYOUT_MANAGER, GtkLayoutManager)

/* @board is borrowed: set another, or NULL, before it goes away. */
void nida_board_layout_manager_set_board (NidaBoardLayoutManager *self, const NidaBoard *board);
void nida_board_layout_manager_set_scale (NidaBoardLayoutManager *self, double scale);
/* The child that fills everything, or NULL. */
void nida_board_layout_manager_set_alone (NidaBoardLayoutManager *self, GtkWidget *child);

G_END_DECLS
