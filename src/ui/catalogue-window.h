/* Opens an address: one that is typed or pasted, or a ready source with its fields filled in. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_CATALOGUE_WINDOW (nida_catalogue_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaCatalogueWindow, nida_catalogue_window, NIDA, CATALOGUE_WINDOW, GtkWindow)

/* Opens in @parent, a NidaWindow. */
GtkWidget *nida_catalogue_window_new (GtkWindow *parent);

G_END_DECLS
