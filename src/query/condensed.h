/* Some questions, and these with more filters, answered from far fewer rows. */
#pragma once

#include "local-engine.h"

G_BEGIN_DECLS

/**
 * NidaCondensed:
 *
 * The rows of an engine, with those that some questions cannot tell apart as one. Immutable, so any thread may ask it. Its figures
 * are those of the engine, to the last thousandth, and so are the names and facts beside them, but for what a fact is compared
 * with, and the kinds of rows, of money where its sums are asked for; nothing else of an answer is told (what stands beside the sums,
 * how many flows there are, conversions, days).
 */
typedef struct _NidaCondensed NidaCondensed;

/* For @queries, which may get more filters over the fields of @narrowing, over dates of whole periods of its step. Takes as long as
 * some passes over all rows. NULL where it is of no use: more than @most rows would be left. */
NidaCondensed *nida_condensed_new       (NidaLocalEngine *engine, GPtrArray *queries, const NidaGroupBy *narrowing, guint n_narrowing,
                                         guint most, GCancellable *cancellable);
NidaCondensed *nida_condensed_ref       (NidaCondensed *self);
void           nida_condensed_unref     (NidaCondensed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaCondensed, nida_condensed_unref)
guint          nida_condensed_get_n_rows (NidaCondensed *self);
/* As nida_local_engine_query_all(): the engine is asked instead where one of @queries would tell more rows apart. */
GPtrArray     *nida_condensed_query_all (NidaCondensed *self, GPtrArray *queries, GError **error);

G_END_DECLS
