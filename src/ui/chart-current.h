/* What is told of the current mark of one chart: in its tooltip, and to a screen reader. */
#pragma once

#include "chart-canvas.h"
#include "session.h"

G_BEGIN_DECLS

typedef struct _NidaChartCurrent NidaChartCurrent;

/* @chart: its number in what links the charts. @canvas and @session must outlive it. */
NidaChartCurrent *nida_chart_current_new    (NidaChartCanvas *canvas, NidaSession *session, guint chart);
void              nida_chart_current_free   (NidaChartCurrent *self);
/* What the canvas shows now. */
void              nida_chart_current_set_spec (NidaChartCurrent *self, const NidaChartSpec *spec);
/* Another mark is the current one, or none. */
void              nida_chart_current_moved  (NidaChartCurrent *self);
void              nida_chart_current_hide   (NidaChartCurrent *self);      /* the tooltip */

G_END_DECLS
