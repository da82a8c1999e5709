/* Tables of rates, and the rules by which one is chosen.
 *
 * On a day the last rate at or before it holds, if it is not older than the table's reach: ten days for a daily table, so
 * that holidays are bridged and the time before the first and after the last day is not. A month's average holds in its
 * month. Over a year, a quarter, a month or a span it is the mean of the rates quoted in it; two currencies are crossed
 * by the ratio of their means. Of several tables the one that quotes days comes before the one that quotes months, then
 * the name decides, so that the order of files never matters. A fixed rate is the last resort, alone or after a table. What the
 * desk says itself goes before all of them; where it is of another currency than the one asked for, they do the rest. */
#include "rates.h"

#include "deflators.h"
#include "mean.h"

#include <string.h>

typedef struct {
  NidaDate    date;
  NidaDecimal quote;
} NidaQuote;

typedef struct {
  char         *source;
  char         *base;
  NidaQuotation quotation;
  guint         reach;
  gboolean      monthly;
  GHashTable   *series;         /* currency → GArray of NidaQuote */
} NidaRateTable;

struct _NidaRates {
  gatomicrefcount ref_count;
  gboolean        frozen;
  GPtrArray      *tables;         /* NidaRateTable */
  NidaDeflators   deflators;
  NidaRates      *base;           /* whose tables and deflators these are, or NULL */
  NidaOwnRates   *own;            /* or NULL */
};

G_DEFINE_BOXED_TYPE (NidaRates, nida_rates, nida_rates_ref, nida_rates_unref)

/* Units for a dollar, by decree of the central banks for decades. The Kuwaiti dinar follows a basket and has none. */
static const struct { const char *currency; NidaRatio per_dollar; } pegs[] = {
  { "AED", { 36725, 10000 } },
  { "BHD", { 376, 1000 } },
  { "OMR", { 3845, 10000 } },
  { "QAR", { 364, 100 } },
  { "SAR", { 375, 100 } },
};

static void
table_free (gpointer data)
{
  NidaRateTable *table = data;

  g_free (table->source);
  g_free (table->base);
  g_hash_table_unref (table->series);
  g_free (table);
}

NidaRates *
nida_rates_new (void)
{
  NidaRates *self = g_new0 (NidaRates, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->tables = g_ptr_array_new_with_free_func (table_free);
  nida_deflators_init (&self->deflators);
  return self;
}

NidaRates *
nida_rates_ref (NidaRates *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_rates_unref (NidaRates *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->tables);
  nida_deflators_clear (&self->deflators);
  g_clear_pointer (&self->base, nida_rates_unref);
  g_clear_pointer (&self->own, nida_own_rates_unref);
  g_free (self);
}

/* --- filling --- */

guint
nida_rates_add_table (NidaRates     *self,
                      const char    *source,
                      const char    *base,
                      NidaQuotation  quotation,
                      guint          reach)
{
  NidaRateTable *table;

  g_return_val_if_fail (self != NULL && !self->frozen, 0);

  for (guint i = 0; i < self->tables->len; i++)
    {
      table = self->tables->pdata[i];
      if (strcmp (table->source, source) == 0 && strcmp (table->base, base) == 0 && table->quotation == quotation)
        return i;
    }
  table = g_new0 (NidaRateTable, 1);
  table->source = g_strdup (source);
  table->base = g_strdup (base);
  table->quotation = quotation;
  table->reach = reach;
  table->series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_ptr_array_add (self->tables, table);
  return self->tables->len - 1;
}

static GArray *
get_series (NidaRateTable *table,
            const char    *currency)
{
  GArray *quotes = g_hash_table_lookup (table->series, currency);

  if (quotes == NULL)
    {
      quotes = g_array_new (FALSE, FALSE, sizeof (NidaQuote));
      g_hash_table_insert (table->series, g_strdup (currency), quotes);
    }
  return quotes;
}

void
nida_rates_add (NidaRates   *self,
                guint        table,
                const char  *currency,
                NidaDate     date,
                NidaDecimal  quote)
{
  NidaQuote added = { date, quote };
  NidaRateTable *to;

  g_return_if_fail (self != NULL && !self->frozen && table < self->tables->len);
  g_return_if_fail (date.precision == NIDA_PRECISION_DAY || date.precision == NIDA_PRECISION_MONTH);
  g_return_if_fail (quote.mantissa > 0 && quote.decimals <= NIDA_DECIMAL_MOST_PLACES);

  to = self->tables->pdata[table];
  to->monthly |= date.precision == NIDA_PRECISION_MONTH;
  g_array_append_val (get_series (to, currency), added);
}

static void
absorb_table (NidaRates           *self,
              const NidaRateTable *from)
{
  guint index = nida_rates_add_table (self, from->source, from->base, from->quotation, from->reach);
  NidaRateTable *to = self->tables->pdata[index];
  GHashTableIter iter;
  gpointer currency, quotes;

  to->monthly |= from->monthly;
  g_hash_table_iter_init (&iter, from->series);
  while (g_hash_table_iter_next (&iter, &currency, &quotes))
    g_array_append_vals (get_series (to, currency), ((GArray *) quotes)->data, ((GArray *) quotes)->len);
}

void
nida_rates_absorb (NidaRates *self,
                   NidaRates *other)
{
  g_return_if_fail (self != NULL && other != NULL && !self->frozen);

  for (guint i = 0; i < other->tables->len; i++)
    absorb_table (self, other->tables->pdata[i]);
  nida_deflators_absorb (&self->deflators, &other->deflators);
}

/* By day, a rate of the day before the month that begins on it; equal ones by their size, so that no order of files matters. */
static int
compare_quotes (gconstpointer a,
                gconstpointer b)
{
  const NidaQuote *one = a, *other = b;

  if (one->date.day != other->date.day)
    return one->date.day < other->date.day ? -1 : 1;
  if (one->date.precision != other->date.precision)
    return one->date.precision < other->date.precision ? -1 : 1;
  if (one->quote.decimals != other->quote.decimals)
    return one->quote.decimals < other->quote.decimals ? -1 : 1;
  return one->quote.mantissa < other->quote.mantissa ? -1 : one->quote.mantissa > other->quote.mantissa;
}

/* Sort, and keep one rate a date. */
static void
freeze_series (GArray *quotes)
{
  guint n = 0;

  g_array_sort (quotes, compare_quotes);
  for (guint i = 0; i < quotes->len; i++)
    {
      NidaQuote quote = g_array_index (quotes, NidaQuote, i);

      if (n > 0 && g_array_index (quotes, NidaQuote, n - 1).date.day == quote.date.day)
        n--;
      g_array_index (quotes, NidaQuote, n++) = quote;
    }
  g_array_set_size (quotes, n);
}

static int
compare_tables (gconstpointer a,
                gconstpointer b)
{
  const NidaRateTable *one = *(NidaRateTable * const *) a, *other = *(NidaRateTable * const *) b;

  if (one->monthly != other->monthly)
    return one->monthly ? 1 : -1;
  if (one->reach != other->reach)
    return one->reach < other->reach ? -1 : 1;
  return strcmp (one->source, other->source);
}

void
nida_rates_freeze (NidaRates *self)
{
  g_return_if_fail (self != NULL);

  if (self->frozen)
    return;
  for (guint i = 0; i < self->tables->len; i++)
    {
      GHashTableIter iter;
      gpointer quotes;

      g_hash_table_iter_init (&iter, ((NidaRateTable *) self->tables->pdata[i])->series);
      while (g_hash_table_iter_next (&iter, NULL, &quotes))
        freeze_series (quotes);
    }
  g_ptr_array_sort (self->tables, compare_tables);
  self->frozen = TRUE;
}

/* --- the desk's own --- */

void
nida_rates_set_own (NidaRates    *self,
                    NidaOwnRates *own)
{
  g_return_if_fail (self != NULL && !self->frozen);

  g_clear_pointer (&self->own, nida_own_rates_unref);
  self->own = own != NULL ? nida_own_rates_ref (own) : NULL;
}

NidaOwnRates *
nida_rates_get_own (NidaRates *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->own;
}

/* Where the tables and the deflators are. */
static NidaRates *
tables_of (NidaRates *self)
{
  return self->base != NULL ? self->base : self;
}

NidaRates *
nida_rates_new_beside (NidaRates    *base,
                       NidaOwnRates *own)
{
  NidaRates *self = nida_rates_new ();

  nida_rates_set_own (self, own);
  self->base = nida_rates_ref (tables_of (base));
  self->frozen = TRUE;
  return self;
}

/* --- what there is --- */

gboolean
nida_rates_is_empty (NidaRates *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  self = tables_of (self);
  return self->tables->len == 0 && nida_deflators_is_empty (&self->deflators);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

char **
nida_rates_dup_currencies (NidaRates *self)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *codes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer code;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < nida_own_rates_get_n (self->own); i++)
    {
      g_hash_table_add (found, (gpointer) nida_own_rates_get (self->own, i)->from);
      g_hash_table_add (found, (gpointer) nida_own_rates_get (self->own, i)->to);
    }
  self = tables_of (self);
  for (guint i = 0; i < self->tables->len; i++)
    {
      NidaRateTable *table = self->tables->pdata[i];

      if (strlen (table->base) == 3 && strcmp (table->base, "XDR") != 0)
        g_hash_table_add (found, table->base);
      g_hash_table_iter_init (&iter, table->series);
      while (g_hash_table_iter_next (&iter, &code, NULL))
        g_hash_table_add (found, code);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pegs); i++)
    g_hash_table_add (found, (gpointer) pegs[i].currency);
  g_hash_table_add (found, (gpointer) "USD");
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    g_ptr_array_add (codes, g_strdup (code));
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}

/* --- one currency against its table's base --- */

/* Of the base itself. */
static const NidaMean base_mean = { 1, 1, 0, G_MAXINT32, G_MININT32 };

/* The first quote after @day. */
static guint
find_after (const GArray *quotes,
            gint32        day)
{
  guint low = 0, high = quotes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (quotes, NidaQuote, middle).date.day <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
in_force (const NidaRateTable *table,
          const GArray        *quotes,
          gint32               day,
          NidaMean            *mean)
{
  guint after = find_after (quotes, day);
  const NidaQuote *quote = after == 0 ? NULL : &g_array_index (quotes, NidaQuote, after - 1);
  gint64 until;

  if (quote == NULL)
    return FALSE;
  until = quote->date.precision == NIDA_PRECISION_MONTH ? nida_date_last_day (quote->date)
                                                        : (gint64) quote->date.day + table->reach;
  if (day > until)
    return FALSE;
  *mean = (NidaMean) { (NidaUWide) quote->quote.mantissa, 1, quote->quote.decimals, quote->date.day, quote->date.day };
  return TRUE;
}

/* The mean of what is quoted from @first to @last; FALSE when nothing is. */
static gboolean
mean_of (const GArray *quotes,
         gint32        first,
         gint32        last,
         NidaMean     *mean)
{
  guint start = find_after (quotes, first - 1), end = find_after (quotes, last);

  *mean = (NidaMean) { 0, end - start, 0, 0, 0 };
  if (start == end)
    return FALSE;
  for (guint i = start; i < end; i++)
    mean->decimals = MAX (mean->decimals, g_array_index (quotes, NidaQuote, i).quote.decimals);
  for (guint i = start; i < end; i++)
    {
      NidaDecimal quote = g_array_index (quotes, NidaQuote, i).quote;

      if (!nida_mean_add (mean, quote))
        return FALSE;
    }
  mean->first = g_array_index (quotes, NidaQuote, start).date.day;
  mean->last = g_array_index (quotes, NidaQuote, end - 1).date.day;
  return TRUE;
}

static gboolean
find_mean (const NidaRateTable *table,
           const char          *currency,
           gint32               first,
           gint32               last,
           NidaMean            *mean)
{
  const GArray *quotes;

  *mean = base_mean;
  if (strcmp (currency, table->base) == 0)
    return TRUE;
  quotes = g_hash_table_lookup (table->series, currency);
  if (quotes == NULL)
    return FALSE;
  return (first != last && mean_of (quotes, first, last, mean)) || in_force (table, quotes, first, mean);
}

/* --- two currencies --- */

static gboolean
find_in_table (const NidaRateTable *table,
               const char          *from,
               const char          *to,
               NidaPeriod           when,
               NidaRate            *rate)
{
  gint32 first = nida_date_first_day (when.start), last = nida_date_last_day (when.end);
  NidaMean of_from, of_to;
  NidaRatio one, other;

  if (when.start.precision == NIDA_PRECISION_NONE || !find_mean (table, from, first, last, &of_from) ||
      !find_mean (table, to, first, last, &of_to))
    return FALSE;
  one = nida_mean_ratio (table->quotation == NIDA_QUOTED_UNITS_PER_BASE ? &of_to : &of_from);
  other = nida_mean_ratio (table->quotation == NIDA_QUOTED_UNITS_PER_BASE ? &of_from : &of_to);
  *rate = (NidaRate) {
    .kind = NIDA_RATE_TABLE, .source = table->source, .average = first != last || table->monthly,
    .ratio = nida_ratio_multiply (one, nida_ratio_invert (other)),
    .first = MIN (of_from.first, of_to.first), .last = MAX (of_from.last, of_to.last),
  };
  return rate->ratio.den != 0;
}

static gboolean
find_in_tables (NidaRates   *self,
                const char  *from,
                const char  *to,
                NidaPeriod   when,
                NidaRate    *rate)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (find_in_table (self->tables->pdata[i], from, to, when, rate))
      return TRUE;
  return FALSE;
}

/* Units of @currency for a dollar, where that is fixed. */
static gboolean
find_peg (const char *currency,
          NidaRatio  *per_dollar)
{
  *per_dollar = NIDA_RATIO_ONE;
  if (strcmp (currency, "USD") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (pegs); i++)
    if (strcmp (currency, pegs[i].currency) == 0)
      {
        *per_dollar = nida_ratio_new ((NidaUWide) pegs[i].per_dollar.num, (NidaUWide) pegs[i].per_dollar.den);
        return TRUE;
      }
  return FALSE;
}

/* @from and @to by way of the dollar, to which one or both of them are fixed. */
static gboolean
find_by_peg (NidaRates   *self,
             const char  *from,
             const char  *to,
             NidaPeriod   when,
             NidaRate    *rate)
{
  NidaRatio of_from, of_to;
  gboolean from_fixed = find_peg (from, &of_from), to_fixed = find_peg (to, &of_to);

  if (from_fixed && to_fixed)
    {
      *rate = (NidaRate) { .kind = NIDA_RATE_PEG, .ratio = nida_ratio_multiply (of_to, nida_ratio_invert (of_from)) };
      return TRUE;
    }
  if (to_fixed && strcmp (to, "USD") != 0 && find_in_tables (self, from, "USD", when, rate))
    rate->ratio = nida_ratio_multiply (rate->ratio, of_to);
  else if (from_fixed && strcmp (from, "USD") != 0 && find_in_tables (self, "USD", to, when, rate))
    rate->ratio = nida_ratio_multiply (rate->ratio, nida_ratio_invert (of_from));
  else
    return FALSE;
  rate->kind = NIDA_RATE_TABLE_AND_PEG;
  return rate->ratio.den != 0;
}

/* By the tables and the fixed rates. */
static gboolean
find_published (NidaRates   *self,
                const char  *from,
                const char  *to,
                NidaPeriod   when,
                NidaRate    *rate)
{
  return find_in_tables (self, from, to, when, rate) || find_by_peg (self, from, to, when, rate);
}

/* --- by what the desk says --- */

static const char *
other_of (const NidaOwnRate *own,
          const char        *currency)
{
  return strcmp (own->from, currency) == 0 ? own->to : own->from;
}

static void
take_own (NidaRate          *rate,
          const NidaOwnRate *own,
          NidaRatio          ratio)
{
  rate->kind = rate->kind == NIDA_RATE_NONE || rate->kind == NIDA_RATE_OWN ? NIDA_RATE_OWN
               : rate->source != NULL ? NIDA_RATE_OWN_AND_TABLE : NIDA_RATE_OWN_AND_PEG;
  rate->ratio = nida_ratio_multiply (rate->ratio, ratio);
  if (rate->note == NULL)
    rate->note = own->note;
}

/* From the currency that @own leads to, or comes from, to the other end; by what the desk says of it, or what is published. */
static gboolean
find_rest (NidaRates   *self,
           const char  *from,
           const char  *to,
           NidaPeriod   when,
           NidaRate    *rate)
{
  const NidaOwnRate *own = nida_own_rates_find (self->own, from, to, when, 0);

  *rate = (NidaRate) { .kind = NIDA_RATE_NONE, .ratio = NIDA_RATIO_ONE };
  if (own == NULL)
    return find_published (tables_of (self), from, to, when, rate);
  take_own (rate, own, nida_own_rate_get_ratio (own, from));
  return TRUE;
}

/* By a rate of the desk's that is of @from, or of @to. */
static gboolean
find_across (NidaRates   *self,
             const char  *from,
             const char  *to,
             NidaPeriod   when,
             NidaRate    *rate)
{
  for (guint end = 0; end < 2; end++)
    {
      const char *currency = end == 0 ? from : to;
      const NidaOwnRate *own;

      for (guint i = 0; (own = nida_own_rates_find (self->own, currency, NULL, when, i)) != NULL; i++)
        {
          const char *middle = other_of (own, currency);
          NidaRatio ratio = nida_own_rate_get_ratio (own, currency);

          if (!find_rest (self, end == 0 ? middle : from, end == 0 ? to : middle, when, rate))
            continue;
          take_own (rate, own, end == 0 ? ratio : nida_ratio_invert (ratio));
          return rate->ratio.den != 0;
        }
    }
  return FALSE;
}

static gboolean
find_own (NidaRates   *self,
          const char  *from,
          const char  *to,
          NidaPeriod   when,
          NidaRate    *rate)
{
  const NidaOwnRate *own = nida_own_rates_find (self->own, from, to, when, 0);

  if (own == NULL)
    return nida_own_rates_get_n (self->own) > 0 && find_across (self, from, to, when, rate);
  *rate = (NidaRate) { .kind = NIDA_RATE_NONE, .ratio = NIDA_RATIO_ONE };
  take_own (rate, own, nida_own_rate_get_ratio (own, from));
  return rate->ratio.den != 0;
}

/**
 * nida_rates_find:
 * @from: ISO 4217
 * @to: another one
 * @when: a day, or anything longer; undated money has a fixed rate or none
 * @rate: (out): the rate; its texts belong to the rates
 *
 * Returns: %FALSE when neither the desk nor a table nor a fixed rate tells
 */
gboolean
nida_rates_find (NidaRates   *self,
                 const char  *from,
                 const char  *to,
                 NidaPeriod   when,
                 NidaRate    *rate)
{
  g_return_val_if_fail (self != NULL && from != NULL && to != NULL, FALSE);

  *rate = (NidaRate) { .kind = NIDA_RATE_NONE };
  if (find_own (self, from, to, when, rate))
    return TRUE;
  *rate = (NidaRate) { .kind = NIDA_RATE_NONE };
  return find_published (tables_of (self), from, to, when, rate);
}

/* --- prices --- */

void
nida_rates_add_deflator (NidaRates   *self,
                         const char  *source,
                         const char  *country,
                         int          year,
                         NidaDecimal  level)
{
  g_return_if_fail (self != NULL && !self->frozen && level.mantissa > 0);

  nida_deflators_add (&self->deflators, source, country, year, level);
}

gboolean
nida_rates_has_deflators (NidaRates *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !nida_deflators_is_empty (&tables_of (self)->deflators);
}

const char *
nida_rates_get_deflator_source (NidaRates *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tables_of (self)->deflators.source;
}

gboolean
nida_rates_get_deflator_years (NidaRates *self,
                               int       *first,
                               int       *last)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self = tables_of (self);
  *first = self->deflators.first_year;
  *last = self->deflators.last_year;
  return self->deflators.first_year != 0;
}

/**
 * nida_rates_find_deflator:
 *
 * The prices are those of the giver: deflators of donors hold what their currency lost to prices and to the dollar.
 */
gboolean
nida_rates_find_deflator (NidaRates   *self,
                          const char  *country,
                          NidaPeriod   when,
                          int          year,
                          NidaRatio   *ratio)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return nida_deflators_find (&tables_of (self)->deflators, country, when, year, ratio);
}
