/* The moments whose data can be shown again: those at which a copy of some source was kept, and of every other one was held. */
#pragma once

#include "cache.h"

G_BEGIN_DECLS

/**
 * NidaMoment:
 *
 * @as_of: as %NidaLoadOptions takes it, microseconds since 1970; the last of those within seconds
 * @names: of the sources that were new then; %NULL-terminated
 */
typedef struct {
  gint64  as_of;
  char  **names;
} NidaMoment;

void       nida_moment_free        (gpointer moment);

/* Of NidaMoment, the newest first, for the sources at @uris; empty when one of them was never kept. Waits for the disk. */
GPtrArray *nida_moments_list       (NidaCache *cache, const char * const *uris);
void       nida_moments_list_async (NidaCache *cache, const char * const *uris, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *nida_moments_finish     (GAsyncResult *result, GError **error);

G_END_DECLS
