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

G_END_DECLS
