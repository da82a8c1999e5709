/* The cells of the table of rows: which fields it shows, how wide, in which words. */
#include "config.h"

#include "data-cells.h"

#include "formula.h"
#include "look.h"
#include "translate.h"
#include "words.h"

#define MONEY_WIDTH 150   /* a figure must never be cut */

static const NidaField table_fields[] = {
  NIDA_FIELD_DATE, NIDA_FIELD_DATE_END, NIDA_FIELD_KIND, NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT, NIDA_FIELD_QUALIFIER, NIDA_FIELD_AMOUNT,
  NIDA_FIELD_CURRENCY, NIDA_FIELD_DUE, NIDA_FIELD_VALUE_DATE, NIDA_FIELD_AMOUNT_USD, NIDA_FIELD_APPEAL, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY, NIDA_FIELD_PARTNER,
  NIDA_FIELD_STATE, NIDA_FIELD_EMERGENCY, NIDA_FIELD_BOUNDARY, NIDA_FIELD_ON_BOUNDARY, NIDA_FIELD_FLOW_TYPE, NIDA_FIELD_METHOD,
  NIDA_FIELD_EARMARKING, NIDA_FIELD_DESCRIPTION, NIDA_FIELD_SAID_BY, NIDA_FIELD_SOURCE, NIDA_FIELD_SOURCE_ROW,
};

static gboolean
is_money (NidaField field)
{
  return field == NIDA_FIELD_AMOUNT || field == NIDA_FIELD_AMOUNT_USD;
}

gboolean
nida_data_field_is_number (NidaField field)
{
  return is_money (field) || field == NIDA_FIELD_SOURCE_ROW;
}

static char *
money_text (NidaLanguage *language,
            NidaMoney     money,
            const char   *currency)
{
  return money != NIDA_MONEY_NONE ? nida_language_money_exact (language, money, currency) : g_strdup ("");
}

static char *
row_currency (NidaDataset *dataset,
              guint        row)
{
  char *currency = nida_dataset_dup_text (dataset, row, NIDA_FIELD_CURRENCY, FALSE);

  if (*currency != '\0')
    return currency;
  g_free (currency);
  return g_strdup ("USD");
}

static char *
code_text (NidaLanguage *language,
           NidaDataset  *dataset,
           guint         row,
           NidaField     field)
{
  NidaDictionary *dictionary;
  guint32 code = nida_field_is_code (field) ? nida_codes_get (nida_dataset_get_codes (dataset, field), row) : 0;
  g_autofree char *text = NULL;

  if (!nida_field_is_code (field))
    {
      text = nida_dataset_dup_text (dataset, row, field, nida_language_is_arabic (language));
      return nida_language_isolate (language, text);
    }
  if (code == 0)
    return g_strdup ("");
  dictionary = nida_dataset_get_dictionary (dataset, field);
  return nida_words_name (language, field, nida_dictionary_get_name (dictionary, code), nida_dictionary_get_arabic (dictionary, code));
}

char *
nida_data_cell_text (NidaDataset *dataset,
                     guint        row,
                     NidaField    field)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *currency = NULL;
  NidaPeriod period;

  switch (field)
    {
    case NIDA_FIELD_AMOUNT:
      currency = row_currency (dataset, row);
      return money_text (language, nida_dataset_get_amount (dataset, row), currency);
    case NIDA_FIELD_AMOUNT_USD:
      return money_text (language, nida_dataset_get_amount_usd (dataset, row), "USD");
    case NIDA_FIELD_DATE:
    case NIDA_FIELD_DATE_END:
      period = nida_dataset_get_period (dataset, row);
      if (period.start.precision == NIDA_PRECISION_NONE || (field == NIDA_FIELD_DATE_END && !nida_period_is_span (period)))
        return g_strdup ("");
      return nida_language_date (language, field == NIDA_FIELD_DATE ? period.start : period.end, NIDA_DATE_MEDIUM);
    case NIDA_FIELD_VALUE_DATE:
      if (nida_dataset_get_value_dates (dataset) == NULL)
        return g_strdup ("");
      return nida_language_date (language, nida_date_unpack (nida_dataset_get_value_dates (dataset)[row]), NIDA_DATE_MEDIUM);
    case NIDA_FIELD_SOURCE_ROW:
      return nida_words_place (language, nida_report_get_source (nida_dataset_get_report (dataset), nida_dataset_get_source (dataset, row))->unit,
                               nida_dataset_get_source_row (dataset, row));
    default:
      return code_text (language, dataset, row, field);
    }
}

/* The currency of all amounts, so that no column needs to name it; NULL where there are several. */
static const char *
only_currency (NidaDataset *dataset)
{
  NidaDictionary *currencies = nida_dataset_get_dictionary (dataset, NIDA_FIELD_CURRENCY);
  guint n = nida_dictionary_get_size (currencies);

  return n == 0 ? "USD" : n == 1 ? nida_dictionary_get_name (currencies, 1) : NULL;
}

gboolean
nida_data_has_field (NidaDataset *dataset,
                     NidaField    field)
{
  switch (field)
    {
    case NIDA_FIELD_DATE:
      return nida_dataset_get_dates (dataset).codes.data != NULL;
    case NIDA_FIELD_DATE_END:
      return nida_dataset_get_date_ends (dataset) != NULL;
    case NIDA_FIELD_VALUE_DATE:
      return nida_dataset_get_value_dates (dataset) != NULL;
    case NIDA_FIELD_AMOUNT:
      /* the column of dollars would say the same again */
      return nida_dataset_get_amounts (dataset) != NULL
             && (g_strcmp0 (only_currency (dataset), "USD") != 0 || nida_dataset_get_amounts_usd (dataset) == NULL);
    case NIDA_FIELD_AMOUNT_USD:
      return nida_dataset_get_amounts_usd (dataset) != NULL;
    case NIDA_FIELD_CURRENCY:
      return only_currency (dataset) == NULL;
    case NIDA_FIELD_SOURCE:
      return FALSE;   /* the board names its files; see the load report */
    default:
      return !nida_field_is_code (field) || nida_dataset_get_codes (dataset, field).data != NULL;
    }
}

char *
nida_data_column_title (NidaDataset *dataset,
                        NidaField    field)
{
  g_autofree char *currency = NULL;

  if (field != NIDA_FIELD_AMOUNT || only_currency (dataset) == NULL)
    return g_strdup (nida_words_field (field));
  currency = nida_language_currency_name (nida_look_get_language (nida_look_get ()), only_currency (dataset));
  /* Translators: title of a column; %s is the currency of all its amounts: "Amount in KWD" */
  return g_strdup_printf (_("Amount in %s"), currency);
}

char *
nida_data_column_text (NidaDataset *dataset,
                       guint        row,
                       NidaField    field)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  NidaMoney money;
  g_autofree char *currency = NULL;

  if (!is_money (field))
    return nida_data_cell_text (dataset, row, field);
  currency = field == NIDA_FIELD_AMOUNT ? row_currency (dataset, row) : g_strdup ("USD");
  money = field == NIDA_FIELD_AMOUNT ? nida_dataset_get_amount (dataset, row) : nida_dataset_get_amount_usd (dataset, row);
  return money != NIDA_MONEY_NONE ? nida_language_money_bare (language, money, currency) : g_strdup ("");
}

char *
nida_data_row_words (NidaDataset *dataset,
                     guint        row)
{
  static const NidaField fields[] = { NIDA_FIELD_DATE, NIDA_FIELD_KIND, NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT, NIDA_FIELD_AMOUNT };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *cell = nida_data_cell_text (dataset, row, fields[i]);

      if (*cell != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", cell);
    }
  return g_string_free (words, FALSE);
}

int
nida_data_field_width (NidaField field)
{
  return field == NIDA_FIELD_DESCRIPTION ? 420 : field == NIDA_FIELD_KIND ? 144 : field == NIDA_FIELD_DONOR || field == NIDA_FIELD_RECIPIENT || field == NIDA_FIELD_APPEAL ? 210
            : field == NIDA_FIELD_CATEGORY || field == NIDA_FIELD_COUNTRY ? 170 : is_money (field) ? MONEY_WIDTH : 112;
}

const NidaField *
nida_data_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (table_fields);
  return table_fields;
}

void
nida_data_cells_append_row (GString     *out,
                            NidaDataset *dataset,
                            guint        row)
{
  gboolean arabic = nida_language_is_arabic (nida_look_get_language (nida_look_get ()));
  gboolean first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (table_fields); i++)
    {
      g_autofree char *text = NULL;

      if (!nida_data_has_field (dataset, table_fields[i]))
        continue;
      text = nida_dataset_dup_text (dataset, row, table_fields[i], arabic);
      if (!first)
        g_string_append_c (out, '\t');
      nida_formula_append_cell (out, text);
      first = FALSE;
    }
  g_string_append_c (out, '\n');
}

void
nida_data_cells_append_header (GString     *out,
                               NidaDataset *dataset)
{
  const char *separator = "";

  for (guint i = 0; i < G_N_ELEMENTS (table_fields); i++)
    if (nida_data_has_field (dataset, table_fields[i]))
      {
        g_autofree char *title = nida_data_column_title (dataset, table_fields[i]);

        g_string_append_printf (out, "%s%s", separator, title);
        separator = "\t";
      }
  g_string_append_c (out, '\n');
}
