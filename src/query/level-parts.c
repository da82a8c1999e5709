/* A plan is an appeal and its years; a row without an appeal is a plan of its own, unless it states a level. Where two sources break
 * one plan down at one level over the same categories of one country (clusters and global clusters), the one with the larger
 * requirement counts. */
#include "level-parts.h"

#include "plans.h"

#include <string.h>

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

void
nida_level_parts_find (NidaLevelWork    *work,
                       GArray           *rows,
                       const NidaValues *values)
{
  g_array_set_clear_func (work->units, unit_clear);
  for (guint i = 0; i < rows->len; i++)
    add_row (work, g_array_index (rows, guint32, i), values);
  find_regional_plans (work);
  choose_sources (work);
  sum_levels (work);
  for (guint i = 0; i < work->units->len; i++)
    unit_clear (&g_array_index (work->units, NidaUnit, i));
  nida_interner_clear (&work->plans);
  nida_interner_clear (&work->units_by_key);
}
