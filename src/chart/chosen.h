/* Marks of values that are chosen beside those that are not. Private to chart/. */
#pragma once

#include "chart-spec.h"
#include "scene.h"

G_BEGIN_DECLS

/* Is @value of the spec's own field chosen? A period is where it lies within one that is. */
gboolean nida_chart_spec_has_chosen (const NidaChartSpec *spec, const char *value);
/* Pales what @spec has not chosen of its own field, and says of the rest that it is chosen. Nothing where nothing is. */
void nida_scene_show_chosen (NidaScene *scene, const NidaChartSpec *spec);

G_END_DECLS
