/* Names that are one, kept in a small table of their own. */
#pragma once

#include "aliases.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Blocks. NULL with @error (%NIDA_READ_ERROR, %G_FILE_ERROR), which names the file, the line and what is wrong with it. */
NidaAliases *nida_aliases_read         (const char *path, GError **error);
/* Blocks; an error of any step keeps the old file whole. */
gboolean     nida_aliases_write        (NidaAliases *aliases, const char *path, GError **error);
/* The text of such a file. */
char        *nida_aliases_to_text      (NidaAliases *aliases);
NidaAliases *nida_aliases_from_text    (const char *text, gsize length, const char *name, GError **error);
/* Where a person's own are kept; it may not be there yet. */
char        *nida_aliases_dup_own_path (void);

G_END_DECLS
