/* Parts of plans, as sources state them, and which of them count. Between levels.c and level-parts.c. */
#pragma once

#include "levels.h"

G_BEGIN_DECLS

#define N_LEVELS 4
#define N_SIDES 2          /* requirement, reported */

/* A part of a plan that one source states at one level, for one country. */
typedef struct {
  guint32  plan;
  guint32  level;
  guint32  country;
  guint32  source;
  guint32  named;          /* the source that the row itself names: a converted file holds rows of several */
  NidaWide sums[N_SIDES];
  GArray  *categories;     /* guint32; while sources are chosen */
  gboolean states[N_SIDES];
  gboolean counts[N_SIDES];
} NidaUnit;

typedef struct {
  guint32 row;
  guint32 unit;
  guint8  side;
} NidaTotalRow;

typedef struct {
  NidaWide requirement[N_LEVELS];
  gboolean has[N_SIDES][N_LEVELS];
} NidaPlanLevels;

#define N_CHOICES 16

/* All that does not depend on what a question groups by. Once made it changes no more, but for the choices made of it. */
struct _NidaLevelWork {
  gatomicrefcount ref_count;
  GMutex        lock;
  NidaLevels   *choices[N_CHOICES];   /* by number; those that were asked for */
  gboolean      fine[N_CHOICES];      /* of the amounts that were left out */
  const char   *currency;       /* of the amounts: what belongs to their whole sheet */
  int           prices;
  GArray       *of;             /* guint32: the rows that it is about */
  NidaSheet    *sheet;          /* while it is made */
  const NidaEncoded *keys;      /* of plans */
  NidaCodes     appeals, levels, categories, countries;
  NidaInterner  plans, units_by_key;
  GArray       *units;          /* NidaUnit */
  GArray       *rows;           /* NidaTotalRow */
  GArray       *plan_levels;    /* NidaPlanLevels by plan */
};

/* The parts of the plans that @rows (requirements and reported totals) are about, which of their sources count, and at which levels
 * each plan is stated. Fills units, rows and plan_levels of @work, which has the rest. */
void nida_level_parts_find (NidaLevelWork *work, GArray *rows, const NidaValues *values);

G_END_DECLS
