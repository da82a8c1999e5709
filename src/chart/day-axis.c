/* Calendar ticks under a continuous scale of days. */
#include "config.h"

#include "time-axis.h"

#define ROOM_A_LABEL 64.0    /* points at scale 1 */
#define TICK          4.0
#define LABEL_GAP     6.0

/**
 * nida_day_axis_get_height:
 * @recipe: a recipe
 *
 * Returns: points that nida_day_axis_emit() takes below the marks
 */
double
nida_day_axis_get_height (NidaRecipe *recipe)
{
  guint rows = nida_recipe_time_reversed (recipe) ? 3 : 2;

  return nida_recipe_px (recipe, TICK) + rows * nida_recipe_line (recipe, NIDA_FONT_VALUE);
}

static double
label_width (NidaRecipe *recipe,
             NidaDate    tick)
{
  g_autofree char *label = nida_language_date (recipe->context->language, tick, NIDA_DATE_SHORT);

  return nida_recipe_text_width (recipe, label, NIDA_FONT_VALUE);
}

/* A quarter is a short word in one language and two long ones in another. */
static gboolean
labels_touch (NidaRecipe      *recipe,
              const NidaScale *days,
              GArray          *ticks)
{
  for (guint i = 1; i < ticks->len; i++)
    {
      NidaDate before = g_array_index (ticks, NidaDate, i - 1), tick = g_array_index (ticks, NidaDate, i);
      double apart = ABS (nida_scale_map (days, tick.day) - nida_scale_map (days, before.day));

      /* labels at the ends are moved inwards by up to half their width */
      if (apart < label_width (recipe, before) / 2.0 + label_width (recipe, tick) + nida_recipe_px (recipe, LABEL_GAP))
        return TRUE;
    }
  return FALSE;
}

static GArray *
ticks_of (NidaRecipe      *recipe,
          const NidaScale *days)
{
  double width = days->range.end - days->range.start;
  guint room = MAX ((guint) (width / nida_recipe_px (recipe, ROOM_A_LABEL)), 2);
  GArray *ticks = nida_ticks_calendar ((gint32) days->domain_min, (gint32) days->domain_max, room);

  while (room > 1 && labels_touch (recipe, days, ticks))
    {
      g_array_unref (ticks);
      ticks = nida_ticks_calendar ((gint32) days->domain_min, (gint32) days->domain_max, --room);
    }
  return ticks;
}

/**
 * nida_day_axis_has_years_only:
 * @recipe: a recipe
 * @days: domain in days since 1970
 *
 * Returns: whether all ticks are years, so that the axis needs one row less than nida_day_axis_get_height()
 */
gboolean
nida_day_axis_has_years_only (NidaRecipe      *recipe,
                              const NidaScale *days)
{
  g_autoptr (GArray) ticks = ticks_of (recipe, days);

  for (guint i = 0; i < ticks->len; i++)
    if (g_array_index (ticks, NidaDate, i).precision != NIDA_PRECISION_YEAR)
      return FALSE;
  return TRUE;
}

static void
emit_words (NidaRecipe *recipe,
            const char *key,
            NidaDate    date,
            double      x,
            double      y,
            NidaSpan    range,
            gboolean    bold)
{
  NidaFont font = bold ? NIDA_FONT_VALUE_BOLD : NIDA_FONT_VALUE;
  g_autofree char *label = nida_language_date (recipe->context->language, date, NIDA_DATE_SHORT);
  double width = nida_recipe_text_width (recipe, label, font);
  double start = CLAMP (x - width / 2.0, range.start, MAX (range.end - width, range.start));

  nida_recipe_text (recipe, key, start, y, width, font, bold ? NIDA_COLOR_TEXT : NIDA_COLOR_TEXT_SECOND,
                    NIDA_ANCHOR_MIDDLE, label);
}

static void
emit_tick (NidaRecipe      *recipe,
           const NidaScale *days,
           double           y,
           NidaDate         tick,
           gboolean         first_of_year)
{
  double x = nida_scale_map (days, tick.day);
  double top = y + nida_recipe_px (recipe, TICK);
  gboolean years = tick.precision == NIDA_PRECISION_YEAR;
  g_autofree char *line_key = g_strdup_printf ("axis/tick/%d", tick.day);
  g_autofree char *key = g_strdup_printf ("axis/day/%d", tick.day);
  g_autofree char *year_key = g_strdup_printf ("axis/year/%d", nida_date_year (tick));

  nida_scene_builder_line (recipe->scene, line_key, (NidaPoint) { x, y }, (NidaPoint) { x, top }, NIDA_COLOR_AXIS,
                           nida_recipe_px (recipe, 1.0));
  emit_words (recipe, key, tick, x, top, days->range, FALSE);
  if (!years && first_of_year)
    emit_words (recipe, year_key, nida_date_new_year (nida_date_year (tick)), x,
                top + nida_recipe_line (recipe, NIDA_FONT_VALUE), days->range, TRUE);
}

/**
 * nida_day_axis_emit:
 * @recipe: a recipe
 * @days: domain in days since 1970
 * @y: foot of the marks
 * @latest: last day of the data, for the cue; NONE takes the last day of the domain
 */
void
nida_day_axis_emit (NidaRecipe      *recipe,
                    const NidaScale *days,
                    double           y,
                    NidaDate         latest)
{
  g_autoptr (GArray) ticks = ticks_of (recipe, days);
  guint rows = nida_day_axis_has_years_only (recipe, days) ? 1 : 2;
  int year = G_MININT;

  for (guint i = 0; i < ticks->len; i++)
    {
      NidaDate tick = g_array_index (ticks, NidaDate, i);

      emit_tick (recipe, days, y, tick, nida_date_year (tick) != year);
      year = nida_date_year (tick);
    }

  if (nida_recipe_time_reversed (recipe))
    {
      NidaDate last = { (gint32) days->domain_max, NIDA_PRECISION_DAY };
      g_autofree char *cue = nida_time_cue_text (recipe, latest.precision != NIDA_PRECISION_NONE ? latest : last);
      double text_y = y + nida_recipe_px (recipe, TICK) + rows * nida_recipe_line (recipe, NIDA_FONT_VALUE);

      nida_time_cue_emit (recipe, days->range, days->range, y, text_y, cue);
    }
}
