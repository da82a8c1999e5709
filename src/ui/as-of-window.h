/* Which day's data are shown: a kept reading of the sources, a day that is typed, or the newest again. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_AS_OF_WINDOW (nida_as_of_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaAsOfWindow, nida_as_of_window, NIDA, AS_OF_WINDOW, GtkWindow)

GtkWidget *nida_as_of_window_new (GtkWindow *parent, NidaSession *session);

G_END_DECLS
