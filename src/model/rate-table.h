/* One table of exchange rates: its quotes, and what two of its currencies are to each other at a time. Private to the model. */
#pragma once

#include "rates.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char         *source;
  char         *base;
  NidaQuotation quotation;
  guint         reach;          /* how many days more a rate of a day holds, until the next one */
  gboolean      monthly;
  GHashTable   *series;         /* currency → GArray of quotes */
} NidaRateTable;

NidaRateTable *nida_rate_table_new     (const char *source, const char *base, NidaQuotation quotation, guint reach);
void           nida_rate_table_free    (NidaRateTable *self);
/* Does it say the same kind of rate, of the same source? */
gboolean       nida_rate_table_is_like (const NidaRateTable *self, const char *source, const char *base, NidaQuotation quotation);

/* A rate of a day, or the average of a month. */
void           nida_rate_table_add     (NidaRateTable *self, const char *currency, NidaDate date, NidaDecimal quote);
void           nida_rate_table_absorb  (NidaRateTable *self, const NidaRateTable *from);
/* Sort the quotes, and keep one a date. Nothing is found before, nothing added afterwards. */
void           nida_rate_table_freeze  (NidaRateTable *self);
/* Which comes first; for g_ptr_array_sort(). */
int            nida_rate_table_compare (gconstpointer a, gconstpointer b);

/* The rate in force on a day; over anything longer the mean. FALSE, and @rate of no meaning, when there is none. */
gboolean       nida_rate_table_find    (const NidaRateTable *self, const char *from, const char *to, NidaPeriod when, NidaRate *rate);

G_END_DECLS
