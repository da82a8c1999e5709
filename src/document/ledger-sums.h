/* What of the ledger is due, and how much that is. */
#pragma once

#include "language.h"
#include "ledger.h"

G_BEGIN_DECLS

#define NIDA_LEDGER_DUE_DAYS 30

/* The day of the desk's clock, by which something is due or late; tests choose another one, and G_MININT32 ends that. */
gint32   nida_ledger_today      (void);
NidaDate nida_ledger_today_date (void);
void     nida_ledger_set_today  (gint32 day);
/* "Overdue: 2 pledges, KWD 5,000,000 · Due within 30 days: 1 pledge, $250,000", amounts of each currency apart; how many entries
 * there are where nothing is due. Transfer full. */
char    *nida_ledger_sums_words (NidaLedger *ledger, gint32 today, NidaLanguage *language);

G_END_DECLS
