/* What of the marks of a chart about needs is inside of a selection, from the answers to the chart's own questions under it. */
#pragma once

#include "brushed.h"
#include "chart.h"

G_BEGIN_DECLS

/* The questions of a chart about needs under a selection, as nida_needs_inside() takes their answers. */
GPtrArray *nida_needs_queries (const NidaChartSpec *narrowed);
/* @narrowed: the spec of the chart, which asks for less; @brushables: of the scene of the whole chart; @cubes: the answers to the
 * questions of @narrowed. Transfer full: a figure by brushable; NIDA_MONEY_NONE where it is not known. In any thread. */
NidaMoney *nida_needs_inside (const NidaChartSpec *narrowed, GArray *brushables, GPtrArray *cubes, NidaLanguage *language);

/* --- private to chart/ --- */

/* Adds to @figures (by brushable) those of the marks at @places (guint), each of the cells of @cubes that it stands for. */
void       nida_needs_take_cells (GArray *brushables, GArray *places, GPtrArray *cubes, NidaMoney *figures);
/* Of what @mark is the figure. */
NidaMeasure nida_needs_measure   (const NidaMark *mark);

G_END_DECLS
