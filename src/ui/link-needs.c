/* Needs are told from the answers to the chart's own questions under the brush, by the marks that are drawn (chart/needs-inside).
 * Totals that sources report overlap, and do not add up: each mark of them is asked by itself. */
#include "config.h"

#include "link-needs.h"

#include "board.h"
#include "look.h"
#include "needs-inside.h"

#include <string.h>

#define MOST_MARKS 1000     /* of reported totals, asked one by one; more stay as they are */

/* One chart under the brush. */
typedef struct {
  guint          chart;
  NidaScene     *scene;         /* as it is drawn */
  GArray        *brushables;    /* of it */
  NidaChartSpec *spec, *narrowed;   /* NULL where nothing can be inside */
  NidaMoney     *figures;       /* by brushable; NULL where nobody could say */
  gboolean       outside;
} Asked;

struct _NidaNeedsJob {
  NidaLocalEngine *engine;
  NidaCondensed   *few;         /* rows of it, or NULL */
  NidaLanguage    *language;
  NidaBrush       *brush;
  GPtrArray       *charts;      /* Asked */
};

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->scene);
  g_array_unref (asked->brushables);
  g_clear_pointer (&asked->spec, nida_chart_spec_free);
  g_clear_pointer (&asked->narrowed, nida_chart_spec_free);
  g_free (asked->figures);
  g_free (asked);
}

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

gboolean
nida_link_narrows_needs (const NidaBrush *brush)
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
  if (nida_board_is_about_needs (link->spec))
    return nida_link_narrows_needs (brush);
  return link->spec->measure == NIDA_MEASURE_REPORTED && link->brushables->len <= MOST_MARKS;
}

static Asked *
asked_new (const NidaLink  *link,
           const NidaBrush *brush)
{
  g_autoptr (NidaQuery) question = make_question (brush, link->spec->query->fiscal_start);
  Asked *asked = g_new0 (Asked, 1);

  asked->chart = link->chart;
  asked->scene = g_object_ref (link->scene);
  asked->brushables = g_array_ref (link->brushables);
  asked->spec = nida_chart_spec_copy (link->spec);
  asked->narrowed = nida_board_narrow (link->spec, question);
  return asked;
}

NidaNeedsJob *
nida_needs_job_new (NidaLocalEngine *engine,
                    NidaCondensed   *few,
                    GPtrArray       *links,
                    const NidaBrush *brush)
{
  NidaNeedsJob *job;

  if (engine == NULL || brush == NULL)
    return NULL;
  job = g_new0 (NidaNeedsJob, 1);
  job->engine = g_object_ref (engine);
  job->few = few != NULL ? nida_condensed_ref (few) : NULL;
  job->language = g_object_ref (nida_look_get_language (nida_look_get ()));
  job->brush = nida_brush_copy (brush);
  job->charts = g_ptr_array_new_with_free_func (asked_free);
  for (guint i = 0; i < links->len; i++)
    if (is_asked (g_ptr_array_index (links, i), brush))
      g_ptr_array_add (job->charts, asked_new (g_ptr_array_index (links, i), brush));
  if (job->charts->len > 0)
    return job;
  nida_needs_job_free (job);
  return NULL;
}

void
nida_needs_job_free (NidaNeedsJob *job)
{
  g_object_unref (job->engine);
  g_clear_pointer (&job->few, nida_condensed_unref);
  g_object_unref (job->language);
  nida_brush_free (job->brush);
  g_ptr_array_unref (job->charts);
  g_free (job);
}

gboolean
nida_needs_job_is_of (const NidaNeedsJob *job,
                      NidaLocalEngine    *engine,
                      const NidaBrush    *brush)
{
  return job->engine == engine && nida_brush_equal (job->brush, brush);
}

/* (transfer full): an answer a question, or NULL */
static GPtrArray *
ask (const NidaNeedsJob *job,
     GPtrArray          *queries)
{
  return job->few != NULL ? nida_condensed_query_all (job->few, queries, NULL)
                          : nida_local_engine_query_all (job->engine, queries, NULL);
}

/* --- reported totals --- */

/* What of the rows of @mark is within @narrowed; not known of what stands for several names at once. */
static NidaMoney
ask_mark (const NidaNeedsJob  *job,
          const NidaChartSpec *narrowed,
          const NidaMark      *mark)
{
  g_autoptr (NidaQuery) filter = nida_query_new ();
  g_autoptr (NidaChartSpec) both = NULL;
  g_autoptr (GPtrArray) queries = g_ptr_array_new (), cubes = NULL;
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
  g_ptr_array_add (queries, both->query);
  cubes = ask (job, queries);
  if (cubes == NULL)
    return NIDA_MONEY_NONE;
  total = nida_cube_get_total (g_ptr_array_index (cubes, 0));
  return total == NULL || total->values[measure] == NIDA_MONEY_NONE ? 0 : total->values[measure];
}

static NidaMoney *
ask_marks (const Asked        *asked,
           const NidaNeedsJob *job)
{
  NidaMoney *figures = g_new0 (NidaMoney, asked->brushables->len + 1);

  for (guint i = 0; asked->narrowed != NULL && i < asked->brushables->len; i++)
    figures[i] = ask_mark (job, asked->narrowed, g_array_index (asked->brushables, NidaBrushable, i).mark);
  return figures;
}

/* --- needs --- */

/* The years that the chart's plans are for: the data say, that of a card may be the only one that has plans. */
static NidaQuery *
query_years (const Asked *asked)
{
  NidaQuery *query = nida_query_copy (asked->spec->query);

  query->n_by = 0;
  query->measures = 1u << NIDA_MEASURE_REQUIREMENT;
  query->fact_kinds = 0;
  return query;
}

/* Is all that the chart has for other years than those of the brush? */
static gboolean
is_outside (const Asked     *asked,
            const NidaBrush *brush,
            NidaCube        *cube)
{
  g_autoptr (NidaQuery) question = make_question (brush, asked->spec->query->fiscal_start);
  guint n;
  const int *years = nida_cube_get_plan_years (cube, &n);

  return n > 0 && !nida_board_reaches_years (question, years, n);
}

/* Where nothing can be inside it is nothing; of a share on a card nothing is known. */
static NidaMoney *
nothing_inside (const Asked *asked)
{
  gboolean share = asked->spec->kind == NIDA_CHART_NUMBER && asked->spec->measure == NIDA_MEASURE_COVERAGE;
  NidaMoney *figures = g_new (NidaMoney, asked->brushables->len + 1);

  for (guint i = 0; i < asked->brushables->len; i++)
    figures[i] = share ? NIDA_MONEY_NONE : 0;
  return figures;
}

/* The answers from @first on, @n of them. */
static GPtrArray *
take_answers (GPtrArray *cubes,
              guint      first,
              guint      n)
{
  GPtrArray *own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i < first + n; i++)
    g_ptr_array_add (own, g_object_ref (g_ptr_array_index (cubes, i)));
  return own;
}

/* @cubes: the plan years, then the answers to the chart's questions */
static void
read_needs (Asked              *asked,
            const NidaNeedsJob *job,
            GPtrArray          *cubes)
{
  g_autoptr (GPtrArray) own = take_answers (cubes, 1, cubes->len - 1);

  asked->outside = is_outside (asked, job->brush, g_ptr_array_index (cubes, 0));
  if (asked->outside)
    return;
  asked->figures = asked->narrowed != NULL ? nida_needs_inside (asked->narrowed, asked->brushables, own, job->language)
                                           : nothing_inside (asked);
}

/* All questions of all charts at once: under one brush they are about the same rows, which are looked through together. */
static void
ask_needs (NidaNeedsJob *job)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);
  g_autofree guint *ends = g_new0 (guint, job->charts->len + 1);
  g_autoptr (GPtrArray) cubes = NULL;

  for (guint i = 0; i < job->charts->len; i++)
    {
      const Asked *asked = g_ptr_array_index (job->charts, i);
      GPtrArray *own;

      if (nida_board_is_about_needs (asked->spec))
        {
          g_ptr_array_add (queries, query_years (asked));
          own = asked->narrowed != NULL ? nida_needs_queries (asked->narrowed) : NULL;
          if (own != NULL)
            g_ptr_array_extend_and_steal (queries, own);
        }
      ends[i + 1] = queries->len;
    }
  cubes = ask (job, queries);
  for (guint i = 0; cubes != NULL && i < job->charts->len; i++)
    if (ends[i + 1] > ends[i])
      {
        g_autoptr (GPtrArray) own = take_answers (cubes, ends[i], ends[i + 1] - ends[i]);

        read_needs (g_ptr_array_index (job->charts, i), job, own);
      }
}

void
nida_needs_job_run (NidaNeedsJob *job)
{
  ask_needs (job);
  for (guint i = 0; i < job->charts->len; i++)
    {
      Asked *asked = g_ptr_array_index (job->charts, i);

      if (!nida_board_is_about_needs (asked->spec))
        asked->figures = ask_marks (asked, job);
    }
}

/* --- taking the answer --- */

static const Asked *
find_asked (const NidaNeedsJob *job,
            guint               chart)
{
  for (guint i = 0; i < job->charts->len; i++)
    if (((const Asked *) g_ptr_array_index (job->charts, i))->chart == chart)
      return g_ptr_array_index (job->charts, i);
  return NULL;
}

void
nida_needs_job_take (const NidaNeedsJob *job,
                     GPtrArray          *links,
                     guint               which)
{
  for (guint i = 0; i < links->len; i++)
    {
      NidaLink *link = g_ptr_array_index (links, i);
      const Asked *asked = find_asked (job, link->chart);

      /* another scene is asked about next */
      if (asked != NULL && link->scene != asked->scene)
        continue;
      nida_link_forget_needs (link, which);
      if (asked == NULL)
        continue;
      link->outside[which] = asked->outside;
      if (asked->figures != NULL)
        link->asked[which] = g_memdup2 (asked->figures, (link->brushables->len + 1) * sizeof *asked->figures);
    }
}
