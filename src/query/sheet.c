/* The derived columns of a dataset, each made once when a question first needs it. */
#include "sheet.h"

#include "groups.h"
#include "parallel.h"

#include <string.h>

typedef NidaKey (*NidaKeyFunc) (NidaSheet *self, guint row);

static void
encoded_free (NidaEncoded *encoded)
{
  if (encoded == NULL)
    return;
  for (guint32 i = 0; encoded->names != NULL && i < encoded->n_codes; i++)
    g_free (encoded->names[i]);
  g_free (encoded->names);
  g_free (encoded->periods);
  g_free ((gpointer) encoded->codes.data);
  nida_interner_clear (&encoded->keys);
  g_free (encoded);
}

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

/* By source: how it tells received money. NULL when every source's rows move through states. */
static guint8 *
find_receipts (NidaSheet *self,
               NidaCodes  kinds)
{
  NidaReport *report = nida_dataset_get_report (self->dataset);
  guint n = report == NULL ? 0 : nida_report_get_n_sources (report);
  g_autofree guint8 *receipts = g_new0 (guint8, n + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    if (!nida_report_get_source (report, i)->states_move)
      {
        receipts[i] = NIDA_RECEIPT_COMMITTED;
        any = TRUE;
      }
  if (!any)
    return NULL;
  for (guint row = 0; row < self->n_rows; row++)
    if (nida_codes_get (kinds, row) == NIDA_KIND_PAID)
      {
        guint source = nida_dataset_get_source (self->dataset, row);

        if (receipts[source] == NIDA_RECEIPT_COMMITTED)
          receipts[source] = NIDA_RECEIPT_PAID;
      }
  return g_steal_pointer (&receipts);
}

static void
fill_traits (NidaSheet *self)
{
  NidaCodes kinds = nida_dataset_get_codes (self->dataset, NIDA_FIELD_KIND);
  NidaCodes directions = nida_dataset_get_codes (self->dataset, NIDA_FIELD_DIRECTION);
  g_autofree guint8 *receipts = find_receipts (self, kinds);

  self->traits = g_new (NidaTrait, self->n_rows + 1);
  for (guint row = 0; row < self->n_rows; row++)
    {
      NidaReceipt receipt = receipts == NULL ? NIDA_RECEIPT_MOVES
                                             : receipts[nida_dataset_get_source (self->dataset, row)];
      NidaTrait trait = NIDA_TRAIT (nida_codes_get (kinds, row), receipt, nida_codes_get (directions, row));

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

NidaSheet *
nida_sheet_new (NidaDataset *dataset)
{
  NidaSheet *self = g_new0 (NidaSheet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->dataset = g_object_ref (dataset);
  self->n_rows = nida_dataset_get_n_rows (dataset);
  self->copies = nida_dataset_get_boundaries (dataset);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->owned_values = g_hash_table_new_full (NULL, NULL, g_free, NULL);
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
  encoded_free (self->dates);
  encoded_free (self->usage);
  encoded_free (self->plans);
  encoded_free (self->groups);
  encoded_free (self->ids);
  for (guint i = 0; i < NIDA_N_CODE_FIELDS; i++)
    names_free (self->names[i]);
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->owned_values);
  g_array_unref (self->totals);
  g_free (self->named_appeals);
  g_free (self->twins);
  g_free (self->traits);
  g_mutex_clear (&self->lock);
  g_object_unref (self->dataset);
  g_free (self);
}

/* --- columns of codes --- */

/* One or two bytes where they suffice: the inner loops read less. */
static NidaCodes
narrow_codes (guint32 *codes,
              guint    n_rows,
              guint32  n_codes)
{
  NidaCodes narrow = { codes, 4 };

  if (n_codes <= 256)
    {
      guint8 *bytes = g_new (guint8, n_rows + 1);

      for (guint i = 0; i < n_rows; i++)
        bytes[i] = codes[i];
      narrow = (NidaCodes) { bytes, 1 };
    }
  else if (n_codes <= 65536)
    {
      guint16 *words = g_new (guint16, n_rows + 1);

      for (guint i = 0; i < n_rows; i++)
        words[i] = codes[i];
      narrow = (NidaCodes) { words, 2 };
    }
  if (narrow.width != 4)
    g_free (codes);
  return narrow;
}

/* Key (0, 0) is "not stated" and gets code 0. */
static NidaEncoded *
encode_rows (NidaSheet   *self,
             NidaKeyFunc  get_key)
{
  NidaEncoded *encoded = g_new0 (NidaEncoded, 1);
  guint32 *codes = g_new (guint32, self->n_rows + 1);
  NidaKey last = { 0, 0 };
  guint32 last_code = nida_interner_add (&encoded->keys, 0, 0);

  for (guint row = 0; row < self->n_rows; row++)
    {
      NidaKey key = get_key (self, row);

      if (key.a != last.a || key.b != last.b)
        {
          last = key;
          last_code = nida_interner_add (&encoded->keys, key.a, key.b);
        }
      codes[row] = last_code;
    }
  encoded->n_codes = encoded->keys.n_keys;
  encoded->codes = narrow_codes (codes, self->n_rows, encoded->n_codes);
  return encoded;
}

static NidaKey
date_key (NidaSheet *self,
          guint      row)
{
  const gint32 *dates = nida_dataset_get_dates (self->dataset);
  const gint32 *ends = nida_dataset_get_date_ends (self->dataset);
  guint32 date = dates == NULL ? 0 : dates[row];

  /* a date equal to its end is no span */
  if (ends == NULL || ends[row] == 0 || (guint32) ends[row] == date)
    return (NidaKey) { date, 0 };
  return (NidaKey) { date, (guint32) ends[row] };
}

static NidaPeriod
period_of_date_key (NidaKey key)
{
  NidaDate start = nida_date_unpack ((gint32) (guint32) key.a);
  NidaDate end = key.b == 0 ? start : nida_date_unpack ((gint32) (guint32) key.b);

  return (NidaPeriod) { start.precision == NIDA_PRECISION_NONE ? end : start, end };
}

static NidaKey
usage_key (NidaSheet *self,
           guint      row)
{
  int first, last;

  if (!nida_dataset_get_usage_years (self->dataset, row, &first, &last))
    return (NidaKey) { 0, 0 };
  return (NidaKey) { (guint32) first, (guint32) last };
}

static NidaPeriod
period_of_usage_key (NidaKey key)
{
  if (key.a == 0)
    return (NidaPeriod) { NIDA_DATE_NONE, NIDA_DATE_NONE };
  return (NidaPeriod) { nida_date_new_year ((int) key.a), nida_date_new_year ((int) key.b) };
}

static NidaEncoded *
encode_periods (NidaSheet    *self,
                NidaKeyFunc   get_key,
                NidaPeriod  (*get_period) (NidaKey key))
{
  NidaEncoded *encoded = encode_rows (self, get_key);

  encoded->periods = g_new (NidaPeriod, encoded->n_codes);
  for (guint32 i = 0; i < encoded->n_codes; i++)
    encoded->periods[i] = get_period (encoded->keys.keys[i]);
  return encoded;
}

const NidaEncoded *
nida_sheet_get_dates (NidaSheet *self)
{
  g_mutex_lock (&self->lock);
  if (self->dates == NULL)
    self->dates = encode_periods (self, date_key, period_of_date_key);
  g_mutex_unlock (&self->lock);
  return self->dates;
}

const NidaEncoded *
nida_sheet_get_usage (NidaSheet *self)
{
  g_mutex_lock (&self->lock);
  if (self->usage == NULL)
    self->usage = encode_periods (self, usage_key, period_of_usage_key);
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

static void
plan_years (NidaSheet *self,
            guint      row,
            int       *first,
            int       *last)
{
  NidaKind kind = NIDA_TRAIT_KIND (self->traits[row]);
  gboolean is_total = kind == NIDA_KIND_REQUIREMENT || kind == NIDA_KIND_REPORTED || kind == NIDA_KIND_STATED;
  NidaPeriod period = period_of_date_key (date_key (self, row));
  gboolean dated = period.start.precision != NIDA_PRECISION_NONE;
  int day, month;

  *first = *last = 0;
  if (!(is_total && dated) && nida_dataset_get_usage_years (self->dataset, row, first, last))
    return;
  if (!dated)
    return;
  *first = nida_date_year (period.start);
  nida_civil_from_days (nida_date_last_day (period.end), last, &month, &day);
}

NidaKey
nida_sheet_plan_key (NidaSheet *self,
                     guint      row)
{
  guint32 appeal = nida_codes_get (nida_dataset_get_codes (self->dataset, NIDA_FIELD_APPEAL), row);
  int first, last;

  plan_years (self, row, &first, &last);
  if (!self->named_appeals[appeal])
    return (NidaKey) { (guint64) nida_dataset_get_source (self->dataset, row) + 1,
                       (guint64) first << 32 | (guint32) last };
  return (NidaKey) { (guint64) appeal << 32, (guint64) first << 32 | (guint32) last };
}

static NidaKey
plan_key_of_money (NidaSheet *self,
                   guint      row)
{
  NidaKind kind = NIDA_TRAIT_KIND (self->traits[row]);

  if (!(NIDA_KIND_BIT (kind) & (NIDA_KINDS_MONEY | NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT) |
                                NIDA_KIND_BIT (NIDA_KIND_REPORTED))))
    return (NidaKey) { 0, 0 };
  return nida_sheet_plan_key (self, row);
}

const NidaEncoded *
nida_sheet_get_plans (NidaSheet *self)
{
  g_mutex_lock (&self->lock);
  if (self->plans == NULL)
    self->plans = encode_rows (self, plan_key_of_money);
  g_mutex_unlock (&self->lock);
  return self->plans;
}

/* --- donor groups --- */

/* By code of @field: the groups of a name, or of any member of a list. */
static NidaDonorGroups *
groups_by_code (NidaSheet *self,
                NidaField  field)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (self->dataset, field);
  guint32 size = nida_dictionary_get_size (dictionary);
  NidaDonorGroups *groups = g_new0 (NidaDonorGroups, size + 1);

  for (guint32 code = 1; code <= size; code++)
    groups[code] = nida_donor_groups_of (nida_dictionary_get_ref (dictionary, code),
                                         nida_dictionary_get_name (dictionary, code));
  for (guint32 code = 1; code <= size; code++)
    {
      guint n_members;
      const guint32 *members = nida_dictionary_get_members (dictionary, code, &n_members);

      for (guint i = 0; i < n_members; i++)
        groups[code] |= groups[members[i]];
    }
  return groups;
}

/* A stated country decides; without one the donor's own name may be that of a government. */
static NidaEncoded *
encode_groups (NidaSheet *self)
{
  NidaEncoded *encoded = g_new0 (NidaEncoded, 1);
  NidaCodes donors = nida_dataset_get_codes (self->dataset, NIDA_FIELD_DONOR);
  NidaCodes countries = nida_dataset_get_codes (self->dataset, NIDA_FIELD_DONOR_COUNTRY);
  g_autofree NidaDonorGroups *by_donor = groups_by_code (self, NIDA_FIELD_DONOR);
  g_autofree NidaDonorGroups *by_country = groups_by_code (self, NIDA_FIELD_DONOR_COUNTRY);
  guint8 *codes = g_new (guint8, self->n_rows + 1);

  for (guint row = 0; row < self->n_rows; row++)
    {
      guint32 country = nida_codes_get (countries, row);

      codes[row] = country != 0 ? by_country[country] : by_donor[nida_codes_get (donors, row)];
    }
  encoded->codes = (NidaCodes) { codes, 1 };
  encoded->n_codes = 1 << NIDA_N_DONOR_GROUPS;
  return encoded;
}

const NidaEncoded *
nida_sheet_get_groups (NidaSheet *self)
{
  g_mutex_lock (&self->lock);
  if (self->groups == NULL)
    self->groups = encode_groups (self);
  g_mutex_unlock (&self->lock);
  return self->groups;
}

/* --- ids --- */

static NidaEncoded *
encode_ids (NidaSheet *self)
{
  NidaEncoded *encoded = g_new0 (NidaEncoded, 1);
  g_autoptr (GHashTable) codes_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint32 *codes = g_new (guint32, self->n_rows + 1);

  g_ptr_array_add (names, g_strdup (""));
  for (guint row = 0; row < self->n_rows; row++)
    {
      g_autofree char *id = nida_dataset_dup_id (self->dataset, row);
      gpointer code = NULL;

      if (id != NULL && *id != '\0' && !g_hash_table_lookup_extended (codes_by_id, id, NULL, &code))
        {
          code = GUINT_TO_POINTER (names->len);
          g_hash_table_insert (codes_by_id, id, code);
          g_ptr_array_add (names, g_steal_pointer (&id));
        }
      codes[row] = GPOINTER_TO_UINT (code);
    }
  encoded->n_codes = names->len;
  encoded->codes = narrow_codes (codes, self->n_rows, encoded->n_codes);
  encoded->names = (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
  return encoded;
}

const NidaEncoded *
nida_sheet_get_ids (NidaSheet *self)
{
  g_mutex_lock (&self->lock);
  if (self->ids == NULL)
    self->ids = encode_ids (self);
  g_mutex_unlock (&self->lock);
  return self->ids;
}

/* Without an id a flow is a record of its source. */
static char *
flow_key (NidaSheet *self,
          guint      row)
{
  g_autofree char *id = nida_dataset_dup_id (self->dataset, row);

  if (id != NULL && *id != '\0')
    return g_steal_pointer (&id);
  return g_strdup_printf ("%u\n%u", nida_dataset_get_source (self->dataset, row),
                          nida_dataset_get_source_row (self->dataset, row));
}

/* Where ids move through states the builder has merged the copies, so only other sources can hold one flow twice. */
static guint32 *
find_twins (NidaSheet *self)
{
  g_autoptr (GHashTable) first_row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint32 *twins = g_new (guint32, self->n_rows + 1);
  gboolean any = FALSE;

  for (guint row = 0; row < self->n_rows; row++)
    {
      NidaTrait trait = self->traits[row];
      g_autofree char *id = NULL;
      gpointer first;

      twins[row] = row;
      if (NIDA_TRAIT_RECEIPT (trait) == NIDA_RECEIPT_MOVES ||
          !(NIDA_KIND_BIT (NIDA_TRAIT_KIND (trait)) & NIDA_KINDS_MONEY))
        continue;
      id = flow_key (self, row);
      if (!g_hash_table_lookup_extended (first_row, id, NULL, &first))
        {
          g_hash_table_insert (first_row, g_steal_pointer (&id), GUINT_TO_POINTER (row));
          continue;
        }
      twins[row] = GPOINTER_TO_UINT (first);
      any = TRUE;
    }
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

/* --- amounts --- */

static guint32
currency_code (NidaSheet  *self,
               const char *currency)
{
  return nida_dictionary_lookup (nida_dataset_get_dictionary (self->dataset, NIDA_FIELD_CURRENCY), currency, -1);
}

/* Does a row in US dollars state its amount only as "amount"? */
static gboolean
lacks_dollars (NidaSheet       *self,
               const NidaMoney *amounts,
               const NidaMoney *dollars,
               NidaCodes        currencies,
               guint32          code)
{
  if (dollars == NULL)
    return TRUE;
  if (amounts == NULL || code == 0)
    return FALSE;
  for (guint row = 0; row < self->n_rows; row++)
    if (dollars[row] == NIDA_MONEY_NONE && amounts[row] != NIDA_MONEY_NONE && nida_codes_get (currencies, row) == code)
      return TRUE;
  return FALSE;
}

static NidaMoney *
make_values (NidaSheet       *self,
             const NidaMoney *amounts,
             const NidaMoney *dollars,
             NidaCodes        currencies,
             guint32          code)
{
  NidaMoney *values = g_new (NidaMoney, self->n_rows + 1);

  for (guint row = 0; row < self->n_rows; row++)
    {
      values[row] = dollars == NULL ? NIDA_MONEY_NONE : dollars[row];
      if (values[row] == NIDA_MONEY_NONE && amounts != NULL && code != 0 && nida_codes_get (currencies, row) == code)
        values[row] = amounts[row];
    }
  return values;
}

const NidaMoney *
nida_sheet_get_values (NidaSheet  *self,
                       const char *currency)
{
  const NidaMoney *values;
  const char *name = currency == NULL ? "USD" : currency;

  g_mutex_lock (&self->lock);
  values = g_hash_table_lookup (self->values, name);
  if (values == NULL)
    {
      const NidaMoney *amounts = nida_dataset_get_amounts (self->dataset);
      const NidaMoney *dollars = strcmp (name, "USD") == 0 ? nida_dataset_get_amounts_usd (self->dataset) : NULL;
      NidaCodes currencies = nida_dataset_get_codes (self->dataset, NIDA_FIELD_CURRENCY);
      guint32 code = currency_code (self, name);

      values = dollars;
      if (lacks_dollars (self, amounts, dollars, currencies, code))
        {
          values = make_values (self, amounts, dollars, currencies, code);
          g_hash_table_add (self->owned_values, (gpointer) values);
        }
      g_hash_table_insert (self->values, g_strdup (name), (gpointer) values);
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

  g_mutex_lock (&self->lock);
  if (self->names[field] == NULL)
    self->names[field] = make_names (self, field);
  g_mutex_unlock (&self->lock);
  return self->names[field];
}
