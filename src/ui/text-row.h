/* A row of words for a column view: a chart as a table, a problem in the load report. */
#pragma once

#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_TEXT_ROW (nida_text_row_get_type ())
G_DECLARE_FINAL_TYPE (NidaTextRow, nida_text_row, NIDA, TEXT_ROW, GObject)

/* Cells are copied; @tag is the owner's own number. */
NidaTextRow *nida_text_row_new      (const char * const *cells, int tag);
const char  *nida_text_row_get_cell (NidaTextRow *self, guint column);   /* "" beyond the last */
int          nida_text_row_get_tag  (NidaTextRow *self);
/* What a screen reader says of it; its cells one after the other unless set. */
void         nida_text_row_set_spoken (NidaTextRow *self, const char *words);
/* Rows that @self stands for, or NULL. */
void         nida_text_row_set_children (NidaTextRow *self, GListModel *children);
GListModel  *nida_text_row_get_children (NidaTextRow *self);
/* The row of a list item's item, which may be a GtkTreeListRow. */
NidaTextRow *nida_text_row_of_item  (gpointer item);

/* Adds a column that shows cell @column; numbers stand with their units over each other, the text of a column that
 * expands is wrapped. */
GtkColumnViewColumn *nida_text_column_append (GtkColumnView *view, const char *title, guint column, gboolean number, gboolean expand);
/* A chart's table as a column view in a scroller; every heading a column. */
GtkWidget   *nida_text_table_new    (const NidaTable *table);

G_END_DECLS
