/* The readers of tables, and which of them a header calls for. */
#pragma once

#include "layout.h"
#include "reader.h"

G_BEGIN_DECLS

/* The first reader that takes a table with @header, with the column of each of its roles; *@reader is NULL when none does.
 * FALSE with @error when a correction of options->map is wrong, or a column that a sum depends on stands twice. */
gboolean nida_readers_choose      (const NidaHeader *header, const char *name, const NidaLoadOptions *options,
                                   gint16 roles[NIDA_MAX_ROLES], const NidaReader **reader, GError **error);
/* The corrections of options->map in a layout that was found; FALSE with @error when one is none. */
gboolean nida_readers_correct     (NidaLayout *layout, const NidaLoadOptions *options, GError **error);
/* Say which column was taken for which field. */
void     nida_readers_report_layout (const NidaLayout *layout, NidaSheet *sheet, guint line);
/* No reader takes it: say which columns there are, and what to do. */
void     nida_readers_set_error   (const NidaHeader *header, const char *name, GError **error);

G_END_DECLS
