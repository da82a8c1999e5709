/* The interface of an engine, and the errors of a question. */
#include "engine.h"

G_DEFINE_QUARK (nida-query-error-quark, nida_query_error)
G_DEFINE_INTERFACE (NidaEngine, nida_engine, G_TYPE_OBJECT)

static void
nida_engine_default_init (NidaEngineInterface *iface)
{
}

/**
 * nida_engine_query_async:
 *
 * Ask @query; the answer comes on the thread-default main context.
 */
void
nida_engine_query_async (NidaEngine          *self,
                         NidaQuery           *query,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (NIDA_IS_ENGINE (self));
  g_return_if_fail (query != NULL);

  NIDA_ENGINE_GET_IFACE (self)->query_async (self, query, cancellable, callback, user_data);
}

/**
 * nida_engine_query_finish:
 *
 * Returns: (transfer full): the answer, or %NULL with @error
 */
NidaCube *
nida_engine_query_finish (NidaEngine    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (NIDA_IS_ENGINE (self), NULL);

  return NIDA_ENGINE_GET_IFACE (self)->query_finish (self, result, error);
}
