/* What a row's amount is in the charts, and by which rate. */
#pragma once

#include "local-engine.h"

G_BEGIN_DECLS

/* In words of the present language: "US$ at 2023 prices", "$3,251.20", "1 KWD = 3.2512 USD", "European Central Bank, 4 Jan
 * 2024". @amount and @rate are NULL where there is no rate. */
typedef struct {
  char *unit, *amount, *rate, *by;
} NidaRowConversion;

/* FALSE where the amount stands in the charts as it was reported, in the currency and at the prices of @query. */
gboolean nida_row_conversion_read  (NidaLocalEngine *engine, NidaQuery *query, guint row, NidaRowConversion *conversion);
void     nida_row_conversion_clear (NidaRowConversion *conversion);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NidaRowConversion, nida_row_conversion_clear)

G_END_DECLS
