/* What stands beside the sums, gathered and handed out. Private to query/. */
#pragma once

#include "cube-builder.h"
#include "scan.h"

G_BEGIN_DECLS

typedef struct {
  NidaSum sums[NIDA_N_ASIDES];
  NidaSum committed;             /* commitments that count as received, for want of payments */
  guint   of_totals;             /* bits of the kinds whose rows are not all flows, beyond those that never are */
} NidaAsides;

static inline void
nida_asides_add (NidaAsides    *self,
                 NidaAsideKind  kind,
                 NidaSum        sum)
{
  nida_sum_merge (&self->sums[kind], &sum);
}

/* What @scan named, and the rows that the filters left out or let in by one name of several. */
void     nida_asides_add_scan (NidaAsides *self, const NidaScan *scan, guint measures);
/* FALSE when a sum overflows. */
gboolean nida_asides_hand_out (const NidaAsides *self, const NidaValues *values, NidaCube *cube);

G_END_DECLS
