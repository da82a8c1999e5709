/* The form of one entry of the ledger. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_ENTRY_WINDOW (nida_entry_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaEntryWindow, nida_entry_window, NIDA, ENTRY_WINDOW, GtkWindow)

/* @id: of the entry that is changed; NULL for a new one. */
GtkWidget  *nida_entry_window_new       (GtkWindow *parent, NidaSession *session, const char *id);
/* FALSE where something is not understood; then it says what, and where. */
gboolean    nida_entry_window_save      (NidaEntryWindow *self);
const char *nida_entry_window_get_error (NidaEntryWindow *self);   /* or NULL */

G_END_DECLS
