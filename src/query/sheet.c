/* The derived columns of a dataset, each made once when a question first needs it. */
#include "sheet.h"

#include "coverage-plans.h"
#include "facts-kept.h"
#include "interner.h"
#include "itemised.h"
#include "plans.h"
#include "selection-kept.h"

#include <string.h>

static void
names_free (NidaNames *names)
{
  if (names == NULL)
    return;
  for (guint32 i = 0; i <= names->size; i++)
    g_free (names->folded[i]);
  g_free (names->folded);
  g_free (names->used);
  g_hash_table_unref (names->codes_by_name);
  g_free (names);
}

/* --- what a row is at a glance --- */

/* Which source a row's money came from: a file, and within one that was converted from several, the file that it names. */
static gint64
origin_of (NidaSheet *self,
           NidaCodes  sources,
           guint      row)
{
  return (gint64) nida_dataset_get_source (self->dataset, row) << 32 | nida_codes_get (sources, row);
}

/* The origins that have payments among the rows from @first on whose ids do not move through states; NULL when every row's id moves. */
static GHashTable *
find_paying (NidaSheet *self,
             guint      first,
             NidaCodes  kinds,
             NidaCodes  sources)
{
  GHashTable *paying;

  if (!nida_dataset_may_stay (self->dataset))
    return NULL;
  paying = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint row = first; row < self->n_rows; row++)
    if (nida_codes_get (kinds, row) == NIDA_KIND_PAID && !nida_dataset_get_states_move (self->dataset, row))
      {
        gint64 origin = origin_of (self, sources, row);

        if (!g_hash_table_contains (paying, &origin))
          g_hash_table_add (paying, g_memdup2 (&origin, sizeof origin));
      }
  return paying;
}

static NidaReceipt
receipt_of (NidaSheet  *self,
            GHashTable *paying,
            NidaCodes   sources,
            guint       row)
{
  gint64 origin;

  if (paying == NULL || nida_dataset_get_states_move (self->dataset, row))
    return NIDA_RECEIPT_MOVES;
  origin = origin_of (self, sources, row);
  return g_hash_table_contains (paying, &origin) ? NIDA_RECEIPT_PAID : NIDA_RECEIPT_COMMITTED;
}

/* What a row of the base is no row of other files changes. */
static guint
take_traits (NidaSheet *self)
{
  NidaSheet *base = self->base;

  if (base == NULL)
    return 0;
  memcpy (self->traits, base->traits, base->n_rows * sizeof *self->traits);
  memcpy (self->present, base->present, sizeof self->present);
  g_array_append_vals (self->totals, base->totals->data, base->totals->len);
  return base->n_rows;
}

static void
fill_traits (NidaSheet *self)
{
  NidaCodes kinds = nida_dataset_get_codes (self->dataset, NIDA_FIELD_KIND);
  NidaCodes directions = nida_dataset_get_codes (self->dataset, NIDA_FIELD_DIRECTION);
  NidaCodes sources = nida_dataset_get_codes (self->dataset, NIDA_FIELD_SOURCE);
  g_autoptr (GHashTable) paying = NULL;
  guint first;

  self->traits = g_new (NidaTrait, self->n_rows + 1);
  first = take_traits (self);
  paying = find_paying (self, first, kinds, sources);
  for (guint row = first; row < self->n_rows; row++)
    {
      NidaTrait trait = NIDA_TRAIT (nida_codes_get (kinds, row), receipt_of (self, paying, sources, row),
                                    nida_codes_get (directions, row));

      self->traits[row] = trait;
      self->present[trait] = 1;
      if (NIDA_TRAIT_KIND (trait) == NIDA_KIND_REQUIREMENT || NIDA_TRAIT_KIND (trait) == NIDA_KIND_REPORTED)
        g_array_append_val (self->totals, row);
    }
}

static void
fill_named_appeals (NidaSheet *self)
{
  guint32 size = nida_dictionary_get_size (nida_dataset_get_dictionary (self->dataset, NIDA_FIELD_APPEAL));

  self->named_appeals = g_new0 (guint8, size + 1);
  for (guint32 code = 1; code <= size; code++)
    self->named_appeals[code] = nida_sheet_is_named (self, NIDA_FIELD_APPEAL, code);
}

/* --- rows behind others --- */

/* The rows behind the others are of files of their own. */
static gboolean
is_apart (NidaDataset *dataset,
          NidaDataset *base)
{
  guint n_sources = nida_report_get_n_sources (nida_dataset_get_report (base));

  for (guint row = nida_dataset_get_n_rows (base); row < nida_dataset_get_n_rows (dataset); row++)
    if (nida_dataset_get_source (dataset, row) < n_sources)
      return FALSE;
  return TRUE;
}

static gpointer
make_base (NidaDataset   *base,
           gconstpointer  data)
{
  NidaSheet *sheet = nida_sheet_new (base);

  sheet->is_base = TRUE;
  g_object_unref (base);
  return sheet;
}

static NidaSheet *
find_base (NidaDataset *dataset)
{
  NidaDataset *base = nida_dataset_get_base (dataset);

  /* other rates are other amounts */
  if (base == NULL || nida_dataset_get_rates (base) != nida_dataset_get_rates (dataset) || !is_apart (dataset, base))
    return NULL;
  return (NidaSheet *) nida_dataset_keep (base, "nida-sheet", make_base, NULL, (GDestroyNotify) nida_sheet_unref);
}

/**
 * nida_sheet_new:
 *
 * Where rows of @dataset were put behind those of another, what is derived of these is taken over.
 */
NidaSheet *
nida_sheet_new (NidaDataset *dataset)
{
  NidaSheet *self = g_new0 (NidaSheet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_mutex_init (&self->dimensions_lock);
  g_mutex_init (&self->totals_lock);
  g_mutex_init (&self->selections_lock);
  self->dataset = g_object_ref (dataset);
  self->base = find_base (dataset);
  self->n_rows = nida_dataset_get_n_rows (dataset);
  self->copies = nida_dataset_get_boundaries (dataset);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) nida_values_free);
  self->totals = g_array_new (FALSE, FALSE, sizeof (guint32));
  fill_traits (self);
  fill_named_appeals (self);
  return self;
}

NidaSheet *
nida_sheet_ref (NidaSheet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_sheet_unref (NidaSheet *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  nida_encoded_free (self->dates);
  nida_encoded_free (self->usage);
  nida_encoded_free (self->plans);
  nida_encoded_free (self->groups);
  nida_encoded_free (self->ids);
  g_clear_pointer (&self->places, nida_places_free);
  for (guint i = 0; i < NIDA_N_CODE_FIELDS; i++)
    names_free (self->names[i]);
  g_clear_pointer (&self->dimensions, g_hash_table_unref);
  g_clear_pointer (&self->itemised, g_hash_table_unref);
  g_queue_clear_full (&self->levels, (GDestroyNotify) nida_level_work_unref);
  g_queue_clear_full (&self->plans_found, nida_kept_plans_free);
  g_queue_clear_full (&self->facts, nida_kept_facts_free);
  g_queue_clear_full (&self->selections, nida_kept_selection_free);
  g_hash_table_unref (self->values);
  g_array_unref (self->totals);
  g_free (self->named_appeals);
  g_free (self->twins);
  g_clear_pointer (&self->overlaps, nida_overlaps_free);
  g_free (self->date_ranks);
  g_free (self->traits);
  g_mutex_clear (&self->dimensions_lock);
  g_mutex_clear (&self->totals_lock);
  g_mutex_clear (&self->selections_lock);
  g_mutex_clear (&self->lock);
  if (!self->is_base)
    g_object_unref (self->dataset);
  g_clear_pointer (&self->whole, nida_sheet_unref);
  g_free (self);
}

/* --- derived columns --- */

static guint
n_base_rows (NidaSheet *self)
{
  return self->base != NULL ? self->base->n_rows : 0;
}

const NidaEncoded *
nida_sheet_get_dates (NidaSheet *self)
{
  g_mutex_lock (&self->lock);
  if (self->dates == NULL)
    self->dates = nida_encode_dates (self->dataset, self->base != NULL ? nida_sheet_get_dates (self->base) : NULL, n_base_rows (self));
  g_mutex_unlock (&self->lock);
  return self->dates;
}

const NidaEncoded *
nida_sheet_get_usage (NidaSheet *self)
{
  g_mutex_lock (&self->lock);
  if (self->usage == NULL)
    self->usage = nida_encode_usage (self->dataset, self->base != NULL ? nida_sheet_get_usage (self->base) : NULL, n_base_rows (self));
  g_mutex_unlock (&self->lock);
  return self->usage;
}

/* --- plans --- */

gboolean
nida_sheet_is_named (NidaSheet *self,
                     NidaField  field,
                     guint32    code)
{
  const char *name;

  if (code == 0)
    return FALSE;
  name = nida_dictionary_get_name (nida_dataset_get_dictionary (self->dataset, field), code);
  return name != NULL && g_ascii_strcasecmp (name, "Not specified") != 0;
}

gboolean
nida_sheet_continues (NidaSheet *self,
                      NidaField  field)
{
  return self->base != NULL && nida_dictionary_continues (nida_dataset_get_dictionary (self->dataset, field),
                                                          nida_dataset_get_dictionary (self->base->dataset, field));
}

const NidaEncoded *
nida_sheet_get_plans (NidaSheet *self)
{
  const NidaEncoded *dates = nida_sheet_get_dates (self);
  const NidaEncoded *usage = nida_sheet_get_usage (self);
  /* without any total there are no plans */
  gboolean alike = self->base != NULL && (self->totals->len == 0) == (self->base->totals->len == 0);

  g_mutex_lock (&self->lock);
  if (self->plans == NULL)
    self->plans = nida_plans_encode (self, dates, usage, alike ? nida_sheet_get_plans (self->base) : NULL, n_base_rows (self));
  g_mutex_unlock (&self->lock);
  return self->plans;
}

const NidaEncoded *
nida_sheet_get_groups (NidaSheet *self)
{
  gboolean alike = nida_sheet_continues (self, NIDA_FIELD_DONOR) && nida_sheet_continues (self, NIDA_FIELD_DONOR_COUNTRY);

  g_mutex_lock (&self->lock);
  if (self->groups == NULL)
    self->groups = nida_encode_groups (self->dataset, alike ? nida_sheet_get_groups (self->base) : NULL, n_base_rows (self));
  g_mutex_unlock (&self->lock);
  return self->groups;
}

const NidaPlaces *
nida_sheet_get_places (NidaSheet *self)
{
  g_mutex_lock (&self->lock);
  if (self->places == NULL)
    self->places = nida_places_new (nida_dataset_get_dictionary (self->dataset, NIDA_FIELD_COUNTRY));
  g_mutex_unlock (&self->lock);
  return self->places;
}

const NidaEncoded *
nida_sheet_get_ids (NidaSheet *self)
{
  g_mutex_lock (&self->lock);
  if (self->ids == NULL)
    self->ids = nida_encode_ids (self->dataset);
  g_mutex_unlock (&self->lock);
  return self->ids;
}

/* Without an id a flow is a record of its source. */
static guint32
number_flow (NidaSheet    *self,
             NidaInterner *flows,
             guint         row)
{
  guint64 family, id;

  if (nida_dataset_get_id_key (self->dataset, row, &family, &id))
    return nida_interner_add (flows, family, id);
  return nida_interner_add (flows, 0, (guint64) nida_dataset_get_source (self->dataset, row) << 32
                                      | nida_dataset_get_source_row (self->dataset, row));
}

/* Where ids move through states the builder has merged the copies, so only other sources can hold one flow twice. */
static guint32 *
find_twins (NidaSheet *self)
{
  NidaInterner flows = { 0 };
  g_autoptr (GArray) first_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint32 *twins = g_new (guint32, self->n_rows + 1);
  gboolean any = FALSE;

  for (guint32 row = 0; row < self->n_rows; row++)
    {
      NidaTrait trait = self->traits[row];
      guint32 flow;

      twins[row] = row;
      if (NIDA_TRAIT_RECEIPT (trait) == NIDA_RECEIPT_MOVES ||
          !(NIDA_KIND_BIT (NIDA_TRAIT_KIND (trait)) & NIDA_KINDS_MONEY))
        continue;
      flow = number_flow (self, &flows, row);
      if (flow == first_rows->len)
        {
          g_array_append_val (first_rows, row);
          continue;
        }
      twins[row] = g_array_index (first_rows, guint32, flow);
      any = TRUE;
    }
  nida_interner_clear (&flows);
  return any ? g_steal_pointer (&twins) : NULL;
}

static gboolean
may_have_twins (NidaSheet *self)
{
  for (guint trait = 0; trait < NIDA_N_TRAITS; trait++)
    if (self->present[trait] && NIDA_TRAIT_RECEIPT (trait) != NIDA_RECEIPT_MOVES)
      return TRUE;
  return FALSE;
}

const guint32 *
nida_sheet_get_twins (NidaSheet *self)
{
  g_mutex_lock (&self->lock);
  if (!self->twins_known && may_have_twins (self))
    self->twins = find_twins (self);
  self->twins_known = TRUE;
  g_mutex_unlock (&self->lock);
  return self->twins;
}

const NidaOverlaps *
nida_sheet_get_overlaps (NidaSheet *self)
{
  g_mutex_lock (&self->lock);
  if (!self->overlaps_known)
    self->overlaps = nida_overlaps_new (self->dataset);
  self->overlaps_known = TRUE;
  g_mutex_unlock (&self->lock);
  return self->overlaps;
}

/* --- amounts --- */

static char *
make_key (const char *currency,
          int         prices)
{
  return g_strdup_printf ("%s@%d", currency == NULL ? "USD" : currency, prices);
}

void
nida_sheet_take_values (NidaSheet  *self,
                        NidaValues *values)
{
  g_hash_table_insert (self->values, make_key (values->currency, values->prices), values);
}

const NidaValues *
nida_sheet_get_values (NidaSheet  *self,
                       const char *currency,
                       int         prices)
{
  g_autofree char *key = make_key (currency, prices);
  /* deflators are those of the donor's country */
  gboolean alike = self->base != NULL && nida_sheet_continues (self, NIDA_FIELD_DONOR_COUNTRY);
  NidaValues *values;

  g_mutex_lock (&self->lock);
  values = g_hash_table_lookup (self->values, key);
  if (values == NULL)
    {
      const NidaValues *before = alike ? nida_sheet_get_values (self->base, currency, prices) : NULL;

      values = nida_values_new (self->dataset, currency == NULL ? "USD" : currency, prices, before, alike ? self->base->n_rows : 0);
      g_hash_table_insert (self->values, g_steal_pointer (&key), values);
    }
  g_mutex_unlock (&self->lock);
  return values;
}

/* --- names --- */

static void
add_name (NidaNames  *names,
          const char *name,
          guint32     code)
{
  g_autofree char *folded = NULL;
  GArray *codes;

  if (name == NULL || *name == '\0')
    return;
  folded = nida_name_fold (name);
  codes = g_hash_table_lookup (names->codes_by_name, folded);
  if (codes == NULL)
    {
      codes = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (names->codes_by_name, g_steal_pointer (&folded), codes);
    }
  if (codes->len == 0 || g_array_index (codes, guint32, codes->len - 1) != code)
    g_array_append_val (codes, code);
}

static void
mark_used (NidaSheet      *self,
           NidaNames      *names,
           NidaDictionary *dictionary,
           NidaField       field)
{
  NidaCodes codes = nida_dataset_get_codes (self->dataset, field);

  for (guint row = 0; row < self->n_rows; row++)
    names->used[nida_codes_get (codes, row)] = 1;
  for (guint32 code = 1; code <= names->size; code++)
    {
      guint n_members;
      const guint32 *members = nida_dictionary_get_members (dictionary, code, &n_members);

      for (guint i = 0; names->used[code] && i < n_members; i++)
        names->used[members[i]] = 1;
    }
}

static NidaNames *
make_names (NidaSheet *self,
            NidaField  field)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (self->dataset, field);
  NidaNames *names = g_new0 (NidaNames, 1);

  names->size = nida_dictionary_get_size (dictionary);
  names->codes_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  names->folded = g_new0 (char *, names->size + 1);
  names->used = g_new0 (guint8, names->size + 1);
  for (guint32 code = 1; code <= names->size; code++)
    {
      names->folded[code] = nida_name_fold (nida_dictionary_get_name (dictionary, code));
      add_name (names, nida_dictionary_get_name (dictionary, code), code);
      add_name (names, nida_dictionary_get_arabic (dictionary, code), code);
      add_name (names, nida_dictionary_get_ref (dictionary, code), code);
    }
  mark_used (self, names, dictionary, field);
  return names;
}

const NidaNames *
nida_sheet_get_names (NidaSheet *self,
                      NidaField  field)
{
  g_return_val_if_fail (nida_field_is_code (field), NULL);

  /* names of rows that are one with others */
  if (self->whole != NULL)
    return nida_sheet_get_names (self->whole, field);
  g_mutex_lock (&self->lock);
  if (self->names[field] == NULL)
    self->names[field] = make_names (self, field);
  g_mutex_unlock (&self->lock);
  return self->names[field];
}
