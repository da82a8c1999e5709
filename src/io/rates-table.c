/* Exchange rates and deflators as tables of text.
 *
 * The European Central Bank gives one line a day with a column for each currency, in units for a euro; the United Nations
 * one line for a currency and the day from which its rate holds, in units for a dollar; price levels come as one line for a
 * country and a year. */
#include "config.h"

#include "columns.h"
#include "rates-input.h"

#include <string.h>

typedef enum {
  LAYOUT_NONE,
  LAYOUT_WIDE,          /* Date,USD,JPY,…: ECB */
  LAYOUT_LONG,          /* code, date, rate: UN */
  LAYOUT_DEFLATORS,     /* ISO, year, gdp_defl */
} Layout;

enum { ROLE_CODE, ROLE_DATE, ROLE_RATE };
enum { ROLE_COUNTRY, ROLE_YEAR, ROLE_LEVEL };

static const NidaColumn long_columns[] = {
  { ROLE_CODE, TRUE, "abbrev.", NULL },
  { ROLE_CODE, TRUE, "abbrev", NULL },
  { ROLE_CODE, TRUE, "abbreviation", NULL },
  { ROLE_CODE, TRUE, "currency_code", NULL },
  { ROLE_CODE, TRUE, "f_curr_code", NULL },
  { ROLE_DATE, TRUE, "effective_date", NULL },
  { ROLE_DATE, TRUE, "rate_date", NULL },
  { ROLE_RATE, TRUE, "rate", NULL },
  { ROLE_RATE, TRUE, "operational_rate", NULL },
  { ROLE_RATE, TRUE, "1_usd_=", NULL },
};

static const NidaColumn deflator_columns[] = {
  { ROLE_COUNTRY, TRUE, "iso", NULL },
  { ROLE_COUNTRY, TRUE, "iso3", NULL },
  { ROLE_YEAR, TRUE, "year", NULL },
  { ROLE_LEVEL, TRUE, "gdp_defl", NULL },
};

typedef struct {
  NidaRatesInput rates;
  NidaHeader    *header;
  gint16         roles[NIDA_MAX_ROLES];
  guint64        offset;              /* of the next block */
  guint          table;
} Reader;

/* --- which layout --- */

static NidaCell
trimmed (NidaCell cell)
{
  while (cell.length > 0 && g_ascii_isspace (cell.text[0]))
    cell.text++, cell.length--;
  while (cell.length > 0 && g_ascii_isspace (cell.text[cell.length - 1]))
    cell.length--;
  return cell;
}

/* "Date", then nothing but codes of currencies; the line ends with a comma. */
static gboolean
is_wide (const NidaHeader *header)
{
  char code[4];
  guint n = header->n_columns;

  if (n > 1 && header->names[n - 1][0] == '\0')
    n--;
  if (n < 2 || strcmp (header->folded[0], "date") != 0)
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (!nida_rates_parse_code (header->names[i], strlen (header->names[i]), code))
      return FALSE;
  return TRUE;
}

static Layout
find_layout (const NidaHeader *header,
             gint16            roles[NIDA_MAX_ROLES])
{
  if (is_wide (header))
    return LAYOUT_WIDE;
  if (nida_header_match (header, long_columns, G_N_ELEMENTS (long_columns), roles))
    return LAYOUT_LONG;
  if (nida_header_match (header, deflator_columns, G_N_ELEMENTS (deflator_columns), roles))
    return LAYOUT_DEFLATORS;
  return LAYOUT_NONE;
}

static gboolean
accepts_rates (const NidaInput *input)
{
  g_autoptr (NidaCsv) csv = nida_csv_new_text (',', input->head, input->head_length);
  g_autoptr (NidaHeader) header = NULL;
  gint16 roles[NIDA_MAX_ROLES];
  NidaRecord record;

  if (memchr (input->head, '\n', input->head_length) == NULL && input->head_length == NIDA_INPUT_HEAD)
    return FALSE;
  if (!nida_csv_next (csv, &record, NULL) || record.open)
    return FALSE;
  header = nida_header_new (&record);
  return find_layout (header, roles) != LAYOUT_NONE;
}

/* --- one line --- */

static NidaCell
cell_of (const Reader     *reader,
         const NidaRecord *record,
         guint             role)
{
  guint column = (guint) reader->roles[role];

  return column < record->n_cells ? trimmed (record->cells[column]) : (NidaCell) { "", 0, 0 };
}

static const char *
column_name (const Reader *reader,
             guint         role)
{
  return reader->header->names[reader->roles[role]];
}

static gboolean
is_no_rate (NidaCell cell)
{
  return cell.length == 0 || (cell.length == 3 && memcmp (cell.text, "N/A", 3) == 0) || (cell.length == 1 && cell.text[0] == '-');
}

static void
read_wide (Reader           *reader,
           const NidaRecord *record)
{
  NidaCell day = trimmed (record->cells[0]);
  gboolean any = FALSE;
  NidaDate date;

  if (!nida_rates_parse_date (day.text, day.length, &date) || date.precision != NIDA_PRECISION_DAY)
    nida_rates_input_refuse (&reader->rates, record->line, reader->header->names[0], day.text, day.length);
  for (guint i = 1; i < MIN (record->n_cells, reader->header->n_columns) && !reader->rates.bad; i++)
    {
      NidaCell cell = trimmed (record->cells[i]);
      NidaDecimal quote;

      if (is_no_rate (cell))
        continue;
      if (reader->header->names[i][0] == '\0' || !nida_decimal_parse (cell.text, cell.length, &quote))
        {
          nida_rates_input_refuse (&reader->rates, record->line, reader->header->names[i], cell.text, cell.length);
          reader->rates.bad = FALSE;
          continue;
        }
      nida_rates_add (reader->rates.rates, reader->table, reader->header->names[i], date, quote);
      any = TRUE;
    }
  nida_rates_input_record (&reader->rates, any);
}

static void
read_long (Reader           *reader,
           const NidaRecord *record)
{
  NidaCell code_cell = cell_of (reader, record, ROLE_CODE), day = cell_of (reader, record, ROLE_DATE);
  NidaCell cell = cell_of (reader, record, ROLE_RATE);
  char code[4];
  NidaDate date;
  NidaDecimal quote;

  if (is_no_rate (cell))
    {
      nida_rates_input_record (&reader->rates, FALSE);
      return;
    }
  if (!nida_rates_parse_code (code_cell.text, code_cell.length, code))
    nida_rates_input_refuse (&reader->rates, record->line, column_name (reader, ROLE_CODE), code_cell.text, code_cell.length);
  else if (!nida_rates_parse_date (day.text, day.length, &date))
    nida_rates_input_refuse (&reader->rates, record->line, column_name (reader, ROLE_DATE), day.text, day.length);
  else if (!nida_decimal_parse (cell.text, cell.length, &quote))
    nida_rates_input_refuse (&reader->rates, record->line, column_name (reader, ROLE_RATE), cell.text, cell.length);
  else if (strcmp (code, "USD") != 0)
    nida_rates_add (reader->rates.rates, reader->table, code, date, quote);
  nida_rates_input_record (&reader->rates, !reader->rates.bad);
}

/* Zero stands where nothing is known. */
static gboolean
is_zero (NidaCell cell)
{
  for (guint32 i = 0; i < cell.length; i++)
    if (cell.text[i] != '0' && cell.text[i] != '.')
      return FALSE;
  return TRUE;
}

static void
read_deflator (Reader           *reader,
               const NidaRecord *record)
{
  NidaCell country = cell_of (reader, record, ROLE_COUNTRY), year_cell = cell_of (reader, record, ROLE_YEAR);
  NidaCell cell = cell_of (reader, record, ROLE_LEVEL);
  char code[4];
  NidaDate year;
  NidaDecimal level;

  if (is_no_rate (cell) || is_zero (cell))
    {
      nida_rates_input_record (&reader->rates, FALSE);
      return;
    }
  if (!nida_rates_parse_code (country.text, country.length, code))
    nida_rates_input_refuse (&reader->rates, record->line, column_name (reader, ROLE_COUNTRY), country.text, country.length);
  else if (nida_date_parse (year_cell.text, year_cell.length, &year) != NIDA_DATE_OK || year.precision != NIDA_PRECISION_YEAR)
    nida_rates_input_refuse (&reader->rates, record->line, column_name (reader, ROLE_YEAR), year_cell.text, year_cell.length);
  else if (!nida_decimal_parse (cell.text, cell.length, &level))
    nida_rates_input_refuse (&reader->rates, record->line, column_name (reader, ROLE_LEVEL), cell.text, cell.length);
  else
    nida_rates_add_deflator (reader->rates.rates, reader->rates.input->info->name, code, nida_date_year (year), level);
  nida_rates_input_record (&reader->rates, !reader->rates.bad);
}

/* --- the file --- */

static gssize
fill_cb (gpointer   data,
         char      *buffer,
         gsize      length,
         GError   **error)
{
  Reader *reader = data;
  NidaInput *input = reader->rates.input;
  gssize n;

  if (g_cancellable_set_error_if_cancelled (input->cancellable, error))
    return -1;
  n = nida_bytes_read (input->bytes, reader->offset, buffer, length, error);
  if (n > 0)
    {
      reader->offset += (guint64) n;
      atomic_fetch_add (&input->progress->bytes, (guint64) n);
    }
  return n;
}

static Layout
begin (Reader     *reader,
       NidaInput  *input)
{
  Layout layout = find_layout (reader->header, reader->roles);

  nida_rates_input_begin (&reader->rates, input, layout == LAYOUT_WIDE   ? "ECB exchange rates"
                                                 : layout == LAYOUT_LONG ? "UN operational rates of exchange"
                                                                         : "Deflators");
  if (layout == LAYOUT_WIDE)
    reader->table = nida_rates_add_table (reader->rates.rates, NIDA_PUBLISHER_ECB, "EUR", NIDA_QUOTED_UNITS_PER_BASE, NIDA_DAILY_REACH);
  else if (layout == LAYOUT_LONG)
    reader->table = nida_rates_add_table (reader->rates.rates, NIDA_PUBLISHER_UN, "USD", NIDA_QUOTED_UNITS_PER_BASE, NIDA_MONTHLY_REACH);
  return layout;
}

static void
read_record (Reader           *reader,
             Layout            layout,
             const NidaRecord *record)
{
  if (record->open)
    nida_report_add (nida_dataset_builder_get_report (reader->rates.input->builder), NIDA_PROBLEM_QUOTE_OPEN, reader->rates.source,
                     record->open_line, NULL, NULL, 0);
  else if (layout == LAYOUT_WIDE)
    read_wide (reader, record);
  else if (layout == LAYOUT_LONG)
    read_long (reader, record);
  else
    read_deflator (reader, record);
}

static gboolean
read_rates (NidaInput  *input,
            GError    **error)
{
  Reader reader = { .rates = { .input = input }, .offset = input->text.start };
  g_autoptr (NidaCsv) csv = nida_csv_new (',', fill_cb, &reader);
  g_autoptr (NidaHeader) header = NULL;
  g_autoptr (GError) failure = NULL;
  NidaRecord record;
  Layout layout;

  if (nida_csv_next (csv, &record, &failure))
    {
      reader.header = header = nida_header_new (&record);
      layout = begin (&reader, input);
      while (nida_csv_next (csv, &record, &failure))
        read_record (&reader, layout, &record);
    }
  if (failure == NULL)
    return nida_rates_input_end (&reader.rates, error);
  g_propagate_prefixed_error (error, g_steal_pointer (&failure), "%s: ", input->info->name);
  return FALSE;
}

const NidaFileFormat nida_rates_table_format = {
  .name = "rates",
  .accepts = accepts_rates,
  .read = read_rates,
};
