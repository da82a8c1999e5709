/* What the mark under the pointer or the keys stands for, in a small popover that never takes the pointer or the focus. */
#pragma once

#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_CHART_TOOLTIP (nida_chart_tooltip_get_type ())
G_DECLARE_FINAL_TYPE (NidaChartTooltip, nida_chart_tooltip, NIDA, CHART_TOOLTIP, GtkPopover)

GtkWidget *nida_chart_tooltip_new  (GtkWidget *canvas);
/* @inside: what of it is under a brush, in words, or NULL. */
void       nida_chart_tooltip_show (NidaChartTooltip *self, const NidaNode *node, const char *inside);

G_END_DECLS
