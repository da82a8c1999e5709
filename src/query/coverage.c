/* Coverage and gap per plan (formats.md §1).
 *
 * A plan with a requirement above zero brings all of its money, whatever row it stands in; money without such a plan is
 * named as outside appeals. A plan's funding is the reported total where a source states one, else its flows. Grouped by
 * category or country, a cell is plan × category: one without a requirement has no gap, its money counts at the plan
 * alone. In any other grouping a plan's money goes to the group in which its requirement stands. */
#include "coverage.h"

#define MIXED G_MAXUINT32
#define NOT_STATED 0               /* the slot of a name that is not stated */

/* A plan in one group, or as a whole. */
typedef struct {
  NidaSum requirement, reported, flows;
} NidaPlanMoney;

typedef struct {
  NidaQuery           *query;
  const NidaScan      *scan;
  const NidaDimension *plans;          /* the last dimension */
  guint                n_by;
  guint32             *canonical;      /* by plan code: the plan with a requirement that it belongs to, or itself */
  NidaPlanMoney       *totals;         /* by plan code */
  guint32             *homes;          /* by plan code and dimension: the slot of its requirement */
  NidaInterner         cells;          /* (group, plan) */
  GArray              *money;          /* NidaPlanMoney by cell */
} NidaWork;

static guint32
plan_at (const NidaWork *work,
         guint32         row)
{
  return work->canonical[nida_dimension_slot (work->plans, row)];
}

/* --- which plan money belongs to --- */

static gboolean
years_meet (NidaKey plan,
            NidaKey money)
{
  if (NIDA_PLAN_KEY_FIRST_YEAR (plan) == 0 || NIDA_PLAN_KEY_FIRST_YEAR (money) == 0)
    return TRUE;
  return NIDA_PLAN_KEY_FIRST_YEAR (plan) <= NIDA_PLAN_KEY_LAST_YEAR (money) &&
         NIDA_PLAN_KEY_FIRST_YEAR (money) <= NIDA_PLAN_KEY_LAST_YEAR (plan);
}

/* Plans with a requirement, by appeal, so that money with other years than the plan's own finds it. */
static GHashTable *
plans_by_appeal (const NidaWork *work)
{
  const NidaEncoded *encoded = nida_sheet_get_plans (work->scan->sheet);
  GHashTable *plans = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint32 code = 0; code < encoded->n_codes; code++)
    {
      GArray *found;

      if (work->totals[code].requirement.sum <= 0)
        continue;
      found = g_hash_table_lookup (plans, &encoded->keys.keys[code].a);
      if (found == NULL)
        {
          found = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_hash_table_insert (plans, &encoded->keys.keys[code].a, found);
        }
      g_array_append_val (found, code);
    }
  return plans;
}

/* Of several plans that the money's years meet, the earliest; undated money only where the appeal has one plan. */
static guint32
plan_for (const NidaEncoded *encoded,
          GArray            *plans,
          guint32            code)
{
  NidaKey money = encoded->keys.keys[code];
  guint32 best = code;
  guint n = 0;

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      guint32 plan = g_array_index (plans, guint32, i);

      if (!years_meet (encoded->keys.keys[plan], money))
        continue;
      if (n++ == 0 || encoded->keys.keys[plan].b < encoded->keys.keys[best].b)
        best = plan;
    }
  return NIDA_PLAN_KEY_FIRST_YEAR (money) == 0 && n > 1 ? code : best;
}

static void
find_plans (NidaWork *work)
{
  const NidaEncoded *encoded = nida_sheet_get_plans (work->scan->sheet);
  g_autoptr (GHashTable) plans = plans_by_appeal (work);

  for (guint32 code = 0; code < encoded->n_codes; code++)
    {
      GArray *found = g_hash_table_lookup (plans, &encoded->keys.keys[code].a);

      work->canonical[code] = work->totals[code].requirement.sum > 0 ? code : plan_for (encoded, found, code);
    }
}

/* --- money of plans as wholes --- */

static NidaSum *
side_of (NidaWork      *work,
         NidaPlanMoney *money,
         guint32        row)
{
  return NIDA_TRAIT_KIND (work->scan->sheet->traits[row]) == NIDA_KIND_REQUIREMENT ? &money->requirement
                                                                                 : &money->reported;
}

static void
add_requirements (NidaWork *work,
                  GArray   *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      if (NIDA_TRAIT_KIND (work->scan->sheet->traits[row]) == NIDA_KIND_REQUIREMENT)
        nida_sum_add (&work->totals[nida_dimension_slot (work->plans, row)].requirement, work->scan->values[row]);
    }
}

static void
add_reported (NidaWork *work,
              GArray   *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      if (NIDA_TRAIT_KIND (work->scan->sheet->traits[row]) == NIDA_KIND_REPORTED)
        nida_sum_add (&work->totals[plan_at (work, row)].reported, work->scan->values[row]);
    }
}

/* --- where a plan's money goes --- */

/* Does grouping by @field split a plan whose requirement stands in the group @home? Not one without any category. */
static gboolean
is_split (NidaField field,
          guint32   home)
{
  return (field == NIDA_FIELD_CATEGORY || field == NIDA_FIELD_COUNTRY) && home != NOT_STATED;
}

/* By plan and dimension: the one group that all of its requirement stands in. */
static void
find_homes (NidaWork *work,
            GArray   *rows)
{
  g_autofree guint8 *seen = g_new0 (guint8, work->plans->n_slots);

  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      guint32 plan = plan_at (work, row);

      if (NIDA_TRAIT_KIND (work->scan->sheet->traits[row]) != NIDA_KIND_REQUIREMENT)
        continue;
      for (guint d = 0; d < work->n_by; d++)
        {
          guint32 slot = nida_dimension_slot (&work->scan->dimensions[d], row);
          guint32 *home = &work->homes[(gsize) plan * work->n_by + d];

          *home = !seen[plan] || *home == slot ? slot : MIXED;
        }
      seen[plan] = TRUE;
    }
}

/* Has the plan's requirement no category at all? Then all of its money goes to that group. */
static gboolean
is_home_unstated (const NidaWork *work,
                  guint32         plan)
{
  for (guint d = 0; d < work->n_by; d++)
    if (work->scan->dimensions[d].by.field == NIDA_FIELD_CATEGORY)
      return work->homes[(gsize) plan * work->n_by + d] == NOT_STATED;
  return FALSE;
}

/* @group with the plan's own group in each dimension that does not split plans. */
static guint64
group_at_home (const NidaWork *work,
               guint64         group,
               guint32         plan)
{
  const NidaDimension *dimensions = work->scan->dimensions;
  guint32 slots[NIDA_MAX_BY];
  guint64 moved = 0;

  for (guint d = work->n_by; d > 0; d--)
    {
      slots[d - 1] = group % dimensions[d - 1].n_slots;
      group /= dimensions[d - 1].n_slots;
    }
  for (guint d = 0; d < work->n_by; d++)
    {
      guint32 home = work->homes[(gsize) plan * work->n_by + d];
      gboolean stays = is_split (dimensions[d].by.field, home) || home == MIXED || work->totals[plan].requirement.rows == 0;

      moved = moved * dimensions[d].n_slots + (stays ? slots[d] : home);
    }
  return moved;
}

static NidaPlanMoney *
cell_at (NidaWork *work,
         guint64   group,
         guint32   plan)
{
  guint32 cell = nida_interner_add (&work->cells, group_at_home (work, group, plan), plan);

  if (cell == work->money->len)
    g_array_set_size (work->money, cell + 1);
  return &g_array_index (work->money, NidaPlanMoney, cell);
}

static gboolean
groups_by_category (const NidaWork *work)
{
  for (guint d = 0; d < work->n_by; d++)
    if (work->scan->dimensions[d].by.field == NIDA_FIELD_CATEGORY)
      return TRUE;
  return FALSE;
}

/* A reported total of a whole plan says nothing of its categories, where flows do. */
static gboolean
is_whole_reported (const NidaWork *work,
                   guint32         row)
{
  NidaDataset *dataset = work->scan->sheet->dataset;

  return NIDA_TRAIT_KIND (work->scan->sheet->traits[row]) == NIDA_KIND_REPORTED &&
         nida_codes_get (nida_dataset_get_codes (dataset, NIDA_FIELD_CATEGORY), row) == 0 &&
         nida_codes_get (nida_dataset_get_codes (dataset, NIDA_FIELD_LEVEL), row) != NIDA_LEVEL_OBJECTIVE &&
         work->totals[plan_at (work, row)].flows.rows > 0;
}

static void
spread_totals (NidaWork *work,
               GArray   *rows)
{
  gboolean by_category = groups_by_category (work);

  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      guint64 group = nida_dimensions_group (work->scan->dimensions, work->n_by, row);

      if (by_category && is_whole_reported (work, row) && !is_home_unstated (work, plan_at (work, row)))
        continue;
      nida_sum_add (side_of (work, cell_at (work, group, plan_at (work, row)), row), work->scan->values[row]);
    }
}

static void
spread_flows (NidaWork *work)
{
  guint64 size = nida_tally_get_size (&work->scan->tally);

  for (guint64 i = 0; i < size; i++)
    {
      const NidaSum *sums;
      guint64 group;
      guint32 plan;

      if (!nida_tally_get (&work->scan->tally, i, &group, &sums))
        continue;
      plan = work->canonical[group % work->plans->n_slots];
      for (guint s = 0; s < work->scan->rules->n_sums; s++)
        {
          nida_sum_merge (&work->totals[plan].flows, &sums[s]);
          nida_sum_merge (&cell_at (work, group / work->plans->n_slots, plan)->flows, &sums[s]);
        }
    }
}

/* --- the answer --- */

static const NidaSum *
funding_of (const NidaPlanMoney *money)
{
  return money->reported.rows > 0 ? &money->reported : &money->flows;
}

/* Years in which a source states what went outside appeals: flows of these years are part of that. */
static GHashTable *
years_reported_outside (const NidaWork *work)
{
  const NidaEncoded *encoded = nida_sheet_get_plans (work->scan->sheet);
  GHashTable *years = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint32 code = 0; code < encoded->n_codes; code++)
    if (NIDA_PLAN_KEY_APPEAL (encoded->keys.keys[code]) == 0 && work->totals[code].reported.rows > 0)
      g_hash_table_add (years, &encoded->keys.keys[code].b);
  return years;
}

static void
sum_plans (NidaCoverage   *self,
           const NidaWork *work)
{
  const NidaEncoded *encoded = nida_sheet_get_plans (work->scan->sheet);
  g_autoptr (GHashTable) reported_years = years_reported_outside (work);

  for (guint32 code = 0; code < encoded->n_codes; code++)
    {
      const NidaPlanMoney *money = &work->totals[code];
      const NidaSum *funding = funding_of (money);

      if (money->requirement.sum > 0)
        {
          self->total.requirement += money->requirement.sum;
          self->total.funding += funding->sum;
          self->has_requirement = TRUE;
          self->has_funding |= funding->rows > 0;
        }
      else if (NIDA_PLAN_KEY_APPEAL (encoded->keys.keys[code]) != 0 || money->reported.rows > 0 ||
               !g_hash_table_contains (reported_years, &encoded->keys.keys[code].b))
        nida_sum_merge (&self->outside, funding);
    }
}

static void
cover_group (NidaCoverage        *self,
             guint64              group,
             const NidaPlanMoney *money)
{
  guint32 at = nida_interner_add (&self->groups, group, 0);
  NidaCover *cover;

  if (at == self->covers->len)
    g_array_set_size (self->covers, at + 1);
  cover = &g_array_index (self->covers, NidaCover, at);
  cover->requirement += money->requirement.sum;
  cover->funding += funding_of (money)->sum;
}

static gboolean
lacks_category (const NidaWork *work,
                guint64         group)
{
  const NidaDimension *dimensions = work->scan->dimensions;

  for (guint d = work->n_by; d > 0; d--)
    {
      guint32 slot = group % dimensions[d - 1].n_slots;
      const NidaSlot *found = &g_array_index (dimensions[d - 1].slots, NidaSlot, slot);

      group /= dimensions[d - 1].n_slots;
      if (dimensions[d - 1].by.field == NIDA_FIELD_CATEGORY && found->n_members == 1)
        return !nida_sheet_is_named (work->scan->sheet, NIDA_FIELD_CATEGORY, found->code);
    }
  return FALSE;
}

static void
sum_groups (NidaCoverage   *self,
            const NidaWork *work)
{
  for (guint32 cell = 0; cell < work->cells.n_keys; cell++)
    {
      NidaKey key = work->cells.keys[cell];
      const NidaPlanMoney *money = &g_array_index (work->money, NidaPlanMoney, cell);

      if (work->totals[key.b].requirement.sum <= 0)
        continue;
      if (money->requirement.sum > 0)
        cover_group (self, key.a, money);
      else if (lacks_category (work, key.a))
        nida_sum_merge (&self->not_specified, funding_of (money));
    }
}

void
nida_coverage_init (NidaCoverage     *self,
                    NidaQuery        *query,
                    const NidaScan   *scan,
                    const NidaLevels *levels)
{
  const NidaDimension *plans = &scan->dimensions[scan->n_dimensions - 1];
  NidaWork work = { .query = query, .scan = scan, .plans = plans, .n_by = scan->n_dimensions - 1 };

  *self = (NidaCoverage) { .covers = g_array_new (FALSE, TRUE, sizeof (NidaCover)) };
  work.canonical = g_new0 (guint32, plans->n_slots);
  work.totals = g_new0 (NidaPlanMoney, plans->n_slots);
  work.homes = g_new0 (guint32, (gsize) plans->n_slots * MAX (work.n_by, 1));
  work.money = g_array_new (FALSE, TRUE, sizeof (NidaPlanMoney));

  add_requirements (&work, levels->total_rows);
  find_plans (&work);
  add_reported (&work, levels->total_rows);
  find_homes (&work, levels->group_rows);
  spread_flows (&work);
  spread_totals (&work, levels->group_rows);
  sum_plans (self, &work);
  sum_groups (self, &work);

  g_free (work.canonical);
  g_free (work.totals);
  g_free (work.homes);
  nida_interner_clear (&work.cells);
  g_array_unref (work.money);
}

void
nida_coverage_clear (NidaCoverage *self)
{
  nida_interner_clear (&self->groups);
  g_clear_pointer (&self->covers, g_array_unref);
}

gboolean
nida_coverage_values (const NidaCoverage *self,
                      const NidaCover    *cover,
                      NidaMoney          *gap,
                      gint64             *millionths)
{
  NidaMoney requirement, funding;

  *gap = *millionths = NIDA_MONEY_NONE;
  if (cover->requirement <= 0 || !self->has_funding)
    return TRUE;
  if (!nida_wide_to_money (cover->requirement, &requirement) || !nida_wide_to_money (cover->funding, &funding) ||
      !nida_money_subtract (requirement, funding, gap))
    return FALSE;
  return nida_money_ratio (funding, requirement, millionths);
}
