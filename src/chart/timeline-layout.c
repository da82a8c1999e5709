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
/* Share of the room that numbers and their key may take from the columns. */
#define MOST_KEY     0.5
/* Share of the height of the whole chart that the columns keep from the key beyond its first line; the events that find
 * no room in it are counted, and stand in the table. */
#define LEAST_PLOT   0.4
/* Least width of the columns that are no single period. */
#define APART_WIDTH 22.0

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

/* --- amounts ----------------------------------------------------------------------------------------------------- */

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

/* --- slots ------------------------------------------------------------------------------------------------------- */

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

/* --- bands ------------------------------------------------------------------------------------------------------- */

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

/* --- the whole --------------------------------------------------------------------------------------------------- */

/* What numbers and their key may take of @room, the height that is left under head and legend. */
static double
most_key (NidaTimelineChart *self,
          double             room)
{
  double spare = room - LEAST_PLOT * self->recipe->context->height;

  return MIN (room * MOST_KEY, MAX (nida_annotations_get_least_key (&self->frame), spare));
}

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
    below += nida_annotations_plan_key (self->notes, &self->frame, self->grid.x + self->grid.width - self->marks.x,
                                        most_key (self, area.height - legend - self->axis.head - below));
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
      if (self->indent == 0 && nida_timeline_labels_hides_unit (self))
        {
          self->indent = MAX (1, nida_timeline_labels_unit_box (self).x + nida_timeline_labels_unit_box (self).width - self->marks.x);
          continue;
        }
      if (self->grid.height < LEAST_HEIGHT * self->frame.scale && self->lean < LEAN_BANDS)
        {
          self->lean++;
          continue;
        }
      nida_timeline_labels_take_marks (self);
      nida_timeline_labels_place_totals (self);
      nida_timeline_labels_place_level (self);
      if (self->n_legend_items > 0 && !self->legend_top && !nida_timeline_labels_place_legend (self))
        {
          self->legend_top = TRUE;
          continue;
        }
      nida_timeline_labels_locate_notes (self);
      if (self->numbered || nida_annotations_place_words (self->notes, &self->frame, self->marks))
        break;
      self->numbered = TRUE;
    }
  nida_value_axis_thin (&self->axis, self->recipe, self->grid);
}
