/* An amount in the currency asked for stands as it was reported. Any other is converted at the rate of its own date: the
 * amount in its own currency, or, where no table tells that rate, what the row is worth in US dollars.
 *
 * At the prices of a year an amount becomes dollars, then dollars of that year by the prices of the donor's country, then
 * the currency asked for at that year's average rate: the deflators are those of the dollar. */
#include "values.h"

#include <string.h>

typedef struct {
  NidaValues   *values;
  NidaDataset  *dataset;
  NidaRates    *rates;
  const char   *currency;
  int           prices;            /* 0: current */
  NidaCodes     codes, countries;
  NidaCodes     kinds;
  guint32       own_code;          /* of @currency; 0 when no row has it */
  guint32       dollar_code;
  NidaDates     dates;
  const gint32 *ends, *value_dates;
  NidaMoney    *whole;
  guint32      *fine, *numbers;
} NidaWork;

/* --- ways --- */

static guint
way_number (NidaWork           *work,
            NidaConversionKind  kind,
            const char         *from,
            const char         *source)
{
  GArray *ways = work->values->ways;
  NidaWay way = { kind, NULL, source };

  for (guint i = 0; i < ways->len; i++)
    {
      const NidaWay *known = &g_array_index (ways, NidaWay, i);

      if (known->kind == kind && strcmp (known->from, from) == 0 && g_strcmp0 (known->source, source) == 0)
        return i;
    }
  way.from = g_strdup (from);
  g_array_append_val (ways, way);
  return ways->len - 1;
}

static NidaConversionKind
kind_of_rate (NidaRateKind kind)
{
  switch (kind)
    {
    case NIDA_RATE_TABLE: return NIDA_CONVERSION_TABLE;
    case NIDA_RATE_TABLE_AND_PEG: return NIDA_CONVERSION_TABLE_AND_PEG;
    case NIDA_RATE_PEG: return NIDA_CONVERSION_PEG;
    case NIDA_RATE_OWN: return NIDA_CONVERSION_OWN;
    case NIDA_RATE_OWN_AND_TABLE: return NIDA_CONVERSION_OWN_AND_TABLE;
    case NIDA_RATE_OWN_AND_PEG: return NIDA_CONVERSION_OWN_AND_PEG;
    case NIDA_RATE_NONE:
    default: return NIDA_CONVERSION_MISSING;
    }
}

/* --- rates --- */

static NidaPeriod
year_period (int year)
{
  return (NidaPeriod) { nida_date_new_year (year), nida_date_new_year (year) };
}

static gboolean
find_rate (NidaWork   *work,
           const char *from,
           const char *to,
           NidaPeriod  when,
           NidaRate   *rate)
{
  if (strcmp (from, to) != 0)
    return nida_rates_find (work->rates, from, to, when, rate);
  *rate = (NidaRate) { .kind = NIDA_RATE_NONE, .ratio = NIDA_RATIO_ONE };
  return TRUE;
}

static gboolean
is_own (NidaRateKind kind)
{
  return kind == NIDA_RATE_OWN || kind == NIDA_RATE_OWN_AND_TABLE || kind == NIDA_RATE_OWN_AND_PEG;
}

/* The desk has a part in it: what else is told is what a table had to say, or that a fixed rate did the rest. */
static void
chain_own (NidaRate       *one,
           const NidaRate *other)
{
  const NidaRate *table = one->source != NULL ? one : other;
  gboolean alone = (one->kind == NIDA_RATE_OWN || one->kind == NIDA_RATE_NONE) && other->kind == NIDA_RATE_OWN;

  one->note = one->note != NULL ? one->note : other->note;
  one->kind = table->source != NULL ? NIDA_RATE_OWN_AND_TABLE : alone ? NIDA_RATE_OWN : NIDA_RATE_OWN_AND_PEG;
  one->source = table->source;
  one->average = table->average;
  one->first = table->first;
  one->last = table->last;
}

/* @one, then @other; what is told of both is what a table had to say. */
static void
chain (NidaRate       *one,
       const NidaRate *other)
{
  one->ratio = nida_ratio_multiply (one->ratio, other->ratio);
  if (other->kind == NIDA_RATE_NONE)
    return;
  if (is_own (one->kind) || is_own (other->kind))
    {
      chain_own (one, other);
      return;
    }
  if (one->source == NULL)
    {
      one->source = other->source;
      one->kind = other->kind;
      one->average = other->average;
      one->first = other->first;
      one->last = other->last;
      return;
    }
  if (other->kind == NIDA_RATE_PEG)
    one->kind = NIDA_RATE_TABLE_AND_PEG;
  if (other->source == NULL)
    return;
  one->average |= other->average;
  one->first = MIN (one->first, other->first);
  one->last = MAX (one->last, other->last);
}

static gboolean
find_price_rate (NidaWork   *work,
                 const char *from,
                 guint32     country,
                 NidaPeriod  when,
                 NidaRate   *rate)
{
  NidaDictionary *countries = nida_dataset_get_dictionary (work->dataset, NIDA_FIELD_DONOR_COUNTRY);
  const char *code = country == 0 ? NULL : nida_dictionary_get_ref (countries, country);
  NidaRatio deflator;
  NidaRate out;

  if (!find_rate (work, from, "USD", when, rate) ||
      !nida_rates_find_deflator (work->rates, code, when, work->prices, &deflator) ||
      !find_rate (work, "USD", work->currency, year_period (work->prices), &out))
    return FALSE;
  rate->ratio = nida_ratio_multiply (rate->ratio, deflator);
  chain (rate, &out);
  return rate->ratio.den != 0;
}

/* The packed days whose rate holds for a row: its value date, or else its own. *@end is 0 when it is the same. */
static gint32
rate_days (const NidaWork *work,
           guint32         row,
           gint32         *end)
{
  *end = 0;
  if (work->value_dates != NULL && work->value_dates[row] != 0)
    return work->value_dates[row];
  *end = work->ends == NULL ? 0 : work->ends[row];
  return nida_dates_get (work->dates, row);
}

static NidaPeriod
period_of_days (gint32 start,
                gint32 end)
{
  NidaPeriod when;

  when.start = start == 0 ? NIDA_DATE_NONE : nida_date_unpack (start);
  when.end = end == 0 ? when.start : nida_date_unpack (end);
  return when;
}

static const char *
currency_name (NidaWork *work,
               guint32   code)
{
  return nida_dictionary_get_name (nida_dataset_get_dictionary (work->dataset, NIDA_FIELD_CURRENCY), code);
}

/* The number of the rate for amounts like those of @row; @code 0 is of US dollars. A new one is looked up. */
static guint32
rate_number (NidaWork *work,
             guint32   row,
             guint32   code)
{
  guint32 country = work->prices == 0 ? 0 : nida_codes_get (work->countries, row);
  gint32 end, date = rate_days (work, row, &end);
  NidaPeriod when = period_of_days (date, end);
  guint32 number = 1 + nida_interner_add (&work->values->rate_keys, (guint64) code << 32 | country, (guint64) (guint32) date << 32 | (guint32) end);
  const char *from = code == 0 ? "USD" : currency_name (work, code);
  NidaRowRate made = { .of_dollars = code == 0 };
  NidaRate rate;
  gboolean found;

  if (number < work->values->row_rates->len)
    return number;
  found = work->prices == 0 ? find_rate (work, from, work->currency, when, &rate)
                            : find_price_rate (work, from, country, when, &rate);
  if (found)
    made = (NidaRowRate) { .of_dollars = code == 0, .average = rate.average, .ratio = rate.ratio,
                           .first = rate.first, .last = rate.last, .note = rate.note };
  made.way = found && strcmp (from, work->currency) == 0 && rate.source == NULL && !is_own (rate.kind)
               ? way_number (work, NIDA_CONVERSION_SAME, from, NULL)
               : way_number (work, found ? kind_of_rate (rate.kind) : NIDA_CONVERSION_MISSING, from, found ? rate.source : NULL);
  g_array_append_val (work->values->row_rates, made);
  return number;
}

static gboolean
try_rate (NidaWork  *work,
          guint32    row,
          guint32    code,
          NidaMoney  amount)
{
  guint32 number = rate_number (work, row, code);

  work->numbers[row] = number;
  return nida_ratio_convert (g_array_index (work->values->row_rates, NidaRowRate, number).ratio, amount,
                             &work->whole[row], &work->fine[row]);
}

/* --- rows --- */

/* What a row says in the currency asked for. */
static NidaMoney
reported (NidaWork *work,
          guint32   row)
{
  const NidaValues *values = work->values;

  if (work->prices != 0)
    return NIDA_MONEY_NONE;
  if (strcmp (work->currency, "USD") == 0 && values->dollars != NULL && values->dollars[row] != NIDA_MONEY_NONE)
    return values->dollars[row];
  if (values->amounts != NULL && work->own_code != 0 && nida_codes_get (work->codes, row) == work->own_code)
    return values->amounts[row];
  return NIDA_MONEY_NONE;
}

/* A level has no currency. */
static gboolean
is_money (NidaWork *work,
          guint32   row)
{
  NidaKind kind = nida_codes_get (work->kinds, row);

  return kind != NIDA_KIND_EVENT && kind != NIDA_KIND_INDICATOR && kind != NIDA_KIND_GOAL;
}

static void
convert_row (NidaWork *work,
             guint32   row)
{
  const NidaValues *values = work->values;
  NidaMoney amount = values->amounts == NULL ? NIDA_MONEY_NONE : values->amounts[row];
  NidaMoney dollars = values->dollars == NULL ? NIDA_MONEY_NONE : values->dollars[row];
  guint32 code = nida_codes_get (work->codes, row), missing;

  if (!is_money (work, row))
    return;
  if (work->prices != 0 && dollars != NIDA_MONEY_NONE)
    amount = NIDA_MONEY_NONE;
  if (amount != NIDA_MONEY_NONE && code != 0)
    {
      if (try_rate (work, row, code == work->dollar_code ? 0 : code, amount))
        return;
      missing = work->numbers[row];
      if (dollars != NIDA_MONEY_NONE && code != work->dollar_code && !try_rate (work, row, 0, dollars))
        work->numbers[row] = missing;
    }
  else if (dollars != NIDA_MONEY_NONE)
    try_rate (work, row, 0, dollars);
}

static void
convert_rows (NidaWork *work,
              guint     first)
{
  guint n_rows = nida_dataset_get_n_rows (work->dataset);

  for (guint32 row = first; row < n_rows; row++)
    {
      work->whole[row] = reported (work, row);
      if (work->whole[row] == NIDA_MONEY_NONE)
        convert_row (work, row);
      if (work->whole[row] != NIDA_MONEY_NONE)
        work->values->kinds |= NIDA_KIND_BIT (nida_codes_get (work->kinds, row));
    }
}

/* Has every row from @first on its amount in dollars that has any amount? Then the column is the answer. */
static gboolean
are_all_dollars (const NidaValues *values,
                 guint             first,
                 guint             n_rows)
{
  if (values->dollars == NULL)
    return FALSE;
  for (guint row = first; values->amounts != NULL && row < n_rows; row++)
    if (values->dollars[row] == NIDA_MONEY_NONE && values->amounts[row] != NIDA_MONEY_NONE)
      return FALSE;
  return TRUE;
}

static NidaWide
sum_without_signs (const NidaMoney *amounts,
                   guint            first,
                   guint            n_rows)
{
  NidaWide all = 0;

  for (guint row = first; row < n_rows; row++)
    all += amounts[row] == NIDA_MONEY_NONE ? 0 : ABS (amounts[row]);
  return all;
}

static void
way_clear (gpointer data)
{
  g_free (((NidaWay *) data)->from);
}

static guint32
code_of (NidaDataset *dataset,
         const char  *currency)
{
  return nida_dictionary_lookup (nida_dataset_get_dictionary (dataset, NIDA_FIELD_CURRENCY), currency, -1);
}

/* What the first rows are worth, and by which rates: those behind go on with these. */
static void
take_before (NidaWork         *work,
             const NidaValues *before,
             guint             n_before)
{
  NidaValues *values = work->values;

  /* the first stands for none and is there */
  if (before->row_rates->len > 1)
    g_array_append_vals (values->row_rates, &g_array_index (before->row_rates, NidaRowRate, 1), before->row_rates->len - 1);
  for (guint i = 0; i < before->ways->len; i++)
    {
      NidaWay way = g_array_index (before->ways, NidaWay, i);

      way.from = g_strdup (way.from);
      g_array_append_val (values->ways, way);
    }
  nida_interner_copy (&values->rate_keys, &before->rate_keys);
  memcpy (work->whole, before->whole, n_before * sizeof *work->whole);
  if (before->fine != NULL)
    memcpy (work->fine, before->fine, n_before * sizeof *work->fine);
  if (before->rates != NULL)
    memcpy (work->numbers, before->rates, n_before * sizeof *work->numbers);
  if (before->whole != before->dollars)
    values->kinds = before->kinds;
  else
    for (guint row = 0; row < n_before; row++)
      if (work->whole[row] != NIDA_MONEY_NONE)
        values->kinds |= NIDA_KIND_BIT (nida_codes_get (work->kinds, row));
}

static void
convert_all (NidaWork         *work,
             const NidaValues *before,
             guint             n_before)
{
  NidaValues *values = work->values;
  guint n_rows = nida_dataset_get_n_rows (work->dataset);
  NidaRowRate none = { .way = 0 };

  g_array_append_val (values->row_rates, none);
  work->rates = nida_dataset_get_rates (work->dataset);
  work->own_code = code_of (work->dataset, work->currency);
  work->dollar_code = code_of (work->dataset, "USD");
  work->codes = nida_dataset_get_codes (work->dataset, NIDA_FIELD_CURRENCY);
  work->countries = nida_dataset_get_codes (work->dataset, NIDA_FIELD_DONOR_COUNTRY);
  work->kinds = nida_dataset_get_codes (work->dataset, NIDA_FIELD_KIND);
  work->dates = nida_dataset_get_dates (work->dataset);
  work->ends = nida_dataset_get_date_ends (work->dataset);
  work->value_dates = nida_dataset_get_value_dates (work->dataset);
  values->whole = values->owned[0] = work->whole = g_new (NidaMoney, n_rows + 1);
  values->fine = values->owned[1] = work->fine = g_new0 (guint32, n_rows + 1);
  values->rates = values->owned[2] = work->numbers = g_new0 (guint32, n_rows + 1);
  if (before != NULL)
    take_before (work, before, n_before);
  convert_rows (work, n_before);
}

/* Nothing was converted and nothing is missing: the amounts alone will do. */
static void
drop_empty (NidaValues *values)
{
  if (values->row_rates->len > 1)
    return;
  g_clear_pointer (&values->owned[1], g_free);
  g_clear_pointer (&values->owned[2], g_free);
  values->fine = values->rates = NULL;
}

/**
 * nida_values_new:
 * @currency: ISO 4217
 * @prices: a year, or 0 for current prices
 * @before: (nullable): the worth of the first @n_before rows, which must outlive it
 *
 * Returns: (transfer full): the worth of all rows of @dataset, which must outlive it
 */
NidaValues *
nida_values_new (NidaDataset      *dataset,
                 const char       *currency,
                 int               prices,
                 const NidaValues *before,
                 guint             n_before)
{
  /* what had no column of dollars is looked at again */
  guint n_known = before == NULL || before->dollars == NULL ? 0 : n_before;
  gboolean may_be_dollars = n_known == 0 || before->whole == before->dollars;
  guint n_rows = nida_dataset_get_n_rows (dataset);
  NidaValues *values = g_new0 (NidaValues, 1);
  NidaWork work = { .values = values, .dataset = dataset, .currency = currency, .prices = prices };

  values->currency = g_intern_string (currency);
  values->prices = prices;
  values->row_rates = g_array_new (FALSE, FALSE, sizeof (NidaRowRate));
  values->ways = g_array_new (FALSE, FALSE, sizeof (NidaWay));
  g_array_set_clear_func (values->ways, way_clear);
  values->amounts = nida_dataset_get_amounts (dataset);
  values->dollars = nida_dataset_get_amounts_usd (dataset);
  if (prices == 0 && strcmp (currency, "USD") == 0 && may_be_dollars && are_all_dollars (values, n_known, n_rows))
    {
      values->whole = values->dollars;
      values->kinds = NIDA_KINDS_ALL;
    }
  else
    {
      convert_all (&work, before, n_before);
      drop_empty (values);
    }
  values->without_signs = (before != NULL ? before->without_signs : 0) + sum_without_signs (values->whole, n_before, n_rows);
  /* then no sum of some of the amounts is farther from nothing than that */
  values->narrow = values->fine == NULL && values->without_signs <= G_MAXINT64;
  return values;
}

void
nida_values_free (NidaValues *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->owned); i++)
    g_free (self->owned[i]);
  g_array_unref (self->row_rates);
  g_array_unref (self->ways);
  nida_interner_clear (&self->rate_keys);
  g_free (self);
}

/* --- what an answer was converted by --- */

NidaMoney
nida_values_original (const NidaValues *self,
                      guint32           row)
{
  const NidaRowRate *rate = &g_array_index (self->row_rates, NidaRowRate, self->rates[row]);
  gboolean dollars = rate->of_dollars && self->dollars != NULL && self->dollars[row] != NIDA_MONEY_NONE;

  return (dollars ? self->dollars : self->amounts)[row];
}

void
nida_values_note (const NidaValues *self,
                  guint32           row,
                  NidaConverted    *converted)
{
  guint32 number = self->rates[row];
  const NidaRowRate *rate = &g_array_index (self->row_rates, NidaRowRate, number);
  NidaConverted one = { 1, 0, rate->average, rate->first, rate->last };

  if (number == 0)
    return;
  one.amount = nida_values_original (self, row);
  nida_converted_merge (&converted[rate->way], &one);
}

void
nida_converted_merge (NidaConverted       *self,
                      const NidaConverted *other)
{
  if (other->rows == 0)
    return;
  if (self->rows == 0)
    {
      *self = *other;
      return;
    }
  self->rows += other->rows;
  self->amount += other->amount;
  self->average |= other->average;
  self->first = MIN (self->first, other->first);
  self->last = MAX (self->last, other->last);
}
