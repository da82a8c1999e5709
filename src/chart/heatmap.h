/* The grid of shades as its marks and its legend see it. Private to chart/. */
#pragma once

#include "axis.h"
#include "classes.h"
#include "cross.h"
#include "legend.h"
#include "time-frame.h"

G_BEGIN_DECLS

/**
 * NidaHeatmap:
 *
 * @periods: (element-type NidaPeriod): of the columns that are one · @legend, @head, @foot: heights in points
 * @grid: of the cells · @pitch: of the rows · @figures: they stand in the cells, in @font
 */
typedef struct {
  NidaRecipe    *recipe;
  NidaCross     *cross;
  NidaClasses    classes;
  NidaTimeFrame  frame;
  NidaPeriodAxis axis;
  GArray        *periods;
  gboolean       has_zero, has_none, has_negative;
  double         legend;
  double         head, foot;
  double         pitch;
  NidaBox        grid;
  gboolean       figures;
  NidaFont       font;
} NidaHeatmap;

/* How a cell of a positive figure looks, and one of any other. */
NidaLegendItem nida_heatmap_style  (const NidaHeatmap *self, NidaMoney value);
/* 0 where there is no room for it. */
double nida_heatmap_legend_height  (const NidaHeatmap *self);
void   nida_heatmap_legend_emit    (const NidaHeatmap *self);

G_END_DECLS
