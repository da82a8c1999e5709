/* The exchange rates that a document says itself: listed, added, changed, deleted. */
#pragma once

#include "rate-items.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_RATES_WINDOW (nida_rates_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaRatesWindow, nida_rates_window, NIDA, RATES_WINDOW, GtkWindow)

GtkWidget  *nida_rates_window_new        (GtkWindow *parent, NidaSession *session);
/* What a person fills in, the list, and what is said of a mistake ("" where there is none). */
GtkEntry   *nida_rates_window_get_entry  (NidaRatesWindow *self, NidaRateCell cell);
GtkListBox *nida_rates_window_get_list   (NidaRatesWindow *self);
const char *nida_rates_window_get_status (NidaRatesWindow *self);
/* When a rate holds: "2024", "from 1 May 2024 on". */
char       *nida_rates_window_dup_time_words (NidaPeriod when);
/* Put what is filled in into the document; FALSE where something of it is not understood, which is said. */
gboolean    nida_rates_window_confirm    (NidaRatesWindow *self);

G_END_DECLS
