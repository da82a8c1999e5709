/* What the readers of exchange rates share: one more source of the report, dates as the publishers write them, and rates
 * that are checked before they are kept. */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* Days that a rate holds after its own: a daily table has gaps of holidays, the United Nations publish at least monthly. */
#define NIDA_DAILY_REACH   10
#define NIDA_MONTHLY_REACH 34

/* Publishers; the words are translated where they are shown (text/names). */
#define NIDA_PUBLISHER_ECB "European Central Bank"
#define NIDA_PUBLISHER_IMF "International Monetary Fund"
#define NIDA_PUBLISHER_UN  "United Nations Treasury"

typedef struct {
  NidaInput *input;
  NidaRates *rates;
  guint      source;
  guint64    read, refused, empty;      /* records */
  gboolean   bad;                       /* the record has a cell that cannot be used */
} NidaRatesInput;

void     nida_rates_input_begin  (NidaRatesInput *self, NidaInput *input, const char *format);
/* A record begins and ends: one that gives nothing and is not bad is empty. */
void     nida_rates_input_record (NidaRatesInput *self, gboolean any);
/* A cell that cannot be used is reported; the record is then refused unless it gives anything. */
void     nida_rates_input_refuse (NidaRatesInput *self, guint line, const char *column, const char *text, gssize length);
/* Keep the counts. FALSE when the file changed meanwhile. */
gboolean nida_rates_input_end    (NidaRatesInput *self, GError **error);

/* 2025-11-01, 01 Nov 2025, 1 November 2025. */
gboolean nida_rates_parse_date   (const char *text, gsize length, NidaDate *date);
/* Three Latin capitals; @code gets them with a NUL. */
gboolean nida_rates_parse_code   (const char *text, gsize length, char code[4]);

G_END_DECLS
