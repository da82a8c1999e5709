/* Columns, steps, bands and the line of the requirement. */
#include "config.h"

#include "timeline-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "query-words.h"
#include "timeline-words.h"

#define TOP_PARTS 4

/* --- what a mark says ---------------------------------------------------------------------------------------------------- */

static void
add_line (NidaMark *mark,
          char     *line)
{
  if (line != NULL)
    nida_mark_add_line (mark, line);
  g_free (line);
}

static char *
share_line (NidaTimelineChart *self,
            NidaMoney          part,
            guint64            flows)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *number = nida_language_integer (language, flows);
  g_autofree char *share = NULL;
  gint64 millionths;

  if (!nida_timeline_is_sum (self->data->measure) || self->data->total <= 0 || part < 0
      || !nida_money_ratio (part, self->data->total, &millionths))
    return NULL;
  share = nida_language_percent (language, millionths, 0);
  /* Translators: in a tooltip: "22% of the total · 1,262 flows" */
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("%1$s of the total · %2$s flow", "%1$s of the total · %2$s flows", flows), share, number);
}

static char *
part_line (NidaTimelineChart *self,
           const char        *label,
           NidaMoney          value)
{
  g_autofree char *amount = nida_recipe_value (self->recipe, self->data->measure, value);

  return g_strdup_printf (_("%1$s: %2$s"), label, amount);
}

/* The largest parts of a column, and what the others add up to. */
static void
add_part_lines (NidaTimelineChart      *self,
                NidaMark               *mark,
                const NidaTimelineSlot *slot)
{
  gboolean used[NIDA_TIMELINE_MAX_SERIES] = { FALSE };
  NidaMoney rest = slot->total;

  if (self->data->split == NIDA_FIELD_NONE)
    return;
  for (guint line = 0; line < TOP_PARTS; line++)
    {
      guint best = G_MAXUINT;

      for (guint i = 0; i < self->data->n_series; i++)
        if (!used[i] && slot->parts[i] != 0 && self->data->series[i].name != NULL
            && (best == G_MAXUINT || slot->parts[i] > slot->parts[best]))
          best = i;
      if (best == G_MAXUINT)
        break;
      used[best] = TRUE;
      nida_money_subtract (rest, slot->parts[best], &rest);
      add_line (mark, part_line (self, self->data->series[best].label, slot->parts[best]));
    }
  if (rest != 0)
    add_line (mark, part_line (self, _("Others"), rest));
}

static void
add_date_filter (NidaMark               *mark,
                 const NidaTimelineSlot *slot)
{
  g_autofree char *id = nida_timeline_slot_id (slot);

  if (!slot->gathered)
    nida_mark_add_filter (mark, NIDA_FIELD_DATE, id);
}

static NidaMark *
slot_mark (NidaTimelineChart      *self,
           const NidaTimelineSlot *slot)
{
  g_autofree char *label = nida_timeline_slot_name (self->recipe, self->data, slot);
  NidaMark *mark = nida_recipe_mark (self->recipe, label, self->data->measure, slot->total);

  add_date_filter (mark, slot);
  if (slot->total == NIDA_MONEY_NONE)
    nida_mark_add_line (mark, _("Nothing is recorded."));
  else
    add_line (mark, share_line (self, slot->total, slot->flows));
  add_part_lines (self, mark, slot);
  if (slot->requirement != NIDA_MONEY_NONE && slot->requirement > 0)
    add_line (mark, part_line (self, nida_words_measure (NIDA_MEASURE_REQUIREMENT), slot->requirement));
  return mark;
}

static NidaMark *
part_mark (NidaTimelineChart      *self,
           const NidaTimelineSlot *slot,
           guint                   index)
{
  const NidaTimelineSeries *series = &self->data->series[index];
  g_autofree char *period = nida_timeline_slot_name (self->recipe, self->data, slot);
  g_autofree char *whole = nida_recipe_value (self->recipe, self->data->measure, slot->total);
  g_autofree char *label = NULL, *share = NULL;
  NidaMark *mark;
  gint64 millionths;

  /* Translators: a part of a column: name, period */
  label = series->label != NULL ? g_strdup_printf (_("%1$s, %2$s"), series->label, period) : g_strdup (period);
  mark = nida_recipe_mark (self->recipe, label, self->data->measure, slot->parts[index]);
  add_date_filter (mark, slot);
  if (self->data->split == NIDA_FIELD_NONE)
    {
      add_line (mark, share_line (self, slot->total, slot->flows));
      return mark;
    }
  if (series->name != NULL)
    nida_mark_add_filter (mark, self->data->split, series->name);
  if (slot->total > 0 && slot->parts[index] >= 0 && nida_money_ratio (slot->parts[index], slot->total, &millionths))
    {
      share = nida_language_percent (self->recipe->context->language, millionths, 0);
      add_line (mark, g_strdup_printf (_("%1$s of %2$s in this period"), share, whole));
    }
  add_part_lines (self, mark, slot);
  return mark;
}

/* --- columns -------------------------------------------------------------------------------------------------------------- */

/* A whole column answers the pointer over its full height, however small it is. */
static void
emit_slot (NidaTimelineChart *self,
           guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  NidaSpan span = nida_timeline_chart_span (self, index);
  g_autofree char *id = nida_timeline_slot_id (slot);
  g_autofree char *key = g_strdup_printf ("slot/%s", id);
  NidaNode *node;

  node = nida_time_frame_rect (&self->frame, key, (NidaBox) { span.start, self->grid.y, span.end - span.start, self->grid.height },
                               NIDA_COLOR_NONE);
  nida_scene_builder_mark (node, slot_mark (self, slot));
}

static void
style_part (NidaTimelineChart *self,
            NidaNode          *node,
            guint              series)
{
  switch (self->data->series[series].color)
    {
    case NIDA_COLOR_PLEDGED:
      node->stroke = NIDA_COLOR_PLEDGED_LINE;
      break;
    case NIDA_COLOR_GAP:
      node->stroke = NIDA_COLOR_GAP_LINE;
      node->pattern = NIDA_PATTERN_HATCH;
      break;
    case NIDA_COLOR_UNKNOWN:
      node->stroke = NIDA_COLOR_UNKNOWN_LINE;
      node->pattern = NIDA_PATTERN_HATCH;
      break;
    default:
      return;
    }
  node->line_width = self->frame.scale;
}

/* Parts grow away from zero, one point of air between them while they are tall enough to spare it. */
static void
emit_part (NidaTimelineChart *self,
           guint              index,
           guint              series,
           NidaMoney          from)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  NidaBox box = g_array_index (self->bars, NidaBox, index);
  double near = nida_timeline_chart_y (self, from), far = nida_timeline_chart_y (self, from + slot->parts[series]);
  double air = self->frame.scale;
  g_autofree char *id = nida_timeline_slot_id (slot);
  g_autofree char *key = g_strdup_printf ("bar/%s/%s", id, self->data->series[series].id);
  NidaNode *node;

  box.y = MIN (near, far);
  box.height = ABS (far - near);
  if (from != 0 && box.height > 3 * air)
    {
      box.height -= air;
      box.y += far > near ? air : 0;
    }
  node = nida_time_frame_rect (&self->frame, key, box, self->data->series[series].color);
  style_part (self, node, series);
  nida_scene_builder_mark (node, part_mark (self, slot, series));
}

static void
emit_column (NidaTimelineChart *self,
             guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  NidaMoney up = 0, down = 0;

  if (slot->total == NIDA_MONEY_NONE)
    return;
  for (guint i = 0; i < self->data->n_series; i++)
    {
      NidaMoney *from = slot->parts[i] >= 0 ? &up : &down;

      if (slot->parts[i] == 0)
        continue;
      emit_part (self, index, i, *from);
      nida_money_add (*from, slot->parts[i], from);
    }
}

/* Undated money is hatched, whoever gave it: how much is known, when is not. */
static void
emit_undated (NidaTimelineChart *self,
              guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  NidaNode *node;

  node = nida_time_frame_hatch (&self->frame, "bar/undated", g_array_index (self->bars, NidaBox, index), NIDA_COLOR_GAP,
                                NIDA_COLOR_GAP_LINE);
  nida_scene_builder_mark (node, slot_mark (self, slot));
}

static void
emit_total (NidaTimelineChart *self,
            guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  gboolean bold = slot == nida_timeline_get_largest (self->data) || (self->data->cumulative && !slot->undated);
  NidaMoney value = self->data->cumulative && !slot->undated ? nida_timeline_chart_level (self, index) : slot->total;
  g_autofree char *words = nida_recipe_value (self->recipe, self->data->measure, value);
  g_autofree char *id = nida_timeline_slot_id (slot);
  g_autofree char *key = g_strdup_printf ("label/%s", id);

  if (self->labels[index].width > 0)
    nida_time_frame_text (&self->frame, key, self->labels[index], bold ? NIDA_FONT_VALUE_BOLD : NIDA_FONT_VALUE,
                          NIDA_COLOR_TEXT, NIDA_ANCHOR_MIDDLE, words)->halo = TRUE;
}

static void
emit_break (NidaTimelineChart *self)
{
  double x, y = nida_timeline_chart_y (self, 0), size = 5 * self->frame.scale;

  if (self->data->slots->len < 2 || !nida_timeline_get_slot (self->data, 0)->gathered)
    return;
  x = (nida_timeline_chart_span (self, 0).end + nida_timeline_chart_span (self, 1).start) / 2;
  nida_time_frame_line (&self->frame, "axis/break", (NidaPoint) { x, y - size }, (NidaPoint) { x, y + size },
                        NIDA_COLOR_AXIS, self->frame.scale);
}

/* --- running total -------------------------------------------------------------------------------------------------------- */

/* Money arrives on days: the line is level within a period and rises at its beginning, it never slopes. */
static void
emit_steps (NidaTimelineChart *self)
{
  guint n = nida_timeline_get_n_dated (self->data);
  g_autofree NidaPoint *points = g_new (NidaPoint, 2 * n + 1);
  NidaPoint end;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      NidaSpan span = nida_timeline_chart_span (self, i);
      double y = nida_timeline_chart_y (self, nida_timeline_chart_level (self, i));

      points[2 * i] = (NidaPoint) { nida_time_frame_x (&self->frame, span.start), y };
      points[2 * i + 1] = (NidaPoint) { nida_time_frame_x (&self->frame, span.end), y };
      if (i > 0 && nida_timeline_get_slot (self->data, i - 1)->gathered)
        points[2 * i].x = points[2 * i - 1].x;
    }
  end = points[2 * n - 1];
  nida_scene_builder_polyline (self->recipe->scene, "steps", points, 2 * n, NIDA_COLOR_RECEIVED, 2.5 * self->frame.scale);
  nida_scene_builder_circle (self->recipe->scene, "steps/end", end, 3.5 * self->frame.scale, NIDA_COLOR_RECEIVED);
}

static void
emit_level (NidaTimelineChart *self,
            guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  NidaSpan span = nida_timeline_chart_span (self, index);
  g_autofree char *period = nida_timeline_slot_name (self->recipe, self->data, slot);
  g_autofree char *id = nida_timeline_slot_id (slot);
  g_autofree char *key = g_strdup_printf ("step/%s", id);
  /* Translators: of a running total: "by April 2026" */
  g_autofree char *label = g_strdup_printf (_("By %s"), period);
  NidaMark *mark = nida_recipe_mark (self->recipe, label, self->data->measure, nida_timeline_chart_level (self, index));
  NidaNode *node;

  add_date_filter (mark, slot);
  add_line (mark, part_line (self, period, slot->total == NIDA_MONEY_NONE ? 0 : slot->total));
  node = nida_time_frame_rect (&self->frame, key, (NidaBox) { span.start, self->grid.y, span.end - span.start, self->grid.height },
                               NIDA_COLOR_NONE);
  nida_scene_builder_mark (node, mark);
}

/* --- requirement ---------------------------------------------------------------------------------------------------------- */

static void
emit_requirement_label (NidaTimelineChart *self,
                        guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  g_autofree char *amount = nida_recipe_value (self->recipe, NIDA_MEASURE_REQUIREMENT, slot->requirement);
  /* Translators: beside the line of what is required */
  g_autofree char *words = g_strdup_printf (_("Required: %s"), amount);
  double y = nida_timeline_chart_y (self, slot->requirement);
  NidaBox box = { 0, y - 2 * self->frame.scale, nida_time_frame_width (&self->frame, words, NIDA_FONT_VALUE),
                  nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE) };

  box.x = MIN (nida_timeline_chart_span (self, index).end, self->grid.x + self->grid.width) - box.width;
  box.y -= box.height;
  if (!nida_placer_try (&self->frame.placer, box))
    {
      box.y = y + 3 * self->frame.scale;
      if (!nida_placer_try (&self->frame.placer, box))
        return;
    }
  nida_time_frame_text (&self->frame, "label/requirement", box, NIDA_FONT_VALUE, NIDA_COLOR_TEXT, NIDA_ANCHOR_END, words)->halo = TRUE;
}

static void
emit_requirement (NidaTimelineChart *self)
{
  guint last = G_MAXUINT;

  for (guint i = 0; i < nida_timeline_get_n_dated (self->data) && self->requirement_drawn; i++)
    {
      const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, i);
      NidaSpan span = nida_timeline_chart_span (self, i);
      double y = nida_timeline_chart_y (self, slot->requirement);
      g_autofree char *id = nida_timeline_slot_id (slot);
      g_autofree char *key = g_strdup_printf ("requirement/%s", id);
      NidaNode *node;

      if (slot->requirement == NIDA_MONEY_NONE || slot->requirement <= 0)
        continue;
      node = nida_time_frame_line (&self->frame, key, (NidaPoint) { span.start, y }, (NidaPoint) { span.end, y },
                                   NIDA_COLOR_TEXT, 1.5 * self->frame.scale);
      node->dashed = TRUE;
      last = i;
    }
  if (last != G_MAXUINT)
    emit_requirement_label (self, last);
}

/**
 * nida_timeline_marks_emit:
 *
 * In reading order: each period as a whole, then its parts.
 */
void
nida_timeline_marks_emit (NidaTimelineChart *self)
{
  for (guint i = 0; i < self->data->slots->len; i++)
    if (nida_timeline_get_slot (self->data, i)->undated)
      emit_undated (self, i);
    else if (self->data->cumulative)
      emit_level (self, i);
    else
      {
        emit_slot (self, i);
        emit_column (self, i);
      }
  if (self->data->cumulative)
    emit_steps (self);
  emit_requirement (self);
  emit_break (self);
  for (guint i = 0; i < self->data->slots->len; i++)
    emit_total (self, i);
}

/* --- bands ------------------------------------------------------------------------------------------------------------------ */

/* From the fullest words to the bare amount: the first that fits stands in the band. */
static char *
band_words (NidaTimelineChart      *self,
            const NidaTimelineBand *band,
            guint                   form)
{
  g_autofree char *amount = nida_recipe_value (self->recipe, self->data->measure, band->amount);
  g_autofree char *period = nida_language_period (self->recipe->context->language, band->period, NIDA_DATE_MEDIUM);

  switch (form)
    {
    case 0:
      /* Translators: in the band of a stated total: amount, span */
      return band->fact != NULL ? g_strdup_printf (_("%1$s without a public date, %2$s"), amount, period)
                                : g_strdup_printf (_("%1$s, dated only %2$s"), amount, period);
    case 1:
      return band->fact != NULL ? g_strdup_printf (_("%s without a public date"), amount)
                                : g_strdup_printf (_("%1$s: %2$s"), period, amount);
    default:
      return g_steal_pointer (&amount);
    }
}

static NidaMark *
band_mark (NidaTimelineChart      *self,
           const NidaTimelineBand *band)
{
  g_autofree char *period = nida_language_period (self->recipe->context->language, band->period, NIDA_DATE_LONG);
  g_autofree char *id = nida_period_to_string (band->period);
  g_autofree char *words = band_words (self, band, 0);
  NidaMark *mark = nida_recipe_mark (self->recipe, period, self->data->measure, band->amount);

  nida_mark_add_line (mark, words);
  if (band->fact == NULL)
    nida_mark_add_filter (mark, NIDA_FIELD_DATE, id);
  else
    {
      g_autofree char *stated = nida_timeline_stated (self->recipe, band->fact);

      add_line (mark, g_strdup_printf (_("Stated in all: %s"), stated));
      if (band->fact->computed != NIDA_MONEY_NONE)
        add_line (mark, part_line (self, _("Itemised"), band->fact->computed));
    }
  return mark;
}

static void
emit_band_words (NidaTimelineChart      *self,
                 const NidaTimelineBand *band,
                 const char             *key,
                 NidaBox                 box)
{
  double height = nida_time_frame_line_height (&self->frame, NIDA_FONT_SOURCE), pad = 6 * self->frame.scale;
  double area_end = self->frame.area.x + self->frame.area.width;

  for (guint form = 0; form < 3; form++)
    {
      g_autofree char *words = band_words (self, band, form);
      double width = nida_time_frame_width (&self->frame, words, NIDA_FONT_SOURCE);
      NidaBox text = { box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height };
      NidaBox back = { text.x - 3 * self->frame.scale, box.y + 1, width + 6 * self->frame.scale, box.height - 2 };
      gboolean inside = width + 2 * pad <= box.width;
      g_autofree char *behind = g_strdup_printf ("%s/back", key);

      if (!inside && form < 2)
        continue;
      if (!inside)
        text.x = box.x + box.width + pad;
      if (!inside && text.x + width > area_end)
        text.x = box.x - pad - width;
      if (!nida_placer_try (&self->frame.placer, text))
        return;
      if (inside)
        nida_time_frame_rect (&self->frame, behind, back, NIDA_COLOR_CARD);
      nida_time_frame_text (&self->frame, key, text, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT, NIDA_ANCHOR_MIDDLE, words);
      return;
    }
}

/**
 * nida_timeline_bands_emit:
 *
 * One hatched band over each span, under the names of its periods and off the scale of amounts: its length is time, its
 * amount stands in words. It is never split over the periods.
 */
void
nida_timeline_bands_emit (NidaTimelineChart *self)
{
  double top = self->key_y - self->n_band_rows * NIDA_BAND_PITCH * self->frame.scale;

  for (guint i = 0; i < self->data->bands->len; i++)
    {
      const NidaTimelineBand *band = nida_timeline_get_band (self->data, i);
      double start = nida_timeline_chart_along (self, nida_period_first_day (band->period));
      double end = nida_timeline_chart_along (self, nida_period_last_day (band->period) + 1);
      NidaBox box = { start, 0, MAX (end - start, 6 * self->frame.scale), NIDA_BAND_HEIGHT * self->frame.scale };
      g_autofree char *id = nida_period_to_string (band->period);
      g_autofree char *key = g_strdup_printf ("band/%u/%s", i, id);
      g_autofree char *label = g_strdup_printf ("label/band/%u/%s", i, id);

      if (self->band_rows[i] == G_MAXUINT)
        continue;
      box.y = top + (self->band_rows[i] * NIDA_BAND_PITCH + 2) * self->frame.scale;
      nida_scene_builder_mark (nida_time_frame_hatch (&self->frame, key, box, NIDA_COLOR_GAP, NIDA_COLOR_GAP_LINE), band_mark (self, band));
      emit_band_words (self, band, label, box);
    }
}
