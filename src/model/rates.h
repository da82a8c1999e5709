/* Exchange rates and deflators that came with the inputs: which rate holds on a date, exactly.
 *
 * Several tables may be loaded; each has a base, and crosses two of its currencies through it. The fixed rates of Gulf
 * currencies to the dollar are bundled, for what no table has. */
#pragma once

#include "own-rates.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  NIDA_QUOTED_UNITS_PER_BASE,     /* 1.0823 dollars for a euro: ECB, UN, FTS */
  NIDA_QUOTED_BASE_PER_UNIT,      /* 0.7474 SDR for a dollar: IMF */
} NidaQuotation;

typedef enum {
  NIDA_RATE_NONE,
  NIDA_RATE_TABLE,                /* of one loaded table */
  NIDA_RATE_TABLE_AND_PEG,        /* to or from the dollar by a table, then by a fixed rate */
  NIDA_RATE_PEG,
  NIDA_RATE_OWN,                  /* said by the desk */
  NIDA_RATE_OWN_AND_TABLE,        /* to or from another currency by that, then by a table */
  NIDA_RATE_OWN_AND_PEG,
} NidaRateKind;

/**
 * NidaRate:
 *
 * How much of one currency a unit of another is. @first and @last are the days that the rates used are of; both 0 for a
 * fixed rate.
 */
typedef struct {
  NidaRateKind kind;
  NidaRatio    ratio;
  const char  *source;            /* "European Central Bank"; owned by the rates; NULL for a fixed rate alone */
  gboolean     average;           /* of a year, quarter, month or span */
  gint32       first, last;
  const char  *note;              /* of the desk's own rate, or NULL; owned by the rates */
} NidaRate;

typedef struct _NidaRates NidaRates;
#define NIDA_TYPE_RATES (nida_rates_get_type ())
GType       nida_rates_get_type      (void);

/* Filled by one thread; immutable after nida_rates_freeze(), and then any thread may read. */
NidaRates  *nida_rates_new           (void);
NidaRates  *nida_rates_ref           (NidaRates *self);
void        nida_rates_unref         (NidaRates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaRates, nida_rates_unref)

/* The table of @source, made if need be. A rate of a day holds for @reach days more, until the next one. */
guint       nida_rates_add_table     (NidaRates *self, const char *source, const char *base, NidaQuotation quotation, guint reach);
/* A rate of a day, or the average of a month, which holds in that month. */
void        nida_rates_add           (NidaRates *self, guint table, const char *currency, NidaDate date, NidaDecimal quote);
/* The price level of @country (ISO 3166 alpha-3, or "DAC") in a year, in US dollars, in any unit that all years share. */
void        nida_rates_add_deflator  (NidaRates *self, const char *source, const char *country, int year, NidaDecimal level);
/* Take all of @other, which is not frozen. */
void        nida_rates_absorb        (NidaRates *self, NidaRates *other);
void        nida_rates_freeze        (NidaRates *self);
/* What the desk says itself, before all tables; NULL for nothing. Before the rates are frozen. */
void        nida_rates_set_own       (NidaRates *self, NidaOwnRates *own);
NidaOwnRates *nida_rates_get_own     (NidaRates *self);
/* The same tables as @base, which is frozen, with other rates of the desk's own; transfer full, frozen. */
NidaRates  *nida_rates_new_beside    (NidaRates *base, NidaOwnRates *own);

gboolean    nida_rates_is_empty      (NidaRates *self);
/* Codes that a table or a fixed rate has, in order; NULL-terminated. */
char      **nida_rates_dup_currencies (NidaRates *self);
/* The rate in force on a day; over anything longer the average. FALSE when there is none. */
gboolean    nida_rates_find          (NidaRates *self, const char *from, const char *to, NidaPeriod when, NidaRate *rate);

gboolean    nida_rates_has_deflators (NidaRates *self);
const char *nida_rates_get_deflator_source (NidaRates *self);
/* First and last year of the deflators. */
gboolean    nida_rates_get_deflator_years  (NidaRates *self, int *first, int *last);
/* What a dollar of @when was worth in dollars of @year, by the prices of @country, or of the DAC's members where @country is
 * NULL or has none. FALSE outside the table. */
gboolean    nida_rates_find_deflator (NidaRates *self, const char *country, NidaPeriod when, int year, NidaRatio *ratio);

G_END_DECLS
