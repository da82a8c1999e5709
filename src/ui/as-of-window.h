/* Asks for a day of the past: a kept reading of the sources, a day that is typed, or the newest again. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_AS_OF_WINDOW (nida_as_of_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaAsOfWindow, nida_as_of_window, NIDA, AS_OF_WINDOW, GtkWindow)

/**
 * NidaAsOfWindow:
 *
 * Signals:
 * - "chosen" (gint64): the moment, microseconds since 1970; 0 for the newest data
 *
 * @compare: the day is one to compare with: the newest reading is not offered
 */
GtkWidget *nida_as_of_window_new (GtkWindow *parent, NidaSession *session, gboolean compare);

G_END_DECLS
