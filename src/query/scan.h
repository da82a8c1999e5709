/* One pass over the chosen rows: exact sums of flows per group, and what stands beside them. Private to query/. */
#pragma once

#include "dimension.h"
#include "rules.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NIDA_SCAN_MOST_DIMENSIONS (NIDA_MAX_BY + 2)

typedef struct {
  /* in */
  NidaSheet           *sheet;
  NidaSelection       *selection;
  const NidaRules     *rules;
  const NidaDimension *dimensions;
  guint                n_dimensions;
  const NidaValues    *values;
  const guint32       *twins;                  /* NULL: no two rows are one flow */
  GCancellable        *cancellable;
  /* out */
  NidaTally            tally;                  /* rules->n_sums sums a group */
  NidaSum              asides[NIDA_N_ASIDES];
  guint64              without_amount[NIDA_RULES_MOST_SUMS];   /* by sum: its rows of unknown amount */
  GHashTable          *twice;                  /* group → GUINT: rows of a flow that another row of the group counts */
  guint64              twice_in_all;
  NidaConverted       *converted;              /* by way of the values */
  gboolean             shared;                 /* what came out belongs to the selection */
} NidaScan;

/* Fails with NIDA_QUERY_ERROR_INVALID when the groups are too many, or when cancelled. */
gboolean nida_scans_run  (NidaScan **scans, guint n_scans, GError **error);
void     nida_scan_clear (NidaScan *self);

/* What a row does in this pass, copies taken into account. */
static inline guint8
nida_scan_action (const NidaScan *self,
                  guint32         row)
{
  const NidaSheet *sheet = self->sheet;

  return sheet->copies == NULL ? self->rules->actions[sheet->traits[row]]
                               : nida_rules_action (self->rules, sheet->traits[row], sheet->copies[row]);
}

G_END_DECLS
