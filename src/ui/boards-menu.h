/* The boards of a document: the menu under the title of the one that is shown, and the actions of a window about them. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Puts the menu into @button, made anew each time it is opened. */
void nida_boards_menu_attach    (GtkMenuButton *button, NidaSession *session);

/* Actions win.board (which is shown), .board-new, -duplicate, -rename, -delete, -earlier, -later, -next, -previous; call once
 * from class_init. */
void nida_boards_actions_install (GtkWidgetClass *widget_class);
void nida_boards_actions_update  (NidaWindow *self);

G_END_DECLS
