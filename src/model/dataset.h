/* The table of facts, read-only: columns of codes, dates and exact amounts, and a GListModel of flows made on demand. */
#pragma once

#include "dictionary.h"
#include "field.h"
#include "money.h"
#include "period.h"
#include "rates.h"
#include "report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NidaCodes:
 *
 * A column of codes, 1, 2 or 4 bytes wide; @data is %NULL where every row is 0 ("not stated").
 */
typedef struct {
  gconstpointer data;
  guint         width;
} NidaCodes;

static inline guint32
nida_codes_get (NidaCodes codes,
                guint     row)
{
  switch (codes.data == NULL ? 0 : codes.width)
    {
    case 1: return ((const guint8 *) codes.data)[row];
    case 2: return ((const guint16 *) codes.data)[row];
    case 4: return ((const guint32 *) codes.data)[row];
    default: return 0;
    }
}

/**
 * NidaDates:
 *
 * A column of packed dates: @distinct by code, of which the first is 0, undated; or each row has its own, where @distinct is %NULL.
 */
typedef struct {
  NidaCodes     codes;
  const gint32 *distinct;
  guint32       n_distinct;
} NidaDates;

static inline gint32
nida_dates_get (NidaDates dates,
                guint     row)
{
  guint32 code = nida_codes_get (dates.codes, row);

  return dates.distinct == NULL ? (gint32) code : dates.distinct[code];
}

/**
 * NidaDataset:
 *
 * The rows that several sources hold together, each flow once. Immutable, so any thread may read it. As a #GListModel it
 * hands out a #NidaFlow for a row when one is asked for.
 */
#define NIDA_TYPE_DATASET (nida_dataset_get_type ())
G_DECLARE_FINAL_TYPE (NidaDataset, nida_dataset, NIDA, DATASET, GObject)

guint            nida_dataset_get_n_rows      (NidaDataset *self);
NidaReport      *nida_dataset_get_report      (NidaDataset *self);                       /* transfer none */
NidaRates       *nida_dataset_get_rates       (NidaDataset *self);                       /* transfer none, frozen */
NidaDictionary  *nida_dataset_get_dictionary  (NidaDataset *self, NidaField field);      /* transfer none, never NULL for code fields */
NidaCodes        nida_dataset_get_codes       (NidaDataset *self, NidaField field);

/* Whole columns, for the engine. NULL where no row has a value. Dates are packed (nida_date_unpack). */
NidaDates        nida_dataset_get_dates       (NidaDataset *self);
const gint32    *nida_dataset_get_date_ends   (NidaDataset *self);
const gint32    *nida_dataset_get_value_dates (NidaDataset *self);
const NidaMoney *nida_dataset_get_amounts     (NidaDataset *self);   /* in the row's currency */
const NidaMoney *nida_dataset_get_amounts_usd (NidaDataset *self);   /* NIDA_MONEY_NONE where not known */
/* Bit (boundary * 3 + on_boundary) for each copy of the flow that was merged into the row and says either; 0 for a row, and
 * NULL for the whole column, where none says. */
const guint16   *nida_dataset_get_boundaries  (NidaDataset *self);
#define NIDA_BOUNDARY_BIT(boundary, on_boundary) (1u << ((boundary) * 3 + (on_boundary)))

/* One cell at a time. */
NidaKind         nida_dataset_get_kind        (NidaDataset *self, guint row);
NidaPeriod       nida_dataset_get_period      (NidaDataset *self, guint row);
NidaMoney        nida_dataset_get_amount      (NidaDataset *self, guint row);
NidaMoney        nida_dataset_get_amount_usd  (NidaDataset *self, guint row);
gboolean         nida_dataset_get_usage_years (NidaDataset *self, guint row, int *first, int *last);
gint64           nida_dataset_get_updated_at  (NidaDataset *self, guint row);            /* seconds since 1970, or G_MININT64 */
const char      *nida_dataset_get_description (NidaDataset *self, guint row, gboolean arabic); /* NULL when there is none */
guint            nida_dataset_get_source      (NidaDataset *self, guint row);
guint            nida_dataset_get_source_row  (NidaDataset *self, guint row);            /* line of the record's first character */
/* The bytes of the record in its source (unpacked, as UTF-8); FALSE where only the line is known. */
gboolean         nida_dataset_get_place       (NidaDataset *self, guint row, guint64 *offset, guint *length);
/* Does one id of the row's family move pledge → commitment → paid? Else received is paid, and a commitment stands beside. */
/* FALSE when that is so of every row. */
gboolean         nida_dataset_may_stay       (NidaDataset *self);
gboolean         nida_dataset_get_states_move (NidaDataset *self, guint row);
/**
 * NidaMergedRow:
 *
 * A record of the same flow that was merged into @row and does not count: its source and line.
 */
typedef struct { guint row, source, line; } NidaMergedRow;
/* Those of @row, in the order of sources and lines. */
const NidaMergedRow *nida_dataset_get_merged (NidaDataset *self, guint row, guint *n_merged);
/* What its rows begin with, where others were put behind all of that and stand in place of none; else NULL. Transfer none. */
NidaDataset     *nida_dataset_get_base        (NidaDataset *self);
/* What @make derives of the dataset and @data by its first call, from any thread, is kept under @key until the dataset goes; it must not
 * hold it. So what is put behind one base, again and again, finds it there. */
gconstpointer    nida_dataset_keep            (NidaDataset *self, const char *key, gpointer (*make) (NidaDataset *self, gconstpointer data),
                                               gconstpointer data, GDestroyNotify destroy);
/* The number that @row has in @base, which may be @self or what rows were appended to; G_MAXUINT where it is none of its rows. */
guint            nida_dataset_find_base_row   (NidaDataset *self, NidaDataset *base, guint row);
/**
 * NidaJoinedName:
 *
 * @name of @field, as sources write it, counts as @is in @n_rows rows, because an alias says so.
 */
typedef struct { NidaField field; char *name, *is; guint n_rows; } NidaJoinedName;
/* All of them, by field and name. */
const NidaJoinedName *nida_dataset_get_joined (NidaDataset *self, guint *n_joined);
/* The name of @field as the row's source wrote it, where it counts as another one; else NULL. */
const char      *nida_dataset_get_written     (NidaDataset *self, guint row, NidaField field);
char            *nida_dataset_dup_id          (NidaDataset *self, guint row);            /* "fts:376156" */
/* Two numbers that are those of another row when both have the same id; FALSE where there is no id. */
gboolean         nida_dataset_get_id_key      (NidaDataset *self, guint row, guint64 *family, guint64 *id);
/* Some of its rows as a dataset of their own, which shares all names with it; transfer full. */
NidaDataset     *nida_dataset_pick            (NidaDataset *self, const guint *rows, guint n_rows);
/* The text of any field of a row as `convert` writes it; Arabic label if @arabic and there is one; "" when not stated. */
char            *nida_dataset_dup_text        (NidaDataset *self, guint row, NidaField field, gboolean arabic);

G_END_DECLS
