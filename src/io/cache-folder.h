/* The folder of a cache on the disk: versions, their bytes, the lock, and which of them go first. Private to the cache. */
#pragma once

#include "bytes.h"
#include "version.h"

G_BEGIN_DECLS

/* @root: the folder. A file descriptor to close, which holds the lock; -1 with @error. */
int        nida_cache_folder_lock          (const char *root, GCancellable *cancellable, GError **error);
char      *nida_cache_folder_dup_object    (const char *root, const char *checksum);
/* Of NidaVersion, the newest first. */
GPtrArray *nida_cache_folder_list          (const char *root, const char *uri);
/* All versions of all sources, one list a source. */
GPtrArray *nida_cache_folder_list_all      (const char *root);

/* These want the lock. */
gboolean   nida_cache_folder_write_object  (const char *root, const NidaVersion *version, NidaBytes *bytes,
                                            GCancellable *cancellable, GError **error);
gboolean   nida_cache_folder_write_version (const char *root, NidaVersion *version, GCancellable *cancellable, GError **error);
void       nida_cache_folder_forget        (const char *root, const NidaVersion *version);
/* Remove the objects that no version of @lists names, and what a crash left half written. Returns the bytes that remain. */
guint64    nida_cache_folder_sweep         (const char *root, GPtrArray *lists);
/* Forget versions until all together have @max_all bytes at most; never @keep. */
void       nida_cache_folder_shrink        (const char *root, guint64 max_all, const NidaVersion *keep);

G_END_DECLS
