/* Preferences: language, digits, months, time direction, theme, counting, fiscal year. Each takes effect at once. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_PREFERENCES (nida_preferences_get_type ())
G_DECLARE_FINAL_TYPE (NidaPreferences, nida_preferences, NIDA, PREFERENCES, GtkWindow)

GtkWidget *nida_preferences_new (GtkWindow *parent);

G_END_DECLS
