/* A name that was typed into a cell of the ledger: is it one that the data know? A person decides, and what was typed stands until
 * then. */
#pragma once

#include "entry-cells.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Before @after takes the place of @before, of which @cell was typed. (transfer full) (element-type NidaNameOffer): empty where
 * there is nothing to ask. */
GPtrArray *nida_cell_offers_find (NidaSession *session, const NidaEntry *before, const NidaEntry *after, NidaEntryCell cell);
/* When it has. @offers: kept; nothing is asked where there are none. */
void       nida_cell_offers_ask  (GtkWidget *widget, NidaSession *session, const char *id, GPtrArray *offers);

G_END_DECLS
