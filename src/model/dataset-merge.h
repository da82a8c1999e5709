/* Private to the model: the copies of one flow become one row. */
#pragma once

#include "dataset-table.h"

G_BEGIN_DECLS

/* Merge the rows of @table that have the same id, report conflicts, and count the sources' kept and merged records. */
void nida_table_merge (NidaTable *table);

G_END_DECLS
