/* The grid of shades as its marks and its legend see it. Private to chart/. */
#pragma once

#include "axis.h"
#include "cross.h"
#include "shades.h"
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
  NidaSpan      *spans;        /* of the columns, once they have places */
  NidaShades     shades;
  NidaTimeFrame  frame;
  NidaPeriodAxis axis;
  GArray        *periods;
  double         labels;       /* width of the names of rows */
  double         legend;
  double         head, foot;
  double         pitch;
  NidaBox        grid;
  gboolean       figures;
  NidaFont       font;
  GString       *key;          /* of the node that is next */
} NidaHeatmap;

G_END_DECLS
