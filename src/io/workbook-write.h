/* Making a workbook with libxlsxwriter in a temporary file, whose bytes are then put in place at once. Private to io/. */
#pragma once

#include <gio/gio.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* Adds the sheets of @workbook; FALSE with @error. Rows are added in their order: no more of them are kept than one. */
typedef gboolean (*NidaWorkbookFunc) (lxw_workbook *workbook, gpointer data, GCancellable *cancellable, GError **error);

gboolean nida_workbook_write  (GFile *file, NidaWorkbookFunc fill, gpointer data, GCancellable *cancellable, GError **error);
/* The characters that XML does not have, as these programs write them; and what only looks like one of those. */
char    *nida_workbook_escape (const char *text);

G_END_DECLS
