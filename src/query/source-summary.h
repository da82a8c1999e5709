/* What one source holds at a glance: the time that its rows span. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

/**
 * NidaSourceSummary:
 *
 * @first, @last: ends of the time that its dated rows span, as precise as they are stated; NONE where no row has a date.
 *   Rows that were merged into those of another source are its own, too
 */
typedef struct {
  NidaDate first, last;
} NidaSourceSummary;

/* One of each source of the report, in its order (NidaSourceSummary); transfer full. */
GArray *nida_source_summaries_new (NidaDataset *dataset);

G_END_DECLS
