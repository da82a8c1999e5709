/* Problems of one kind in one file are one row of the load report, that opens into the places where they stand. */
#pragma once

#include "dataset.h"
#include "text-row.h"

G_BEGIN_DECLS

/* (element-type NidaTextRow) (transfer full): the problems of @report in its order, as nida_report_row_new() makes them;
 * a group stands where its first is, says how many rows it is, and has them as children. */
GPtrArray *nida_report_groups_new   (NidaReport *report);
/* (element-type guint) (transfer full): how many rows of the load report each source of @dataset has that want a look or were
 * refused, in the order of the sources: a group is one, and a difference from what the source states. */
GArray    *nida_report_groups_count (NidaDataset *dataset);

G_END_DECLS
