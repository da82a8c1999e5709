/* Requirements, totals and the facts that are asked for stay rows of their own. Rows of money that agree in what rules look at (kind,
 * receipt and direction, copies), in whether they have an amount, in the plan that they may belong to, and in all that is told apart,
 * become one: the first of them, with the exact sum of all.
 *
 * What an answer reckons of such rows is sums, whether there are any, and whether all of them lack an amount; so it stays what it is. */
#include "condense.h"

#include "dimension.h"
#include "parallel.h"
#include "plans.h"

#include <string.h>

#define BLOCK 1024
#define NO_PLAN 0

/* A part of the key of a row: code, or what @map makes of it, times @stride in one of two words. */
typedef struct {
  NidaCodes      codes;
  const guint32 *map;           /* NULL: the code itself */
  guint32        n;
  guint          word;
  guint64        stride;
} NidaKeyPart;

/* Heaps of rows that are one. */
typedef struct {
  NidaInterner keys;            /* of a heap */
  GArray      *firsts;          /* guint32 by heap: its first row */
  NidaWide    *sums;            /* by heap and worth */
  guint32      size;
  GArray      *rows;            /* guint32: those that stay */
} NidaHeaps;

typedef struct {
  const NidaDistinctions *distinctions;
  NidaSheet    *sheet;
  GCancellable *cancellable;
  guint         most;
  guint         n_worths;
  guint8        what[NIDA_N_TRAITS];       /* is a row of this trait MONEY, or one that STAYS? */
  NidaCodes     plans;
  guint32      *plan_of_code;   /* 0: of no plan that anything is required for */
  GArray       *of_all;         /* NidaKeyPart */
  GPtrArray    *maps;           /* of some of them */
  GArray       *of_plans;       /* of money with such a plan alone; the first is the plan */
  NidaHeaps     parts[NIDA_MAX_THREADS];
} NidaCondensing;

enum { NEITHER, MONEY, STAYS };

/* --- keys --- */

static NidaKeyPart
part_of_names (NidaSheet *sheet,
               NidaField  field)
{
  return (NidaKeyPart) { .codes = nida_dataset_get_codes (sheet->dataset, field),
                         .n = nida_dictionary_get_size (nida_dataset_get_dictionary (sheet->dataset, field)) + 1 };
}

static NidaKeyPart
part_of_codes (const NidaEncoded *encoded)
{
  return (NidaKeyPart) { .codes = encoded->codes, .n = encoded->n_codes };
}

/* Dates of one period are one; lists of names, which groups would join, are not. FALSE of a field that needs no part. */
static gboolean
find_part (NidaSheet   *sheet,
           NidaGroupBy  by,
           guint        fiscal_start,
           NidaKeyPart *part)
{
  NidaDimension periods;

  switch ((int) by.field)
    {
    case NIDA_FIELD_BOUNDARY:
    case NIDA_FIELD_ON_BOUNDARY:
      return FALSE;
    case NIDA_FIELD_DATE:
      if (!nida_dimension_init (&periods, sheet, by, fiscal_start))
        return FALSE;
      /* the sheet keeps it */
      *part = (NidaKeyPart) { .codes = periods.codes, .map = periods.slot_of_code, .n = periods.n_slots };
      return TRUE;
    case NIDA_FIELD_USAGE_YEAR:
      *part = part_of_codes (nida_sheet_get_usage (sheet));
      return TRUE;
    case NIDA_FIELD_DONOR_GROUP:
      *part = part_of_codes (nida_sheet_get_groups (sheet));
      return TRUE;
    case NIDA_FIELD_REGION:
      *part = part_of_names (sheet, NIDA_FIELD_COUNTRY);
      return TRUE;
    default:
      *part = part_of_names (sheet, by.field);
      return TRUE;
    }
}

typedef struct { guint word; guint64 stride; } NidaKeyRoom;

/* FALSE where both words are full. */
static gboolean
make_room (NidaKeyRoom *room,
           guint32      n,
           NidaKeyPart *part)
{
  guint64 next;

  if (!g_uint64_checked_mul (&next, room->stride, n))
    {
      if (room->word > 0)
        return FALSE;
      *room = (NidaKeyRoom) { 1, 1 };
      next = n;
    }
  part->word = room->word;
  part->stride = room->stride;
  room->stride = next;
  return TRUE;
}

static gboolean
add_parts (NidaCondensing *self,
           NidaKeyRoom    *room,
           GArray         *wanted,
           GArray         *parts)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      NidaKeyPart part;

      if (!find_part (self->sheet, g_array_index (wanted, NidaGroupBy, i), self->distinctions->fiscal_start, &part))
        continue;
      if (!make_room (room, part.n, &part))
        return FALSE;
      g_array_append_val (parts, part);
    }
  return TRUE;
}

enum { UNDATED, WITHIN, PARTLY, OUTSIDE, N_PLACES };

static guint32
place_of (NidaPeriod       period,
          NidaDistinctSpan span)
{
  if (period.start.precision == NIDA_PRECISION_NONE)
    return UNDATED;
  if (nida_period_within (period, span.first, span.last))
    return WITHIN;
  return nida_date_last_day (period.end) < span.first || nida_date_first_day (period.start) > span.last ? OUTSIDE : PARTLY;
}

static gboolean
add_spans (NidaCondensing *self,
           NidaKeyRoom    *room)
{
  const NidaEncoded *dates = nida_sheet_get_dates (self->sheet);

  for (guint i = 0; i < self->distinctions->spans->len; i++)
    {
      guint32 *places = g_new (guint32, dates->n_codes);
      NidaKeyPart part = { .codes = dates->codes, .map = places, .n = N_PLACES };

      g_ptr_array_add (self->maps, places);
      for (guint32 code = 0; code < dates->n_codes; code++)
        places[code] = place_of (dates->periods[code], g_array_index (self->distinctions->spans, NidaDistinctSpan, i));
      if (!make_room (room, part.n, &part))
        return FALSE;
      g_array_append_val (self->of_all, part);
    }
  return TRUE;
}

/* Plans that nothing is required for are none, whatever is filtered: there is no row that could ask. */
static void
find_plans (NidaCondensing *self)
{
  const NidaEncoded *plans = nida_sheet_get_plans (self->sheet);
  NidaInterner appeals = { NULL };

  for (guint i = 0; i < self->sheet->totals->len; i++)
    {
      guint32 row = g_array_index (self->sheet->totals, guint32, i);

      if (NIDA_TRAIT_KIND (self->sheet->traits[row]) == NIDA_KIND_REQUIREMENT)
        nida_interner_add (&appeals, nida_plan_key (self->sheet, row).a, 0);
    }
  self->plans = plans->codes;
  self->plan_of_code = g_new0 (guint32, plans->n_codes + 1);
  for (guint32 code = 0; code < plans->n_codes; code++)
    if (nida_interner_find (&appeals, plans->keys.keys[code].a, 0) != NIDA_INTERNER_NONE)
      self->plan_of_code[code] = code + 1;
  nida_interner_clear (&appeals);
}

static gboolean
find_keys (NidaCondensing *self)
{
  NidaKeyRoom room = { 0, 1 };
  NidaKeyPart base, copies = { .codes = { self->sheet->copies, 2 }, .n = NIDA_N_COPIES };
  NidaKeyPart plan;

  find_plans (self);
  plan = (NidaKeyPart) { .codes = self->plans, .map = self->plan_of_code, .n = nida_sheet_get_plans (self->sheet)->n_codes + 1 };
  self->of_all = g_array_new (FALSE, FALSE, sizeof (NidaKeyPart));
  self->of_plans = g_array_new (FALSE, FALSE, sizeof (NidaKeyPart));
  self->maps = g_ptr_array_new_with_free_func (g_free);
  if (self->n_worths > 8 || !make_room (&room, NIDA_N_TRAITS << self->n_worths, &base) || !make_room (&room, copies.n, &copies))
    return FALSE;
  if (copies.codes.data != NULL)
    g_array_append_val (self->of_all, copies);
  if (!add_parts (self, &room, self->distinctions->of_all, self->of_all) || !add_spans (self, &room) || !make_room (&room, plan.n, &plan))
    return FALSE;
  g_array_append_val (self->of_plans, plan);
  return add_parts (self, &room, self->distinctions->of_plans, self->of_plans);
}

/* --- the pass over the rows --- */

typedef struct {
  guint   n;
  guint32 first;
  guint8  what[BLOCK];
  guint64 words[2][BLOCK];
} NidaKeyBlock;

#define ADD(type)                                                                           \
  G_STMT_START {                                                                            \
    const type *codes = (const type *) part->codes.data + block->first;                     \
    for (guint i = 0; part->map == NULL && i < block->n; i++)                               \
      words[i] += codes[i] * part->stride;                                                  \
    for (guint i = 0; part->map != NULL && i < block->n; i++)                               \
      words[i] += part->map[codes[i]] * part->stride;                                       \
  } G_STMT_END

static void
add_part (const NidaKeyPart *part,
          NidaKeyBlock      *block)
{
  guint64 *words = block->words[part->word];
  guint64 all = (part->map == NULL ? 0 : part->map[0]) * part->stride;

  switch (part->codes.data == NULL ? 0 : part->codes.width)
    {
    case 0:
      for (guint i = 0; i < block->n; i++)
        words[i] += all;
      break;
    case 1: ADD (guint8); break;
    case 2: ADD (guint16); break;
    default: ADD (guint32); break;
    }
}

#undef ADD

static void
add_plans (const NidaCondensing *self,
           NidaKeyBlock         *block)
{
  for (guint i = 0; i < block->n; i++)
    {
      guint32 row = block->first + i;

      if (block->what[i] != MONEY || self->plan_of_code[nida_codes_get (self->plans, row)] == NO_PLAN)
        continue;
      for (guint p = 0; p < self->of_plans->len; p++)
        {
          const NidaKeyPart *part = &g_array_index (self->of_plans, NidaKeyPart, p);
          guint32 code = nida_codes_get (part->codes, row);

          block->words[part->word][i] += (part->map == NULL ? code : part->map[code]) * part->stride;
        }
    }
}

static guint
find_amounts (const NidaCondensing *self,
              guint32               row)
{
  guint has = 0;

  for (guint w = 0; w < self->n_worths; w++)
    has |= nida_values_has (self->distinctions->worths->pdata[w], row) ? 1u << w : 0;
  return has;
}

/* Returns: is any of the rows money? */
static gboolean
begin_block (const NidaCondensing *self,
             NidaHeaps            *heaps,
             NidaKeyBlock         *block)
{
  gboolean any = FALSE;

  for (guint i = 0; i < block->n; i++)
    {
      guint32 row = block->first + i;
      NidaTrait trait = self->sheet->traits[row];

      block->what[i] = self->what[trait];
      block->words[0][i] = (guint64) trait << self->n_worths | find_amounts (self, row);
      block->words[1][i] = 0;
      any |= block->what[i] == MONEY;
      if (block->what[i] == STAYS)
        g_array_append_val (heaps->rows, row);
    }
  return any;
}

static NidaWide *
add_heap (const NidaCondensing *self,
          NidaHeaps            *heaps,
          NidaKey               key,
          guint32               first)
{
  guint32 number = nida_interner_add (&heaps->keys, key.a, key.b);

  if (number == heaps->firsts->len)
    {
      g_array_append_val (heaps->firsts, first);
      if (number >= heaps->size)
        {
          heaps->size = MAX (1024, heaps->size * 2);
          heaps->sums = g_renew (NidaWide, heaps->sums, (gsize) heaps->size * self->n_worths);
        }
      memset (heaps->sums + (gsize) number * self->n_worths, 0, self->n_worths * sizeof (NidaWide));
    }
  return heaps->sums + (gsize) number * self->n_worths;
}

static void
add_block (const NidaCondensing *self,
           NidaHeaps            *heaps,
           NidaKeyBlock         *block)
{
  if (!begin_block (self, heaps, block))
    return;
  for (guint p = 0; p < self->of_all->len; p++)
    add_part (&g_array_index (self->of_all, NidaKeyPart, p), block);
  add_plans (self, block);
  for (guint i = 0; i < block->n; i++)
    {
      NidaWide *sums;

      if (block->what[i] != MONEY)
        continue;
      sums = add_heap (self, heaps, (NidaKey) { block->words[0][i], block->words[1][i] }, block->first + i);
      for (guint w = 0; w < self->n_worths; w++)
        sums[w] += nida_values_get (self->distinctions->worths->pdata[w], block->first + i);
    }
}

static gboolean
has_too_many (const NidaCondensing *self,
              const NidaHeaps      *heaps)
{
  return heaps->keys.n_keys + heaps->rows->len > self->most || g_cancellable_is_cancelled (self->cancellable);
}

static void
heaps_init (NidaHeaps *self)
{
  *self = (NidaHeaps) { .firsts = g_array_new (FALSE, FALSE, sizeof (guint32)), .rows = g_array_new (FALSE, FALSE, sizeof (guint32)) };
}

static void
heaps_clear (NidaHeaps *self)
{
  nida_interner_clear (&self->keys);
  g_clear_pointer (&self->firsts, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->sums);
}

static void
condense_range (guint    thread,
                guint    start,
                guint    end,
                gpointer data)
{
  NidaCondensing *self = data;
  NidaHeaps *heaps = &self->parts[thread];
  g_autofree NidaKeyBlock *block = g_new (NidaKeyBlock, 1);

  heaps_init (heaps);
  for (guint at = start; at < end && !has_too_many (self, heaps); at += BLOCK)
    {
      block->first = at;
      block->n = MIN (BLOCK, end - at);
      add_block (self, heaps, block);
    }
}

/* Threads have the rows in order, so the first row of a heap is that of the first thread which has it. */
static void
join_parts (NidaCondensing *self,
            NidaHeaps      *all)
{
  for (guint t = 1; t < NIDA_MAX_THREADS; t++)
    {
      NidaHeaps *part = &self->parts[t];

      if (part->firsts == NULL)
        continue;
      for (guint32 i = 0; i < part->firsts->len; i++)
        {
          NidaWide *sums = add_heap (self, all, part->keys.keys[i], g_array_index (part->firsts, guint32, i));

          for (guint w = 0; w < self->n_worths; w++)
            sums[w] += part->sums[(gsize) i * self->n_worths + w];
        }
      g_array_append_vals (all->rows, part->rows->data, part->rows->len);
    }
}

/* --- the sheet --- */

/* A row that is left: a heap, or a row that stays. */
typedef struct { guint32 row, heap; } NidaLeft;

#define NO_HEAP G_MAXUINT32

static int
compare_left (gconstpointer a,
              gconstpointer b)
{
  const NidaLeft *x = a, *y = b;

  return x->row < y->row ? -1 : x->row > y->row;
}

static GArray *
list_left (const NidaHeaps *all)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (NidaLeft));

  for (guint32 i = 0; i < all->firsts->len; i++)
    {
      NidaLeft one = { g_array_index (all->firsts, guint32, i), i };

      g_array_append_val (left, one);
    }
  for (guint i = 0; i < all->rows->len; i++)
    {
      NidaLeft one = { g_array_index (all->rows, guint32, i), NO_HEAP };

      g_array_append_val (left, one);
    }
  g_array_sort (left, compare_left);
  return left;
}

/* An exact sum as one amount; FALSE where it has no room. */
static gboolean
store_sum (NidaWide    sum,
           guint32     at,
           NidaMoney  *whole,
           guint32    *fine)
{
  NidaWide rest = fine == NULL ? 0 : sum % NIDA_FINE;

  rest += rest < 0 ? NIDA_FINE : 0;
  if (!nida_wide_to_money (fine == NULL ? sum : (sum - rest) / NIDA_FINE, &whole[at]))
    return FALSE;
  if (fine != NULL)
    fine[at] = (guint32) rest;
  return TRUE;
}

/* (transfer full): what the rows that are left are worth, or NULL */
static NidaValues *
condense_values (const NidaCondensing *self,
                 const NidaHeaps      *all,
                 GArray               *left,
                 guint                 worth)
{
  const NidaValues *of = self->distinctions->worths->pdata[worth];
  g_autofree NidaMoney *whole = g_new (NidaMoney, left->len + 1);
  g_autofree guint32 *fine = of->fine == NULL ? NULL : g_new0 (guint32, left->len + 1);
  NidaRowRate none = { .way = 0 };
  NidaValues *values;

  for (guint i = 0; i < left->len; i++)
    {
      NidaLeft one = g_array_index (left, NidaLeft, i);
      NidaWide sum = one.heap == NO_HEAP ? nida_values_get (of, one.row) : all->sums[(gsize) one.heap * self->n_worths + worth];

      whole[i] = NIDA_MONEY_NONE;
      if (nida_values_has (of, one.row) && !store_sum (sum, i, whole, fine))
        return NULL;
    }
  values = g_new0 (NidaValues, 1);
  *values = (NidaValues) { .currency = of->currency, .prices = of->prices, .narrow = of->narrow, .kinds = of->kinds,
                           .without_signs = of->without_signs, .whole = whole, .fine = fine };
  values->row_rates = g_array_new (FALSE, FALSE, sizeof (NidaRowRate));
  g_array_append_val (values->row_rates, none);
  values->ways = g_array_new (FALSE, FALSE, sizeof (NidaWay));
  values->owned[0] = g_steal_pointer (&whole);
  values->owned[1] = g_steal_pointer (&fine);
  return values;
}

/* Twins are counted, and overlaps stand beside the sums: neither is known of rows that are one. */
static NidaSheet *
sheet_new (NidaSheet   *whole,
           NidaDataset *dataset,
           const guint *rows)
{
  NidaSheet *sheet = nida_sheet_new (dataset);

  sheet->whole = nida_sheet_ref (whole);
  for (guint row = 0; row < sheet->n_rows; row++)
    sheet->traits[row] = whole->traits[rows[row]];
  memcpy (sheet->present, whole->present, sizeof sheet->present);
  sheet->twins_known = sheet->overlaps_known = TRUE;
  return sheet;
}

static NidaSheet *
make_sheet (const NidaCondensing *self,
            const NidaHeaps      *all)
{
  g_autoptr (GArray) left = list_left (all);
  g_autofree guint *rows = g_new (guint, left->len + 1);
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaSheet) sheet = NULL;

  for (guint i = 0; i < left->len; i++)
    rows[i] = g_array_index (left, NidaLeft, i).row;
  dataset = nida_dataset_pick (self->sheet->dataset, rows, left->len);
  sheet = sheet_new (self->sheet, dataset, rows);
  for (guint w = 0; w < self->n_worths; w++)
    {
      NidaValues *values = condense_values (self, all, left, w);

      if (values == NULL)
        return NULL;
      nida_sheet_take_values (sheet, values);
    }
  return g_steal_pointer (&sheet);
}

static void
find_kinds (NidaCondensing *self)
{
  const guint stay = NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT) | NIDA_KIND_BIT (NIDA_KIND_REPORTED) | self->distinctions->kinds;

  for (guint trait = 0; trait < NIDA_N_TRAITS; trait++)
    {
      guint kind = NIDA_KIND_BIT (NIDA_TRAIT_KIND (trait));

      self->what[trait] = kind & stay ? STAYS : kind & NIDA_KINDS_MONEY ? MONEY : NEITHER;
    }
}

NidaSheet *
nida_condense (const NidaDistinctions *distinctions,
               guint                   most,
               GCancellable           *cancellable)
{
  NidaCondensing self = { .distinctions = distinctions, .sheet = distinctions->sheet, .cancellable = cancellable, .most = most,
                          .n_worths = distinctions->worths->len };
  NidaSheet *sheet = NULL;

  find_kinds (&self);
  if (find_keys (&self))
    {
      nida_parallel_run (self.sheet->n_rows, condense_range, &self);
      join_parts (&self, &self.parts[0]);
      if (!has_too_many (&self, &self.parts[0]))
        sheet = make_sheet (&self, &self.parts[0]);
    }
  for (guint t = 0; t < NIDA_MAX_THREADS && self.parts[t].firsts != NULL; t++)
    heaps_clear (&self.parts[t]);
  g_array_unref (self.of_all);
  g_array_unref (self.of_plans);
  g_ptr_array_unref (self.maps);
  g_free (self.plan_of_code);
  return sheet;
}
