/* The plans that have a requirement, and which of them money belongs to. Private to coverage. */
#pragma once

#include "coverage.h"

G_BEGIN_DECLS

/* Slots after the plans: money outside, and flows that a reported total outside already holds. */
#define NIDA_COVERAGE_OUTSIDE(self) ((self)->n_plans)
#define NIDA_COVERAGE_OUTSIDE_REPORTED(self) ((self)->n_plans + 1)

static inline gboolean
nida_coverage_is_requirement (const NidaCoverage *self,
                              guint32             row)
{
  return NIDA_TRAIT_KIND (self->sheet->traits[row]) == NIDA_KIND_REQUIREMENT;
}

/* The code of the plan that @row names. */
static inline guint32
nida_coverage_plan_code (const NidaCoverage *self,
                         guint32             row)
{
  return nida_codes_get (self->plans.codes, row);
}

/* Numbers the plans with a requirement above zero; @plans then has a slot for every code of a plan. */
void nida_coverage_find_plans (NidaCoverage *self);
/* What the sheet keeps of it. */
void nida_kept_plans_free     (gpointer kept);

G_END_DECLS
