/* Events on the axis of time. Each is a marker with its words beside it, stacked so that nothing touches: two lines where
 * there is room, else one, else a number and a key. A coarse date is a bar as long as what is known; what has no date
 * stands in a lane of its own. */
#include "config.h"

#include "events-layout.h"

#include "axis.h"
#include "translate.h"

/* A lane of markers, a lane of numbers and three lines of key. */
#define LEAST_KEY 90.0
#define LANE (2.0 + NIDA_EVENT_MARKER + 6.0)

/* --- looks ------------------------------------------------------------------------------------------------------- */

static NidaColor
fill_of (NidaState state)
{
  switch (state)
    {
    case NIDA_STATE_PLANNED:
      return NIDA_COLOR_CARD;
    case NIDA_STATE_STATED:
      return NIDA_COLOR_MULTIPLE;
    case NIDA_STATE_HELD:
    case NIDA_STATE_NONE:
    default:
      return NIDA_COLOR_TEXT;
    }
}

static void
read_legend (NidaEventsChart *self)
{
  static const NidaState states[] = { NIDA_STATE_HELD, NIDA_STATE_PLANNED, NIDA_STATE_STATED };
  static const char * const ids[] = { "held", "planned", "stated" };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      const NidaFact *found = NULL;

      for (guint j = 0; j < self->data->dated->len + self->data->undated->len && found == NULL; j++)
        {
          const NidaFact *fact = j < self->data->dated->len ? g_ptr_array_index (self->data->dated, j)
                                                            : g_ptr_array_index (self->data->undated,
                                                                                 j - self->data->dated->len);

          found = fact->state == states[i] ? fact : NULL;
        }
      if (found != NULL)
        self->legend[self->n_legend++] = (NidaLegendItem) {
          .id = ids[i], .label = nida_events_state (found), .swatch = NIDA_SWATCH_DOT, .fill = fill_of (states[i]), .stroke = NIDA_COLOR_TEXT,
        };
    }
}

NidaNode *
nida_events_emit_marker (NidaEventsChart *self,
                         const NidaFact  *fact,
                         NidaBox          box)
{
  g_autofree char *key = g_strdup_printf ("event/%u", fact->row);
  NidaNode *node;

  if (box.width <= NIDA_EVENT_MARKER * self->frame.scale)
    node = nida_time_frame_circle (&self->frame, key, (NidaPoint) { box.x + box.width / 2, box.y + box.height / 2 },
                                   box.height / 2, fill_of (fact->state));
  else
    node = nida_time_frame_rect (&self->frame, key, box, fill_of (fact->state));
  node->radius = 4 * self->frame.scale;
  node->stroke = NIDA_COLOR_TEXT;
  node->line_width = 1.5 * self->frame.scale;
  nida_scene_builder_mark (node, nida_events_mark (self->data, fact));
  return node;
}

/* --- axis -------------------------------------------------------------------------------------------------------- */

static void
read_extent (NidaEventsChart *self)
{
  gint32 pad;

  self->first = G_MAXINT32;
  self->last = G_MININT32;
  for (guint i = 0; i < self->data->dated->len; i++)
    {
      const NidaFact *fact = g_ptr_array_index (self->data->dated, i);

      self->first = MIN (self->first, nida_date_first_day (fact->period.start));
      self->last = MAX (self->last, nida_date_last_day (fact->period.end));
    }
  pad = MAX (15, (self->last - self->first) / 40);
  self->first -= pad;
  self->last += pad;
}

static double
along (NidaEventsChart *self,
       gint32           day)
{
  double inset = NIDA_EVENT_MARKER * self->frame.scale;

  return self->rows.x + inset + (double) (day - self->first) / (self->last - self->first) * (self->rows.width - 2 * inset);
}

/* A day is a dot; anything coarser is as long as what is known of it. */
NidaBox
nida_events_marker_box (NidaEventsChart *self,
                        const NidaFact  *fact)
{
  double size = NIDA_EVENT_MARKER * self->frame.scale;
  double start = along (self, nida_date_first_day (fact->period.start));
  double end = along (self, nida_date_last_day (fact->period.end) + 1);

  if (end - start < size * 1.2)
    return (NidaBox) { (start + end - size) / 2, 0, size, size };
  return (NidaBox) { start, 0, end - start, size * 0.8 };
}

static NidaScale
day_scale (NidaEventsChart *self)
{
  NidaBox span = { along (self, self->first), 0, along (self, self->last) - along (self, self->first), 0 };
  NidaBox logical = nida_time_frame_flip (&self->frame, span);

  return (NidaScale) { self->first, self->last, { logical.x, logical.x + logical.width }, self->frame.reversed };
}

static double
axis_height (NidaEventsChart *self)
{
  NidaScale days = day_scale (self);

  return nida_day_axis_get_height (self->recipe)
         - (nida_day_axis_has_years_only (self->recipe, &days) ? nida_recipe_line (self->recipe, NIDA_FONT_VALUE) : 0);
}

static void
emit_axis (NidaEventsChart *self,
           double           y)
{
  NidaScale days = day_scale (self);
  const NidaFact *last = g_ptr_array_index (self->data->dated, 0);

  for (guint i = 1; i < self->data->dated->len; i++)
    {
      const NidaFact *fact = g_ptr_array_index (self->data->dated, i);

      if (nida_date_last_day (fact->period.end) > nida_date_last_day (last->period.end))
        last = fact;
    }
  nida_time_frame_line (&self->frame, "axis/line", (NidaPoint) { self->rows.x, y },
                        (NidaPoint) { along (self, self->last), y }, NIDA_COLOR_AXIS, 1.5 * self->frame.scale);
  nida_day_axis_emit (self->recipe, &days, y, last->period.end);
}

/* From the top of the rows down to the axis and what stands below it. */
static double
height_of_rows (NidaEventsChart *self)
{
  return MAX (0, self->frame.area.y + self->frame.area.height - self->undated_height - self->axis_height - self->rows.y);
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

static void
layout (NidaEventsChart *self)
{
  double gap = 4 * self->frame.scale;

  self->legend_height = nida_legend_get_height (self->recipe, self->legend, self->n_legend, self->frame.area.width);
  nida_events_plan_undated (self);
  self->rows = self->frame.area;
  self->rows.y += self->legend_height + (self->n_legend > 0 ? gap : 0);
  self->rows.width -= self->frame.cue ? 2 * gap : 0;
  self->axis_height = self->data->dated->len > 0 ? axis_height (self) : 0;
  self->rows.height = height_of_rows (self);
  if (self->data->dated->len > 0)
    self->numbered = !nida_events_place_rows (self, 2) && !nida_events_place_rows (self, 1);
  if (self->numbered && self->rows.height < LEAST_KEY * self->frame.scale)
    {
      /* numbers need the room more than the three looks need a key: the looks are said in words, too */
      self->rows.y -= self->legend_height;
      self->rows.height = height_of_rows (self);
      self->n_legend = 0;
    }
  if (self->numbered && self->rows.height < LANE * self->frame.scale)
    {
      /* the subtitle counts what has no date */
      self->undated_height = 0;
      self->undated_rows = 0;
      self->rows.height = height_of_rows (self);
    }
}

/* Markers keep their place on a lane above the axis; numbers and key stand below it. */
static void
emit_numbers (NidaEventsChart *self)
{
  double lane = self->rows.y + 2 * self->frame.scale, foot = self->rows.y + LANE * self->frame.scale;
  double key = foot + self->axis_height;
  double room = self->frame.area.y + self->frame.area.height - self->undated_height - key;

  for (guint i = 0; i < self->data->dated->len; i++)
    {
      const NidaFact *fact = g_ptr_array_index (self->data->dated, i);
      g_autofree char *id = g_strdup_printf ("event/%u", fact->row);
      g_autofree char *words = nida_event_words (self->data->language, fact);
      g_autofree char *brief = nida_event_brief (self->data->language, fact);
      NidaBox box = nida_events_marker_box (self, fact);
      NidaAnnotation *note;

      box.y = lane;
      nida_events_emit_marker (self, fact, box);
      nida_annotations_add (self->notes, id, words, brief, nida_events_mark (self->data, fact),
                            fact->period.start.precision, NULL);
      note = &g_array_index (self->notes->items, NidaAnnotation, self->notes->items->len - 1);
      note->along = box.x + box.width / 2;
      note->fill = fill_of (fact->state);
      note->ink = note->fill == NIDA_COLOR_TEXT ? NIDA_COLOR_CARD : NIDA_COLOR_TEXT;
    }
  emit_axis (self, foot);
  nida_annotations_plan_key (self->notes, &self->frame, self->rows.width, room);
  nida_annotations_emit_key (self->notes, &self->frame, self->rows.x, self->rows.x + self->rows.width, key);
}

static void
draw (NidaEventsChart *self)
{
  nida_legend_emit (self->recipe, self->legend, self->n_legend, self->frame.area.x, self->frame.area.y,
                    self->frame.area.width);
  if (self->data->dated->len > 0 && self->numbered)
    emit_numbers (self);
  else if (self->data->dated->len > 0)
    {
      nida_events_emit_rows (self);
      emit_axis (self, self->rows.y + self->rows.height);
    }
  nida_events_emit_undated (self);
}

void
nida_events_queries (const NidaChartSpec *spec,
                     GPtrArray           *queries)
{
  NidaQuery *query = nida_query_copy (spec->query);

  query->n_by = 0;
  query->measures = 1u << NIDA_MEASURE_COUNT;
  query->fact_kinds |= NIDA_KIND_BIT (NIDA_KIND_EVENT);
  g_ptr_array_add (queries, query);
}

/**
 * nida_events_build:
 *
 * Shows what happened, what is planned and what was only stated, by date.
 */
void
nida_events_build (NidaRecipe *recipe)
{
  g_autoptr (NidaEvents) data = nida_events_new (recipe);
  g_autoptr (NidaAnnotations) notes = nida_annotations_new ();
  g_autofree char *title = nida_events_title (data);
  g_autofree char *subtitle = nida_events_subtitle (data);
  g_autofree char *description = nida_events_description (data);
  g_autofree NidaEventPlace *places = g_new0 (NidaEventPlace, data->dated->len + 1);
  NidaEventsChart chart = { .recipe = recipe, .data = data, .notes = notes, .places = places };

  nida_recipe_frame (recipe, title, subtitle, NULL);
  nida_time_frame_init (&chart.frame, recipe);
  if (data->dated->len + data->undated->len == 0)
    {
      nida_recipe_message (recipe, _("No event is loaded."));
    }
  else
    {
      if (data->dated->len > 0)
        read_extent (&chart);
      read_legend (&chart);
      layout (&chart);
      if (chart.numbered && chart.rows.height < LANE * chart.frame.scale)
        nida_recipe_no_room (recipe, _("There is no room here for events. The table shows all of them."));
      else
        draw (&chart);
    }
  nida_events_table (data);
  nida_scene_builder_set_words (recipe->scene, title, description);
  nida_time_frame_clear (&chart.frame);
}
