/* What the formats of JSON share: one array of a document, record after record, into one table. */
#pragma once

#include "json-row.h"

G_BEGIN_DECLS

typedef struct {
  const char         *path;        /* of the array */
  const char         *format;      /* for `check` */
  const NidaReader   *reader;
  const char * const *names;       /* of the columns, as the reader knows them */
  guint               n_names;
  gboolean            several;     /* documents may follow each other, as the pages of an address do */
  void              (*fill) (NidaJsonRow *row, json_object *object);
  /* What a document says around its records; called after them, once a document. May be NULL. */
  gboolean          (*end)  (NidaInput *input, NidaRecordTable *table, json_object *envelope, GError **error);
} NidaJsonTable;

gboolean nida_json_table_read (const NidaJsonTable *self, NidaInput *input, GError **error);

G_END_DECLS
