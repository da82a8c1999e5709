/* The kinds of charts as a grid, why one does not fit, and which are suggested. */
#pragma once

#include "chart-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nida_editor_kinds_new (NidaChartDraft *draft);

G_END_DECLS
