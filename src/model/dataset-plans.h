/* Private to the model: what rows that know a plan by its number alone learn of it from the other files. */
#pragma once

#include "dataset-table.h"

G_BEGIN_DECLS

/* (transfer full) (element-type guint): the rows whose appeal is another one in @map, before it is applied */
GArray *nida_plans_find_numbered (const NidaTable *table, const guint32 *map, guint32 n_map);
/* Give @rows the years and the country of their plans, where they say none and all files agree on them. */
void    nida_plans_complete      (NidaTable *table, GArray *rows);

G_END_DECLS
