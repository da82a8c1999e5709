/* The filter panel: when, and the fields that the data has, each with its values. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_FILTER_PANEL (nida_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (NidaFilterPanel, nida_filter_panel, NIDA, FILTER_PANEL, GtkWidget)

/* The fields that are open from the start, so that the first question asks them too. */
guint64    nida_filter_panel_first_fields (void);

GtkWidget *nida_filter_panel_new   (NidaSession *session);
void       nida_filter_panel_focus_search (NidaFilterPanel *self);

G_END_DECLS
