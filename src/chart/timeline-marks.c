/* Columns, steps, bands and the line of the requirement. */
#include "config.h"

#include "timeline-chart.h"

#include <math.h>

#include "follow.h"
#include "query-words.h"
#include "translate.h"

/* --- columns ----------------------------------------------------------------------------------------------------- */

/* A whole column answers the pointer over its full height, however small it is. */
static void
emit_slot (NidaTimelineChart *self,
           GRefString        *id,
           guint              index)
{
  NidaSpan span = nida_timeline_chart_span (self, index);
  g_autofree char *key = g_strdup_printf ("slot/%s", id);
  NidaNode *node;

  node = nida_time_frame_rect (&self->frame, key,
                               (NidaBox) { span.start, self->grid.y, span.end - span.start, self->grid.height },
                               NIDA_COLOR_NONE);
  nida_scene_builder_mark (node, nida_timeline_slot_mark (self, id, index));
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
      node->stroke = nida_legend_item_series (NULL, NULL, self->data->series[series].color).stroke;
      break;
    }
  if (node->stroke != NIDA_COLOR_NONE)
    node->line_width = self->frame.scale;
}

/* Parts grow away from zero, one point of air between them while they are tall enough to spare it. */
static void
emit_part (NidaTimelineChart *self,
           GRefString        *id,
           guint              index,
           guint              series,
           NidaMoney          from)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  NidaBox box = g_array_index (self->bars, NidaBox, index);
  double near = nida_timeline_chart_y (self, from), far = nida_timeline_chart_y (self, from + slot->parts[series]);
  double air = self->frame.scale;
  g_autofree char *key = g_strdup_printf ("bar/%s/%s", id, self->data->series[series].id);
  NidaNode *node;

  box.y = MIN (near, far);
  box.height = ABS (far - near);
  if (from != 0 && box.height >= 2 * air)      /* a gap of a point keeps neighbours apart */
    {
      box.height -= air;
      box.y += far > near ? air : 0;
    }
  node = nida_time_frame_rect (&self->frame, key, box, self->data->series[series].color);
  style_part (self, node, series);
  node->base = far > near ? NIDA_BASE_TOP : NIDA_BASE_BOTTOM;
  nida_scene_builder_mark (node, nida_timeline_part_mark (self, id, index, series));
}

static void
emit_column (NidaTimelineChart *self,
             GRefString        *id,
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
      emit_part (self, id, index, i, *from);
      nida_money_add (*from, slot->parts[i], from);
    }
}

/* Undated money is hatched, whoever gave it: how much is known, when is not. */
static void
emit_undated (NidaTimelineChart *self,
              GRefString        *id,
              guint              index)
{
  NidaNode *node;

  node = nida_time_frame_hatch (&self->frame, "bar/undated", g_array_index (self->bars, NidaBox, index), NIDA_COLOR_GAP,
                                NIDA_COLOR_GAP_LINE);
  node->base = NIDA_BASE_BOTTOM;
  nida_scene_builder_mark (node, nida_timeline_slot_mark (self, id, index));
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

/* --- running total ----------------------------------------------------------------------------------------------- */

/* Takes @mark. */
static guint
follow_mark (NidaFollow *follow,
             NidaMark   *mark)
{
  nida_follow_mark (follow, mark);
  nida_mark_free (mark);
  return 1;
}

/* What came within the period, in its spans too, as far as these end in it and not before. */
static guint
follow_period (NidaTimelineChart *self,
               NidaFollow        *follow,
               guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  gint32 before = index > 0 ? nida_period_last_day (nida_timeline_get_slot (self->data, index - 1)->period) : G_MININT32;
  g_autofree char *written = nida_timeline_slot_id (slot);
  GRefString *id = g_ref_string_new (written);
  guint n = 0;

  if (slot->total != NIDA_MONEY_NONE)
    n += follow_mark (follow, nida_timeline_slot_mark (self, id, index));
  g_ref_string_release (id);
  for (guint i = 0; i < self->data->bands->len; i++)
    {
      const NidaTimelineBand *band = nida_timeline_get_band (self->data, i);
      gint32 last = nida_period_last_day (band->period);
      g_autofree char *span = nida_period_to_string (band->period);

      if (band->fact != NULL || last <= before || last > nida_period_last_day (slot->period))
        continue;
      n += follow_mark (follow, nida_timeline_band_mark (self, span, i));
    }
  return n;
}

/* All corners of the line, or its end alone (@corners 0), are sums of what came up to them. */
static void
follow_sums (NidaTimelineChart *self,
             NidaNode          *node,
             guint              corners)
{
  NidaFollow *follow = nida_node_follow (node, nida_scale_unit (&self->amounts));
  double foot = nida_timeline_chart_y (self, 0);
  guint n = 0;

  for (guint i = 0; i < nida_timeline_get_n_dated (self->data); i++)
    {
      n += follow_period (self, follow, i);
      for (guint k = 0; k < corners; k++)
        nida_follow_point (follow, foot, 0, n);
    }
  if (corners == 0)
    nida_follow_point (follow, foot, 0, n);
}

/* Money arrives on days: the line is level within a period and rises at its beginning, it never slopes. */
static void
emit_steps (NidaTimelineChart *self)
{
  guint n = nida_timeline_get_n_dated (self->data);
  g_autofree NidaPoint *points = g_new (NidaPoint, 2 * n + 1);
  NidaPoint end;
  NidaNode *node;

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
  node = nida_scene_builder_polyline (self->recipe->scene, "steps", points, 2 * n, NIDA_COLOR_RECEIVED, 2.5 * self->frame.scale);
  follow_sums (self, node, 2);
  node = nida_scene_builder_circle (self->recipe->scene, "steps/end", end, 3.5 * self->frame.scale, NIDA_COLOR_RECEIVED);
  follow_sums (self, node, 0);
}

static void
emit_level (NidaTimelineChart *self,
            GRefString        *id,
            guint              index)
{
  NidaSpan span = nida_timeline_chart_span (self, index);
  g_autofree char *key = g_strdup_printf ("step/%s", id);
  NidaNode *node;

  node = nida_time_frame_rect (&self->frame, key,
                               (NidaBox) { span.start, self->grid.y, span.end - span.start, self->grid.height },
                               NIDA_COLOR_NONE);
  nida_scene_builder_mark (node, nida_timeline_level_mark (self, id, index));
}

/* --- requirement ------------------------------------------------------------------------------------------------- */

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
  nida_time_frame_text (&self->frame, "label/requirement", box, NIDA_FONT_VALUE, NIDA_COLOR_TEXT, NIDA_ANCHOR_END,
                        words)->halo = TRUE;
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
      nida_node_across (node);
      last = i;
    }
  if (last != G_MAXUINT)
    emit_requirement_label (self, last);
}

static void
emit_period (NidaTimelineChart *self,
             guint              index)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  g_autofree char *written = nida_timeline_slot_id (slot);
  GRefString *id = g_ref_string_new (written);

  if (slot->undated)
    emit_undated (self, id, index);
  else if (self->data->cumulative)
    emit_level (self, id, index);
  else
    {
      emit_slot (self, id, index);
      emit_column (self, id, index);
    }
  g_ref_string_release (id);
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
    emit_period (self, i);
  if (self->data->cumulative)
    emit_steps (self);
  emit_requirement (self);
  emit_break (self);
  for (guint i = 0; i < self->data->slots->len; i++)
    emit_total (self, i);
}
