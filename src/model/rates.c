/* Which rate holds, of all that came with the inputs.
 *
 * Of several tables the one that quotes days comes before the one that quotes months, then the name decides, so that the
 * order of files never matters. A fixed rate is the last resort, alone or after a table. What the desk says itself goes
 * before all of them; where it is of another currency than the one asked for, they do the rest. */
#include "rates.h"

#include "deflators.h"
#include "rate-table.h"

#include <string.h>

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

NidaRates *
nida_rates_new (void)
{
  NidaRates *self = g_new0 (NidaRates, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_rate_table_free);
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
  g_return_val_if_fail (self != NULL && !self->frozen, 0);

  for (guint i = 0; i < self->tables->len; i++)
    if (nida_rate_table_is_like (self->tables->pdata[i], source, base, quotation))
      return i;
  g_ptr_array_add (self->tables, nida_rate_table_new (source, base, quotation, reach));
  return self->tables->len - 1;
}

void
nida_rates_add (NidaRates   *self,
                guint        table,
                const char  *currency,
                NidaDate     date,
                NidaDecimal  quote)
{
  g_return_if_fail (self != NULL && !self->frozen && table < self->tables->len);
  g_return_if_fail (date.precision == NIDA_PRECISION_DAY || date.precision == NIDA_PRECISION_MONTH);
  g_return_if_fail (quote.mantissa > 0 && quote.decimals <= NIDA_DECIMAL_MOST_PLACES);

  nida_rate_table_add (self->tables->pdata[table], currency, date, quote);
}

void
nida_rates_absorb (NidaRates *self,
                   NidaRates *other)
{
  g_return_if_fail (self != NULL && other != NULL && !self->frozen);

  for (guint i = 0; i < other->tables->len; i++)
    {
      const NidaRateTable *from = other->tables->pdata[i];
      guint index = nida_rates_add_table (self, from->source, from->base, from->quotation, from->reach);

      nida_rate_table_absorb (self->tables->pdata[index], from);
    }
  nida_deflators_absorb (&self->deflators, &other->deflators);
}

void
nida_rates_freeze (NidaRates *self)
{
  g_return_if_fail (self != NULL);

  if (self->frozen)
    return;
  for (guint i = 0; i < self->tables->len; i++)
    nida_rate_table_freeze (self->tables->pdata[i]);
  g_ptr_array_sort (self->tables, nida_rate_table_compare);
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

/* --- two currencies --- */

static gboolean
find_in_tables (NidaRates   *self,
                const char  *from,
                const char  *to,
                NidaPeriod   when,
                NidaRate    *rate)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (nida_rate_table_find (self->tables->pdata[i], from, to, when, rate))
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

/* By what the desk says of the two themselves. */
static gboolean
find_said (NidaRates   *self,
           const char  *from,
           const char  *to,
           NidaPeriod   when,
           NidaRate    *rate)
{
  const NidaOwnRate *own = nida_own_rates_find (self->own, from, to, when, 0);

  *rate = (NidaRate) { .kind = NIDA_RATE_NONE, .ratio = NIDA_RATIO_ONE };
  if (own != NULL)
    take_own (rate, own, nida_own_rate_get_ratio (own, from));
  return own != NULL;
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

          const char *rest_from = end == 0 ? middle : from, *rest_to = end == 0 ? to : middle;

          if (!find_said (self, rest_from, rest_to, when, rate) && !find_published (tables_of (self), rest_from, rest_to, when, rate))
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
  if (find_said (self, from, to, when, rate))
    return rate->ratio.den != 0;
  return nida_own_rates_get_n (self->own) > 0 && find_across (self, from, to, when, rate);
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
