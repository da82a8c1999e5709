/* Reported totals are held against the flows that itemise them. The flows are put into buckets by what totals state, so that each
 * total is held against those of its bucket alone. Where rows stand behind others, what the others added up to is not reckoned again. */
#include "itemised.h"

#include "rules.h"

#include <string.h>

const NidaField nida_stated_fields[NIDA_N_STATED_FIELDS] = {
  NIDA_FIELD_APPEAL, NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY
};

struct _NidaItemised {
  NidaRules rules;      /* by which flows were taken */
  NidaSum  *sums;       /* by place in the totals of the sheet; in 10^-9 thousandths */
  gboolean  as_base;
};

typedef struct {
  NidaSheet        *sheet;
  const NidaValues *values;
  const NidaRules  *rules;
  NidaSum          *sums;
  NidaCodes         codes[NIDA_N_STATED_FIELDS];
  NidaCodes         dates;
  gint32           *first, *last;      /* days, by code of the date */
  GArray           *flows;             /* guint32: rows */
  /* of the totals that state the same fields */
  guint             stated;            /* bits of nida_stated_fields */
  NidaInterner      most, all;         /* keys are five codes */
  guint32          *starts, *by_key;   /* flows of key k stand from starts[k] to starts[k + 1] */
} NidaWork;

static gboolean
is_reported (NidaSheet *sheet,
             guint32    row)
{
  return NIDA_TRAIT_KIND (sheet->traits[row]) == NIDA_KIND_REPORTED;
}

static guint
stated_by (const NidaWork *self,
           guint32         row)
{
  guint stated = 0;

  for (guint field = 0; field < NIDA_N_STATED_FIELDS; field++)
    if (nida_codes_get (self->codes[field], row) != 0)
      stated |= 1u << field;
  return stated;
}

/* --- days --- */

/* Many dates, which nobody needs where there are no flows. */
static void
init_days (NidaWork *self)
{
  const NidaEncoded *dates = nida_sheet_get_dates (self->sheet);

  if (self->first != NULL)
    return;
  self->dates = dates->codes;
  self->first = g_new (gint32, dates->n_codes);
  self->last = g_new (gint32, dates->n_codes);
  for (guint32 code = 0; code < dates->n_codes; code++)
    {
      gboolean dated = nida_date_unpack ((gint32) (guint32) dates->keys.keys[code].a).precision != NIDA_PRECISION_NONE;

      /* what is undated lies in no span */
      self->first[code] = dated ? nida_date_first_day (dates->periods[code].start) : G_MININT32;
      self->last[code] = dated ? nida_date_last_day (dates->periods[code].end) : G_MAXINT32;
    }
}

/* --- buckets --- */

static NidaKey
four_codes (const NidaWork *self,
            guint           field,
            guint32         row)
{
  guint32 codes[4] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (codes) && field + i < NIDA_N_STATED_FIELDS; i++)
    if (self->stated & 1u << (field + i))
      codes[i] = nida_codes_get (self->codes[field + i], row);
  return (NidaKey) { (guint64) codes[0] << 32 | codes[1], (guint64) codes[2] << 32 | codes[3] };
}

static guint32
add_key (NidaWork *self,
         guint32   row)
{
  NidaKey most = four_codes (self, 0, row), rest = four_codes (self, 4, row);

  return nida_interner_add (&self->all, nida_interner_add (&self->most, most.a, most.b), rest.a);
}

static guint32
find_key (const NidaWork *self,
          guint32         row)
{
  NidaKey most = four_codes (self, 0, row), rest = four_codes (self, 4, row);
  guint32 known = nida_interner_find (&self->most, most.a, most.b);

  return known == NIDA_INTERNER_NONE ? known : nida_interner_find (&self->all, known, rest.a);
}

static void
fill_buckets (NidaWork *self)
{
  g_autofree guint32 *keys = g_new (guint32, self->flows->len + 1), *next = NULL;

  for (guint i = 0; i < self->flows->len; i++)
    keys[i] = add_key (self, g_array_index (self->flows, guint32, i));
  self->starts = g_new0 (guint32, self->all.n_keys + 2);
  self->by_key = g_new (guint32, self->flows->len + 1);
  for (guint i = 0; i < self->flows->len; i++)
    self->starts[keys[i] + 1]++;
  for (guint32 key = 0; key < self->all.n_keys; key++)
    self->starts[key + 1] += self->starts[key];
  next = g_memdup2 (self->starts, (self->all.n_keys + 1) * sizeof *next);
  for (guint i = 0; i < self->flows->len; i++)
    self->by_key[next[keys[i]]++] = g_array_index (self->flows, guint32, i);
}

static void
clear_buckets (NidaWork *self)
{
  nida_interner_clear (&self->most);
  nida_interner_clear (&self->all);
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->by_key, g_free);
}

static void
sum_flows (const NidaWork *self,
           guint32         total,
           NidaSum        *sum)
{
  guint32 key = find_key (self, total), span = nida_codes_get (self->dates, total);
  gboolean dated = self->first[span] != G_MININT32;
  NidaSum held = { 0, 0 };

  if (key == NIDA_INTERNER_NONE)
    return;
  for (guint32 i = self->starts[key]; i < self->starts[key + 1]; i++)
    {
      guint32 row = self->by_key[i], date = nida_codes_get (self->dates, row);

      if (!dated || (self->first[date] >= self->first[span] && self->last[date] <= self->last[span]))
        nida_values_add (self->values, row, &held);
    }
  sum->sum += self->values->fine == NULL ? held.sum * NIDA_FINE : held.sum;
  sum->rows += held.rows;
}

/* Totals from @first to @n in the list of the sheet, held against the flows of rows from @start to @end. Returns: are there any? */
static gboolean
sum_range (NidaWork *self,
           guint     first,
           guint     n,
           guint32   start,
           guint32   end)
{
  const guint16 *copies = self->sheet->copies;
  gboolean met[1 << NIDA_N_STATED_FIELDS] = { FALSE }, any;

  if (first == n || start == end)
    return FALSE;
  self->flows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 row = start; row < end; row++)
    if (nida_rules_action (self->rules, self->sheet->traits[row], copies == NULL ? 0 : copies[row]) < NIDA_RULES_MOST_SUMS)
      g_array_append_val (self->flows, row);
  if (self->flows->len > 0)
    init_days (self);
  for (guint i = first; self->flows->len > 0 && i < n; i++)
    if (is_reported (self->sheet, g_array_index (self->sheet->totals, guint32, i)))
      met[stated_by (self, g_array_index (self->sheet->totals, guint32, i))] = TRUE;
  for (self->stated = 0; self->stated < 1 << NIDA_N_STATED_FIELDS; self->stated++)
    {
      if (!met[self->stated])
        continue;
      fill_buckets (self);
      for (guint i = first; i < n; i++)
        {
          guint32 row = g_array_index (self->sheet->totals, guint32, i);

          if (is_reported (self->sheet, row) && stated_by (self, row) == self->stated)
            sum_flows (self, row, &self->sums[i]);
        }
      clear_buckets (self);
    }
  any = self->flows->len > 0;
  g_clear_pointer (&self->flows, g_array_unref);
  return any;
}

/* --- kept --- */

static NidaRules
make_rules (NidaSheet *sheet)
{
  g_autoptr (NidaSelection) everything = nida_selection_new ();
  NidaRules rules;

  memcpy (everything->present, sheet->present, sizeof everything->present);
  nida_rules_init (&rules, NIDA_RULE_DISTINCT, NIDA_MEASURE_BIT (NIDA_MEASURE_RECEIVED), everything);
  return rules;
}

/* Do rows of the base count as they do without those behind them? */
static gboolean
count_alike (NidaSheet       *base,
             const NidaRules *a,
             const NidaRules *b)
{
  for (guint trait = 0; trait < NIDA_N_TRAITS; trait++)
    if (base->present[trait] && (a->actions[trait] < NIDA_RULES_MOST_SUMS) != (b->actions[trait] < NIDA_RULES_MOST_SUMS))
      return FALSE;
  return TRUE;
}

static NidaItemised *
itemised_new (NidaSheet        *sheet,
              const NidaValues *values)
{
  NidaItemised *self = g_new0 (NidaItemised, 1);
  NidaSheet *base = sheet->base;
  NidaWork work = { .sheet = sheet, .values = values, .rules = &self->rules };
  const NidaItemised *known = base != NULL ? nida_itemised_get (base, nida_sheet_get_values (base, values->currency, values->prices)) : NULL;

  self->rules = make_rules (sheet);
  self->sums = work.sums = g_new0 (NidaSum, sheet->totals->len + 1);
  for (guint field = 0; field < NIDA_N_STATED_FIELDS; field++)
    work.codes[field] = nida_dataset_get_codes (sheet->dataset, nida_stated_fields[field]);
  if (known != NULL && count_alike (base, &known->rules, &self->rules))
    {
      memcpy (self->sums, known->sums, base->totals->len * sizeof *self->sums);
      self->as_base = !sum_range (&work, 0, base->totals->len, base->n_rows, sheet->n_rows);
      sum_range (&work, base->totals->len, sheet->totals->len, 0, sheet->n_rows);
    }
  else
    sum_range (&work, 0, sheet->totals->len, 0, sheet->n_rows);
  g_free (work.first);
  g_free (work.last);
  return self;
}

void
nida_itemised_free (NidaItemised *self)
{
  g_free (self->sums);
  g_free (self);
}

const NidaItemised *
nida_itemised_get (NidaSheet        *sheet,
                   const NidaValues *values)
{
  NidaItemised *self;

  g_mutex_lock (&sheet->totals_lock);
  if (sheet->itemised == NULL)
    sheet->itemised = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) nida_itemised_free);
  self = g_hash_table_lookup (sheet->itemised, values);
  if (self == NULL)
    {
      self = itemised_new (sheet, values);
      g_hash_table_insert (sheet->itemised, (gpointer) values, self);
    }
  g_mutex_unlock (&sheet->totals_lock);
  return self;
}

gboolean
nida_itemised_is_as_base (const NidaItemised *self)
{
  return self->as_base;
}

NidaSum
nida_itemised_sum (const NidaItemised *self,
                   NidaSheet          *sheet,
                   guint32             row)
{
  guint low = 0, high = sheet->totals->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (sheet->totals, guint32, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low < sheet->totals->len && g_array_index (sheet->totals, guint32, low) == row ? self->sums[low] : (NidaSum) { 0, 0 };
}
