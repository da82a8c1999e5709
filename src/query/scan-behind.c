/* The groups of the base are numbered anew, by the first code that is in each: so they are the same whatever names are behind, and a
 * pass over millions of rows is made once for all pledges. Its sums are then put to the groups of the whole. */
#include "config.h"

#include "scan-behind.h"

/* --- columns --- */

static gboolean
is_column (NidaCodes one,
           NidaCodes other)
{
  return one.data == other.data && one.data != NULL;
}

/* The base's column that @codes goes on with, and how many codes it may have. */
static gboolean
find_column (NidaSheet *sheet,
             NidaCodes  codes,
             NidaCodes *found,
             guint32   *n_codes)
{
  NidaSheet *base = sheet->base;
  const NidaEncoded *(*encoded[]) (NidaSheet *) = { nida_sheet_get_dates, nida_sheet_get_usage, nida_sheet_get_plans, nida_sheet_get_groups };

  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    if (is_column (nida_dataset_get_codes (sheet->dataset, field), codes))
      {
        *found = nida_dataset_get_codes (base->dataset, field);
        *n_codes = nida_dictionary_get_size (nida_dataset_get_dictionary (base->dataset, field)) + 1;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (encoded); i++)
    if (is_column (encoded[i] (sheet)->codes, codes) && encoded[i] (sheet)->goes_on)
      {
        *found = encoded[i] (base)->codes;
        *n_codes = encoded[i] (base)->n_codes;
        return TRUE;
      }
  return FALSE;
}

/* --- groups --- */

static gboolean
begin_dimension (NidaBaseScan        *self,
                 guint                d,
                 const NidaDimension *whole)
{
  NidaDimension *dimension = &self->dimensions[d];
  g_autofree guint32 *known = NULL;

  *dimension = (NidaDimension) { .by = whole->by, .sheet = self->scan.sheet, .n_codes = 1 };
  /* a column that no row has is none of the base's either */
  if (whole->codes.data != NULL && !find_column (whole->sheet, whole->codes, &dimension->codes, &dimension->n_codes))
    return FALSE;
  dimension->n_codes = MIN (dimension->n_codes, whole->n_codes);
  dimension->slot_of_code = g_new (guint32, dimension->n_codes + 1);
  self->slots[d] = g_new (guint32, dimension->n_codes + 1);
  known = g_new0 (guint32, whole->n_slots + 1);
  for (guint32 code = 0; code < dimension->n_codes; code++)
    {
      guint32 slot = whole->slot_of_code[code];

      if (known[slot] == 0)
        {
          self->slots[d][dimension->n_slots] = slot;
          known[slot] = ++dimension->n_slots;
        }
      dimension->slot_of_code[code] = known[slot] - 1;
    }
  return TRUE;
}

/* A flow that has several rows has none of them behind. */
static gboolean
are_twins_of_base (const NidaScan *whole)
{
  NidaSheet *sheet = whole->sheet;

  for (guint row = sheet->base->n_rows; whole->twins != NULL && row < sheet->n_rows; row++)
    if (NIDA_TRAIT_RECEIPT (sheet->traits[row]) != NIDA_RECEIPT_MOVES)
      return FALSE;
  return TRUE;
}

gboolean
nida_base_scan_init (NidaBaseScan   *self,
                     const NidaScan *whole)
{
  NidaSheet *base = whole->sheet->base;

  if (whole->selection->of_base == NULL || !are_twins_of_base (whole))
    return FALSE;
  *self = (NidaBaseScan) { .scan = { .sheet = base, .selection = whole->selection->of_base, .rules = whole->rules,
                                     .n_dimensions = whole->n_dimensions, .cancellable = whole->cancellable } };
  self->scan.dimensions = self->dimensions;
  for (guint d = 0; d < whole->n_dimensions; d++)
    if (whole->dimensions[d].sheet != whole->sheet || !begin_dimension (self, d, &whole->dimensions[d]))
      {
        nida_base_scan_clear (self);
        return FALSE;
      }
  self->scan.values = nida_sheet_get_values (base, whole->values->currency, whole->values->prices);
  self->scan.twins = whole->twins != NULL ? nida_sheet_get_twins (base) : NULL;
  return TRUE;
}

void
nida_base_scan_clear (NidaBaseScan *self)
{
  for (guint d = 0; d < NIDA_SCAN_MOST_DIMENSIONS; d++)
    {
      g_clear_pointer (&self->dimensions[d].slot_of_code, g_free);
      g_clear_pointer (&self->slots[d], g_free);
    }
}

/* --- both together --- */

static guint64
group_of_whole (const NidaBaseScan *self,
                const NidaScan     *whole,
                guint64             group)
{
  guint64 found = 0, stride = 1;

  for (guint d = whole->n_dimensions; d > 0; d--)
    {
      found += self->slots[d - 1][group % self->dimensions[d - 1].n_slots] * stride;
      group /= self->dimensions[d - 1].n_slots;
      stride *= whole->dimensions[d - 1].n_slots;
    }
  return found;
}

/* Where only something behind was converted, the base's sums are whole thousandths. */
static void
add_sum (NidaSum       *to,
         const NidaSum *from,
         gboolean       finer)
{
  to->sum += finer ? from->sum * NIDA_FINE : from->sum;
  to->rows += from->rows;
}

static void
add_base (const NidaBaseScan *self,
          NidaScan           *whole)
{
  const NidaScan *base = &self->scan;
  gboolean finer = whole->values->fine != NULL && base->values->fine == NULL;
  guint64 size = nida_tally_get_size (&base->tally);
  GHashTableIter iter;
  gpointer key, value;

  for (guint64 i = 0; i < size; i++)
    {
      const NidaSum *from;
      NidaSum *to;
      guint64 group;

      if (!nida_tally_get (&base->tally, i, &group, &from))
        continue;
      to = nida_tally_at (&whole->tally, group_of_whole (self, whole, group));
      for (guint s = 0; s < whole->rules->n_sums; s++)
        add_sum (&to[s], &from[s], finer);
    }
  for (guint a = 0; a < NIDA_N_ASIDES; a++)
    add_sum (&whole->asides[a], &base->asides[a], finer);
  for (guint s = 0; s < NIDA_RULES_MOST_SUMS; s++)
    whole->without_amount[s] += base->without_amount[s];
  for (guint way = 0; way < base->values->ways->len; way++)
    nida_converted_merge (&whole->converted[way], &base->converted[way]);
  g_hash_table_iter_init (&iter, base->twice);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint64 group = group_of_whole (self, whole, *(const guint64 *) key);

      g_hash_table_replace (whole->twice, g_memdup2 (&group, sizeof group), value);
    }
  whole->twice_in_all += base->twice_in_all;
}

gboolean
nida_base_scan_join (const NidaBaseScan *self,
                     NidaScan           *whole,
                     GError            **error)
{
  g_autoptr (NidaSelection) behind = nida_selection_new_behind (whole->selection);
  NidaSelection *selection = whole->selection;
  gboolean done;

  whole->selection = behind;
  done = nida_scans_run (&whole, 1, error);
  whole->selection = selection;
  if (done)
    add_base (self, whole);
  return done;
}
