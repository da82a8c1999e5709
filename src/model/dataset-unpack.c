/* A builder's table out of one value, that may come from a document that anybody wrote: every code, place and number is held against
 * what it points to, before any row is believed. */
#include "dataset-pack.h"

#include "dataset-builder-private.h"
#include "dataset-pack-columns.h"
#include "dataset-wholes.h"
#include "report-pack.h"
#include "spellings.h"

#include <string.h>

#define FIRST_DAY (-354285)     /* 1000-01-01 */
#define LAST_DAY  376199        /* 2999-12-31 */

/* --- names --- */

static guint
count_words (NidaField field)
{
  const char * const *words = nida_field_get_words (field);

  return words != NULL ? g_strv_length ((char **) words) : 0;
}

/* Each is a name of its own, behind those that are there; a fixed vocabulary has no others. */
static gboolean
unpack_words (NidaDictionary *dictionary,
              GVariantIter   *names)
{
  const char *name;

  while (g_variant_iter_next (names, "&s", &name))
    {
      guint32 size = nida_dictionary_get_size (dictionary);

      if (nida_dictionary_intern (dictionary, name, -1) != size + 1)
        return FALSE;
    }
  return TRUE;
}

static gboolean
unpack_labels (NidaDictionary *dictionary,
               GVariantIter   *labels,
               void          (*set) (NidaDictionary *, guint32, const char *))
{
  const char *label;
  guint32 code;

  while (g_variant_iter_next (labels, "(u&s)", &code, &label))
    {
      if (code == 0 || code > nida_dictionary_get_size (dictionary))
        return FALSE;
      set (dictionary, code, label);
    }
  return TRUE;
}

static gboolean
set_members (NidaDictionary *dictionary,
             guint32         code,
             GVariant       *packed)
{
  gsize n;
  const guint32 *members = g_variant_get_fixed_array (packed, &n, sizeof *members);
  guint32 size = nida_dictionary_get_size (dictionary);

  if (code == 0 || code > size || n == 0 || n > size)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (members[i] == 0 || members[i] > size)
      return FALSE;
  nida_dictionary_set_members (dictionary, code, members, (guint) n);
  return TRUE;
}

/* No list has a list in it. */
static gboolean
are_plain (NidaDictionary *dictionary)
{
  for (guint32 code = 1; code <= nida_dictionary_get_size (dictionary); code++)
    {
      guint n, n_inner;
      const guint32 *members = nida_dictionary_get_members (dictionary, code, &n);

      for (guint i = 0; i < n; i++)
        if (nida_dictionary_get_members (dictionary, members[i], &n_inner) != NULL)
          return FALSE;
    }
  return TRUE;
}

static gboolean
unpack_members (NidaDictionary *dictionary,
                GVariantIter   *members)
{
  GVariant *codes;
  guint32 code;
  gboolean ok = TRUE;

  while (ok && g_variant_iter_next (members, "(u@au)", &code, &codes))
    {
      ok = set_members (dictionary, code, codes);
      g_variant_unref (codes);
    }
  return ok && are_plain (dictionary);
}

static gboolean
unpack_names (NidaTable *table,
              GVariant  *packed)
{
  GVariantIter iter, *names, *arabic, *refs, *members;
  guint8 field;
  gboolean ok = TRUE;

  g_variant_iter_init (&iter, packed);
  while (ok && g_variant_iter_next (&iter, NIDA_PACKED_NAMES, &field, &names, &arabic, &refs, &members))
    {
      NidaDictionary *dictionary = field < NIDA_N_CODE_FIELDS ? table->dictionaries[field] : NULL;

      ok = dictionary != NULL && unpack_words (dictionary, names)
           && unpack_labels (dictionary, arabic, nida_dictionary_set_arabic)
           && unpack_labels (dictionary, refs, nida_dictionary_set_ref) && unpack_members (dictionary, members)
           && (count_words (field) == 0 || nida_dictionary_get_size (dictionary) == count_words (field));
      g_variant_iter_free (names);
      g_variant_iter_free (arabic);
      g_variant_iter_free (refs);
      g_variant_iter_free (members);
    }
  return ok;
}

static gboolean
unpack_vocabularies (NidaDatasetBuilder *self,
                     GVariant           *packed)
{
  GVariantIter iter;
  guint8 field;
  const char **words;
  gboolean ok = TRUE;

  g_variant_iter_init (&iter, packed);
  while (ok && g_variant_iter_next (&iter, "(y^a&s)", &field, &words))
    {
      ok = field > NIDA_FIELD_NONE && field < NIDA_N_CODE_FIELDS;
      if (ok)
        nida_dataset_builder_set_vocabulary (self, field, words);
      g_free (words);
    }
  return ok;
}

/* --- ids and texts --- */

static gboolean
unpack_ids (NidaTable *table,
            GVariant  *packed)
{
  gsize size;
  const char *bytes = g_variant_get_fixed_array (packed, &size, 1);

  if (size > 0 && bytes[size - 1] != '\0')
    return FALSE;
  for (gsize at = 0; at < size; )
    {
      gsize length = strlen (bytes + at);

      if (length == 0 || !g_utf8_validate (bytes + at, (gssize) length, NULL))
        return FALSE;
      nida_string_pool_add (&table->ids, bytes + at, length);
      at += length + 1;
    }
  return TRUE;
}

static gboolean
unpack_texts (NidaTable *table,
              GVariant  *packed)
{
  gsize size;
  gconstpointer bytes = g_variant_get_fixed_array (packed, &size, 1);
  char *block = size > 0 ? g_memdup2 (bytes, size) : NULL;

  if (block == NULL || nida_text_store_take (&table->texts, block, size))
    return nida_columns_get_highest (&table->columns, NIDA_COLUMN_DESCRIPTION) <= (size > 0 ? size - 1 : 0);
  g_free (block);
  return FALSE;
}

static gboolean
unpack_wholes (NidaTable *table,
               GVariant  *packed)
{
  NidaWhole whole = { 0 };
  GVariantIter iter;
  gsize end = 0;

  g_variant_iter_init (&iter, packed);
  while (g_variant_iter_next (&iter, NIDA_PACKED_WHOLE, &whole.id, &whole.line, &whole.updated_at, &whole.first_row,
                              &whole.n_rows))
    {
      /* they follow each other */
      if (whole.id == 0 || whole.id > table->ids.size || whole.first_row < end)
        return FALSE;
      end = (gsize) whole.first_row + whole.n_rows;
      if (end > table->columns.n_rows)
        return FALSE;
      g_array_append_val (table->wholes, whole);
    }
  return TRUE;
}

/* --- the rows --- */

static gboolean
check_codes (const NidaTable *table)
{
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    if (nida_columns_get_highest (&table->columns, (NidaColumnId) field) > nida_dictionary_get_size (table->dictionaries[field]))
      return FALSE;
  return nida_columns_get_highest (&table->columns, NIDA_COLUMN_SOURCE_INDEX) == 0;
}

static gboolean
check_dates (const NidaColumns *columns,
             NidaColumnId       id)
{
  const gint32 *dates = columns->columns[id].data;
  gboolean ok = TRUE;

  for (guint row = 0; dates != NULL && row < columns->n_rows; row++)
    {
      gint32 day = dates[row] >> 3, precision = dates[row] & 7;

      ok &= dates[row] == 0 || ((day >= FIRST_DAY) & (day <= LAST_DAY) & (precision >= NIDA_PRECISION_DAY)
                                & (precision <= NIDA_PRECISION_YEAR));
    }
  return ok;
}

static gboolean
check_years (const NidaColumns *columns)
{
  const guint32 *years = columns->columns[NIDA_COLUMN_USAGE_YEARS].data;
  gboolean ok = TRUE;

  for (guint row = 0; years != NULL && row < columns->n_rows; row++)
    ok &= years[row] == 0 || (years[row] >> 16 > 0 && years[row] >> 16 <= (years[row] & 0xffff));
  return ok;
}

/* Families other than the source's are found at the end. */
static gboolean
is_id (const NidaTable *table,
       guint64          id)
{
  guint64 payload = id & NIDA_ID_PAYLOAD;

  if ((id & NIDA_ID_TEXT) == 0)
    return id == payload;
  return id == (NIDA_ID_TEXT | payload) && payload > 0 && payload <= table->ids.size;
}

static gboolean
check_ids (const NidaTable *table)
{
  const NidaColumn *column = &table->columns.columns[NIDA_COLUMN_ID];

  /* a narrow one has numbers alone */
  if (column->data == NULL || column->width < 8)
    return TRUE;
  for (guint row = 0; row < table->columns.n_rows; row++)
    if (!is_id (table, ((const guint64 *) column->data)[row]))
      return FALSE;
  return TRUE;
}

static gboolean
check_rows (const NidaTable *table)
{
  const NidaColumns *columns = &table->columns;

  return (columns->n_rows == 0 || columns->columns[NIDA_FIELD_KIND].data != NULL) && check_codes (table)
         && check_dates (columns, NIDA_COLUMN_DATE) && check_dates (columns, NIDA_COLUMN_DATE_END)
         && check_dates (columns, NIDA_COLUMN_VALUE_DATE) && check_years (columns) && check_ids (table);
}

/* --- all --- */

static GVariant *
child (GVariant *packed,
       guint     index)
{
  return g_variant_get_child_value (packed, index);
}

static gboolean
unpack_rows (NidaTable *table,
             GVariant  *packed)
{
  g_autoptr (GVariant) n_rows = child (packed, 0), columns = child (packed, 1), names = child (packed, 2);
  g_autoptr (GVariant) ids = child (packed, 3), texts = child (packed, 4);
  g_autoptr (GVariant) wholes = child (packed, 5), spellings = child (packed, 6);

  if (!nida_columns_unpack (&table->columns, columns, g_variant_get_uint32 (n_rows)) || !unpack_names (table, names)
      || !unpack_ids (table, ids) || !unpack_texts (table, texts) || !unpack_wholes (table, wholes))
    return FALSE;
  nida_spellings_unpack (table->spellings, spellings);
  return check_rows (table);
}

static gboolean
unpack_report (NidaReport           *report,
               GVariant             *packed,
               const NidaSourceInfo *info)
{
  g_autoptr (GVariant) source = child (packed, 8), problems = child (packed, 9), stated = child (packed, 10);

  return nida_report_unpack_source (report, source, info) && nida_report_unpack_problems (report, problems)
         && nida_report_unpack_stated (report, stated);
}

gboolean
nida_dataset_builder_unpack (NidaDatasetBuilder   *self,
                             GVariant             *packed,
                             const NidaSourceInfo *info)
{
  g_autoptr (GVariant) vocabularies = NULL;

  g_return_val_if_fail (NIDA_IS_DATASET_BUILDER (self), FALSE);
  g_return_val_if_fail (g_variant_is_of_type (packed, G_VARIANT_TYPE (NIDA_PACKED_TYPE)), FALSE);

  vocabularies = child (packed, 7);
  if (unpack_rows (&self->table, packed) && unpack_report (self->table.report, packed, info)
      && unpack_vocabularies (self, vocabularies))
    return TRUE;
  nida_dataset_builder_reset (self);
  return FALSE;
}
