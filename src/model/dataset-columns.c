/* Growing columns. Columns of codes and ids begin one byte wide and widen when a value needs it. Large columns grow by realloc(), which
 * moves pages, not bytes; what a row never had costs nothing. */
#include "dataset-columns.h"

#include "column-dates.h"

#include <string.h>

#define FIRST_CAPACITY 256

G_STATIC_ASSERT (NIDA_N_COLUMNS <= 64);

/* Codes, and ids, most of which are small numbers. */
static gboolean
is_as_wide_as_need_be (NidaColumnId id)
{
  return id <= NIDA_COLUMN_SOURCE_INDEX || id >= NIDA_COLUMN_WRITTEN_DONOR || id == NIDA_COLUMN_ID;
}

static guint
first_width (NidaColumnId id)
{
  switch (id)
    {
    case NIDA_COLUMN_LINE:
    case NIDA_COLUMN_DATE:
    case NIDA_COLUMN_DATE_END:
    case NIDA_COLUMN_VALUE_DATE:
    case NIDA_COLUMN_USAGE_YEARS:
    case NIDA_COLUMN_PART:
      return 4;
    case NIDA_COLUMN_AMOUNT:
    case NIDA_COLUMN_AMOUNT_USD:
    case NIDA_COLUMN_UPDATED_AT:
    case NIDA_COLUMN_DESCRIPTION:
    case NIDA_COLUMN_PLACE:
      return 8;
    case NIDA_COLUMN_BOUNDARIES:
      return 2;
    default:
      return 1;
    }
}

static guint
width_of (guint64 value)
{
  return value <= G_MAXUINT8 ? 1 : value <= G_MAXUINT16 ? 2 : value <= G_MAXUINT32 ? 4 : 8;
}

static inline void
store (NidaColumn *column,
       guint       row,
       gint64      value)
{
  switch (column->width)
    {
    case 1: ((guint8 *) column->data)[row] = (guint8) value; break;
    case 2: ((guint16 *) column->data)[row] = (guint16) value; break;
    case 4: ((guint32 *) column->data)[row] = (guint32) value; break;
    default: ((gint64 *) column->data)[row] = value; break;
    }
}

void
nida_columns_clear (NidaColumns *self)
{
  for (int id = 0; id < NIDA_N_COLUMNS; id++)
    g_free (self->columns[id].data);
  g_free (self->dates);
  memset (self, 0, sizeof *self);
}

static void
reserve (NidaColumns *self,
         guint        capacity)
{
  for (int id = 0; id < NIDA_N_COLUMNS; id++)
    if (self->columns[id].data != NULL)
      self->columns[id].data = g_realloc_n (self->columns[id].data, capacity, self->columns[id].width);
  self->capacity = capacity;
}

/* Make the column, with the missing value in every row so far. */
static void
create (NidaColumns  *self,
        NidaColumnId  id,
        guint         width)
{
  NidaColumn *column = &self->columns[id];
  gint64 missing = nida_column_missing (id);

  if (self->capacity == 0)
    self->capacity = FIRST_CAPACITY;
  column->width = width;
  column->data = g_malloc_n (self->capacity, width);
  self->present |= G_GUINT64_CONSTANT (1) << id;
  if (missing == 0)
    memset (column->data, 0, (gsize) self->n_rows * width);
  else
    for (guint row = 0; row < self->n_rows; row++)
      store (column, row, missing);
}

static void
widen (NidaColumns  *self,
       NidaColumnId  id,
       guint         width)
{
  NidaColumn *column = &self->columns[id];
  NidaColumn wide = { g_malloc_n (self->capacity, width), width };

  for (guint row = 0; row < self->n_rows; row++)
    store (&wide, row, nida_column_load (column, row));
  g_free (column->data);
  *column = wide;
}

/* Make the column able to hold @value. */
static inline void
ensure (NidaColumns  *self,
        NidaColumnId  id,
        gint64        value)
{
  NidaColumn *column = &self->columns[id];

  if (G_UNLIKELY (column->data == NULL))
    create (self, id, is_as_wide_as_need_be (id) ? width_of (value) : first_width (id));
  else if (is_as_wide_as_need_be (id) && G_UNLIKELY (width_of (value) > column->width))
    widen (self, id, width_of (value));
}

gboolean
nida_columns_add_row (NidaColumns  *self,
                      const gint64 *values,
                      guint64       set)
{
  guint row = self->n_rows;

  if (row == G_MAXUINT32)
    return FALSE;
  nida_columns_decode_dates (self);
  if (row == self->capacity)
    {
      guint64 capacity = (guint64) self->capacity + self->capacity / 2;

      reserve (self, CLAMP (capacity, FIRST_CAPACITY, G_MAXUINT32));
    }
  for (guint64 bits = set | self->present; bits != 0; bits &= bits - 1)
    {
      int id = __builtin_ctzll (bits);
      gboolean is_set = set >> id & 1;
      gint64 value = is_set ? values[id] : nida_column_missing (id);

      if (self->columns[id].data == NULL && value == nida_column_missing (id))
        continue;
      if (is_set)
        ensure (self, id, value);
      store (&self->columns[id], row, value);
    }
  self->n_rows++;
  return TRUE;
}

void
nida_columns_set (NidaColumns  *self,
                  NidaColumnId  id,
                  guint         row,
                  gint64        value)
{
  if (self->columns[id].data == NULL && value == nida_column_missing (id))
    return;
  if (id == NIDA_COLUMN_DATE)
    nida_columns_decode_dates (self);
  ensure (self, id, value);
  store (&self->columns[id], row, value);
}

void
nida_columns_remap (NidaColumns   *self,
                    NidaColumnId   id,
                    const guint32 *map,
                    guint32        n_map)
{
  NidaColumn *column = &self->columns[id];
  guint32 highest = 0;
  gboolean same = TRUE;

  for (guint32 code = 0; code < n_map; code++)
    {
      highest = MAX (highest, map[code]);
      same = same && map[code] == code;
    }
  if (same || self->n_rows == 0 || (column->data == NULL && map[0] == 0))
    return;
  ensure (self, id, highest);
  for (guint row = 0; row < self->n_rows; row++)
    store (column, row, map[nida_column_load (column, row)]);
}

void
nida_columns_copy (NidaColumns       *self,
                   const NidaColumns *other,
                   guint              n_more)
{
  nida_columns_clear (self);
  self->present = other->present;
  self->n_rows = other->n_rows;
  self->capacity = MAX (other->n_rows + MIN (n_more, G_MAXUINT32 - other->n_rows), 1);
  for (int id = 0; id < NIDA_N_COLUMNS; id++)
    {
      const NidaColumn *column = &other->columns[id];

      if (column->data == NULL)
        continue;
      self->columns[id] = (NidaColumn) { g_malloc_n (self->capacity, column->width), column->width };
      memcpy (self->columns[id].data, column->data, (gsize) other->n_rows * column->width);
    }
  self->dates = g_memdup2 (other->dates, other->n_dates * sizeof *other->dates);
  self->n_dates = other->n_dates;
}

static void
append_column (NidaColumns  *self,
               NidaColumns  *other,
               NidaColumnId  id,
               guint         capacity)
{
  NidaColumn *column = &self->columns[id];
  NidaColumn *more = &other->columns[id];

  if (more->data != NULL && column->data == NULL)
    create (self, id, more->width);
  else if (more->data != NULL && more->width > column->width)
    widen (self, id, more->width);
  if (column->data == NULL)
    return;
  column->data = g_realloc_n (column->data, capacity, column->width);
  if (more->data != NULL && more->width == column->width)
    memcpy ((char *) column->data + (gsize) self->n_rows * column->width, more->data, (gsize) other->n_rows * more->width);
  else
    for (guint row = 0; row < other->n_rows; row++)
      store (column, self->n_rows + row, more->data == NULL ? nida_column_missing (id) : nida_column_load (more, row));
  g_clear_pointer (&more->data, g_free);
}

gboolean
nida_columns_append (NidaColumns *self,
                     NidaColumns *other)
{
  guint64 n_rows = (guint64) self->n_rows + other->n_rows;

  if (n_rows > G_MAXUINT32)
    return FALSE;
  if (self->n_rows == 0)
    {
      nida_columns_clear (self);
      *self = *other;
      memset (other, 0, sizeof *other);
      return TRUE;
    }
  nida_columns_match_dates (self, other);
  for (int id = 0; id < NIDA_N_COLUMNS; id++)
    append_column (self, other, id, MAX (n_rows, self->capacity));
  self->capacity = MAX (n_rows, self->capacity);
  self->n_rows = n_rows;
  nida_columns_clear (other);
  return TRUE;
}

/* Move the rows between two removed ones together. */
static void
close_gaps (NidaColumn  *column,
            guint        n_all,
            const guint *rows,
            guint        n_rows)
{
  char *data = column->data;
  gsize width = column->width;
  gsize to = rows[0];

  for (guint i = 0; i < n_rows; i++)
    {
      gsize start = (gsize) rows[i] + 1;
      gsize end = i + 1 < n_rows ? rows[i + 1] : n_all;

      memmove (data + to * width, data + start * width, (end - start) * width);
      to += end - start;
    }
}

void
nida_columns_remove (NidaColumns *self,
                     const guint *rows,
                     guint        n_rows)
{
  if (n_rows == 0)
    return;
  for (int id = 0; id < NIDA_N_COLUMNS; id++)
    if (self->columns[id].data != NULL)
      close_gaps (&self->columns[id], self->n_rows, rows, n_rows);
  self->n_rows -= n_rows;
}

void
nida_columns_shrink (NidaColumns *self)
{
  if (self->n_rows < self->capacity)
    reserve (self, MAX (self->n_rows, 1));
}

/* As wide as codes are, as ids are, or as the column always is. */
static gboolean
may_be_wide (NidaColumnId id,
             guint        width)
{
  if (!is_as_wide_as_need_be (id))
    return width == first_width (id);
  return width == 1 || width == 2 || width == 4 || (width == 8 && id == NIDA_COLUMN_ID);
}

gboolean
nida_columns_take (NidaColumns  *self,
                   NidaColumnId  id,
                   guint         width,
                   gpointer      data)
{
  if (id >= NIDA_N_COLUMNS || self->columns[id].data != NULL || !may_be_wide (id, width))
    return FALSE;
  self->columns[id] = (NidaColumn) { data, width };
  self->present |= G_GUINT64_CONSTANT (1) << id;
  return TRUE;
}
