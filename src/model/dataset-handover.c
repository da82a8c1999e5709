/* Joining what several threads and files filled, and handing it over as a dataset. */
#include "dataset-builder-private.h"

#include "column-dates.h"
#include "dataset-append.h"
#include "dataset-join.h"
#include "dataset-members.h"
#include "dataset-merge.h"
#include "dataset-overlap.h"
#include "dataset-private.h"
#include "dataset-repeats.h"
#include "spellings.h"

/* --- joining --- */

void
nida_dataset_builder_shift_lines (NidaDatasetBuilder *self,
                                  guint               n_lines)
{
  NidaColumns *columns;

  g_return_if_fail (NIDA_IS_DATASET_BUILDER (self));

  columns = &self->table.columns;
  for (guint row = 0; row < columns->n_rows; row++)
    {
      guint line = nida_columns_get (columns, NIDA_COLUMN_LINE, row);

      if (line > 0)
        nida_columns_set (columns, NIDA_COLUMN_LINE, row, line + n_lines);
    }
  nida_report_shift_lines (self->table.report, n_lines);
}

static void
absorb_vocabularies (NidaDatasetBuilder *self,
                     NidaDatasetBuilder *other)
{
  for (int field = 0; field < NIDA_N_CODE_FIELDS; field++)
    {
      g_autofree const char **names = NULL;

      if (other->vocabularies[field] == NULL)
        continue;
      names = (const char **) g_hash_table_get_keys_as_array (other->vocabularies[field], NULL);
      nida_dataset_builder_set_vocabulary (self, field, names);
    }
}

void
nida_dataset_builder_reset (NidaDatasetBuilder *self)
{
  nida_table_clear (&self->table);
  nida_table_init (&self->table);
  for (int field = 0; field < NIDA_N_CODE_FIELDS; field++)
    g_clear_pointer (&self->vocabularies[field], g_hash_table_unref);
  self->in_row = FALSE;
}

/* Was nothing put into it yet, that what others hold can take the place of all of it? */
static gboolean
is_new (NidaDatasetBuilder *self)
{
  const NidaTable *table = &self->table;

  if (nida_report_get_n_sources (table->report) > 0 || nida_report_get_n_problems (table->report) > 0
      || nida_report_get_n_stated (table->report) > 0 || table->columns.n_rows > 0 || table->ids.size > 0
      || !nida_rates_is_empty (table->rates) || g_hash_table_size (table->spellings) > 0 || table->families->len > 1)
    return FALSE;
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    if (nida_field_get_words (field) == NULL && nida_dictionary_get_size (table->dictionaries[field]) > 0)
      return FALSE;
  return TRUE;
}

static void
swap_tables (NidaDatasetBuilder *self,
             NidaDatasetBuilder *other)
{
  NidaTable table = self->table;

  self->table = other->table;
  other->table = table;
}

void
nida_dataset_builder_absorb (NidaDatasetBuilder *self,
                             NidaDatasetBuilder *other)
{
  g_return_if_fail (NIDA_IS_DATASET_BUILDER (self) && NIDA_IS_DATASET_BUILDER (other) && self != other);

  if (is_new (self))
    swap_tables (self, other);
  else
    {
      nida_table_join (&self->table, &other->table);
      nida_rates_absorb (self->table.rates, other->table.rates);
    }
  absorb_vocabularies (self, other);
  nida_dataset_builder_reset (other);
}

/* --- the end --- */

/* A row that does not say where it comes from comes from its file. */
static void
fill_sources (NidaTable *table)
{
  NidaDictionary *dictionary = table->dictionaries[NIDA_FIELD_SOURCE];
  guint n_sources = nida_report_get_n_sources (table->report);
  g_autofree guint32 *codes = g_new0 (guint32, n_sources + 1);

  for (guint i = 0; i < n_sources; i++)
    codes[i] = nida_dictionary_intern (dictionary, nida_report_get_source (table->report, i)->name, -1);
  for (guint row = 0; row < table->columns.n_rows; row++)
    {
      guint source = nida_columns_get (&table->columns, NIDA_COLUMN_SOURCE_INDEX, row);

      if (source < n_sources && nida_columns_get (&table->columns, (NidaColumnId) NIDA_FIELD_SOURCE, row) == 0)
        nida_columns_set (&table->columns, (NidaColumnId) NIDA_FIELD_SOURCE, row, codes[source]);
    }
}

static void
split_lists (NidaDatasetBuilder *self)
{
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    if (nida_field_is_list (field))
      nida_members_split (self->table.dictionaries[field], self->vocabularies[field]);
}

/* Make of what was filled in what is handed over. */
static void
settle (NidaDatasetBuilder *self)
{
  nida_table_resolve_spellings (&self->table);
  fill_sources (&self->table);
  split_lists (self);
  nida_table_number_repeats (&self->table);
  nida_table_merge (&self->table);
  if (self->aliases != NULL)
    nida_table_apply_aliases (&self->table, self->aliases);
  nida_table_prune (&self->table);
  nida_columns_shrink (&self->table.columns);
  nida_string_pool_freeze (&self->table.ids);
  nida_text_store_freeze (&self->table.texts);
  /* sorted now, so that any thread may read it */
  nida_report_get_n_problems (self->table.report);
  nida_rates_freeze (self->table.rates);
}

/**
 * nida_dataset_builder_end:
 *
 * Split the list cells, merge the copies of each flow, and hand the table over. The builder is as new afterwards.
 *
 * Returns: (transfer full): the dataset, with the report
 */
NidaDataset *
nida_dataset_builder_end (NidaDatasetBuilder *self)
{
  NidaDataset *dataset;

  g_return_val_if_fail (NIDA_IS_DATASET_BUILDER (self), NULL);

  settle (self);
  nida_columns_encode_dates (&self->table.columns);
  dataset = nida_dataset_new (&self->table);
  nida_dataset_builder_reset (self);
  return dataset;
}

/**
 * nida_dataset_builder_append:
 * @base: what all other sources hold
 *
 * As nida_dataset_builder_end() of both, but without reading or merging anything of @base again: its rows stay the first ones.
 * The ids of the builder's sources must be of families that @base does not have. The builder is as new afterwards.
 *
 * Returns: (transfer full): the dataset, with a report of both
 */
NidaDataset *
nida_dataset_builder_append (NidaDatasetBuilder *self,
                             NidaDataset        *base)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (NidaReplacedRow));

  return nida_dataset_builder_append_instead (self, base, none);
}

/**
 * nida_dataset_builder_append_instead:
 * @replaced: (element-type NidaReplacedRow): rows of @base that give way, ascending
 *
 * As nida_dataset_builder_append(); but rows of @base behind one that is gone have other numbers, see
 * nida_dataset_find_base_row().
 *
 * Returns: (transfer full): the dataset, with a report of both
 */
NidaDataset *
nida_dataset_builder_append_instead (NidaDatasetBuilder *self,
                                     NidaDataset        *base,
                                     const GArray       *replaced)
{
  NidaDataset *dataset;
  NidaTable table;

  g_return_val_if_fail (NIDA_IS_DATASET_BUILDER (self) && NIDA_IS_DATASET (base), NULL);

  settle (self);
  nida_table_append (&table, base, &self->table, self->aliases);
  nida_table_replace (&table, base, replaced);
  dataset = nida_dataset_new (&table);
  nida_dataset_find_overlaps (dataset, nida_report_get_n_sources (nida_dataset_get_report (base)));
  nida_report_get_n_problems (nida_dataset_get_report (dataset));
  nida_dataset_builder_reset (self);
  return dataset;
}

/* A second change begins with what was there before the first, so that nothing is held of those between. */
NidaDataset *
nida_dataset_new_with_rates (NidaDataset  *base,
                             NidaOwnRates *own)
{
  const NidaTable *from = nida_dataset_get_table (base);
  gboolean again = from->base != NULL && nida_dataset_get_rates (NIDA_DATASET (from->base)) != from->rates;
  NidaDataset *first = again ? NIDA_DATASET (from->base) : base;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (NidaReplacedRow));
  g_autoptr (NidaDatasetBuilder) nothing = nida_dataset_builder_new ();
  NidaDataset *dataset;
  NidaTable table;

  if (nida_own_rates_equal (nida_rates_get_own (nida_dataset_get_rates (first)), own))
    return g_object_ref (first);
  settle (nothing);
  nida_table_append (&table, first, &nothing->table, NULL);
  nida_table_replace (&table, first, none);
  nida_rates_unref (table.rates);
  table.rates = nida_rates_new_beside (nida_dataset_get_rates (first), own);
  dataset = nida_dataset_new (&table);
  nida_report_get_n_problems (nida_dataset_get_report (dataset));
  return dataset;
}
