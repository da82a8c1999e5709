/* Asking how much of a pledge was paid, and when. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_PAYMENT_WINDOW (nida_payment_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaPaymentWindow, nida_payment_window, NIDA, PAYMENT_WINDOW, GtkWindow)

/* NULL where no part of the entry can be paid. */
GtkWidget  *nida_payment_window_new       (GtkWindow *parent, NidaSession *session, const char *id);
/* The same on the screen; why there is none is told in the parent. */
void        nida_payment_window_open      (GtkWindow *parent, NidaSession *session, const char *id);
/* FALSE where something is not understood; then it says what. */
gboolean    nida_payment_window_save      (NidaPaymentWindow *self);
const char *nida_payment_window_get_error (NidaPaymentWindow *self);   /* or NULL */

G_END_DECLS
