/* The foot of a timeline: names of periods, each year once and bold, words under the columns that are no single period,
 * and how far the newest one reaches. */
#include "config.h"

#include "timeline-chart.h"

#include "timeline-words.h"
#include "translate.h"

static const guint month_steps[] = { 1, 2, 3, 6, 12 };
static const guint quarter_steps[] = { 1, 2, 4 };
static const guint year_steps[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500 };
static const guint day_steps[] = { 1, 2, 5, 7, 14, 28, 56, 112, 365 };

static gboolean
has_year_line (NidaStep step)
{
  return step == NIDA_STEP_MONTH || step == NIDA_STEP_QUARTER || step == NIDA_STEP_DAY;
}

static gboolean
is_apart (const NidaTimelineSlot *slot)
{
  return slot->gathered || slot->undated;
}

/* The bare number of a period in its kind: thinning keeps those that are round. */
static gint
number_of (NidaTimelineChart *self,
           guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  int year, month, day;

  nida_civil_from_days (nida_period_first_day (slot->period), &year, &month, &day);
  switch (self->data->step)
    {
    case NIDA_STEP_MONTH:
      return month - 1;
    case NIDA_STEP_QUARTER:
      return (month - 1) / 3;
    case NIDA_STEP_DAY:
      return (gint) index;
    default:
      return year;
    }
}

/* When only whole years are named, a month's name says nothing. */
static gboolean
names_years_only (NidaTimelineChart *self)
{
  switch (self->data->step)
    {
    case NIDA_STEP_MONTH:
      return self->every >= 12;
    case NIDA_STEP_QUARTER:
      return self->every >= 4;
    default:
      return FALSE;
    }
}

static char *
tick_words (NidaTimelineChart      *self,
            const NidaTimelineSlot *slot)
{
  if (names_years_only (self))
    return nida_language_date (self->recipe->context->language,
                               nida_date_new_year (nida_date_year (slot->period.start)), NIDA_DATE_SHORT);
  return nida_language_period (self->recipe->context->language, slot->period, NIDA_DATE_SHORT);
}

static double
widest_tick (NidaTimelineChart *self)
{
  double widest = 0;

  for (guint i = 0; i < MIN (nida_timeline_get_n_dated (self->data), 40); i++)
    {
      const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, i);
      g_autofree char *words = is_apart (slot) ? NULL : tick_words (self, slot);

      if (words != NULL)
        widest = MAX (widest, nida_time_frame_width (&self->frame, words, NIDA_FONT_VALUE));
    }
  return widest;
}

static const guint *
steps_of (NidaStep step,
          guint   *n)
{
  switch (step)
    {
    case NIDA_STEP_MONTH:
      *n = G_N_ELEMENTS (month_steps);
      return month_steps;
    case NIDA_STEP_QUARTER:
      *n = G_N_ELEMENTS (quarter_steps);
      return quarter_steps;
    case NIDA_STEP_DAY:
      *n = G_N_ELEMENTS (day_steps);
      return day_steps;
    default:
      *n = G_N_ELEMENTS (year_steps);
      return year_steps;
    }
}

/* Has the newest period begun but not ended when the data ends? */
static gboolean
ends_early (NidaTimelineChart *self)
{
  guint n = nida_timeline_get_n_dated (self->data);
  const NidaTimelineSlot *slot = n > 0 ? nida_timeline_get_slot (self->data, n - 1) : NULL;

  return slot != NULL && !slot->gathered && nida_recipe_cuts (self->recipe, slot->period);
}

/**
 * nida_timeline_axis_train:
 *
 * How many lines the names take, and one in how many periods is named.
 */
void
nida_timeline_axis_train (NidaTimelineChart *self)
{
  double need;
  guint n_steps;
  const guint *steps = steps_of (self->data->step, &n_steps);
  g_autofree char *two = nida_language_digits (self->recipe->context->language, "00");
  double two_digits = nida_time_frame_width (&self->frame, two, NIDA_FONT_VALUE) + 4 * self->frame.scale;

  self->every = 1;
  need = widest_tick (self) + 4 * self->frame.scale;
  self->every = steps[n_steps - 1];
  for (guint i = n_steps; i-- > 0;)
    if (need <= steps[i] * self->pitch)
      self->every = steps[i];
  self->short_years = self->data->step == NIDA_STEP_YEAR && self->every > 1
                      && self->pitch >= MAX (two_digits, (need + two_digits) / 2);
  self->tick_lines = (has_year_line (self->data->step) && !names_years_only (self)) || self->frame.cue ? 2 : 1;
  for (guint i = 0; i < self->data->slots->len; i++)
    if (is_apart (nida_timeline_get_slot (self->data, i)))
      self->tick_lines = 2;
}

/* --- drawing ----------------------------------------------------------------------------------------------------- */

static gboolean
emit_tick (NidaTimelineChart *self,
           NidaPlacer        *placer,
           const char        *key,
           guint              index,
           guint              line,
           NidaFont           font,
           const char        *words)
{
  NidaSpan span = nida_timeline_chart_span (self, index);
  double height = nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE);
  NidaBox box = { 0, self->foot + 4 * self->frame.scale + line * height,
                  nida_time_frame_width (&self->frame, words, font), height };
  NidaBox wide;

  box.x = CLAMP ((span.start + span.end - box.width) / 2, self->grid.x,
                 MAX (self->grid.x, self->grid.x + self->grid.width - box.width));
  wide = (NidaBox) { box.x - 2, box.y, box.width + 4, box.height };
  if (!nida_placer_try (placer, wide))
    return FALSE;
  nida_time_frame_text (&self->frame, key, box, font,
                        font == NIDA_FONT_VALUE_BOLD ? NIDA_COLOR_TEXT : NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_MIDDLE, words);
  return TRUE;
}

static char *
apart_words (NidaTimelineChart      *self,
             const NidaTimelineSlot *slot)
{
  g_autofree char *date = NULL;

  if (!slot->gathered || self->data->slots->len < 2)
    return nida_timeline_slot_name (self->recipe, self->data, slot);
  date = nida_language_period (self->recipe->context->language, nida_timeline_get_slot (self->data, 1)->period,
                               NIDA_DATE_MEDIUM);
  /* Translators: two lines under a column that holds the money of all periods before this date */
  return g_strdup_printf (_("before\n%s"), date);
}

/* "before May 2025", "without a date": two lines as wide as their column, one in a chart that is too low for its axis. */
static void
emit_apart (NidaTimelineChart *self,
            NidaPlacer        *placer,
            guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  NidaSpan span = nida_timeline_chart_span (self, index);
  double height = nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE);
  double bottom = self->frame.area.y + self->frame.area.height + 0.5;
  NidaBox box = { span.start, self->foot + 4 * self->frame.scale, span.end - span.start, 2 * height };
  g_autofree char *words = apart_words (self, slot);
  g_autofree char *id = nida_timeline_slot_id (slot);
  g_autofree char *key = g_strdup_printf ("axis/%s", id);

  if (box.y + box.height > bottom)
    box.height = height;
  if (box.y + box.height > bottom)
    return;
  nida_placer_take (placer, box);
  nida_time_frame_text (&self->frame, key, box, NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_MIDDLE,
                        words)->max_lines = box.height > height ? 2 : 1;
}

static void
emit_latest (NidaTimelineChart *self,
             NidaPlacer        *placer)
{
  guint n = nida_timeline_get_n_dated (self->data);
  NidaLanguage *language = self->recipe->context->language;
  NidaDate as_of = self->recipe->context->as_of;
  g_autofree char *words = NULL, *date = NULL;

  if (n == 0 || is_apart (nida_timeline_get_slot (self->data, n - 1)))
    return;
  if (self->frame.cue)
    words = nida_time_frame_latest (&self->frame, ends_early (self) ? as_of
                                                                    : nida_timeline_get_slot (self->data, n - 1)->period.end);
  else if (ends_early (self) && self->tick_lines > 1)
    {
      /* a column that is alone has its year nowhere else */
      date = nida_language_date (language, as_of, n == 1 ? NIDA_DATE_MEDIUM : NIDA_DATE_SHORT);
      /* Translators: under the newest column, which does not have all of its days yet: "to 17 Apr" */
      words = g_strdup_printf (_("to %s"), date);
    }
  if (words != NULL)
    emit_tick (self, placer, "axis/latest", n - 1, 1, NIDA_FONT_VALUE, words);
}

static gboolean
begins_year (NidaTimelineChart *self,
             guint              index)
{
  gint32 day = nida_period_first_day (nida_timeline_get_slot (self->data, index)->period);
  int year, month, month_day;

  if (index == 0 || is_apart (nida_timeline_get_slot (self->data, index - 1)))
    return TRUE;
  nida_civil_from_days (day, &year, &month, &month_day);
  return month == 1 && month_day == 1;
}

static void
emit_year (NidaTimelineChart *self,
           NidaPlacer        *placer,
           guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  NidaDate year = nida_date_new_year (nida_date_year (slot->period.start));
  g_autofree char *words = nida_language_date (self->recipe->context->language, year, NIDA_DATE_SHORT);
  g_autofree char *id = nida_timeline_slot_id (slot);
  g_autofree char *key = g_strdup_printf ("axis/year/%s", id);

  emit_tick (self, placer, key, index, 1, NIDA_FONT_VALUE_BOLD, words);
}

static char *
short_year (NidaTimelineChart      *self,
            const NidaTimelineSlot *slot)
{
  g_autofree char *ascii = g_strdup_printf ("%02d", nida_date_year (slot->period.start) % 100);

  return nida_language_digits (self->recipe->context->language, ascii);
}

/* The ends and each fifth year in full, where there is room; the others by their last two digits. */
static void
emit_short_year (NidaTimelineChart *self,
                 NidaPlacer        *placer,
                 const char        *key,
                 guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  g_autofree char *full = tick_words (self, slot);
  g_autofree char *digits = short_year (self, slot);
  gboolean end = index == 0 || index + 1 == nida_timeline_get_n_dated (self->data);

  if ((end || number_of (self, index) % 5 == 0) && emit_tick (self, placer, key, index, 0, NIDA_FONT_VALUE_BOLD, full))
    return;
  emit_tick (self, placer, key, index, 0, NIDA_FONT_VALUE, digits);
}

static void
emit_name (NidaTimelineChart *self,
           NidaPlacer        *placer,
           guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  g_autofree char *words = tick_words (self, slot);
  g_autofree char *id = nida_timeline_slot_id (slot);
  g_autofree char *key = g_strdup_printf ("axis/%s", id);
  gboolean end = index == 0 || index + 1 == nida_timeline_get_n_dated (self->data);

  if (self->short_years)
    emit_short_year (self, placer, key, index);
  else if (number_of (self, index) % (gint) self->every == 0 || (self->frame.cue && end))
    emit_tick (self, placer, key, index, 0, names_years_only (self) ? NIDA_FONT_VALUE_BOLD : NIDA_FONT_VALUE, words);
}

static void
emit_plain (NidaTimelineChart *self,
            NidaPlacer        *placer,
            guint              index)
{
  if (is_apart (nida_timeline_get_slot (self->data, index)))
    return;
  emit_name (self, placer, index);
  if (has_year_line (self->data->step) && !names_years_only (self) && begins_year (self, index))
    emit_year (self, placer, index);
}

/**
 * nida_timeline_axis_emit:
 *
 * The ends go first, so that they are named when room is short; then the years, then the rest in order.
 */
void
nida_timeline_axis_emit (NidaTimelineChart *self)
{
  guint n = nida_timeline_get_n_dated (self->data);
  g_auto (NidaPlacer) placer = { 0 };
  NidaBox bounds = self->frame.area;

  bounds.x -= 2;
  bounds.width += 4;
  nida_placer_init (&placer, bounds);
  for (guint i = 0; i < self->data->slots->len; i++)
    if (is_apart (nida_timeline_get_slot (self->data, i)))
      emit_apart (self, &placer, i);
  emit_latest (self, &placer);
  if (n > 0)
    emit_plain (self, &placer, 0);
  if (n > 1)
    emit_plain (self, &placer, n - 1);
  for (guint i = 1; i + 1 < n; i++)
    emit_plain (self, &placer, i);
  if (n > 0)
    nida_time_frame_arrow (&self->frame, self->grid.x + self->grid.width, nida_timeline_chart_y (self, 0));
}
