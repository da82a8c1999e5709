/* Scans whose groups are unions of those of another scan, which they add up instead of the rows. Private to query/. */
#pragma once

#include "scan.h"

G_BEGIN_DECLS

/* The slot of @to that holds each slot of @from, over the same column; NULL when a slot of @from lies in several. */
guint32 *nida_dimension_map_slots (const NidaDimension *from, const NidaDimension *to);
/* Are the groups of @wanted unions of those of @finer? */
gboolean nida_scan_is_coarser     (const NidaScan *finer, const NidaScan *wanted);
/* What comes out of @wanted, from what came out of @finer, which counts alike; FALSE where that cannot be. */
gboolean nida_scan_derive         (const NidaScan *finer, NidaScan *wanted);

G_END_DECLS
