/* Actions of a window about what stands on its board: add a chart, paste one, go back to the board that the data call for. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Actions win.add-chart, .paste-chart, .reset-board; call once from class_init. */
void nida_board_actions_install (GtkWidgetClass *widget_class);
void nida_board_actions_update  (NidaWindow *self);

G_END_DECLS
