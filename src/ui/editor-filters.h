/* The filters of a chart's own, as part of a page of the editor. */
#pragma once

#include "chart-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Transfer floating. */
GtkWidget *nida_editor_filters_new (NidaChartDraft *draft);

G_END_DECLS
