/* Problems of one kind in one file are one row of the load report, that opens into the places where they stand. */
#include "config.h"

#include "report-groups.h"

#include "comparisons.h"
#include "report-rows.h"

#include <string.h>

/* Fewer stand as well one by one. */
#define LEAST 3

static char *
key_of (const NidaProblem *problem)
{
  return g_strdup_printf ("%d %d %u %u %d %d", problem->severity, problem->kind, problem->source, problem->source2, problem->rule,
                          problem->line > 0);
}

/* (element-type char* GPtrArray): the problems of each kind, of each pair of files */
static GHashTable *
gather (NidaReport *report)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    {
      const NidaProblem *problem = nida_report_get_problem (report, i);
      g_autofree char *key = key_of (problem);
      GPtrArray *members = g_hash_table_lookup (groups, key);

      if (members == NULL)
        {
          members = g_ptr_array_new ();
          g_hash_table_insert (groups, g_steal_pointer (&key), members);
        }
      g_ptr_array_add (members, (gpointer) problem);
    }
  return groups;
}

/* What all have in common; the rest is said by each. */
static NidaTextRow *
make_group (NidaReport *report,
            GPtrArray  *members)
{
  NidaProblem whole = *(const NidaProblem *) members->pdata[0];
  g_autoptr (GListStore) children = g_list_store_new (NIDA_TYPE_TEXT_ROW);
  NidaTextRow *row;

  whole.count = 0;
  for (guint i = 0; i < members->len; i++)
    {
      const NidaProblem *problem = members->pdata[i];
      g_autoptr (NidaTextRow) child = nida_report_row_new (report, problem);

      whole.count += MAX (problem->count, 1);
      if (g_strcmp0 (whole.column, problem->column) != 0)
        whole.column = NULL;
      if (g_strcmp0 (whole.found, problem->found) != 0)
        whole.found = NULL;
      if (g_strcmp0 (whole.kept, problem->kept) != 0)
        whole.kept = NULL;
      g_list_store_append (children, child);
    }
  row = nida_report_group_row_new (report, &whole);
  nida_text_row_set_children (row, G_LIST_MODEL (children));
  return row;
}

GPtrArray *
nida_report_groups_new (NidaReport *report)
{
  g_autoptr (GHashTable) groups = gather (report);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    {
      const NidaProblem *problem = nida_report_get_problem (report, i);
      g_autofree char *key = key_of (problem);
      GPtrArray *members = g_hash_table_lookup (groups, key);

      if (members->len < LEAST)
        g_ptr_array_add (rows, nida_report_row_new (report, problem));
      else if (members->pdata[0] == problem)
        g_ptr_array_add (rows, make_group (report, members));
    }
  return rows;
}

static void
count_problems (NidaReport *report,
                GArray     *counts)
{
  g_autoptr (GHashTable) groups = gather (report);

  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    {
      const NidaProblem *problem = nida_report_get_problem (report, i);
      g_autofree char *key = key_of (problem);
      GPtrArray *members = g_hash_table_lookup (groups, key);

      if (problem->severity == NIDA_SEVERITY_INFO || (members->len >= LEAST && members->pdata[0] != problem))
        continue;
      g_array_index (counts, guint, problem->source)++;
      if (problem->source2 != problem->source)
        g_array_index (counts, guint, problem->source2)++;
    }
}

GArray *
nida_report_groups_count (NidaDataset *dataset)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) comparisons = nida_comparisons_new (dataset);

  g_array_set_size (counts, nida_report_get_n_sources (report));
  count_problems (report, counts);
  for (guint i = 0; i < comparisons->len; i++)
    {
      const NidaComparison *comparison = &g_array_index (comparisons, NidaComparison, i);

      if (nida_comparison_differs (comparison))
        g_array_index (counts, guint, comparison->stated->source)++;
    }
  return counts;
}
