/* The engine over a dataset's columns: two threads, one pass. */
#pragma once

#include "engine.h"

G_BEGIN_DECLS

#define NIDA_TYPE_LOCAL_ENGINE (nida_local_engine_get_type ())
G_DECLARE_FINAL_TYPE (NidaLocalEngine, nida_local_engine, NIDA, LOCAL_ENGINE, GObject)

NidaLocalEngine *nida_local_engine_new         (NidaDataset *dataset);
NidaDataset     *nida_local_engine_get_dataset (NidaLocalEngine *self);
/* The same answer, waited for. */
NidaCube        *nida_local_engine_query       (NidaLocalEngine *self, NidaQuery *query, GError **error);
/* All answers of one change of filters, sharing the pass over the filters: one cube a query, in order. */
GPtrArray       *nida_local_engine_query_all   (NidaLocalEngine *self, GPtrArray *queries, GError **error);
/* Indices of the rows that pass the filters and dates of @query, ascending (guint). For the table of rows. */
GArray          *nida_local_engine_select      (NidaLocalEngine *self, NidaQuery *query, GError **error);
/* Those of them that the figures of @query count: by its rule and measures, and the kinds of facts that it asks for. */
GArray          *nida_local_engine_select_counted (NidaLocalEngine *self, NidaQuery *query, GError **error);
/* How the amount of @row comes into the currency and the prices of @query: from which currency, by whose rate and of which
 * day, how much of the one a unit of the other is. FALSE where it stands as it was reported. Texts belong to the engine. */
gboolean         nida_local_engine_get_conversion (NidaLocalEngine *self, NidaQuery *query, guint row, NidaConversion *conversion,
                                                   NidaRatio *ratio);
/* The names nearest to @text in @field, best first, at most @max; for "did you mean". NULL-terminated. */
char           **nida_local_engine_suggest     (NidaLocalEngine *self, NidaField field, const char *text, guint max);

/* A name of the data: a code of the dictionary of its field. */
typedef struct {
  NidaField field;
  guint32   code;
} NidaNearName;

/* Names of any of @fields, NIDA_FIELD_NONE behind the last, that leave little doubt of what was meant by @text, best first, at most
 * @max: of NidaNearName, empty where nothing is near. */
GArray          *nida_local_engine_suggest_near (NidaLocalEngine *self, const NidaField *fields, const char *text, guint max);

G_END_DECLS
