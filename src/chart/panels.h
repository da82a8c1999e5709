/* Small charts of one kind side by side. Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

/* The scene of one panel, as nida_chart_build() would draw it. */
typedef NidaScene *(*NidaPanelFunc) (const NidaChartSpec *spec, GPtrArray *cubes, const NidaChartContext *context);

/* Makes of the questions of a chart those of its panels: each by one more field in front, then all by that field alone. */
void nida_panels_queries (const NidaChartSpec *spec, GPtrArray *queries);
void nida_panels_build   (NidaRecipe *recipe, NidaPanelFunc build);

G_END_DECLS
