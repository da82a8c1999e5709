/* Asks for the key that a server wants, and puts it into the keyring of the desktop. */
#pragma once

#include "secrets.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_KEY_WINDOW (nida_key_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaKeyWindow, nida_key_window, NIDA, KEY_WINDOW, GtkWindow)

/* Signals: "stored": the server may be asked again. @origin is "https://api.example.org". */
GtkWidget *nida_key_window_new (GtkWindow *parent, NidaSecrets *secrets, const char *origin);

G_END_DECLS
