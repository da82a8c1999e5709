/* The order of names in a diagram of flows, as part of a page of the editor. */
#pragma once

#include "chart-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Hidden for kinds that stand by size alone. Transfer floating. */
GtkWidget *nida_editor_order_new (NidaChartDraft *draft);

G_END_DECLS
