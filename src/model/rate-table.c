/* Quotes of currencies, and the rules by which they become a rate.
 *
 * On a day the last rate at or before it holds, if it is not older than the table's reach: ten days for a daily table, so
 * that holidays are bridged and the time before the first and after the last day is not. A month's average holds in its
 * month. Over a year, a quarter, a month or a span it is the mean of the rates quoted in it; two currencies are crossed
 * by the ratio of their means. */
#include "rate-table.h"

#include "mean.h"

#include <string.h>

typedef struct {
  NidaDate    date;
  NidaDecimal quote;
} NidaQuote;

NidaRateTable *
nida_rate_table_new (const char    *source,
                     const char    *base,
                     NidaQuotation  quotation,
                     guint          reach)
{
  NidaRateTable *self = g_new0 (NidaRateTable, 1);

  self->source = g_strdup (source);
  self->base = g_strdup (base);
  self->quotation = quotation;
  self->reach = reach;
  self->series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

void
nida_rate_table_free (NidaRateTable *self)
{
  g_free (self->source);
  g_free (self->base);
  g_hash_table_unref (self->series);
  g_free (self);
}

gboolean
nida_rate_table_is_like (const NidaRateTable *self,
                         const char          *source,
                         const char          *base,
                         NidaQuotation        quotation)
{
  return strcmp (self->source, source) == 0 && strcmp (self->base, base) == 0 && self->quotation == quotation;
}

/* --- filling --- */

static GArray *
get_series (NidaRateTable *self,
            const char    *currency)
{
  GArray *quotes = g_hash_table_lookup (self->series, currency);

  if (quotes == NULL)
    {
      quotes = g_array_new (FALSE, FALSE, sizeof (NidaQuote));
      g_hash_table_insert (self->series, g_strdup (currency), quotes);
    }
  return quotes;
}

void
nida_rate_table_add (NidaRateTable *self,
                     const char    *currency,
                     NidaDate       date,
                     NidaDecimal    quote)
{
  NidaQuote added = { date, quote };

  self->monthly |= date.precision == NIDA_PRECISION_MONTH;
  g_array_append_val (get_series (self, currency), added);
}

void
nida_rate_table_absorb (NidaRateTable       *self,
                        const NidaRateTable *from)
{
  GHashTableIter iter;
  gpointer currency, quotes;

  self->monthly |= from->monthly;
  g_hash_table_iter_init (&iter, from->series);
  while (g_hash_table_iter_next (&iter, &currency, &quotes))
    g_array_append_vals (get_series (self, currency), ((GArray *) quotes)->data, ((GArray *) quotes)->len);
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

void
nida_rate_table_freeze (NidaRateTable *self)
{
  GHashTableIter iter;
  gpointer quotes;

  g_hash_table_iter_init (&iter, self->series);
  while (g_hash_table_iter_next (&iter, NULL, &quotes))
    freeze_series (quotes);
}

int
nida_rate_table_compare (gconstpointer a,
                         gconstpointer b)
{
  const NidaRateTable *one = *(NidaRateTable * const *) a, *other = *(NidaRateTable * const *) b;

  if (one->monthly != other->monthly)
    return one->monthly ? 1 : -1;
  if (one->reach != other->reach)
    return one->reach < other->reach ? -1 : 1;
  return strcmp (one->source, other->source);
}

/* --- one currency against the base --- */

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

gboolean
nida_rate_table_find (const NidaRateTable *self,
                      const char          *from,
                      const char          *to,
                      NidaPeriod           when,
                      NidaRate            *rate)
{
  gint32 first = nida_date_first_day (when.start), last = nida_date_last_day (when.end);
  NidaMean of_from, of_to;
  NidaRatio one, other;

  if (when.start.precision == NIDA_PRECISION_NONE || !find_mean (self, from, first, last, &of_from) ||
      !find_mean (self, to, first, last, &of_to))
    return FALSE;
  one = nida_mean_ratio (self->quotation == NIDA_QUOTED_UNITS_PER_BASE ? &of_to : &of_from);
  other = nida_mean_ratio (self->quotation == NIDA_QUOTED_UNITS_PER_BASE ? &of_from : &of_to);
  *rate = (NidaRate) {
    .kind = NIDA_RATE_TABLE, .source = self->source, .average = first != last || self->monthly,
    .ratio = nida_ratio_multiply (one, nida_ratio_invert (other)),
    .first = MIN (of_from.first, of_to.first), .last = MAX (of_from.last, of_to.last),
  };
  return rate->ratio.den != 0;
}
