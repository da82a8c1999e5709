/* Gives each distinct date, year or id of a dataset a code, so that what is true of a date is reckoned once. */
#include "encoded.h"

#include "groups.h"

#include <string.h>

/* A column that begins with two bytes a row and takes four when there are very many codes. */
typedef struct {
  gpointer data;
  guint    n_rows;
  gboolean wide;
} NidaCodeColumn;

static NidaCodeColumn
code_column_new (guint n_rows)
{
  return (NidaCodeColumn) { g_new (guint16, (gsize) n_rows + 1), n_rows, FALSE };
}

static void
widen (NidaCodeColumn *self,
       guint           n_rows)
{
  guint32 *wide = g_new (guint32, (gsize) self->n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    wide[i] = ((const guint16 *) self->data)[i];
  g_free (self->data);
  self->data = wide;
  self->wide = TRUE;
}

static inline void
put_code (NidaCodeColumn *self,
          guint           row,
          guint32         code)
{
  if (G_UNLIKELY (code > G_MAXUINT16 && !self->wide))
    widen (self, row);
  if (G_LIKELY (!self->wide))
    ((guint16 *) self->data)[row] = (guint16) code;
  else
    ((guint32 *) self->data)[row] = code;
}

/* One byte where it suffices, in the same place: the inner loops read less. A column that says the same of all rows is
 * none. Takes the data. */
static void
finish (NidaEncoded    *self,
        NidaCodeColumn *column,
        guint32         n_codes)
{
  guint8 *bytes = column->data;

  self->n_codes = n_codes;
  self->codes = (NidaCodes) { column->data, column->wide ? 4 : 2 };
  if (self->n_codes > 256)
    return;
  for (guint i = 0; i < column->n_rows; i++)
    bytes[i] = (guint8) ((const guint16 *) column->data)[i];
  if (self->n_codes == 1)
    g_clear_pointer (&column->data, g_free);
  self->codes = (NidaCodes) { column->data == NULL ? NULL : g_realloc (column->data, (gsize) column->n_rows + 1), 1 };
}

/* --- rows behind others --- */

static guint
width_of (guint32 n_codes)
{
  return n_codes <= G_MAXUINT8 + 1 ? 1 : n_codes <= G_MAXUINT16 + 1 ? 2 : 4;
}

static void
put_wide (gpointer column,
          guint    width,
          guint    row,
          guint32  code)
{
  switch (width)
    {
    case 1: ((guint8 *) column)[row] = (guint8) code; break;
    case 2: ((guint16 *) column)[row] = (guint16) code; break;
    default: ((guint32 *) column)[row] = code;
    }
}

/* The codes of @before, then @behind. */
static NidaCodes
join_codes (NidaCodes      before,
            guint          n_before,
            const guint32 *behind,
            guint          n_rows,
            guint32        n_codes)
{
  guint width = width_of (n_codes);
  gpointer codes;

  if (n_codes == 1)
    return (NidaCodes) { NULL, 1 };
  codes = g_malloc_n ((gsize) n_rows + 1, width);
  if (before.data == NULL)
    memset (codes, 0, (gsize) n_before * width);
  else if (before.width == width)
    memcpy (codes, before.data, (gsize) n_before * width);
  for (guint row = 0; before.data != NULL && before.width != width && row < n_before; row++)
    put_wide (codes, width, row, nida_codes_get (before, row));
  for (guint row = n_before; row < n_rows; row++)
    put_wide (codes, width, row, behind[row - n_before]);
  return (NidaCodes) { codes, width };
}

static NidaEncoded *
encode_behind (guint              n_rows,
               const NidaEncoded *before,
               guint              n_before,
               NidaKeyFunc        get_key,
               gconstpointer      data)
{
  NidaEncoded *self = g_new0 (NidaEncoded, 1);
  g_autofree guint32 *behind = g_new (guint32, n_rows - n_before + 1);

  self->goes_on = TRUE;
  nida_interner_copy (&self->keys, &before->keys);
  for (guint row = n_before; row < n_rows; row++)
    {
      NidaKey key = get_key (row, data);

      behind[row - n_before] = nida_interner_add (&self->keys, key.a, key.b);
    }
  self->n_codes = self->keys.n_keys;
  self->codes = join_codes (before->codes, n_before, behind, n_rows, self->n_codes);
  return self;
}

/* --- all rows --- */

static NidaEncoded *
encode_all (guint         n_rows,
            NidaKeyFunc   get_key,
            gconstpointer data)
{
  NidaEncoded *self = g_new0 (NidaEncoded, 1);
  NidaCodeColumn codes = code_column_new (n_rows);
  NidaKey last = { 0, 0 };
  guint32 last_code = nida_interner_add (&self->keys, 0, 0);

  for (guint row = 0; row < n_rows; row++)
    {
      NidaKey key = get_key (row, data);

      if (key.a != last.a || key.b != last.b)
        {
          last = key;
          last_code = nida_interner_add (&self->keys, key.a, key.b);
        }
      put_code (&codes, row, last_code);
    }
  finish (self, &codes, self->keys.n_keys);
  return self;
}

NidaEncoded *
nida_encode_rows (guint              n_rows,
                  const NidaEncoded *before,
                  guint              n_before,
                  NidaKeyFunc        get_key,
                  gconstpointer      data)
{
  return before != NULL ? encode_behind (n_rows, before, n_before, get_key, data) : encode_all (n_rows, get_key, data);
}

void
nida_encoded_free (NidaEncoded *self)
{
  if (self == NULL)
    return;
  for (guint32 i = 0; self->names != NULL && i < self->n_codes; i++)
    g_free (self->names[i]);
  g_free (self->names);
  g_free (self->periods);
  if (!self->borrowed)
    g_free ((gpointer) self->codes.data);
  nida_interner_clear (&self->keys);
  g_free (self);
}

static void
fill_periods (NidaEncoded *self,
              NidaPeriod (*get_period) (NidaKey key))
{
  self->periods = g_new (NidaPeriod, self->n_codes);
  for (guint32 i = 0; i < self->n_codes; i++)
    self->periods[i] = get_period (self->keys.keys[i]);
}

/* --- dates --- */

/* A span has its end as the second word; a date equal to its end is no span. */
static NidaKey
date_key (guint         row,
          gconstpointer data)
{
  NidaDataset *dataset = (NidaDataset *) data;
  const gint32 *ends = nida_dataset_get_date_ends (dataset);
  guint32 date = (guint32) nida_dates_get (nida_dataset_get_dates (dataset), row);

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

/* The dataset's own codes, where it has such and no row is a span. */
static NidaEncoded *
take_date_codes (NidaDates dates)
{
  NidaEncoded *self = g_new0 (NidaEncoded, 1);

  for (guint32 code = 0; code < dates.n_distinct; code++)
    nida_interner_add (&self->keys, (guint32) dates.distinct[code], 0);
  self->codes = dates.codes;
  self->n_codes = dates.n_distinct;
  self->borrowed = TRUE;
  return self;
}

static gboolean
begins_with (const NidaInterner *self,
             const NidaInterner *other)
{
  for (guint32 i = 0; i < other->n_keys; i++)
    if (i >= self->n_keys || self->keys[i].a != other->keys[i].a || self->keys[i].b != other->keys[i].b)
      return FALSE;
  return TRUE;
}

NidaEncoded *
nida_encode_dates (NidaDataset       *dataset,
                   const NidaEncoded *before,
                   guint              n_before)
{
  NidaDates dates = nida_dataset_get_dates (dataset);
  NidaEncoded *self;

  if (dates.distinct != NULL && nida_dataset_get_date_ends (dataset) == NULL)
    {
      self = take_date_codes (dates);
      self->goes_on = before != NULL && begins_with (&self->keys, &before->keys);
    }
  else
    self = nida_encode_rows (nida_dataset_get_n_rows (dataset), before, n_before, date_key, dataset);
  fill_periods (self, period_of_date_key);
  return self;
}

/* --- usage years --- */

static NidaKey
usage_key (guint         row,
           gconstpointer data)
{
  int first, last;

  if (!nida_dataset_get_usage_years ((NidaDataset *) data, row, &first, &last))
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

NidaEncoded *
nida_encode_usage (NidaDataset       *dataset,
                   const NidaEncoded *before,
                   guint              n_before)
{
  NidaEncoded *self = nida_encode_rows (nida_dataset_get_n_rows (dataset), before, n_before, usage_key, dataset);

  fill_periods (self, period_of_usage_key);
  return self;
}

/* --- donor groups --- */

/* By code of @field: the groups of a name, or of any member of a list. */
static NidaDonorGroups *
groups_by_code (NidaDataset *dataset,
                NidaField    field)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (dataset, field);
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
NidaEncoded *
nida_encode_groups (NidaDataset       *dataset,
                    const NidaEncoded *before,
                    guint              n_before)
{
  NidaEncoded *encoded = g_new0 (NidaEncoded, 1);
  NidaCodes donors = nida_dataset_get_codes (dataset, NIDA_FIELD_DONOR);
  NidaCodes countries = nida_dataset_get_codes (dataset, NIDA_FIELD_DONOR_COUNTRY);
  g_autofree NidaDonorGroups *by_donor = groups_by_code (dataset, NIDA_FIELD_DONOR);
  g_autofree NidaDonorGroups *by_country = groups_by_code (dataset, NIDA_FIELD_DONOR_COUNTRY);
  guint n_rows = nida_dataset_get_n_rows (dataset);
  guint8 *codes = g_new (guint8, (gsize) n_rows + 1);
  guint first = before != NULL ? n_before : 0;

  encoded->goes_on = before != NULL;
  if (first > 0)
    memcpy (codes, before->codes.data, first);
  for (guint row = first; row < n_rows; row++)
    {
      guint32 country = nida_codes_get (countries, row);

      codes[row] = country != 0 ? by_country[country] : by_donor[nida_codes_get (donors, row)];
    }
  encoded->codes = (NidaCodes) { codes, 1 };
  encoded->n_codes = 1 << NIDA_N_DONOR_GROUPS;
  return encoded;
}

/* --- ids --- */

NidaEncoded *
nida_encode_ids (NidaDataset *dataset)
{
  NidaEncoded *encoded = g_new0 (NidaEncoded, 1);
  g_autoptr (GHashTable) codes_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n_rows = nida_dataset_get_n_rows (dataset);
  NidaCodeColumn codes = code_column_new (n_rows);

  g_ptr_array_add (names, g_strdup (""));
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *id = nida_dataset_dup_id (dataset, row);
      gpointer code = NULL;

      if (id != NULL && *id != '\0' && !g_hash_table_lookup_extended (codes_by_id, id, NULL, &code))
        {
          code = GUINT_TO_POINTER (names->len);
          g_hash_table_insert (codes_by_id, id, code);
          g_ptr_array_add (names, g_steal_pointer (&id));
        }
      put_code (&codes, row, GPOINTER_TO_UINT (code));
    }
  finish (encoded, &codes, names->len);
  encoded->names = (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
  return encoded;
}
