/* Each move of a brush asks needs again. What they ask depends on the charts, and which filters it may get on the fields of the brush:
 * that is known as soon as a brush may begin, so rows that none of it tells apart are joined meanwhile. */
#include "config.h"

#include "link-condense.h"

#include "board.h"
#include "needs-inside.h"

#define LEAST_GAIN 4       /* all rows to those that are left; less is not worth their memory */

struct _NidaCondenseJob {
  NidaLocalEngine *engine;
  GPtrArray       *queries;                            /* NidaQuery, as charts ask without a brush */
  NidaGroupBy      narrowing[NIDA_BRUSH_MOST_FIELDS];
  guint            n_narrowing;
};

/* Needs are for years: what a brush has of one is widened to it. */
static void
add_narrowing (NidaCondenseJob   *job,
               const NidaLinkJob *index)
{
  for (guint i = 0; i < index->n_axes; i++)
    if (nida_board_need_has (index->axes[i].by.field))
      job->narrowing[job->n_narrowing++] = (NidaGroupBy) { index->axes[i].by.field, NIDA_STEP_YEAR };
}

/* The questions of charts about needs, and one for the marks of reported totals. */
static void
add_questions (NidaCondenseJob *job,
               const NidaLink  *link)
{
  g_autoptr (NidaQuery) no_brush = nida_query_new ();
  g_autoptr (NidaChartSpec) spec = nida_board_narrow (link->spec, no_brush);

  if (link->brushables->len == 0)
    return;
  if (nida_board_is_about_needs (spec) && job->n_narrowing > 0)
    g_ptr_array_extend_and_steal (job->queries, nida_needs_queries (spec));
  else if (spec->measure == NIDA_MEASURE_REPORTED)
    {
      spec->query->measures = 1u << NIDA_MEASURE_REPORTED;
      spec->query->n_by = 0;
      g_ptr_array_add (job->queries, nida_query_copy (spec->query));
    }
}

NidaCondenseJob *
nida_condense_job_new (NidaLocalEngine   *engine,
                       GPtrArray         *links,
                       const NidaLinkJob *index)
{
  NidaCondenseJob *job = g_new0 (NidaCondenseJob, 1);

  job->engine = g_object_ref (engine);
  job->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);
  add_narrowing (job, index);
  for (guint i = 0; i < links->len; i++)
    add_questions (job, g_ptr_array_index (links, i));
  if (job->queries->len > 0)
    return job;
  nida_condense_job_free (job);
  return NULL;
}

void
nida_condense_job_free (NidaCondenseJob *job)
{
  g_object_unref (job->engine);
  g_ptr_array_unref (job->queries);
  g_free (job);
}

NidaCondensed *
nida_condense_job_run (const NidaCondenseJob *job,
                       GCancellable          *cancellable)
{
  guint n_rows = nida_dataset_get_n_rows (nida_local_engine_get_dataset (job->engine));

  return nida_condensed_new (job->engine, job->queries, job->narrowing, job->n_narrowing, n_rows / LEAST_GAIN, cancellable);
}
