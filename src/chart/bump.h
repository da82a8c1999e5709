/* Ranks of names over periods, for the lines that show them and their words. Private to chart/. */
#pragma once

#include "axis.h"
#include "cross.h"
#include "end-labels.h"

G_BEGIN_DECLS

#define NIDA_BUMP_MOST_NAMES   12
#define NIDA_BUMP_MOST_PERIODS 60
#define NIDA_BUMP_PERIOD_WIDTH 26.0    /* least width of a period, at scale 1 */

/* @rank: from 1, ties share it; 0 where nothing is recorded. @place: the row, each its own */
typedef struct { guint rank, place; } NidaStanding;

typedef struct {
  NidaRecipe    *recipe;
  NidaCross     *cross;
  NidaTimeFrame  frame;
  NidaPeriodAxis axis;
  guint          names[NIDA_BUMP_MOST_NAMES];        /* rows of the cross, by the newest period */
  guint          n_names;
  guint          periods[NIDA_BUMP_MOST_PERIODS];    /* columns of the cross */
  guint          n_periods;
  NidaPeriod     dates[NIDA_BUMP_MOST_PERIODS];
  NidaStanding   standings[NIDA_BUMP_MOST_NAMES][NIDA_BUMP_MOST_PERIODS];
  guint          n_ranked[NIDA_BUMP_MOST_PERIODS];   /* names with a figure */
  NidaEndLabel   labels[2][NIDA_BUMP_MOST_NAMES];
  guint          n_labels[2];
  NidaBox        marks;
  double         pitch;
} NidaBump;

/* bump-ranks.c: how many names the newest period has. */
guint       nida_bump_read_ranks (NidaBump *self);
NidaMoney   nida_bump_value      (const NidaBump *self, guint row, guint period);

/* bump-words.c; @all: what nida_bump_read_ranks() returned. */
const char *nida_bump_name       (const NidaBump *self, guint index);
char       *nida_bump_title      (const NidaBump *self);
char       *nida_bump_subtitle   (const NidaBump *self, guint all);
char       *nida_bump_note       (const NidaBump *self);
char       *nida_bump_describe   (const NidaBump *self, guint all);

G_END_DECLS
