/* Names of periods under bands. Labels are thinned by the calendar (every 3rd month, 5th year …) until none touch. */
#include "config.h"

#include "time-axis.h"
#include "translate.h"

#define LABEL_GAP 6.0        /* between two labels, at scale 1 */
#define FOOT      3.0        /* between the marks and the labels */
#define ARROW     5.0

static const guint month_thinnings[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 0 };
static const guint quarter_thinnings[] = { 1, 2, 4, 8, 20, 40, 80, 200, 400, 0 };
static const guint plain_thinnings[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 0 };

static const guint *
thinnings_of (NidaStep step)
{
  if (step == NIDA_STEP_MONTH)
    return month_thinnings;

  return step == NIDA_STEP_QUARTER ? quarter_thinnings : plain_thinnings;
}

static guint
periods_a_year (NidaStep step)
{
  switch (step)
    {
    case NIDA_STEP_DAY: return 365;
    case NIDA_STEP_MONTH: return 12;
    case NIDA_STEP_QUARTER: return 4;
    default: return 1;
    }
}

/* A number that grows by one from period to period and is a multiple of the periods of a year in its first. */
static int
ordinal_of (NidaPeriod period,
            NidaStep   step)
{
  int year, month, day;

  nida_civil_from_days (nida_date_first_day (period.start), &year, &month, &day);
  switch (step)
    {
    case NIDA_STEP_DAY: return nida_date_first_day (period.start);
    case NIDA_STEP_MONTH: return year * 12 + month - 1;
    case NIDA_STEP_QUARTER: return year * 4 + (month - 1) / 3;
    default: return year;
    }
}

static gboolean
only_years (const NidaPeriodAxis *axis)
{
  return axis->step != NIDA_STEP_DAY && periods_a_year (axis->step) > 1 && axis->every >= periods_a_year (axis->step);
}

static gboolean
is_labelled (const NidaPeriodAxis *axis,
             guint                 index)
{
  NidaPeriod period = axis->periods[index];

  if (axis->every <= 1 || period.start.precision == NIDA_PRECISION_NONE)
    return TRUE;

  return ordinal_of (period, axis->step) % (int) axis->every == 0;
}

static char *
label_of (const NidaPeriodAxis *axis,
          NidaRecipe           *recipe,
          guint                 index)
{
  NidaLanguage *language = recipe->context->language;
  NidaPeriod period = axis->periods[index];

  if (period.start.precision == NIDA_PRECISION_NONE)
    return g_strdup (_("undated"));
  if (only_years (axis))
    return nida_language_date (language, nida_date_new_year (nida_date_year (period.start)), NIDA_DATE_SHORT);

  return nida_language_period (language, period, NIDA_DATE_SHORT);
}

static gboolean
labels_fit (const NidaPeriodAxis *axis,
            NidaRecipe           *recipe,
            double                room)
{
  double gap = nida_recipe_px (recipe, LABEL_GAP);

  for (guint i = 0; i < axis->n; i++)
    {
      g_autofree char *label = is_labelled (axis, i) ? label_of (axis, recipe, i) : NULL;

      if (label != NULL && nida_recipe_text_width (recipe, label, axis->font) + gap > room)
        return FALSE;
    }

  return gap <= room;
}

/* Every name in small letters before half of them in larger ones: Arabic months are long. */
static void
thin_out (NidaPeriodAxis *axis,
          NidaRecipe     *recipe,
          double          width)
{
  const guint *thinnings = thinnings_of (axis->step);
  double band = axis->n > 0 ? width / axis->n : width;

  for (guint i = 0; thinnings[i] != 0; i++)
    {
      axis->every = thinnings[i];
      axis->font = NIDA_FONT_VALUE;
      if (labels_fit (axis, recipe, band * axis->every))
        return;
      axis->font = NIDA_FONT_SOURCE;
      if (labels_fit (axis, recipe, band * axis->every))
        return;
    }
}

static gboolean
starts_year (const NidaPeriodAxis *axis,
             guint                 index)
{
  NidaPeriod period = axis->periods[index];

  if (period.start.precision == NIDA_PRECISION_NONE)
    return FALSE;

  return index == 0 || axis->periods[index - 1].start.precision == NIDA_PRECISION_NONE
         || nida_date_year (axis->periods[index - 1].start) != nida_date_year (period.start);
}

static char *
year_label (NidaRecipe *recipe,
            NidaPeriod  period)
{
  return nida_language_date (recipe->context->language, nida_date_new_year (nida_date_year (period.start)),
                             NIDA_DATE_SHORT);
}

/* "Latest: 17 Apr 2026" where time runs against the text, else "to 17 Apr" where the newest period has not all of its days. */
static char *
newest_text (const NidaPeriodAxis *axis,
             NidaRecipe           *recipe)
{
  g_autofree char *date = NULL;

  if (axis->cue)
    return nida_time_cue_text (recipe, axis->latest);
  date = nida_language_date (recipe->context->language, axis->latest, NIDA_DATE_SHORT);
  return g_strdup_printf (_("to %s"), date);
}

/* The words share the line of the years when the last of them is far enough from the newest end. */
static guint
find_cue_row (const NidaPeriodAxis *axis,
              NidaRecipe           *recipe,
              double                band)
{
  g_autofree char *cue = newest_text (axis, recipe);
  double width = nida_recipe_text_width (recipe, cue, NIDA_FONT_VALUE);

  if (!axis->years)
    return 1;

  for (guint i = axis->n; i > 0; i--)
    if (starts_year (axis, i - 1))
      {
        g_autofree char *year = year_label (recipe, axis->periods[i - 1]);
        double from_end = (axis->n - i + 0.5) * band;
        double half = nida_recipe_text_width (recipe, year, NIDA_FONT_VALUE_BOLD) / 2.0;

        if (axis->cut)
          width = MAX (width, (width + band) / 2.0);     /* it stands below its period */
        return from_end - half < width + nida_recipe_px (recipe, LABEL_GAP) ? 2 : 1;
      }

  return 1;
}

/**
 * nida_period_axis_train:
 * @axis: (out): the axis
 * @recipe: a recipe
 * @periods: (array length=n): oldest first; kept, not copied
 * @n: how many
 * @step: of the periods
 * @width: of all bands in points
 * @latest: last day of the data
 *
 * Choose which periods are named and say in @axis what height that takes.
 */
void
nida_period_axis_train (NidaPeriodAxis   *axis,
                        NidaRecipe       *recipe,
                        const NidaPeriod *periods,
                        guint             n,
                        NidaStep          step,
                        double            width,
                        NidaDate          latest)
{
  guint rows;

  *axis = (NidaPeriodAxis) { .periods = periods, .n = n, .step = step, .every = 1, .latest = latest };
  if (latest.precision == NIDA_PRECISION_NONE && n > 0)
    axis->latest = periods[n - 1].end;

  thin_out (axis, recipe, width);
  axis->years = periods_a_year (step) > 1 && !only_years (axis);
  axis->cue = nida_recipe_time_reversed (recipe) && axis->latest.precision != NIDA_PRECISION_NONE;
  rows = axis->years ? 2 : 1;
  axis->cut = !axis->cue && n > 0 && nida_recipe_cuts (recipe, periods[n - 1]);
  if (axis->cue || axis->cut)
    {
      axis->cue_row = find_cue_row (axis, recipe, n > 0 ? width / n : width);
      rows = MAX (rows, axis->cue_row + 1);
    }
  axis->height = nida_recipe_px (recipe, FOOT) + rows * nida_recipe_line (recipe, NIDA_FONT_VALUE);
}

static gboolean
begins_year (const NidaPeriodAxis *axis,
             guint                 index)
{
  return axis->years && starts_year (axis, index)
         && ordinal_of (axis->periods[index], axis->step) % (int) periods_a_year (axis->step) == 0;
}

static NidaFont
label_font (const NidaPeriodAxis *axis,
            guint                 index)
{
  return begins_year (axis, index) ? NIDA_FONT_VALUE_BOLD : axis->font;
}

/* Centred where there is room for it, else moved into @range. */
static NidaSpan
centred_span (NidaRecipe *recipe,
              const char *text,
              double      centre,
              NidaSpan    range,
              NidaFont    font)
{
  double width = nida_recipe_text_width (recipe, text, font);
  double x = CLAMP (centre - width / 2.0, range.start, MAX (range.end - width, range.start));

  return (NidaSpan) { x, x + width };
}

static void
emit_centred (NidaRecipe *recipe,
              const char *key,
              const char *text,
              double      centre,
              double      y,
              NidaSpan    range,
              NidaFont    font,
              NidaColor   color)
{
  NidaSpan span = centred_span (recipe, text, centre, range, font);
  double baseline = nida_font_baseline (NIDA_FONT_VALUE, recipe->scale) - nida_font_baseline (font, recipe->scale);

  nida_recipe_text (recipe, key, span.start, y + baseline, span.end - span.start, font, color, NIDA_ANCHOR_MIDDLE, text);
}

/* A label that is moved in from an end of the axis may come to stand on its neighbour: the older of the two gives way. */
static gboolean *
find_visible (const NidaPeriodAxis *axis,
              NidaRecipe           *recipe,
              const NidaBandScale  *bands)
{
  gboolean *visible = g_new0 (gboolean, MAX (axis->n, 1));
  double gap = nida_recipe_px (recipe, LABEL_GAP) / 2.0;
  NidaSpan taken = { 0, -1 };

  for (guint i = axis->n; i-- > 0;)
    {
      g_autofree char *label = is_labelled (axis, i) ? label_of (axis, recipe, i) : NULL;
      NidaSpan own;

      if (label == NULL)
        continue;
      own = centred_span (recipe, label, nida_band_scale_centre (bands, i), bands->range, label_font (axis, i));
      visible[i] = taken.end < taken.start || own.end + gap <= taken.start || own.start >= taken.end + gap;
      if (visible[i])
        taken = own;
    }
  return visible;
}

static void
emit_labels (const NidaPeriodAxis *axis,
             NidaRecipe           *recipe,
             const NidaBandScale  *bands,
             double                y)
{
  g_autofree gboolean *visible = find_visible (axis, recipe, bands);

  for (guint i = 0; i < axis->n; i++)
    {
      g_autofree char *key = g_strdup_printf ("axis/period/%u", i);
      g_autofree char *label = NULL;

      if (!visible[i])
        continue;

      label = label_of (axis, recipe, i);
      emit_centred (recipe, key, label, nida_band_scale_centre (bands, i), y, bands->range, label_font (axis, i),
                    begins_year (axis, i) ? NIDA_COLOR_TEXT : NIDA_COLOR_TEXT_SECOND);
    }
}

/* From the newest year back: a part of a year at the oldest end is the one to give way. */
static void
emit_years (const NidaPeriodAxis *axis,
            NidaRecipe           *recipe,
            const NidaBandScale  *bands,
            double                y)
{
  double gap = nida_recipe_px (recipe, LABEL_GAP);
  double taken = -1.0, taken_half = 0.0;

  for (guint i = axis->n; i > 0; i--)
    {
      double centre = nida_band_scale_centre (bands, i - 1);
      g_autofree char *key = NULL;
      g_autofree char *year = NULL;
      double half;

      if (!starts_year (axis, i - 1))
        continue;

      year = year_label (recipe, axis->periods[i - 1]);
      half = nida_recipe_text_width (recipe, year, NIDA_FONT_VALUE_BOLD) / 2.0;
      if (taken >= 0.0 && ABS (centre - taken) < half + taken_half + gap)
        continue;

      key = g_strdup_printf ("axis/year/%d", nida_date_year (axis->periods[i - 1].start));
      emit_centred (recipe, key, year, centre, y, bands->range, NIDA_FONT_VALUE_BOLD, NIDA_COLOR_TEXT);
      taken = centre;
      taken_half = half;
    }
}

/* Below its period, and not beyond the newest end. */
static void
emit_cut (const NidaPeriodAxis *axis,
          NidaRecipe           *recipe,
          const NidaBandScale  *bands,
          double                y)
{
  g_autofree char *words = newest_text (axis, recipe);

  emit_centred (recipe, "axis/latest", words, nida_band_scale_centre (bands, axis->n - 1), y, bands->range, NIDA_FONT_VALUE,
                NIDA_COLOR_TEXT_SECOND);
}

/**
 * nida_period_axis_emit:
 * @axis: a trained axis
 * @recipe: a recipe
 * @bands: where the periods lie
 * @y: foot of the marks
 */
void
nida_period_axis_emit (const NidaPeriodAxis *axis,
                       NidaRecipe           *recipe,
                       const NidaBandScale  *bands,
                       double                y)
{
  double line = nida_recipe_line (recipe, NIDA_FONT_VALUE);
  double top = y + nida_recipe_px (recipe, FOOT);

  emit_labels (axis, recipe, bands, top);
  if (axis->years)
    emit_years (axis, recipe, bands, top + line);
  if (axis->cut)
    emit_cut (axis, recipe, bands, top + axis->cue_row * line);
  if (axis->cue)
    {
      g_autofree char *cue = newest_text (axis, recipe);
      NidaSpan plot = { recipe->plot.x, recipe->plot.x + recipe->plot.width };

      nida_time_cue_emit (recipe, bands->range, axis->alone ? plot : bands->range, y, top + axis->cue_row * line, cue);
    }
}

char *
nida_time_cue_text (NidaRecipe *recipe,
                    NidaDate    latest)
{
  g_autofree char *date = nida_language_date (recipe->context->language, latest, NIDA_DATE_MEDIUM);

  /* Translators: at the newest end of a time axis that runs against the text: "Latest: 17 Apr 2026" */
  return g_strdup_printf (_("Latest: %s"), date);
}

void
nida_time_cue_emit (NidaRecipe *recipe,
                    NidaSpan    range,
                    NidaSpan    room,
                    double      y,
                    double      text_y,
                    const char *text)
{
  gboolean reversed = nida_recipe_time_reversed (recipe);
  double tip = reversed ? range.start : range.end;
  double back = nida_recipe_px (recipe, ARROW) * (reversed ? 1.0 : -1.0);
  double side = nida_recipe_px (recipe, ARROW - 1.0);
  double width = nida_recipe_text_width (recipe, text, NIDA_FONT_VALUE);
  NidaPoint arrow[] = { { tip + back, y - side }, { tip, y }, { tip + back, y + side } };

  nida_scene_builder_polyline (recipe->scene, "axis/arrow", arrow, 3, NIDA_COLOR_AXIS, nida_recipe_px (recipe, 1.5));
  if (width > (reversed ? room.end - range.start : range.end - room.start))
    return;                                    /* part of a date is none */
  nida_recipe_text (recipe, "axis/latest", reversed ? range.start : range.end - width, text_y, width, NIDA_FONT_VALUE,
                    NIDA_COLOR_TEXT_SECOND, reversed ? NIDA_ANCHOR_START : NIDA_ANCHOR_END, text);
}
