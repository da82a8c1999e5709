/* Requirements and reported totals of a plan may stand whole in one file and by cluster in another.
 *
 * Which of their rows count is a matter of the question: the level that it groups by, or the coarsest that the plan has. What does not
 * depend on it, the parts of plans and their sources (level-parts.c), is reckoned once. */
#include "level-parts.h"

#include <string.h>

/* Objectives and countries are two breakdowns of one plan, too. */
static guint32
coarsest_level (const NidaPlanLevels *plan,
                guint                 side)
{
  if (plan->has[side][NIDA_LEVEL_APPEAL])
    return NIDA_LEVEL_APPEAL;
  if (!plan->has[side][NIDA_LEVEL_COUNTRY])
    return NIDA_LEVEL_OBJECTIVE;
  if (!plan->has[side][NIDA_LEVEL_OBJECTIVE])
    return NIDA_LEVEL_COUNTRY;
  return plan->requirement[NIDA_LEVEL_COUNTRY] > plan->requirement[NIDA_LEVEL_OBJECTIVE] ? NIDA_LEVEL_COUNTRY
                                                                                         : NIDA_LEVEL_OBJECTIVE;
}

static gboolean
groups_by (NidaQuery *query,
           NidaField  field)
{
  for (guint i = 0; i < query->n_by; i++)
    if (query->by[i].field == field)
      return TRUE;
  return FALSE;
}

static gboolean
filters_by (NidaQuery *query,
            NidaField  field)
{
  const char * const *values;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    if (nida_query_get_filter (query, i, &values) == field)
      return TRUE;
  return FALSE;
}

/* What a question chooses levels by. */
typedef struct {
  gboolean by_category, by_country, by_level, of_countries;
} NidaLevelChoice;

static guint
number_choice (const NidaLevelChoice *choice)
{
  return (choice->by_category ? 1 : 0) | (choice->by_country ? 2 : 0) | (choice->by_level ? 4 : 0) | (choice->of_countries ? 8 : 0);
}

/* The coarsest level that a plan has; of chosen countries their own rows, where a plan has them. */
static guint32
total_level (const NidaLevelChoice *choice,
             const NidaPlanLevels  *plan,
             guint                  side)
{
  if (plan->has[side][NIDA_LEVEL_COUNTRY] && choice->of_countries)
    return NIDA_LEVEL_COUNTRY;
  return coarsest_level (plan, side);
}

static guint32
matching_level (const NidaLevelChoice *choice,
                const NidaPlanLevels  *plan,
                guint                  side)
{
  if (choice->by_category && plan->has[side][NIDA_LEVEL_OBJECTIVE])
    return NIDA_LEVEL_OBJECTIVE;
  if (!choice->by_category && choice->by_country && plan->has[side][NIDA_LEVEL_COUNTRY])
    return NIDA_LEVEL_COUNTRY;
  return total_level (choice, plan, side);
}

static NidaLevels *
levels_new (guint n_rows)
{
  NidaLevels *self = g_new0 (NidaLevels, 1);

  self->total_rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_rows);
  self->group_rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_rows);
  g_array_set_size (self->total_rows, n_rows);
  g_array_set_size (self->group_rows, n_rows);
  return self;
}

static void
levels_free (NidaLevels *self)
{
  nida_levels_clear (self);
  g_free (self);
}

static NidaLevels *
make_choice (NidaSheet             *sheet,
             const NidaLevelWork   *work,
             const NidaLevelChoice *choice,
             const NidaValues      *values)
{
  NidaLevels *self = levels_new (work->rows->len);
  guint n_total = 0, n_group = 0;

  for (guint i = 0; i < work->rows->len; i++)
    {
      NidaTotalRow row = g_array_index (work->rows, NidaTotalRow, i);
      const NidaUnit *unit = &g_array_index (work->units, NidaUnit, row.unit);
      const NidaPlanLevels *plan = &g_array_index (work->plan_levels, NidaPlanLevels, unit->plan);

      if (unit->counts[row.side] && unit->level == total_level (choice, plan, row.side))
        g_array_index (self->total_rows, guint32, n_total++) = row.row;
      if (unit->counts[row.side] && (choice->by_level || unit->level == matching_level (choice, plan, row.side)))
        g_array_index (self->group_rows, guint32, n_group++) = row.row;
      else
        nida_values_add (values, row.row, &self->left_out[NIDA_TRAIT_KIND (sheet->traits[row.row])]);
    }
  g_array_set_size (self->total_rows, n_total);
  g_array_set_size (self->group_rows, n_group);
  return self;
}

/* Whoever asked goes on with the rows, so they are copied: there are many, and many ask. */
static void
choose_rows (NidaLevels       *self,
             NidaSheet        *sheet,
             NidaLevelWork    *work,
             NidaQuery        *query,
             const NidaValues *values)
{
  /* regions are made of countries */
  const NidaLevelChoice choice = { groups_by (query, NIDA_FIELD_CATEGORY),
                                   groups_by (query, NIDA_FIELD_COUNTRY) || groups_by (query, NIDA_FIELD_REGION),
                                   groups_by (query, NIDA_FIELD_LEVEL),
                                   filters_by (query, NIDA_FIELD_COUNTRY) || filters_by (query, NIDA_FIELD_REGION) };
  guint number = number_choice (&choice);

  g_mutex_lock (&work->lock);
  if (work->choices[number] != NULL && work->fine[number] != (values->fine != NULL))
    g_clear_pointer (&work->choices[number], levels_free);
  if (work->choices[number] == NULL)
    work->choices[number] = make_choice (sheet, work, &choice, values);
  work->fine[number] = values->fine != NULL;
  *self = *work->choices[number];
  self->total_rows = g_array_copy (self->total_rows);
  self->group_rows = g_array_copy (self->group_rows);
  g_mutex_unlock (&work->lock);
}

static NidaLevelWork *
level_work_new (NidaSheet        *sheet,
                const NidaValues *values,
                GArray           *rows)
{
  NidaLevelWork *self = g_new (NidaLevelWork, 1);

  *self = (NidaLevelWork) {
    .currency = values->currency,
    .prices = values->prices,
    .of = g_array_ref (rows),
    .sheet = sheet,
    .keys = nida_sheet_get_plans (sheet),
    .appeals = nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_APPEAL),
    .levels = nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_LEVEL),
    .categories = nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_CATEGORY),
    .countries = nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_COUNTRY),
    .units = g_array_new (FALSE, TRUE, sizeof (NidaUnit)),
    .rows = g_array_new (FALSE, FALSE, sizeof (NidaTotalRow)),
    .plan_levels = g_array_new (FALSE, TRUE, sizeof (NidaPlanLevels)),
  };
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  nida_level_parts_find (self, rows, values);
  return self;
}

static NidaLevelWork *
level_work_ref (NidaLevelWork *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_level_work_unref (NidaLevelWork *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->of);
  nida_interner_clear (&self->plans);
  nida_interner_clear (&self->units_by_key);
  g_array_unref (self->units);
  g_array_unref (self->rows);
  g_array_unref (self->plan_levels);
  for (guint i = 0; i < N_CHOICES; i++)
    g_clear_pointer (&self->choices[i], levels_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
nida_levels_init (NidaLevels      *self,
                  NidaSheet       *sheet,
                  NidaQuery       *query,
                  const NidaValues *values,
                  GArray          *rows)
{
  NidaLevelWork *work = level_work_new (sheet, values, rows);

  choose_rows (self, sheet, work, query, values);
  nida_level_work_unref (work);
}

/* --- kept --- */

#define MOST_ROWS 131072      /* of all that is kept beyond its selection: about 100 bytes each */

/* Rows behind those of another sheet that are no totals change nothing of what is made of these: then it is kept there. */
static NidaSheet *
keeper_of (NidaSheet *sheet)
{
  NidaSheet *base = sheet->base;

  if (base == NULL || base->totals->len != sheet->totals->len
      || nida_dataset_get_dictionary (base->dataset, NIDA_FIELD_COUNTRY) != nida_dataset_get_dictionary (sheet->dataset, NIDA_FIELD_COUNTRY))
    return sheet;
  return base;
}

static gboolean
is_of (const NidaLevelWork *self,
       const NidaValues    *values,
       GArray              *rows)
{
  return self->currency == values->currency && self->prices == values->prices && self->of->len == rows->len
         && (rows->len == 0 || memcmp (self->of->data, rows->data, rows->len * sizeof (guint32)) == 0);
}

/* (transfer full), or NULL. */
static NidaLevelWork *
find_kept (NidaSheet        *keeper,
           const NidaValues *values,
           GArray           *rows)
{
  NidaLevelWork *found = NULL;

  g_mutex_lock (&keeper->totals_lock);
  for (GList *l = keeper->levels.head; l != NULL && found == NULL; l = l->next)
    if (is_of (l->data, values, rows))
      {
        found = level_work_ref (l->data);
        g_queue_unlink (&keeper->levels, l);
        g_queue_push_head_link (&keeper->levels, l);
      }
  g_mutex_unlock (&keeper->totals_lock);
  return found;
}

static void
keep (NidaSheet     *keeper,
      NidaLevelWork *work)
{
  guint n_rows = 0;

  g_mutex_lock (&keeper->totals_lock);
  g_queue_push_head (&keeper->levels, level_work_ref (work));
  for (GList *l = keeper->levels.head; l != NULL; l = l->next)
    n_rows += 1 + ((NidaLevelWork *) l->data)->of->len;
  while (n_rows > MOST_ROWS)
    {
      NidaLevelWork *oldest = g_queue_pop_tail (&keeper->levels);

      n_rows -= 1 + oldest->of->len;
      nida_level_work_unref (oldest);
    }
  g_mutex_unlock (&keeper->totals_lock);
}

/* (transfer full) */
static NidaLevelWork *
get_work (NidaSheet        *sheet,
          const NidaValues *values,
          GArray           *rows)
{
  NidaSheet *keeper = keeper_of (sheet);
  NidaLevelWork *work = find_kept (keeper, values, rows);

  if (work != NULL)
    return work;
  work = level_work_new (sheet, values, rows);
  work->sheet = NULL;
  keep (keeper, work);
  return work;
}

void
nida_levels_init_selection (NidaLevels       *self,
                            NidaSheet        *sheet,
                            NidaQuery        *query,
                            const NidaValues *values,
                            NidaSelection    *selection)
{
  if (selection->levels_of != values)
    g_clear_pointer (&selection->levels, nida_level_work_unref);
  if (selection->levels == NULL)
    selection->levels = get_work (sheet, values, nida_selection_get_totals (selection, sheet));
  selection->levels_of = values;
  choose_rows (self, sheet, selection->levels, query, values);
}

void
nida_levels_clear (NidaLevels *self)
{
  g_clear_pointer (&self->total_rows, g_array_unref);
  g_clear_pointer (&self->group_rows, g_array_unref);
}
