/* Sums of decimals that have one number of places, and their mean as a ratio. */
#include "mean.h"

gboolean
nida_mean_add (NidaMean    *self,
               NidaDecimal  value)
{
  NidaUWide shifted = (NidaUWide) value.mantissa;

  for (guint places = self->decimals - value.decimals; places > 0; places--)
    if (__builtin_mul_overflow (shifted, (NidaUWide) 10, &shifted))
      return FALSE;
  return !__builtin_add_overflow (self->sum, shifted, &self->sum);
}

NidaRatio
nida_mean_ratio (const NidaMean *self)
{
  NidaUWide den = self->n;

  for (guint i = 0; i < self->decimals; i++)
    den *= 10;
  return nida_ratio_new (self->sum, den);
}
