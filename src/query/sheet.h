/* A dataset's columns as the engine reads them, with the columns that it derives once and keeps: what a row is at a
 * glance, dates and usage years as codes, plans, ids, amounts in a currency. Private to query/. */
#pragma once

#include "dataset-overlap.h"
#include "encoded.h"
#include "places.h"
#include "values.h"

G_BEGIN_DECLS

/* What decides whether a row counts, in one byte: kind, how its source tells received money, direction. */
typedef guint8 NidaTrait;

typedef enum {
  NIDA_RECEIPT_MOVES,        /* one id moves through states: commitment + paid */
  NIDA_RECEIPT_PAID,         /* the source has payments: a commitment is not added to its own disbursement */
  NIDA_RECEIPT_COMMITTED,    /* it has none: what is committed counts, and it says so */
} NidaReceipt;

#define NIDA_N_TRAITS 256
#define NIDA_TRAIT(kind, receipt, direction) ((NidaTrait) ((kind) | (receipt) << 4 | (direction) << 6))
#define NIDA_TRAIT_KIND(trait) ((NidaKind) ((trait) & 15))
#define NIDA_TRAIT_RECEIPT(trait) ((NidaReceipt) ((trait) >> 4 & 3))
#define NIDA_TRAIT_DIRECTION(trait) ((NidaDirection) ((trait) >> 6))
#define NIDA_N_COPIES 4096   /* values of the set of boundaries that the copies of a row stated */

/* What a field's names are looked up by. */
typedef struct {
  GHashTable *codes_by_name; /* folded name in either language, or reference → GArray of guint32 */
  char      **folded;        /* by code, the English name */
  guint8     *used;          /* by code: stands in a row, alone or in a list */
  guint32     size;          /* the highest code */
} NidaNames;

typedef struct _NidaSheet NidaSheet;

struct _NidaSheet {
  NidaDataset     *dataset;
  NidaSheet       *base;                       /* of the rows that these begin with, where others were put behind them; or NULL */
  NidaSheet       *whole;                      /* that this one was condensed from (condense.c); or NULL */
  guint            n_rows;
  NidaTrait       *traits;
  guint8           present[NIDA_N_TRAITS];
  const guint16   *copies;                     /* may be NULL */
  guint8          *named_appeals;              /* by code: is it a real name? */
  GArray          *totals;                     /* guint32: rows of requirements and reported totals, ascending */
  /*< private >*/
  GMutex           lock;
  NidaEncoded     *dates, *usage, *plans, *groups, *ids;
  guint32         *twins;
  gboolean         twins_known;
  NidaOverlaps    *overlaps;
  gboolean         overlaps_known;
  int              dollars_known;              /* atomic: 1 when every row has an amount in dollars, -1 when not, 0 unknown */
  NidaPlaces      *places;
  GHashTable      *values;                     /* "KWD@2023" → NidaValues */
  NidaNames       *names[NIDA_N_CODE_FIELDS];
  GMutex           dimensions_lock;
  GHashTable      *dimensions;                 /* of questions asked before; dimension.c keeps them */
  GMutex           totals_lock;
  GQueue           levels;                     /* of totals that were asked for before; levels.c keeps them */
  GQueue           plans_found;                /* the same; coverage-plans.c keeps them */
  GHashTable      *itemised;                   /* NidaValues → NidaItemised; itemised.c keeps them */
  guint32         *date_ranks;                 /* of dates in order; facts.c makes them */
  GQueue           facts;                      /* of questions asked before; facts-kept.c keeps them */
  GMutex           selections_lock;
  GQueue           selections;                 /* the same; selection-kept.c keeps them */
  gboolean         is_base;                    /* it is kept by its dataset, which it does not hold */
  gatomicrefcount  ref_count;
};

NidaSheet         *nida_sheet_new         (NidaDataset *dataset);
NidaSheet         *nida_sheet_ref         (NidaSheet *self);
void               nida_sheet_unref       (NidaSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaSheet, nida_sheet_unref)

/* Each is made on the first call, from any thread, and belongs to the sheet. */
const NidaEncoded *nida_sheet_get_dates   (NidaSheet *self);
const NidaEncoded *nida_sheet_get_usage   (NidaSheet *self);
const NidaEncoded *nida_sheet_get_plans   (NidaSheet *self);    /* keys as nida_plan_key tells them */
const NidaEncoded *nida_sheet_get_groups  (NidaSheet *self);    /* the code is a set of ready-made donor groups */
const NidaPlaces  *nida_sheet_get_places  (NidaSheet *self);    /* that the countries lie in */
const NidaEncoded *nida_sheet_get_ids     (NidaSheet *self);
const NidaNames   *nida_sheet_get_names   (NidaSheet *self, NidaField field);
/* Amounts in @currency (NULL: US dollars), at the prices of a year or (0) current ones. */
const NidaValues  *nida_sheet_get_values  (NidaSheet *self, const char *currency, int prices);
/* What they are, where the rows do not tell it; @values is taken. Before the first question. */
void               nida_sheet_take_values (NidaSheet *self, NidaValues *values);
/* Donors and years of which several families of sources hold money; NULL where no two meet. */
const NidaOverlaps *nida_sheet_get_overlaps (NidaSheet *self);
/* For each row the first row of the same flow; NULL when no two rows are one flow. */
const guint32     *nida_sheet_get_twins   (NidaSheet *self);

/* Is this the code of a real name, not of "Not specified"? */
gboolean           nida_sheet_is_named    (NidaSheet *self, NidaField field, guint32 code);
/* Are the names of @field, with all that is said of them, those of the sheet's base, or these and more? */
gboolean           nida_sheet_continues   (NidaSheet *self, NidaField field);
G_END_DECLS
