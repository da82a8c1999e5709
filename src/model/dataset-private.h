/* How a builder hands its table over. Private to the model. */
#pragma once

#include "dataset.h"
#include "dataset-table.h"

G_BEGIN_DECLS

/* Takes all of @table, which is left empty. */
NidaDataset *nida_dataset_new (NidaTable *table);

G_END_DECLS
