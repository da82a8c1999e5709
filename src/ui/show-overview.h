/* All slides as small pictures, to jump to one. */
#pragma once

#include "show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_SHOW_OVERVIEW (nida_show_overview_get_type ())
G_DECLARE_FINAL_TYPE (NidaShowOverview, nida_show_overview, NIDA, SHOW_OVERVIEW, GtkWidget)

/* Follows @show: filled when it is shown, and says which slide is pointed at. */
GtkWidget *nida_show_overview_new (NidaShow *show);

G_END_DECLS
