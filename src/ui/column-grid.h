/* The beginning of a table with a choice above each column of what it holds; a choice changes the layout. */
#pragma once

#include "layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @changed: void (*) (gpointer data), after a person gave a column another field. @layout outlives what @grid shows. */
void nida_column_grid_fill  (GtkGrid *grid, NidaLayout *layout, GPtrArray *rows, GCallback changed, gpointer data);
void nida_column_grid_clear (GtkGrid *grid);

G_END_DECLS
