/* Names that have no room, cut so that no two of a chart read alike. Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

/* In the text of @node it is @name that is cut where there is no room, not what stands before and behind it. Returns @node. */
NidaNode *nida_node_name (NidaNode *node, const char *name);
/* Cuts the names that have no room, once all that stand in the chart are known. */
void      nida_names_cut (NidaRecipe *recipe);

G_END_DECLS
