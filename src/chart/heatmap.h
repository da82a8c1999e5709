/* The grid of shades as its marks and its legend see it. Private to chart/. */
#pragma once

#include "axis.h"
#include "cross.h"
#include "shades.h"
#include "time-frame.h"

G_BEGIN_DECLS

/* A key of a row's nodes, which begin alike up to @start: nothing is allocated for one, since there are thousands. */
typedef struct { GString *text; gsize start; } NidaRowKey;

/**
 * NidaHeatmap:
 *
 * @periods: (element-type NidaPeriod): of the columns that are one · @legend, @head, @foot: heights in points
 * @grid: of the cells · @pitch: of the rows · @figures: they stand in the cells, in @font · @words: of each cell, once they are
 * needed
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
  char         **words;
  NidaRowKey     cell_key, value_key;
} NidaHeatmap;

G_END_DECLS
