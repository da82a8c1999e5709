/* Where everything of a timeline stands. The layout is made without drawing, and again when it turns out that the legend
 * finds no free corner among the columns or that the events do not all fit as words. */
#include "config.h"

#include "timeline-chart.h"

#include <math.h>

#include "timeline-words.h"

/* The line of the requirement may make the axis this much taller; above that it is named in the note. */
#define MOST_HEADROOM 4
#define MAX_BAND_ROWS 4
/* Below this height of the columns in points something else gives way. */
#define LEAST_HEIGHT 44.0
enum { LEAN_NOT, LEAN_LEGEND, LEAN_KEY, LEAN_BANDS };
/* Share of the height that numbers and their key may take from the columns; more of a low chart, so that none is lost. */
#define MOST_KEY     0.5
#define MOST_KEY_LOW 0.62
#define LOW_HEIGHT   190.0
/* Least width of the columns that are no single period. */
#define APART_WIDTH 22.0
/* Names in a legend among the columns are cut at this width. */
#define LEGEND_WIDTH 230.0

double
nida_timeline_chart_y (const NidaTimelineChart *self,
                       NidaMoney                value)
{
  return nida_scale_map (&self->amounts, value == NIDA_MONEY_NONE ? 0 : value);
}

NidaSpan
nida_timeline_chart_span (const NidaTimelineChart *self,
                          guint                    slot)
{
  return g_array_index (self->spans, NidaSpan, slot);
}

/**
 * nida_timeline_chart_along:
 *
 * Where the beginning of @day lies; days off the axis lie at its ends.
 */
double
nida_timeline_chart_along (const NidaTimelineChart *self,
                           gint32                   day)
{
  double slots = nida_timeline_locate (self->data, day);
  guint n = nida_timeline_get_n_dated (self->data), slot = (guint) slots;
  NidaSpan span;

  if (n == 0)
    return self->marks.x;
  if (slot >= n)
    return nida_timeline_chart_span (self, n - 1).end;
  span = nida_timeline_chart_span (self, slot);
  return span.start + (slots - slot) * (span.end - span.start);
}

NidaMoney
nida_timeline_chart_level (const NidaTimelineChart *self,
                           guint                    slot)
{
  NidaMoney level = 0;
  gint32 last = nida_period_last_day (nida_timeline_get_slot (self->data, slot)->period);

  for (guint i = 0; i <= slot; i++)
    if (nida_timeline_get_slot (self->data, i)->total != NIDA_MONEY_NONE)
      nida_money_add (level, nida_timeline_get_slot (self->data, i)->total, &level);
  /* by the end of its span all of it had come */
  for (guint i = 0; i < self->data->bands->len; i++)
    {
      const NidaTimelineBand *band = nida_timeline_get_band (self->data, i);

      if (band->fact == NULL && nida_period_last_day (band->period) <= last)
        nida_money_add (level, band->amount, &level);
    }
  return level;
}

/* --- amounts ---------------------------------------------------------------------------------------------------------- */

static void
slot_extent (const NidaTimeline     *data,
             const NidaTimelineSlot *slot,
             NidaMoney              *min,
             NidaMoney              *max)
{
  NidaMoney up = 0, down = 0;

  if (slot->total == NIDA_MONEY_NONE)
    return;
  for (guint i = 0; i < data->n_series; i++)
    if (slot->parts[i] > 0)
      nida_money_add (up, slot->parts[i], &up);
    else
      nida_money_add (down, slot->parts[i], &down);
  *max = MAX (*max, up);
  *min = MIN (*min, down);
}

static NidaMoney
largest_requirement (const NidaTimeline *data)
{
  NidaMoney largest = NIDA_MONEY_NONE;

  for (guint i = 0; i < nida_timeline_get_n_dated (data) && nida_timeline_is_funding (data->measure); i++)
    largest = MAX (largest, nida_timeline_get_slot (data, i)->requirement);
  return largest;
}

/**
 * nida_timeline_chart_train:
 *
 * What the value axis must hold: the columns from zero, and the requirement where it is not out of all proportion.
 */
void
nida_timeline_chart_train (NidaTimelineChart *self)
{
  NidaMoney min = 0, max = 0, requirement = largest_requirement (self->data);

  for (guint i = 0; i < self->data->slots->len; i++)
    {
      slot_extent (self->data, nida_timeline_get_slot (self->data, i), &min, &max);
      if (self->data->cumulative && i < nida_timeline_get_n_dated (self->data))
        {
          max = MAX (max, nida_timeline_chart_level (self, i));
          min = MIN (min, nida_timeline_chart_level (self, i));
        }
    }
  if (requirement != NIDA_MONEY_NONE && requirement > 0 && !self->data->cumulative)
    {
      self->requirement_drawn = requirement / MOST_HEADROOM <= max;
      self->requirement_above = !self->requirement_drawn;
      if (self->requirement_drawn)
        max = MAX (max, requirement);
    }
  if (min == 0 && max == 0)
    max = self->data->measure == NIDA_MEASURE_COUNT ? 1 : NIDA_MONEY_UNIT;
  nida_value_axis_train (&self->axis, self->recipe, self->data->measure, min, max);
}

/* --- slots ------------------------------------------------------------------------------------------------------------- */

static double
words_width (NidaTimelineChart      *self,
             const NidaTimelineSlot *slot)
{
  g_autofree char *words = nida_timeline_slot_name (self->recipe, self->data, slot);

  return nida_time_frame_width (&self->frame, words, NIDA_FONT_VALUE) * 0.62 + 8 * self->frame.scale;
}

/* The gathered and the undated column carry words where the others carry a month: they are wider, and stand apart. */
static void
layout_slots (NidaTimelineChart *self)
{
  guint n = self->data->slots->len, plain = 0;
  double wide = 0, shrink = 1, x = self->marks.x, gap = 10 * self->frame.scale;

  for (guint i = 0; i < n; i++)
    {
      const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, i);

      if (slot->gathered || slot->undated)
        wide += words_width (self, slot) + gap;
      else
        plain++;
    }
  if (wide > self->marks.width / 2 && plain > 0)
    shrink = self->marks.width / 2 / wide;
  wide *= shrink;
  self->pitch = plain > 0 ? (self->marks.width - wide) / plain : self->marks.width;
  self->pitch = MIN (self->pitch, 160 * self->frame.scale);
  g_array_set_size (self->spans, 0);
  for (guint i = 0; i < n; i++)
    {
      const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, i);
      gboolean apart = slot->gathered || slot->undated;
      NidaSpan span = { x + (slot->undated ? gap * shrink : 0), 0 };

      span.end = span.start + (apart ? words_width (self, slot) * shrink : self->pitch);
      x = span.end + (slot->gathered ? gap * shrink : 0);
      g_array_append_val (self->spans, span);
    }
}

static void
layout_bars (NidaTimelineChart *self)
{
  double width = self->pitch > 4 * self->frame.scale ? self->pitch * 0.7 : self->pitch * 0.9;

  width = MIN (width, 56 * self->frame.scale);
  g_array_set_size (self->bars, 0);
  for (guint i = 0; i < self->data->slots->len; i++)
    {
      NidaSpan span = nida_timeline_chart_span (self, i);
      NidaMoney up = 0, down = 0;
      double top, foot, own = width;
      NidaBox box;

      if (nida_timeline_get_slot (self->data, i)->gathered || nida_timeline_get_slot (self->data, i)->undated)
        own = MAX (own, APART_WIDTH * self->frame.scale);
      own = MIN (own, span.end - span.start);
      slot_extent (self->data, nida_timeline_get_slot (self->data, i), &down, &up);
      if (self->data->cumulative && !nida_timeline_get_slot (self->data, i)->undated)
        up = MAX (0, nida_timeline_chart_level (self, i)), down = MIN (0, nida_timeline_chart_level (self, i));
      top = nida_timeline_chart_y (self, up);
      foot = nida_timeline_chart_y (self, down);
      box = (NidaBox) { (span.start + span.end - own) / 2, top, own, foot - top };
      g_array_append_val (self->bars, box);
    }
}

/* --- bands --------------------------------------------------------------------------------------------------------------- */

static void
layout_bands (NidaTimelineChart *self)
{
  guint most = self->lean >= LEAN_BANDS ? 0 : MAX_BAND_ROWS;
  gint32 ends[MAX_BAND_ROWS];

  self->n_band_rows = 0;
  for (guint i = 0; i < self->data->bands->len; i++)
    {
      const NidaTimelineBand *band = nida_timeline_get_band (self->data, i);
      guint row = 0;

      while (row < self->n_band_rows && ends[row] >= nida_period_first_day (band->period))
        row++;
      self->band_rows[i] = row < most ? row : G_MAXUINT;
      if (row >= most)
        continue;
      ends[row] = nida_period_last_day (band->period);
      self->n_band_rows = MAX (self->n_band_rows, row + 1);
    }
}

/* --- labels, legend, notes ------------------------------------------------------------------------------------------------- */

static void
take_requirement (NidaTimelineChart *self,
                  guint              index)
{
  NidaMoney requirement = nida_timeline_get_slot (self->data, index)->requirement;
  NidaSpan span = nida_timeline_chart_span (self, index);
  double air = 1.5 * self->frame.scale, y = nida_timeline_chart_y (self, requirement);

  if (requirement != NIDA_MONEY_NONE && requirement > 0)
    nida_placer_take (&self->frame.placer, (NidaBox) { span.start, y - air, span.end - span.start, 2 * air });
}

/* Where the last tick is written, with its unit: above its line, on the side of the past. */
static NidaBox
unit_box (NidaTimelineChart *self)
{
  NidaMoney last = self->axis.ticks.n > 0 ? (NidaMoney) self->axis.ticks.values[self->axis.ticks.n - 1] : self->axis.max;
  g_autofree char *unit = nida_language_tick_with_unit (self->recipe->context->language, last, self->axis.magnitude,
                                                        nida_recipe_currency (self->recipe));

  return (NidaBox) { self->grid.x, nida_timeline_chart_y (self, last) - self->axis.head,
                     nida_time_frame_width (&self->frame, unit, NIDA_FONT_VALUE) + 8 * self->frame.scale, self->axis.head };
}

/* A column that is taller than the last tick may not stand on its words. */
static gboolean
hides_unit (NidaTimelineChart *self)
{
  NidaBox unit = unit_box (self);

  for (guint i = 0; i < self->bars->len; i++)
    if (nida_boxes_overlap (unit, g_array_index (self->bars, NidaBox, i)))
      return TRUE;
  return FALSE;
}

static void
take_marks (NidaTimelineChart *self)
{
  NidaPlacer *placer = &self->frame.placer;
  NidaBox gutter = { self->grid.x, self->grid.y, self->marks.x - self->grid.x - self->indent, self->grid.height };
  NidaBox ticks = { self->grid.x, self->foot, self->grid.width,
                    self->key_y - self->foot - self->n_band_rows * NIDA_BAND_PITCH * self->frame.scale };

  nida_placer_take (placer, unit_box (self));
  nida_placer_take (placer, gutter);
  nida_placer_take (placer, ticks);
  for (guint i = 0; i < self->bars->len; i++)
    nida_placer_take (placer, g_array_index (self->bars, NidaBox, i));
  for (guint i = 0; i < nida_timeline_get_n_dated (self->data) && self->requirement_drawn; i++)
    take_requirement (self, i);
}

static gboolean
place_total (NidaTimelineChart *self,
             guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  NidaBox bar = g_array_index (self->bars, NidaBox, index), label;
  g_autofree char *words = nida_recipe_value (self->recipe, self->data->measure, slot->total);
  NidaFont font = slot == nida_timeline_get_largest (self->data) ? NIDA_FONT_VALUE_BOLD : NIDA_FONT_VALUE;

  label.width = nida_time_frame_width (&self->frame, words, font);
  label.height = nida_time_frame_line_height (&self->frame, font);
  label.x = CLAMP (bar.x + bar.width / 2 - label.width / 2, self->marks.x,
                   self->grid.x + self->grid.width - label.width);
  label.y = slot->total < 0 ? bar.y + bar.height + 1 : MAX (bar.y - label.height - 1, self->frame.area.y);
  if (!nida_placer_try (&self->frame.placer, label))
    {
      /* under a negative column there may be no room above the names of periods */
      label.y = bar.y - label.height - 1;
      if (slot->total >= 0 || !nida_placer_try (&self->frame.placer, label))
        return FALSE;
    }
  self->labels[index] = label;
  return TRUE;
}

static int
compare_by_size (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  NidaMoney x = nida_timeline_get_slot (data, *(const guint *) a)->total;
  NidaMoney y = nida_timeline_get_slot (data, *(const guint *) b)->total;

  return x < y ? 1 : x > y ? -1 : 0;
}

static guint
count_columns (const NidaTimeline *data)
{
  guint n = 0;

  for (guint i = 0; i < data->slots->len; i++)
    n += nida_timeline_get_slot (data, i)->flows > 0;
  return n;
}

/* The largest first; among many columns only those that stand out, and the latest. */
static void
place_totals (NidaTimelineChart *self)
{
  guint n = self->data->slots->len, latest = nida_timeline_get_n_dated (self->data) - 1;
  g_autofree guint *order = g_new (guint, n + 1);
  const NidaTimelineSlot *largest = nida_timeline_get_largest (self->data);
  NidaMoney least = largest != NULL && count_columns (self->data) > 12 ? largest->total / 25 : 0;

  memset (self->labels, 0, n * sizeof (NidaBox));
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof (guint), compare_by_size, self->data);
  for (guint i = 0; i < n; i++)
    {
      const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, order[i]);

      if (slot->total != NIDA_MONEY_NONE && slot->total != 0
          && (ABS (slot->total) >= least || order[i] == latest)
          && (!self->data->cumulative || slot->undated))
        place_total (self, order[i]);
    }
}

/* The last point of a running total has its label beside the line: above its end. */
static void
place_level (NidaTimelineChart *self)
{
  guint n = nida_timeline_get_n_dated (self->data);
  g_autofree char *words = NULL;
  NidaBox label;

  if (!self->data->cumulative || n == 0)
    return;
  words = nida_recipe_value (self->recipe, self->data->measure, nida_timeline_chart_level (self, n - 1));
  label.width = nida_time_frame_width (&self->frame, words, NIDA_FONT_VALUE_BOLD);
  label.height = nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE_BOLD);
  label.x = nida_timeline_chart_span (self, n - 1).end - label.width;
  label.y = nida_timeline_chart_y (self, nida_timeline_chart_level (self, n - 1)) - label.height - 3 * self->frame.scale;
  label.y = MAX (label.y, self->frame.area.y);
  if (nida_placer_try (&self->frame.placer, label))
    self->labels[n - 1] = label;
}

/* Among the columns, as far in the past as there is a free corner. */
static gboolean
place_legend (NidaTimelineChart *self)
{
  double gap = 6 * self->frame.scale, step = MAX (self->pitch / 2, 4);
  NidaBox box = { self->marks.x + gap, self->grid.y + gap, 0, 0 };

  box.width = MIN (nida_legend_column_width (self->recipe, self->legend_items, self->n_legend_items),
                   LEGEND_WIDTH * self->frame.scale) + gap;
  box.height = self->n_legend_items * nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE) + gap;
  for (; box.x + box.width < self->marks.x + self->marks.width * 0.7; box.x += step)
    if (box.height < self->grid.height * 0.8 && nida_placer_try (&self->frame.placer, box))
      {
        self->legend = box;
        return TRUE;
      }
  return FALSE;
}

/* An event belongs to the column of its period; one that is known less exactly stands in the middle of what is known. */
static void
locate_note (NidaTimelineChart *self,
             NidaAnnotation    *note)
{
  const NidaFact *fact = g_ptr_array_index (self->data->events, GPOINTER_TO_UINT (note->data));
  gint32 first = nida_period_first_day (fact->period), last = nida_period_last_day (fact->period);
  guint n = nida_timeline_get_n_dated (self->data);
  guint slot = MIN ((guint) nida_timeline_locate (self->data, first + (last - first) / 2), n - 1);
  const NidaTimelineSlot *column = nida_timeline_get_slot (self->data, slot);
  NidaSpan span = nida_timeline_chart_span (self, slot);
  NidaBox label = self->labels[slot];

  note->along = (nida_timeline_chart_along (self, first) + nida_timeline_chart_along (self, last + 1)) / 2;
  if (!self->numbered && first >= nida_period_first_day (column->period) && last <= nida_period_last_day (column->period))
    note->along = (span.start + span.end) / 2;
  note->top = g_array_index (self->bars, NidaBox, slot).y - 2 * self->frame.scale;
  if (label.width > 0)
    note->top = MIN (note->top, label.y);
}

static void
locate_notes (NidaTimelineChart *self)
{
  for (guint i = 0; i < self->notes->items->len; i++)
    locate_note (self, &g_array_index (self->notes->items, NidaAnnotation, i));
}

/* Where the columns are low, only so many ticks as have room for their labels; zero and the last always stay. */
static void
thin_ticks (NidaTimelineChart *self)
{
  NidaTicks *ticks = &self->axis.ticks, kept = { 0 };
  guint zero = 0, last = MAX (ticks->n, 1) - 1, every = 1;
  double line = nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE), pitch;

  while (zero < last && ticks->values[zero] < 0)
    zero++;
  if (last == zero)
    return;
  pitch = (nida_timeline_chart_y (self, (NidaMoney) ticks->values[zero]) - nida_timeline_chart_y (self, (NidaMoney) ticks->values[last]))
          / (last - zero);
  while (every < last - zero && (pitch * every < line || (last - zero) % every != 0))
    every++;
  for (guint i = 0; i <= last; i++)
    if ((i + zero * every - zero) % every == 0)
      kept.values[kept.n++] = ticks->values[i];
  *ticks = kept;
}

/* --- the whole ------------------------------------------------------------------------------------------------------------- */

static void
layout_boxes (NidaTimelineChart *self)
{
  NidaBox area = self->frame.area;
  double scale = self->frame.scale, legend = 0, below;

  if (self->legend_top && self->lean < LEAN_LEGEND)
    legend = nida_legend_get_height (self->recipe, self->legend_items, self->n_legend_items, area.width) + 6 * scale;
  self->grid = (NidaBox) { area.x, area.y + legend + self->axis.head, area.width, 0 };
  self->marks = self->grid;
  self->marks.x += self->axis.gutter + 4 * scale + self->indent;
  self->marks.width -= self->axis.gutter + 4 * scale + self->indent + (self->frame.cue ? 6 * scale : 0);
  layout_slots (self);
  nida_timeline_axis_train (self);
  layout_bands (self);
  below = 4 * scale + self->tick_lines * nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE)
          + self->n_band_rows * NIDA_BAND_PITCH * scale;
  if (self->numbered && self->lean < LEAN_KEY)
    below += nida_annotations_plan_key (self->notes, &self->frame,
                                        (area.height - legend - self->axis.head - below)
                                        * (area.height < LOW_HEIGHT * scale ? MOST_KEY_LOW : MOST_KEY));
  self->grid.height = MAX (8, area.height - legend - self->axis.head - below);
  self->marks.height = self->grid.height;
  self->foot = self->grid.y + self->grid.height;
  self->key_y = self->foot + 4 * scale + self->tick_lines * nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE)
                + self->n_band_rows * NIDA_BAND_PITCH * scale;
  self->amounts = nida_value_axis_scale (&self->axis, self->grid);
  layout_bars (self);
}

/**
 * nida_timeline_chart_layout:
 *
 * After training. With and without the legend on top, with words and with numbers; in a small box the legend, the key
 * and the bands give way to the columns: the table and the description have them all.
 */
void
nida_timeline_chart_layout (NidaTimelineChart *self)
{
  for (guint pass = 0; pass < 8; pass++)
    {
      g_array_set_size (self->frame.placer.taken, 0);
      layout_boxes (self);
      if (self->indent == 0 && hides_unit (self))
        {
          self->indent = MAX (1, unit_box (self).x + unit_box (self).width - self->marks.x);
          continue;
        }
      if (self->grid.height < LEAST_HEIGHT * self->frame.scale && self->lean < LEAN_BANDS)
        {
          self->lean++;
          continue;
        }
      take_marks (self);
      place_totals (self);
      place_level (self);
      if (self->n_legend_items > 0 && !self->legend_top && !place_legend (self))
        {
          self->legend_top = TRUE;
          continue;
        }
      locate_notes (self);
      if (self->numbered || nida_annotations_place_words (self->notes, &self->frame, self->marks))
        break;
      self->numbered = TRUE;
    }
  thin_ticks (self);
}
