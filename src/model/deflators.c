/* A table of levels by country and year; a period has the mean of its years. */
#include "deflators.h"

#include "mean.h"

#include <string.h>

#define MOST_YEARS 200          /* no span that is longer has prices */

void
nida_deflators_init (NidaDeflators *self)
{
  *self = (NidaDeflators) { 0 };
  self->by_country = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
}

void
nida_deflators_clear (NidaDeflators *self)
{
  g_hash_table_unref (self->by_country);
  g_free (self->source);
}

gboolean
nida_deflators_is_empty (const NidaDeflators *self)
{
  return g_hash_table_size (self->by_country) == 0;
}

void
nida_deflators_add (NidaDeflators *self,
                    const char    *source,
                    const char    *country,
                    int            year,
                    NidaDecimal    level)
{
  GHashTable *years = g_hash_table_lookup (self->by_country, country);
  const NidaDecimal *known;

  if (self->source == NULL || strcmp (source, self->source) < 0)
    {
      g_free (self->source);
      self->source = g_strdup (source);
    }
  if (years == NULL)
    {
      years = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_hash_table_insert (self->by_country, g_strdup (country), years);
    }
  known = g_hash_table_lookup (years, GINT_TO_POINTER (year));
  if (known == NULL || (known->decimals == level.decimals && known->mantissa < level.mantissa))
    g_hash_table_replace (years, GINT_TO_POINTER (year), g_memdup2 (&level, sizeof level));
  self->first_year = self->first_year == 0 ? year : MIN (self->first_year, year);
  self->last_year = MAX (self->last_year, year);
}

void
nida_deflators_absorb (NidaDeflators       *self,
                       const NidaDeflators *other)
{
  GHashTableIter countries, years;
  gpointer country, of_country, year, level;

  g_hash_table_iter_init (&countries, other->by_country);
  while (g_hash_table_iter_next (&countries, &country, &of_country))
    {
      g_hash_table_iter_init (&years, of_country);
      while (g_hash_table_iter_next (&years, &year, &level))
        nida_deflators_add (self, other->source, country, GPOINTER_TO_INT (year), *(NidaDecimal *) level);
    }
}

/* The mean of the levels from @first to @last; FALSE unless all years have one. */
static gboolean
mean_level (GHashTable *years,
            int         first,
            int         last,
            NidaRatio  *level)
{
  NidaMean mean = { 0, 0, 0, 0, 0 };

  for (int year = first; year <= last; year++)
    {
      const NidaDecimal *known = g_hash_table_lookup (years, GINT_TO_POINTER (year));

      if (known == NULL)
        return FALSE;
      mean.decimals = MAX (mean.decimals, known->decimals);
      mean.n++;
    }
  for (int year = first; year <= last; year++)
    {
      const NidaDecimal *known = g_hash_table_lookup (years, GINT_TO_POINTER (year));

      if (!nida_mean_add (&mean, *known))
        return FALSE;
    }
  *level = nida_mean_ratio (&mean);
  return level->den != 0;
}

static gboolean
find_by_country (const NidaDeflators *self,
                 const char          *country,
                 int                  first,
                 int                  last,
                 int                  year,
                 NidaRatio           *ratio)
{
  GHashTable *years = g_hash_table_lookup (self->by_country, country);
  NidaRatio then, wanted;

  if (years == NULL || !mean_level (years, first, last, &then) || !mean_level (years, year, year, &wanted))
    return FALSE;
  *ratio = nida_ratio_multiply (wanted, nida_ratio_invert (then));
  return ratio->den != 0;
}

gboolean
nida_deflators_find (const NidaDeflators *self,
                     const char          *country,
                     NidaPeriod           when,
                     int                  year,
                     NidaRatio           *ratio)
{
  int first, last, month, day;

  if (when.start.precision == NIDA_PRECISION_NONE)
    return FALSE;
  first = nida_date_year (when.start);
  nida_civil_from_days (nida_date_last_day (when.end), &last, &month, &day);
  if (last - first > MOST_YEARS)
    return FALSE;
  return (country != NULL && find_by_country (self, country, first, last, year, ratio)) ||
         find_by_country (self, "DAC", first, last, year, ratio);
}
