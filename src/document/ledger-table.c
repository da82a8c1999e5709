/* Reading: the columns are those that the first row names, else what their cells look like. A cell that is not understood is told
 * with its row, its column and the way to write it; a row without what its kind must have is refused. A part that was paid is a
 * row of its own, and goes to its entry. Writing is the same backwards, in ledger-table-write.c. */
#include "config.h"

#include "ledger-table.h"

#include "bytes.h"
#include "countries.h"
#include "csv-tokenizer.h"
#include "ledger-held.h"
#include "nida-csv.h"
#include "translate.h"
#include "workbook.h"

#include <string.h>

#define MAX_ROWS    100000
#define MAX_SAMPLE  50          /* rows that are looked at to know the columns */

/* --- the table as texts --- */

static void
free_problem (gpointer data)
{
  NidaTableProblem *problem = data;

  g_free (problem->column);
  g_free (problem->message);
  g_free (problem);
}

static NidaLedgerTable *
table_new (void)
{
  NidaLedgerTable *self = g_new0 (NidaLedgerTable, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_entry_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->problems = g_ptr_array_new_with_free_func (free_problem);
  return self;
}

void
nida_ledger_table_free (NidaLedgerTable *self)
{
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static char *
dup_cell (NidaCell cell)
{
  g_autofree char *text = nida_cell_dup (cell);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  NidaCell plain = nida_csv_unguard ((NidaCell) { valid, (guint32) strlen (valid), 0 });

  return g_strndup (plain.text, plain.length);
}

static char **
dup_row (const NidaCell *cells,
         guint           n_cells)
{
  char **row = g_new0 (char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    row[i] = dup_cell (cells[i]);
  return row;
}

static gboolean
is_blank (char **row)
{
  for (; *row != NULL; row++)
    if (**row != '\0')
      return FALSE;
  return TRUE;
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/* The mark of which the first line has the most. */
static char
find_delimiter (const char *text,
                gsize       length)
{
  static const char marks[] = { '\t', ';', ',' };
  const char *end = memchr (text, '\n', length);
  guint most = 0;
  char best = '\t';

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      guint n = 0;

      for (const char *p = text; p < (end != NULL ? end : text + length); p++)
        n += *p == marks[i];
      if (n > most)
        {
          most = n;
          best = marks[i];
        }
    }
  return best;
}

static GPtrArray *
split_text (const char  *text,
            gsize        length,
            GError     **error)
{
  g_autoptr (NidaCsv) csv = NULL;
  GPtrArray *rows = rows_new ();
  NidaRecord record;
  GError *failure = NULL;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3, length -= 3;
  csv = nida_csv_new_text (find_delimiter (text, length), text, length);
  while (rows->len < MAX_ROWS && nida_csv_next (csv, &record, &failure))
    g_ptr_array_add (rows, dup_row (record.cells, record.n_cells));
  if (failure == NULL)
    return rows;
  g_propagate_error (error, failure);
  g_ptr_array_unref (rows);
  return NULL;
}

/* Rows that are empty count, so that a row is called by its number. */
static gboolean
take_row (guint           number,
          const NidaCell *cells,
          guint           n_cells,
          gpointer        data)
{
  GPtrArray *rows = data;
  NidaCell none = { "", 0, 0 };

  while (rows->len + 1 < number && rows->len < MAX_ROWS)
    g_ptr_array_add (rows, dup_row (&none, 1));
  /* an apostrophe at the beginning was written twice, as in every workbook of ours */
  if (rows->len < MAX_ROWS)
    g_ptr_array_add (rows, dup_row (cells, n_cells));
  return rows->len < MAX_ROWS;
}

static GPtrArray *
read_workbook (NidaBytes   *bytes,
               const char  *name,
               GError     **error)
{
  g_autoptr (NidaZip) zip = nida_zip_open (bytes, error);
  g_autoptr (NidaWorkbook) workbook = zip != NULL ? nida_workbook_open (zip, name, NULL, error) : NULL;
  g_autoptr (GPtrArray) rows = rows_new ();

  if (workbook == NULL || !nida_workbook_read (workbook, 0, take_row, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

/* --- which column is what --- */

typedef struct {
  NidaLedgerTable *table;
  GPtrArray       *rows;
  guint            n_columns;
  int             *cells;           /* of each column; -1: none */
  NidaDecimalMark  mark;
  guint            first;           /* row below the names of the columns */
  GArray          *taken;           /* Taken: of each entry of the table */
} Reading;

/* Which row an entry is of, and the amount that stands there: what is open, where parts were paid. */
typedef struct { guint row; NidaMoney amount; } Taken;

static const char *
text_at (const Reading *self,
         guint          row,
         guint          column)
{
  char **cells = self->rows->pdata[row];

  return column < g_strv_length (cells) ? cells[column] : "";
}

/* A row that names columns has two known names, or nothing but known ones. */
static gboolean
take_header (Reading *self)
{
  guint n_known = 0, n_filled = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      NidaEntryCell cell;
      const char *name = text_at (self, 0, column);

      self->cells[column] = -1;
      n_filled += *name != '\0';
      if (*name == '\0' || !nida_entry_cell_from_name (name, &cell))
        continue;
      self->cells[column] = (int) cell;
      n_known++;
    }
  return n_known > 0 && (n_known >= 2 || n_known == n_filled);
}

typedef gboolean (*Test) (const char *text);

static gboolean
is_date (const char *text)
{
  NidaDate date;

  return nida_date_parse (text, strlen (text), &date) == NIDA_DATE_OK && strlen (text) > 4;
}

static gboolean
is_amount (const char *text)
{
  NidaMoney money;
  NidaMoneyStatus status = nida_money_parse (text, strlen (text), NIDA_DECIMAL_AUTO, &money);

  return status == NIDA_MONEY_OK || status == NIDA_MONEY_ROUNDED || status == NIDA_MONEY_AMBIGUOUS;
}

static gboolean
is_currency (const char *text)
{
  return nida_currency_exists (text);
}

static gboolean
is_kind (const char *text)
{
  gboolean cancelled;

  return nida_entry_kind_from_word (text, &cancelled) != NIDA_KIND_NONE || cancelled;
}

static gboolean
is_country (const char *text)
{
  return nida_country_from_name (text) != NULL;
}

static gboolean
all_are (const Reading *self,
         guint          column,
         Test           test)
{
  guint n = 0;

  for (guint row = 0; row < MIN (self->rows->len, MAX_SAMPLE); row++)
    {
      g_autofree char *text = nida_name_clean (text_at (self, row, column));

      if (*text == '\0')
        continue;
      if (!test (text))
        return FALSE;
      n++;
    }
  return n > 0;
}

static gboolean
is_taken (const Reading *self,
          NidaEntryCell  cell)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (self->cells[column] == (int) cell)
      return TRUE;
  return FALSE;
}

/* By what they look like; what looks like nothing is, in this order, a donor, a recipient, an objective, a note. */
static void
guess_columns (Reading *self)
{
  static const struct { Test test; NidaEntryCell cells[2]; } looks[] = {
    { is_kind, { NIDA_ENTRY_CELL_KIND, NIDA_ENTRY_CELL_KIND } }, { is_currency, { NIDA_ENTRY_CELL_CURRENCY, NIDA_ENTRY_CELL_CURRENCY } },
    { is_date, { NIDA_ENTRY_CELL_DATE, NIDA_ENTRY_CELL_DUE } }, { is_amount, { NIDA_ENTRY_CELL_AMOUNT, NIDA_ENTRY_CELL_AMOUNT } },
  };
  static const NidaEntryCell words[] = {
    NIDA_ENTRY_CELL_DONOR, NIDA_ENTRY_CELL_RECIPIENT, NIDA_ENTRY_CELL_CATEGORY, NIDA_ENTRY_CELL_NOTE,
  };
  guint next = 0;

  for (guint column = 0; column < self->n_columns; column++)
    self->cells[column] = -1;
  for (guint column = 0; column < self->n_columns; column++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (looks) && self->cells[column] < 0; i++)
        if (all_are (self, column, looks[i].test))
          for (guint which = 0; which < 2 && self->cells[column] < 0; which++)
            if (!is_taken (self, looks[i].cells[which]))
              self->cells[column] = (int) looks[i].cells[which];
      if (self->cells[column] < 0 && next > 0 && all_are (self, column, is_country) && !is_taken (self, NIDA_ENTRY_CELL_COUNTRY))
        self->cells[column] = NIDA_ENTRY_CELL_COUNTRY;
      if (self->cells[column] < 0 && next < G_N_ELEMENTS (words) && !all_are (self, column, is_amount))
        self->cells[column] = (int) words[next++];
    }
}

/* One mark of decimals holds for a column of amounts, found from the cells that leave no doubt. */
static void
find_mark (Reading *self)
{
  gboolean dot = TRUE, comma = TRUE;

  for (guint column = 0; column < self->n_columns; column++)
    for (guint row = self->first; self->cells[column] == NIDA_ENTRY_CELL_AMOUNT && row < self->rows->len; row++)
      {
        const char *text = text_at (self, row, column);
        NidaMoney money;

        if (*text == '\0' || nida_money_parse (text, strlen (text), NIDA_DECIMAL_AUTO, &money) != NIDA_MONEY_OK)
          continue;
        dot = dot && nida_money_parse (text, strlen (text), NIDA_DECIMAL_DOT, &money) == NIDA_MONEY_OK;
        comma = comma && nida_money_parse (text, strlen (text), NIDA_DECIMAL_COMMA, &money) == NIDA_MONEY_OK;
      }
  self->mark = dot == comma ? NIDA_DECIMAL_AUTO : dot ? NIDA_DECIMAL_DOT : NIDA_DECIMAL_COMMA;
}

/* --- one row --- */

static char *
name_column (const Reading *self,
             guint          column)
{
  const char *name = self->first > 0 ? text_at (self, 0, column) : "";

  return *name != '\0' ? g_strdup (name) : column < 26 ? g_strdup_printf ("%c", 'A' + (int) column) : g_strdup_printf ("%u", column + 1);
}

static void
note (Reading    *self,
      guint       row,
      char       *column,
      const char *message,
      gboolean    refused)
{
  NidaTableProblem *problem = g_new0 (NidaTableProblem, 1);

  problem->row = row + 1;
  problem->column = column;
  problem->message = g_strdup (message);
  problem->refused = refused;
  g_ptr_array_add (self->table->problems, problem);
}

/* Money and a need have an amount, an event has words. */
static const char *
find_lack (const NidaEntry *entry)
{
  if ((entry->kind == NIDA_ENTRY_MONEY || entry->kind == NIDA_ENTRY_REQUIREMENT) && entry->amount == NIDA_MONEY_NONE)
    return _("There is no amount. Write it in the row.");
  if (entry->kind == NIDA_ENTRY_EVENT && entry->notes[0] == NULL && entry->notes[1] == NULL)
    return _("There is no description of the event. Write it in the row.");
  return NULL;
}

static void
read_row (Reading *self,
          guint    row)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  Taken taken = { row, NIDA_MONEY_NONE };
  const char *id = "", *lack;

  for (NidaEntryCell cell = 0; cell < NIDA_N_ENTRY_CELLS; cell++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        g_autoptr (GError) error = NULL;
        const char *text = text_at (self, row, column);

        if (self->cells[column] != (int) cell || *text == '\0')
          continue;
        if (cell == NIDA_ENTRY_CELL_ID)
          id = g_str_has_prefix (text, NIDA_FAMILY_DESK ":") ? text + strlen (NIDA_FAMILY_DESK ":") : "";
        else if (!nida_entry_set_cell (entry, cell, text, self->mark, &error))
          note (self, row, name_column (self, column), error->message, FALSE);
        else if (cell == NIDA_ENTRY_CELL_AMOUNT)
          taken.amount = entry->amount;
      }
  if (entry->kind == NIDA_ENTRY_MONEY && entry->steps->len == 0)
    nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, NIDA_DATE_NONE, 0, NULL);
  lack = find_lack (entry);
  if (lack != NULL)
    {
      note (self, row, g_strdup (""), lack, TRUE);
      return;
    }
  g_ptr_array_add (self->table->entries, g_steal_pointer (&entry));
  g_ptr_array_add (self->table->ids, g_strdup (id));
  g_array_append_val (self->taken, taken);
}

/* --- parts that were paid --- */

static gboolean
set_part (NidaEntry           *entry,
          guint                part,
          NidaMoney            amount,
          NidaDate             date,
          const NidaEntryStep *said)
{
  guint n = 0;

  for (guint i = 0; i < entry->steps->len; i++)
    {
      NidaEntryStep *step = &g_array_index (entry->steps, NidaEntryStep, i);
      NidaMoney before = step->amount, rest;

      if (step->status != NIDA_ENTRY_PART || ++n != part)
        continue;
      step->amount = 0;
      if (amount <= 0 || !nida_money_add (nida_entry_get_parts (entry), amount, &rest))
        {
          step->amount = before;
          return FALSE;
        }
      step->amount = amount;
      step->date = date;
      return TRUE;
    }
  return nida_entry_add_part (entry, amount, date, said != NULL ? said->at : 0, said != NULL ? said->who : NULL);
}

/* The row of a part, if it is one, goes to the entry that it is of. */
static gboolean
fold_part (Reading    *self,
           GHashTable *places,
           guint       index)
{
  NidaLedgerTable *table = self->table;
  guint part, row = g_array_index (self->taken, Taken, index).row;
  g_autofree char *whole = nida_ledger_part_of (table->ids->pdata[index], &part);
  NidaEntry *entry = table->entries->pdata[index];
  gpointer place;

  if (whole == NULL)
    return FALSE;
  if (!g_hash_table_lookup_extended (places, whole, NULL, &place))
    note (self, row, g_strdup (""), _("This is a part of a pledge whose own row is missing. Add that row, or the whole table."), TRUE);
  else if (!set_part (table->entries->pdata[GPOINTER_TO_UINT (place)], part, entry->amount, nida_entry_get_period (entry).start,
                      nida_entry_get_step (entry)))
    note (self, row, g_strdup (""), _("A part that was paid must be above zero. Write its amount in the row."), TRUE);
  return TRUE;
}

/* What is open and what was paid make up the whole; where they do not, the rows hold, since they are what is counted. */
static void
settle_amount (Reading *self,
               guint    index)
{
  NidaEntry *entry = self->table->entries->pdata[index];
  const Taken *taken = &g_array_index (self->taken, Taken, index);
  NidaMoney whole;

  if (nida_entry_get_n_parts (entry) == 0 || taken->amount == NIDA_MONEY_NONE || taken->amount == nida_entry_get_open (entry)
      || !nida_money_add (taken->amount, nida_entry_get_parts (entry), &whole))
    return;
  entry->amount = whole;
  note (self, taken->row, g_strdup (""), _("The amount and the parts that were paid are not the whole amount. What they add up to was taken."), FALSE);
}

static void
fold_parts (Reading *self)
{
  NidaLedgerTable *table = self->table;
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < table->ids->len; i++)
    if (*(const char *) table->ids->pdata[i] != '\0')
      g_hash_table_insert (places, table->ids->pdata[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < table->ids->len; i++)
    if (fold_part (self, places, i))
      g_array_append_val (parts, i);
  for (guint i = 0; i < table->ids->len; i++)
    settle_amount (self, i);
  for (guint i = parts->len; i > 0; i--)
    {
      g_ptr_array_remove_index (table->entries, g_array_index (parts, guint, i - 1));
      g_ptr_array_remove_index (table->ids, g_array_index (parts, guint, i - 1));
    }
}

static NidaLedgerTable *
read_rows (GPtrArray *rows)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  Reading self = { .table = table_new (), .rows = rows, .taken = taken };

  for (guint row = 0; row < rows->len; row++)
    self.n_columns = MAX (self.n_columns, g_strv_length (rows->pdata[row]));
  self.cells = g_new0 (int, self.n_columns + 1);
  if (rows->len > 0 && take_header (&self))
    self.first = 1;
  else if (rows->len > 0)
    guess_columns (&self);
  find_mark (&self);
  for (guint row = self.first; row < rows->len; row++)
    if (!is_blank (rows->pdata[row]))
      {
        self.table->n_rows++;
        read_row (&self, row);
      }
  fold_parts (&self);
  for (guint column = 0; self.first > 0 && column < self.n_columns; column++)
    if (self.cells[column] < 0 && *text_at (&self, 0, column) != '\0')
      note (&self, 0, name_column (&self, column), _("No column of the ledger has this name. It was passed over."), FALSE);
  g_free (self.cells);
  return self.table;
}

NidaLedgerTable *
nida_ledger_table_parse (const char *text,
                         gsize       length)
{
  g_autoptr (GPtrArray) rows = split_text (text, length, NULL);

  return rows != NULL ? read_rows (rows) : table_new ();
}

NidaLedgerTable *
nida_ledger_table_read (GFile   *file,
                        GError **error)
{
  g_autofree char *text = NULL, *name = g_file_get_basename (file);
  g_autoptr (GPtrArray) rows = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return NULL;
  if (nida_zip_is (text, (gssize) length))
    {
      g_autoptr (NidaBytes) bytes = nida_bytes_new (name, error);

      if (bytes != NULL && nida_bytes_append (bytes, text, length, error))
        rows = read_workbook (bytes, name, error);
    }
  else
    rows = split_text (text, length, error);
  return rows != NULL ? read_rows (rows) : NULL;
}

/**
 * nida_ledger_table_apply:
 * @name: of the step: "Paste Entries"
 */
void
nida_ledger_table_apply (NidaLedgerTable *self,
                         NidaDocument    *document,
                         const char      *name)
{
  nida_document_begin (document, name, NULL);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const char *id = self->ids->pdata[i];

      if (*id != '\0')
        nida_ledger_put (document, id, self->entries->pdata[i]);
      else
        {
          g_autofree char *fresh = nida_document_new_id ();

          nida_ledger_put (document, fresh, self->entries->pdata[i]);
        }
    }
  nida_document_end (document);
}
