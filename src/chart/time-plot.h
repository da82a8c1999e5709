/* The plot of a chart of lines over time: periods along the foot, amounts upwards, names at the newest end or in a legend.
 * Private to chart/. All places are in points along time (time-frame.h) but where it is said otherwise. */
#pragma once

#include "axis.h"
#include "cross.h"
#include "end-labels.h"
#include "legend.h"

G_BEGIN_DECLS

#define NIDA_PLOT_MAX_SERIES 12

/**
 * NidaTimePlot:
 *
 * @cross: borrowed; timed. @n: its columns that are one period, the first of them at @first
 * @styles: one a row: what its line or area looks like, and its legend
 * @bare: there is no room for axes, the tooltip and the table have the figures · @n_explained: the first rows, whose names have
 * room in the legend; @more: words of how many others there are
 * @grid: the box of the amounts · @marks: the part of it that the periods share
 */
typedef struct {
  NidaRecipe     *recipe;
  NidaCross      *cross;
  NidaTimeFrame   frame;
  NidaValueAxis   axis;
  NidaPeriodAxis  periods;
  GArray         *dates;
  guint           first, n;
  NidaLegendItem  styles[NIDA_PLOT_MAX_SERIES];
  NidaEndLabel    labels[NIDA_PLOT_MAX_SERIES];
  guint           n_labels;
  guint           n_shaded;      /* parts that have no hue and a shade instead */
  gboolean        legend;        /* the names stand above, not at the ends */
  guint           n_explained;
  char           *more;
  gboolean        bare;
  gboolean        stacked;       /* a period is as high as its rows together */
  NidaScale       amounts;
  NidaBox         grid, marks;
  double          label_width;
} NidaTimePlot;

/* After the frame; @cross has at most NIDA_PLOT_MAX_SERIES rows. Gives each row its style. */
void     nida_time_plot_init    (NidaTimePlot *self, NidaRecipe *recipe, NidaCross *cross, NidaSwatch swatch);
void     nida_time_plot_clear   (NidaTimePlot *self);
/* Where a row ends, so that its name may stand there: @at in the unit of the measure. Call before the layout. */
void     nida_time_plot_add_label (NidaTimePlot *self, guint row, NidaMoney value, NidaMoney at);
/* @min, @max: of what is drawn. */
void     nida_time_plot_lay_out (NidaTimePlot *self, NidaMoney min, NidaMoney max);
void     nida_time_plot_emit_back  (NidaTimePlot *self);      /* gridlines and legend: before the marks */
void     nida_time_plot_emit_front (NidaTimePlot *self);      /* axes and names: after them */
double   nida_time_plot_unit    (const NidaTimePlot *self);   /* points in height of a thousandth */
double   nida_time_plot_y       (const NidaTimePlot *self, NidaMoney value);
NidaSpan nida_time_plot_span    (const NidaTimePlot *self, guint period);
NidaMoney nida_time_plot_value  (const NidaTimePlot *self, guint row, guint period);
/* "cell/Japan|2024": the key of a mark. */
char    *nida_time_plot_key     (const NidaTimePlot *self, const char *group, guint row, guint period);
/* How many lines can be told apart in a chart of this size. */
guint    nida_time_plot_usual_names (NidaRecipe *recipe);
/* A polyline or polygon through points along time. */
void     nida_time_plot_flip    (const NidaTimePlot *self, NidaPoint *points, guint n);

/* time-plot-words.c */
/* Who was largest at the end, or where that is not @shown, what the chart is of. */
char    *nida_time_plot_title    (const NidaCross *cross, gboolean shown);
/* Money that no period holds; NULL where there is none. */
char    *nida_time_plot_note     (const NidaCross *cross);
/* @sentence: translated: "Lines over time, %1$s: %2$s." */
char    *nida_time_plot_describe (const NidaCross *cross, const char *sentence);

G_END_DECLS
