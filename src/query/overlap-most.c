/* Adds up each family's money of each donor and year, then all but the largest. Questions with the same filters share what
 * was found. */
#include "overlap-most.h"

/* What was found before, and of what. */
typedef struct {
  const NidaValues *values;
  NidaRule          rule;
  guint             measures;
  gboolean          of_plans;
  NidaSum           most;
} Found;

/* Does the sum of the question hold the row? */
static gboolean
is_summed (NidaSheet       *sheet,
           const NidaRules *rules,
           NidaCodes        appeals,
           gboolean         of_plans,
           guint32          row)
{
  guint16 copies = sheet->copies == NULL ? 0 : sheet->copies[row];

  return nida_rules_action (rules, sheet->traits[row], copies) < NIDA_RULES_MOST_SUMS
         && (!of_plans || sheet->named_appeals[nida_codes_get (appeals, row)]);
}

/* All but the family that has the most. */
static NidaSum
sum_others (const NidaSum *sums,
            guint          n_families)
{
  NidaSum others = { 0, 0 };
  guint most = 0;

  for (guint family = 1; family < n_families; family++)
    if (sums[family].sum > sums[most].sum)
      most = family;
  for (guint family = 0; family < n_families; family++)
    if (family != most)
      nida_sum_merge (&others, &sums[family]);
  return others;
}

static NidaSum
find_most (NidaSheet           *sheet,
           const NidaSelection *selection,
           const NidaOverlaps  *overlaps,
           const Found         *asked)
{
  NidaCodes appeals = nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_APPEAL);
  g_autofree NidaSum *sums = g_new0 (NidaSum, (gsize) (overlaps->n_keys + 1) * overlaps->n_families);
  NidaSum most = { 0, 0 };
  NidaRules rules;

  nida_rules_init (&rules, asked->rule, asked->measures, selection);
  for (guint i = 0; i < selection->n_rows; i++)
    {
      guint32 row = nida_selection_row (selection, i), key = nida_overlaps_get_key (overlaps, row);

      if (key != 0 && is_summed (sheet, &rules, appeals, asked->of_plans, row))
        nida_values_add (asked->values, row, &sums[(gsize) key * overlaps->n_families
                                                   + overlaps->families[nida_dataset_get_source (sheet->dataset, row)]]);
    }
  for (guint32 key = 1; key <= overlaps->n_keys; key++)
    {
      NidaSum others = sum_others (&sums[(gsize) key * overlaps->n_families], overlaps->n_families);

      nida_sum_merge (&most, &others);
    }
  return most;
}

/* Of what was received where that is asked for, else of whatever is. A coverage has only money of plans. */
static Found
begin (const NidaValues *values,
       NidaRule          rule,
       guint             measures)
{
  guint flows = measures & NIDA_MEASURES_OF_FLOWS & ~NIDA_MEASURE_BIT (NIDA_MEASURE_COUNT);
  gboolean of_plans = (measures & NIDA_MEASURES_OF_FLOWS) == 0;

  if (flows == 0 || (flows & NIDA_MEASURE_BIT (NIDA_MEASURE_RECEIVED)))
    flows = NIDA_MEASURE_BIT (NIDA_MEASURE_RECEIVED);
  return (Found) { values, rule, flows, of_plans, { 0, 0 } };
}

NidaSum
nida_overlap_most (NidaSheet        *sheet,
                   NidaSelection    *selection,
                   const NidaValues *values,
                   NidaRule          rule,
                   guint             measures)
{
  const NidaOverlaps *overlaps = nida_sheet_get_overlaps (sheet);
  Found asked = begin (values, rule, measures);

  if (overlaps == NULL || !(measures & (NIDA_MEASURES_OF_FLOWS | NIDA_MEASURES_OF_PLANS)))
    return asked.most;
  if (selection->overlaps == NULL)
    selection->overlaps = g_array_new (FALSE, FALSE, sizeof (Found));
  for (guint i = 0; i < selection->overlaps->len; i++)
    {
      const Found *found = &g_array_index (selection->overlaps, Found, i);

      if (found->values == values && found->rule == rule && found->measures == asked.measures && found->of_plans == asked.of_plans)
        return found->most;
    }
  asked.most = find_most (sheet, selection, overlaps, &asked);
  g_array_append_val (selection->overlaps, asked);
  return asked.most;
}
