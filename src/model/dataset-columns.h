/* The growing columns behind a dataset. A column exists once a row has a value for it. Private to the model. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

/* Code fields have the column of their own number. */
typedef enum {
  NIDA_COLUMN_SOURCE_INDEX = NIDA_N_CODE_FIELDS,   /* as wide as it must be, like codes */
  NIDA_COLUMN_LINE,
  NIDA_COLUMN_DATE,                                /* packed */
  NIDA_COLUMN_DATE_END,
  NIDA_COLUMN_VALUE_DATE,
  NIDA_COLUMN_USAGE_YEARS,                         /* first << 16 | last */
  NIDA_COLUMN_AMOUNT,
  NIDA_COLUMN_AMOUNT_USD,
  NIDA_COLUMN_UPDATED_AT,
  NIDA_COLUMN_ID,                                  /* see dataset-table.h */
  NIDA_COLUMN_DESCRIPTION,                         /* see text-store.h */
  NIDA_COLUMN_BOUNDARIES,
  NIDA_COLUMN_PART,                                /* of a flow that is split; 0: the whole flow */
  NIDA_COLUMN_PLACE,                               /* first byte << 32 | bytes of the record */
  NIDA_COLUMN_WRITTEN_DONOR,                       /* 1 + which joined name the source wrote; as wide as it must be */
  NIDA_COLUMN_WRITTEN_RECIPIENT,
  NIDA_COLUMN_WRITTEN_PARTNER,
  NIDA_N_COLUMNS,
} NidaColumnId;

typedef struct {
  gpointer data;             /* NULL: every row has the missing value */
  guint    width;            /* bytes: 1, 2, 4 or 8 */
} NidaColumn;

typedef struct {
  NidaColumn columns[NIDA_N_COLUMNS];
  guint64    present;        /* bit: the column exists */
  guint      n_rows;
  guint      capacity;
  gint32    *dates;          /* by code: the dates that the column of dates has codes of, see column-dates.h; NULL: it has dates */
  guint      n_dates;
} NidaColumns;

/* The value that a row has when nobody says one. */
static inline gint64
nida_column_missing (NidaColumnId id)
{
  return id == NIDA_COLUMN_AMOUNT || id == NIDA_COLUMN_AMOUNT_USD || id == NIDA_COLUMN_UPDATED_AT ? G_MININT64 : 0;
}

/* 4 bytes are read without a sign: only dates have one, and nida_columns_get() gives it back. */
static inline gint64
nida_column_load (const NidaColumn *column,
                  guint             row)
{
  switch (column->width)
    {
    case 1: return ((const guint8 *) column->data)[row];
    case 2: return ((const guint16 *) column->data)[row];
    case 4: return ((const guint32 *) column->data)[row];
    default: return ((const gint64 *) column->data)[row];
    }
}

static inline gint64
nida_columns_get (const NidaColumns *self,
                  NidaColumnId       id,
                  guint              row)
{
  const NidaColumn *column = &self->columns[id];

  if (column->data == NULL)
    return nida_column_missing (id);
  if (id == NIDA_COLUMN_DATE && self->dates != NULL)
    return self->dates[nida_column_load (column, row)];
  if (id == NIDA_COLUMN_DATE || id == NIDA_COLUMN_DATE_END || id == NIDA_COLUMN_VALUE_DATE)
    return ((const gint32 *) column->data)[row];
  return nida_column_load (column, row);
}

void     nida_columns_clear      (NidaColumns *self);
/* Append a row; @values counts where @set has the column's bit. FALSE when there is no room for another row. */
gboolean nida_columns_add_row    (NidaColumns *self, const gint64 *values, guint64 set);
void     nida_columns_set        (NidaColumns *self, NidaColumnId id, guint row, gint64 value);
/* Replace each value v of a code column by map[v]. */
void     nida_columns_remap      (NidaColumns *self, NidaColumnId id, const guint32 *map, guint32 n_map);
/* The columns of @other with room for @n_more rows. */
void     nida_columns_copy       (NidaColumns *self, const NidaColumns *other, guint n_more);
/* Append the rows of @other, whose columns are freed one after the other. FALSE, and nothing is done, when too many. */
gboolean nida_columns_append     (NidaColumns *self, NidaColumns *other);
/* Remove @rows, which ascend. */
void     nida_columns_remove     (NidaColumns *self, const guint *rows, guint n_rows);
void     nida_columns_shrink     (NidaColumns *self);
/* Make a column of @data (@width bytes for each of the rows), which is taken. FALSE, and nothing is taken: it is there already, or
 * is never so wide. */
gboolean nida_columns_take       (NidaColumns *self, NidaColumnId id, guint width, gpointer data);

G_END_DECLS
