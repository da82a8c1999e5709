/* Axes of a chart: amounts upwards with their gridlines, periods or days along the foot. Private to chart/.
 *
 * An axis is trained first, which says what room it needs, then emitted: gridlines before the marks, labels after them.
 * Everything is in logical coordinates; time that runs against them comes as a reversed scale. */
#pragma once

#include "recipe.h"
#include "scale.h"
#include "ticks.h"

G_BEGIN_DECLS

/**
 * NidaValueAxis:
 *
 * Amounts, counts or shares upwards. @min and @max hold zero, the data and every tick, in the unit of @measure.
 */
typedef struct {
  NidaMeasure   measure;
  NidaTicks     ticks;
  NidaMagnitude magnitude;
  gint64        min, max;
  double        gutter;      /* points that the bare tick labels need beside the marks */
  double        head;        /* points above the box for the topmost label */
} NidaValueAxis;

/* Choose ticks for data from @min to @max (zero is always among them). */
void      nida_value_axis_train  (NidaValueAxis *axis, NidaRecipe *recipe, NidaMeasure measure, gint64 min, gint64 max);
/* Where amounts go in @box; draws nothing. Leave @head above the box and @gutter inside it on the side of the past. */
NidaScale nida_value_axis_scale  (const NidaValueAxis *axis, NidaBox box);
void      nida_value_axis_thin   (NidaValueAxis *axis, NidaRecipe *recipe, NidaBox box);
/* How wide the last label is, which has the unit: it reaches over the gutter, and marks above its line would run into it. */
double    nida_value_axis_unit_width (const NidaValueAxis *axis, NidaRecipe *recipe);
NidaMoney nida_value_axis_last   (const NidaValueAxis *axis);    /* the last tick */
/* Gridlines over the whole width of @box, and the line of zero. Before the marks. */
void      nida_value_axis_grid   (const NidaValueAxis *axis, NidaRecipe *recipe, NidaBox box);
/* Tick labels, each above its line; the last carries the unit. @at_end: the past is at the end edge (a reversed time
 * scale). After the marks. */
void      nida_value_axis_labels (const NidaValueAxis *axis, NidaRecipe *recipe, NidaBox box, gboolean at_end);

/* The same amounts along @x, which grows from the start edge: gridlines over the height of @box, labels below its foot;
 * a label that would touch the one before it is left out. */
void      nida_value_axis_across (const NidaValueAxis *axis, NidaRecipe *recipe, const NidaScale *x, NidaBox box);

/**
 * NidaPeriodAxis:
 *
 * Names of periods under their bands: every one, or each 2nd, 5th, 10th … when they would touch; the year bold under
 * the first period of each year. When time runs against the direction of the text: an arrow at the newest end and
 * "Latest: …".
 */
typedef struct {
  const NidaPeriod *periods;   /* borrowed */
  guint             n;
  NidaStep          step;
  guint             every;
  NidaFont          font;      /* of the periods: smaller when that spares a label */
  gboolean          years;     /* a second line with years */
  gboolean          cue;
  gboolean          alone;     /* nothing else stands below the foot: the words of the cue may reach beyond the bands */
  gboolean          cut;       /* the data end within the newest period, which is said below it */
  NidaDate          latest;
  guint             cue_row;   /* of either */
  double            height;    /* points below the foot of the marks */
} NidaPeriodAxis;

/* @width: of all bands together. @latest: last day of the data, for the cue; NONE takes the last period. */
void nida_period_axis_train (NidaPeriodAxis *axis, NidaRecipe *recipe, const NidaPeriod *periods, guint n, NidaStep step, double width, NidaDate latest);
/* @y: the foot of the marks. */
void nida_period_axis_emit  (const NidaPeriodAxis *axis, NidaRecipe *recipe, const NidaBandScale *bands, double y);

/* Days on a continuous scale (domain: days since 1970), at most one label in each 64 points: years, quarters or months.
 * @latest as above. */
double nida_day_axis_get_height (NidaRecipe *recipe);
gboolean nida_day_axis_has_years_only (NidaRecipe *recipe, const NidaScale *days);
void   nida_day_axis_emit       (NidaRecipe *recipe, const NidaScale *days, double y, NidaDate latest);

G_END_DECLS
