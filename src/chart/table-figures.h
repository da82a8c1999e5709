/* Figures and dates in the cells of a chart's table, as digits that every spreadsheet understands. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

/* "17064284" for "$17,064,284", «17,064,284 دولار»; "44.5" with @percent for "44.5%". NULL where @cell is no bare figure:
 * "<1%", "Other (3)", "2024-Q1". Transfer full. */
char *nida_table_cell_number    (const char *cell, gboolean *percent);
/* The same of a cell that sorts by all of its figure; NULL for words, and for what was rounded. Transfer full. */
char *nida_table_row_dup_figure (const NidaTableRow *row, guint column, gboolean *percent);

/* "2024", "2024-Q1", "2024-02-04", "2024/25" where that is what a cell says in words; or NULL. Transfer full. */
char *nida_table_row_dup_date   (const NidaTableRow *row, guint column);

G_END_DECLS
