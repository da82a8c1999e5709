/* What is new, changed or gone since an earlier reading, as a list. */
#pragma once

#include "changes-list.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_CHANGES_WINDOW (nida_changes_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaChangesWindow, nida_changes_window, NIDA, CHANGES_WINDOW, GtkWindow)

/* Compares with the copy that is held from before the newest when nothing was compared yet. */
GtkWidget  *nida_changes_window_new    (GtkWindow *parent, NidaSession *session);
guint       nida_changes_window_get_n  (NidaChangesWindow *self);
/* Those that are selected, or all. */
char       *nida_changes_window_to_tsv (NidaChangesWindow *self);

G_END_DECLS
