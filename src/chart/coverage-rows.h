/* What the coverage chart shows of each group: requirement, funding, pledges. Private to chart/. */
#pragma once

#include "chart-groups.h"
#include "chart-spec.h"

G_BEGIN_DECLS

/**
 * NidaCoverageRow:
 *
 * @requirement: 0 where the group has none
 * @funding: what counts against the requirement; %NIDA_MONEY_NONE where no source says
 * @n: how many groups the row sums
 */
typedef struct {
  const NidaCubeItem *item;
  char               *label;
  NidaMoney           requirement, funding, pledged;
  guint               n;
  gboolean            chosen;
} NidaCoverageRow;

/**
 * NidaCoverageRows:
 *
 * @rows: groups with a requirement, in the order of the spec; @without: one sum of those without (n 0: none)
 * @known: is any funding figure loaded?
 */
typedef struct {
  NidaCube           *cube;       /* borrowed, as are items */
  NidaField           field;
  NidaNoun            noun;
  GPtrArray          *rows;       /* NidaCoverageRow */
  NidaCoverageRow     total;
  NidaCoverageRow     without;
  const char         *without_label;   /* name of the only one without a requirement */
  gboolean            known;
  gboolean            has_reports;     /* of any group, what a source reports that it received */
  gboolean            any_pledged, any_over, any_unknown;
  NidaCoverageRow     chosen;          /* sum of the rows that are chosen; n 0: none is */
  const char         *chosen_label;    /* of the only one */
  gboolean            chosen_first;    /* there is no room for all rows, and the chosen ones are to be seen */
} NidaCoverageRows;

void      nida_coverage_rows_sort_for  (NidaCoverageRows *self, const NidaChartSpec *spec, guint shown);
void      nida_coverage_rows_init      (NidaCoverageRows *self, const NidaChartSpec *spec, GPtrArray *cubes, NidaLanguage *language);
void      nida_coverage_rows_clear     (NidaCoverageRows *self);
/* Is any chosen row behind the first @shown? */
gboolean  nida_coverage_rows_hide_chosen (const NidaCoverageRows *self, guint shown);
/* Sum of the rows from @first on. */
NidaCoverageRow nida_coverage_rows_sum (const NidaCoverageRows *self, guint first);
/* Funding against requirement, or the share of the total requirement where no funding is known; millionths. */
gint64    nida_coverage_rows_ratio     (const NidaCoverageRows *self, const NidaCoverageRow *row);
/* The part that money cannot explain: never below 0. */
NidaMoney nida_coverage_row_gap       (const NidaCoverageRow *row);
NidaMoney nida_coverage_rows_max       (const NidaCoverageRows *self);

G_END_DECLS
