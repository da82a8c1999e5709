/* Private to the model: rows whose names count as others. */
#pragma once

#include "aliases.h"
#include "dataset-table.h"

G_BEGIN_DECLS

/* Let every row of @table that has a name of @aliases have the name that it counts as, remember the one that the source
 * wrote, and say so in the report. */
void        nida_table_apply_aliases (NidaTable *table, NidaAliases *aliases);
/* The name of @field in @row as the source wrote it where it counts as another one; else NULL. */
const char *nida_table_get_written   (const NidaTable *table, guint row, NidaField field);
void        nida_joined_name_clear   (gpointer data);

G_END_DECLS
