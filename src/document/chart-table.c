/* The table of a chart, its figures as numbers, in a file. */
#include "config.h"

#include "chart-table.h"

#include "cells-write.h"
#include "dictionary.h"
#include "table-figures.h"

static GArray *
make_row (const NidaTableRow *row,
          guint               n_columns)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (NidaSheetCell));

  g_array_set_clear_func (cells, nida_sheet_cell_clear);
  for (guint i = 0; i < n_columns; i++)
    {
      gboolean percent;
      NidaSheetCell cell = { NIDA_SHEET_TEXT, nida_table_row_dup_figure (row, i, &percent) };

      if (cell.text != NULL)
        cell.kind = percent ? NIDA_SHEET_PERCENT : NIDA_SHEET_NUMBER;
      else
        cell.text = nida_table_row_dup_date (row, i);
      if (cell.text == NULL)
        cell.text = nida_name_clean (row->cells[i]);
      g_array_append_val (cells, cell);
    }
  return cells;
}

/**
 * nida_scene_table_write:
 * @scene: a chart
 * @file: where to; its ending says the format
 * @error: return location for an error
 *
 * Returns: %FALSE when nothing was written
 */
gboolean
nida_scene_table_write (NidaScene  *scene,
                        GFile      *file,
                        GError    **error)
{
  const NidaTable *table = nida_scene_get_table (scene);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_add (headings, nida_name_clean (table->headings[i]));
  g_ptr_array_add (headings, NULL);
  for (guint i = 0; i < table->rows->len; i++)
    g_ptr_array_add (rows, make_row (table->rows->pdata[i], table->n_columns));
  return nida_cells_write_file ((const char * const *) headings->pdata, rows, nida_scene_is_rtl (scene), file, error);
}
