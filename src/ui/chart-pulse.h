/* What is new in a chart draws one ring around itself, once, when it comes. */
#pragma once

#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NidaChartPulse NidaChartPulse;

/* @widget: what is to be drawn again while it lasts; must outlive it. */
NidaChartPulse *nida_chart_pulse_new       (GtkWidget *widget);
void            nida_chart_pulse_free      (NidaChartPulse *self);
/* @to comes after @from (or NULL, which makes nothing new): dots of news that @from does not have pulse. */
void            nida_chart_pulse_begin     (NidaChartPulse *self, NidaScene *from, NidaScene *to);
void            nida_chart_pulse_stop      (NidaChartPulse *self);
gboolean        nida_chart_pulse_is_active (NidaChartPulse *self);
void            nida_chart_pulse_paint     (NidaChartPulse *self, cairo_t *cr, NidaTheme theme);

G_END_DECLS
