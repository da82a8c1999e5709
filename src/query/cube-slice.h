/* One group of an answer as an answer of its own. */
#pragma once

#include "cube.h"

G_BEGIN_DECLS

/* The cells of the first dimension's @item (none where it is no item), without that dimension, as the answer to @query. @total: exact, from a question
 * by the first dimension alone, since some measures are no sums. Facts are those that name the item. Asides and conversions
 * stay with @self, of which they are told once. */
NidaCube *nida_cube_slice (NidaCube *self, guint item, const NidaCubeCell *total, NidaQuery *query);

G_END_DECLS
