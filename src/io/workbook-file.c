/* From a workbook to rows: which sheet, which row is the header, and each row after it as a record of the same readers that
 * tables of text have. */
#include "config.h"

#include "workbook-file.h"

#include "nida-csv.h"
#include "readers.h"
#include "record-table.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define HEADER_ROWS 50

/* The beginning of a sheet. */
typedef struct {
  GPtrArray *rows;          /* GStrv */
  GArray    *numbers;       /* guint: of each of them in the sheet */
} Head;

/* What was found to be read. */
typedef struct {
  guint             sheet;
  guint             header_number;     /* the row of the sheet */
  NidaHeader       *header;
  const NidaReader *reader;
  NidaLayout       *layout;            /* of a table that no reader knows */
} Choice;

static gboolean
head_cb (guint           number,
         const NidaCell *cells,
         guint           n_cells,
         gpointer        data)
{
  Head *head = data;
  char **texts = g_new0 (char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    texts[i] = g_strndup (cells[i].text, cells[i].length);
  g_ptr_array_add (head->rows, texts);
  g_array_append_val (head->numbers, number);
  return head->rows->len < NIDA_LAYOUT_ROWS;
}

static void
free_head (gpointer data)
{
  Head *head = data;

  g_ptr_array_unref (head->rows);
  g_array_unref (head->numbers);
  g_free (head);
}

static Head *
read_head (NidaWorkbook  *workbook,
           guint          sheet,
           GError       **error)
{
  Head *head = g_new0 (Head, 1);

  head->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  head->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  if (nida_workbook_read (workbook, sheet, head_cb, head, error))
    return head;
  free_head (head);
  return NULL;
}

static NidaHeader *
header_of (const Head *head,
           guint       index)
{
  char **texts = head->rows->pdata[index];

  return nida_record_header_new ((const char * const *) texts, g_strv_length (texts));
}

/* A row that a person chose by its number, or any of the first ones. */
static gboolean
may_be_header (const NidaLoadOptions *options,
               const Head            *head,
               guint                  index)
{
  guint number = g_array_index (head->numbers, guint, index);

  return options->header > 0 ? number == options->header : index < HEADER_ROWS;
}

/* A reader that knows a row of the sheet as its header. */
static gboolean
choose_reader (const NidaInput *input,
               const Head      *head,
               guint            sheet,
               Choice          *choice,
               GError         **error)
{
  for (guint i = 0; i < head->rows->len && choice->reader == NULL; i++)
    {
      g_autoptr (NidaHeader) header = NULL;
      gint16 roles[NIDA_MAX_ROLES];

      if (!may_be_header (input->options, head, i))
        continue;
      header = header_of (head, i);
      if (!nida_readers_choose (header, input->info->name, input->options, roles, &choice->reader, error))
        return FALSE;
      if (choice->reader == NULL)
        continue;
      choice->sheet = sheet;
      choice->header_number = g_array_index (head->numbers, guint, i);
      choice->header = g_steal_pointer (&header);
    }
  return TRUE;
}

/* What the names and contents of a sheet say, or a person said before. */
static gboolean
lay_out (const NidaInput  *input,
         const Head       *head,
         NidaLayout      **layout,
         GError          **error)
{
  g_autoptr (NidaLayout) detected = nida_layout_detect (head->rows, ',');
  NidaLayouts *layouts = input->options->layouts;

  for (guint i = 0; i < head->rows->len && input->options->header > 0; i++)
    if (may_be_header (input->options, head, i))
      nida_layout_set_header (detected, head->rows, i);
  *layout = layouts != NULL && !nida_layouts_is_empty (layouts) ? nida_layouts_find (layouts, detected) : NULL;
  if (*layout == NULL)
    *layout = g_steal_pointer (&detected);
  return nida_readers_correct (*layout, input->options, error);
}

static void
take_layout (const Head *head,
             guint       sheet,
             NidaLayout *layout,
             Choice     *choice)
{
  g_clear_pointer (&choice->layout, nida_layout_free);
  g_clear_pointer (&choice->header, nida_header_free);
  choice->sheet = sheet;
  choice->layout = layout;
  choice->header = header_of (head, layout->header);
  choice->header_number = g_array_index (head->numbers, guint, layout->header);
}

/* The sheet whose columns say the most; one that makes no sense, to name its columns, where none does. */
static gboolean
choose_layout (const NidaInput  *input,
               GPtrArray        *heads,
               guint             first,
               Choice           *choice,
               GError          **error)
{
  guint best = 0;

  for (guint i = 0; i < heads->len; i++)
    {
      const Head *head = heads->pdata[i];
      g_autoptr (NidaLayout) layout = NULL;
      guint score;

      if (head->rows->len == 0)
        continue;
      if (!lay_out (input, head, &layout, error))
        return FALSE;
      if (layout->header >= head->rows->len)
        continue;
      score = nida_layout_is_usable (layout) ? nida_layout_score (layout, head->rows) + 1 : 0;
      if (choice->layout != NULL && score <= best)
        continue;
      best = score;
      take_layout (head, first + i, g_steal_pointer (&layout), choice);
    }
  if (best > 0)
    {
      choice->reader = &nida_csv_reader;
      return TRUE;
    }
  if (choice->header != NULL)
    nida_readers_set_error (choice->header, input->info->name, error);
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_EMPTY,
                 _("“%s” is empty. Check that it was saved or fetched completely."), input->info->name);
  return FALSE;
}

/* The sheets that may be read: the one that a person names or numbers, else all of them. */
static gboolean
choose_sheets (const NidaInput  *input,
               NidaWorkbook     *workbook,
               guint            *first,
               guint            *last,
               GError          **error)
{
  const char *wanted = input->options->sheet;
  g_autoptr (GString) names = g_string_new (NULL);
  char *end;
  guint64 number;

  *first = 0;
  *last = nida_workbook_get_n_sheets (workbook) - 1;
  if (wanted == NULL)
    return TRUE;
  for (guint i = 0; i <= *last; i++)
    {
      if (strcmp (nida_workbook_get_sheet_name (workbook, i), wanted) == 0)
        {
          *first = *last = i;
          return TRUE;
        }
      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", nida_workbook_get_sheet_name (workbook, i));
    }
  number = g_ascii_strtoull (wanted, &end, 10);
  if (end != wanted && *end == '\0' && number >= 1 && number <= *last + 1)
    {
      *first = *last = (guint) number - 1;
      return TRUE;
    }
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_MAPPING,
               /* Translators: a workbook, a sheet, the list of its sheets */
               _("“%s” has no sheet “%s”. Its sheets are %s."), input->info->name, wanted, names->str);
  return FALSE;
}

static gboolean
choose (const NidaInput  *input,
        NidaWorkbook     *workbook,
        Choice           *choice,
        GError          **error)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (free_head);
  g_autoptr (GError) failure = NULL;
  guint first, last;

  if (!choose_sheets (input, workbook, &first, &last, error))
    return FALSE;
  for (guint sheet = first; sheet <= last && choice->reader == NULL; sheet++)
    {
      Head *head = read_head (workbook, sheet, error);

      if (head == NULL)
        return FALSE;
      g_ptr_array_add (heads, head);
      /* a row of numbers may repeat a name; only if nothing better is found does that matter */
      choose_reader (input, head, sheet, choice, failure == NULL ? &failure : NULL);
    }
  if (choice->reader != NULL)
    return TRUE;
  if (failure == NULL)
    return choose_layout (input, heads, first, choice, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- the rows --- */

typedef struct {
  NidaInput       *input;
  const Choice    *choice;
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
  NidaHeader *header = self->choice->header;

  ((Choice *) self->choice)->header = NULL;
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
            Choice        *choice,
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

/**
 * nida_workbook_file_read:
 * @zip: the workbook that the bytes of @input are
 *
 * Read the sheet that a reader knows, or that makes the most sense, as one source.
 */
gboolean
nida_workbook_file_read (NidaInput  *input,
                         NidaZip    *zip,
                         GError    **error)
{
  g_autoptr (NidaWorkbook) workbook = nida_workbook_open (zip, input->info->name, input->cancellable, error);
  const NidaSourceInfo *outer = input->info;
  NidaSourceInfo info = *outer;
  g_autofree char *name = NULL;
  Choice choice = { 0 };
  gboolean ok;

  if (workbook == NULL)
    return FALSE;
  ok = choose (input, workbook, &choice, error);
  if (ok && nida_workbook_get_n_sheets (workbook) > 1)
    info.name = name = g_strdup_printf ("%s (%s)", outer->name, nida_workbook_get_sheet_name (workbook, choice.sheet));
  input->info = &info;
  ok = ok && read_sheet (input, workbook, &choice, error);
  input->info = outer;
  g_clear_pointer (&choice.header, nida_header_free);
  g_clear_pointer (&choice.layout, nida_layout_free);
  atomic_fetch_add (&input->progress->bytes, nida_bytes_get_size (input->bytes));
  return ok;
}
