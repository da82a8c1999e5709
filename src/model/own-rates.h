/* Exchange rates that a desk says itself, with a note of where from. They go before those of any table. */
#pragma once

#include "period.h"
#include "ratio.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * NidaOwnRate:
 * @from: ISO 4217: the currency that the rate is of
 * @to: another one, in which it is said
 * @when: the days on which it holds, both ends too; an end of precision NONE is open
 * @quote: units of @to for one of @from
 * @note: where it is from, or %NULL
 */
typedef struct {
  char        from[4];
  char        to[4];
  NidaPeriod  when;
  NidaDecimal quote;
  char       *note;
} NidaOwnRate;

void          nida_own_rate_clear     (NidaOwnRate *self);
gboolean      nida_own_rate_equal     (const NidaOwnRate *a, const NidaOwnRate *b);
/* What is one rate whatever it says: the two currencies, in either order, and the time. Transfer full. */
char         *nida_own_rate_dup_id    (const NidaOwnRate *self);

/* Filled by one thread; not changed any more once it is shared, and then any thread may read. */
typedef struct _NidaOwnRates NidaOwnRates;

NidaOwnRates *nida_own_rates_new      (void);
NidaOwnRates *nida_own_rates_ref      (NidaOwnRates *self);
void          nida_own_rates_unref    (NidaOwnRates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaOwnRates, nida_own_rates_unref)

/* Copies @rate. */
void          nida_own_rates_add      (NidaOwnRates *self, const NidaOwnRate *rate);
/* NULL is an empty set, here and below. */
guint         nida_own_rates_get_n    (NidaOwnRates *self);
const NidaOwnRate *nida_own_rates_get (NidaOwnRates *self, guint index);
gboolean      nida_own_rates_equal    (NidaOwnRates *a, NidaOwnRates *b);

/* The rate of the two currencies, in either order, that holds on all days of @when; of several the one of the shortest time.
 * @other NULL: that are of @currency, whatever the other is. @skip: how many of those to pass over. NULL for none. */
const NidaOwnRate *nida_own_rates_find (NidaOwnRates *self, const char *currency, const char *other, NidaPeriod when, guint skip);
/* Units of the other currency for one of @currency, which is one of the two of @rate. */
NidaRatio     nida_own_rate_get_ratio (const NidaOwnRate *rate, const char *currency);

G_END_DECLS
