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

/* Fill the file at @temporary, which is there and empty, or put another one in its place. */
typedef gboolean (*NidaSafeFileFill) (gpointer data, const char *temporary, GCancellable *cancellable, GError **error);

/* The same for what only a library writes, which wants a name. @path is what a person named. */
gboolean nida_safe_file_write_by (const char *path, NidaSafeFileFill fill, gpointer data, GCancellable *cancellable,
                                  GError **error);
/* Remove what a crash left in @folder; what somebody is still writing stays. */
void     nida_safe_file_clean    (const char *folder);

G_END_DECLS
