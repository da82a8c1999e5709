/* The two counting rules of the specification.
 *
 * distinct: every flow once, internal flows left out. boundary: as FTS counts for a place or a plan: incoming, single, not
 * a pledge. A row that states no boundary is counted by both. A filter on boundary or on_boundary replaces that part of
 * a rule. Received is commitment + paid where one id moves through states, else paid, else committed. */
#include "rules.h"

#include <string.h>

#define N_BOUNDARIES 4
#define N_ONS 3

#define INCOMING_BITS ((1u << NIDA_BOUNDARY_NONE) | (1u << NIDA_BOUNDARY_INCOMING))
#define SINGLE_BITS ((1u << NIDA_ON_BOUNDARY_NONE) | (1u << NIDA_ON_BOUNDARY_SINGLE))

NidaRule
nida_rules_resolve (NidaRule rule,
                    guint    measures)
{
  if (rule != NIDA_RULE_AUTO)
    return rule;
  if (!(measures & NIDA_MEASURES_OF_FLOWS) && (measures & NIDA_MEASURES_OF_PLANS))
    return NIDA_RULE_BOUNDARY;
  return NIDA_RULE_DISTINCT;
}

/* --- copies --- */

/* The copies of any of @boundaries with any of @ons, as a set. A row that states none is one of neither. */
static guint
set_of_copies (guint boundaries,
               guint ons)
{
  guint set = 0;

  for (guint boundary = 0; boundary < N_BOUNDARIES; boundary++)
    for (guint on = 0; on < N_ONS; on++)
      if ((boundaries >> boundary & 1) && (ons >> on & 1))
        set |= NIDA_BOUNDARY_BIT (boundary, on);
  return set;
}

static guint
stated_copies (guint copies)
{
  return copies != 0 ? copies : NIDA_BOUNDARY_BIT (NIDA_BOUNDARY_NONE, NIDA_ON_BOUNDARY_NONE);
}

static void
fill_copies_distinct (NidaRules           *self,
                      const NidaSelection *selection)
{
  guint internal = set_of_copies (1u << NIDA_BOUNDARY_INTERNAL, G_MAXUINT);

  if (selection->copies_boundary != 0)
    return;
  for (guint copies = 0; copies < NIDA_N_COPIES; copies++)
    if (copies & internal)
      self->copies[copies] = 1 + NIDA_ASIDE_INTERNAL;
}

static void
fill_copies_boundary (NidaRules           *self,
                      const NidaSelection *selection)
{
  guint boundaries = selection->copies_boundary != 0 ? selection->copies_boundary : INCOMING_BITS;
  guint ons = selection->copies_on != 0 ? selection->copies_on : SINGLE_BITS;
  guint counted = set_of_copies (boundaries, ons);
  guint shared = set_of_copies (boundaries, G_MAXUINT);
  guint internal = set_of_copies (1u << NIDA_BOUNDARY_INTERNAL, G_MAXUINT);

  for (guint copies = 0; copies < NIDA_N_COPIES; copies++)
    if (stated_copies (copies) & counted)
      self->copies[copies] = 0;
    else if (stated_copies (copies) & shared)
      self->copies[copies] = 1 + NIDA_ASIDE_SHARED;
    else if (copies & internal)
      self->copies[copies] = 1 + NIDA_ASIDE_INTERNAL_BESIDE;
    else
      self->copies[copies] = 1 + NIDA_ASIDE_OUTGOING;
}

static void
fill_copies (NidaRules           *self,
             const NidaSelection *selection)
{
  if (self->rule == NIDA_RULE_DISTINCT)
    fill_copies_distinct (self, selection);
  else
    fill_copies_boundary (self, selection);
}

/* Most questions filter by no boundary: of each rule theirs is made once. */
static const guint8 *
get_plain_copies (NidaRule rule)
{
  static NidaRules plain[NIDA_RULE_BOUNDARY + 1];
  static gsize known[NIDA_RULE_BOUNDARY + 1];

  if (g_once_init_enter (&known[rule]))
    {
      NidaSelection everything = { .n_rows = 0 };

      plain[rule].rule = rule;
      fill_copies (&plain[rule], &everything);
      g_once_init_leave (&known[rule], 1);
    }
  return plain[rule].copies;
}

/* --- traits --- */

/* The measures that a flow is part of. */
static guint
measures_of_flow (NidaTrait trait,
                  NidaRule  rule)
{
  switch (NIDA_TRAIT_KIND (trait))
    {
    case NIDA_KIND_PLEDGE:
      return NIDA_MEASURE_BIT (NIDA_MEASURE_PLEDGED) |
             (rule == NIDA_RULE_DISTINCT ? NIDA_MEASURE_BIT (NIDA_MEASURE_COUNT) : 0);
    case NIDA_KIND_COMMITMENT:
      return NIDA_MEASURE_BIT (NIDA_MEASURE_COMMITTED) | NIDA_MEASURE_BIT (NIDA_MEASURE_COUNT) |
             (NIDA_TRAIT_RECEIPT (trait) != NIDA_RECEIPT_PAID ? NIDA_MEASURE_BIT (NIDA_MEASURE_RECEIVED) : 0);
    case NIDA_KIND_PAID:
      return NIDA_MEASURE_BIT (NIDA_MEASURE_PAID) | NIDA_MEASURE_BIT (NIDA_MEASURE_COUNT) |
             NIDA_MEASURE_BIT (NIDA_MEASURE_RECEIVED);
    default:
      return 0;
    }
}

/* Is it worth a word that this row is, or is not, part of what was received? */
static gboolean
is_noted (NidaTrait trait,
          guint     asked)
{
  return (asked & NIDA_MEASURE_BIT (NIDA_MEASURE_RECEIVED)) && NIDA_TRAIT_KIND (trait) == NIDA_KIND_COMMITMENT &&
         NIDA_TRAIT_RECEIPT (trait) != NIDA_RECEIPT_MOVES;
}

/* Is anything that is summed outgoing? Then what is incoming goes the other way. */
static gboolean
has_outgoing (const NidaSelection *selection,
              NidaRule             rule,
              guint                asked)
{
  for (guint trait = 0; trait < NIDA_N_TRAITS; trait++)
    if (selection->present[trait] && NIDA_TRAIT_DIRECTION (trait) == NIDA_DIRECTION_OUTGOING && (measures_of_flow (trait, rule) & asked))
      return TRUE;
  return FALSE;
}

static guint8
find_sum (NidaRules *self,
          guint      measures,
          gboolean   noted)
{
  for (guint i = 0; i < self->n_sums; i++)
    if (self->measures[i] == measures && self->noted[i] == noted)
      return i;
  g_assert (self->n_sums < NIDA_RULES_MOST_SUMS);
  self->measures[self->n_sums] = measures;
  self->noted[self->n_sums] = noted;
  return self->n_sums++;
}

static guint8
action_of_flow (NidaRules           *self,
                const NidaSelection *selection,
                NidaTrait            trait,
                guint                asked,
                gboolean             outgoing)
{
  guint measures = measures_of_flow (trait, self->rule) & asked;

  if (measures != 0 && outgoing && NIDA_TRAIT_DIRECTION (trait) == NIDA_DIRECTION_INCOMING)
    return NIDA_ACTION_ASIDE | NIDA_ASIDE_OTHER_DIRECTION;
  if (measures != 0)   /* no row of an absent trait is summed, so it needs no sum of its own */
    return selection->present[trait] ? find_sum (self, measures, is_noted (trait, asked)) : 0;
  if (is_noted (trait, asked))
    return NIDA_ACTION_ASIDE | NIDA_ASIDE_COMMITMENT_OF_PAID;
  if (self->rule == NIDA_RULE_BOUNDARY && NIDA_TRAIT_KIND (trait) == NIDA_KIND_PLEDGE && (asked & NIDA_MEASURES_OF_FLOWS))
    return NIDA_ACTION_ASIDE | NIDA_ASIDE_PLEDGES;
  return NIDA_ACTION_SKIP;
}

void
nida_rules_init (NidaRules           *self,
                 NidaRule             rule,
                 guint                measures,
                 const NidaSelection *selection)
{
  gboolean outgoing = has_outgoing (selection, rule, measures);

  g_assert (rule != NIDA_RULE_AUTO);

  *self = (NidaRules) { .rule = rule };
  if (selection->copies_boundary == 0 && selection->copies_on == 0)
    memcpy (self->copies, get_plain_copies (rule), sizeof self->copies);
  else
    fill_copies (self, selection);
  for (guint trait = 0; trait < NIDA_N_TRAITS; trait++)
    self->actions[trait] = action_of_flow (self, selection, trait, measures, outgoing);
}
