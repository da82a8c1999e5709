/* The order of the nodes of a Sankey diagram. Private to chart/. */
#pragma once

#include "sankey.h"

G_BEGIN_DECLS

/* @groups: (element-type NidaGroup): by size, as all of these. The names that the person put in order come first. */
void     nida_sankey_order_by_hand    (GPtrArray *groups, const NidaChartSpec *spec);
gboolean nida_sankey_order_is_by_hand (const NidaGroup *group, const NidaChartSpec *spec);
/* The others stand as in the picture before, if there was one. */
void     nida_sankey_order_as_before  (GPtrArray *groups, NidaField field, const NidaChartSpec *spec);

G_END_DECLS
