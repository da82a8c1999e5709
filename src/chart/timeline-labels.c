/* Where the words among the columns stand: totals, the legend, the words of events. What finds no place is left out here
 * and stands in the tooltip, the table and the description. */
#include "config.h"

#include "timeline-chart.h"

#include "references.h"
#include "timeline-words.h"

/* Names in a legend among the columns are cut at this width. */
#define LEGEND_WIDTH 230.0
#define FIGURE_AIR 4.0

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

/* Line @index that a person has drawn across the columns, in points along time. */
static gboolean
locate_reference (NidaTimelineChart *self,
                  guint              index,
                  double            *line,
                  NidaBox           *words)
{
  NidaScale scale = nida_value_axis_scale (&self->axis, self->grid);

  if (!nida_references_locate (self->recipe, self->axis.measure, index, &scale, self->grid, self->frame.reversed, line, words))
    return FALSE;
  *words = nida_time_frame_flip (&self->frame, *words);
  return TRUE;
}

/* The highest of those lines that would run through @box. */
static gboolean
is_crossed (NidaTimelineChart *self,
            NidaBox            box,
            double            *highest)
{
  gboolean crossed = FALSE;
  NidaBox words;
  double line;

  for (guint i = 0; self->recipe->spec != NULL && i < self->recipe->spec->references->len; i++)
    if (locate_reference (self, i, &line, &words) && line > box.y && line < box.y + box.height)
      {
        *highest = crossed ? MIN (*highest, line) : line;
        crossed = TRUE;
      }
  return crossed;
}

/* Where the last tick is written, with its unit: above its line, on the side of the past. */
NidaBox
nida_timeline_labels_unit_box (NidaTimelineChart *self)
{
  NidaMoney last = self->axis.ticks.n > 0 ? (NidaMoney) self->axis.ticks.values[self->axis.ticks.n - 1] : self->axis.max;
  g_autofree char *unit = nida_language_tick_with_unit (self->recipe->context->language, last, self->axis.magnitude,
                                                        nida_recipe_currency (self->recipe));

  return (NidaBox) { self->grid.x, nida_timeline_chart_y (self, last) - self->axis.head,
                     nida_time_frame_width (&self->frame, unit, NIDA_FONT_VALUE) + 8 * self->frame.scale, self->axis.head };
}

/* A column that is taller than the last tick may not stand on its words. */
gboolean
nida_timeline_labels_hides_unit (NidaTimelineChart *self)
{
  NidaBox unit = nida_timeline_labels_unit_box (self);

  for (guint i = 0; i < self->bars->len; i++)
    if (nida_boxes_overlap (unit, g_array_index (self->bars, NidaBox, i)))
      return TRUE;
  return FALSE;
}

void
nida_timeline_labels_take_marks (NidaTimelineChart *self)
{
  NidaPlacer *placer = &self->frame.placer;
  NidaBox gutter = { self->grid.x, self->grid.y, self->marks.x - self->grid.x - self->indent, self->grid.height };
  NidaBox ticks = { self->grid.x, self->foot, self->grid.width,
                    self->key_y - self->foot - self->n_band_rows * NIDA_BAND_PITCH * self->frame.scale };
  NidaBox words;
  double line;

  nida_placer_take (placer, nida_timeline_labels_unit_box (self));
  nida_placer_take (placer, gutter);
  nida_placer_take (placer, ticks);
  for (guint i = 0; i < self->bars->len; i++)
    nida_placer_take (placer, g_array_index (self->bars, NidaBox, i));
  for (guint i = 0; self->recipe->spec != NULL && i < self->recipe->spec->references->len; i++)
    if (locate_reference (self, i, &line, &words))
      nida_placer_take (placer, words);
  for (guint i = 0; i < nida_timeline_get_n_dated (self->data) && self->requirement_drawn; i++)
    take_requirement (self, i);
}

/* Two figures that only do not touch read as one. */
static gboolean
try_figure (NidaTimelineChart *self,
            NidaBox            label)
{
  NidaBox wide = { label.x - FIGURE_AIR * self->frame.scale, label.y, label.width + 2 * FIGURE_AIR * self->frame.scale, label.height };

  for (guint i = 0; i < self->data->slots->len; i++)
    if (self->labels[i].width > 0 && nida_boxes_overlap (self->labels[i], wide))
      return FALSE;
  return nida_placer_try (&self->frame.placer, label);
}

static gboolean
place_total (NidaTimelineChart *self,
             guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  NidaBox bar = g_array_index (self->bars, NidaBox, index), label;
  g_autofree char *words = nida_recipe_value (self->recipe, self->data->measure, slot->total);
  NidaFont font = slot == nida_timeline_get_largest (self->data) ? NIDA_FONT_VALUE_BOLD : NIDA_FONT_VALUE;
  double line;

  label.width = nida_time_frame_width (&self->frame, words, font);
  label.height = nida_time_frame_line_height (&self->frame, font);
  label.x = CLAMP (bar.x + bar.width / 2 - label.width / 2, self->marks.x,
                   self->grid.x + self->grid.width - label.width);
  label.y = slot->total < 0 ? bar.y + bar.height + 1 : MAX (bar.y - label.height - 1, self->frame.area.y);
  while (slot->total >= 0 && label.y > self->frame.area.y && is_crossed (self, label, &line))
    label.y = MAX (line - label.height - 1, self->frame.area.y);
  if (!try_figure (self, label))
    {
      /* under a negative column there may be no room above the names of periods */
      label.y = bar.y - label.height - 1;
      if (slot->total >= 0 || !try_figure (self, label))
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
void
nida_timeline_labels_place_totals (NidaTimelineChart *self)
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
void
nida_timeline_labels_place_level (NidaTimelineChart *self)
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
gboolean
nida_timeline_labels_place_legend (NidaTimelineChart *self)
{
  double gap = 6 * self->frame.scale, step = MAX (self->pitch / 2, 4), line;
  NidaBox box = { self->marks.x + gap, self->grid.y + gap, 0, 0 };

  box.width = MIN (nida_legend_column_width (self->recipe, self->legend_items, self->n_legend_items),
                   LEGEND_WIDTH * self->frame.scale) + gap;
  box.height = self->n_legend_items * nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE) + gap;
  for (; box.x + box.width < self->marks.x + self->marks.width * 0.7; box.x += step)
    if (box.height < self->grid.height * 0.8 && !is_crossed (self, box, &line) && nida_placer_try (&self->frame.placer, box))
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
  if (!self->numbered && first >= nida_period_first_day (column->period)
      && last <= nida_period_last_day (column->period))
    note->along = (span.start + span.end) / 2;
  note->top = g_array_index (self->bars, NidaBox, slot).y - 2 * self->frame.scale;
  if (label.width > 0)
    note->top = MIN (note->top, label.y);
}

void
nida_timeline_labels_locate_notes (NidaTimelineChart *self)
{
  for (guint i = 0; i < self->notes->items->len; i++)
    locate_note (self, &g_array_index (self->notes->items, NidaAnnotation, i));
}
