/* The cells of the table of rows: which fields it shows, how wide, in which words. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

/* The fields of the table in order; a dataset has some of them. */
const NidaField *nida_data_fields              (guint *n_fields);
gboolean         nida_data_has_field           (NidaDataset *dataset, NidaField field);
gboolean         nida_data_field_is_number     (NidaField field);
int              nida_data_field_width (NidaField field);   /* points at text scale 1 */
/* In the present language, for a cell on screen. */
char            *nida_data_cell_text           (NidaDataset *dataset, guint row, NidaField field);
char            *nida_data_column_title        (NidaDataset *dataset, NidaField field);
/* When, what, who, to whom, how much: what a screen reader is told of a row. */
char            *nida_data_row_words           (NidaDataset *dataset, guint row);
/* The same as a column shows it: the unit stands in its title or in the column of currencies. */
char            *nida_data_column_text         (NidaDataset *dataset, guint row, NidaField field);
/* Lines of tab-separated values, figures as `convert` writes them. */
void             nida_data_cells_append_header (GString *out, NidaDataset *dataset);
void             nida_data_cells_append_row    (GString *out, NidaDataset *dataset, guint row);

G_END_DECLS
