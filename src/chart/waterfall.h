/* A waterfall's steps as its words and its marks see them. Private to chart/. */
#pragma once

#include "describe.h"

G_BEGIN_DECLS

typedef enum {
  NIDA_STEP_OF_REQUIREMENT,
  NIDA_STEP_OF_PAID,
  NIDA_STEP_OF_COMMITTED,
  NIDA_STEP_OF_STATED,        /* received, where a source states only a plan's total */
  NIDA_STEP_OF_UNKNOWN,       /* received, where no source says anything */
  NIDA_STEP_OF_PLEDGED,
  NIDA_STEP_OF_GAP,
  NIDA_N_WATERFALL_STEPS,
} NidaWaterfallKind;

/* @from, @to: where the bar stands; @value: what it says, without a sign but for the gap, which is below zero where more
 * came than was asked for */
typedef struct {
  NidaWaterfallKind kind;
  NidaMoney         value, from, to;
} NidaWaterfallStep;

/**
 * NidaWaterfall:
 *
 * @appeals: plans with a requirement; @appeal: the name of the only one, or NULL. @known: does any source tell of funding?
 * @steps: those that have a figure, in order
 */
typedef struct {
  NidaRecipe       *recipe;
  NidaMoney         requirement, gap, pledged;
  NidaMoney         paid, committed, stated;
  gboolean          known;
  guint             appeals;
  const NidaCubeItem *appeal;
  NidaWaterfallStep steps[NIDA_N_WATERFALL_STEPS];
  guint             n_steps;
} NidaWaterfall;

/* From the answers to nida_waterfall_queries(). */
void        nida_waterfall_read      (NidaWaterfall *self, NidaRecipe *recipe);
const char *nida_waterfall_step_name (const NidaWaterfall *self, const NidaWaterfallStep *step);
/* The kind of the rows that a step adds up, as a filter has it; NULL of a gap, which has none. */
const char *nida_waterfall_step_rows (NidaWaterfallKind kind);
char       *nida_waterfall_title     (const NidaWaterfall *self);
char       *nida_waterfall_subtitle  (const NidaWaterfall *self);
char       *nida_waterfall_describe  (const NidaWaterfall *self);
/* "12%" of the requirement; NULL where that says nothing. */
char       *nida_waterfall_share     (const NidaWaterfall *self, const NidaWaterfallStep *step);

G_END_DECLS
