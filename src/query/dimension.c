/* Groups of rows: a column of codes and a table from code to group. Cells that list several names share the group
 * "Multiple (n)"; dates become periods of the step, while spans and coarse dates stay groups of their own. */
#include "dimension.h"

#include "groups.h"

#include <string.h>

static guint32
add_slot (NidaDimension *self,
          NidaSlot       slot)
{
  g_array_append_val (self->slots, slot);
  return self->slots->len - 1;
}

static void
begin (NidaDimension *self,
       NidaSheet     *sheet,
       NidaGroupBy    by,
       NidaCodes      codes,
       guint32        n_codes)
{
  *self = (NidaDimension) { .by = by, .sheet = sheet, .codes = codes, .n_codes = n_codes };
  self->slots = g_array_new (FALSE, TRUE, sizeof (NidaSlot));
  self->slot_of_code = g_new0 (guint32, n_codes);
}

/* The group of cells with @n_members names; made when first met. */
static guint32
slot_of_multiple (NidaDimension *self,
                  guint32        first_multiple,
                  guint          n_members)
{
  for (guint32 slot = first_multiple; slot < self->slots->len; slot++)
    if (g_array_index (self->slots, NidaSlot, slot).n_members == n_members)
      return slot;
  return add_slot (self, (NidaSlot) { .n_members = n_members });
}

static void
init_names (NidaDimension *self,
            NidaSheet     *sheet,
            NidaGroupBy    by)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (sheet->dataset, by.field);
  guint32 size = nida_dictionary_get_size (dictionary);
  guint32 first_multiple = size + 1;

  begin (self, sheet, by, nida_dataset_get_codes (sheet->dataset, by.field), size + 1);
  for (guint32 code = 0; code <= size; code++)
    self->slot_of_code[code] = add_slot (self, (NidaSlot) { .code = code, .n_members = 1 });
  for (guint32 code = 1; code <= size; code++)
    {
      guint n_members;

      nida_dictionary_get_members (dictionary, code, &n_members);
      if (n_members > 1)
        self->slot_of_code[code] = slot_of_multiple (self, first_multiple, n_members);
    }
}

static void
init_dates (NidaDimension     *self,
            NidaSheet         *sheet,
            NidaGroupBy        by,
            const NidaEncoded *encoded,
            guint              fiscal_start)
{
  NidaInterner periods = { NULL };
  NidaStep step = by.step == NIDA_STEP_NONE ? NIDA_STEP_YEAR : by.step;

  begin (self, sheet, by, encoded->codes, encoded->n_codes);
  for (guint32 code = 0; code < encoded->n_codes; code++)
    {
      NidaPeriod period = encoded->periods[code];
      guint32 slot;

      if (!nida_period_is_span (period))
        period = nida_period_of_step (period.start, step, fiscal_start);
      slot = nida_interner_add (&periods, (guint32) nida_date_pack (period.start), (guint32) nida_date_pack (period.end));
      if (slot == self->slots->len)
        add_slot (self, (NidaSlot) { .period = period, .n_members = 1 });
      self->slot_of_code[code] = slot;
    }
  nida_interner_clear (&periods);
}

/* Codes are the groups themselves. */
static void
init_plain (NidaDimension     *self,
            NidaSheet         *sheet,
            NidaGroupBy        by,
            const NidaEncoded *encoded)
{
  begin (self, sheet, by, encoded->codes, encoded->n_codes);
  for (guint32 code = 0; code < encoded->n_codes; code++)
    self->slot_of_code[code] = add_slot (self, (NidaSlot) { .code = code, .n_members = 1 });
}

/* Sets as bits: one member is that member, none is "not stated", several are "Multiple (n)". */
static void
init_bits (NidaDimension *self,
           NidaSheet     *sheet,
           NidaGroupBy    by,
           NidaCodes      codes,
           guint32        n_codes,
           guint64      (*get_bits) (guint code, gconstpointer data),
           gconstpointer  data,
           guint          n_members)
{
  begin (self, sheet, by, codes, n_codes);
  for (guint32 member = 0; member <= n_members; member++)
    add_slot (self, (NidaSlot) { .code = member, .n_members = 1 });
  for (guint32 code = 0; code < n_codes; code++)
    {
      guint64 bits = get_bits (code, data);
      guint n = (guint) __builtin_popcountll (bits);

      self->slot_of_code[code] = n == 0 ? 0
                               : n == 1 ? (guint32) __builtin_ctzll (bits) + 1
                               : slot_of_multiple (self, n_members + 1, n);
    }
}

static guint64
group_bits (guint         groups,
            gconstpointer data)
{
  return groups;
}

static guint64
boundary_bits (guint         copies,
               gconstpointer data)
{
  guint bits = 0;

  for (guint boundary = 1; boundary < 4; boundary++)
    if (copies >> (boundary * 3) & 7)
      bits |= 1u << (boundary - 1);
  return bits;
}

static guint64
on_boundary_bits (guint         copies,
                  gconstpointer data)
{
  guint bits = 0;

  for (guint boundary = 0; boundary < 4; boundary++)
    bits |= copies >> (boundary * 3 + 1) & 3;
  return bits;
}

static guint64
region_bits (guint         country,
             gconstpointer places)
{
  return ((const NidaPlaces *) places)->regions[country];
}

/* The codes are those of countries, so that regions are reckoned from what is summed by country. */
static void
init_regions (NidaDimension *self,
              NidaSheet     *sheet,
              NidaGroupBy    by)
{
  const NidaPlaces *places = nida_sheet_get_places (sheet);

  init_bits (self, sheet, by, nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_COUNTRY), nida_dictionary_get_size (places->countries) + 1,
             region_bits, places, nida_places_get_n (places));
}

static gboolean
make (NidaDimension *self,
      NidaSheet     *sheet,
      NidaGroupBy    by,
      guint          fiscal_start)
{
  NidaCodes copies = { sheet->copies, 2 };

  if (by.field == NIDA_FIELD_BOUNDARY)
    init_bits (self, sheet, by, copies, NIDA_N_COPIES, boundary_bits, NULL, 3);
  else if (by.field == NIDA_FIELD_ON_BOUNDARY)
    init_bits (self, sheet, by, copies, NIDA_N_COPIES, on_boundary_bits, NULL, 2);
  else if (by.field == NIDA_FIELD_DONOR_GROUP)
    init_bits (self, sheet, by, nida_sheet_get_groups (sheet)->codes, 1 << NIDA_N_DONOR_GROUPS, group_bits,
               NULL, NIDA_N_DONOR_GROUPS);
  else if (by.field == NIDA_FIELD_REGION)
    init_regions (self, sheet, by);
  else if (by.field == NIDA_FIELD_DATE)
    init_dates (self, sheet, by, nida_sheet_get_dates (sheet), fiscal_start);
  else if (by.field == NIDA_FIELD_USAGE_YEAR)
    init_dates (self, sheet, by, nida_sheet_get_usage (sheet), 1);
  else if (by.field == NIDA_FIELD_ID)
    init_plain (self, sheet, by, nida_sheet_get_ids (sheet));
  else if (nida_field_is_code (by.field))
    init_names (self, sheet, by);
  else
    return FALSE;
  self->n_slots = self->slots->len;
  return TRUE;
}

typedef struct {
  NidaCubeItem item;
  guint32      slot;
} NidaSlotItem;

static int
compare_slot_items (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const NidaSlotItem *one = a, *other = b;
  int order = nida_dimension_compare (data, &one->item, &other->item);

  return order != 0 ? order : one->slot < other->slot ? -1 : one->slot > other->slot;
}

void
nida_dimension_sort (const NidaDimension *self,
                     guint32             *slots,
                     guint32              n)
{
  g_autofree NidaSlotItem *items = g_new (NidaSlotItem, n + 1);

  for (guint32 i = 0; i < n; i++)
    {
      items[i].slot = slots[i];
      nida_dimension_make_item (self, slots[i], &items[i].item);
    }
  g_qsort_with_data (items, (gint) n, sizeof *items, compare_slot_items, (gpointer) self);
  for (guint32 i = 0; i < n; i++)
    {
      slots[i] = items[i].slot;
      g_free (items[i].item.name);
      g_free (items[i].item.arabic);
    }
}

static guint32 *
sort_all (const NidaDimension *self)
{
  guint32 *order = g_new (guint32, self->n_slots + 1);

  for (guint32 slot = 0; slot < self->n_slots; slot++)
    order[slot] = slot;
  nida_dimension_sort (self, order, self->n_slots);
  return order;
}

static void
dimension_free (gpointer data)
{
  NidaDimension *self = data;

  nida_dimension_clear (self);
  g_free (self);
}

static guint64 *
make_key (NidaGroupBy by,
          guint       fiscal_start)
{
  guint64 key = (guint64) by.field << 32 | (guint64) by.step << 16 | fiscal_start;

  return g_memdup2 (&key, sizeof key);
}

/* The sheet's own, made when first asked for; NULL for a field that cannot be grouped by. */
static const NidaDimension *
find_shared (NidaSheet   *sheet,
             NidaGroupBy  by,
             guint        fiscal_start)
{
  g_autofree guint64 *key = make_key (by, fiscal_start);
  NidaDimension *found;

  if (sheet->dimensions == NULL)
    sheet->dimensions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, dimension_free);
  found = g_hash_table_lookup (sheet->dimensions, key);
  if (found != NULL)
    return found;
  found = g_new0 (NidaDimension, 1);
  if (!make (found, sheet, by, fiscal_start))
    {
      g_free (found);
      return NULL;
    }
  found->order = sort_all (found);
  g_hash_table_insert (sheet->dimensions, g_steal_pointer (&key), found);
  return found;
}

gboolean
nida_dimension_init (NidaDimension *self,
                     NidaSheet     *sheet,
                     NidaGroupBy    by,
                     guint          fiscal_start)
{
  const NidaDimension *shared;

  /* as many as there are rows: not worth keeping */
  if (by.field == NIDA_FIELD_ID)
    return make (self, sheet, by, fiscal_start);
  g_mutex_lock (&sheet->dimensions_lock);
  shared = find_shared (sheet, by, fiscal_start);
  g_mutex_unlock (&sheet->dimensions_lock);
  if (shared == NULL)
    return FALSE;
  *self = *shared;
  self->shared = TRUE;
  return TRUE;
}

/* By code: does it stand in a requirement or a reported total? They are few, and their levels go by name. */
static guint8 *
find_names_of_totals (const NidaDimension *self,
                      guint32              n_codes)
{
  guint8 *found = g_new0 (guint8, n_codes);

  for (guint i = 0; i < self->sheet->totals->len; i++)
    found[nida_codes_get (self->codes, g_array_index (self->sheet->totals, guint32, i))] = TRUE;
  return found;
}

void
nida_dimension_join (NidaDimension      *self,
                     const char * const *apart,
                     gboolean            totals)
{
  NidaDictionary *dictionary = nida_field_is_code (self->by.field)
                                 ? nida_dataset_get_dictionary (self->sheet->dataset, self->by.field) : NULL;
  guint32 n_codes = dictionary == NULL ? 0 : nida_dictionary_get_size (dictionary) + 1;
  g_autofree guint8 *of_total = NULL;
  g_autofree guint32 *moved = g_new (guint32, self->slots->len + 1);
  NidaDimension whole = *self;
  GArray *slots = whole.slots;
  guint32 others = G_MAXUINT32;

  self->slots = g_array_new (FALSE, TRUE, sizeof (NidaSlot));
  self->slot_of_code = g_new (guint32, self->n_codes);
  self->order = NULL;
  self->shared = FALSE;
  of_total = n_codes == 0 || !totals ? NULL : find_names_of_totals (self, n_codes);
  for (guint32 i = 0; i < slots->len; i++)
    {
      NidaSlot slot = g_array_index (slots, NidaSlot, i);

      if (n_codes == 0 || slot.code == 0 || slot.n_members > 1 || (of_total != NULL && of_total[slot.code]) ||
          g_strv_contains (apart, nida_dictionary_get_name (dictionary, slot.code)))
        moved[i] = add_slot (self, slot);
      else
        moved[i] = others = others != G_MAXUINT32 ? others : add_slot (self, (NidaSlot) { .n_members = 1, .others = TRUE });
    }
  for (guint32 code = 0; code < self->n_codes; code++)
    self->slot_of_code[code] = moved[whole.slot_of_code[code]];
  self->n_slots = self->slots->len;
  nida_dimension_clear (&whole);
}

void
nida_dimension_clear (NidaDimension *self)
{
  if (!self->shared)
    {
      g_free (self->slot_of_code);
      g_free (self->order);
      g_clear_pointer (&self->slots, g_array_unref);
    }
  self->slot_of_code = self->order = NULL;
  self->slots = NULL;
}

#define FILL(type)                                                                          \
  G_STMT_START {                                                                            \
    const type *codes = self->codes.data;                                                   \
    for (guint i = 0; rows == NULL && i < n; i++)                                           \
      slots[i] = slot_of_code[codes[first + i]] * stride;                                   \
    for (guint i = 0; rows != NULL && i < n; i++)                                           \
      slots[i] = slot_of_code[codes[rows[i]]] * stride;                                     \
  } G_STMT_END

void
nida_dimension_fill (const NidaDimension *self,
                     const guint32       *rows,
                     guint32              first,
                     guint                n,
                     guint32              stride,
                     guint32             *slots)
{
  const guint32 *slot_of_code = self->slot_of_code;

  if (self->codes.data == NULL)
    for (guint i = 0; i < n; i++)
      slots[i] = slot_of_code[0] * stride;
  else if (self->codes.width == 1)
    FILL (guint8);
  else if (self->codes.width == 2)
    FILL (guint16);
  else
    FILL (guint32);
}

#undef FILL

static void
make_name (const NidaDimension *self,
           const NidaSlot      *slot,
           NidaCubeItem        *item)
{
  NidaDictionary *dictionary;

  item->not_stated = slot->code == 0;
  item->code = slot->code;
  if (item->not_stated)
    item->name = g_strdup ("");
  else if (self->by.field == NIDA_FIELD_ID)
    item->name = g_strdup (nida_sheet_get_ids (self->sheet)->names[slot->code]);
  else if (self->by.field == NIDA_FIELD_DONOR_GROUP)
    {
      item->name = g_strdup (nida_donor_group_get_name (slot->code - 1));
      item->arabic = g_strdup (nida_donor_group_get_arabic (slot->code - 1));
    }
  else if (self->by.field == NIDA_FIELD_REGION)
    {
      item->name = g_strdup (nida_places_get_name (nida_sheet_get_places (self->sheet), slot->code));
      item->arabic = g_strdup (nida_places_get_arabic (nida_sheet_get_places (self->sheet), slot->code));
    }
  else
    {
      dictionary = nida_dataset_get_dictionary (self->sheet->dataset, self->by.field);
      item->name = g_strdup (nida_dictionary_get_name (dictionary, slot->code));
      item->arabic = g_strdup (nida_dictionary_get_arabic (dictionary, slot->code));
    }
}

void
nida_dimension_make_item (const NidaDimension *self,
                          guint32              slot_index,
                          NidaCubeItem        *item)
{
  const NidaSlot *slot = &g_array_index (self->slots, NidaSlot, slot_index);

  *item = (NidaCubeItem) { .period = slot->period, .n_members = slot->n_members };
  if (self->by.field == NIDA_FIELD_DATE || self->by.field == NIDA_FIELD_USAGE_YEAR)
    {
      item->not_stated = slot->period.start.precision == NIDA_PRECISION_NONE;
      item->name = item->not_stated && self->by.field == NIDA_FIELD_USAGE_YEAR ? g_strdup ("")
                                                                              : nida_period_to_string (slot->period);
    }
  else if (slot->others)
    *item = (NidaCubeItem) { .name = g_strdup (""), .n_members = 1, .others = TRUE, .n_names = slot->n_names };
  else if (slot->n_members > 1)
    item->name = g_strdup_printf ("Multiple (%u)", slot->n_members);
  else
    make_name (self, slot, item);
}

/* Periods by time; names by code points, then those not kept apart, "Multiple (n)" by n; what is not stated is last. */
int
nida_dimension_compare (const NidaDimension *self,
                        const NidaCubeItem  *a,
                        const NidaCubeItem  *b)
{
  if (a->not_stated != b->not_stated)
    return a->not_stated ? 1 : -1;
  if (self->by.field == NIDA_FIELD_DATE || self->by.field == NIDA_FIELD_USAGE_YEAR)
    return nida_period_compare (a->period, b->period);
  if (a->n_members != b->n_members)
    return a->n_members < b->n_members ? -1 : 1;
  if (a->others != b->others)
    return a->others ? 1 : -1;
  return strcmp (a->name, b->name);
}

guint64
nida_dimensions_group (const NidaDimension *dimensions,
                       guint                n,
                       guint32              row)
{
  guint64 group = 0;

  for (guint i = 0; i < n; i++)
    group = group * dimensions[i].n_slots + nida_dimension_slot (&dimensions[i], row);
  return group;
}

gboolean
nida_dimensions_product (const NidaDimension *dimensions,
                         guint                n,
                         guint64             *n_groups)
{
  *n_groups = 1;
  for (guint i = 0; i < n; i++)
    if (!g_uint64_checked_mul (n_groups, *n_groups, dimensions[i].n_slots))
      return FALSE;
  return TRUE;
}
