/* Private to the model: which rows are the same flow. */
#pragma once

#include "dataset-table.h"

G_BEGIN_DECLS

typedef struct {
  guint head;                   /* the first row of the flow */
  guint row;                    /* a later one */
} NidaCopy;

GArray *nida_table_find_copies (NidaTable *table);

G_END_DECLS
