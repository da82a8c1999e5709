/* Cells become money, dates, words and names; what is wrong is reported with its line and column. */
#include "config.h"

#include "reader.h"

#include <string.h>
#include <unicode/ucurr.h>

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
nida_sheet_fixed_word (NidaSheet *self,
                       NidaCell   cell,
                       guint      role,
                       NidaField  field)
{
  const char * const *words = nida_field_get_words (field);

  if (cell.length == 0)
    return 0;
  for (guint32 i = 0; words[i] != NULL; i++)
    if (nida_cell_is (cell, words[i]))
      return i + 1;
  nida_sheet_report (self, NIDA_PROBLEM_WORD_UNKNOWN, role, cell);
  return 0;
}

guint32
nida_sheet_word (NidaSheet        *self,
                 const NidaRecord *record,
                 guint             role,
                 NidaField         field)
{
  return nida_sheet_fixed_word (self, nida_sheet_cell (self, record, role), role, field);
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

NidaCell
nida_sheet_plain (NidaSheet *self,
                  NidaCell   cell)
{
  GString *text;

  if (self->list_mark == '\0' || memchr (cell.text, self->list_mark, cell.length) == NULL)
    return cell;
  text = g_string_new (NULL);
  for (guint32 i = 0; i < cell.length; i++)
    if (cell.text[i] == self->list_mark)
      g_string_append (text, "; ");
    else
      g_string_append_c (text, cell.text[i]);
  cell.length = (guint32) text->len;
  cell.text = g_string_free (text, FALSE);
  g_ptr_array_add (self->repairs, (char *) cell.text);
  return cell;
}

/* A name with a comma is not to be taken for a list later. */
static void
keep_whole (NidaSheet  *self,
            NidaField   field,
            const char *name)
{
  const char *names[] = { name, NULL };

  if (strpbrk (name, ",;|") != NULL || strstr (name, "،") != NULL || strstr (name, "؛") != NULL)
    nida_dataset_builder_set_vocabulary (self->builder, field, names);
}

guint32
nida_sheet_intern_name (NidaDictionary *dictionary,
                        const char     *name,
                        gsize           length)
{
  return nida_dictionary_intern (dictionary, name, (gssize) length);
}

/**
 * nida_sheet_list:
 * @intern: gives the code of each name
 *
 * Set the names of a cell of a format that says where one ends.
 */
gboolean
nida_sheet_list (NidaSheet       *self,
                 NidaCell         cell,
                 NidaField        field,
                 NidaSheetIntern  intern)
{
  NidaDictionary *dictionary = nida_dataset_builder_get_dictionary (self->builder, field);
  g_autoptr (GArray) codes = NULL;
  const char *end = cell.text + cell.length;

  if (self->list_mark == '\0' || cell.length == 0 || !nida_field_is_list (field))
    return FALSE;
  codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (const char *p = cell.text, *mark; p <= end; p = mark + 1)
    {
      NidaCell part;
      guint32 code;

      mark = memchr (p, self->list_mark, (gsize) (end - p));
      mark = mark != NULL ? mark : end;
      part = nida_cell_trim ((NidaCell) { p, (guint32) (mark - p), 0 });
      code = part.length > 0 ? intern (dictionary, part.text, part.length) : 0;
      if (code == 0)
        continue;
      keep_whole (self, field, nida_dictionary_get_name (dictionary, code));
      g_array_append_val (codes, code);
    }
  nida_dataset_builder_set_list (self->builder, field, (const guint32 *) codes->data, codes->len);
  return TRUE;
}

guint32
nida_sheet_currency_code (NidaSheet *self,
                          NidaCell   cell)
{
  char name[4] = { 0 };
  UChar iso[4] = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  guint slot;

  if (cell.length != 3)
    return 0;
  for (guint i = 0; i < 3; i++)
    iso[i] = (UChar) (name[i] = g_ascii_toupper (cell.text[i]));
  slot = ((guint) name[0] * 31 + (guint) name[1] * 7 + (guint) name[2]) % G_N_ELEMENTS (self->currencies);
  if (memcmp (self->currencies[slot].name, name, 4) != 0)
    {
      if (!g_ascii_isalpha (name[0]) || !ucurr_isAvailable (iso, U_DATE_MIN, U_DATE_MAX, &status))
        return 0;
      memcpy (self->currencies[slot].name, name, 4);
      self->currencies[slot].code =
        nida_dictionary_intern (nida_dataset_builder_get_dictionary (self->builder, NIDA_FIELD_CURRENCY), name, 3);
    }
  return self->currencies[slot].code;
}

gboolean
nida_sheet_currency (NidaSheet *self,
                     NidaCell   cell)
{
  guint32 code = nida_sheet_currency_code (self, cell);

  nida_dataset_builder_set_code (self->builder, NIDA_FIELD_CURRENCY, code);
  return code != 0;
}

gboolean
nida_sheet_amount_in (NidaSheet        *self,
                      const NidaRecord *record,
                      guint             role,
                      NidaMoney         amount)
{
  NidaCell currency = nida_sheet_cell (self, record, role);

  if (!nida_sheet_currency (self, currency))
    {
      nida_sheet_report (self, NIDA_PROBLEM_CURRENCY_UNKNOWN, role, currency);
      return FALSE;
    }
  nida_dataset_builder_set_amount (self->builder, amount);
  if (nida_cell_is (currency, "USD"))
    nida_dataset_builder_set_amount_usd (self->builder, amount);
  else
    nida_sheet_report (self, NIDA_PROBLEM_NO_USD, role, currency);
  return TRUE;
}

/* An event may stand undated in a lane of its own, and a goal has no date; a figure without one is worth a word. */
static gboolean
wants_a_date (NidaKind kind)
{
  return kind != NIDA_KIND_EVENT && kind != NIDA_KIND_INDICATOR && kind != NIDA_KIND_GOAL;
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
      if (!self->date_told && !self->quiet && wants_a_date (self->kind))
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

      if (!self->quiet)
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

void
nida_sheet_value_date (NidaSheet        *self,
                       const NidaRecord *record,
                       guint             role)
{
  NidaCell cell = nida_sheet_cell (self, record, role);
  NidaDate date;

  if (cell.length == 0)
    return;
  if (nida_date_parse (cell.text, cell.length, &date) == NIDA_DATE_OK)
    nida_dataset_builder_set_value_date (self->builder, date);
  else
    nida_sheet_report (self, NIDA_PROBLEM_WORD_UNKNOWN, role, cell);
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
