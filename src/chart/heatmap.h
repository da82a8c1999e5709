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
 * @grid: of the cells · @pitch: of the rows · @names: the font of the rows' names, where they have room · @share: of the width, at
 * most, for them · @figures: they stand in the cells, in @font, the smallest where @small, or in @unit, which stands once beside
 * the grid, where @in_unit · @words: of each cell, once they are needed
 */
typedef struct {
  NidaRecipe    *recipe;
  NidaCross     *cross;
  NidaSpan      *spans;        /* of the columns, once they have places */
  NidaShades     shades;
  NidaTimeFrame  frame;
  NidaPeriodAxis axis;
  GArray        *periods;
  double         share;
  double         labels;       /* width of the names of rows */
  guint          less;         /* of the legend (shades.h), for the rows */
  double         legend;
  double         head, foot;
  double         pitch;
  NidaBox        grid;
  gboolean       figures, small, in_unit;
  NidaMagnitude  unit;
  NidaFont       names, font;
  char         **words;
  NidaRowKey     cell_key, value_key;
} NidaHeatmap;

NidaBox     nida_heatmap_cell           (const NidaHeatmap *self, guint row, guint column);
/* heatmap-words.c: the largest figure and where it is, NULL for none; the others are told it. Transfer full. */
char       *nida_heatmap_largest        (const NidaCross *cross);
char       *nida_heatmap_title          (const NidaCross *cross, const char *largest);
char       *nida_heatmap_subtitle       (const NidaCross *cross);
char       *nida_heatmap_describe       (const NidaCross *cross, const char *largest);
/* heatmap-figures.c: whether figures stand in the cells as they are now, and in which letters. */
void        nida_heatmap_choose_figures (NidaHeatmap *self);
gboolean    nida_heatmap_figure_fits    (NidaHeatmap *self, guint row, guint column, NidaFont font, NidaBox cell);
const char *nida_heatmap_figure         (NidaHeatmap *self, guint row, guint column);
/* From now on figures are in the unit of most of them, or in words of their own again; FALSE where they have no unit. */
gboolean    nida_heatmap_set_in_unit    (NidaHeatmap *self, gboolean in_unit);
void        nida_heatmap_clear_figures  (NidaHeatmap *self);

G_END_DECLS
