/* Entries from and to other programs: pasted, imported, exported. What was not understood is told in the window of @widget. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of a spreadsheet that are on the clipboard. */
void nida_ledger_exchange_paste  (GtkWidget *widget, NidaSession *session);
/* The same as text. */
void nida_ledger_exchange_take   (GtkWidget *widget, NidaSession *session, const char *text);
/* These ask for the file. */
void nida_ledger_exchange_import (GtkWidget *widget, NidaSession *session);
void nida_ledger_exchange_export (GtkWidget *widget, NidaSession *session);

G_END_DECLS
