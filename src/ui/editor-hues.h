/* The part of the chart editor that asks which name has which colour. */
#pragma once

#include "chart-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nida_editor_hues_new (NidaChartDraft *draft);     /* transfer floating */

G_END_DECLS
