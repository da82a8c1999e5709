/* Which names of a chart have which hue. Private to chart/. */
#pragma once

#include "chart-groups.h"
#include "recipe.h"

G_BEGIN_DECLS

/* For @groups, the largest first, of names of @field: donors have the hues of the board; all others those that are free after what a
 * person chose, in their order. Small charts have the hues of all of them together. Transfer full. */
NidaColorMap *nida_hues_new (NidaRecipe *recipe, NidaField field, GPtrArray *groups);

G_END_DECLS
