/* A button whose popover names the current selection and lists those that were kept: to select again, to compare, to
 * forget. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nida_selection_menu_new (NidaSession *session);

G_END_DECLS
