/* The menu of currencies in the header bar: in which one the charts count, and a second one under it. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @button follows @session from now on: its label is the code of the currency. */
void nida_currency_menu_attach (GtkMenuButton *button, NidaSession *session);

G_END_DECLS
