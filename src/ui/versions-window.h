/* What was done to a document in the last days, and the way back to how it was after any of it. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

#define NIDA_TYPE_VERSIONS_WINDOW (nida_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaVersionsWindow, nida_versions_window, NIDA, VERSIONS_WINDOW, GtkWindow)

GtkWidget  *nida_versions_window_new     (NidaWindow *parent);
/* For tests. */
GtkListBox *nida_versions_window_get_list (NidaVersionsWindow *self);
const char *nida_versions_window_get_words (NidaVersionsWindow *self);   /* what the document held then */
void        nida_versions_window_go_back  (NidaVersionsWindow *self);

G_END_DECLS
