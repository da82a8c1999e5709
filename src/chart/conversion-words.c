/* Sentences of conversions. Currencies of one way are named together; of many the first few. */
#include "config.h"

#include "conversion-words.h"

#include "translate.h"
#include "words.h"

#include <string.h>

#define MAX_CODES 4

/* Publishers of rates, as the readers call them. */
static const char * const publishers[] G_GNUC_UNUSED = {
  /* Translators: البنك المركزي الأوروبي */
  N_("European Central Bank"),
  N_("International Monetary Fund"),
  N_("United Nations Treasury"),
};

static gboolean
is_converted (NidaConversionKind kind)
{
  return kind != NIDA_CONVERSION_SAME && kind != NIDA_CONVERSION_MISSING;
}

static gboolean
is_own (NidaConversionKind kind)
{
  return kind == NIDA_CONVERSION_OWN || kind == NIDA_CONVERSION_OWN_AND_TABLE || kind == NIDA_CONVERSION_OWN_AND_PEG;
}

/* The conversions from @start on that differ in nothing but the currency. */
static guint
count_alike (NidaCube *cube,
             guint     start)
{
  const NidaConversion *first = nida_cube_get_conversion (cube, start);
  guint end = start + 1;

  while (end < nida_cube_get_n_conversions (cube) && nida_cube_get_conversion (cube, end)->kind == first->kind &&
         g_strcmp0 (nida_cube_get_conversion (cube, end)->source, first->source) == 0)
    end++;
  return end - start;
}

/* "EUR, GBP and 3 more" */
static char *
list_codes (NidaLanguage *language,
            NidaCube     *cube,
            guint         start,
            guint         n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL, *more = NULL;
  guint shown = n > MAX_CODES + 1 ? MAX_CODES : n;

  for (guint i = 0; i < shown; i++)
    g_ptr_array_add (names, nida_language_isolate (language, nida_cube_get_conversion (cube, start + i)->from));
  g_ptr_array_add (names, NULL);
  if (shown == n)
    return nida_language_list (language, (const char * const *) names->pdata);
  g_ptr_array_set_size (names, (int) shown);
  more = nida_language_integer (language, n - shown);
  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *before = list;

      list = before == NULL ? g_strdup (names->pdata[i])
                            : g_strconcat (before, nida_language_is_arabic (language) ? "، " : ", ", names->pdata[i], NULL);
    }
  /* Translators: names, then how many more there are: "Kuwait, Qatar, Sweden and 4 more" */
  return g_strdup_printf (_("%1$s and %2$s more"), list, more);
}

static char *
days_words (NidaLanguage *language,
            gint32        first,
            gint32        last,
            gboolean      average)
{
  int year, month, day;
  NidaPeriod period;

  nida_civil_from_days (first, &year, &month, &day);
  period.start = average ? nida_date_new_month (year, month) : nida_date_new_day (year, month, day);
  nida_civil_from_days (last, &year, &month, &day);
  period.end = average ? nida_date_new_month (year, month) : nida_date_new_day (year, month, day);
  return nida_language_period (language, period, NIDA_DATE_MEDIUM);
}

static char *
rate_days (NidaLanguage *language,
           NidaCube     *cube,
           guint         start,
           guint         n)
{
  gint32 first = G_MAXINT32, last = G_MININT32;
  gboolean average = FALSE;

  for (guint i = start; i < start + n; i++)
    {
      const NidaConversion *conversion = nida_cube_get_conversion (cube, i);

      first = MIN (first, conversion->first);
      last = MAX (last, conversion->last);
      average |= conversion->average;
    }
  return days_words (language, first, last, average);
}

static char *
converted_sentence (NidaLanguage *language,
                    NidaCube     *cube,
                    guint         start,
                    guint         n)
{
  const NidaConversion *first = nida_cube_get_conversion (cube, start);
  g_autofree char *codes = list_codes (language, cube, start, n), *count = NULL, *days = NULL, *source = NULL;
  guint64 rows = 0;

  for (guint i = start; i < start + n; i++)
    rows += nida_cube_get_conversion (cube, i)->rows;
  count = nida_words_count (language, NIDA_FIELD_SOURCE_ROW, rows);
  if (first->kind == NIDA_CONVERSION_SOURCE)
    /* Translators: codes of currencies, then a number of rows */
    return g_strdup_printf (_("Reported in %1$s, in US dollars by the source itself: %2$s."), codes, count);
  if (first->kind == NIDA_CONVERSION_PEG)
    /* Translators: codes of currencies, then a number of rows; the fixed rate is the peg of a Gulf currency */
    return g_strdup_printf (_("Converted from %1$s at the fixed rate to the US dollar: %2$s."), codes, count);
  if (first->kind == NIDA_CONVERSION_OWN)
    /* Translators: codes of currencies, then a number of rows; the desk has said the exchange rates itself: أسعار المكتب */
    return g_strdup_printf (_("Converted from %1$s at the desk’s own rates: %2$s."), codes, count);
  if (first->kind == NIDA_CONVERSION_OWN_AND_PEG)
    /* Translators: codes of currencies, then a number of rows */
    return g_strdup_printf (_("Converted from %1$s at the desk’s own rates and the fixed rate to the US dollar: %2$s."), codes, count);
  days = rate_days (language, cube, start, n);
  source = nida_language_name (language, _(first->source), NULL);
  if (first->kind == NIDA_CONVERSION_OWN_AND_TABLE)
    /* Translators: codes of currencies, a publisher of exchange rates, the days of the rates, a number of rows */
    return g_strdup_printf (_("Converted from %1$s at the desk’s own rates and those of the %2$s, %3$s: %4$s."), codes, source, days, count);
  if (first->kind == NIDA_CONVERSION_TABLE_AND_PEG)
    /* Translators: codes of currencies, a publisher of exchange rates, the days of the rates, a number of rows */
    return g_strdup_printf (_("Converted from %1$s at the rates of the %2$s, %3$s, and the fixed rate to the US dollar: %4$s."),
                            codes, source, days, count);
  /* Translators: codes of currencies, a publisher of exchange rates, the days of the rates, a number of rows */
  return g_strdup_printf (_("Converted from %1$s at the rates of the %2$s, %3$s: %4$s."), codes, source, days, count);
}

/* A currency or two by their codes, more by their number. */
static char *
few_codes (NidaLanguage *language,
           NidaCube     *cube,
           guint         start,
           guint         n)
{
  return n > 2 ? nida_words_count (language, NIDA_FIELD_CURRENCY, n) : list_codes (language, cube, start, n);
}

static char *
brief_sentence (NidaLanguage *language,
                NidaCube     *cube,
                guint         start,
                guint         n)
{
  const NidaConversion *first = nida_cube_get_conversion (cube, start);
  g_autofree char *codes = few_codes (language, cube, start, n), *days = NULL, *source = NULL;

  if (first->kind == NIDA_CONVERSION_SOURCE)
    /* Translators: codes of currencies, or "15 currencies" */
    return g_strdup_printf (_("Converted from %s by the source itself."), codes);
  if (first->kind == NIDA_CONVERSION_PEG)
    /* Translators: codes of currencies, or "15 currencies" */
    return g_strdup_printf (_("Converted from %s at fixed rates to the US dollar."), codes);
  if (is_own (first->kind))
    /* Translators: codes of currencies, or "15 currencies"; the desk has said the exchange rates itself */
    return g_strdup_printf (_("Converted from %s at the desk’s own rates."), codes);
  days = rate_days (language, cube, start, n);
  source = nida_language_name (language, _(first->source), NULL);
  if (first->kind == NIDA_CONVERSION_TABLE_AND_PEG)
    /* Translators: codes of currencies, or "3 currencies", a publisher of exchange rates */
    return g_strdup_printf (_("Converted from %1$s by way of the US dollar: fixed rate and %2$s."), codes, source);
  /* Translators: codes of currencies, or "15 currencies", a publisher of exchange rates, the days of the rates */
  return g_strdup_printf (_("Converted from %1$s at the rates of the %2$s, %3$s."), codes, source, days);
}

/**
 * nida_words_unit:
 *
 * Returns: (transfer full): "US$", "US$ at 2023 prices"
 */
char *
nida_words_unit (NidaLanguage *language,
                 NidaQuery    *query)
{
  g_autofree char *name = nida_language_currency_name (language, query->currency);
  g_autofree char *year = NULL;

  if (query->prices == 0)
    return g_steal_pointer (&name);
  year = nida_language_date (language, nida_date_new_year (query->prices), NIDA_DATE_MEDIUM);
  /* Translators: a currency and a year: "US$ at 2023 prices" */
  return g_strdup_printf (_("%1$s at %2$s prices"), name, year);
}

char *
nida_words_currency (NidaLanguage *language,
                     NidaCube     *cube)
{
  g_autofree char *unit = nida_words_unit (language, nida_cube_get_query (cube));
  const char *deflators = nida_cube_get_deflators (cube);

  if (deflators != NULL)
    {
      g_autofree char *source = nida_language_name (language, deflators, NULL);

      /* Translators: what amounts are counted in, "US$ at 2023 prices", and a file of price levels */
      return g_strdup_printf (_("%1$s, by the donors' price levels of %2$s."), unit, source);
    }
  for (guint i = 0; i < nida_cube_get_n_conversions (cube); i++)
    if (is_converted (nida_cube_get_conversion (cube, i)->kind))
      /* Translators: the currency of all amounts, of which some were converted */
      return g_strdup_printf (_("Amounts in %s."), unit);
  /* Translators: the currency of all amounts; nothing was converted: "US$ as reported." */
  return g_strdup_printf (_("%s as reported."), unit);
}

static char *
all_sentences (NidaLanguage *language,
               NidaCube     *cube,
               gboolean      brief)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < nida_cube_get_n_conversions (cube);)
    {
      guint n = count_alike (cube, i);

      if (is_converted (nida_cube_get_conversion (cube, i)->kind))
        {
          g_autofree char *sentence = brief ? brief_sentence (language, cube, i, n) : converted_sentence (language, cube, i, n);

          g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", sentence);
        }
      i += n;
    }
  return g_strdup (words->str);
}

char *
nida_words_converted (NidaLanguage *language,
                      NidaCube     *cube)
{
  return all_sentences (language, cube, FALSE);
}

char *
nida_words_converted_briefly (NidaLanguage *language,
                              NidaCube     *cube)
{
  return all_sentences (language, cube, TRUE);
}

char *
nida_words_rates (NidaLanguage *language,
                  NidaCube     *cube)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  gboolean pegged = FALSE, own = FALSE;

  for (guint i = 0; i < nida_cube_get_n_conversions (cube); i++)
    {
      const NidaConversion *conversion = nida_cube_get_conversion (cube, i);

      own |= is_own (conversion->kind);
      pegged |= conversion->kind == NIDA_CONVERSION_PEG || conversion->kind == NIDA_CONVERSION_TABLE_AND_PEG
                || conversion->kind == NIDA_CONVERSION_OWN_AND_PEG;
      if (conversion->source != NULL && is_converted (conversion->kind) &&
          g_hash_table_add (known, (gpointer) conversion->source))
        g_ptr_array_add (names, nida_language_name (language, _(conversion->source), NULL));
    }
  if (names->len == 0 && !own)
    return g_strdup ("");
  if (own)
    /* Translators: in a list of publishers of exchange rates: those that the desk has said itself */
    g_ptr_array_add (names, g_strdup (C_("rates", "the desk’s own")));
  if (pegged)
    /* Translators: in a list of publishers of exchange rates: the pegs of the Gulf currencies */
    g_ptr_array_add (names, g_strdup (_("fixed rates")));
  g_ptr_array_add (names, NULL);
  list = nida_language_list (language, (const char * const *) names->pdata);
  /* Translators: publishers of the exchange rates that amounts were converted with */
  return g_strdup_printf (_("Rates: %s."), list);
}

char *
nida_words_unconverted (NidaLanguage *language,
                        NidaCube     *cube)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < nida_cube_get_n_conversions (cube); i++)
    {
      const NidaConversion *conversion = nida_cube_get_conversion (cube, i);
      g_autofree char *count = NULL, *code = NULL;

      if (conversion->kind != NIDA_CONVERSION_MISSING)
        continue;
      count = nida_words_count (language, NIDA_FIELD_SOURCE_ROW, conversion->rows);
      code = nida_language_isolate (language, conversion->from);
      /* Translators: the code of a currency and a number of rows: "KWD (3 rows)" */
      g_ptr_array_add (items, g_strdup_printf (_("%1$s (%2$s)"), code, count));
    }
  if (items->len == 0)
    return g_strdup ("");
  g_ptr_array_add (items, NULL);
  list = nida_language_list (language, (const char * const *) items->pdata);
  /* Translators: %s is "KWD (3 rows) and EUR (1 row)"; the rate is an exchange rate, or a price level */
  return g_strdup_printf (_("No rate for their date, left out: %s."), list);
}

/* Where those without a rate begin, which come last, and how many rows they are. */
static guint
find_unconverted (NidaCube *cube,
                  guint64  *rows)
{
  guint start = 0, n = nida_cube_get_n_conversions (cube);

  while (start < n && nida_cube_get_conversion (cube, start)->kind != NIDA_CONVERSION_MISSING)
    start++;
  *rows = 0;
  for (guint i = start; i < n; i++)
    *rows += nida_cube_get_conversion (cube, i)->rows;
  return start;
}

char *
nida_words_unconverted_briefly (NidaLanguage *language,
                                NidaCube     *cube)
{
  g_autofree char *count = NULL, *codes = NULL;
  guint64 rows;
  guint start = find_unconverted (cube, &rows);

  if (rows == 0)
    return g_strdup ("");
  count = nida_words_count (language, NIDA_FIELD_SOURCE_ROW, rows);
  codes = few_codes (language, cube, start, nida_cube_get_n_conversions (cube) - start);
  /* Translators: "21 rows", then codes of currencies, or "9 currencies" */
  return g_strdup_printf (_("No rate for their date, left out: %1$s in %2$s."), count, codes);
}

char *
nida_words_unconverted_remark (NidaLanguage *language,
                               NidaCube     *cube,
                               gboolean      briefly)
{
  g_autofree char *count = NULL;
  guint64 rows;

  find_unconverted (cube, &rows);
  if (rows == 0)
    return NULL;
  count = nida_words_count (language, NIDA_FIELD_SOURCE_ROW, rows);
  /* Translators: on a card: rows that there is no exchange rate for are not in its figure: "2 rows left out, no rate" */
  return g_strdup_printf (briefly ? _("no rate: %s") : _("%s left out, no rate"), count);
}

char *
nida_words_rate (NidaLanguage *language,
                 const char   *from,
                 const char   *to,
                 NidaRatio     ratio)
{
  g_autofree char *one = nida_language_isolate (language, from), *other = nida_language_isolate (language, to);
  gboolean exact;
  g_autofree char *unit = nida_language_integer (language, 1), *number = nida_language_ratio (language, ratio, &exact);

  /* Translators: an exchange rate: the number 1, the code of a currency, a number, the code of another: "1 KWD = 3.2512 USD" */
  return g_strdup_printf (exact ? _("%1$s %2$s = %3$s %4$s")
                          /* Translators: an exchange rate of more digits than these: "1 SEK ≈ 0.093956706 USD" */
                          : _("%1$s %2$s ≈ %3$s %4$s"), unit, one, number, other);
}

/* With what the desk says of where it is from. */
static char *
own_rate_source (NidaLanguage         *language,
                 const NidaConversion *conversion,
                 const char           *source,
                 const char           *days)
{
  g_autofree char *note = conversion->note != NULL ? nida_language_isolate (language, conversion->note) : NULL;
  /* Translators: who says an exchange rate: the desk, and what it says of where that is from */
  g_autofree char *own = note != NULL ? g_strdup_printf (_("the desk’s own rate (%s)"), note) : g_strdup (_("the desk’s own rate"));

  if (conversion->kind == NIDA_CONVERSION_OWN_AND_TABLE)
    /* Translators: "the desk’s own rate", a publisher of exchange rates, the day of its rate */
    return g_strdup_printf (_("%1$s, and %2$s, %3$s"), own, source, days);
  if (conversion->kind == NIDA_CONVERSION_OWN_AND_PEG)
    /* Translators: "the desk’s own rate" */
    return g_strdup_printf (_("%s, and the fixed rate to the US dollar"), own);
  return g_steal_pointer (&own);
}

char *
nida_words_rate_source (NidaLanguage         *language,
                        const NidaConversion *conversion)
{
  g_autofree char *source = conversion->source != NULL ? nida_language_name (language, _(conversion->source), NULL) : NULL;
  g_autofree char *days = source != NULL ? days_words (language, conversion->first, conversion->last, conversion->average) : NULL;

  switch (conversion->kind)
    {
    case NIDA_CONVERSION_SAME:
      /* Translators: nothing was exchanged, only prices of another year were taken */
      return g_strdup (_("none; prices of another year alone"));
    case NIDA_CONVERSION_SOURCE:
      /* Translators: who says what an amount is in US dollars: the file itself */
      return g_strdup (_("the source itself"));
    case NIDA_CONVERSION_TABLE:
      /* Translators: a publisher of exchange rates and the day of a rate: "European Central Bank, 4 Jan 2024" */
      return g_strdup_printf (_("%1$s, %2$s"), source, days);
    case NIDA_CONVERSION_TABLE_AND_PEG:
      /* Translators: a publisher of exchange rates and the day of a rate */
      return g_strdup_printf (_("%1$s, %2$s, and the fixed rate to the US dollar"), source, days);
    case NIDA_CONVERSION_PEG:
      return g_strdup (_("the fixed rate to the US dollar"));
    case NIDA_CONVERSION_OWN:
    case NIDA_CONVERSION_OWN_AND_TABLE:
    case NIDA_CONVERSION_OWN_AND_PEG:
      return own_rate_source (language, conversion, source, days);
    case NIDA_CONVERSION_MISSING:
    default:
      return g_strdup (_("none for its date; the figures leave it out"));
    }
}
