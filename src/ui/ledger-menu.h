/* The menu of the ledger's entries where a row of them is, and which row keys are meant for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NidaLedgerMenu NidaLedgerMenu;

/* On @page, in which a table of the ledger shows @selection; both outlive it. */
NidaLedgerMenu *nida_ledger_menu_new   (GtkWidget *page, GMenuModel *model, GtkSelectionModel *selection);
void            nida_ledger_menu_free  (NidaLedgerMenu *self);
/* Below what has the focus on the page. */
void            nida_ledger_menu_popup (NidaLedgerMenu *self);

G_END_DECLS
