/* What of the ledger is due, and how much that is. */
#pragma once

#include "language.h"
#include "ledger.h"
#include "row-marks.h"

G_BEGIN_DECLS

/* "Overdue: 2 pledges, KWD 5,000,000 · Due within 30 days: 1 pledge, $250,000", amounts of each currency apart; how many entries
 * there are where nothing is due. Transfer full. */
char *nida_ledger_sums_words (NidaLedger *ledger, gint32 today, NidaLanguage *language);

/* "Not counted, no rate for their date: 2 amounts, ETB 5,000", of the currency and the prices of @query; "" where all are counted.
 * Transfer full. */
char *nida_ledger_sums_unrated_words (NidaRowMarks *own, NidaQuery *query, NidaLanguage *language);

G_END_DECLS
