/* A plan with a requirement brings all of its money, so that "the coverage of 2026" is one figure, whether it is asked for
 * with a filter or stands in the groups of years: money that was given before 2026 for a plan of 2026 is part of it, and
 * money of 2026 for a plan of 2025 is not. */
#include "plan-years.h"

#include "coverage.h"
#include "filter-values.h"
#include "selection-kept.h"

typedef struct {
  NidaSheet           *sheet;
  const NidaSelection *asked;       /* what passes the question's filters */
  const NidaSelection *all;         /* the same without those on years */
  NidaCoverage         coverage;    /* of @all: which plan a row belongs to */
  guint8              *wanted;      /* by plan */
} NidaPlanYears;

static gboolean
is_years (NidaQuery           *query,
          const char * const  *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      NidaPeriod period;

      if (!nida_filter_values_period (values[i], query->fiscal_start, &period, NULL) ||
          period.start.precision != NIDA_PRECISION_YEAR || period.end.precision != NIDA_PRECISION_YEAR)
        return FALSE;
    }
  return TRUE;
}

gboolean
nida_plan_years_asked (NidaQuery *query)
{
  gboolean asked = FALSE;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (query, i, &values);

      if (field != NIDA_FIELD_DATE && field != NIDA_FIELD_USAGE_YEAR)
        continue;
      if (!is_years (query, values))
        return FALSE;
      asked = TRUE;
    }
  return asked;
}

static NidaSelection *
select_all_years (NidaSheet     *sheet,
                  NidaQuery     *query,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (NidaQuery) all = nida_query_copy (query);

  nida_query_clear_filter (all, NIDA_FIELD_DATE);
  nida_query_clear_filter (all, NIDA_FIELD_USAGE_YEAR);
  return nida_selection_choose (sheet, all, cancellable, error);
}

static void
find_wanted (NidaPlanYears *self)
{
  GArray *rows = self->coverage.levels->total_rows;

  self->wanted = g_new0 (guint8, self->coverage.n_plans + 1);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      guint32 plan = nida_dimension_slot (&self->coverage.plans, row);

      if (plan < self->coverage.n_plans && NIDA_TRAIT_KIND (self->sheet->traits[row]) == NIDA_KIND_REQUIREMENT &&
          nida_selection_contains (self->asked, row))
        self->wanted[plan] = TRUE;
    }
}

static gboolean
is_wanted (const NidaPlanYears *self,
           guint32              row)
{
  guint32 plan = nida_dimension_slot (&self->coverage.plans, row);

  return plan < self->coverage.n_plans && self->wanted[plan];
}

/* Rows of @from that are not, or are, money of the plans that are wanted. */
static void
append_rows (const NidaPlanYears *self,
             GArray              *to,
             GArray              *from,
             gboolean             wanted)
{
  for (guint i = 0; i < from->len; i++)
    {
      guint32 row = g_array_index (from, guint32, i);

      if (is_wanted (self, row) == wanted)
        g_array_append_val (to, row);
    }
}

static void
take_rows (const NidaPlanYears *self,
           NidaSelection       *found)
{
  guint32 at = 0;

  found->rows = g_new (guint32, self->all->n_rows + 1);
  for (guint32 i = 0; i < self->all->n_rows; i++)
    {
      guint32 row = nida_selection_row (self->all, i);
      guint32 plan = nida_dimension_slot (&self->coverage.plans, row);
      gboolean asked;

      while (at < self->asked->n_rows && nida_selection_row (self->asked, at) < row)
        at++;
      asked = at < self->asked->n_rows && nida_selection_row (self->asked, at) == row;
      if (plan < self->coverage.n_plans ? !self->wanted[plan] : !asked)
        continue;
      found->rows[found->n_rows++] = row;
      found->present[self->sheet->traits[row]] = 1;
    }
}

static NidaSelection *
find (NidaSheet           *sheet,
      NidaQuery           *query,
      const NidaSelection *selection,
      const NidaValues    *values,
      GCancellable        *cancellable,
      GError             **error)
{
  g_autoptr (NidaSelection) all = select_all_years (sheet, query, cancellable, error);
  NidaPlanYears self = { .sheet = sheet, .asked = selection, .all = all };
  NidaSelection *found;
  NidaLevels levels;

  if (all == NULL)
    return NULL;
  nida_levels_init_selection (&levels, sheet, query, values, all);
  nida_coverage_init (&self.coverage, sheet, values, &levels, NULL, 0);
  find_wanted (&self);
  found = nida_selection_new ();
  take_rows (&self, found);
  append_rows (&self, found->undated, selection->undated, FALSE);
  append_rows (&self, found->outside, selection->outside, FALSE);
  append_rows (&self, found->shared, all->shared, TRUE);
  append_rows (&self, found->shared, selection->shared, FALSE);
  found->copies_boundary = selection->copies_boundary;
  found->copies_on = selection->copies_on;

  g_free (self.wanted);
  nida_coverage_clear (&self.coverage);
  nida_levels_clear (&levels);
  return found;
}

NidaSelection *
nida_plan_years_select (NidaSheet         *sheet,
                        NidaQuery         *query,
                        NidaSelection     *selection,
                        const NidaValues  *values,
                        GCancellable      *cancellable,
                        GError           **error)
{
  if (selection->of_plans_by != values)
    g_clear_pointer (&selection->of_plans, nida_selection_free);
  selection->of_plans_by = values;
  if (selection->of_plans == NULL)
    selection->of_plans = find (sheet, query, selection, values, cancellable, error);
  return selection->of_plans;
}
