/* From a workbook to rows: each row after the header of the sheet that was chosen is a record of the same readers that tables
 * of text have. */
#include "config.h"

#include "workbook-file.h"

#include "record-table.h"
#include "workbook-choice.h"

#include <string.h>

typedef struct {
  NidaInput       *input;
  NidaWorkbookChoice *choice;
  NidaRecordTable *table;
  NidaCell        *cells;          /* of one record, as wide as the header */
  guint            n_cells;
  GString         *marks;          /* numbers with the decimal mark that the texts of the sheet have */
  gboolean         after_header;   /* one more row may hold the hashtags */
  GError          *error;
} Rows;

static gboolean
begin_table (Rows *self)
{
  NidaHeader *header = g_steal_pointer (&self->choice->header);

  self->n_cells = header->n_columns;
  self->cells = g_new0 (NidaCell, self->n_cells + 1);
  self->table = nida_record_table_new_laid_out (self->input, header, self->choice->reader, self->choice->layout, NULL,
                                                NIDA_UNIT_ROW, self->choice->header_number, &self->error);
  return self->table != NULL;
}

/* Numbers of a sheet have the dot, whatever mark its texts have. */
static void
set_marks (Rows *self)
{
  const NidaSheet *sheet = nida_record_table_get_sheet (self->table);
  gsize needed = 0;

  if (sheet->decimal != NIDA_DECIMAL_COMMA)
    return;
  for (guint i = 0; i < self->n_cells; i++)
    needed += self->cells[i].length;
  g_string_set_size (self->marks, needed);
  g_string_truncate (self->marks, 0);
  for (guint i = 0; i < self->n_cells; i++)
    {
      NidaCell *cell = &self->cells[i];
      gsize start = self->marks->len;

      if (cell->doubled != NIDA_WORKBOOK_NUMBER || memchr (cell->text, '.', cell->length) == NULL)
        continue;
      g_string_append_len (self->marks, cell->text, cell->length);
      *strchr (self->marks->str + start, '.') = ',';
      cell->text = self->marks->str + start;
    }
}

static gboolean
row_cb (guint           number,
        const NidaCell *cells,
        guint           n_cells,
        gpointer        data)
{
  Rows *self = data;
  NidaRecord record = { .line = number };

  if (number <= self->choice->header_number)
    return TRUE;
  if (self->after_header)
    {
      NidaRecord tags = { .cells = (NidaCell *) cells, .n_cells = n_cells, .line = number };
      gboolean taken = nida_header_take_tags (self->choice->header, &tags);

      self->after_header = FALSE;
      if (!begin_table (self))
        return FALSE;
      if (taken)
        return TRUE;
    }
  for (guint i = 0; i < self->n_cells; i++)
    self->cells[i] = i < n_cells ? cells[i] : (NidaCell) { "", 0, 0 };
  set_marks (self);
  for (guint i = 0; i < self->n_cells; i++)
    self->cells[i].doubled = 0;
  record.cells = self->cells;
  record.n_cells = self->n_cells;
  nida_record_table_read (self->table, &record, 0, 0);
  return TRUE;
}

static gboolean
read_sheet (NidaInput     *input,
            NidaWorkbook  *workbook,
            NidaWorkbookChoice *choice,
            GError       **error)
{
  Rows rows = { .input = input, .choice = choice, .after_header = TRUE, .marks = g_string_new (NULL) };
  gboolean ok = nida_workbook_read (workbook, choice->sheet, row_cb, &rows, error);

  if (ok && rows.after_header)
    begin_table (&rows);
  if (ok && rows.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&rows.error));
      ok = FALSE;
    }
  if (ok)
    ok = nida_record_table_end (rows.table, error);
  else if (rows.table != NULL)
    nida_record_table_free (rows.table);
  g_free (rows.cells);
  g_string_free (rows.marks, TRUE);
  return ok;
}

/* Say which other sheets hold something. */
static void
report_unread (NidaInput                *input,
               const NidaWorkbookChoice *choice,
               guint                     source)
{
  if (choice->unread != NULL)
    nida_report_add (nida_dataset_builder_get_report (input->builder), NIDA_PROBLEM_SHEETS_UNREAD, source, 0, NULL,
                     choice->unread, -1);
}

static gboolean
read_choice (NidaInput           *input,
             NidaWorkbook        *workbook,
             NidaWorkbookChoice  *choice,
             GError             **error)
{
  const NidaSourceInfo *outer = input->info;
  const char *sheet = nida_workbook_get_sheet_name (workbook, choice->sheet);
  guint source = nida_report_get_n_sources (nida_dataset_builder_get_report (input->builder));
  NidaSourceInfo info = *outer;
  g_autofree char *name = NULL;
  gboolean ok;

  if (nida_workbook_get_n_sheets (workbook) > 1)
    info.name = name = g_strdup_printf ("%s (%s)", outer->name, sheet);
  info.sheet = (char *) sheet;
  info.header = choice->header_number;
  input->info = &info;
  ok = read_sheet (input, workbook, choice, error);
  input->info = outer;
  if (ok)
    report_unread (input, choice, source);
  return ok;
}

/**
 * nida_workbook_file_read:
 * @zip: the workbook that the bytes of @input are
 *
 * Read the sheet that a person chose, that a reader knows, or that makes the most sense, as one source.
 */
gboolean
nida_workbook_file_read (NidaInput  *input,
                         NidaZip    *zip,
                         GError    **error)
{
  g_autoptr (NidaWorkbook) workbook = nida_workbook_open (zip, input->info->name, input->cancellable, error);
  NidaWorkbookChoice choice = { 0 };
  gboolean ok;

  if (workbook == NULL)
    return FALSE;
  ok = nida_workbook_choose (workbook, input->info->name, input->options, &choice, error)
       && read_choice (input, workbook, &choice, error);
  nida_workbook_choice_clear (&choice);
  atomic_fetch_add (&input->progress->bytes, nida_bytes_get_size (input->bytes));
  return ok;
}
