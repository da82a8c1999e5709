/* Money that two kinds of sources may both hold. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

/**
 * NidaOverlaps:
 *
 * Sources of one family share their ids, so copies merge. Between families (FTS, the pooled funds, a table of the desk's own)
 * nothing says that two rows are one gift; what can be said is that several hold money of one donor in one year.
 *
 * @keys: of each row the number of such a donor and year, from 1; 0 for all other rows
 * @n_keys: the highest of them
 * @families: of each source its family, from 0
 */
typedef struct {
  guint32 *keys;
  guint32  n_keys;
  guint   *families;
  guint    n_families;
} NidaOverlaps;

/* What the sources of one family have in common: its name, or their format. */
const char   *nida_overlaps_get_family   (const NidaSourceInfo *info);
/* NULL when no two families meet. */
NidaOverlaps *nida_overlaps_new          (NidaDataset *dataset);
void          nida_overlaps_free         (NidaOverlaps *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaOverlaps, nida_overlaps_free)

/* Point out, in the report of @dataset, which sources hold money of the same donors in the same years as a source of
 * another family: their ids cannot tell whether it is the same money, so a person has to. Nothing is left out. Of the sources
 * before @first it has been told. */
void          nida_dataset_find_overlaps (NidaDataset *dataset, guint first);

G_END_DECLS
