/* An answer on its way, for the parts that reckon it. Private to answer*.c. */
#pragma once

#include "answer.h"

#include "asides.h"
#include "levels.h"
#include "scan.h"

G_BEGIN_DECLS

typedef struct {
  NidaSheet       *sheet;
  NidaSelection   *selection;
  NidaQuery       *query;
  GCancellable    *cancellable;
  const NidaValues *values;
  NidaRule         rule;
  NidaDimension    dimensions[NIDA_MAX_BY + 1];   /* and plans */
  guint            n_dimensions;
  NidaInterner     groups;
  NidaLevels       levels;                        /* of requirements and reported totals; made when either matters */
  GArray          *cells;                         /* NidaCubeCell by number of the group; items are slots */
  NidaCubeCell     total;
  NidaAsides       asides;
  NidaConverted   *converted;                     /* by way of the values */
} NidaAnswer;

/* Says that a sum is too large; returns FALSE. */
gboolean      nida_answer_overflow   (GError **error);
gboolean      nida_answer_asks       (const NidaAnswer *self, NidaMeasure measure);
/* The cell of a group of the dimensions; valid until the next. */
NidaCubeCell *nida_answer_cell       (NidaAnswer *self, guint64 group);

static inline void
nida_answer_set_unknown (NidaCubeCell *cell,
                         NidaMeasure   measure)
{
  cell->values[measure] = NIDA_MONEY_NONE;
  cell->unknown |= NIDA_MEASURE_BIT (measure);
}

/* Sums of @scan, of which @all is the whole, that consist only of money whose amount is not known are no zero. */
void          nida_answer_clear_unknown (NidaAnswer *self, const NidaScan *scan, const NidaSum *all);

/* Afterwards: of the group of those that the question does not keep apart, how many names it is. */
void          nida_answer_count_others  (NidaAnswer *self, const NidaScan *scan);

/* Requirements and reported totals, and the levels that count. */
gboolean      nida_answer_add_totals (NidaAnswer *self, GError **error);
/* Afterwards: the years that the requirements are for. */
void          nida_answer_hand_out_plan_years (NidaAnswer *self, NidaCube *cube);

G_END_DECLS
