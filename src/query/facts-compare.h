/* What the rows of a dataset add up to beside a total that a source states. Private to facts*.c. */
#pragma once

#include "cube.h"
#include "itemised.h"
#include "query.h"

G_BEGIN_DECLS

/* Requirements by code of one field: those of code c stand from starts[c] to starts[c + 1]. */
typedef struct {
  guint32 *starts;
  guint32 *rows;
} NidaRowsByCode;

typedef struct {
  NidaSheet       *sheet;
  const NidaValues *values;
  NidaCodes        codes[NIDA_N_STATED_FIELDS];
  NidaRowsByCode   by_code[NIDA_N_STATED_FIELDS];
  NidaQuery       *plain;              /* for levels: no groups */
  GArray          *needs;              /* guint32: all requirements */
  const NidaItemised *itemised;        /* once it is needed */
  GArray          *found;              /* guint32: of one fact */
  gint32           first_day, last_day;  /* of its span */
} NidaFactComparison;

void     nida_fact_comparison_init  (NidaFactComparison *self, NidaSheet *sheet, const NidaValues *values);
void     nida_fact_comparison_clear (NidaFactComparison *self);
/* Of a stated or reported total, what the rows add up to; of other facts nothing. FALSE where that is too large to be exact. */
gboolean nida_fact_comparison_fill  (NidaFactComparison *self, NidaFact *fact, GError **error);

G_END_DECLS
