/* The counting rules, as tables: what a row of some trait adds to, and which copies of a flow a rule counts. Private. */
#pragma once

#include "cube.h"
#include "selection.h"

G_BEGIN_DECLS

#define NIDA_RULES_MOST_SUMS 8

/* What a row does, by its trait; below NIDA_RULES_MOST_SUMS it is the index of the sum that it adds to. */
enum {
  NIDA_ACTION_ASIDE = 0x40,     /* | NidaAsideKind: beside the sums, if its copies count */
  NIDA_ACTION_SKIP = 0xff,
};

typedef struct {
  NidaRule rule;
  guint    n_sums;
  guint    measures[NIDA_RULES_MOST_SUMS];   /* 1 << NidaMeasure that the sum is part of */
  gboolean noted[NIDA_RULES_MOST_SUMS];      /* named beside them as COMMITMENT_OF_PAID, too */
  guint8   actions[NIDA_N_TRAITS];
  guint8   copies[NIDA_N_COPIES];            /* 0: counts; else 1 + the aside where such a flow is named */
} NidaRules;

#define NIDA_MEASURE_BIT(measure) (1u << (measure))
#define NIDA_MEASURES_OF_FLOWS                                                                                    \
  (NIDA_MEASURE_BIT (NIDA_MEASURE_RECEIVED) | NIDA_MEASURE_BIT (NIDA_MEASURE_PLEDGED) |                           \
   NIDA_MEASURE_BIT (NIDA_MEASURE_COMMITTED) | NIDA_MEASURE_BIT (NIDA_MEASURE_PAID) | NIDA_MEASURE_BIT (NIDA_MEASURE_COUNT))
#define NIDA_MEASURES_OF_PLANS (NIDA_MEASURE_BIT (NIDA_MEASURE_GAP) | NIDA_MEASURE_BIT (NIDA_MEASURE_COVERAGE))

/* The rule that "auto" means for @measures, each by itself: distinct where flows are summed, boundary for coverage and gap. */
NidaRule nida_rules_resolve (NidaRule rule, guint measures);
void     nida_rules_init    (NidaRules *self, NidaRule rule, guint measures, const NidaSelection *selection);

/* What a row does, copies taken into account. */
static inline guint8
nida_rules_action (const NidaRules *self,
                   NidaTrait        trait,
                   guint            copies)
{
  guint8 action = self->actions[trait];

  if (G_LIKELY (self->copies[copies] == 0) || action == NIDA_ACTION_SKIP)
    return action;
  return action < NIDA_ACTION_ASIDE ? NIDA_ACTION_ASIDE | (self->copies[copies] - 1) : NIDA_ACTION_SKIP;
}

G_END_DECLS
