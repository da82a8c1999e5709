/* What sources state of themselves, beside what Nida makes of their rows. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

/**
 * NidaComparison:
 *
 * @stated: of the first file of a set, owned by the report
 * @n_sources: files that state it together
 * @computed: in the unit of @stated; %NIDA_MONEY_NONE where it is not compared, since rows were merged with those of other
 *   sources
 */
typedef struct {
  const NidaStated *stated;
  guint             n_sources;
  NidaMoney         computed;
} NidaComparison;

/* One of each statement, in the order of the sources (NidaComparison). */
GArray  *nida_comparisons_new       (NidaDataset *dataset);
gboolean nida_comparison_differs    (const NidaComparison *self);
/* Does the set state more than it holds? */
gboolean nida_comparison_lacks      (const NidaComparison *self);

G_END_DECLS
