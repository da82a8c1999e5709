/* A builder's table as one value. Columns whose values mostly go up by little are kept as differences, which deflate well. */
#include "dataset-pack.h"

#include "dataset-builder-private.h"
#include "dataset-pack-columns.h"
#include "dataset-wholes.h"
#include "report-pack.h"
#include "spellings.h"

#include <string.h>

static GVariant *
end_bytes (GByteArray *array)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (array);

  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

static void
append_text (GByteArray *array,
             const char *text)
{
  g_byte_array_append (array, (const guint8 *) text, (guint) strlen (text) + 1);
}

/* --- texts --- */

/* The texts that rows have, one after the other, and where each row's is now. */
static GVariant *
pack_texts (const NidaTable *table,
            NidaTextPlace   *places)
{
  const NidaColumns *columns = &table->columns;
  GByteArray *array = g_byte_array_new ();
  NidaTextPlace last = 0, last_packed = 0;

  for (guint row = 0; row < columns->n_rows; row++)
    {
      NidaTextPlace place = nida_columns_get (columns, NIDA_COLUMN_DESCRIPTION, row);

      if (place != 0 && place != last)
        {
          last = place;
          last_packed = (NidaTextPlace) array->len + 1;
          append_text (array, nida_text_store_get (&table->texts, place, FALSE));
          append_text (array, nida_text_store_get (&table->texts, place, TRUE));
        }
      places[row] = place == 0 ? 0 : last_packed;
    }
  return end_bytes (array);
}

static GVariant *
pack_ids (const NidaTable *table)
{
  GByteArray *array = g_byte_array_new ();

  for (guint32 number = 1; number <= table->ids.size; number++)
    append_text (array, nida_string_pool_get (&table->ids, number));
  return end_bytes (array);
}

/* --- names --- */

static guint
count_words (NidaField field)
{
  const char * const *words = nida_field_get_words (field);

  return words != NULL ? g_strv_length ((char **) words) : 0;
}

/* Code and text, of the codes for which @get has one. */
static GVariant *
pack_labels (NidaDictionary  *dictionary,
             const char    *(*get) (NidaDictionary *, guint32))
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(us)"));
  for (guint32 code = 1; code <= nida_dictionary_get_size (dictionary); code++)
    if (get (dictionary, code) != NULL)
      g_variant_builder_add (&builder, "(us)", code, get (dictionary, code));
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_members (NidaDictionary *dictionary)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(uau)"));
  for (guint32 code = 1; code <= nida_dictionary_get_size (dictionary); code++)
    {
      guint n;
      const guint32 *members = nida_dictionary_get_members (dictionary, code, &n);

      if (members != NULL)
        g_variant_builder_add (&builder, "(u@au)", code,
                               g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, members, n, sizeof *members));
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_names (const NidaTable *table)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" NIDA_PACKED_NAMES));
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    {
      NidaDictionary *dictionary = table->dictionaries[field];
      GVariantBuilder names;

      g_variant_builder_init (&names, G_VARIANT_TYPE_STRING_ARRAY);
      for (guint32 code = count_words (field) + 1; code <= nida_dictionary_get_size (dictionary); code++)
        g_variant_builder_add (&names, "s", nida_dictionary_get_name (dictionary, code));
      g_variant_builder_add (&builder, "(y@as@a(us)@a(us)@a(uau))", (guint8) field, g_variant_builder_end (&names),
                             pack_labels (dictionary, nida_dictionary_get_arabic),
                             pack_labels (dictionary, nida_dictionary_get_ref), pack_members (dictionary));
    }
  return g_variant_builder_end (&builder);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GVariant *
pack_vocabularies (NidaDatasetBuilder *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" NIDA_PACKED_WORDS));
  for (int field = 0; field < NIDA_N_CODE_FIELDS; field++)
    {
      g_autofree const char **words = NULL;
      guint n;

      if (self->vocabularies[field] == NULL)
        continue;
      words = (const char **) g_hash_table_get_keys_as_array (self->vocabularies[field], &n);
      qsort (words, n, sizeof *words, compare_words);
      g_variant_builder_add (&builder, "(y@as)", (guint8) field, g_variant_new_strv (words, n));
    }
  return g_variant_builder_end (&builder);
}

/* --- all --- */

static GVariant *
pack_wholes (const NidaTable *table)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" NIDA_PACKED_WHOLE));
  for (guint i = 0; i < table->wholes->len; i++)
    {
      const NidaWhole *whole = &g_array_index (table->wholes, NidaWhole, i);

      g_variant_builder_add (&builder, NIDA_PACKED_WHOLE, whole->id, whole->line, whole->updated_at, whole->first_row,
                             whole->n_rows);
    }
  return g_variant_builder_end (&builder);
}

/* What a reader leaves; what only the end of the building makes is not there yet. */
static gboolean
can_be_packed (const NidaTable *table)
{
  if (nida_report_get_n_sources (table->report) != 1 || nida_report_get_source (table->report, 0)->is_rates
      || !nida_rates_is_empty (table->rates) || table->merged->len > 0 || table->joined->len > 0 || table->families->len > 1 || table->base != NULL)
    return FALSE;
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    if (count_words (field) > 0 && nida_dictionary_get_size (table->dictionaries[field]) > count_words (field))
      return FALSE;
  return nida_columns_can_be_packed (&table->columns);
}

GVariant *
nida_dataset_builder_pack (NidaDatasetBuilder *self)
{
  const NidaTable *table = &self->table;
  g_autofree NidaTextPlace *places = NULL;
  GVariant *texts;

  g_return_val_if_fail (NIDA_IS_DATASET_BUILDER (self), NULL);

  if (!can_be_packed (table))
    return NULL;
  places = g_new (NidaTextPlace, MAX (table->columns.n_rows, 1));
  texts = pack_texts (table, places);
  return g_variant_ref_sink (g_variant_new ("(u@a" NIDA_PACKED_COLUMN "@a" NIDA_PACKED_NAMES "@ay@ay@a" NIDA_PACKED_WHOLE
                                            "@a" NIDA_PACKED_SPELLING "@a" NIDA_PACKED_WORDS "@" NIDA_PACKED_SOURCE
                                            "@a" NIDA_PACKED_PROBLEM "@a" NIDA_PACKED_STATED ")",
                                            table->columns.n_rows, nida_columns_pack (&table->columns, places),
                                            pack_names (table), pack_ids (table), texts, pack_wholes (table),
                                            nida_spellings_pack (table->spellings),
                                            pack_vocabularies (self), nida_report_pack_source (table->report),
                                            nida_report_pack_problems (table->report),
                                            nida_report_pack_stated (table->report)));
}
