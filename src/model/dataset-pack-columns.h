/* Private to the model: the columns of a table as values, and back. */
#pragma once

#include "dataset-columns.h"
#include "text-store.h"

G_BEGIN_DECLS

/* Do they hold what a reader sets, and no more? */
gboolean  nida_columns_can_be_packed (const NidaColumns *self);
/* @places: where the texts of the rows are, in place of the column that says it. */
GVariant *nida_columns_pack          (const NidaColumns *self, const NidaTextPlace *places);
/* Into columns that are empty. FALSE: @packed has not the size of @n_rows rows, or no such column. */
gboolean  nida_columns_unpack        (NidaColumns *self, GVariant *packed, guint n_rows);
/* The largest value of a column, as a number without a sign; 0 where it is not there. */
guint64   nida_columns_get_highest   (const NidaColumns *self, NidaColumnId id);

G_END_DECLS
