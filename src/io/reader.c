/* What all table readers share: the shape and bytes of a record are checked, cells become money, dates and names, and what
 * is wrong is reported with its line and column. */
#include "config.h"

#include "reader.h"

#include <string.h>
#include <unicode/ucurr.h>


/**
 * nida_sheet_init:
 * @builder: takes the rows; the table reads in the builder's thread
 * @source: the index of the file in @builder
 */
void
nida_sheet_init (NidaSheet             *self,
                 const NidaReader      *reader,
                 const NidaHeader      *header,
                 NidaDatasetBuilder    *builder,
                 guint                  source,
                 const char            *source_name,
                 const NidaLoadOptions *options)
{
  *self = (NidaSheet) { .reader = reader, .header = header, .builder = builder, .source = source };
  self->report = nida_dataset_builder_get_report (builder);
  self->source_code = nida_dictionary_intern (nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_SOURCE),
                                              source_name, -1);
  self->decimal = options->decimal == NIDA_DECIMAL_AUTO ? NIDA_DECIMAL_DOT : options->decimal;
  self->skip_text = options->skip_text;
  self->repairs = g_ptr_array_new_with_free_func (g_free);
  self->used = g_new (guint16, NIDA_MAX_ROLES);
}

void
nida_sheet_clear (NidaSheet *self)
{
  g_ptr_array_unref (self->repairs);
  g_free (self->used);
}

/**
 * nida_sheet_begin:
 *
 * To be called once the roles are known.
 */
void
nida_sheet_begin (NidaSheet *self)
{
  if (self->skip_text)
    for (guint i = 0; i < self->reader->n_columns; i++)
      if (self->reader->columns[i].text)
        self->roles[self->reader->columns[i].role] = -1;
  for (guint role = 0; role < NIDA_MAX_ROLES; role++)
    if (self->roles[role] >= 0)
      self->used[self->n_used++] = (guint16) self->roles[role];
  if (self->reader->begin != NULL)
    self->reader->begin (self);
}

static gboolean
is_plain (const char *text,
          gsize       length)
{
  const guint8 *byte = (const guint8 *) text;

  for (gsize i = 0; i < length; i++)
    if (byte[i] == 0 || byte[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* U+202A to U+202E and U+2066 to U+2069 reorder what stands after them. */
static gboolean
has_bidi_control (const char *text,
                  gsize       length)
{
  const char *end = text + length;

  for (const char *p = text; (p = memchr (p, 0xe2, (gsize) (end - p))) != NULL && end - p >= 3; p++)
    {
      guint8 second = (guint8) p[1], third = (guint8) p[2];

      if ((second == 0x80 && third >= 0xaa && third <= 0xae) || (second == 0x81 && third >= 0xa6 && third <= 0xa9))
        return TRUE;
    }
  return FALSE;
}

static void
report_column (NidaSheet       *self,
               NidaProblemKind  kind,
               guint            column,
               NidaCell         cell)
{
  nida_report_add (self->report, kind, self->source, self->line,
                   column < self->header->n_columns ? self->header->names[column] : NULL, cell.text, cell.length);
}

/* Bytes that are no UTF-8 and NUL become U+FFFD. */
static void
repair_cell (NidaSheet *self,
             NidaCell  *cell,
             guint      column)
{
  char *valid = g_utf8_make_valid (cell->text, cell->length);

  g_ptr_array_add (self->repairs, valid);
  self->repaired++;
  cell->text = valid;
  cell->length = (guint32) strlen (valid);
  report_column (self, NIDA_PROBLEM_TEXT_REPAIRED, column, *cell);
}

static void
check_text (NidaSheet  *self,
            NidaRecord *record)
{
  if (self->repairs->len > 0)
    g_ptr_array_set_size (self->repairs, 0);
  for (guint i = 0; i < self->n_used; i++)
    {
      guint column = self->used[i];
      NidaCell *cell = &record->cells[column];

      if (is_plain (cell->text, cell->length))
        continue;
      if (!g_utf8_validate_len (cell->text, cell->length, NULL))
        repair_cell (self, cell, column);
      else
        self->seen_text = TRUE;
      if (has_bidi_control (cell->text, cell->length))
        report_column (self, NIDA_PROBLEM_BIDI_CONTROL, column, *cell);
    }
}

static void
refuse_shape (NidaSheet        *self,
              const NidaRecord *record)
{
  NidaProblemKind kind = record->n_cells < self->header->n_columns ? NIDA_PROBLEM_ROW_SHORT : NIDA_PROBLEM_ROW_LONG;
  g_autofree char *found = g_strdup_printf ("%u / %u", record->n_cells, self->header->n_columns);

  nida_report_add (self->report, kind, self->source, self->line, NULL, found, -1);
  self->rows_refused++;
}

static void
refuse_open (NidaSheet        *self,
             const NidaRecord *record)
{
  const NidaCell *cell = &record->cells[record->n_cells - 1];

  self->line = record->open_line;
  report_column (self, NIDA_PROBLEM_QUOTE_OPEN, record->n_cells - 1, *cell);
  self->rows_refused++;
}

/**
 * nida_sheet_read:
 *
 * Take a record after the header; whatever is wrong with it is in the report afterwards.
 */
void
nida_sheet_read (NidaSheet  *self,
                 NidaRecord *record)
{
  self->rows_read++;
  self->line = record->line;
  self->date_told = FALSE;
  if (G_UNLIKELY (record->open))
    {
      refuse_open (self, record);
      return;
    }
  if (G_UNLIKELY (record->n_cells != self->header->n_columns))
    {
      refuse_shape (self, record);
      return;
    }
  if (G_UNLIKELY (record->stray > 0))
    report_column (self, NIDA_PROBLEM_QUOTE_STRAY, record->stray - 1, record->cells[record->stray - 1]);
  if (!record->plain)
    check_text (self, record);
  if (!self->reader->read_row (self, record))
    self->rows_refused++;
}

NidaCell
nida_sheet_raw_cell (const NidaSheet  *self,
                     const NidaRecord *record,
                     guint             role)
{
  return self->roles[role] < 0 ? (NidaCell) { "", 0, 0 } : record->cells[self->roles[role]];
}

NidaCell
nida_sheet_cell (const NidaSheet  *self,
                 const NidaRecord *record,
                 guint             role)
{
  NidaCell cell = nida_sheet_raw_cell (self, record, role);

  while (cell.length > 0 && g_ascii_isspace (cell.text[0]))
    cell.text++, cell.length--;
  while (cell.length > 0 && g_ascii_isspace (cell.text[cell.length - 1]))
    cell.length--;
  return cell;
}

/* Without regard to the case of ASCII letters. */
gboolean
nida_cell_is (NidaCell    cell,
              const char *text)
{
  return strlen (text) == cell.length && g_ascii_strncasecmp (cell.text, text, cell.length) == 0;
}

void
nida_sheet_report (NidaSheet       *self,
                   NidaProblemKind  kind,
                   guint            role,
                   NidaCell         cell)
{
  report_column (self, kind, self->roles[role] < 0 ? G_MAXUINT : (guint) self->roles[role], cell);
}

void
nida_sheet_begin_row (NidaSheet *self,
                      NidaKind   kind)
{
  nida_dataset_builder_begin (self->builder, self->source, self->line, kind);
}

/* Rows without a source of their own come from the file. */
gboolean
nida_sheet_end_row (NidaSheet *self)
{
  if (!self->has_source)
    nida_dataset_builder_set_code (self->builder, NIDA_FIELD_SOURCE, self->source_code);
  self->has_source = FALSE;
  return nida_dataset_builder_end_row (self->builder);
}

static NidaProblemKind
problem_of_money (NidaMoneyStatus status)
{
  switch (status)
    {
    case NIDA_MONEY_AMBIGUOUS: return NIDA_PROBLEM_AMOUNT_AMBIGUOUS;
    case NIDA_MONEY_OVERFLOW: return NIDA_PROBLEM_AMOUNT_OVERFLOW;
    default: return NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER;
    }
}

/**
 * nida_sheet_money:
 * @money: (out): the amount, %NIDA_MONEY_NONE unless the result is %NIDA_CELL_OK
 *
 * Returns: whether the cell holds an amount; a bad one was reported, as were negative, zero and rounded ones
 */
NidaCellState
nida_sheet_money (NidaSheet        *self,
                  const NidaRecord *record,
                  guint             role,
                  NidaMoney        *money)
{
  NidaCell cell = nida_sheet_cell (self, record, role);
  NidaMoneyStatus status;

  *money = NIDA_MONEY_NONE;
  if (cell.length == 0)
    return NIDA_CELL_EMPTY;
  status = nida_money_parse (cell.text, cell.length, self->decimal, money);
  if (status == NIDA_MONEY_EMPTY)
    return NIDA_CELL_EMPTY;
  if (status != NIDA_MONEY_OK && status != NIDA_MONEY_ROUNDED)
    {
      *money = NIDA_MONEY_NONE;
      nida_sheet_report (self, problem_of_money (status), role, cell);
      return NIDA_CELL_BAD;
    }
  if (status == NIDA_MONEY_ROUNDED)
    nida_sheet_report (self, NIDA_PROBLEM_AMOUNT_ROUNDED, role, cell);
  return NIDA_CELL_OK;
}

/* Amounts that count but deserve a word. */
void
nida_sheet_remark_amount (NidaSheet        *self,
                          const NidaRecord *record,
                          guint             role,
                          NidaMoney         money)
{
  if (G_UNLIKELY (money < 0 && money != NIDA_MONEY_NONE))
    nida_sheet_report (self, NIDA_PROBLEM_AMOUNT_NEGATIVE, role, nida_sheet_cell (self, record, role));
  else if (G_UNLIKELY (money == 0))
    nida_sheet_report (self, NIDA_PROBLEM_AMOUNT_ZERO, role, nida_sheet_cell (self, record, role));
}

NidaDate
nida_sheet_date (NidaSheet        *self,
                 const NidaRecord *record,
                 guint             role)
{
  NidaCell cell = nida_sheet_cell (self, record, role);
  NidaDate date = NIDA_DATE_NONE;
  NidaDateStatus status;

  if (cell.length == 0)
    return date;
  status = nida_date_parse (cell.text, cell.length, &date);
  if (status == NIDA_DATE_OK)
    return date;
  self->date_told = status != NIDA_DATE_EMPTY;
  if (status == NIDA_DATE_IMPOSSIBLE)
    nida_sheet_report (self, NIDA_PROBLEM_DATE_IMPOSSIBLE, role, cell);
  else if (status == NIDA_DATE_AMBIGUOUS)
    nida_sheet_report (self, NIDA_PROBLEM_DATE_AMBIGUOUS, role, cell);
  else if (status == NIDA_DATE_NOT_A_DATE)
    nida_sheet_report (self, NIDA_PROBLEM_DATE_NOT_A_DATE, role, cell);
  return NIDA_DATE_NONE;
}

guint32
nida_sheet_word (NidaSheet        *self,
                 const NidaRecord *record,
                 guint             role,
                 NidaField         field)
{
  NidaCell cell = nida_sheet_cell (self, record, role);
  const char * const *words = nida_field_get_words (field);

  if (cell.length == 0)
    return 0;
  for (guint32 i = 0; words[i] != NULL; i++)
    if (nida_cell_is (cell, words[i]))
      return i + 1;
  nida_sheet_report (self, NIDA_PROBLEM_WORD_UNKNOWN, role, cell);
  return 0;
}

void
nida_sheet_name (NidaSheet        *self,
                 const NidaRecord *record,
                 guint             role,
                 NidaField         field)
{
  NidaCell cell = nida_sheet_cell (self, record, role);

  if (cell.length > 0)
    nida_dataset_builder_set_name (self->builder, field, cell.text, cell.length);
}

gboolean
nida_sheet_currency (NidaSheet *self,
                     NidaCell   cell)
{
  char name[4] = { 0 };
  UChar iso[4] = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  guint slot;

  if (cell.length != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    iso[i] = (UChar) (name[i] = g_ascii_toupper (cell.text[i]));
  slot = ((guint) name[0] * 31 + (guint) name[1] * 7 + (guint) name[2]) % G_N_ELEMENTS (self->currencies);
  if (memcmp (self->currencies[slot].name, name, 4) != 0)
    {
      if (!g_ascii_isalpha (name[0]) || !ucurr_isAvailable (iso, U_DATE_MIN, U_DATE_MAX, &status))
        return FALSE;
      memcpy (self->currencies[slot].name, name, 4);
      self->currencies[slot].code =
        nida_dictionary_intern (nida_dataset_builder_get_dictionary (self->builder, NIDA_FIELD_CURRENCY), name, 3);
    }
  nida_dataset_builder_set_code (self->builder, NIDA_FIELD_CURRENCY, self->currencies[slot].code);
  return TRUE;
}

/**
 * nida_sheet_period:
 * @end: %NIDA_DATE_NONE when the row is not about a span
 *
 * Set the date or the span of the row; the report counts rows that have none, and those whose span runs backwards, of
 * which only the start is used.
 */
void
nida_sheet_period (NidaSheet *self,
                   NidaDate   start,
                   NidaDate   end)
{
  NidaPeriod period = { start, end };

  if (start.precision == NIDA_PRECISION_NONE)
    period.start = end;
  else if (end.precision == NIDA_PRECISION_NONE)
    period.end = start;
  if (period.start.precision == NIDA_PRECISION_NONE)
    {
      if (!self->date_told)
        nida_report_add (self->report, NIDA_PROBLEM_DATE_MISSING, self->source, self->line, NULL, NULL, 0);
      return;
    }
  if (nida_date_last_day (period.end) < nida_date_first_day (period.start))
    {
      g_autofree char *from = nida_date_to_string (period.start);
      g_autofree char *to = nida_date_to_string (period.end);
      g_autofree char *found = g_strdup_printf ("%s..%s", from, to);
      NidaProblem problem = {
        .kind = NIDA_PROBLEM_SPAN_REVERSED, .source = self->source, .source2 = self->source, .line = self->line,
        .found = found, .kept = from, .count = 1,
      };

      nida_report_add_problem (self->report, &problem);
      period.end = period.start;
    }
  nida_dataset_builder_set_period (self->builder, period);
}

/* "2024" as a number; 0, reported, when it is none. */
static int
parse_year (NidaSheet *self,
            guint      role,
            NidaCell   cell)
{
  NidaDate date;

  if (nida_date_parse (cell.text, cell.length, &date) == NIDA_DATE_OK && date.precision == NIDA_PRECISION_YEAR)
    return nida_date_year (date);
  nida_sheet_report (self, NIDA_PROBLEM_DATE_NOT_A_DATE, role, cell);
  return 0;
}

/**
 * nida_sheet_usage:
 * @first_role: a cell such as "2024" or, when @last_role is the same, "2024..2026"
 */
void
nida_sheet_usage (NidaSheet        *self,
                  const NidaRecord *record,
                  guint             first_role,
                  guint             last_role)
{
  NidaCell first = nida_sheet_cell (self, record, first_role);
  NidaCell last = nida_sheet_cell (self, record, last_role);
  const char *dots = first_role == last_role ? g_strstr_len (first.text, first.length, "..") : NULL;
  int from, to;

  if (first.length == 0)
    return;
  if (dots != NULL)
    {
      last = (NidaCell) { dots + 2, (guint32) (first.text + first.length - dots - 2), 0 };
      first.length = (guint32) (dots - first.text);
    }
  from = parse_year (self, first_role, first);
  to = last.length == 0 || (dots == NULL && first_role == last_role) ? from : parse_year (self, last_role, last);
  if (from > 0 && to > 0)
    nida_dataset_builder_set_usage (self->builder, MIN (from, to), MAX (from, to));
}

/* When the source changed the row: a day, or a time of ISO 8601 (UTC unless it says otherwise). */
void
nida_sheet_updated (NidaSheet        *self,
                    const NidaRecord *record,
                    guint             role)
{
  NidaCell cell = nida_sheet_cell (self, record, role);
  NidaDate date;

  if (cell.length == 0)
    return;
  if (cell.length > 10 && cell.length < 64)
    {
      g_autofree char *text = g_strndup (cell.text, cell.length);
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, utc);

      if (time != NULL)
        {
          nida_dataset_builder_set_updated_at (self->builder, g_date_time_to_unix (time));
          return;
        }
    }
  date = nida_sheet_date (self, record, role);
  if (date.precision != NIDA_PRECISION_NONE)
    nida_dataset_builder_set_updated_at (self->builder, (gint64) nida_date_first_day (date) * 86400);
}
