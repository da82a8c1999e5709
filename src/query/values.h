/* What every row is worth in one currency, at current prices or those of one year, and by which rates. Made once a
 * currency and kept by the sheet. Private to query/. */
#pragma once

#include "cube.h"
#include "tally.h"

G_BEGIN_DECLS

/* Rows that were converted, or were not, in one way. */
typedef struct {
  NidaConversionKind kind;
  char              *from;
  const char        *source;      /* owned by the dataset's rates */
} NidaWay;

/* A rate that some rows share. */
typedef struct {
  guint     way;
  gboolean  of_dollars;           /* it converts what the row is worth in US dollars, not its own amount */
  gboolean  average;
  NidaRatio ratio;
  gint32    first, last;
  const char *note;               /* of the desk's own rate, or NULL; owned by the dataset's rates */
} NidaRowRate;

typedef struct {
  const char      *currency;      /* interned */
  int              prices;
  const NidaMoney *whole;         /* thousandths, NIDA_MONEY_NONE where not known */
  const guint32   *fine;          /* 10^-9 thousandths above @whole; NULL: no row has any */
  const guint32   *rates;         /* by row: number in @row_rates, 0 for an amount as it was reported; NULL with @fine */
  GArray          *row_rates;     /* NidaRowRate */
  GArray          *ways;          /* NidaWay */
  const NidaMoney *amounts, *dollars;   /* the dataset's */
  gboolean         narrow;        /* no sum of any of the rows leaves 64 bits, and none has a part in @fine */
  guint            kinds;         /* NIDA_KIND_BIT of rows that have any amount here */
  /*< private >*/
  gpointer         owned[3];
  NidaWide         without_signs; /* the sum of @whole without signs */
  NidaInterner     rate_keys;     /* by number in @row_rates, less one: currency and country, date and end */
} NidaValues;

/* Rows of one way in an answer. */
typedef struct {
  guint64  rows;
  NidaWide amount;                /* in the currency it was converted from */
  gboolean average;
  gint32   first, last;
} NidaConverted;

/* @before (nullable): the same of the @n_before first rows, which are kept with other names of no currency or country */
NidaValues *nida_values_new    (NidaDataset *dataset, const char *currency, int prices, const NidaValues *before, guint n_before);
void        nida_values_free   (NidaValues *self);
/* What the rate of @row, which has one, converts. */
NidaMoney   nida_values_original (const NidaValues *self, guint32 row);
/* One row of an answer, to the conversions of its way (by way). */
void        nida_values_note   (const NidaValues *self, guint32 row, NidaConverted *converted);
void        nida_converted_merge (NidaConverted *self, const NidaConverted *other);

static inline gboolean
nida_values_has (const NidaValues *self,
                 guint32           row)
{
  return self->whole[row] != NIDA_MONEY_NONE;
}

/* In thousandths or, where any row was converted, in 10^-9 of them; for comparing and adding. 0 where not known. */
static inline NidaWide
nida_values_get (const NidaValues *self,
                 guint32           row)
{
  NidaMoney whole = self->whole[row];

  if (whole == NIDA_MONEY_NONE)
    return 0;
  return self->fine == NULL ? whole : (NidaWide) whole * NIDA_FINE + self->fine[row];
}

static inline void
nida_values_add (const NidaValues *self,
                 guint32           row,
                 NidaSum          *sum)
{
  sum->sum += nida_values_get (self, row);
  sum->rows++;
}

/* A sum of such amounts in thousandths, rounded half to even; FALSE when it leaves 64 bits. */
static inline gboolean
nida_values_to_money (const NidaValues *self,
                      NidaWide          sum,
                      NidaMoney        *money)
{
  return self->fine == NULL ? nida_wide_to_money (sum, money) : nida_fine_to_money (sum, money);
}

G_END_DECLS
