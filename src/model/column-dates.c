/* From dates to codes and back. A plain array from date to code is faster than a hash, and small: days of a thousand years. */
#include "column-dates.h"

#include <string.h>

#define MOST_DAYS  (1 << 22)           /* from the first packed date to the last: 1,400 years */
#define MOST_CODES (G_MAXUINT16 + 1)

/* Which code a date has; those of @least to @most are known. */
typedef struct {
  guint32 *codes;                      /* G_MAXUINT32: none yet */
  gint32   least, most;
} NidaDateMap;

static void
widen_range (const NidaColumns *self,
             gint32            *least,
             gint32            *most)
{
  const gint32 *dates = self->dates != NULL ? self->dates : self->columns[NIDA_COLUMN_DATE].data;
  guint n = dates == NULL ? 0 : self->dates != NULL ? self->n_dates : self->n_rows;

  for (guint i = 0; i < n; i++)
    {
      *least = MIN (*least, dates[i]);
      *most = MAX (*most, dates[i]);
    }
}

/* FALSE when the dates lie too far apart for a plain array. */
static gboolean
date_map_init (NidaDateMap       *map,
               const NidaColumns *self,
               const NidaColumns *other)
{
  *map = (NidaDateMap) { NULL, 0, 0 };
  widen_range (self, &map->least, &map->most);
  if (other != NULL)
    widen_range (other, &map->least, &map->most);
  if ((gint64) map->most - map->least >= MOST_DAYS)
    return FALSE;
  map->codes = g_new (guint32, (gsize) (map->most - map->least) + 1);
  memset (map->codes, 0xff, ((gsize) (map->most - map->least) + 1) * sizeof *map->codes);
  for (guint i = 0; i < self->n_dates; i++)
    map->codes[self->dates[i] - map->least] = i;
  return TRUE;
}

static guint32
add_date (NidaColumns *self,
          NidaDateMap *map,
          gint32       date)
{
  guint32 *code = &map->codes[date - map->least];

  if (G_UNLIKELY (*code == G_MAXUINT32))
    {
      *code = self->n_dates++;
      self->dates[*code] = date;
    }
  return *code;
}

/* Give each date of @of a code of @self. FALSE when these are too many: @self has all codes that there are then. */
static gboolean
collect_dates (NidaColumns       *self,
               NidaDateMap       *map,
               const NidaColumns *of)
{
  self->dates = g_renew (gint32, self->dates, MOST_CODES);
  if (self->n_dates == 0)
    add_date (self, map, 0);
  for (guint row = 0; row < of->n_rows; row++)
    {
      gint32 date = ((const gint32 *) of->columns[NIDA_COLUMN_DATE].data)[row];

      if (G_UNLIKELY (self->n_dates == MOST_CODES) && map->codes[date - map->least] == G_MAXUINT32)
        return FALSE;
      add_date (self, map, date);
    }
  self->dates = g_renew (gint32, self->dates, self->n_dates);
  return TRUE;
}

/* In the same place: a code is never wider than a date. */
static void
put_codes (NidaColumns       *self,
           const NidaDateMap *map,
           guint              width)
{
  NidaColumn *column = &self->columns[NIDA_COLUMN_DATE];
  const gint32 *dates = column->data;

  for (guint row = 0; row < self->n_rows; row++)
    {
      guint32 code = map->codes[dates[row] - map->least];

      if (width == 1)
        ((guint8 *) column->data)[row] = (guint8) code;
      else
        ((guint16 *) column->data)[row] = (guint16) code;
    }
  column->width = width;
  column->data = g_realloc_n (column->data, MAX (self->capacity, 1), width);
}

static void
drop_dates (NidaColumns *self)
{
  g_clear_pointer (&self->dates, g_free);
  self->n_dates = 0;
}

void
nida_columns_encode_dates (NidaColumns *self)
{
  NidaDateMap map;

  if (self->columns[NIDA_COLUMN_DATE].data == NULL || self->dates != NULL || !date_map_init (&map, self, NULL))
    return;
  if (collect_dates (self, &map, self))
    put_codes (self, &map, self->n_dates > 256 ? 2 : 1);
  else
    drop_dates (self);
  g_free (map.codes);
}

void
nida_columns_decode_dates (NidaColumns *self)
{
  gint32 *dates;

  if (self->dates == NULL)
    return;
  dates = g_new (gint32, MAX (self->capacity, 1));
  for (guint row = 0; row < self->n_rows; row++)
    dates[row] = (gint32) nida_columns_get (self, NIDA_COLUMN_DATE, row);
  g_free (self->columns[NIDA_COLUMN_DATE].data);
  self->columns[NIDA_COLUMN_DATE] = (NidaColumn) { dates, sizeof *dates };
  drop_dates (self);
}

void
nida_columns_match_dates (NidaColumns *self,
                          NidaColumns *other)
{
  NidaDateMap map = { NULL, 0, 0 };

  nida_columns_decode_dates (other);
  if (self->dates == NULL || other->columns[NIDA_COLUMN_DATE].data == NULL)
    return;
  if (date_map_init (&map, self, other) && collect_dates (self, &map, other))
    put_codes (other, &map, self->n_dates > 256 ? 2 : 1);
  else
    nida_columns_decode_dates (self);
  g_free (map.codes);
}
