/* Totals are asked of the engine like any other question, over the rows of the sources that state them: received and pledged
 * money by the rule by which FTS counts for a place or a plan. */
#include "comparisons.h"

#include "local-engine.h"

#include <string.h>

/* The sources of one statement. */
typedef struct {
  NidaReport *report;
  GArray     *indices;          /* guint */
} Set;

static gboolean
is_in_set (const Set *set,
           guint      source)
{
  for (guint i = 0; i < set->indices->len; i++)
    if (g_array_index (set->indices, guint, i) == source)
      return TRUE;
  return FALSE;
}

/* May rows of the set have gone to a source outside of it? */
static gboolean
is_shared (const Set *set)
{
  guint64 merged = 0;
  const char *family = NULL;

  for (guint i = 0; i < set->indices->len; i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (set->report, g_array_index (set->indices, guint, i));

      merged += info->rows_merged;
      family = info->family;
    }
  for (guint i = 0; merged > 0 && i < nida_report_get_n_sources (set->report); i++)
    if (!is_in_set (set, i) && g_strcmp0 (nida_report_get_source (set->report, i)->family, family) == 0)
      return TRUE;
  return FALSE;
}

/* Records, each flow once. */
static NidaMoney
count_records (const Set *set)
{
  guint64 n = 0;

  for (guint i = 0; i < set->indices->len; i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (set->report, g_array_index (set->indices, guint, i));

      n += info->rows_read - MIN (info->rows_merged, info->rows_read);
    }
  return (NidaMoney) n;
}

static NidaMeasure
measure_of (NidaStatedKind kind)
{
  switch (kind)
    {
    case NIDA_STATED_PLEDGED: return NIDA_MEASURE_PLEDGED;
    case NIDA_STATED_REQUIREMENT: return NIDA_MEASURE_REQUIREMENT;
    case NIDA_STATED_REPORTED: return NIDA_MEASURE_REPORTED;
    case NIDA_STATED_RECEIVED:
    case NIDA_STATED_RECORDS:
    case NIDA_STATED_SHARE:
    default: return NIDA_MEASURE_RECEIVED;
    }
}

static NidaMoney
sum_rows (NidaLocalEngine *engine,
          const Set       *set,
          NidaStatedKind   kind)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  NidaMeasure measure = measure_of (kind);
  gboolean any = FALSE;
  NidaMoney sum;

  query->measures = 1u << measure;
  query->rule = NIDA_RULE_BOUNDARY;
  for (guint i = 0; i < set->indices->len; i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (set->report, g_array_index (set->indices, guint, i));

      if (info->rows_kept == 0)
        continue;
      nida_query_add_filter (query, NIDA_FIELD_SOURCE, info->name);
      any = TRUE;
    }
  if (!any)
    return 0;
  cube = nida_local_engine_query (engine, query, NULL);
  if (cube == NULL)
    return NIDA_MONEY_NONE;
  sum = nida_cube_get_total (cube)->values[measure];
  return sum != NIDA_MONEY_NONE ? sum : 0;
}

/* The sources that state the same set; the statement of the first of them speaks for all. */
static gboolean
find_set (NidaReport       *report,
          const NidaStated *stated,
          Set              *set)
{
  set->report = report;
  g_array_set_size (set->indices, 0);
  if (stated->set == NULL)
    {
      g_array_append_val (set->indices, stated->source);
      return TRUE;
    }
  for (guint i = 0; i < nida_report_get_n_stated (report); i++)
    {
      const NidaStated *other = nida_report_get_stated (report, i);

      if (g_strcmp0 (other->set, stated->set) != 0 || other->kind != stated->kind || is_in_set (set, other->source))
        continue;
      if (set->indices->len == 0 && other != stated)
        return FALSE;
      g_array_append_val (set->indices, other->source);
    }
  return TRUE;
}

GArray *
nida_comparisons_new (NidaDataset *dataset)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  GArray *comparisons = g_array_new (FALSE, FALSE, sizeof (NidaComparison));
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (NidaLocalEngine) engine = NULL;
  Set set = { .indices = indices };

  for (guint i = 0; i < nida_report_get_n_stated (report); i++)
    {
      NidaComparison comparison = { .stated = nida_report_get_stated (report, i) };

      if (!find_set (report, comparison.stated, &set))
        continue;
      comparison.n_sources = set.indices->len;
      if (comparison.stated->kind == NIDA_STATED_SHARE)
        comparison.computed = comparison.stated->computed;
      else if (is_shared (&set))
        comparison.computed = NIDA_MONEY_NONE;
      else if (comparison.stated->kind == NIDA_STATED_RECORDS)
        comparison.computed = count_records (&set);
      else
        {
          if (engine == NULL)
            engine = nida_local_engine_new (dataset);
          comparison.computed = sum_rows (engine, &set, comparison.stated->kind);
        }
      g_array_append_val (comparisons, comparison);
    }
  return comparisons;
}

gboolean
nida_comparison_differs (const NidaComparison *self)
{
  if (self->stated->kind == NIDA_STATED_SHARE)
    return self->stated->differs;
  return self->computed != NIDA_MONEY_NONE && self->computed != self->stated->stated;
}

gboolean
nida_comparison_lacks (const NidaComparison *self)
{
  return self->stated->kind != NIDA_STATED_SHARE && self->computed != NIDA_MONEY_NONE
         && self->stated->stated > self->computed;
}
