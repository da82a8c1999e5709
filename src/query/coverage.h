/* Coverage and gap, reckoned per plan. Private to query/. */
#pragma once

#include "levels.h"
#include "scan.h"

G_BEGIN_DECLS

typedef struct {
  NidaWide requirement;
  NidaWide funding;
} NidaCover;

typedef struct {
  NidaInterner groups;            /* key a: the group of the question's dimensions */
  GArray      *covers;            /* NidaCover by number of the group: those with a requirement */
  NidaCover    total;
  gboolean     has_requirement;
  gboolean     has_funding;       /* any figure at all for the plans: absent is not zero */
  NidaSum      outside;           /* money without a plan that has a requirement */
  NidaSum      not_specified;     /* money of plans without a category, when grouped by category */
} NidaCoverage;

/* @scan counted received money with the question's dimensions and, as the last one, plans; @levels chose its totals. */
void     nida_coverage_init   (NidaCoverage *self, NidaQuery *query, const NidaScan *scan, const NidaLevels *levels);
void     nida_coverage_clear  (NidaCoverage *self);
/* NIDA_MONEY_NONE where there is nothing to say. FALSE on overflow. */
gboolean nida_coverage_values (const NidaCoverage *self, const NidaCover *cover, NidaMoney *gap, gint64 *millionths);

G_END_DECLS
