/* The rows that pass a question's filters, and what can be said of them for every question with the same filters.
 * Private to query/. */
#pragma once

#include "sheet.h"
#include "tally.h"

G_BEGIN_DECLS

/* First and last day of some rows. */
typedef struct {
  gint32   first, last;
  gboolean dated;
} NidaExtent;

/* A column in which all rows have the same code. */
typedef struct {
  NidaCodes codes;
  guint32   code;
} NidaFixedCode;

typedef struct _NidaLevelWork NidaLevelWork;

typedef struct _NidaSelection NidaSelection;

struct _NidaSelection {
  guint32    n_rows;
  guint32   *rows;                        /* ascending; NULL is every row */
  guint8     present[NIDA_N_TRAITS];      /* which traits there are */
  GArray    *fixed;                       /* NidaFixedCode: by filters that only one code passes */
  GArray    *undated;                     /* rows that only lack a date to be in the range asked for */
  GArray    *outside;                     /* spans and coarse dates that lie partly inside it */
  GArray    *shared;                      /* rows that pass by one name of several */
  guint      copies_boundary;             /* 1 << NidaBoundary that a filter names; 0: no such filter */
  guint      copies_on;                   /* the same of on_boundary */
  /*< private >*/
  GArray    *totals;
  GPtrArray *scans;                       /* passes made before; scan-shared.c keeps them */
  NidaExtent *extents;                    /* by kind; NULL until @currencies are counted, too */
  guint64   *currencies;                  /* rows by kind and code of the currency */
  NidaLevelWork *levels;                  /* what levels.c reckoned of the totals, */
  const NidaValues *levels_of;            /* with these amounts */
  const NidaValues *passed_on_of;         /* the amounts that @passed_on was reckoned with */
  NidaSum    passed_on;
  GArray    *overlaps;                    /* what was reckoned of money in two kinds of sources; overlap-most.c keeps it */
  NidaSelection *of_plans;                /* the money of the plans that the years of the filters choose, */
  const NidaValues *of_plans_by;          /* by these amounts; plan-years.c keeps it */
  GPtrArray *with_facts;                  /* answers that have facts; facts.c keeps them */
  NidaSelection *of_base;                 /* the same of the rows of the sheet's base, which keeps it; or NULL */
  GMutex     lock;                        /* of what many ask that stand behind that base */
  gatomicrefcount ref_count;
};

/* In levels.c. */
void           nida_level_work_unref     (NidaLevelWork *self);

NidaSelection *nida_selection_new        (void);
NidaSelection *nida_selection_ref        (NidaSelection *self);
/* Gives up one reference. */
void           nida_selection_free       (NidaSelection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaSelection, nida_selection_free)

static inline guint32
nida_selection_row (const NidaSelection *self,
                    guint32              index)
{
  return self->rows == NULL ? index : self->rows[index];
}

/* The rows that stand behind those of @of_base; transfer full. */
NidaSelection *nida_selection_new_behind (const NidaSelection *self);
gboolean       nida_selection_contains   (const NidaSelection *self, guint32 row);
guint          nida_selection_get_kinds  (const NidaSelection *self);
/* Is it known that a filter leaves only rows with one code in the column @codes? */
gboolean       nida_selection_get_fixed  (const NidaSelection *self, NidaCodes codes, guint32 *code);
/* Requirement and reported rows, ascending (guint32); belongs to the selection. One thread at a time. */
GArray        *nida_selection_get_totals (NidaSelection *self, NidaSheet *sheet);
/* How many rows of @kind with an amount in US dollars were reported in the currency @code. One thread at a time. */
guint64        nida_selection_count_currency (NidaSelection *self, NidaSheet *sheet, NidaKind kind, guint32 code);
/* First and last day of the rows of @kinds (NIDA_KIND_BIT); FALSE when none is dated. One thread at a time. */
gboolean       nida_selection_get_extent (NidaSelection *self, NidaSheet *sheet, guint kinds, gint32 *first, gint32 *last);

G_END_DECLS
