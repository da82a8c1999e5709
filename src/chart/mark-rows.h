/* From a mark to its rows: those that the figure counts, asked of any engine that holds such rows. */
#pragma once

#include "chart-spec.h"
#include "local-engine.h"
#include "scene.h"

G_BEGIN_DECLS

/* The rows (guint) behind @mark, or behind the whole chart when it is NULL: those that the chart's figure counts, or where it
 * has none, those of the facts that the chart tells. Transfer full; NULL when the question cannot be answered. */
GArray *nida_mark_rows    (const NidaChartSpec *spec, NidaLocalEngine *engine, const NidaMark *mark);
/* Those that @measures count, whatever the chart itself does. */
GArray *nida_mark_rows_of (const NidaChartSpec *spec, NidaLocalEngine *engine, const NidaMark *mark, guint measures);

G_END_DECLS
