/* Money that two kinds of sources may both hold. Private to those who build datasets. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

/* Point out, in the report of @dataset, which sources hold money of the same donors in the same years as a source of
 * another family: their ids cannot tell whether it is the same money, so a person has to. Nothing is left out. */
void nida_dataset_find_overlaps (NidaDataset *dataset);

G_END_DECLS
