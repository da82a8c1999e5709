/* Two sources side by side: what each of them says of the same donor, appeal or year. Each is asked alone, so that a flow
 * which stands in both counts for both, with the figure that each of them has. */
#pragma once

#include "local-engine.h"

G_BEGIN_DECLS

/**
 * NidaComparedGroup:
 *
 * @name: as `query` prints it: the English name, the period, "Multiple (2)", "" when not stated
 * @arabic: %NULL when there is none
 * @figures: of the first and the second source in the unit of the measure; %NIDA_MONEY_NONE where it has no such group, or
 *   no figure of it
 * @difference: the first less the second, where one that is absent is nothing; %NIDA_MONEY_NONE when it leaves 64 bits
 * @names: how each of them calls the group, %NULL where it has none: a reference, or the country of a government,
 *   may make two names one
 */
typedef struct {
  char      *name, *arabic;
  NidaPeriod period;
  gboolean   not_stated;
  guint      n_members;
  NidaMoney  figures[2];
  NidaMoney  difference;
  char      *names[2];
} NidaComparedGroup;

typedef struct {
  NidaQuery         *query;
  GArray            *groups;      /* NidaComparedGroup; periods by time, names by code points; none that says nothing */
  NidaComparedGroup  total;       /* each flow of a source once, not the sum of the groups */
  NidaCube          *cubes[2];    /* the answers; NULL where a source has none of the names that the filters name */
} NidaSourceComparison;

/**
 * nida_source_comparison_new:
 * @engines: (array fixed-size=2): each over one source alone, and the rates of both
 * @query: one field to group by, one measure
 *
 * Returns: (transfer full) (nullable): the comparison, or %NULL with @error (%NIDA_QUERY_ERROR)
 */
NidaSourceComparison *nida_source_comparison_new  (NidaLocalEngine * const *engines, NidaQuery *query, GError **error);
void                  nida_source_comparison_free (NidaSourceComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaSourceComparison, nida_source_comparison_free)

/* The groups as a person looks for them (NidaComparedGroup, transfer none): the largest difference first, periods by time. */
GPtrArray *nida_source_comparison_list (const NidaSourceComparison *self);

/* How many groups only one source has (0: the first, 1: the second), and in how many both have figures that agree or differ. */
typedef struct { guint only[2], same, different; } NidaComparedCounts;
NidaComparedCounts nida_source_comparison_count (const NidaSourceComparison *self);

/**
 * nida_source_comparison_find_rows:
 * @engine: over the source alone
 * @side: 0 for the first source, 1 for the second
 * @joined: a dataset that holds the same source as its number @source, and others
 *
 * The rows of @joined behind a figure. A record that was merged there stands in the row that it was merged into.
 *
 * Returns: (transfer full) (element-type guint): ascending; none for a group of several names
 */
GArray *nida_source_comparison_find_rows (const NidaSourceComparison *self, NidaLocalEngine *engine, const NidaComparedGroup *group,
                                          guint side, NidaDataset *joined, guint source);

G_END_DECLS
