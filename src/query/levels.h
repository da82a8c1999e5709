/* Which requirement and reported rows count: levels of one plan are never added, nor are two breakdowns of it. Private. */
#pragma once

#include "query.h"
#include "selection.h"

G_BEGIN_DECLS

/* A total uses the coarsest level that its plan has, a grouping the matching one. */
typedef struct {
  GArray  *total_rows;     /* guint32, ascending: what the total counts */
  GArray  *group_rows;     /* what the groups count */
  NidaSum  left_out[NIDA_N_KINDS];   /* by kind: rows that no group counts */
} NidaLevels;

/* @rows are requirement and reported rows, ascending. */
void nida_levels_init           (NidaLevels *self, NidaSheet *sheet, NidaQuery *query, const NidaValues *values, GArray *rows);
/* Of the totals of @selection, which has those of the sheet; what questions about the same totals have in common is reckoned once.
 * One thread at a time. */
void nida_levels_init_selection (NidaLevels *self, NidaSheet *sheet, NidaQuery *query, const NidaValues *values,
                                 NidaSelection *selection);
void nida_levels_clear          (NidaLevels *self);

G_END_DECLS
