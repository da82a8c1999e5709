/* The engine that is asked alone knows nothing of the index: it filters by what the brush and the mark have inside. */
#include "config.h"

#include "link-support.h"

/* --- the charts of a board --- */

LinkBoard *
link_board_new (NidaLocalEngine *engine,
                NidaMeasure      measure,
                NidaRule         rule)
{
  LinkBoard *self = g_new0 (LinkBoard, 1);

  self->engine = engine;
  self->measure = measure;
  self->rule = rule;
  self->measurer = nida_fixed_measurer_new ();
  self->language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  self->links = g_ptr_array_new_with_free_func (nida_link_free);
  return self;
}

void
link_board_free (LinkBoard *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_ptr_array_unref (self->links);
  g_object_unref (self->language);
  g_object_unref (self->measurer);
  g_object_unref (self->engine);
  g_free (self);
}

NidaLink *
link_board_add (LinkBoard     *self,
                NidaChartKind  kind,
                NidaStep       step,
                const char    *by,
                NidaField      panels)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);
  NidaChartContext context = { .language = self->language, .measurer = self->measurer, .width = 900, .height = 500, .scale = 1 };
  g_autoptr (GPtrArray) queries = NULL, cubes = NULL;
  NidaLink *link = g_new0 (NidaLink, 1);

  nida_query_unref (spec->query);
  spec->query = test_query (1u << self->measure, by);
  spec->query->fiscal_start = 4;
  spec->query->rule = self->rule;
  spec->measure = self->measure;
  spec->step = step;
  spec->panels = panels;
  queries = nida_chart_spec_queries (spec);
  cubes = nida_local_engine_query_all (self->engine, queries, NULL);
  link->chart = self->links->len;
  link->spec = spec;
  link->scene = nida_chart_build (spec, cubes, &context);
  link->brushables = nida_scene_brushables (link->scene);
  g_ptr_array_add (self->links, link);
  return link;
}

/* --- what the engine says alone --- */

/* By id: what @measure has of the rows that pass @query. */
static GHashTable *
ask_rows (LinkBoard   *self,
          NidaQuery   *query,
          NidaMeasure  measure)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (NidaQuery) by_id = nida_query_copy (query);
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (GError) error = NULL;

  by_id->n_by = 1;
  by_id->by[0] = (NidaGroupBy) { NIDA_FIELD_ID, NIDA_STEP_NONE };
  by_id->measures = 1u << measure;
  by_id->rule = self->rule;
  by_id->fiscal_start = 4;
  cube = nida_local_engine_query (self->engine, by_id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      g_hash_table_insert (rows, g_strdup (nida_cube_get_item (cube, 0, cell->item[0])->name),
                           g_memdup2 (&cell->values[measure], sizeof (NidaMoney)));
    }
  return rows;
}

/* The ids of all rows that pass @brush as a filter, whatever is counted of them. */
static GHashTable *
find_chosen (LinkBoard       *self,
             const NidaBrush *brush)
{
  GHashTable *chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  nida_brush_apply (brush, filters);
  nida_filter_set_apply (filters, query, NIDA_FIELD_NONE);
  query->fiscal_start = 4;
  rows = nida_local_engine_select (self->engine, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (chosen, nida_dataset_dup_id (nida_local_engine_get_dataset (self->engine), g_array_index (rows, guint, i)));
  return chosen;
}

static GHashTable *
rows_of_mark (LinkBoard           *self,
              const NidaBrushMark *mark)
{
  g_autoptr (NidaQuery) query = nida_query_new ();

  for (guint f = 0; f < mark->n_fields; f++)
    nida_query_add_filter (query, mark->fields[f], mark->values[f]);
  return ask_rows (self, query, mark->measure);
}

/* Of the rows of both; @within may be NULL for all. */
static NidaMoney
sum_of (GHashTable *rows,
        GHashTable *within)
{
  GHashTableIter iter;
  gpointer id, money;
  NidaMoney sum = 0;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &id, &money))
    if (within == NULL || g_hash_table_contains (within, id))
      sum += *(const NidaMoney *) money;
  return sum;
}

/* Of what a mark shares with others, nothing: where it is what its filter says, its rows. */
static void
find_rows (LinkBoard *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint l = 0; l < self->links->len; l++)
    {
      const NidaLink *link = self->links->pdata[l];
      GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

      for (guint i = 0; i < link->brushables->len; i++)
        {
          const NidaBrushable *brushable = &g_array_index (link->brushables, NidaBrushable, i);
          GHashTable *rows = rows_of_mark (self, &brushable->brush);

          if (brushable->brush.n_rests > 0 || sum_of (rows, NULL) != brushable->mark->money)
            g_hash_table_remove_all (rows);
          self->n_marks++;
          self->n_known += g_hash_table_size (rows) > 0;
          g_ptr_array_add (marks, rows);
        }
      g_ptr_array_add (self->rows, marks);
    }
}

/* --- under a brush --- */

static char *
describe (const NidaBrush *brush)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < brush->n_parts; i++)
    {
      const NidaBrushPart *part = &brush->parts[i];
      g_autofree char *from = part->values == NULL ? nida_date_to_string (part->from) : NULL, *to = part->values == NULL ? nida_date_to_string (part->to) : NULL;
      g_autofree char *values = part->values != NULL ? g_strjoinv ("|", part->values) : g_strdup_printf ("%s to %s", from, to);

      g_string_append_printf (text, "%s=%s ", nida_field_get_name (part->field), values);
    }
  return g_string_free (text, FALSE);
}

static void
check_mark (LinkBoard       *self,
            guint            chart,
            guint            mark,
            NidaMoney        told,
            const NidaBrush *brush,
            GHashTable      *chosen)
{
  const NidaLink *link = self->links->pdata[chart];
  GHashTable *rows = ((GPtrArray *) self->rows->pdata[chart])->pdata[mark];
  NidaMoney expected = sum_of (rows, chosen);

  if (told == NIDA_MONEY_NONE || g_hash_table_size (rows) == 0)
    return;
  self->n_checked++;
  self->n_inside += expected != 0;
  if (told != expected)
    {
      g_autofree char *said = describe (brush), *by = link->spec->query->n_by > 0 ? g_strdup (nida_field_get_name (link->spec->query->by[0].field)) : NULL;

      g_test_message ("%s, chart %u (%s by %s), mark %s", said, chart, nida_chart_kind_get_name (link->spec->kind), by,
                      link->spec->kind == NIDA_CHART_NUMBER ? "" : nida_mark_get_label (g_array_index (link->brushables, NidaBrushable, mark).mark));
    }
  g_assert_cmpint (told, ==, expected);
}

NidaLinkJob *
link_board_make (LinkBoard       *self,
                 guint            source,
                 const NidaBrush *brush,
                 gboolean         scan)
{
  NidaLinkJob *job = scan ? nida_link_job_new_scan (self->engine, self->links, source, brush)
                          : nida_link_job_new (self->engine, self->links, source, brush);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (job);
  job->index = nida_local_engine_make_brush_index (self->engine, job->axes, job->n_axes, (const NidaBrushChart *) job->charts->data,
                                                   job->charts->len, NULL, &error);
  g_assert_no_error (error);
  return job;
}

void
link_board_check (LinkBoard         *self,
                  const NidaLinkJob *job,
                  const NidaBrush   *brush)
{
  g_autoptr (GHashTable) chosen = find_chosen (self, brush);
  NidaBrushRange ranges[NIDA_BRUSH_MOST_FIELDS];

  if (self->rows == NULL)
    find_rows (self);
  g_assert_true (nida_link_job_has_fields (job, brush));
  nida_brush_ranges (brush, ranges);
  nida_brush_index_choose (job->index, ranges);
  for (guint i = 0; i < job->ids->len; i++)
    {
      guint chart = g_array_index (job->ids, guint, i);
      const NidaLink *link = self->links->pdata[chart];

      for (guint m = 0; m < link->brushables->len; m++)
        check_mark (self, chart, m, nida_brush_index_get (job->index, i, m), brush, chosen);
    }
}
