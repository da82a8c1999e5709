/* The rows behind the filters, as a table: sorted by our own permutation, copied as TSV, made row by row as they are seen. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_DATA_TABLE (nida_data_table_get_type ())
G_DECLARE_FINAL_TYPE (NidaDataTable, nida_data_table, NIDA, DATA_TABLE, GtkWidget)

GtkWidget *nida_data_table_new         (NidaSession *session);
guint      nida_data_table_get_n_rows  (NidaDataTable *self);
/* The dataset's row at @position, as sorted. */
guint      nida_data_table_get_row     (NidaDataTable *self, guint position);
/* A new question about the rows is only asked while the table is seen. */
void       nida_data_table_set_active  (NidaDataTable *self, gboolean active);
void       nida_data_table_sort        (NidaDataTable *self, NidaField field, gboolean descending);
gboolean   nida_data_table_is_sorting  (NidaDataTable *self);
/* The selected rows, all when none is selected; with a header line. */
char      *nida_data_table_to_tsv      (NidaDataTable *self);
/* All rows that are shown, in their order, as .csv or .xlsx. */
gboolean   nida_data_table_write (NidaDataTable *self, GFile *file, GError **error);

G_END_DECLS
