/* Who answers a query: columns in memory today, a database tomorrow. Nothing above knows which. */
#pragma once

#include "cube.h"

G_BEGIN_DECLS

#define NIDA_QUERY_ERROR (nida_query_error_quark ())
GQuark nida_query_error_quark (void);

typedef enum {
  NIDA_QUERY_ERROR_UNKNOWN_VALUE,   /* a filter names nobody; the message offers the nearest names */
  NIDA_QUERY_ERROR_OVERFLOW,        /* a sum leaves 64-bit thousandths */
  NIDA_QUERY_ERROR_INVALID,         /* a question that makes no sense: two measures of different rules … */
} NidaQueryError;

#define NIDA_TYPE_ENGINE (nida_engine_get_type ())
G_DECLARE_INTERFACE (NidaEngine, nida_engine, NIDA, ENGINE, GObject)

struct _NidaEngineInterface {
  GTypeInterface parent;
  void      (*query_async)  (NidaEngine *self, NidaQuery *query, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
  NidaCube *(*query_finish) (NidaEngine *self, GAsyncResult *result, GError **error);
};

void      nida_engine_query_async  (NidaEngine *self, NidaQuery *query, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
NidaCube *nida_engine_query_finish (NidaEngine *self, GAsyncResult *result, GError **error);

G_END_DECLS
