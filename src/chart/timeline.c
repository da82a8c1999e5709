/* Donations over time: columns a period, stacked by the names that have a hue, or a running total in steps. What has no
 * single period is a hatched band or a hatched column apart; what happened meanwhile is written beside it. */
#include "config.h"

#include "timeline-chart.h"

#include "events-chart.h"
#include "no-figure.h"
#include "teller.h"
#include "timeline-words.h"
#include "translate.h"

/* A question over no more days than this, without a step, is answered day by day. */
#define MOST_CHOSEN 12     /* names in a filter that are asked for one by one */
#define MAX_DAYS 45

static gboolean
asks_for_days (const NidaQuery *query)
{
  return query->from.precision != NIDA_PRECISION_NONE && query->to.precision != NIDA_PRECISION_NONE
         && nida_date_last_day (query->to) - nida_date_first_day (query->from) <= MAX_DAYS;
}

/* The step to ask for when the chart is to choose: what can still be added up to the others. */
static NidaStep
finest_step (const NidaChartSpec *spec)
{
  if (spec->measure == NIDA_MEASURE_RECEIVED || spec->measure == NIDA_MEASURE_PLEDGED
      || spec->measure == NIDA_MEASURE_PAID
      || spec->measure == NIDA_MEASURE_COMMITTED || spec->measure == NIDA_MEASURE_COUNT)
    return asks_for_days (spec->query) ? NIDA_STEP_DAY : NIDA_STEP_MONTH;
  return NIDA_STEP_YEAR;
}

/* What has no hue is one colour, so its names need not be told apart in each period; but those that somebody chose have shades. */
static char **
dup_apart (const NidaChartSpec *spec,
           NidaField            split)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (spec->hued == NULL)
    return NULL;
  g_strv_builder_addv (builder, (const char **) spec->hued);
  for (guint i = 0; i < nida_query_get_n_filters (spec->query); i++)
    {
      const char * const *values;

      if (nida_query_get_filter (spec->query, i, &values) != split || g_strv_length ((char **) values) > MOST_CHOSEN)
        continue;
      for (guint k = 0; values[k] != NULL; k++)
        if (*values[k] != '\0' && !g_strv_contains ((const char * const *) spec->hued, values[k]))
          g_strv_builder_add (builder, values[k]);
    }
  return g_strv_builder_end (builder);
}

/**
 * nida_timeline_queries:
 *
 * One question answers the whole chart: sums by period and name, the requirement and the reported total of each year,
 * statements and events.
 */
void
nida_timeline_queries (const NidaChartSpec *spec,
                       GPtrArray           *queries)
{
  NidaQuery *query = nida_query_copy (spec->query);
  NidaField split = nida_timeline_split_field (spec);
  NidaStep step = spec->step != NIDA_STEP_NONE ? spec->step : finest_step (spec);

  query->n_by = 0;
  query->by[query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DATE, step };
  if (split != NIDA_FIELD_NONE)
    query->by[query->n_by++] = (NidaGroupBy) { split, NIDA_STEP_NONE };
  query->measures = 1u << spec->measure;
  if (nida_timeline_is_funding (spec->measure) && spec->stack != NIDA_STACK_CUMULATIVE
      && (step == NIDA_STEP_YEAR || spec->step == NIDA_STEP_NONE))
    query->measures |= 1u << NIDA_MEASURE_REQUIREMENT | 1u << NIDA_MEASURE_REPORTED;
  query->fact_kinds |= NIDA_KIND_BIT (NIDA_KIND_EVENT) | NIDA_KIND_BIT (NIDA_KIND_REPORTED);
  if (split != NIDA_FIELD_NONE)
    query->apart = dup_apart (spec, split);
  g_ptr_array_add (queries, query);
}

/* An event that is not on the axis cannot be shown on it; it is counted, and stands in the table. */
static void
read_notes (NidaTimelineChart *self)
{
  guint n = nida_timeline_get_n_dated (self->data);
  NidaEvents events = { .recipe = self->recipe, .language = self->recipe->context->language };

  if (n == 0)
    return;
  for (guint i = 0; i < self->data->events->len; i++)
    {
      const NidaFact *fact = g_ptr_array_index (self->data->events, i);
      g_autofree char *id = g_strdup_printf ("%u", i + 1);
      g_autofree char *words = NULL, *brief = NULL;

      if (nida_period_last_day (fact->period) < nida_period_first_day (nida_timeline_get_slot (self->data, 0)->period)
          || nida_period_first_day (fact->period) > nida_period_last_day (nida_timeline_get_slot (self->data, n - 1)->period))
        {
          self->notes->outside++;
          continue;
        }
      words = nida_event_words (events.language, fact);
      brief = nida_event_brief (events.language, fact);
      nida_annotations_add (self->notes, id, words, brief, nida_events_mark (&events, fact), fact->period.start.precision,
                            GUINT_TO_POINTER (i));
    }
}

static NidaLegendItem
legend_item (const NidaTimelineSeries *series)
{
  NidaLegendItem item = nida_legend_item_series (series->id, series->label, series->color);

  if (series->not_stated)
    item = nida_legend_item_unknown (series->label);
  item.id = series->id;
  return item;
}

/* Money without a date is one hatch, whoever gave it. */
static gboolean
is_drawn (const NidaTimelineChart *self,
          guint                    series)
{
  for (guint i = 0; i < nida_timeline_get_n_dated (self->data); i++)
    if (nida_timeline_get_slot (self->data, i)->parts[series] != 0)
      return TRUE;
  return FALSE;
}

/* The uppermost first. */
static void
read_legend (NidaTimelineChart *self)
{
  if (self->data->split == NIDA_FIELD_NONE)
    return;
  for (guint i = self->data->n_series; i-- > 0;)
    if (self->data->series[i].label != NULL && is_drawn (self, i))
      self->legend_items[self->n_legend_items++] = legend_item (&self->data->series[i]);
  if (nida_legend_share (self->recipe, self->legend_items, self->n_legend_items))
    self->n_legend_items = 0;
}

/* Above the columns it reads from the largest to the others; among them it is listed as they are stacked. */
static void
emit_legend_above (NidaTimelineChart *self)
{
  NidaLegendItem items[NIDA_TIMELINE_MAX_SERIES];

  for (guint i = 0; i < self->n_legend_items; i++)
    items[i] = self->legend_items[self->n_legend_items - 1 - i];
  nida_legend_emit (self->recipe, items, self->n_legend_items, self->frame.area.x, self->frame.area.y,
                    self->frame.area.width);
}

static void
emit_legend (NidaTimelineChart *self)
{
  NidaBox box = nida_time_frame_flip (&self->frame, self->legend);

  if (self->n_legend_items == 0)
    return;
  if (self->legend_top)
    {
      if (self->lean < 1)
        emit_legend_above (self);
      return;
    }
  nida_legend_emit_column (self->recipe, self->legend_items, self->n_legend_items, box.x, box.y, box.width);
}

static void
draw (NidaTimelineChart *self)
{
  nida_value_axis_grid (&self->axis, self->recipe, self->grid);
  emit_legend (self);
  nida_timeline_marks_emit (self);
  nida_value_axis_labels (&self->axis, self->recipe, self->grid, self->frame.reversed);
  nida_timeline_axis_emit (self);
  nida_timeline_bands_emit (self);
  if (self->numbered && self->lean >= 2)
    return;
  if (self->numbered && self->notes->items->len + self->notes->outside > 0)
    nida_annotations_emit_key (self->notes, &self->frame, self->marks.x, self->grid.x + self->grid.width, self->key_y);
  else
    nida_annotations_emit_words (self->notes, &self->frame);
}

static void
chart_init (NidaTimelineChart *self,
            NidaRecipe        *recipe,
            NidaTimeline      *data)
{
  *self = (NidaTimelineChart) { .recipe = recipe, .data = data, .teller = nida_timeline_teller_new (recipe, data) };
  self->notes = nida_annotations_new ();
  self->spans = g_array_new (FALSE, FALSE, sizeof (NidaSpan));
  self->bars = g_array_new (FALSE, FALSE, sizeof (NidaBox));
  self->labels = g_new0 (NidaBox, data->slots->len + 1);
  self->band_rows = g_new0 (guint, data->bands->len + 1);
  read_notes (self);
  read_legend (self);
  nida_timeline_chart_train (self);
}

static void
chart_clear (NidaTimelineChart *self)
{
  nida_time_frame_clear (&self->frame);
  nida_annotations_free (self->notes);
  g_array_unref (self->spans);
  g_array_unref (self->bars);
  g_free (self->labels);
  g_free (self->band_rows);
  nida_teller_unref (self->teller);
}

static guint
slots_that_fit (NidaRecipe *recipe)
{
  double width = recipe->context->width / recipe->scale - 2 * 16 - 60;

  return (guint) CLAMP (width / 4, 12, 2000);
}

/**
 * nida_timeline_build:
 *
 * Shows how much came when. No figure stands on the chart that is not in its table.
 */
void
nida_timeline_build (NidaRecipe *recipe)
{
  g_autoptr (NidaTimeline) data = nida_timeline_new (recipe, slots_that_fit (recipe));
  g_autofree char *title = nida_timeline_title (recipe, data);
  g_autofree char *subtitle = nida_timeline_subtitle (recipe, data);
  g_autofree char *description = nida_timeline_description (recipe, data);
  g_autofree char *note = NULL;
  NidaTimelineChart chart;

  chart_init (&chart, recipe, data);
  note = nida_timeline_note (recipe, data, chart.requirement_above);
  nida_recipe_frame (recipe, title, subtitle, note);
  nida_time_frame_init (&chart.frame, recipe);
  if (data->slots->len == 0)
    {
      nida_recipe_message (recipe, nida_no_figure_dated_reason (recipe));
    }
  else
    {
      nida_timeline_chart_layout (&chart);
      draw (&chart);
    }
  nida_timeline_table (recipe, data);
  nida_scene_builder_set_words (recipe->scene, title, description);
  chart_clear (&chart);
}
