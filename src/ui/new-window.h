/* What a new document is to begin with. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

#define NIDA_TYPE_NEW_WINDOW (nida_new_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaNewWindow, nida_new_window, NIDA, NEW_WINDOW, GtkWindow)

/* @parent: (nullable): whose data the new document is about, where it has any. */
GtkWidget  *nida_new_window_new      (GtkApplication *application, NidaWindow *parent);
GtkListBox *nida_new_window_get_list (NidaNewWindow *self);      /* for tests */

G_END_DECLS
