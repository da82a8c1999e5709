/* The actions of a window. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Call once from class_init. */
void nida_window_actions_install (GtkWidgetClass *widget_class);
/* Follow what is possible now: undo, clear, reload, save. */
void nida_window_actions_update  (NidaWindow *self);

G_END_DECLS
