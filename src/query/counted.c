/* The rows behind a figure: those that the rule of a question adds up for its measures. Of requirements and reported totals
 * every level is given, since each says where the figure comes from, though a sum takes one level only. */
#include "counted.h"

/* Kinds of rows that count as they stand, whatever the rule. */
static guint
plain_kinds (guint measures,
             guint fact_kinds)
{
  guint kinds = fact_kinds;

  if (measures & (NIDA_MEASURES_OF_PLANS | NIDA_MEASURE_BIT (NIDA_MEASURE_REQUIREMENT)))
    kinds |= NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT);
  if (measures & (NIDA_MEASURES_OF_PLANS | NIDA_MEASURE_BIT (NIDA_MEASURE_REPORTED)))
    kinds |= NIDA_KIND_BIT (NIDA_KIND_REPORTED);
  return kinds;
}

/* Each measure has a rule of its own when the question leaves it open: a row counts when any of them counts it. */
static guint
init_rules (NidaRules           *rules,
            const NidaSelection *selection,
            NidaQuery           *query)
{
  guint flows = query->measures & NIDA_MEASURES_OF_FLOWS;
  guint n = 0;

  if (flows != 0)
    nida_rules_init (&rules[n++], nida_rules_resolve (query->rule, flows), flows, selection);
  if (query->measures & NIDA_MEASURES_OF_PLANS)
    nida_rules_init (&rules[n++], nida_rules_resolve (query->rule, NIDA_MEASURES_OF_PLANS),
                     NIDA_MEASURE_BIT (NIDA_MEASURE_RECEIVED), selection);
  return n;
}

GArray *
nida_counted_rows (NidaSheet           *sheet,
                   const NidaSelection *selection,
                   NidaQuery           *query)
{
  guint kinds = plain_kinds (query->measures, query->fact_kinds);
  g_autofree NidaRules *rules = g_new (NidaRules, 2);
  guint n_rules = init_rules (rules, selection, query);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < selection->n_rows; i++)
    {
      guint row = nida_selection_row (selection, i);
      NidaTrait trait = sheet->traits[row];
      gboolean counts = kinds >> NIDA_TRAIT_KIND (trait) & 1;

      for (guint r = 0; r < n_rules && !counts; r++)
        counts = nida_rules_action (&rules[r], trait, sheet->copies != NULL ? sheet->copies[row] : 0) < NIDA_ACTION_ASIDE;
      if (counts)
        g_array_append_val (rows, row);
    }
  return rows;
}
