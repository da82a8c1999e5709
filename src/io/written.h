/* The columns of a dataset as they are written, to a table of text or a workbook alike. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

typedef struct {
  NidaField field;
  gboolean  arabic;
} NidaWrittenColumn;

/* The columns that any of @rows (guint; NULL: all) fills: (element-type NidaWrittenColumn). */
GArray   *nida_written_columns   (NidaDataset *dataset, const GArray *rows);
/* What a cell says; "" for nothing. */
char     *nida_written_dup       (NidaDataset *dataset, guint row, NidaWrittenColumn column);
gboolean  nida_written_is_number (NidaField field);

G_END_DECLS
