/* The last good bytes of every source, and those before: by them a dead server leaves a picture, and a figure of last month
 * can be reckoned again. Files of the person's own folder of caches; the bytes are named by their SHA-256 and verified when
 * they are opened. */
#pragma once

#include "copies.h"

G_BEGIN_DECLS

#define NIDA_TYPE_CACHE (nida_cache_get_type ())
G_DECLARE_FINAL_TYPE (NidaCache, nida_cache, NIDA, CACHE, GObject)

NidaCache   *nida_cache_new           (const char *folder);
/* That of the person, $XDG_CACHE_HOME/nida. */
NidaCache   *nida_cache_get_default   (void);

/* These may be called in any thread and wait for the disk. */

/* Of NidaVersion, the newest first; empty when nothing is held. */
GPtrArray   *nida_cache_list_versions (NidaCache *self, const char *uri);
/* The newest version of every source, the one checked last first. */
GPtrArray   *nida_cache_list_sources  (NidaCache *self);
/* The version in force at @as_of (microseconds since 1970), or the newest for 0. NULL with %NIDA_READ_ERROR_NOT_HELD. */
NidaVersion *nida_cache_find          (NidaCache *self, const char *uri, const char *name, gint64 as_of, GError **error);
/* NULL with %NIDA_READ_ERROR_NOT_HELD when the bytes are gone or are not what they were. */
NidaBytes   *nida_cache_open          (NidaCache *self, NidaVersion *version, GCancellable *cancellable, GError **error);
/* Keep @bytes as the newest version; of those that are held already only the time is kept. Fills in the size, the checksum
 * and the times of @draft. */
gboolean     nida_cache_store         (NidaCache *self, NidaVersion *draft, NidaBytes *bytes, GCancellable *cancellable,
                                       GError **error);
guint64      nida_cache_get_size      (NidaCache *self);
/* Forget all of @uri, or all of every source when it is NULL. */
gboolean     nida_cache_clear         (NidaCache *self, const char *uri, GError **error);
/* For tests: the largest earlier version that is kept, and all together, in bytes; 0 for the default. */
void         nida_cache_set_limits    (NidaCache *self, guint64 each, guint64 all);

/* The same without waiting, for the window. The array and its elements are the caller's. */
void         nida_cache_list_versions_async  (NidaCache *self, const char *uri, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
void         nida_cache_list_sources_async   (NidaCache *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                              gpointer user_data);
GPtrArray   *nida_cache_list_finish          (NidaCache *self, GAsyncResult *result, GError **error);

G_END_DECLS
