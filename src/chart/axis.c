/* The value axis: gridlines behind the marks, tick labels above their lines, the unit on the last. */
#include "config.h"

#include "axis.h"

#include "references.h"

#include <math.h>

#define LABEL_GAP 6.0        /* between tick labels and marks, at scale 1 */

static gint64
tick_value (const NidaValueAxis *axis,
            guint                index)
{
  return llround (axis->ticks.values[index]);
}

static gboolean
is_money (NidaMeasure measure)
{
  return measure != NIDA_MEASURE_COVERAGE && measure != NIDA_MEASURE_COUNT;
}

/* Nobody gives half a flow: ticks between two whole numbers say nothing. */
static void
keep_whole_ticks (NidaTicks *ticks)
{
  guint n = 0;

  for (guint i = 0; i < ticks->n; i++)
    if (ticks->values[i] == round (ticks->values[i]))
      ticks->values[n++] = ticks->values[i];
  ticks->n = n;
}

static char *
tick_label (const NidaValueAxis *axis,
            NidaRecipe          *recipe,
            guint                index)
{
  NidaLanguage *language = recipe->context->language;
  gint64 value = tick_value (axis, index);
  gint64 step = axis->ticks.n > 1 ? tick_value (axis, 1) - tick_value (axis, 0) : 0;

  if (axis->measure == NIDA_MEASURE_COVERAGE)
    return nida_language_percent (language, value, step % 10000 != 0 ? 1 : 0);
  if (axis->measure == NIDA_MEASURE_COUNT)
    return nida_language_integer (language, value);
  if (index + 1 == axis->ticks.n)
    return nida_language_tick_with_unit (language, value, axis->magnitude, nida_recipe_currency (recipe));

  return nida_language_tick (language, value, axis->magnitude);
}

/* Zero is the foot of the marks; it is written only when amounts go below it. */
static gboolean
has_label (const NidaValueAxis *axis,
           guint                index)
{
  return tick_value (axis, index) != 0 || axis->min < 0;
}

static double
measure_gutter (const NidaValueAxis *axis,
                NidaRecipe          *recipe)
{
  double widest = 0.0;

  /* The last label is longer, but lies above all marks. */
  for (guint i = 0; i + (is_money (axis->measure) ? 1 : 0) < axis->ticks.n; i++)
    {
      g_autofree char *label = has_label (axis, i) ? tick_label (axis, recipe, i) : NULL;

      if (label != NULL)
        widest = MAX (widest, nida_recipe_text_width (recipe, label, NIDA_FONT_VALUE));
    }

  return widest + nida_recipe_px (recipe, LABEL_GAP);
}

/**
 * nida_value_axis_train:
 * @axis: (out): the axis
 * @recipe: a recipe
 * @measure: what it measures
 * @min: smallest value of the data, in the unit of @measure
 * @max: largest value
 *
 * Choose round ticks that hold zero, and say in @axis what room they need.
 */
void
nida_value_axis_train (NidaValueAxis *axis,
                       NidaRecipe    *recipe,
                       NidaMeasure    measure,
                       gint64         min,
                       gint64         max)
{
  gint64 low = MIN (min == NIDA_MONEY_NONE ? 0 : min, 0);
  gint64 high = MAX (max == NIDA_MONEY_NONE ? 0 : max, 0);

  nida_references_extend (recipe, measure, &low, &high);
  nida_recipe_share_scale (recipe, &low, &high);
  axis->measure = measure;
  axis->ticks = nida_ticks_extended ((double) low, (double) high, is_money (measure));
  if (measure == NIDA_MEASURE_COUNT)
    keep_whole_ticks (&axis->ticks);
  axis->min = MIN (low, tick_value (axis, 0));
  axis->max = MAX (high, tick_value (axis, axis->ticks.n - 1));
  axis->magnitude = nida_magnitude_for (MAX (tick_value (axis, axis->ticks.n - 1), -tick_value (axis, 0)));
  axis->gutter = measure_gutter (axis, recipe);
  axis->head = nida_recipe_line (recipe, NIDA_FONT_VALUE);
}

/**
 * nida_value_axis_scale:
 * @axis: a trained axis
 * @box: of gridlines and marks, in logical points
 *
 * Returns: amounts to y, growing upwards
 */
NidaScale
nida_value_axis_scale (const NidaValueAxis *axis,
                       NidaBox              box)
{
  return (NidaScale) { axis->min, axis->max, { box.y, box.y + box.height }, TRUE };
}

NidaMoney
nida_value_axis_last (const NidaValueAxis *axis)
{
  return axis->ticks.n > 0 ? tick_value (axis, axis->ticks.n - 1) : axis->max;
}

double
nida_value_axis_unit_width (const NidaValueAxis *axis,
                            NidaRecipe          *recipe)
{
  g_autofree char *label = axis->ticks.n > 0 && has_label (axis, axis->ticks.n - 1) ? tick_label (axis, recipe, axis->ticks.n - 1) : NULL;

  return label != NULL ? nida_recipe_text_width (recipe, label, NIDA_FONT_VALUE) : 0;
}

/**
 * nida_value_axis_thin:
 * @axis: a trained axis
 * @recipe: a recipe
 * @box: of gridlines and marks
 *
 * In a low box keep only so many ticks as have room for their labels, evenly; zero and the last always stay.
 */
void
nida_value_axis_thin (NidaValueAxis *axis,
                      NidaRecipe    *recipe,
                      NidaBox        box)
{
  NidaTicks kept = { 0 };
  NidaScale scale = nida_value_axis_scale (axis, box);
  guint zero = 0, last = MAX (axis->ticks.n, 1) - 1, every = 1;
  double line = nida_recipe_line (recipe, NIDA_FONT_VALUE), pitch;

  while (zero < last && axis->ticks.values[zero] < 0)
    zero++;
  if (last == zero)
    return;
  pitch = (nida_scale_map (&scale, tick_value (axis, zero)) - nida_scale_map (&scale, tick_value (axis, last))) / (last - zero);
  while (every < last - zero && (pitch * every < line || (last - zero) % every != 0))
    every++;
  for (guint i = 0; i <= last; i++)
    if ((i + zero * every - zero) % every == 0)
      kept.values[kept.n++] = axis->ticks.values[i];
  axis->ticks = kept;
}

/**
 * nida_value_axis_grid:
 * @axis: a trained axis
 * @recipe: a recipe
 * @box: of gridlines and marks
 *
 * Draw the gridlines and the stronger line of zero. Call before the marks.
 */
void
nida_value_axis_grid (const NidaValueAxis *axis,
                      NidaRecipe          *recipe,
                      NidaBox              box)
{
  NidaScale scale = nida_value_axis_scale (axis, box);

  for (guint i = 0; i < axis->ticks.n; i++)
    {
      gboolean zero = tick_value (axis, i) == 0;
      double y = nida_scale_map (&scale, tick_value (axis, i));
      g_autofree char *key = zero ? g_strdup ("axis/zero") : g_strdup_printf ("grid/%u", i);

      nida_scene_builder_line (recipe->scene, key, (NidaPoint) { box.x, y }, (NidaPoint) { box.x + box.width, y },
                               zero ? NIDA_COLOR_AXIS : NIDA_COLOR_GRID, nida_recipe_px (recipe, zero ? 1.5 : 1.0));
    }
}

/* Which ticks have room for their words, from the last one back, since it names the unit. (transfer full): by tick */
static gboolean *
find_labelled (const NidaValueAxis *axis,
               const NidaScale     *scale,
               double               line)
{
  gboolean *labelled = g_new0 (gboolean, axis->ticks.n + 1);
  double taken = -G_MAXDOUBLE;

  for (guint i = axis->ticks.n; i-- > 0;)
    {
      double y = nida_scale_map (scale, tick_value (axis, i));

      labelled[i] = has_label (axis, i) && y - taken >= line - 0.01;
      if (labelled[i])
        taken = y;
    }
  return labelled;
}

/**
 * nida_value_axis_labels:
 * @axis: a trained axis
 * @recipe: a recipe
 * @box: of gridlines and marks
 * @at_end: whether the labels stand at the end edge
 *
 * Write each tick above its line. Call after the marks, so that no mark covers a label.
 */
void
nida_value_axis_labels (const NidaValueAxis *axis,
                        NidaRecipe          *recipe,
                        NidaBox              box,
                        gboolean             at_end)
{
  NidaScale scale = nida_value_axis_scale (axis, box);
  double line = nida_recipe_line (recipe, NIDA_FONT_VALUE);
  g_autofree gboolean *labelled = find_labelled (axis, &scale, line);

  nida_references_emit (recipe, axis->measure, &scale, box, at_end);
  for (guint i = 0; i < axis->ticks.n; i++)
    {
      double y = nida_scale_map (&scale, tick_value (axis, i)), width;
      g_autofree char *key = g_strdup_printf ("axis/%u", i);
      g_autofree char *label = NULL;

      if (!labelled[i])
        continue;

      label = tick_label (axis, recipe, i);
      width = MIN (nida_recipe_text_width (recipe, label, NIDA_FONT_VALUE), box.width);
      nida_recipe_text (recipe, key, at_end ? box.x + box.width - width : box.x, y - line, width, NIDA_FONT_VALUE,
                        NIDA_COLOR_TEXT_SECOND, at_end ? NIDA_ANCHOR_END : NIDA_ANCHOR_START, label)->halo = TRUE;
    }
}

/**
 * nida_value_axis_across:
 * @axis: a trained axis
 * @recipe: a recipe
 * @x: amounts to points
 * @box: of gridlines and marks
 *
 * The axis of bars and dots that run from the start edge. Call before the marks.
 */
void
nida_value_axis_across (const NidaValueAxis *axis,
                        NidaRecipe          *recipe,
                        const NidaScale     *x,
                        NidaBox              box)
{
  double foot = box.y + box.height, gap = nida_recipe_px (recipe, LABEL_GAP), taken = G_MAXDOUBLE;

  /* from the last one back, since it names the unit */
  for (guint i = axis->ticks.n; i-- > 0;)
    {
      gboolean zero = tick_value (axis, i) == 0;
      double at = nida_scale_map (x, tick_value (axis, i)), width, start;
      g_autofree char *line_key = zero ? g_strdup ("axis/zero") : g_strdup_printf ("grid/%u", i);
      g_autofree char *key = g_strdup_printf ("axis/%u", i), *label = tick_label (axis, recipe, i);

      nida_scene_builder_line (recipe->scene, line_key, (NidaPoint) { at, box.y }, (NidaPoint) { at, foot },
                               zero ? NIDA_COLOR_AXIS : NIDA_COLOR_GRID, nida_recipe_px (recipe, zero ? 1.5 : 1.0));
      width = nida_recipe_text_width (recipe, label, NIDA_FONT_VALUE);
      start = CLAMP (at - width / 2, recipe->plot.x, MAX (recipe->plot.x + recipe->plot.width - width, recipe->plot.x));
      if (start + width > taken - gap)
        continue;
      nida_recipe_text (recipe, key, start, foot + nida_recipe_px (recipe, 2), width, NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND,
                        NIDA_ANCHOR_MIDDLE, label);
      taken = start;
    }
}
