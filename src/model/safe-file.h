/* Writing a file so that an error of any step keeps the old one whole (reliability.md §3). */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * nida_safe_file_write:
 *
 * Write @bytes to a temporary file beside @file (O_EXCL, O_NOFOLLOW), sync, rename over it, sync the folder. A symbolic
 * link is resolved first. Blocks.
 */
gboolean nida_safe_file_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);

/* Up to @length bytes of what is to be written, from @offset on; 0 at the end, -1 with @error. */
typedef gssize (*NidaSafeFileRead) (gpointer data, guint64 offset, void *buffer, gsize length, GError **error);

/* The same for what does not lie in memory. @path is a local file of the program's own: only its owner may read it. */
gboolean nida_safe_file_write_from (const char *path, NidaSafeFileRead read, gpointer data, GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
