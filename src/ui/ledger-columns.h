/* The columns of the ledger's table, whose cells are edited in place. */
#pragma once

#include "entry-cells.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @view: its model has GtkStringObjects, the ids of entries of the session's ledger. */
void     nida_ledger_columns_append (GtkColumnView *view, NidaSession *session);
/* Change one cell as if it had been typed; FALSE, and told in the window of @widget, when it is not understood. */
gboolean nida_ledger_columns_edit   (GtkWidget *widget, NidaSession *session, const char *id, NidaEntryCell cell, const char *text);

/* The row that @cell, or what is in a cell, stands in; GTK_INVALID_LIST_POSITION for any other widget. */
guint    nida_ledger_columns_get_position (GtkWidget *cell);

G_END_DECLS
