/* Private to the model: a few rows behind those of a dataset that is built. */
#pragma once

#include "aliases.h"
#include "dataset-builder.h"
#include "dataset-table.h"

G_BEGIN_DECLS

/* Fill @table, which is not initialised, with all of @base but its columns and its report, shared or borrowed. */
void nida_table_share   (NidaTable *table, NidaDataset *base);
/* Fill @table, which is not initialised, with all of @base and, behind it, of @more, which is emptied and to which @aliases (or NULL) are
 * applied already. */
void nida_table_append  (NidaTable *table, NidaDataset *base, NidaTable *more, NidaAliases *aliases);
/* Then take the rows of @base away that others stand in place of: (element-type NidaReplacedRow), ascending. */
void nida_table_replace (NidaTable *table, NidaDataset *base, const GArray *replaced);

G_END_DECLS
