/* Filling the table of facts row by row. */
#include "dataset-builder-private.h"

#include "dataset-join.h"
#include "dataset-members.h"
#include "dataset-private.h"
#include "dataset-wholes.h"
#include "spellings.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (NidaDatasetBuilder, nida_dataset_builder, G_TYPE_OBJECT)

G_STATIC_ASSERT (NIDA_N_CODE_FIELDS <= 64);

#define BIT(n) (G_GUINT64_CONSTANT (1) << (n))

static inline void
set_value (NidaDatasetBuilder *self,
           int                 column,
           gint64              value)
{
  self->values[column] = value;
  self->set |= BIT (column);
}

/* @text without white space at its ends. */
static void
trim (const char **text,
      gsize       *length)
{
  while (*length > 0 && g_ascii_isspace ((*text)[0]))
    (*text)++, (*length)--;
  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    (*length)--;
}

static gsize
text_length (const char *text,
             gssize      length)
{
  return length < 0 ? strlen (text) : (gsize) length;
}

/* A row that has only an Arabic name is called by it. */
static void
apply_labels (NidaDatasetBuilder *self)
{
  for (guint64 bits = self->labelled; bits != 0; bits &= bits - 1)
    {
      int field = __builtin_ctzll (bits);
      GString *label = self->labels[field];

      if (self->set & BIT (field))
        nida_dictionary_add_label (self->table.dictionaries[field], self->values[field], label->str, label->len);
      else
        set_value (self, field, nida_dictionary_intern (self->table.dictionaries[field], label->str, label->len));
    }
}

static void
keep_texts (NidaDatasetBuilder *self)
{
  const GString *english = self->texts[0], *arabic = self->texts[1];

  if (english->len > 0 || arabic->len > 0)
    set_value (self, NIDA_COLUMN_DESCRIPTION,
               nida_text_store_add (&self->table.texts, english->str, english->len, arabic->str, arabic->len));
}

static void
nida_dataset_builder_finalize (GObject *object)
{
  NidaDatasetBuilder *self = NIDA_DATASET_BUILDER (object);

  nida_table_clear (&self->table);
  g_clear_pointer (&self->aliases, nida_aliases_unref);
  for (int field = 0; field < NIDA_N_CODE_FIELDS; field++)
    {
      g_clear_pointer (&self->vocabularies[field], g_hash_table_unref);
      if (self->labels[field] != NULL)
        g_string_free (self->labels[field], TRUE);
    }
  g_string_free (self->texts[0], TRUE);
  g_string_free (self->texts[1], TRUE);

  G_OBJECT_CLASS (nida_dataset_builder_parent_class)->finalize (object);
}

static void
nida_dataset_builder_class_init (NidaDatasetBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_dataset_builder_finalize;
}

static void
nida_dataset_builder_init (NidaDatasetBuilder *self)
{
  nida_table_init (&self->table);
  self->texts[0] = g_string_new (NULL);
  self->texts[1] = g_string_new (NULL);
}

NidaDatasetBuilder *
nida_dataset_builder_new (void)
{
  return g_object_new (NIDA_TYPE_DATASET_BUILDER, NULL);
}

/**
 * nida_dataset_builder_get_report:
 *
 * Returns: (transfer none): the report that goes with the dataset
 */
NidaReport *
nida_dataset_builder_get_report (NidaDatasetBuilder *self)
{
  g_return_val_if_fail (NIDA_IS_DATASET_BUILDER (self), NULL);

  return self->table.report;
}

NidaRates *
nida_dataset_builder_get_rates (NidaDatasetBuilder *self)
{
  g_return_val_if_fail (NIDA_IS_DATASET_BUILDER (self), NULL);

  return self->table.rates;
}

/**
 * nida_dataset_builder_add_source:
 * @info: copied; what is only known later is written through nida_report_get_source()
 *
 * Returns: the index of the source, for nida_dataset_builder_begin()
 */
guint
nida_dataset_builder_add_source (NidaDatasetBuilder   *self,
                                 const NidaSourceInfo *info)
{
  g_return_val_if_fail (NIDA_IS_DATASET_BUILDER (self), 0);

  return nida_report_add_source (self->table.report, info);
}

/**
 * nida_dataset_builder_begin:
 * @source: of the record
 * @line: of the record's first character; rows of one record follow each other with the same line
 *
 * Begin a row; one that was begun and not ended is dropped.
 */
void
nida_dataset_builder_begin (NidaDatasetBuilder *self,
                            guint               source,
                            guint               line,
                            NidaKind            kind)
{
  g_return_if_fail (self != NULL && kind < NIDA_N_KINDS);

  self->in_row = TRUE;
  self->set = 0;
  self->labelled = 0;
  self->texts[0]->len = 0;
  self->texts[1]->len = 0;
  if (source > 0)
    set_value (self, NIDA_COLUMN_SOURCE_INDEX, source);
  set_value (self, NIDA_COLUMN_LINE, line);
  set_value (self, NIDA_FIELD_KIND, kind);
}

gboolean
nida_dataset_builder_end_row (NidaDatasetBuilder *self)
{
  g_return_val_if_fail (self != NULL && self->in_row, FALSE);

  self->in_row = FALSE;
  apply_labels (self);
  keep_texts (self);
  return nida_columns_add_row (&self->table.columns, self->values, self->set);
}

/**
 * nida_dataset_builder_set_id:
 * @id: what the source calls the flow; the prefix is its family
 * @length: bytes of @id, or -1
 */
void
nida_dataset_builder_set_id (NidaDatasetBuilder *self,
                             const char         *id,
                             gssize              length)
{
  gsize n;

  g_return_if_fail (self != NULL && id != NULL);

  n = text_length (id, length);
  trim (&id, &n);
  if (n > 0)
    set_value (self, NIDA_COLUMN_ID, nida_table_make_id (&self->table, id, n));
}

/**
 * nida_dataset_builder_set_part:
 * @part: 1 for the first part of the flow
 *
 * The row is one of several that a source's percentages split the flow of its id into. The parts have one id, and are
 * counted as one flow.
 */
void
nida_dataset_builder_set_part (NidaDatasetBuilder *self,
                               guint               part)
{
  g_return_if_fail (self != NULL && part > 0);

  set_value (self, NIDA_COLUMN_PART, part);
}

/**
 * nida_dataset_builder_begin_whole:
 * @id: of the whole in its family: an activity of IATI
 * @updated_at: seconds since 1970, or %G_MININT64
 *
 * The rows from here to nida_dataset_builder_end_whole() are one whole: where the same id stands once more, the rows of
 * the newer one count and those of the other do not, not even those of which the newer one has no copy.
 */
void
nida_dataset_builder_begin_whole (NidaDatasetBuilder *self,
                                  guint               source,
                                  guint               line,
                                  const char         *id,
                                  gint64              updated_at)
{
  NidaWhole whole = { .source = source, .line = line, .updated_at = updated_at };

  g_return_if_fail (NIDA_IS_DATASET_BUILDER (self) && id != NULL);

  whole.id = nida_string_pool_intern (&self->table.ids, id, strlen (id));
  whole.first_row = self->table.columns.n_rows;
  g_array_append_val (self->table.wholes, whole);
}

void
nida_dataset_builder_end_whole (NidaDatasetBuilder *self)
{
  NidaWhole *whole;

  g_return_if_fail (NIDA_IS_DATASET_BUILDER (self) && self->table.wholes->len > 0);

  whole = &g_array_index (self->table.wholes, NidaWhole, self->table.wholes->len - 1);
  whole->n_rows = self->table.columns.n_rows - whole->first_row;
}

/**
 * nida_dataset_builder_add_spelling:
 * @key: what the source knows somebody or something by, the same in all of its files
 * @name: (nullable): what it is called here
 * @arabic: (nullable): what it is called here in Arabic
 *
 * Once all is read, the name used most is the name of all rows that have @key (nida_dataset_builder_set_reference()).
 */
void
nida_dataset_builder_add_spelling (NidaDatasetBuilder *self,
                                   const char         *key,
                                   const char         *name,
                                   const char         *arabic)
{
  g_return_if_fail (NIDA_IS_DATASET_BUILDER (self) && key != NULL);

  nida_spellings_add (self->table.spellings, key, name, arabic);
}

/**
 * nida_dataset_builder_set_reference:
 * @key: of nida_dataset_builder_add_spelling()
 *
 * Set a name field to the one that @key turns out to have.
 */
void
nida_dataset_builder_set_reference (NidaDatasetBuilder *self,
                                    NidaField           field,
                                    const char         *key)
{
  g_return_if_fail (self != NULL && key != NULL && nida_field_is_code (field));

  set_value (self, field, nida_dataset_builder_intern_reference (self, field, key));
}

guint32
nida_dataset_builder_intern_reference (NidaDatasetBuilder *self,
                                       NidaField           field,
                                       const char         *key)
{
  g_return_val_if_fail (self != NULL && key != NULL && nida_field_is_code (field), 0);

  return nida_spellings_intern (self->table.spellings, self->table.dictionaries[field], key);
}

/**
 * nida_dataset_builder_set_name:
 * @name: as the source spells it; white space at its ends is dropped, "" says nothing
 */
void
nida_dataset_builder_set_name (NidaDatasetBuilder *self,
                               NidaField           field,
                               const char         *name,
                               gssize              length)
{
  gsize n;

  g_return_if_fail (self != NULL && name != NULL && nida_field_is_code (field));

  n = text_length (name, length);
  trim (&name, &n);
  if (n > 0)
    set_value (self, field, nida_dictionary_intern (self->table.dictionaries[field], name, n));
}

/**
 * nida_dataset_builder_set_arabic:
 * @name: the Arabic label of this row's @field; may come before or after its English name
 */
void
nida_dataset_builder_set_arabic (NidaDatasetBuilder *self,
                                 NidaField           field,
                                 const char         *name,
                                 gssize              length)
{
  gsize n;

  g_return_if_fail (self != NULL && name != NULL && nida_field_is_code (field));

  n = text_length (name, length);
  trim (&name, &n);
  if (n == 0)
    return;
  if (self->set & BIT (field))
    {
      nida_dictionary_add_label (self->table.dictionaries[field], self->values[field], name, n);
      return;
    }
  if (self->labels[field] == NULL)
    self->labels[field] = g_string_new (NULL);
  g_string_truncate (self->labels[field], 0);
  g_string_append_len (self->labels[field], name, n);
  self->labelled |= BIT (field);
}

/**
 * nida_dataset_builder_set_code:
 * @code: of @field's dictionary, or of its fixed vocabulary; 0 says nothing
 */
void
nida_dataset_builder_set_code (NidaDatasetBuilder *self,
                               NidaField           field,
                               guint32             code)
{
  g_return_if_fail (self != NULL && nida_field_is_code (field));
  g_return_if_fail (code <= nida_dictionary_get_size (self->table.dictionaries[field]));

  if (code != 0)
    set_value (self, field, code);
}

/**
 * nida_dataset_builder_set_list:
 * @codes: (array length=n_codes): of @field's dictionary
 */
void
nida_dataset_builder_set_list (NidaDatasetBuilder *self,
                               NidaField           field,
                               const guint32      *codes,
                               guint               n_codes)
{
  g_return_if_fail (self != NULL && nida_field_is_code (field));

  nida_dataset_builder_set_code (self, field, nida_members_intern (self->table.dictionaries[field], codes, n_codes));
}

void
nida_dataset_builder_set_period (NidaDatasetBuilder *self,
                                 NidaPeriod          period)
{
  g_return_if_fail (self != NULL);

  if (period.start.precision != NIDA_PRECISION_NONE)
    set_value (self, NIDA_COLUMN_DATE, nida_date_pack (period.start));
  if (nida_period_is_span (period))
    set_value (self, NIDA_COLUMN_DATE_END, nida_date_pack (period.end));
}

void
nida_dataset_builder_set_value_date (NidaDatasetBuilder *self,
                                     NidaDate            date)
{
  g_return_if_fail (self != NULL);

  if (date.precision != NIDA_PRECISION_NONE)
    set_value (self, NIDA_COLUMN_VALUE_DATE, nida_date_pack (date));
}

/**
 * nida_dataset_builder_set_usage:
 * @first_year: 1 to 65535
 * @last_year: the same year, or a later one
 */
void
nida_dataset_builder_set_usage (NidaDatasetBuilder *self,
                                int                 first_year,
                                int                 last_year)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (first_year > 0 && first_year <= G_MAXUINT16 && last_year > 0 && last_year <= G_MAXUINT16);

  set_value (self, NIDA_COLUMN_USAGE_YEARS, (gint64) first_year << 16 | last_year);
}

void
nida_dataset_builder_set_amount (NidaDatasetBuilder *self,
                                 NidaMoney           amount)
{
  g_return_if_fail (self != NULL);

  if (amount != NIDA_MONEY_NONE)
    set_value (self, NIDA_COLUMN_AMOUNT, amount);
}

void
nida_dataset_builder_set_amount_usd (NidaDatasetBuilder *self,
                                     NidaMoney           amount)
{
  g_return_if_fail (self != NULL);

  if (amount != NIDA_MONEY_NONE)
    set_value (self, NIDA_COLUMN_AMOUNT_USD, amount);
}

void
nida_dataset_builder_set_boundary (NidaDatasetBuilder *self,
                                   NidaBoundary        boundary,
                                   NidaOnBoundary      on)
{
  nida_dataset_builder_set_code (self, NIDA_FIELD_BOUNDARY, boundary);
  nida_dataset_builder_set_code (self, NIDA_FIELD_ON_BOUNDARY, on);
}

void
nida_dataset_builder_set_updated_at (NidaDatasetBuilder *self,
                                     gint64              seconds)
{
  g_return_if_fail (self != NULL);

  if (seconds != G_MININT64)
    set_value (self, NIDA_COLUMN_UPDATED_AT, seconds);
}

/**
 * nida_dataset_builder_set_place:
 * @offset: of the first byte of the record, below 2 GiB
 * @length: bytes of the record
 */
void
nida_dataset_builder_set_place (NidaDatasetBuilder *self,
                                guint64             offset,
                                guint32             length)
{
  g_return_if_fail (self != NULL && offset <= G_MAXINT32);

  set_value (self, NIDA_COLUMN_PLACE, (gint64) (offset << 32 | length));
}

/**
 * nida_dataset_builder_set_description:
 * @text: UTF-8 without NUL
 */
void
nida_dataset_builder_set_description (NidaDatasetBuilder *self,
                                      gboolean            arabic,
                                      const char         *text,
                                      gssize              length)
{
  GString *copy;

  g_return_if_fail (self != NULL && text != NULL);

  copy = self->texts[arabic ? 1 : 0];
  copy->len = 0;
  g_string_append_len (copy, text, text_length (text, length));
}

NidaDictionary *
nida_dataset_builder_get_dictionary (NidaDatasetBuilder *self,
                                     NidaField           field)
{
  g_return_val_if_fail (NIDA_IS_DATASET_BUILDER (self) && nida_field_is_code (field), NULL);

  return self->table.dictionaries[field];
}

void
nida_dataset_builder_set_vocabulary (NidaDatasetBuilder *self,
                                     NidaField           field,
                                     const char * const *names)
{
  g_return_if_fail (NIDA_IS_DATASET_BUILDER (self) && nida_field_is_code (field));

  if (self->vocabularies[field] == NULL)
    self->vocabularies[field] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (; *names != NULL; names++)
    g_hash_table_add (self->vocabularies[field], g_strdup (*names));
}

void
nida_dataset_builder_set_aliases (NidaDatasetBuilder *self,
                                  NidaAliases        *aliases)
{
  g_return_if_fail (NIDA_IS_DATASET_BUILDER (self));

  if (aliases != NULL)
    nida_aliases_ref (aliases);
  g_clear_pointer (&self->aliases, nida_aliases_unref);
  self->aliases = aliases;
}
