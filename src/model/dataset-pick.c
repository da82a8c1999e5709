/* Some rows of a dataset as one of their own, which shares names, ids and texts with it: what is asked of few rows should not
 * look at millions of others. */
#include "dataset-append.h"
#include "dataset-private.h"

static void
add_row (NidaColumns       *columns,
         const NidaColumns *from,
         guint              row)
{
  gint64 values[NIDA_N_COLUMNS];
  guint64 set = 0;

  for (NidaColumnId id = 0; id < NIDA_N_COLUMNS; id++)
    {
      values[id] = nida_columns_get (from, id, row);
      set |= values[id] != nida_column_missing (id) ? G_GUINT64_CONSTANT (1) << id : 0;
    }
  nida_columns_add_row (columns, values, set);
}

/**
 * nida_dataset_pick:
 * @self: a dataset
 * @rows: (array length=n_rows): numbers of rows
 * @n_rows: how many
 *
 * What was merged into the rows is not told of the copies.
 *
 * Returns: (transfer full): a dataset of those rows, in that order; codes, sources and the report are those of @self
 */
NidaDataset *
nida_dataset_pick (NidaDataset *self,
                   const guint *rows,
                   guint        n_rows)
{
  const NidaTable *from = nida_dataset_get_table (self);
  NidaTable table;

  nida_table_share (&table, self);
  table.report = g_object_ref (from->report);
  g_array_unref (table.merged);
  table.merged = g_array_new (FALSE, FALSE, sizeof (NidaMergedRow));
  for (guint i = 0; i < n_rows; i++)
    add_row (&table.columns, &from->columns, rows[i]);
  return nida_dataset_new (&table);
}
