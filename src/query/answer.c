/* The recipe of an answer: count the flows, add up requirements, reckon coverage per plan, name what stands beside, and put
 * groups in order. */
#include "config.h"

#include "answer-private.h"

#include "conversions.h"
#include "coverage.h"
#include "cube-builder.h"
#include "engine.h"
#include "facts.h"
#include "ordering.h"
#include "overlap-most.h"
#include "passed-on.h"
#include "plan-years.h"
#include "scan-shared.h"
#include "statements.h"
#include "translate.h"

#define BIT NIDA_MEASURE_BIT

gboolean
nida_answer_overflow (GError **error)
{
  g_set_error_literal (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_OVERFLOW, _("A sum is too large to be exact."));
  return FALSE;
}

/* --- cells --- */

gboolean
nida_answer_asks (const NidaAnswer *self,
                  NidaMeasure       measure)
{
  return (self->query->measures & BIT (measure)) != 0;
}

static NidaCubeCell
empty_cell (const NidaAnswer *self)
{
  NidaCubeCell cell = { .flows = 0 };

  for (guint m = 0; m < NIDA_N_MEASURES; m++)
    cell.values[m] = nida_answer_asks (self, m) && m != NIDA_MEASURE_GAP && m != NIDA_MEASURE_COVERAGE ? 0 : NIDA_MONEY_NONE;
  return cell;
}

NidaCubeCell *
nida_answer_cell (NidaAnswer *self,
                  guint64     group)
{
  guint32 at = nida_interner_add (&self->groups, group, 0);

  if (at == self->cells->len)
    {
      NidaCubeCell cell = empty_cell (self);

      for (guint d = self->n_dimensions; d > 0; d--)
        {
          cell.item[d - 1] = group % self->dimensions[d - 1].n_slots;
          group /= self->dimensions[d - 1].n_slots;
        }
      g_array_append_val (self->cells, cell);
    }
  return &g_array_index (self->cells, NidaCubeCell, at);
}

/* Sums of flows to the measures that they are part of. */
static gboolean
fill_flows (const NidaAnswer *self,
            const NidaRules  *rules,
            const NidaSum    *sums,
            guint64           twice,
            NidaCubeCell     *cell,
            GError          **error)
{
  NidaWide values[NIDA_N_MEASURES] = { 0 };

  for (guint s = 0; s < rules->n_sums; s++)
    {
      cell->flows += sums[s].rows;
      for (guint m = 0; m < NIDA_N_MEASURES; m++)
        if (rules->measures[s] & BIT (m))
          values[m] += m == NIDA_MEASURE_COUNT ? (NidaWide) sums[s].rows : sums[s].sum;
    }
  cell->flows -= twice;
  values[NIDA_MEASURE_COUNT] -= twice;
  for (guint m = 0; m < NIDA_N_MEASURES; m++)
    if (nida_answer_asks (self, m) && (BIT (m) & NIDA_MEASURES_OF_FLOWS) &&
        !(m == NIDA_MEASURE_COUNT ? nida_wide_to_money (values[m], &cell->values[m])
                                  : nida_values_to_money (self->values, values[m], &cell->values[m])))
      return nida_answer_overflow (error);
  return TRUE;
}

static gboolean
add_flows (NidaAnswer     *self,
           const NidaScan *scan,
           GError        **error)
{
  NidaSum all[NIDA_RULES_MOST_SUMS] = { { 0, 0 } };
  guint64 size = nida_tally_get_size (&scan->tally);

  for (guint64 i = 0; i < size; i++)
    {
      const NidaSum *sums;
      guint64 group;
      guint twice;

      if (!nida_tally_get (&scan->tally, i, &group, &sums))
        continue;
      for (guint s = 0; s < scan->rules->n_sums; s++)
        nida_sum_merge (&all[s], &sums[s]);
      twice = GPOINTER_TO_UINT (g_hash_table_lookup (scan->twice, &group));
      if (!fill_flows (self, scan->rules, sums, twice, nida_answer_cell (self, group), error))
        return FALSE;
    }
  for (guint s = 0; s < scan->rules->n_sums; s++)
    if (scan->rules->noted[s] && (scan->rules->measures[s] & BIT (NIDA_MEASURE_RECEIVED)))
      nida_sum_merge (&self->asides.committed, &all[s]);
  if (!fill_flows (self, scan->rules, all, scan->twice_in_all, &self->total, error))
    return FALSE;
  nida_answer_clear_unknown (self, scan, all);
  return TRUE;
}

/* --- what stands beside --- */

static void
name_passed_on (NidaAnswer *self)
{
  NidaSelection *selection = self->selection;

  if (self->rule != NIDA_RULE_DISTINCT || !nida_answer_asks (self, NIDA_MEASURE_RECEIVED))
    return;
  if (selection->passed_on_of != self->values)
    selection->passed_on = nida_passed_on_most (self->sheet, selection, self->values, self->cancellable);
  selection->passed_on_of = self->values;
  nida_asides_add (&self->asides, NIDA_ASIDE_PASSED_ON_MOST, selection->passed_on);
}

static void
add_beside (NidaAnswer     *self,
            const NidaScan *scan)
{
  nida_asides_add_scan (&self->asides, scan, self->query->measures);
  for (guint way = 0; scan->converted != NULL && way < self->values->ways->len; way++)
    nida_converted_merge (&self->converted[way], &scan->converted[way]);
}

/* --- the two passes --- */

/* The pass over the flows of the question. */
static void
begin_scan (NidaAnswer *self,
            NidaRules  *rules,
            NidaScan   *scan)
{
  guint measures = self->query->measures & NIDA_MEASURES_OF_FLOWS;

  nida_rules_init (rules, self->rule, measures, self->selection);
  *scan = (NidaScan) { .sheet = self->sheet, .selection = self->selection, .rules = rules, .values = self->values,
                       .dimensions = self->dimensions, .n_dimensions = self->n_dimensions, .cancellable = self->cancellable };
  if (measures != 0)
    scan->twins = nida_sheet_get_twins (self->sheet);
}

static gboolean
count_flows (NidaAnswer  *self,
             GError     **error)
{
  guint measures = self->query->measures & NIDA_MEASURES_OF_FLOWS;
  NidaRules rules;
  NidaScan scan;
  gboolean done = TRUE;

  begin_scan (self, &rules, &scan);
  if (measures != 0)
    {
      done = nida_scan_share (&scan, error) && add_flows (self, &scan, error);
      nida_answer_count_others (self, &scan);
    }
  if (done && (measures != 0 || !(self->query->measures & NIDA_MEASURES_OF_PLANS)))
    add_beside (self, &scan);
  nida_scan_clear (&scan);
  return done;
}

static gboolean
set_cover (NidaAnswer          *self,
           const NidaCoverage  *coverage,
           const NidaCover     *cover,
           NidaCubeCell        *cell,
           GError             **error)
{
  NidaMoney gap;
  gint64 millionths;

  if (!nida_coverage_values (coverage, cover, &gap, &millionths))
    return nida_answer_overflow (error);
  if (nida_answer_asks (self, NIDA_MEASURE_GAP))
    cell->values[NIDA_MEASURE_GAP] = gap;
  if (nida_answer_asks (self, NIDA_MEASURE_COVERAGE))
    cell->values[NIDA_MEASURE_COVERAGE] = millionths;
  for (NidaMeasure m = NIDA_MEASURE_GAP; gap == NIDA_MONEY_NONE && nida_cover_lacks (cover) && m <= NIDA_MEASURE_COVERAGE; m++)
    if (nida_answer_asks (self, m))
      nida_answer_set_unknown (cell, m);
  return TRUE;
}

static gboolean
add_coverage (NidaAnswer          *self,
              const NidaCoverage  *coverage,
              GError             **error)
{
  for (guint32 i = 0; i < coverage->covers->len; i++)
    if (!set_cover (self, coverage, &g_array_index (coverage->covers, NidaCover, i),
                    nida_answer_cell (self, coverage->groups.keys[i].a), error))
      return FALSE;
  self->asides.of_totals |= coverage->of_totals;
  nida_asides_add (&self->asides, NIDA_ASIDE_OUTSIDE_APPEALS, coverage->outside);
  nida_asides_add (&self->asides, NIDA_ASIDE_NOT_SPECIFIED, coverage->not_specified);
  nida_asides_add (&self->asides, NIDA_ASIDE_NO_REQUIREMENT, coverage->no_requirement);
  return set_cover (self, coverage, &coverage->total, &self->total, error);
}

static gboolean
cover_selection (NidaAnswer        *self,
                 NidaSelection     *selection,
                 const NidaLevels  *levels,
                 GError           **error)
{
  NidaRule rule = self->query->rule == NIDA_RULE_AUTO ? NIDA_RULE_BOUNDARY : self->query->rule;
  NidaRules rules;
  NidaScan scan = { .sheet = self->sheet, .selection = selection, .rules = &rules, .values = self->values,
                    .dimensions = self->dimensions, .n_dimensions = self->n_dimensions + 1,
                    .cancellable = self->cancellable };
  NidaCoverage coverage;
  gboolean done;

  nida_rules_init (&rules, rule, BIT (NIDA_MEASURE_RECEIVED), selection);
  nida_coverage_init (&coverage, self->sheet, self->values, levels, self->dimensions, self->n_dimensions);
  self->dimensions[self->n_dimensions] = coverage.plans;
  /* without a plan all is outside, whatever its group */
  if (coverage.n_plans == 0)
    {
      scan.dimensions = &coverage.plans;
      scan.n_dimensions = 1;
    }
  done = nida_scan_share (&scan, error);
  if (done)
    {
      nida_coverage_reckon (&coverage, &scan);
      done = add_coverage (self, &coverage, error);
      if (!(self->query->measures & NIDA_MEASURES_OF_FLOWS))
        add_beside (self, &scan);
    }
  nida_scan_clear (&scan);
  nida_coverage_clear (&coverage);
  return done;
}

/* Years choose plans, whose money follows them, and not the money. */
static gboolean
cover_plans_of_years (NidaAnswer  *self,
                      GError     **error)
{
  NidaSelection *selection = nida_plan_years_select (self->sheet, self->query, self->selection, self->values, self->cancellable, error);
  NidaLevels levels;
  gboolean done;

  if (selection == NULL)
    return FALSE;
  nida_levels_init_selection (&levels, self->sheet, self->query, self->values, selection);
  nida_statements_choose (self->sheet, self->values, NULL, 0, levels.total_rows, NULL);
  nida_statements_choose (self->sheet, self->values, self->dimensions, self->n_dimensions, levels.group_rows, NULL);
  done = cover_selection (self, selection, &levels, error);
  nida_levels_clear (&levels);
  return done;
}

static gboolean
cover_plans (NidaAnswer  *self,
             GError     **error)
{
  if (!(self->query->measures & NIDA_MEASURES_OF_PLANS))
    return TRUE;
  if (nida_plan_years_asked (self->query))
    return cover_plans_of_years (self, error);
  return cover_selection (self, self->selection, &self->levels, error);
}

/* --- the whole --- */

/* The kinds of rows that a measure sums; none for those that always have an answer, or reckon it themselves. */
static guint
kinds_of_measure (NidaMeasure measure)
{
  switch ((int) measure)
    {
    case NIDA_MEASURE_RECEIVED: return NIDA_KIND_BIT (NIDA_KIND_COMMITMENT) | NIDA_KIND_BIT (NIDA_KIND_PAID);
    case NIDA_MEASURE_REQUIREMENT: return NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT);
    case NIDA_MEASURE_REPORTED: return NIDA_KIND_BIT (NIDA_KIND_REPORTED);
    case NIDA_MEASURE_PLEDGED: return NIDA_KIND_BIT (NIDA_KIND_PLEDGE);
    case NIDA_MEASURE_COMMITTED: return NIDA_KIND_BIT (NIDA_KIND_COMMITMENT);
    case NIDA_MEASURE_PAID: return NIDA_KIND_BIT (NIDA_KIND_PAID);
    default: return 0;
    }
}

/* Absent is not zero: where no row of the sources that has an amount in the currency is of the kind that a measure sums, it
 * has no total. Where filters leave none, the total is zero. */
static void
clear_absent (NidaAnswer *self)
{
  guint present = 0;

  for (guint trait = 0; trait < NIDA_N_TRAITS; trait++)
    if (self->sheet->present[trait])
      present |= NIDA_KIND_BIT (NIDA_TRAIT_KIND (trait)) & self->values->kinds;
  for (guint m = 0; m < NIDA_N_MEASURES; m++)
    if (kinds_of_measure (m) != 0 && (kinds_of_measure (m) & present) == 0)
      self->total.values[m] = NIDA_MONEY_NONE;
}

/* What the question is about: its flows and totals, and the facts it asks for. */
static void
hand_out_extent (NidaAnswer *self,
                 NidaCube   *cube)
{
  guint kinds = NIDA_KINDS_MONEY | self->query->fact_kinds;
  gint32 first, last;

  if (nida_answer_asks (self, NIDA_MEASURE_REQUIREMENT))
    kinds |= NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT);
  if (nida_answer_asks (self, NIDA_MEASURE_REPORTED))
    kinds |= NIDA_KIND_BIT (NIDA_KIND_REPORTED);
  nida_cube_set_kinds (cube, nida_selection_get_kinds (self->selection));
  if (nida_selection_get_extent (self->selection, self->sheet, kinds, &first, &last))
    nida_cube_set_extent (cube, first, last);
  nida_answer_hand_out_plan_years (self, cube);
}

static gboolean
init_dimensions (NidaAnswer  *self,
                 GError     **error)
{
  for (guint i = 0; i < self->query->n_by; i++)
    {
      NidaGroupBy by = self->query->by[i];

      if (!nida_dimension_init (&self->dimensions[i], self->sheet, by, self->query->fiscal_start))
        {
          g_set_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID,
                       /* Translators: %s is the name of a field, "amount" */
                       _("Rows cannot be grouped by %s."), nida_field_get_name (by.field));
          return FALSE;
        }
      self->n_dimensions++;
    }
  /* a plan's money moves to the group of its requirement, so these measures need all names */
  if (self->query->apart != NULL && self->n_dimensions > 0 && !(self->query->measures & NIDA_MEASURES_OF_PLANS))
    nida_dimension_join (&self->dimensions[self->n_dimensions - 1], (const char * const *) self->query->apart, TRUE);
  return TRUE;
}

static gboolean
reckon (NidaAnswer  *self,
        NidaCube    *cube,
        GError     **error)
{
  if (!init_dimensions (self, error) || !count_flows (self, error) || !nida_answer_add_totals (self, error) ||
      !cover_plans (self, error))
    return FALSE;
  name_passed_on (self);
  nida_asides_add (&self->asides, NIDA_ASIDE_OVERLAP,
                   nida_overlap_most (self->sheet, self->selection, self->values, self->rule, self->query->measures));
  clear_absent (self);
  if (self->n_dimensions == 0)
    nida_cube_add_cell (cube, &self->total);
  else
    nida_ordering_add_cells (cube, self->dimensions, self->n_dimensions, self->cells);
  nida_cube_set_total (cube, &self->total);
  hand_out_extent (self, cube);
  nida_conversions_hand_out (self->sheet, self->selection, self->values, self->converted, cube);
  return (nida_asides_hand_out (&self->asides, self->values, cube) || nida_answer_overflow (error)) &&
         nida_facts_add (cube, self->sheet, self->selection, self->query, self->values, error) &&
         !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static void
begin (NidaAnswer    *self,
       NidaSheet     *sheet,
       NidaSelection *selection,
       NidaQuery     *query)
{
  *self = (NidaAnswer) { .sheet = sheet, .selection = selection, .query = query };
  self->values = nida_sheet_get_values (sheet, query->currency, query->prices);
  self->rule = nida_rules_resolve (query->rule, query->measures);
}

static void
clear_dimensions (NidaAnswer *self)
{
  for (guint d = 0; d < self->n_dimensions; d++)
    nida_dimension_clear (&self->dimensions[d]);
}

NidaCube *
nida_answer_new (NidaSheet      *sheet,
                 NidaSelection  *selection,
                 NidaQuery      *query,
                 GCancellable   *cancellable,
                 GError        **error)
{
  NidaAnswer self;
  g_autoptr (NidaCube) cube = NULL;
  gboolean done;

  begin (&self, sheet, selection, query);
  self.cancellable = cancellable;
  self.converted = g_new0 (NidaConverted, self.values->ways->len + 1);
  self.cells = g_array_new (FALSE, FALSE, sizeof (NidaCubeCell));
  self.total = empty_cell (&self);
  cube = nida_cube_new (query, self.rule);
  done = reckon (&self, cube, error);

  clear_dimensions (&self);
  nida_interner_clear (&self.groups);
  nida_levels_clear (&self.levels);
  g_array_unref (self.cells);
  g_free (self.converted);
  return done ? g_steal_pointer (&cube) : NULL;
}

gboolean
nida_answers_prepare (NidaSheet      *sheet,
                      NidaSelection  *selection,
                      GPtrArray      *queries,
                      GError        **error)
{
  g_autofree NidaAnswer *answers = g_new (NidaAnswer, queries->len + 1);
  g_autofree NidaRules *rules = g_new (NidaRules, queries->len + 1);
  g_autofree NidaScan *scans = g_new (NidaScan, queries->len + 1);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  gboolean done;

  for (guint i = 0; i < queries->len; i++)
    {
      NidaQuery *query = g_ptr_array_index (queries, i);

      begin (&answers[i], sheet, selection, query);
      if (!(query->measures & NIDA_MEASURES_OF_FLOWS) || !init_dimensions (&answers[i], NULL))
        continue;
      begin_scan (&answers[i], &rules[i], &scans[i]);
      g_ptr_array_add (wanted, &scans[i]);
    }
  done = nida_scans_share_ahead (wanted, error);
  for (guint i = 0; i < queries->len; i++)
    clear_dimensions (&answers[i]);
  return done;
}
