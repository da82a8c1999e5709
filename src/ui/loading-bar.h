/* How far the reading is: what is read, a bar, the rows so far, and Cancel. Shown when it takes longer than a blink. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_LOADING_BAR (nida_loading_bar_get_type ())
G_DECLARE_FINAL_TYPE (NidaLoadingBar, nida_loading_bar, NIDA, LOADING_BAR, GtkWidget)

GtkWidget *nida_loading_bar_new (NidaSession *session);

G_END_DECLS
