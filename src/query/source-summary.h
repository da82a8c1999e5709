/* What one source holds at a glance: the time that its rows span, and what of it wants a look. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

/**
 * NidaSourceSummary:
 *
 * @first, @last: ends of the time that its dated rows span, as precise as they are stated; NONE where no row has a date.
 *   Rows that were merged into those of another source are its own, too
 * @n_refused, @n_look: problems of the report that it is part of, by their severity
 */
typedef struct {
  NidaDate first, last;
  guint    n_refused, n_look;
} NidaSourceSummary;

/* One of each source of the report, in its order (NidaSourceSummary); transfer full. */
GArray *nida_source_summaries_new (NidaDataset *dataset);

G_END_DECLS
