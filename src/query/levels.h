/* Which requirement and reported rows count: levels of one plan are never added, nor are two breakdowns of it. Private. */
#pragma once

#include "query.h"
#include "sheet.h"
#include "tally.h"

G_BEGIN_DECLS

/* A total uses the coarsest level that its plan has, a grouping the matching one. */
typedef struct {
  GArray  *total_rows;     /* guint32, ascending: what the total counts */
  GArray  *group_rows;     /* what the groups count */
  NidaSum  left_out[NIDA_N_KINDS];   /* by kind: rows that no group counts */
} NidaLevels;

/* @rows are requirement and reported rows, ascending. */
void nida_levels_init  (NidaLevels *self, NidaSheet *sheet, NidaQuery *query, const NidaValues *values, GArray *rows);
void nida_levels_clear (NidaLevels *self);

G_END_DECLS
