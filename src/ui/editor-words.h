/* Title, subtitle and source note of a chart, in both languages. */
#pragma once

#include "chart-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nida_editor_words_new (NidaChartDraft *draft);

G_END_DECLS
