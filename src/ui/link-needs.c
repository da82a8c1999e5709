/* Where a mark is what its filter says, it is asked by itself. Where it is more, as in coverage, the narrowed chart is built like any other, on a sheet that has room for all of its marks, and read by the keys of the marks
 * that are drawn: whatever the kind of chart, what it says under a filter is what is inside of the brush. */
#include "config.h"

#include "link-needs.h"

#include "board.h"
#include "chart-groups.h"
#include "look.h"

#include <string.h>

#define SHEET 20000.0       /* points of the narrowed chart, which nobody sees */
#define MOST_MARKS 1000     /* of a chart, asked one by one; more stay as they are */

static NidaQuery *
make_question (const NidaBrush *brush,
               guint            fiscal_start)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();
  NidaQuery *query = nida_query_new ();

  nida_brush_apply (brush, filters);
  nida_filter_set_apply (filters, query, NIDA_FIELD_NONE);
  query->fiscal_start = fiscal_start;
  return query;
}

static gboolean
narrows_needs (const NidaBrush *brush)
{
  for (guint i = 0; i < brush->n_parts; i++)
    if (nida_board_need_has (brush->parts[i].field))
      return TRUE;
  return FALSE;
}

guint
nida_link_find_whole (const NidaChartSpec *spec,
                      const NidaBrush     *brush)
{
  g_autoptr (NidaQuery) question = NULL;

  if (brush == NULL || !nida_board_is_about_needs (spec))
    return 0;
  question = make_question (brush, spec->query->fiscal_start);
  return nida_board_find_whole (spec, question);
}

static gboolean
is_asked (const NidaLink  *link,
          const NidaBrush *brush)
{
  if (link->brushables->len == 0)
    return FALSE;
  return nida_board_is_about_needs (link->spec) ? narrows_needs (brush) : link->spec->measure == NIDA_MEASURE_REPORTED;
}

/* Each mark is asked by itself where it stands for the rows of its filter and nothing else: then it does not matter which step of
 * time and which names the narrowed chart would choose. */
static gboolean
is_asked_by_mark (const NidaLink *link)
{
  return link->spec->measure == NIDA_MEASURE_REPORTED && link->brushables->len <= MOST_MARKS;
}

static GPtrArray *
find_marks (const NidaLink *link)
{
  GPtrArray *marks = g_ptr_array_new ();

  for (guint i = 0; i < link->brushables->len; i++)
    g_ptr_array_add (marks, (gpointer) g_array_index (link->brushables, NidaBrushable, i).mark);
  return marks;
}

static gboolean
is_ratio (const NidaChartSpec *spec)
{
  return spec->kind == NIDA_CHART_NUMBER && spec->measure == NIDA_MEASURE_COVERAGE;
}

static void
spec_free (gpointer spec)
{
  if (spec != NULL)
    nida_chart_spec_free (spec);
}

static void
array_free (gpointer array)
{
  if (array != NULL)
    g_ptr_array_unref (array);
}

NidaNeedsJob *
nida_needs_job_new (NidaLocalEngine *engine,
                    GPtrArray       *links,
                    const NidaBrush *brush)
{
  NidaNeedsJob *job;

  if (engine == NULL || brush == NULL)
    return NULL;
  job = g_new0 (NidaNeedsJob, 1);
  job->engine = g_object_ref (engine);
  job->brush = nida_brush_copy (brush);
  job->ids = g_array_new (FALSE, FALSE, sizeof (guint));
  job->scenes = g_ptr_array_new_with_free_func (g_object_unref);
  job->specs = g_ptr_array_new_with_free_func (spec_free);
  job->cubes = g_ptr_array_new_with_free_func (array_free);
  job->marks = g_ptr_array_new_with_free_func (array_free);
  job->figures = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < links->len; i++)
    {
      const NidaLink *link = g_ptr_array_index (links, i);
      g_autoptr (NidaQuery) question = NULL;

      if (!is_asked (link, brush))
        continue;
      question = make_question (brush, link->spec->query->fiscal_start);
      g_array_append_val (job->ids, link->chart);
      g_ptr_array_add (job->scenes, g_object_ref (link->scene));
      g_ptr_array_add (job->specs, nida_board_narrow (link->spec, question));
      g_ptr_array_add (job->marks, is_asked_by_mark (link) ? find_marks (link) : NULL);
    }
  if (job->ids->len > 0)
    return job;
  nida_needs_job_free (job);
  return NULL;
}

void
nida_needs_job_free (NidaNeedsJob *job)
{
  g_object_unref (job->engine);
  nida_brush_free (job->brush);
  g_array_unref (job->ids);
  g_ptr_array_unref (job->scenes);
  g_ptr_array_unref (job->specs);
  g_ptr_array_unref (job->cubes);
  g_ptr_array_unref (job->marks);
  g_ptr_array_unref (job->figures);
  g_free (job);
}

/* What of the rows of @mark is within @narrowed; not known of what stands for several names at once. */
static NidaMoney
ask_mark (NidaLocalEngine     *engine,
          const NidaChartSpec *narrowed,
          const NidaMark      *mark)
{
  g_autoptr (NidaQuery) filter = nida_query_new ();
  g_autoptr (NidaChartSpec) both = NULL;
  g_autoptr (NidaCube) cube = NULL;
  NidaMeasure measure = narrowed->measure;
  const NidaCubeCell *total;

  if (mark->n_rests > 0)
    return NIDA_MONEY_NONE;
  filter->fiscal_start = narrowed->query->fiscal_start;
  for (guint f = 0; f < mark->n_fields; f++)
    nida_query_add_filter (filter, mark->fields[f], mark->values[f]);
  both = nida_board_narrow (narrowed, filter);
  if (both == NULL)
    return 0;
  both->query->n_by = 0;
  both->query->measures = 1u << measure;
  cube = nida_local_engine_query (engine, both->query, NULL);
  if (cube == NULL)
    return NIDA_MONEY_NONE;
  total = nida_cube_get_total (cube);
  return total == NULL || total->values[measure] == NIDA_MONEY_NONE ? 0 : total->values[measure];
}

static NidaMoney *
ask_marks (NidaLocalEngine     *engine,
           const NidaChartSpec *narrowed,
           GPtrArray           *marks)
{
  NidaMoney *figures = g_new0 (NidaMoney, marks->len + 1);

  for (guint i = 0; narrowed != NULL && i < marks->len; i++)
    figures[i] = ask_mark (engine, narrowed, g_ptr_array_index (marks, i));
  return figures;
}

void
nida_needs_job_run (NidaNeedsJob *job)
{
  for (guint i = 0; i < job->specs->len; i++)
    {
      const NidaChartSpec *spec = g_ptr_array_index (job->specs, i);
      GPtrArray *marks = g_ptr_array_index (job->marks, i);
      g_autoptr (GPtrArray) queries = spec != NULL && marks == NULL ? nida_chart_spec_queries (spec) : NULL;

      g_ptr_array_add (job->cubes, queries != NULL ? nida_local_engine_query_all (job->engine, queries, NULL) : NULL);
      g_ptr_array_add (job->figures, marks != NULL ? ask_marks (job->engine, spec, marks) : NULL);
    }
}

/* --- reading the answer --- */

static NidaScene *
build_narrowed (const NidaChartSpec *narrowed,
                GPtrArray           *cubes)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (narrowed);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  NidaChartContext context = {
    .language = nida_look_get_language (nida_look_get ()), .measurer = measurer, .width = SHEET, .height = SHEET, .scale = 1,
    .unsourced = TRUE,
  };

  spec->top = 0;
  return nida_chart_build (spec, cubes, &context);
}

static NidaMoney
figure_at (NidaScene  *narrowed,
           const char *key)
{
  const NidaNode *node = nida_scene_find (narrowed, key);

  return node != NULL && node->mark != NULL ? node->mark->money : NIDA_MONEY_NONE;
}

/* What has no mark there is nothing: the sheet has room for all. A gap of which nothing is known yet is all that is required. */
static NidaMoney
figure_of (NidaScene  *narrowed,
           const char *key)
{
  NidaMoney figure = figure_at (narrowed, key);

  if (figure == NIDA_MONEY_NONE && g_str_has_prefix (key, "bar/") && g_str_has_suffix (key, "/gap"))
    {
      g_autofree char *bar = g_strndup (key, strlen (key) - strlen ("gap"));
      g_autofree char *required = g_strconcat (bar, "required", NULL);

      figure = figure_at (narrowed, required);
    }
  return figure == NIDA_MONEY_NONE ? 0 : figure;
}

static guint
place_of (const NidaLink *link,
          const NidaMark *mark)
{
  for (guint i = 0; i < link->brushables->len; i++)
    if (g_array_index (link->brushables, NidaBrushable, i).mark == mark)
      return i;
  return G_MAXUINT;
}

static gboolean
names (NidaScene  *scene,
       const char *value)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaMark *mark = nida_scene_get_node (scene, i)->mark;

      if (mark != NULL && mark->n_fields == 1 && mark->n_rests == 0 && g_str_equal (mark->values[0], value))
        return TRUE;
    }
  return FALSE;
}

/* What of the names that @link does not draw is inside: the narrowed chart has a mark for each. */
static NidaMoney
sum_of_others (const NidaLink *link,
               NidaScene      *narrowed,
               NidaField       field)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  NidaMoney sum = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (narrowed); i++)
    {
      const NidaMark *mark = nida_scene_get_node (narrowed, i)->mark;

      if (mark == NULL || mark->money == NIDA_MONEY_NONE || mark->n_fields != 1 || mark->fields[0] != field || mark->n_rests > 0
          || !g_hash_table_add (known, (gpointer) mark) || names (link->scene, mark->values[0]))
        continue;
      sum = nida_money_plus (sum, mark->money);
    }
  return sum;
}

/* The rest of a ranking, whose bar is the sum of what is not named: so is what is inside of it. Of gaps that can be more than
 * all, where a name outside has more than it needs. What stands for several names at once in other charts stays as it is. */
static NidaMoney
figure_of_rest (const NidaLink *link,
                NidaScene      *narrowed,
                const NidaMark *mark)
{
  if (link->spec->kind != NIDA_CHART_RANKING || link->spec->measure == NIDA_MEASURE_COVERAGE || mark->n_fields > 0
      || mark->n_rests != 1 || mark->several[0])
    return NIDA_MONEY_NONE;
  return narrowed != NULL ? sum_of_others (link, narrowed, mark->rests[0]) : 0;
}

/* Of a ratio nothing is known where nothing was asked for. */
static NidaMoney
figure_in (const NidaLink *link,
           NidaScene      *narrowed,
           const NidaNode *node)
{
  if (node->mark->n_rests > 0)
    return figure_of_rest (link, narrowed, node->mark);
  if (is_ratio (link->spec))
    return narrowed != NULL ? figure_at (narrowed, node->key) : NIDA_MONEY_NONE;
  return narrowed != NULL ? figure_of (narrowed, node->key) : 0;
}

static void
read_figures (const NidaLink *link,
              NidaScene      *narrowed,
              NidaMoney      *figures)
{
  for (guint i = 0; i < link->brushables->len; i++)
    figures[i] = NIDA_MONEY_NONE;
  for (guint i = 0; i < nida_scene_get_n_nodes (link->scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (link->scene, i);
      guint place = node->mark != NULL ? place_of (link, node->mark) : G_MAXUINT;

      if (place != G_MAXUINT && figures[place] == NIDA_MONEY_NONE)
        figures[place] = figure_in (link, narrowed, node);
    }
}

void
nida_needs_job_take (const NidaNeedsJob *job,
                     GPtrArray          *links,
                     guint               which)
{
  for (guint i = 0; i < job->ids->len; i++)
    {
      NidaLink *link = nida_links_find (links, g_array_index (job->ids, guint, i));
      const NidaChartSpec *spec = g_ptr_array_index (job->specs, i);
      GPtrArray *cubes = g_ptr_array_index (job->cubes, i);
      const NidaMoney *figures = g_ptr_array_index (job->figures, i);
      g_autoptr (NidaScene) narrowed = NULL;

      if (link == NULL || link->scene != g_ptr_array_index (job->scenes, i) || (spec != NULL && cubes == NULL && figures == NULL))
        continue;
      if (link->asked[which] == NULL)
        link->asked[which] = g_new (NidaMoney, link->brushables->len + 1);
      if (figures != NULL)
        {
          memcpy (link->asked[which], figures, link->brushables->len * sizeof *figures);
          continue;
        }
      if (spec != NULL)
        narrowed = build_narrowed (spec, cubes);
      read_figures (link, narrowed, link->asked[which]);
    }
}
