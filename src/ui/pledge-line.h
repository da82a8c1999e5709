/* One line in which a pledge is entered while the room watches: donor, amount, currency, what it is for, Enter. */
#pragma once

#include "session.h"
#include "show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_PLEDGE_LINE (nida_pledge_line_get_type ())
G_DECLARE_FINAL_TYPE (NidaPledgeLine, nida_pledge_line, NIDA, PLEDGE_LINE, GtkWidget)

GtkWidget *nida_pledge_line_new          (NidaSession *session);
/* The slide of @show says what is pledged for: the appeals or objectives that its chart has, and the mark that is selected. */
void       nida_pledge_line_follow       (NidaPledgeLine *self, NidaShow *show);
GtkEntry  *nida_pledge_line_get_purpose  (NidaPledgeLine *self);
/* The keys go into the field of the donor. */
void       nida_pledge_line_begin        (NidaPledgeLine *self);
/* As if it was typed. */
void       nida_pledge_line_fill         (NidaPledgeLine *self, const char *donor, const char *amount, const char *currency);
/* As Enter does: an entry of the ledger, one step for undo; FALSE, and it is said why, where something is not clear. */
gboolean   nida_pledge_line_enter        (NidaPledgeLine *self);
/* What it says of the last pledge, or of what is not clear. */
const char *nida_pledge_line_get_message (NidaPledgeLine *self);
/* "5,000,000", "2.5 million", "2.5m", «٢٫٥ مليون»: exact, or FALSE. */
gboolean   nida_pledge_parse_amount      (const char *text, NidaMoney *money);

G_END_DECLS
