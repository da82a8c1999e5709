/* Facts are handed out whole, with what the dataset's own rows add up to beside a stated or reported total. */
#include "config.h"

#include "facts.h"

#include "facts-compare.h"
#include "facts-kept.h"

/* --- the facts themselves --- */

/* The columns that names of facts stand in. */
static const NidaField named_fields[] = {
  NIDA_FIELD_CATEGORY, NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT, NIDA_FIELD_APPEAL, NIDA_FIELD_PARTNER, NIDA_FIELD_SAID_BY,
  NIDA_FIELD_SOURCE, NIDA_FIELD_BASIS
};
enum { CATEGORY, DONOR, RECIPIENT, APPEAL, PARTNER, SAID_BY, SOURCE, BASIS, N_NAMED };
G_STATIC_ASSERT (G_N_ELEMENTS (named_fields) == N_NAMED);

typedef struct {
  NidaCodes       codes[N_NAMED], qualifiers, states;
  NidaDictionary *dictionaries[N_NAMED];
} NidaFactColumns;

static void
columns_init (NidaFactColumns *self,
              NidaDataset     *dataset)
{
  for (guint i = 0; i < N_NAMED; i++)
    {
      self->codes[i] = nida_dataset_get_codes (dataset, named_fields[i]);
      self->dictionaries[i] = nida_dataset_get_dictionary (dataset, named_fields[i]);
    }
  self->qualifiers = nida_dataset_get_codes (dataset, NIDA_FIELD_QUALIFIER);
  self->states = nida_dataset_get_codes (dataset, NIDA_FIELD_STATE);
}

static void
set_names (const NidaFactColumns *columns,
           guint32                row,
           guint                  field,
           const char           **name,
           const char           **arabic)
{
  guint32 code = nida_codes_get (columns->codes[field], row);

  if (code == 0)
    return;
  *name = nida_dictionary_get_name (columns->dictionaries[field], code);
  if (arabic != NULL)
    *arabic = nida_dictionary_get_arabic (columns->dictionaries[field], code);
}

/* A level has no currency, so it stands in the amount. */
static NidaMoney
amount_of (NidaSheet       *sheet,
           const NidaValues *values,
           guint32          row,
           NidaKind         kind)
{
  NidaMoney amount;

  if (kind == NIDA_KIND_INDICATOR || kind == NIDA_KIND_GOAL)
    {
      NidaMoney level = nida_dataset_get_amount (sheet->dataset, row);

      return level != NIDA_MONEY_NONE ? level : nida_dataset_get_amount_usd (sheet->dataset, row);
    }
  if (!nida_values_has (values, row) || !nida_values_to_money (values, nida_values_get (values, row), &amount))
    return NIDA_MONEY_NONE;
  return amount;
}

static void
fill_fact (NidaSheet             *sheet,
           const NidaFactColumns *columns,
           const NidaValues      *values,
           guint32                row,
           NidaFact              *fact)
{
  NidaDataset *dataset = sheet->dataset;
  const char *basis = NULL;

  *fact = (NidaFact) { .row = row, .kind = NIDA_TRAIT_KIND (sheet->traits[row]), .computed = NIDA_MONEY_NONE };
  fact->period = nida_dataset_get_period (dataset, row);
  fact->amount = amount_of (sheet, values, row, fact->kind);
  fact->qualifier = nida_codes_get (columns->qualifiers, row);
  fact->state = nida_codes_get (columns->states, row);
  fact->text = nida_dataset_get_description (dataset, row, FALSE);
  fact->text_ar = nida_dataset_get_description (dataset, row, TRUE);
  set_names (columns, row, CATEGORY, &fact->category, &fact->category_ar);
  set_names (columns, row, DONOR, &fact->donor, &fact->donor_ar);
  set_names (columns, row, RECIPIENT, &fact->recipient, &fact->recipient_ar);
  set_names (columns, row, APPEAL, &fact->appeal, &fact->appeal_ar);
  set_names (columns, row, PARTNER, &fact->partner, &fact->partner_ar);
  set_names (columns, row, SAID_BY, &fact->said_by, NULL);
  set_names (columns, row, SOURCE, &fact->source, NULL);
  set_names (columns, row, BASIS, &basis, NULL);
  fact->implied = basis != NULL && g_str_has_prefix (basis, "implied");
}

/* --- their order: by period, undated last, then by row --- */

static gboolean
is_undated (const NidaEncoded *dates,
            guint32            code)
{
  return nida_date_unpack ((gint32) (guint32) dates->keys.keys[code].a).precision == NIDA_PRECISION_NONE;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const NidaEncoded *dates = data;
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;
  gboolean undated = is_undated (dates, one);

  if (undated != is_undated (dates, other))
    return undated ? 1 : -1;
  return undated ? 0 : nida_period_compare (dates->periods[one], dates->periods[other]);
}

static guint32 *
rank_dates (const NidaEncoded *dates)
{
  g_autofree guint32 *order = g_new (guint32, dates->n_codes);
  guint32 *ranks = g_new0 (guint32, dates->n_codes), rank = 0;

  for (guint32 code = 0; code < dates->n_codes; code++)
    order[code] = code;
  g_qsort_with_data (order, dates->n_codes, sizeof *order, compare_dates, (gpointer) dates);
  for (guint32 i = 0; i < dates->n_codes; i++)
    {
      rank += i > 0 && compare_dates (&order[i - 1], &order[i], (gpointer) dates) != 0;
      ranks[order[i]] = rank;
    }
  return ranks;
}

/* By code of the date its place among all dates; equal ones have one place. Belongs to the sheet. */
static const guint32 *
get_date_ranks (NidaSheet *sheet)
{
  const NidaEncoded *dates = nida_sheet_get_dates (sheet);

  g_mutex_lock (&sheet->totals_lock);
  if (sheet->date_ranks == NULL)
    sheet->date_ranks = rank_dates (dates);
  g_mutex_unlock (&sheet->totals_lock);
  return sheet->date_ranks;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

/* guint64: the place of the date, then the row */
static GArray *
order_rows (NidaSheet           *sheet,
            const NidaSelection *selection,
            guint                kinds)
{
  const NidaEncoded *dates = nida_sheet_get_dates (sheet);
  const guint32 *ranks = get_date_ranks (sheet);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint32 i = 0; i < selection->n_rows; i++)
    {
      guint32 row = nida_selection_row (selection, i);
      guint64 key = (guint64) ranks[nida_codes_get (dates->codes, row)] << 32 | row;

      if (NIDA_KIND_BIT (NIDA_TRAIT_KIND (sheet->traits[row])) & kinds)
        g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_keys);
  return keys;
}

static gboolean
has_any_fact (const NidaSelection *selection,
              guint                kinds)
{
  return (nida_selection_get_kinds (selection) & kinds) != 0;
}

/* An earlier answer about the same rows that has the same facts, or NULL. */
static NidaCube *
find_same (const NidaSelection *selection,
           NidaQuery           *query)
{
  for (guint i = 0; selection->with_facts != NULL && i < selection->with_facts->len; i++)
    {
      NidaQuery *other = nida_cube_get_query (selection->with_facts->pdata[i]);

      if (other->fact_kinds == query->fact_kinds && other->prices == query->prices && g_strcmp0 (other->currency, query->currency) == 0)
        return selection->with_facts->pdata[i];
    }
  return NULL;
}

static void
remember (NidaSelection *selection,
          NidaCube      *cube)
{
  if (selection->with_facts == NULL)
    selection->with_facts = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (selection->with_facts, g_object_ref (cube));
}

/* All of them, made anew. @order: as of order_rows() */
static gboolean
add_facts (NidaCube         *cube,
           NidaSheet        *sheet,
           GArray           *order,
           const NidaValues *values,
           GError          **error)
{
  NidaFactColumns columns;
  NidaFactComparison comparison;
  gboolean done = TRUE;

  columns_init (&columns, sheet->dataset);
  nida_fact_comparison_init (&comparison, sheet, values);
  for (guint i = 0; i < order->len && done; i++)
    {
      NidaFact fact;

      fill_fact (sheet, &columns, values, (guint32) g_array_index (order, guint64, i), &fact);
      done = nida_fact_comparison_fill (&comparison, &fact, error);
      nida_cube_add_fact (cube, &fact);
    }
  nida_fact_comparison_clear (&comparison);
  return done;
}

static gboolean
add_all (NidaCube            *cube,
         NidaSheet           *sheet,
         const NidaSelection *selection,
         NidaQuery           *query,
         const NidaValues    *values,
         GError             **error)
{
  g_autoptr (GArray) order = order_rows (sheet, selection, query->fact_kinds);

  return add_facts (cube, sheet, order, values, error);
}

/* --- rows behind others: the facts of these are kept --- */

static gboolean
are_names_alike (NidaSheet *sheet)
{
  for (guint i = 0; i < N_NAMED; i++)
    if (!nida_sheet_continues (sheet, named_fields[i]))
      return FALSE;
  return nida_sheet_continues (sheet, NIDA_FIELD_COUNTRY);
}

/* Does no total add up to something else because of the rows behind? */
static gboolean
is_as_base (NidaSheet        *sheet,
            const NidaValues *values,
            guint             kinds)
{
  if ((kinds & NIDA_KIND_BIT (NIDA_KIND_STATED)) != 0 && sheet->totals->len != sheet->base->totals->len)
    return FALSE;
  return (kinds & NIDA_KIND_BIT (NIDA_KIND_REPORTED)) == 0
         || nida_itemised_is_as_base (nida_itemised_get (sheet, values));
}

/* Rows of @selection that are the base's, or those behind. The former has none of its own: it must not be freed. */
static void
split_selection (const NidaSelection *selection,
                 guint                n_base,
                 NidaSelection       *of_base,
                 NidaSelection       *behind)
{
  guint32 n = selection->rows == NULL ? n_base : 0, high = selection->n_rows;

  while (selection->rows != NULL && n < high)
    {
      guint32 middle = n + (high - n) / 2;

      if (selection->rows[middle] < n_base)
        n = middle + 1;
      else
        high = middle;
    }
  *of_base = (NidaSelection) { .n_rows = n, .rows = selection->rows };
  behind->n_rows = selection->n_rows - n;
  behind->rows = g_new (guint32, behind->n_rows + 1);
  for (guint32 i = 0; i < behind->n_rows; i++)
    behind->rows[i] = nida_selection_row (selection, n + i);
}

/* (transfer full): a cube with the facts of @of_base, or NULL. */
static NidaCube *
get_base_facts (NidaSheet           *base,
                const NidaSelection *of_base,
                NidaQuery           *query,
                const NidaValues    *values)
{
  g_autoptr (GArray) order = of_base->rows != NULL ? order_rows (base, of_base, query->fact_kinds) : NULL;
  NidaFactsWanted wanted = { query->fact_kinds, values, order };
  g_autoptr (NidaCube) cube = nida_kept_facts_find (base, &wanted);

  if (cube != NULL)
    return g_steal_pointer (&cube);
  cube = nida_cube_new (query, NIDA_RULE_DISTINCT);
  if (order == NULL)
    order = order_rows (base, of_base, query->fact_kinds);
  if (!add_facts (cube, base, order, values, NULL))
    return NULL;
  nida_kept_facts_keep (base, &wanted, cube);
  return g_steal_pointer (&cube);
}

/* Those of the base and those behind, by the days of both. */
static gboolean
merge_facts (NidaCube         *cube,
             NidaSheet        *sheet,
             NidaCube         *known,
             GArray           *order,
             const NidaValues *values,
             gboolean          as_base,
             GError          **error)
{
  const NidaEncoded *dates = nida_sheet_get_dates (sheet);
  const guint32 *ranks = get_date_ranks (sheet);
  NidaFactColumns columns;
  NidaFactComparison comparison;
  guint n_known = nida_cube_get_n_facts (known), at = 0;
  gboolean done = TRUE;

  columns_init (&columns, sheet->dataset);
  nida_fact_comparison_init (&comparison, sheet, values);
  for (guint i = 0; i < n_known + order->len && done; i++)
    {
      const NidaFact *next = i - at < n_known ? nida_cube_get_fact (known, i - at) : NULL;
      guint64 key = next != NULL ? (guint64) ranks[nida_codes_get (dates->codes, next->row)] << 32 | next->row : G_MAXUINT64;
      gboolean is_behind = at < order->len && g_array_index (order, guint64, at) < key;
      NidaFact fact;

      if (is_behind)
        fill_fact (sheet, &columns, values, (guint32) g_array_index (order, guint64, at++), &fact);
      else
        fact = *next;
      if (is_behind || !as_base)
        {
          fact.computed = NIDA_MONEY_NONE;
          done = nida_fact_comparison_fill (&comparison, &fact, error);
        }
      nida_cube_add_fact (cube, &fact);
    }
  nida_fact_comparison_clear (&comparison);
  return done;
}

static gboolean
add_behind (NidaCube            *cube,
            NidaSheet           *sheet,
            const NidaSelection *selection,
            NidaQuery           *query,
            const NidaValues    *values,
            GError             **error)
{
  NidaSheet *base = sheet->base;
  g_autoptr (NidaSelection) behind = nida_selection_new ();
  g_autoptr (NidaCube) known = NULL;
  g_autoptr (GArray) order = NULL;
  NidaSelection of_base;
  gboolean as_base;

  split_selection (selection, base->n_rows, &of_base, behind);
  known = get_base_facts (base, &of_base, query, nida_sheet_get_values (base, values->currency, values->prices));
  if (known == NULL)            /* a sum of the base alone is too large */
    return add_all (cube, sheet, selection, query, values, error);
  order = order_rows (sheet, behind, query->fact_kinds);
  as_base = is_as_base (sheet, values, query->fact_kinds);
  if (order->len > 0 || !as_base)
    return merge_facts (cube, sheet, known, order, values, as_base, error);
  nida_cube_share_facts (cube, known);
  return TRUE;
}

gboolean
nida_facts_add (NidaCube             *cube,
                NidaSheet            *sheet,
                NidaSelection        *selection,
                NidaQuery            *query,
                const NidaValues     *values,
                GError              **error)
{
  NidaCube *same;

  if (!has_any_fact (selection, query->fact_kinds))
    return TRUE;
  same = find_same (selection, query);
  if (same != NULL)
    {
      nida_cube_share_facts (cube, same);
      return TRUE;
    }
  if (!(sheet->base != NULL && are_names_alike (sheet) ? add_behind (cube, sheet, selection, query, values, error)
                                                        : add_all (cube, sheet, selection, query, values, error)))
    return FALSE;
  remember (selection, cube);
  return TRUE;
}
