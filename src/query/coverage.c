/* Coverage and gap per plan (formats.md §1).
 *
 * A plan with a requirement above zero brings all of its money, whatever row it stands in; money without such a plan is
 * named as outside appeals. A plan's funding is the reported total where a source states one, else its flows. Grouped by
 * category, country or region, a cell is plan × category: one without a requirement has no gap, its money counts at the plan
 * alone. In any other grouping a plan's money goes to the group in which its requirement stands. */
#include "coverage.h"

#include "coverage-plans.h"
#include "plans.h"
#include "statements.h"

#define MIXED G_MAXUINT32
#define UNSEEN (G_MAXUINT32 - 1)
#define NOT_STATED 0               /* the slot of a name that is not stated */

/* --- reported totals --- */

/* By appeal (0: none) the years of what is reported outside plans, as in the keys of plans. */
static GHashTable *
collect_reported_years (const NidaCoverage *self,
                        const guint8       *reported)
{
  const NidaEncoded *encoded = nida_sheet_get_plans (self->sheet);
  GHashTable *years = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint32 code = 0; code < encoded->n_codes; code++)
    {
      gpointer appeal = GUINT_TO_POINTER (NIDA_PLAN_KEY_APPEAL (encoded->keys.keys[code]));
      GArray *keys;

      if (!reported[code])
        continue;
      keys = g_hash_table_lookup (years, appeal);
      if (keys == NULL)
        {
          keys = g_array_new (FALSE, FALSE, sizeof (NidaKey));
          g_hash_table_insert (years, appeal, keys);
        }
      g_array_append_val (keys, encoded->keys.keys[code]);
    }
  return years;
}

static gboolean
lies_in_any (NidaKey  money,
             GArray  *reported)
{
  for (guint i = 0; reported != NULL && i < reported->len; i++)
    {
      NidaKey total = g_array_index (reported, NidaKey, i);

      if (money.b == total.b)
        return TRUE;
      if (NIDA_PLAN_KEY_FIRST_YEAR (total) != 0 && NIDA_PLAN_KEY_FIRST_YEAR (total) <= NIDA_PLAN_KEY_FIRST_YEAR (money) &&
          NIDA_PLAN_KEY_LAST_YEAR (money) <= NIDA_PLAN_KEY_LAST_YEAR (total))
        return TRUE;
    }
  return FALSE;
}

/* A source states what went outside plans: flows of the same appeal in its years are part of that, and without an appeal
 * those of its years, whichever source names them. */
static void
set_reported_aside (NidaCoverage *self,
                    const guint8 *reported)
{
  const NidaEncoded *encoded = nida_sheet_get_plans (self->sheet);
  g_autoptr (GHashTable) years = collect_reported_years (self, reported);

  for (guint32 code = 0; g_hash_table_size (years) > 0 && code < encoded->n_codes; code++)
    {
      NidaKey key = encoded->keys.keys[code];

      if (self->plans.slot_of_code[code] == NIDA_COVERAGE_OUTSIDE (self) &&
          lies_in_any (key, g_hash_table_lookup (years, GUINT_TO_POINTER (NIDA_PLAN_KEY_APPEAL (key)))))
        self->plans.slot_of_code[code] = NIDA_COVERAGE_OUTSIDE_REPORTED (self);
    }
}

/* What somebody reports of a donor or a recipient holds the flows of these alone. */
static gboolean
is_about_somebody (const NidaCoverage *self,
                   guint32             row)
{
  return nida_statements_is_one (self->sheet, row) &&
         (nida_codes_get (nida_dataset_get_codes (self->sheet->dataset, NIDA_FIELD_DONOR), row) != 0 ||
          nida_codes_get (nida_dataset_get_codes (self->sheet->dataset, NIDA_FIELD_RECIPIENT), row) != 0);
}

static void
add_outside_total (NidaCoverage *self,
                   guint32       row,
                   guint8       *reported)
{
  nida_values_add (self->values, row, &self->outside);
  self->of_totals |= 1u << NIDA_ASIDE_OUTSIDE_APPEALS;
  if (is_about_somebody (self, row))
    g_array_append_val (self->statements, row);
  else
    reported[nida_coverage_plan_code (self, row)] = TRUE;
}

/* A total that is reported. */
static void
add_reported (const NidaCoverage *self,
              guint32             row,
              NidaPlanMoney      *money)
{
  nida_values_add (self->values, row, &money->reported);
  money->reported_lacking += !nida_values_has (self->values, row);
}

static void
add_totals (NidaCoverage *self)
{
  g_autofree guint8 *reported = g_new0 (guint8, nida_sheet_get_plans (self->sheet)->n_codes);
  GArray *rows = self->levels->total_rows;

  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      guint32 plan = nida_dimension_slot (&self->plans, row);

      if (nida_coverage_is_requirement (self, row))
        nida_values_add (self->values, row, &self->money[plan].requirement);
      else if (plan == NIDA_COVERAGE_OUTSIDE (self))
        add_outside_total (self, row, reported);
      else
        add_reported (self, row, &self->money[plan]);
    }
  set_reported_aside (self, reported);
}

static gboolean
is_in_a_statement (const NidaCoverage *self,
                   guint32             row)
{
  for (guint i = 0; i < self->statements->len; i++)
    if (nida_statements_holds (self->sheet, g_array_index (self->statements, guint32, i), row))
      return TRUE;
  return FALSE;
}

/* The flows that a statement about their donor or recipient holds already. */
static void
take_stated_flows (NidaCoverage   *self,
                   const NidaScan *scan)
{
  const guint16 *copies = self->sheet->copies;

  for (guint i = 0; self->statements->len > 0 && i < scan->selection->n_rows; i++)
    {
      guint32 row = nida_selection_row (scan->selection, i);

      if (nida_dimension_slot (&self->plans, row) != NIDA_COVERAGE_OUTSIDE (self) ||
          nida_rules_action (scan->rules, self->sheet->traits[row], copies == NULL ? 0 : copies[row]) >= NIDA_RULES_MOST_SUMS ||
          !is_in_a_statement (self, row))
        continue;
      if (nida_values_has (self->values, row))
        self->outside.sum -= nida_values_get (self->values, row);
      self->outside.rows--;
    }
}

/* --- where a plan's money goes --- */

/* By plan and dimension: the one group that all of its requirement stands in. */
static void
find_homes (NidaCoverage *self)
{
  GArray *rows = self->levels->group_rows;

  for (gsize i = 0; i < (gsize) self->n_plans * self->n_by; i++)
    self->homes[i] = UNSEEN;
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      guint32 plan = nida_dimension_slot (&self->plans, row);

      for (guint d = 0; d < self->n_by && plan < self->n_plans && nida_coverage_is_requirement (self, row); d++)
        {
          guint32 slot = nida_dimension_slot (&self->dimensions[d], row);
          guint32 *home = &self->homes[(gsize) plan * self->n_by + d];

          *home = *home == UNSEEN || *home == slot ? slot : MIXED;
        }
    }
}

/* Does grouping by @field split a plan whose requirement stands in the group @home? Not one that states none. */
static gboolean
is_split (NidaField field,
          guint32   home)
{
  return (field == NIDA_FIELD_CATEGORY || field == NIDA_FIELD_COUNTRY || field == NIDA_FIELD_REGION) && home != NOT_STATED;
}

static void
split_group (const NidaCoverage *self,
             guint64             group,
             guint32            *slots)
{
  for (guint d = self->n_by; d > 0; d--)
    {
      slots[d - 1] = group % self->dimensions[d - 1].n_slots;
      group /= self->dimensions[d - 1].n_slots;
    }
}

/* @group with the plan's own group in each dimension that does not split it. */
static guint64
group_at_home (const NidaCoverage *self,
               guint64             group,
               guint32             plan)
{
  guint32 slots[NIDA_MAX_BY];
  guint64 moved = 0;

  split_group (self, group, slots);
  for (guint d = 0; d < self->n_by; d++)
    {
      guint32 home = self->homes[(gsize) plan * self->n_by + d];
      gboolean stays = home == MIXED || home == UNSEEN || is_split (self->dimensions[d].by.field, home);

      moved = moved * self->dimensions[d].n_slots + (stays ? slots[d] : home);
    }
  return moved;
}

static NidaPlanMoney *
cell_at (NidaCoverage *self,
         guint64       group,
         guint32       plan)
{
  guint32 cell = nida_interner_add (&self->cells, group_at_home (self, group, plan), plan);

  if (cell == self->cell_money->len)
    g_array_set_size (self->cell_money, cell + 1);
  return &g_array_index (self->cell_money, NidaPlanMoney, cell);
}

static void
spread_flows (NidaCoverage   *self,
              const NidaScan *scan)
{
  guint64 size = nida_tally_get_size (&scan->tally);

  for (guint64 i = 0; i < size; i++)
    {
      const NidaSum *sums;
      guint64 group;
      guint32 plan;

      if (!nida_tally_get (&scan->tally, i, &group, &sums))
        continue;
      plan = group % self->plans.n_slots;
      for (guint s = 0; s < scan->rules->n_sums; s++)
        if (plan < self->n_plans)
          {
            nida_sum_merge (&self->money[plan].flows, &sums[s]);
            nida_sum_merge (&cell_at (self, group / self->plans.n_slots, plan)->flows, &sums[s]);
          }
        else if (plan == NIDA_COVERAGE_OUTSIDE (self))
          nida_sum_merge (&self->outside, &sums[s]);
    }
}

/* Flows without an amount are few, and looked for only where there are any. */
static void
count_lacking (NidaCoverage   *self,
               const NidaScan *scan)
{
  guint64 any = 0;

  for (guint s = 0; s < scan->rules->n_sums; s++)
    any += scan->without_amount[s];
  for (guint i = 0; any > 0 && i < scan->selection->n_rows; i++)
    {
      guint32 row = nida_selection_row (scan->selection, i), plan;

      if (nida_values_has (self->values, row) || nida_scan_action (scan, row) >= NIDA_RULES_MOST_SUMS)
        continue;
      plan = nida_dimension_slot (&self->plans, row);
      if (plan >= self->n_plans)
        continue;
      self->money[plan].flows_lacking++;
      cell_at (self, nida_dimensions_group (self->dimensions, self->n_by, row), plan)->flows_lacking++;
    }
}

/* The slot of the category in @slots, or MIXED when the question does not group by category. */
static guint32
category_in (const NidaCoverage *self,
             const guint32      *slots)
{
  for (guint d = 0; d < self->n_by; d++)
    if (self->dimensions[d].by.field == NIDA_FIELD_CATEGORY)
      return slots[d];
  return MIXED;
}

static gboolean
groups_by_category (const NidaCoverage *self)
{
  for (guint d = 0; d < self->n_by; d++)
    if (self->dimensions[d].by.field == NIDA_FIELD_CATEGORY)
      return TRUE;
  return FALSE;
}

/* A reported total of a whole plan says nothing of its categories, where its requirement and its flows do. */
static gboolean
is_whole_reported (const NidaCoverage *self,
                   guint32             row,
                   guint32             plan)
{
  NidaDataset *dataset = self->sheet->dataset;
  guint32 home = category_in (self, &self->homes[(gsize) plan * self->n_by]);

  return groups_by_category (self) && !nida_coverage_is_requirement (self, row) && home != NOT_STATED &&
         self->money[plan].flows.rows > 0 &&
         nida_codes_get (nida_dataset_get_codes (dataset, NIDA_FIELD_CATEGORY), row) == 0 &&
         nida_codes_get (nida_dataset_get_codes (dataset, NIDA_FIELD_LEVEL), row) != NIDA_LEVEL_OBJECTIVE;
}

static void
spread_totals (NidaCoverage *self)
{
  GArray *rows = self->levels->group_rows;

  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      guint32 plan = nida_dimension_slot (&self->plans, row);
      NidaPlanMoney *money;

      if (plan >= self->n_plans)
        continue;
      if (is_whole_reported (self, row, plan))
        {
          self->no_requirement.rows++;
          continue;
        }
      money = cell_at (self, nida_dimensions_group (self->dimensions, self->n_by, row), plan);
      if (nida_coverage_is_requirement (self, row))
        nida_values_add (self->values, row, &money->requirement);
      else
        add_reported (self, row, money);
    }
}

/* --- the answer --- */

static const NidaSum *
funding_of (const NidaPlanMoney *money)
{
  return money->reported.rows > 0 ? &money->reported : &money->flows;
}

static void
cover (NidaCover           *self,
       const NidaPlanMoney *money)
{
  self->requirement += money->requirement.sum;
  self->funding += funding_of (money)->sum;
  self->rows += funding_of (money)->rows;
  self->lacking += money->reported.rows > 0 ? money->reported_lacking : money->flows_lacking;
}

static void
sum_plans (NidaCoverage *self)
{
  for (guint32 plan = 0; plan < self->n_plans; plan++)
    cover (&self->total, &self->money[plan]);
  self->has_funding = self->total.rows > 0;
}

static void
cover_group (NidaCoverage        *self,
             guint64              group,
             const NidaPlanMoney *money)
{
  guint32 at = nida_interner_add (&self->groups, group, 0);

  if (at == self->covers->len)
    g_array_set_size (self->covers, at + 1);
  cover (&g_array_index (self->covers, NidaCover, at), money);
}

static gboolean
lacks_category (const NidaCoverage *self,
                guint64             group)
{
  guint32 slots[NIDA_MAX_BY];
  guint32 category;

  split_group (self, group, slots);
  category = category_in (self, slots);
  if (category == MIXED)
    return FALSE;
  if (category == NOT_STATED)
    return TRUE;
  /* slots of names are their codes, and those of "Multiple (n)" come after them */
  return category <= nida_dictionary_get_size (nida_dataset_get_dictionary (self->sheet->dataset, NIDA_FIELD_CATEGORY)) &&
         !nida_sheet_is_named (self->sheet, NIDA_FIELD_CATEGORY, category);
}

/* What a cell without a requirement adds to its plan: flows only where nothing is reported of the plan. */
static const NidaSum *
counted_at_plan (const NidaCoverage *self,
                 guint32             cell)
{
  const NidaPlanMoney *money = &g_array_index (self->cell_money, NidaPlanMoney, cell);

  return self->money[self->cells.keys[cell].b].reported.rows > 0 ? &money->reported : &money->flows;
}

static gboolean
groups_by_level (const NidaCoverage *self)
{
  for (guint d = 0; d < self->n_by; d++)
    if (self->dimensions[d].by.field == NIDA_FIELD_LEVEL)
      return TRUE;
  return FALSE;
}

/* What the total counts and no group does: money of cells without a requirement, and what is reported of a whole plan and
 * of none of its categories. Groups and this together are the total. */
static void
find_rest (NidaCoverage *self)
{
  NidaWide in_groups = self->not_specified.sum;

  for (guint i = 0; i < self->covers->len; i++)
    in_groups += g_array_index (self->covers, NidaCover, i).funding;
  self->no_requirement.sum = self->total.funding - in_groups;
  if (self->no_requirement.sum == 0 || self->n_by == 0 || groups_by_level (self))
    self->no_requirement = (NidaSum) { 0, 0 };
  else
    self->no_requirement.rows = MAX (self->no_requirement.rows, 1);
}

static void
sum_groups (NidaCoverage *self)
{
  for (guint32 cell = 0; cell < self->cells.n_keys; cell++)
    {
      guint64 group = self->cells.keys[cell].a;
      const NidaPlanMoney *money = &g_array_index (self->cell_money, NidaPlanMoney, cell);

      if (money->requirement.sum > 0)
        cover_group (self, group, money);
      else if (lacks_category (self, group))
        {
          const NidaSum *counted = counted_at_plan (self, cell);

          nida_sum_merge (&self->not_specified, counted);
          if (counted == &money->reported && counted->rows > 0)
            self->of_totals |= 1u << NIDA_ASIDE_NOT_SPECIFIED;
        }
      else
        self->no_requirement.rows += counted_at_plan (self, cell)->rows;
    }
  find_rest (self);
}

void
nida_coverage_init (NidaCoverage        *self,
                    NidaSheet           *sheet,
                    const NidaValues    *values,
                    const NidaLevels    *levels,
                    const NidaDimension *dimensions,
                    guint                n_by)
{
  *self = (NidaCoverage) { .sheet = sheet, .values = values, .levels = levels, .dimensions = dimensions, .n_by = n_by };
  self->covers = g_array_new (FALSE, TRUE, sizeof (NidaCover));
  self->cell_money = g_array_new (FALSE, TRUE, sizeof (NidaPlanMoney));
  self->statements = g_array_new (FALSE, FALSE, sizeof (guint32));
  nida_coverage_find_plans (self);
  self->money = g_new0 (NidaPlanMoney, self->plans.n_slots);
  self->homes = g_new0 (guint32, (gsize) self->plans.n_slots * MAX (n_by, 1));
  add_totals (self);
  find_homes (self);
}

void
nida_coverage_reckon (NidaCoverage   *self,
                      const NidaScan *scan)
{
  spread_flows (self, scan);
  count_lacking (self, scan);
  take_stated_flows (self, scan);
  spread_totals (self);
  sum_plans (self);
  sum_groups (self);
}

void
nida_coverage_clear (NidaCoverage *self)
{
  nida_dimension_clear (&self->plans);
  nida_interner_clear (&self->cells);
  nida_interner_clear (&self->groups);
  g_clear_pointer (&self->cell_money, g_array_unref);
  g_clear_pointer (&self->covers, g_array_unref);
  g_clear_pointer (&self->statements, g_array_unref);
  g_clear_pointer (&self->money, g_free);
  g_clear_pointer (&self->homes, g_free);
}

gboolean
nida_coverage_values (const NidaCoverage *self,
                      const NidaCover    *group,
                      NidaMoney          *gap,
                      gint64             *millionths)
{
  NidaMoney requirement, funding;

  *gap = *millionths = NIDA_MONEY_NONE;
  if (group->requirement <= 0 || !self->has_funding || nida_cover_lacks (group))
    return TRUE;
  /* of the exact sums; those that fit into money leave room for millionths */
  return nida_values_to_money (self->values, group->requirement, &requirement) &&
         nida_values_to_money (self->values, group->funding, &funding) &&
         nida_values_to_money (self->values, group->requirement - group->funding, gap) &&
         nida_wide_ratio (group->funding, group->requirement, millionths);
}
