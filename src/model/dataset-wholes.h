/* Private to the model: rows that stand and fall together. */
#pragma once

#include "dataset-table.h"

G_BEGIN_DECLS

typedef struct {
  guint32 id;             /* in the pool of ids */
  guint   source;
  guint   line;
  gint64  updated_at;     /* G_MININT64: not stated */
  guint   first_row;
  guint   n_rows;
} NidaWhole;

/* Append the wholes of @other, before its ids and rows are let go. Its rows come behind those of @self. */
void    nida_wholes_join          (NidaTable *self, NidaTable *other, guint source_offset);
/* Equal when both have one id. */
int     nida_wholes_compare       (const NidaWhole *a, const NidaWhole *b);
/* Returns: (transfer full) (element-type NidaWhole): those whose id stands more than once, one id after the other. */
GArray *nida_wholes_find_repeated (NidaTable *table);

G_END_DECLS
