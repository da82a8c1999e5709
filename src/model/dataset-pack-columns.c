/* Columns as bytes: which, how wide, the values. Lines, ids and places go up from row to row, so that their differences are small
 * and mostly alike. */
#include "dataset-pack-columns.h"

#include "dataset-pack.h"

#include <string.h>

static gboolean
goes_up (NidaColumnId id)
{
  return id == NIDA_COLUMN_LINE || id == NIDA_COLUMN_ID || id == NIDA_COLUMN_DESCRIPTION || id == NIDA_COLUMN_PLACE;
}

/* What is made of all rows at the end. */
static gboolean
is_made_later (NidaColumnId id)
{
  return id == NIDA_COLUMN_BOUNDARIES || id >= NIDA_COLUMN_WRITTEN_DONOR;
}

/* Each value less the one before it, and back; the first one less 0. Numbers without a sign go round. */
#define DIFFERENCES(type)                                                                                  \
  G_STMT_START {                                                                                           \
    type *values = data, before = 0;                                                                       \
    for (guint row = 0; row < n_rows; row++)                                                               \
      {                                                                                                    \
        type value = values[row];                                                                          \
        values[row] = (type) (value - before);                                                             \
        before = value;                                                                                    \
      }                                                                                                    \
  } G_STMT_END

#define SUMS(type)                                                                                         \
  G_STMT_START {                                                                                           \
    type *values = data, sum = 0;                                                                          \
    for (guint row = 0; row < n_rows; row++)                                                               \
      values[row] = sum = (type) (sum + values[row]);                                                      \
  } G_STMT_END

static void
to_differences (gpointer data,
                guint    width,
                guint    n_rows)
{
  switch (width)
    {
    case 1: DIFFERENCES (guint8); break;
    case 2: DIFFERENCES (guint16); break;
    case 4: DIFFERENCES (guint32); break;
    default: DIFFERENCES (guint64); break;
    }
}

static void
to_values (gpointer data,
           guint    width,
           guint    n_rows)
{
  switch (width)
    {
    case 1: SUMS (guint8); break;
    case 2: SUMS (guint16); break;
    case 4: SUMS (guint32); break;
    default: SUMS (guint64); break;
    }
}

gboolean
nida_columns_can_be_packed (const NidaColumns *self)
{
  for (int id = 0; id < NIDA_N_COLUMNS; id++)
    if (is_made_later (id) && self->columns[id].data != NULL)
      return FALSE;
  return TRUE;
}

GVariant *
nida_columns_pack (const NidaColumns   *self,
                   const NidaTextPlace *places)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" NIDA_PACKED_COLUMN));
  for (int id = 0; id < NIDA_N_COLUMNS; id++)
    {
      const NidaColumn *column = &self->columns[id];
      gsize size = (gsize) self->n_rows * column->width;
      g_autoptr (GBytes) bytes = NULL;
      gpointer data;

      if (column->data == NULL)
        continue;
      data = g_memdup2 (id == NIDA_COLUMN_DESCRIPTION ? (gconstpointer) places : column->data, size);
      if (goes_up (id))
        to_differences (data, column->width, self->n_rows);
      bytes = g_bytes_new_take (data, size);
      g_variant_builder_add (&builder, "(yy@ay)", (guint8) id, (guint8) column->width,
                             g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE));
    }
  return g_variant_builder_end (&builder);
}

static gboolean
unpack_column (NidaColumns  *self,
               NidaColumnId  id,
               guint         width,
               GVariant     *packed,
               guint         n_rows)
{
  gsize size;
  gconstpointer bytes = g_variant_get_fixed_array (packed, &size, 1);
  gpointer data;

  if (is_made_later (id) || size == 0 || size != (gsize) n_rows * width)
    return FALSE;
  data = g_memdup2 (bytes, size);
  if (!nida_columns_take (self, id, width, data))
    {
      g_free (data);
      return FALSE;
    }
  if (goes_up (id))
    to_values (data, width, n_rows);
  return TRUE;
}

gboolean
nida_columns_unpack (NidaColumns *self,
                     GVariant    *packed,
                     guint        n_rows)
{
  guint8 id, width;
  GVariant *data;
  GVariantIter iter;
  gboolean ok = TRUE;

  self->n_rows = self->capacity = n_rows;
  g_variant_iter_init (&iter, packed);
  while (ok && g_variant_iter_next (&iter, "(yy@ay)", &id, &width, &data))
    {
      ok = unpack_column (self, (NidaColumnId) id, width, data, n_rows);
      g_variant_unref (data);
    }
  return ok;
}

#define HIGHEST(type)                                                                                      \
  G_STMT_START {                                                                                           \
    const type *values = column->data;                                                                     \
    type highest = 0;                                                                                      \
    for (guint row = 0; row < self->n_rows; row++)                                                         \
      highest = MAX (highest, values[row]);                                                                \
    return highest;                                                                                        \
  } G_STMT_END

guint64
nida_columns_get_highest (const NidaColumns *self,
                          NidaColumnId       id)
{
  const NidaColumn *column = &self->columns[id];

  switch (column->data == NULL ? 0 : column->width)
    {
    case 0: return 0;
    case 1: HIGHEST (guint8);
    case 2: HIGHEST (guint16);
    case 4: HIGHEST (guint32);
    default: HIGHEST (guint64);
    }
}
