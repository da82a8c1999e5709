/* The ledger as a page of the window: the desk's own figures as a table that is edited in place. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { NIDA_LEDGER_ALL, NIDA_LEDGER_DUE, NIDA_LEDGER_OVERDUE } NidaLedgerShow;

#define NIDA_TYPE_LEDGER_PAGE (nida_ledger_page_get_type ())
G_DECLARE_FINAL_TYPE (NidaLedgerPage, nida_ledger_page, NIDA, LEDGER_PAGE, GtkWidget)

GtkWidget  *nida_ledger_page_new         (NidaSession *session);
/* Which entries are listed. */
void        nida_ledger_page_set_show    (NidaLedgerPage *self, NidaLedgerShow show);
guint       nida_ledger_page_get_n_shown (NidaLedgerPage *self);
/* "Overdue pledges: 2, $5,000,000", as the card says it. */
const char *nida_ledger_page_get_summary (NidaLedgerPage *self);
/* What of it no rate brings into the charts; "" where all is counted. */
const char *nida_ledger_page_get_unrated (NidaLedgerPage *self);
void        nida_ledger_page_select_all  (NidaLedgerPage *self);

G_END_DECLS
