/* A pass over rows that stand behind others: those of the base were gone through before. Private to query/. */
#pragma once

#include "scan.h"

G_BEGIN_DECLS

/* The same groups of the base's rows, so that a pass over these can be kept for all that is put behind them. */
typedef struct {
  NidaScan      scan;                                   /* its dimensions are @dimensions */
  NidaDimension dimensions[NIDA_SCAN_MOST_DIMENSIONS];
  guint32      *slots[NIDA_SCAN_MOST_DIMENSIONS];       /* by slot of these the slot of the whole */
} NidaBaseScan;

/* FALSE where the base has no such groups; nothing is to be cleared then. */
gboolean nida_base_scan_init  (NidaBaseScan *self, const NidaScan *whole);
/* The pass itself is not cleared. */
void     nida_base_scan_clear (NidaBaseScan *self);
/* @whole is @base, whose pass was made, and the rows behind. */
gboolean nida_base_scan_join  (const NidaBaseScan *self, NidaScan *whole, GError **error);

G_END_DECLS
