/* What one chart of the board looks like: its answer as a scene, for the window and on paper, and under a brush. */
#pragma once

#include "chart-news.h"
#include "session.h"

G_BEGIN_DECLS

typedef struct {
  NidaSession           *session;
  const NidaChartAnswer *answer;
  const NidaChartSpec   *spec;          /* drawn in place of the answer's, or NULL */
  NidaChartNewsCounts   *news;          /* or NULL */
  guint                  number;        /* in what links the charts */
  gboolean               card;
  gboolean               maximised;     /* a large chart has larger words */
  gboolean               paper;         /* in the theme of print, without room for buttons */
  gboolean               out;           /* as it is seen, without room for buttons */
} NidaChartDrawing;

/* Points that Maximise and the menu take from the title line of a chart. */
#define NIDA_CHART_DRAWING_BUTTONS 72.0

NidaScene  *nida_chart_drawing_build         (const NidaChartDrawing *self, double width, double height);
/* @scene is what the chart draws without a brush. Transfer full; NULL where the brush leaves it as it is. */
NidaScene  *nida_chart_drawing_build_linked  (const NidaChartDrawing *self, NidaScene *scene);
/* Key of the node in @scene that is drawn as selected: the first mark whose values are all chosen. NULL for none. */
const char *nida_chart_drawing_find_selected (const NidaChartDrawing *self, NidaScene *scene);

G_END_DECLS
