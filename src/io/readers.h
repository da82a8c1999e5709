/* The readers of tables, and which of them a header calls for. */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* The first reader that takes a table with @header, with the column of each of its roles; *@reader is NULL when none does.
 * FALSE with @error when a correction of options->map is wrong, or a column that a sum depends on stands twice. */
gboolean nida_readers_choose      (const NidaHeader *header, const char *name, const NidaLoadOptions *options,
                                   gint16 roles[NIDA_MAX_ROLES], const NidaReader **reader, GError **error);
/* No reader takes it: say which columns there are, and what to do. */
void     nida_readers_set_error   (const NidaHeader *header, const char *name, GError **error);

G_END_DECLS
