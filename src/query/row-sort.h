/* Putting rows in order by one field. Private to query/. */
#pragma once

#include "row-list.h"

G_BEGIN_DECLS

typedef struct {
  NidaDataset     *dataset;
  GArray          *rows;          /* guint; of our own */
  NidaField        field;
  gboolean         descending;
  gboolean         arabic;
  NidaNameCompare  compare;
  gpointer         compare_data;
  GDestroyNotify   destroy;
} NidaRowSort;

/* Reorder @sort->rows: rows without a value last in either direction, ties in row order. May stop when cancelled. */
void nida_row_sort_run (NidaRowSort *sort, GCancellable *cancellable);

G_END_DECLS
