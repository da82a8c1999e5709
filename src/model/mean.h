/* The mean of decimals, exactly: of the quotes of a currency, of the price levels of years. Private to the model. */
#pragma once

#include "ratio.h"

#include <glib.h>

G_BEGIN_DECLS

/* @sum / (@n * 10^@decimals), of the days from @first to @last. */
typedef struct {
  NidaUWide sum;
  guint     n;
  guint     decimals;
  gint32    first, last;
} NidaMean;

/* Add @value, which has at most @self->decimals, to the sum; FALSE when that leaves the range. */
gboolean  nida_mean_add   (NidaMean *self, NidaDecimal value);
/* As a ratio in which both sides keep room for each other. */
NidaRatio nida_mean_ratio (const NidaMean *self);

G_END_DECLS
