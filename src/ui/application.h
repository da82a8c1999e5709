/* The application: actions, windows, opening, activation over D-Bus. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_APPLICATION (nida_application_get_type ())
G_DECLARE_FINAL_TYPE (NidaApplication, nida_application, NIDA, APPLICATION, GtkApplication)

NidaApplication *nida_application_new (void);

G_END_DECLS
