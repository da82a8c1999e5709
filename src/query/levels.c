/* Requirements and reported totals of a plan may stand whole in one file and by cluster in another.
 *
 * A plan is an appeal and its years; a row without an appeal is a plan of its own, unless it states a level. Where two
 * sources break one plan down at one level over the same categories of one country (clusters and global clusters), the one
 * with the larger requirement counts. */
#include "levels.h"

#include "plans.h"

#include <string.h>

#define N_LEVELS 4
#define N_SIDES 2          /* requirement, reported */

/* A part of a plan that one source states at one level, for one country. */
typedef struct {
  guint32  plan;
  guint32  level;
  guint32  country;
  guint32  source;
  guint32  named;          /* the source that the row itself names: a converted file holds rows of several */
  NidaWide sums[N_SIDES];
  GArray  *categories;     /* guint32; while sources are chosen */
  gboolean states[N_SIDES];
  gboolean counts[N_SIDES];
} NidaUnit;

typedef struct {
  guint32 row;
  guint32 unit;
  guint8  side;
} NidaTotalRow;

typedef struct {
  NidaWide requirement[N_LEVELS];
  gboolean has[N_SIDES][N_LEVELS];
} NidaPlanLevels;

#define N_CHOICES 16

/* All that does not depend on what a question groups by. Once made it changes no more, but for the choices made of it. */
struct _NidaLevelWork {
  gatomicrefcount ref_count;
  GMutex        lock;
  NidaLevels   *choices[N_CHOICES];   /* by number; those that were asked for */
  gboolean      fine[N_CHOICES];      /* of the amounts that were left out */
  const char   *currency;       /* of the amounts: what belongs to their whole sheet */
  int           prices;
  GArray       *of;             /* guint32: the rows that it is about */
  NidaSheet    *sheet;          /* while it is made */
  const NidaEncoded *keys;      /* of plans */
  NidaCodes     appeals, levels, categories, countries;
  NidaInterner  plans, units_by_key;
  GArray       *units;          /* NidaUnit */
  GArray       *rows;           /* NidaTotalRow */
  GArray       *plan_levels;    /* NidaPlanLevels by plan */
};

static void
unit_clear (gpointer data)
{
  g_clear_pointer (&((NidaUnit *) data)->categories, g_array_unref);
}

static guint8
side_of (NidaSheet *sheet,
         guint32    row)
{
  return NIDA_TRAIT_KIND (sheet->traits[row]) == NIDA_KIND_REQUIREMENT ? 0 : 1;
}

/* What a row does not state follows from whether it has a category. */
static guint32
level_of (const NidaLevelWork *work,
          guint32              row)
{
  guint32 level = nida_codes_get (work->levels, row);
  guint32 appeal = nida_codes_get (work->appeals, row);

  if (level > NIDA_LEVEL_NONE && level < N_LEVELS)
    return level;
  if (!nida_sheet_is_named (work->sheet, NIDA_FIELD_APPEAL, appeal))
    return NIDA_LEVEL_APPEAL;
  return nida_codes_get (work->categories, row) != 0 ? NIDA_LEVEL_OBJECTIVE : NIDA_LEVEL_APPEAL;
}

static guint32
plan_of (NidaLevelWork *work,
         guint32        row)
{
  NidaKey key = work->keys->keys.keys[nida_codes_get (work->keys->codes, row)];

  if (NIDA_PLAN_KEY_APPEAL (key) == 0 && nida_codes_get (work->levels, row) == NIDA_LEVEL_NONE)
    return nida_interner_add (&work->plans, G_MAXUINT64, row);
  return nida_interner_add (&work->plans, key.a, key.b);
}

static void
add_category (NidaUnit *unit,
              guint32   category)
{
  for (guint i = unit->categories->len; i > 0; i--)
    if (g_array_index (unit->categories, guint32, i - 1) == category)
      return;
  g_array_append_val (unit->categories, category);
}

static void
add_row (NidaLevelWork   *work,
         guint32          row,
         const NidaValues *values)
{
  NidaUnit fresh = {
    .plan = plan_of (work, row),
    .level = level_of (work, row),
    .country = nida_codes_get (work->countries, row),
    .source = nida_dataset_get_source (work->sheet->dataset, row),
    .named = nida_codes_get (nida_dataset_get_codes (work->sheet->dataset, NIDA_FIELD_SOURCE), row),
  };
  NidaTotalRow total = { row, 0, side_of (work->sheet, row) };
  NidaUnit *unit;

  total.unit = nida_interner_add (&work->units_by_key, (guint64) fresh.plan << 32 | fresh.country,
                                  (guint64) fresh.named << 32 | fresh.source << 3 | fresh.level);
  if (total.unit == work->units->len)
    {
      fresh.categories = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_array_append_val (work->units, fresh);
    }
  unit = &g_array_index (work->units, NidaUnit, total.unit);
  unit->states[total.side] = TRUE;
  unit->sums[total.side] += nida_values_get (values, row);
  add_category (unit, nida_codes_get (work->categories, row));
  g_array_append_val (work->rows, total);
}

static guint
count_countries (const NidaLevelWork *work,
                 const NidaUnit      *unit)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (work->sheet->dataset, NIDA_FIELD_COUNTRY);
  guint n_members = 0;

  if (unit->country == 0)
    return 0;
  nida_dictionary_get_members (dictionary, unit->country, &n_members);
  return MAX (n_members, 1);
}

/* A plan for several countries that one file states whole and another by country: the rows of one country are its parts. */
static void
find_regional_plans (NidaLevelWork *work)
{
  g_autofree guint8 *regional = g_new0 (guint8, work->plans.n_keys + 1);

  for (guint i = 0; i < work->units->len; i++)
    {
      NidaUnit *unit = &g_array_index (work->units, NidaUnit, i);

      if (unit->level == NIDA_LEVEL_APPEAL && count_countries (work, unit) > 1)
        regional[unit->plan] = TRUE;
    }
  for (guint i = 0; i < work->units->len; i++)
    {
      NidaUnit *unit = &g_array_index (work->units, NidaUnit, i);

      if (regional[unit->plan] && unit->level == NIDA_LEVEL_APPEAL && count_countries (work, unit) == 1)
        unit->level = NIDA_LEVEL_COUNTRY;
    }
}

/* --- breakdowns --- */

static const char *
source_name (NidaSheet *sheet,
             guint32    source)
{
  NidaReport *report = nida_dataset_get_report (sheet->dataset);
  const NidaSourceInfo *info = source < nida_report_get_n_sources (report) ? nida_report_get_source (report, source) : NULL;

  return info == NULL || info->name == NULL ? "" : info->name;
}

static const char *
named_source (NidaSheet *sheet,
              guint32    code)
{
  const char *name = code == 0 ? NULL
                               : nida_dictionary_get_name (nida_dataset_get_dictionary (sheet->dataset, NIDA_FIELD_SOURCE), code);

  return name == NULL ? "" : name;
}

/* Parts of one plan, level and country together, the larger requirement first; the order of files must not matter. */
static int
compare_units (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  NidaLevelWork *work = data;
  const NidaUnit *one = &g_array_index (work->units, NidaUnit, *(const guint32 *) a);
  const NidaUnit *other = &g_array_index (work->units, NidaUnit, *(const guint32 *) b);
  int order;

  if (one->plan != other->plan)
    return one->plan < other->plan ? -1 : 1;
  if (one->level != other->level)
    return one->level < other->level ? -1 : 1;
  if (one->country != other->country)
    return one->country < other->country ? -1 : 1;
  for (guint side = 0; side < N_SIDES; side++)
    if (one->sums[side] != other->sums[side])
      return one->sums[side] > other->sums[side] ? -1 : 1;
  order = strcmp (source_name (work->sheet, one->source), source_name (work->sheet, other->source));
  return order != 0 ? order : strcmp (named_source (work->sheet, one->named), named_source (work->sheet, other->named));
}

static gboolean
share_category (const NidaUnit *one,
                const NidaUnit *other)
{
  for (guint i = 0; i < one->categories->len; i++)
    for (guint j = 0; j < other->categories->len; j++)
      if (g_array_index (one->categories, guint32, i) == g_array_index (other->categories, guint32, j))
        return TRUE;
  return FALSE;
}

static gboolean
same_part (const NidaUnit *one,
           const NidaUnit *other)
{
  return one->plan == other->plan && one->level == other->level && one->country == other->country;
}

/* Of the sources that state one part, those count that do not repeat a category of a larger one. A source that states the
 * requirement alone says nothing of the funding that another one states, nor the other way about. */
static void
choose_source (NidaLevelWork *work,
               const guint32 *order,
               guint          at,
               guint          side)
{
  NidaUnit *unit = &g_array_index (work->units, NidaUnit, order[at]);

  unit->counts[side] = unit->states[side];
  for (guint i = at; i > 0; i--)
    {
      NidaUnit *larger = &g_array_index (work->units, NidaUnit, order[i - 1]);

      if (!same_part (unit, larger))
        break;
      if (larger->counts[side] && share_category (unit, larger))
        unit->counts[side] = FALSE;
    }
}

static void
choose_sources (NidaLevelWork *work)
{
  g_autofree guint32 *order = g_new (guint32, work->units->len + 1);

  for (guint32 i = 0; i < work->units->len; i++)
    order[i] = i;
  g_qsort_with_data (order, work->units->len, sizeof *order, compare_units, work);
  for (guint i = 0; i < work->units->len; i++)
    for (guint side = 0; side < N_SIDES; side++)
      choose_source (work, order, i, side);
}

static void
sum_levels (NidaLevelWork *work)
{
  g_array_set_size (work->plan_levels, work->plans.n_keys);
  for (guint i = 0; i < work->rows->len; i++)
    {
      NidaTotalRow row = g_array_index (work->rows, NidaTotalRow, i);
      NidaUnit *unit = &g_array_index (work->units, NidaUnit, row.unit);

      if (unit->counts[row.side])
        g_array_index (work->plan_levels, NidaPlanLevels, unit->plan).has[row.side][unit->level] = TRUE;
    }
  for (guint i = 0; i < work->units->len; i++)
    {
      NidaUnit *unit = &g_array_index (work->units, NidaUnit, i);

      if (unit->counts[0])
        g_array_index (work->plan_levels, NidaPlanLevels, unit->plan).requirement[unit->level] += unit->sums[0];
    }
}

/* --- levels --- */

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
  g_array_set_clear_func (self->units, unit_clear);
  for (guint i = 0; i < rows->len; i++)
    add_row (self, g_array_index (rows, guint32, i), values);
  find_regional_plans (self);
  choose_sources (self);
  sum_levels (self);
  for (guint i = 0; i < self->units->len; i++)
    unit_clear (&g_array_index (self->units, NidaUnit, i));
  nida_interner_clear (&self->plans);
  nida_interner_clear (&self->units_by_key);
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
