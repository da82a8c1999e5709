/* Putting the groups of an answer in order. Private to query/. */
#pragma once

#include "cube-builder.h"
#include "dimension.h"

G_BEGIN_DECLS

/* Hands @cells (NidaCubeCell, whose items are still slots of @dimensions) and the items that they have to @cube. */
void nida_ordering_add_cells (NidaCube *cube, const NidaDimension *dimensions, guint n_dimensions, GArray *cells);

G_END_DECLS
