/* How a builder hands its table over. Private to the model. */
#pragma once

#include "dataset.h"
#include "dataset-table.h"

G_BEGIN_DECLS

/* Takes all of @table, which is left empty. */
NidaDataset     *nida_dataset_new       (NidaTable *table);
/* Not to be changed. */
const NidaTable *nida_dataset_get_table (NidaDataset *self);

G_END_DECLS
