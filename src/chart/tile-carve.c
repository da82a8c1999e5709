/* Tiles nearer together, so that they are larger: what is empty is taken out, one place of each row at a time, along a path that
 * parts as few neighbours as it can (seam carving: Avidan and Shamir 2007). Of a few countries of the world no sea is left, and
 * hardly any gap. */
#include "config.h"

#include "tile-grid.h"

#include <string.h>

#define FULL       0.7         /* of the places, at most: what is left says where land ends */
#define TILE_SIDES 2.0         /* the sides of a tile that a name stands on well */
#define DISTANCE   0.01        /* of a path that goes aside, beside what it parts */

/* --- rows of codes --- */

static guint
count_columns (char **rows)
{
  return rows[0] != NULL ? (strlen (rows[0]) + 1) / 4 : 0;
}

static gboolean
is_taken (char **rows,
          guint  row,
          guint  column)
{
  return rows[row][4 * column] != '.';
}

static char **
transpose (char **rows)
{
  guint n_rows = g_strv_length (rows), n_columns = count_columns (rows);
  char **result = g_new0 (char *, n_columns + 1);

  for (guint column = 0; column < n_columns; column++)
    {
      result[column] = g_strnfill (4 * n_rows - 1, ' ');
      for (guint row = 0; row < n_rows; row++)
        memcpy (result[column] + 4 * row, rows[row] + 4 * column, 3);
    }
  return result;
}

static void
take_out (char *row,
          guint column)
{
  gsize at = 4 * column, length = strlen (row);

  if (at + 4 <= length)
    memmove (row + at, row + at + 4, length - at - 3);
  else
    row[length - 4] = '\0';
}

/* --- the path --- */

/* What a step from place @from of the row above to place @to of @row parts. */
static double
step_cost (char **rows,
           guint  row,
           guint  from,
           guint  to)
{
  guint parted = 0;

  for (guint column = MIN (from, to); column <= MAX (from, to); column++)
    parted += is_taken (rows, row - 1, column) + is_taken (rows, row, column);
  return parted + DISTANCE * ABS ((int) to - (int) from);
}

/* From the first row to the last through what is empty; FALSE where a row is full. @path: a place for each row. */
static gboolean
find_path (char  **rows,
           guint  *path)
{
  guint n_rows = g_strv_length (rows), n_columns = count_columns (rows), last = 0;
  g_autofree double *costs = g_new (double, n_rows * n_columns);
  g_autofree guint *before = g_new0 (guint, n_rows * n_columns);

  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      guint row = i / n_columns, column = i % n_columns;

      costs[i] = is_taken (rows, row, column) ? G_MAXDOUBLE : row == 0 ? 0 : G_MAXDOUBLE;
      for (guint from = 0; row > 0 && from < n_columns && !is_taken (rows, row, column); from++)
        {
          double above = costs[i - column - n_columns + from];
          double cost = above < G_MAXDOUBLE ? above + step_cost (rows, row, from, column) : G_MAXDOUBLE;

          if (cost < costs[i])
            {
              costs[i] = cost;
              before[i] = from;
            }
        }
    }
  for (guint column = 1; column < n_columns; column++)
    if (costs[(n_rows - 1) * n_columns + column] < costs[(n_rows - 1) * n_columns + last])
      last = column;
  if (costs[(n_rows - 1) * n_columns + last] == G_MAXDOUBLE)
    return FALSE;
  for (guint row = n_rows; row-- > 0; last = before[row * n_columns + last])
    path[row] = last;
  return TRUE;
}

static gboolean
carve_column (char **rows)
{
  guint n_rows = g_strv_length (rows);
  g_autofree guint *path = g_new0 (guint, n_rows + 1);

  if (count_columns (rows) < 2 || !find_path (rows, path))
    return FALSE;
  for (guint row = 0; row < n_rows; row++)
    take_out (rows[row], path[row]);
  return TRUE;
}

static gboolean
carve_row (char ***rows)
{
  g_auto (GStrv) turned = transpose (*rows);
  gboolean carved = carve_column (turned);

  if (carved)
    {
      g_strfreev (*rows);
      *rows = transpose (turned);
    }
  return carved;
}

/* --- how far --- */

static guint
count_tiles (char **rows)
{
  guint n = 0;

  for (guint row = 0; rows[row] != NULL; row++)
    for (guint column = 0; column < count_columns (rows); column++)
      n += is_taken (rows, row, column);
  return n;
}

static void
take_out_empty (char **rows)
{
  for (guint column = count_columns (rows); column-- > 0;)
    {
      gboolean empty = count_columns (rows) > 1;

      for (guint row = 0; empty && rows[row] != NULL; row++)
        empty = !is_taken (rows, row, column);
      for (guint row = 0; empty && rows[row] != NULL; row++)
        take_out (rows[row], column);
    }
}

NidaTileGrid *
nida_tile_grid_carve (const NidaTileGrid *self,
                      double              ratio)
{
  char **rows = nida_tile_grid_dup_rows (self), **turned;
  guint n = count_tiles (rows);

  take_out_empty (rows);
  turned = transpose (rows);
  take_out_empty (turned);
  g_strfreev (rows);
  rows = transpose (turned);
  g_strfreev (turned);
  while (n < FULL * g_strv_length (rows) * count_columns (rows))
    {
      gboolean narrow = ratio * g_strv_length (rows) / count_columns (rows) < TILE_SIDES;

      if (narrow ? !carve_column (rows) && !carve_row (&rows) : !carve_row (&rows) && !carve_column (rows))
        break;
    }
  return nida_tile_grid_new (rows);
}
