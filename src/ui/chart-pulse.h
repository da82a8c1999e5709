/* Marks behind which rows have just come point themselves out once: when they are first seen with them. */
#pragma once

#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NidaChartPulse NidaChartPulse;

/* @widget: what is to be drawn again while it lasts; must outlive it. */
NidaChartPulse *nida_chart_pulse_new       (GtkWidget *widget);
void            nida_chart_pulse_free      (NidaChartPulse *self);
/* @scene is seen now. Its marks pulse that came and were not seen since; none of the first scene, before which nothing was. */
void            nida_chart_pulse_see       (NidaChartPulse *self, NidaScene *scene);
gboolean        nida_chart_pulse_is_active (NidaChartPulse *self);
/* Over @scene, which may be on its way to the one that was seen. */
void            nida_chart_pulse_paint     (NidaChartPulse *self, cairo_t *cr, NidaScene *scene, NidaTheme theme);

G_END_DECLS
