/* The years of a pace as its words and its marks see them. Private to chart/. */
#pragma once

#include "describe.h"

G_BEGIN_DECLS

#define NIDA_PACE_DAYS       366     /* of a leap year: the same place for the same day of every year */
#define NIDA_PACE_MOST_YEARS   6     /* this one among them */

/* An item of the answer that has a place in the year. */
typedef struct {
  guint               day;
  const NidaCubeItem *item;
  NidaMoney           value;
} NidaPaceGift;

/* @sums: what had come by the end of each day. @gifts: (element-type NidaPaceGift): what they are the sums of, by day */
typedef struct {
  int       year;
  char     *name;
  NidaMoney sums[NIDA_PACE_DAYS];
  GArray   *gifts;
} NidaPaceYear;

/* What may come by the end of a day. */
typedef struct {
  guint     day;
  NidaMoney low, middle, high;
} NidaPacePoint;

/**
 * NidaPace:
 *
 * @years: oldest first, the one that is looked at last; those before it that have money. @today: the last day of the data
 * @complete: the year is over. @not_above_zero: it has amounts, which are no more than zero together. @apart: money of these years whose date is too coarse to have a day, or NONE
 * @points: the projection from @today on, made from @basis earlier years; none where it is off, or they are too few
 */
typedef struct {
  NidaRecipe   *recipe;
  NidaMeasure   measure;
  GPtrArray    *years;
  int           year;
  guint         today;
  gboolean      complete, not_above_zero;
  NidaMoney     apart;
  NidaPacePoint points[14];
  guint         n_points, basis;
  gboolean      quartiles;
} NidaPace;

void      nida_pace_read        (NidaPace *self, NidaRecipe *recipe);
void      nida_pace_clear       (NidaPace *self);
const NidaPaceYear *nida_pace_current (const NidaPace *self);    /* NULL where no year has money */
NidaMoney nida_pace_now         (const NidaPace *self);
NidaMoney nida_pace_whole       (const NidaPaceYear *year);
NidaDate  nida_pace_date        (const NidaPace *self, guint day);    /* in the year that is looked at */
/* pace-words.c */
char     *nida_pace_title       (const NidaPace *self);
char     *nida_pace_subtitle    (const NidaPace *self);
char     *nida_pace_note        (const NidaPace *self);
char     *nida_pace_describe    (const NidaPace *self);
char     *nida_pace_projection  (const NidaPace *self);    /* "≈$12B ($9B to $15B)"; NULL where there is none */
void      nida_pace_table       (const NidaPace *self);

G_END_DECLS
