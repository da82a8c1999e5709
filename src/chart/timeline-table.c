/* The table of a timeline: one row a column of the chart, then what lies over spans, then what happened. */
#include "config.h"

#include "timeline-words.h"

#include "events-chart.h"
#include "query-words.h"
#include "translate.h"

typedef struct {
  GPtrArray *cells;     /* (element-type utf8), owned */
  GArray    *sort;      /* NidaMoney */
} Row;

static void
row_add (Row      *row,
         char     *text,
         NidaMoney sort)
{
  g_ptr_array_add (row->cells, text);
  g_array_append_val (row->sort, sort);
}

static void
row_begin (Row *row)
{
  row->cells = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  row->sort = g_array_new (FALSE, FALSE, sizeof (NidaMoney));
}

static void
add_flows (Row        *row,
           NidaRecipe *recipe,
           guint64     flows)
{
  row_add (row, nida_language_integer (recipe->context->language, (gint64) flows), (gint64) flows);
}

static void
row_end (Row        *row,
         NidaTable  *table,
         const char *key)
{
  nida_table_add_row (table, key, (const char * const *) row->cells->pdata, (const NidaMoney *) (gpointer) row->sort->data);
  g_ptr_array_unref (row->cells);
  g_array_unref (row->sort);
}

static void
table_head (NidaRecipe         *recipe,
            const NidaTimeline *data)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  g_ptr_array_add (headings, g_strdup (_("Period")));
  for (guint i = 0; i < data->n_series && data->split != NIDA_FIELD_NONE; i++)
    g_ptr_array_add (headings, nida_recipe_column_title (recipe, data->series[i].label, data->measure));
  g_ptr_array_add (headings, nida_recipe_column_title (recipe, nida_words_measure (data->measure), data->measure));
  if (data->cumulative)
    g_ptr_array_add (headings, nida_recipe_column_title (recipe, _("Added up"), data->measure));
  g_ptr_array_add (headings, g_strdup (_("Flows")));
  nida_scene_builder_table (recipe->scene, (const char * const *) headings->pdata);
}

static void
slot_row (NidaTable              *table,
          NidaRecipe             *recipe,
          const NidaTimeline     *data,
          const NidaTimelineSlot *slot,
          NidaMoney               running)
{
  g_autofree char *id = nida_timeline_slot_id (slot);
  g_autofree char *key = g_strdup_printf ("slot/%s", id);
  Row row;

  row_begin (&row);
  row_add (&row, nida_timeline_slot_name (recipe, data, slot),
           slot->undated ? G_MAXINT64 : nida_period_first_day (slot->period));
  for (guint i = 0; i < data->n_series && data->split != NIDA_FIELD_NONE; i++)
    row_add (&row, nida_recipe_value_bare (recipe, data->measure, slot->parts[i]), slot->parts[i]);
  row_add (&row, nida_recipe_value_bare (recipe, data->measure, slot->total), slot->total);
  if (data->cumulative)
    row_add (&row, nida_recipe_value_bare (recipe, data->measure, running), running);
  add_flows (&row, recipe, nida_flows_summed (slot->flows, slot->unvalued));
  row_end (&row, table, key);
  if (!slot->undated && !slot->gathered)
    nida_table_date_row (table, 0, slot->period);
}

static void
band_row (NidaTable              *table,
          NidaRecipe             *recipe,
          const NidaTimeline     *data,
          const NidaTimelineBand *band)
{
  g_autofree char *id = nida_period_to_string (band->period);
  g_autofree char *key = g_strdup_printf (band->fact != NULL ? "rest/%s" : "band/%s", id);
  g_autofree char *period = nida_language_period (recipe->context->language, band->period, NIDA_DATE_LONG);
  guint empty = (data->split != NIDA_FIELD_NONE ? data->n_series : 0);
  Row row;

  row_begin (&row);
  /* Translators: a row of the table: money of a stated total that no dated flow accounts for */
  row_add (&row, band->fact != NULL ? g_strdup_printf (_("%s: stated, without a public date"), period) : g_steal_pointer (&period),
           nida_period_first_day (band->period));
  for (guint i = 0; i < empty; i++)
    row_add (&row, g_strdup (""), NIDA_MONEY_NONE);
  row_add (&row, nida_recipe_value_bare (recipe, data->measure, band->amount), band->amount);
  if (data->cumulative)
    row_add (&row, g_strdup (""), NIDA_MONEY_NONE);
  add_flows (&row, recipe, nida_flows_summed (band->flows, band->unvalued));
  row_end (&row, table, key);
  if (band->fact == NULL)
    nida_table_date_row (table, 0, band->period);
}

static void
event_row (NidaTable          *table,
           NidaRecipe         *recipe,
           const NidaTimeline *data,
           const NidaFact     *fact)
{
  g_autofree char *key = g_strdup_printf ("event/%u", fact->row);
  guint n = 2 + (data->split != NIDA_FIELD_NONE ? data->n_series : 0) + (data->cumulative ? 1 : 0);
  Row row;

  row_begin (&row);
  row_add (&row, nida_event_words (recipe->context->language, fact), nida_period_first_day (fact->period));
  for (guint i = 0; i < n; i++)
    row_add (&row, g_strdup (""), NIDA_MONEY_NONE);
  row_end (&row, table, key);
}

static void
add_rows (NidaTable *table,
          gpointer   kept)
{
  NidaRecipe *recipe = ((NidaTimelineKept *) kept)->recipe;
  const NidaTimeline *data = ((NidaTimelineKept *) kept)->data;
  NidaMoney running = 0;

  for (guint i = 0; i < data->slots->len; i++)
    {
      const NidaTimelineSlot *slot = nida_timeline_get_slot (data, i);

      if (slot->total != NIDA_MONEY_NONE && !slot->undated)
        nida_money_add (running, slot->total, &running);
      slot_row (table, recipe, data, slot, slot->undated ? NIDA_MONEY_NONE : running);
    }
  for (guint i = 0; i < data->bands->len; i++)
    band_row (table, recipe, data, nida_timeline_get_band (data, i));
  for (guint i = 0; i < data->events->len; i++)
    event_row (table, recipe, data, g_ptr_array_index (data->events, i));
}

/**
 * nida_timeline_table:
 *
 * One row a column of the chart, then the bands, then what happened; made when it is opened. The amounts of the slots and bands
 * that are flows add up to the chart's total.
 */
void
nida_timeline_table (NidaRecipe   *recipe,
                     NidaTimeline *data)
{
  table_head (recipe, data);
  nida_scene_builder_table_later (recipe->scene, add_rows, nida_timeline_keep (data, recipe), nida_timeline_let_go);
}
