/* Looking closer at a stretch of time: the quarters of a year, the months of a quarter; at a region: its countries; and back. Works
 * on filters alone, so that undo, chips and charts follow as with any other filter. */
#pragma once

#include "filter-set.h"

G_BEGIN_DECLS

#define NIDA_DRILL_MOST 2

/* Choose the region of @mark and its countries, else its time and the next finer step. FALSE, and nothing is changed, when there is
 * neither: its rows are next. */
gboolean nida_drill_down (NidaFilterSet *filters, const NidaMark *mark, guint fiscal_start);
/* Back by the step that was the last; FALSE when nobody looks closer. */
gboolean nida_drill_up   (NidaFilterSet *filters, guint fiscal_start);
/* Back to @depth stretches of the way; 0 is all of the time. */
void     nida_drill_to   (NidaFilterSet *filters, guint depth, guint fiscal_start);
/* The way down, the widest first: 2023, the second quarter of it. Returns how many; 0 when nobody looks closer. */
guint    nida_drill_path (const NidaFilterSet *filters, guint fiscal_start, NidaPeriod path[NIDA_DRILL_MOST]);

G_END_DECLS
