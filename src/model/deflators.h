/* Price levels of countries by year, and what a dollar of one year is worth in dollars of another. Private to the model. */
#pragma once

#include "period.h"
#include "ratio.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char       *source;
  GHashTable *by_country;      /* ISO 3166 alpha-3, or "DAC" → GHashTable of year → NidaDecimal */
  int         first_year, last_year;
} NidaDeflators;

void     nida_deflators_init     (NidaDeflators *self);
void     nida_deflators_clear    (NidaDeflators *self);
gboolean nida_deflators_is_empty (const NidaDeflators *self);
/* Of two levels for one country and year the larger one stays, whichever came first; so does the smaller name of @source. */
void     nida_deflators_add      (NidaDeflators *self, const char *source, const char *country, int year, NidaDecimal level);
void     nida_deflators_absorb   (NidaDeflators *self, const NidaDeflators *other);
/* See nida_rates_find_deflator(). */
gboolean nida_deflators_find     (const NidaDeflators *self, const char *country, NidaPeriod when, int year, NidaRatio *ratio);

G_END_DECLS
