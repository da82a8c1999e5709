/* Requirements and reported totals of an answer: the level of each plan that counts, statements that do not overlap, and their
 * sums. */
#include "config.h"

#include "answer-private.h"

#include "cube-builder.h"
#include "plans.h"
#include "statements.h"

#define MEASURES_OF_TOTALS (NIDA_MEASURE_BIT (NIDA_MEASURE_REQUIREMENT) | NIDA_MEASURE_BIT (NIDA_MEASURE_REPORTED))

static NidaMeasure
measure_of_total (const NidaAnswer *self,
                  guint32           row)
{
  return NIDA_TRAIT_KIND (self->sheet->traits[row]) == NIDA_KIND_REQUIREMENT ? NIDA_MEASURE_REQUIREMENT
                                                                            : NIDA_MEASURE_REPORTED;
}

/* How the amount of a requirement or a reported total was converted, or that there is none. */
static void
note_total (NidaAnswer *self,
            guint32     row)
{
  if (!nida_answer_asks (self, measure_of_total (self, row)) && !(self->query->measures & NIDA_MEASURES_OF_PLANS))
    return;
  if (self->values->rates != NULL)
    nida_values_note (self->values, row, self->converted);
  if (!nida_values_has (self->values, row))
    nida_asides_add (&self->asides, NIDA_ASIDE_NO_AMOUNT, (NidaSum) { 0, 1 });
}

/* What has no amount in the currency of the question is not known, which is no zero. */
static gboolean
set_group_total (NidaAnswer    *self,
                 NidaMeasure    measure,
                 const NidaSum *known,
                 const NidaSum *unknown,
                 NidaCubeCell  *cell)
{
  if (!nida_answer_asks (self, measure))
    return TRUE;
  if (known->rows == 0 && unknown->rows > 0)
    {
      nida_answer_set_unknown (cell, measure);
      for (NidaMeasure m = NIDA_MEASURE_GAP; measure == NIDA_MEASURE_REQUIREMENT && m <= NIDA_MEASURE_COVERAGE; m++)
        if (nida_answer_asks (self, m))
          nida_answer_set_unknown (cell, m);
      return TRUE;
    }
  return nida_values_to_money (self->values, known->sum, &cell->values[measure]);
}

static gboolean
add_group_totals (NidaAnswer  *self,
                  GArray      *rows,
                  GError     **error)
{
  NidaTally tally;
  guint64 n_groups, size;

  /* requirements and reported totals that have an amount, and those that have none */
  nida_dimensions_product (self->dimensions, self->n_dimensions, &n_groups);
  nida_tally_init (&tally, n_groups, 4, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      guint64 group = nida_dimensions_group (self->dimensions, self->n_dimensions, row);
      NidaMeasure measure = measure_of_total (self, row);
      guint sum = (measure == NIDA_MEASURE_REQUIREMENT ? 0 : 1) + (nida_values_has (self->values, row) ? 0 : 2);

      note_total (self, row);
      if (nida_answer_asks (self, measure))
        nida_values_add (self->values, row, nida_tally_at (&tally, group) + sum);
    }

  size = nida_tally_get_size (&tally);
  for (guint64 i = 0; i < size; i++)
    {
      const NidaSum *sums;
      guint64 group;
      NidaCubeCell *cell;

      if (!nida_tally_get (&tally, i, &group, &sums))
        continue;
      cell = nida_answer_cell (self, group);
      cell->reports = sums[1].rows + sums[3].rows;
      if (!set_group_total (self, NIDA_MEASURE_REQUIREMENT, &sums[0], &sums[2], cell) ||
          !set_group_total (self, NIDA_MEASURE_REPORTED, &sums[1], &sums[3], cell))
        {
          nida_tally_clear (&tally);
          return nida_answer_overflow (error);
        }
    }
  nida_tally_clear (&tally);
  return TRUE;
}

static gboolean
set_total (NidaAnswer   *self,
           NidaMeasure   measure,
           GArray       *rows,
           GError      **error)
{
  NidaWide sum = 0;
  gboolean any = FALSE, known = FALSE;

  if (!nida_answer_asks (self, measure))
    return TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      if (measure_of_total (self, row) != measure)
        continue;
      sum += nida_values_get (self->values, row);
      known |= nida_values_has (self->values, row);
      any = TRUE;
    }
  if (any && !known)
    {
      nida_answer_set_unknown (&self->total, measure);
      return TRUE;
    }
  return nida_values_to_money (self->values, sum, &self->total.values[measure]) || nida_answer_overflow (error);
}

static void
name_other_levels (NidaAnswer       *self,
                   const NidaLevels *levels)
{
  gboolean requirements = nida_answer_asks (self, NIDA_MEASURE_REQUIREMENT) || (self->query->measures & NIDA_MEASURES_OF_PLANS);

  nida_asides_add (&self->asides, NIDA_ASIDE_OTHER_LEVEL,
               levels->left_out[requirements ? NIDA_KIND_REQUIREMENT : NIDA_KIND_REPORTED]);
}

/* As groups of their own two statements may overlap; in one sum they may not. */
static void
choose_statements (NidaAnswer *self,
                   NidaLevels *levels)
{
  gboolean matters = nida_answer_asks (self, NIDA_MEASURE_REPORTED) || (self->query->measures & NIDA_MEASURES_OF_PLANS);

  nida_statements_choose (self->sheet, self->values, NULL, 0, levels->total_rows,
                          matters ? &self->asides.sums[NIDA_ASIDE_OTHER_STATEMENT] : NULL);
  nida_statements_choose (self->sheet, self->values, self->dimensions, self->n_dimensions, levels->group_rows, NULL);
}

/* Requirement and reported rows choose their level together; only the rows of measures that are asked for are summed. */
gboolean
nida_answer_add_totals (NidaAnswer  *self,
                        GError     **error)
{
  if (!(self->query->measures & (MEASURES_OF_TOTALS | NIDA_MEASURES_OF_PLANS)))
    return TRUE;
  nida_levels_init_selection (&self->levels, self->sheet, self->query, self->values, self->selection);
  name_other_levels (self, &self->levels);
  choose_statements (self, &self->levels);
  return add_group_totals (self, self->levels.group_rows, error) &&
         set_total (self, NIDA_MEASURE_REQUIREMENT, self->levels.total_rows, error) &&
         set_total (self, NIDA_MEASURE_REPORTED, self->levels.total_rows, error);
}

/* Of those that the total counts: a plan that asks for nothing is no plan of its year. */
void
nida_answer_hand_out_plan_years (NidaAnswer *self,
                                 NidaCube   *cube)
{
  const NidaEncoded *plans = nida_sheet_get_plans (self->sheet);
  GArray *rows = self->levels.total_rows;
  g_autofree guint8 *seen = NULL;
  GArray *years;

  if (rows == NULL || !(self->query->measures & (NIDA_MEASURE_BIT (NIDA_MEASURE_REQUIREMENT) | NIDA_MEASURES_OF_PLANS)))
    return;
  years = g_array_new (FALSE, FALSE, sizeof (int));
  seen = g_new0 (guint8, plans->n_codes);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      guint32 code = nida_codes_get (plans->codes, row);
      NidaKey plan = plans->keys.keys[code];

      if (seen[code] || measure_of_total (self, row) != NIDA_MEASURE_REQUIREMENT || NIDA_PLAN_KEY_FIRST_YEAR (plan) == 0
          || !nida_values_has (self->values, row) || nida_values_get (self->values, row) <= 0)
        continue;
      seen[code] = TRUE;
      for (int year = NIDA_PLAN_KEY_FIRST_YEAR (plan); year <= NIDA_PLAN_KEY_LAST_YEAR (plan); year++)
        g_array_append_val (years, year);
    }
  nida_cube_take_plan_years (cube, years);
}
