/* Coverage and gap, reckoned per plan. Private to query/. */
#pragma once

#include "levels.h"
#include "scan.h"

G_BEGIN_DECLS

/* A plan in one group, or as a whole. */
typedef struct {
  NidaSum requirement, reported, flows;
  guint64 reported_lacking, flows_lacking;     /* rows of these without an amount in the currency */
} NidaPlanMoney;

typedef struct {
  NidaWide requirement;
  NidaWide funding;
  guint64  rows, lacking;     /* of the funding; where all of it lacks an amount it is not known, which is no zero */
} NidaCover;

typedef struct {
  /* in; borrowed */
  NidaSheet           *sheet;
  const NidaValues    *values;
  const NidaLevels    *levels;
  const NidaDimension *dimensions;
  guint                n_by;
  /* the plans with a requirement above zero, and two slots for what is outside them */
  NidaDimension        plans;
  guint32              n_plans;
  NidaPlanMoney       *money;           /* by plan */
  guint32             *homes;           /* by plan and dimension: the slot of its requirement */
  NidaInterner         cells;           /* (group, plan) */
  GArray              *cell_money;      /* NidaPlanMoney by cell */
  GArray              *statements;      /* guint32: reported totals outside plans that name a donor or a recipient */
  /* out */
  NidaInterner         groups;          /* key a: the group of the question's dimensions */
  GArray              *covers;          /* NidaCover by number of the group: those with a requirement */
  NidaCover            total;
  gboolean             has_funding;     /* any figure at all for the plans: absent is not zero */
  NidaSum              outside;         /* money without a plan that has a requirement */
  NidaSum              not_specified;   /* money of plans without a category, when grouped by category */
  guint                of_totals;       /* bits of the asides (NidaAsideKind) that reported totals are among */
  NidaSum              no_requirement;  /* other money that the total counts and no group does */
} NidaCoverage;

/* Finds the plans; @plans is then the dimension to count received money by, after the question's own. */
void     nida_coverage_init   (NidaCoverage *self, NidaSheet *sheet, const NidaValues *values, const NidaLevels *levels,
                               const NidaDimension *dimensions, guint n_by);
/* Reckons with the received money that @scan has counted. */
void     nida_coverage_reckon (NidaCoverage *self, const NidaScan *scan);
void     nida_coverage_clear  (NidaCoverage *self);
/* Is all of its funding money without an amount in the currency? */
static inline gboolean
nida_cover_lacks (const NidaCover *self)
{
  return self->rows > 0 && self->rows == self->lacking;
}

/* NIDA_MONEY_NONE where there is nothing to say. FALSE on overflow. */
gboolean nida_coverage_values (const NidaCoverage *self, const NidaCover *cover, NidaMoney *gap, gint64 *millionths);

G_END_DECLS
