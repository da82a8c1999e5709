/* The table of a chart as a file: figures as numbers, words as words. */
#pragma once

#include "scene.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The ending of @file says the format: .csv or .xlsx. */
gboolean nida_scene_table_write (NidaScene *scene, GFile *file, GError **error);
/* "17064284" for "$17,064,284", «17,064,284 دولار»; "44.5" with @percent for "44.5%". NULL where @cell is no bare figure:
 * "<1%", "Other (3)", "2024-Q1". Transfer full. */
char    *nida_table_cell_number (const char *cell, gboolean *percent);

G_END_DECLS
