/* The chart as a table: filled by a recipe, shown, copied and read aloud in place of the picture. */
#include "config.h"

#include "scene-private.h"

#include "dictionary.h"
#include "formula.h"
#include "messages.h"
#include "table-figures.h"

/* A tab or line break inside a cell would break the table when it is pasted. */
static char *
clean_cell (const char *text)
{
  return g_strdelimit (g_strdup (text != NULL ? text : ""), "\t\r\n", ' ');
}

/**
 * nida_scene_builder_table:
 * @self: a builder
 * @headings: (array zero-terminated=1): names of the columns
 */
void
nida_scene_builder_table (NidaSceneBuilder   *self,
                          const char * const *headings)
{
  NidaTable *table = &self->scene->table;

  g_return_if_fail (table->rows->len == 0);

  g_strfreev (table->headings);
  table->n_columns = g_strv_length ((char **) headings);
  table->headings = g_new0 (char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    table->headings[i] = clean_cell (headings[i]);
}

/**
 * nida_scene_builder_table_row:
 * @self: a builder
 * @key: (nullable): key of the mark that the row stands for
 * @cells: as many texts as there are headings
 * @sort: (nullable): as many figures to sort by, %NIDA_MONEY_NONE where the text sorts
 */
void
nida_scene_builder_table_row (NidaSceneBuilder   *self,
                              const char         *key,
                              const char * const *cells,
                              const NidaMoney    *sort)
{
  nida_table_add_row (&self->scene->table, key, cells, sort);
}

/**
 * nida_table_add_row:
 *
 * As nida_scene_builder_table_row(), for rows that are made later.
 */
void
nida_table_add_row (NidaTable          *self,
                    const char         *key,
                    const char * const *cells,
                    const NidaMoney    *sort)
{
  NidaTableRow *row = g_new0 (NidaTableRow, 1);

  row->key = g_strdup (key);
  row->cells = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    row->cells[i] = clean_cell (cells[i]);
  if (sort != NULL)
    row->sort = g_memdup2 (sort, self->n_columns * sizeof *sort);
  g_ptr_array_add (self->rows, row);
}

/**
 * nida_table_date_row:
 * @self: a table with a row
 * @column: one of its columns
 * @period: what stands there in the row that was added last, in words; may be undated
 *
 * Programs of tables are told a date in digits, whatever language its words are in.
 */
void
nida_table_date_row (NidaTable  *self,
                     guint       column,
                     NidaPeriod  period)
{
  NidaTableRow *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  g_return_if_fail (column < self->n_columns);
  row->period = period;
  row->period_column = column;
}

/**
 * nida_scene_builder_table_date:
 *
 * As nida_table_date_row().
 */
void
nida_scene_builder_table_date (NidaSceneBuilder *self,
                               guint             column,
                               NidaPeriod        period)
{
  nida_table_date_row (&self->scene->table, column, period);
}

/**
 * nida_scene_builder_table_later:
 * @self: a builder whose headings are set
 * @fill: adds the rows
 * @data: (transfer full): for @fill
 * @destroy: frees @data
 */
void
nida_scene_builder_table_later (NidaSceneBuilder *self,
                                NidaTableFunc     fill,
                                gpointer          data,
                                GDestroyNotify    destroy)
{
  g_return_if_fail (self->scene->free_fill_data == NULL);

  self->scene->fill_table = fill;
  self->scene->fill_language = nida_speech_get_code ();
  self->scene->fill_data = data;
  self->scene->free_fill_data = destroy;
}

/**
 * nida_scene_builder_table_last:
 * @cells: (transfer full) (element-type utf8 utf8): by the keys of rows; others are empty
 */
void
nida_scene_builder_table_last (NidaSceneBuilder *self,
                               const char       *heading,
                               GHashTable       *cells)
{
  g_return_if_fail (self->scene->last_heading == NULL);

  self->scene->last_heading = clean_cell (heading);
  self->scene->last_cells = cells;
}

static void
append_cell (char       ***cells,
             guint         n,
             const char   *text)
{
  *cells = g_renew (char *, *cells, n + 2);
  (*cells)[n] = clean_cell (text);
  (*cells)[n + 1] = NULL;
}

static void
append_last (NidaScene *self)
{
  NidaTable *table = &self->table;
  g_autofree char *heading = g_steal_pointer (&self->last_heading);

  if (heading == NULL || table->n_columns == 0)
    return;
  append_cell (&table->headings, table->n_columns, heading);
  for (guint i = 0; i < table->rows->len; i++)
    {
      NidaTableRow *row = table->rows->pdata[i];

      append_cell (&row->cells, table->n_columns, row->key != NULL ? g_hash_table_lookup (self->last_cells, row->key) : NULL);
      if (row->sort == NULL)
        continue;
      row->sort = g_renew (NidaMoney, row->sort, table->n_columns + 1);
      row->sort[table->n_columns] = NIDA_MONEY_NONE;
    }
  table->n_columns++;
}

static void
fill_rows (NidaScene *self)
{
  NidaTableFunc fill = g_steal_pointer (&self->fill_table);

  if (fill != NULL)
    {
      g_auto (NidaSpeech) speech = nida_speech_begin (self->fill_language);

      fill (&self->table, self->fill_data);
      g_clear_pointer (&self->fill_data, self->free_fill_data);
      self->free_fill_data = NULL;
    }
}

void
nida_scene_fill_table (NidaScene *self)
{
  fill_rows (self);
  append_last (self);
}

/* Words, without the marks of direction that they are shown with. */
static void
append_tsv_words (GString    *tsv,
                  const char *words)
{
  g_autofree char *clean = nida_name_clean (words);

  nida_formula_append_cell (tsv, clean);
}

/* A figure or date as digits: with the marks of thousands, of a currency or of direction it is words to whoever pastes it. */
static void
append_tsv_cell (GString            *tsv,
                 const NidaTableRow *row,
                 guint               column)
{
  gboolean percent;
  g_autofree char *figure = nida_table_row_dup_figure (row, column, &percent), *date = nida_table_row_dup_date (row, column);

  if (figure != NULL)
    g_string_append_printf (tsv, "%s%s", figure, percent ? "%" : "");
  else if (date != NULL)
    g_string_append (tsv, date);
  else
    append_tsv_words (tsv, row->cells[column]);
}

static void
append_tsv_row (GString            *tsv,
                const NidaTableRow *row,
                guint               n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (tsv, '\t');
      append_tsv_cell (tsv, row, i);
    }
  g_string_append_c (tsv, '\n');
}

static void
append_tsv_headings (GString         *tsv,
                     const NidaTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (tsv, '\t');
      append_tsv_words (tsv, table->headings[i]);
    }
  g_string_append_c (tsv, '\n');
}

/**
 * nida_scene_table_to_tsv:
 * @self: a scene
 *
 * The table as tab-separated lines, as a spreadsheet takes it from the clipboard: figures and dates are digits, as in the file of the
 * table, and no name becomes a formula.
 *
 * Returns: (transfer full): the text, empty when there is no table
 */
char *
nida_scene_table_to_tsv (NidaScene *self)
{
  GString *tsv = g_string_new (NULL);

  nida_scene_fill_table (self);
  if (self->table.n_columns > 0)
    append_tsv_headings (tsv, &self->table);
  for (guint i = 0; i < self->table.rows->len; i++)
    append_tsv_row (tsv, self->table.rows->pdata[i], self->table.n_columns);

  return g_string_free (tsv, FALSE);
}
