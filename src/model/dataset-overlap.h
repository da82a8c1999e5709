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
 * @n_keys: the highest number of such a donor and year, see nida_overlaps_get_key()
 * @families: of each source its family, from 0
 */
typedef struct {
  guint32 n_keys;
  guint  *families;
  guint   n_families;
  /*< private >*/
  struct _NidaOverlapPlaces *owned;   /* NULL: the base of the dataset has them */
  const guint32 *places;              /* of each row that was there first the number of its donor and year, 0: none */
  guint    n_rows;                    /* how many these are */
  guint32 *behind;                    /* the same of the rows behind them */
  guint32 *keys;                      /* by number of the donor and year */
  guint64 *holders;                   /* the same: families, as bits */
} NidaOverlaps;

/* Which donor and year that several families hold a row is of, from 1; 0 for all other rows. */
static inline guint32
nida_overlaps_get_key (const NidaOverlaps *self,
                       guint               row)
{
  return self->keys[row < self->n_rows ? self->places[row] : self->behind[row - self->n_rows]];
}

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
