/* What a person adds to a chart: notes, lines across it, colours, the direction of time. */
#pragma once

#include "chart-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nida_editor_marks_new (NidaChartDraft *draft);

G_END_DECLS
