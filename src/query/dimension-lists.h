/* Cells that list several names, told apart by which of some names they list: a filter by one of those lets the whole cell pass.
 * Likewise flows whose copies state several sides of a boundary. Private to query/. */
#pragma once

#include "dimension.h"

G_BEGIN_DECLS

/* Make of "Multiple (n)" a group for each set of @names that its cells list; those that list none stay one. */
void     nida_dimension_split_lists (NidaDimension *self, const char * const *names);
/* Is @slot one of those groups, and @name among what it lists? */
gboolean nida_dimension_lists       (const NidaDimension *self, guint32 slot, const char *name);

G_END_DECLS
