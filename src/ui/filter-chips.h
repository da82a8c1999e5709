/* The chosen filters as chips, each removes itself, and the counting rule as a menu. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_FILTER_CHIPS (nida_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (NidaFilterChips, nida_filter_chips, NIDA, FILTER_CHIPS, GtkWidget)

GtkWidget *nida_filter_chips_new (NidaSession *session);

G_END_DECLS
