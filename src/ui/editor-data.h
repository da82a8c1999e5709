/* What a chart asks: measure, fields, step, order, and filters of its own. */
#pragma once

#include "chart-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nida_editor_data_new (NidaChartDraft *draft);

G_END_DECLS
