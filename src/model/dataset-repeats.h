/* Sources whose identifier names several rows of a file. Private to the model. */
#pragma once

#include "dataset-table.h"

G_BEGIN_DECLS

/* Number the rows that share an id within one source whose ids repeat: "x", "x#2", "x#3". By their amounts, so that two
 * files with the same rows in another order give them the same numbers. */
void nida_table_number_repeats (NidaTable *table);

G_END_DECLS
