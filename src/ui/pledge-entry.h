/* A pledge in one line: who, how much, in which currency, Enter. For a conference, where it is on the screen with the next
 * frame. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaPledgeEntry:
 *
 * Signals:
 * - "added" (const char *id): a pledge was put into the ledger
 */
#define NIDA_TYPE_PLEDGE_ENTRY (nida_pledge_entry_get_type ())
G_DECLARE_FINAL_TYPE (NidaPledgeEntry, nida_pledge_entry, NIDA, PLEDGE_ENTRY, GtkWidget)

GtkWidget  *nida_pledge_entry_new       (NidaSession *session);
/* As if it had been typed. */
void        nida_pledge_entry_set       (NidaPledgeEntry *self, const char *donor, const char *amount, const char *currency);
/* FALSE where something is missing; then it says what. */
gboolean    nida_pledge_entry_add       (NidaPledgeEntry *self);
const char *nida_pledge_entry_get_error (NidaPledgeEntry *self);   /* or NULL */

G_END_DECLS
