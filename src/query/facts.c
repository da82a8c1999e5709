/* Facts are handed out whole, with what the dataset's own rows add up to beside a stated or reported total.
 *
 * Such a total is compared with the rows that agree in everything that it states of appeal, donor, recipient, category and
 * country, and that lie wholly in its span: requirements (levels never added) with a stated one, flows received, each
 * once, with a reported one. The filters of the question do not narrow that comparison. */
#include "config.h"

#include "facts.h"

#include "engine.h"
#include "itemised.h"
#include "levels.h"
#include "translate.h"

/* Requirements by code of one field: those of code c stand from starts[c] to starts[c + 1]. */
typedef struct {
  guint32 *starts;
  guint32 *rows;
} NidaRowsByCode;

typedef struct {
  NidaSheet       *sheet;
  const NidaValues *values;
  NidaCodes        codes[NIDA_N_STATED_FIELDS];
  NidaRowsByCode   by_code[NIDA_N_STATED_FIELDS];
  NidaQuery       *plain;              /* for levels: no groups */
  GArray          *needs;              /* guint32: all requirements */
  const NidaItemised *itemised;        /* once it is needed */
  GArray          *found;              /* guint32: of one fact */
  gint32           first_day, last_day;  /* of its span */
} NidaComparison;

/* --- rows to compare with --- */

static void
fill_rows_by_code (NidaComparison *self,
                   guint           field)
{
  NidaRowsByCode *by_code = &self->by_code[field];
  guint32 size = nida_dictionary_get_size (nida_dataset_get_dictionary (self->sheet->dataset, nida_stated_fields[field]));
  g_autofree guint32 *next = NULL;

  by_code->starts = g_new0 (guint32, size + 2);
  by_code->rows = g_new (guint32, self->needs->len + 1);
  for (guint i = 0; i < self->needs->len; i++)
    by_code->starts[nida_codes_get (self->codes[field], g_array_index (self->needs, guint32, i)) + 1]++;
  for (guint32 code = 0; code <= size; code++)
    by_code->starts[code + 1] += by_code->starts[code];
  next = g_memdup2 (by_code->starts, (size + 2) * sizeof *next);
  for (guint i = 0; i < self->needs->len; i++)
    {
      guint32 row = g_array_index (self->needs, guint32, i);

      by_code->rows[next[nida_codes_get (self->codes[field], row)]++] = row;
    }
}

/* The field that leaves the fewest rows to look at; NIDA_N_STATED_FIELDS when the fact states none of them. */
static guint
narrowest_field (NidaComparison *self,
                 guint32         fact)
{
  guint best = NIDA_N_STATED_FIELDS;
  guint32 fewest = G_MAXUINT32;

  for (guint field = 0; field < NIDA_N_STATED_FIELDS; field++)
    {
      guint32 code = nida_codes_get (self->codes[field], fact);
      guint32 n;

      if (code == 0)
        continue;
      if (self->by_code[field].rows == NULL)
        fill_rows_by_code (self, field);
      n = self->by_code[field].starts[code + 1] - self->by_code[field].starts[code];
      if (n < fewest)
        {
          fewest = n;
          best = field;
        }
    }
  return best;
}

static gboolean
is_part_of (NidaComparison *self,
            guint32         row,
            guint32         fact,
            gboolean        dated)
{
  for (guint field = 0; field < NIDA_N_STATED_FIELDS; field++)
    {
      guint32 code = nida_codes_get (self->codes[field], fact);

      if (code != 0 && code != nida_codes_get (self->codes[field], row))
        return FALSE;
    }
  return !dated || nida_period_within (nida_dataset_get_period (self->sheet->dataset, row), self->first_day, self->last_day);
}

static void
consider (NidaComparison *self,
          guint32         row,
          guint32         fact,
          gboolean        dated)
{
  if (is_part_of (self, row, fact, dated))
    g_array_append_val (self->found, row);
}

/* Valid until the next fact. */
static GArray *
find_rows (NidaComparison *self,
           guint32         fact,
           NidaPeriod      span)
{
  gboolean dated = span.start.precision != NIDA_PRECISION_NONE;
  guint field = narrowest_field (self, fact);

  g_array_set_size (self->found, 0);
  self->first_day = dated ? nida_date_first_day (span.start) : 0;
  self->last_day = dated ? nida_date_last_day (span.end) : 0;

  if (field == NIDA_N_STATED_FIELDS)
    for (guint i = 0; i < self->needs->len; i++)
      consider (self, g_array_index (self->needs, guint32, i), fact, dated);
  else
    {
      NidaRowsByCode *by_code = &self->by_code[field];
      guint32 code = nida_codes_get (self->codes[field], fact);

      for (guint32 i = by_code->starts[code]; i < by_code->starts[code + 1]; i++)
        consider (self, by_code->rows[i], fact, dated);
    }
  return self->found;
}

static gboolean
fail_too_large (GError **error)
{
  g_set_error_literal (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_OVERFLOW, _("A sum is too large to be exact."));
  return FALSE;
}

static gboolean
compare_reported (NidaComparison  *self,
                  NidaFact        *fact,
                  GError         **error)
{
  NidaSum sum;

  if (self->itemised == NULL)
    self->itemised = nida_itemised_get (self->sheet, self->values);
  sum = nida_itemised_sum (self->itemised, self->sheet, fact->row);
  fact->computed_rows = sum.rows;
  return sum.rows == 0 || nida_fine_to_money (sum.sum, &fact->computed) || fail_too_large (error);
}

/* Levels are never added. */
static gboolean
compare_stated (NidaComparison  *self,
                NidaFact        *fact,
                GError         **error)
{
  GArray *rows = find_rows (self, fact->row, fact->period);
  NidaSum sum = { 0, 0 };
  NidaLevels levels;

  nida_levels_init (&levels, self->sheet, self->plain, self->values, rows);
  for (guint i = 0; i < levels.total_rows->len; i++)
    nida_values_add (self->values, g_array_index (levels.total_rows, guint32, i), &sum);
  nida_levels_clear (&levels);
  fact->computed_rows = sum.rows;
  return sum.rows == 0 || nida_values_to_money (self->values, sum.sum, &fact->computed) || fail_too_large (error);
}

static void
comparison_init (NidaComparison  *self,
                 NidaSheet       *sheet,
                 const NidaValues *values)
{
  *self = (NidaComparison) { .sheet = sheet, .values = values, .plain = nida_query_new (),
                              .needs = g_array_new (FALSE, FALSE, sizeof (guint32)),
                              .found = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  for (guint field = 0; field < NIDA_N_STATED_FIELDS; field++)
    self->codes[field] = nida_dataset_get_codes (sheet->dataset, nida_stated_fields[field]);
  for (guint i = 0; i < sheet->totals->len; i++)
    {
      guint32 row = g_array_index (sheet->totals, guint32, i);

      if (NIDA_TRAIT_KIND (sheet->traits[row]) == NIDA_KIND_REQUIREMENT)
        g_array_append_val (self->needs, row);
    }
}

static void
comparison_clear (NidaComparison *self)
{
  for (guint field = 0; field < NIDA_N_STATED_FIELDS; field++)
    {
      g_free (self->by_code[field].starts);
      g_free (self->by_code[field].rows);
    }
  nida_query_unref (self->plain);
  g_array_unref (self->needs);
  g_array_unref (self->found);
}

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

/* By code of the date its place among all dates; equal ones have one place. */
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
  g_autofree guint32 *ranks = rank_dates (dates);
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

gboolean
nida_facts_add (NidaCube             *cube,
                NidaSheet            *sheet,
                NidaSelection        *selection,
                NidaQuery            *query,
                const NidaValues     *values,
                GError              **error)
{
  g_autoptr (GArray) rows = NULL;
  NidaFactColumns columns;
  NidaComparison comparison;
  NidaCube *same;
  gboolean done = TRUE;

  if (!has_any_fact (selection, query->fact_kinds))
    return TRUE;
  same = find_same (selection, query);
  if (same != NULL)
    {
      nida_cube_share_facts (cube, same);
      return TRUE;
    }
  rows = order_rows (sheet, selection, query->fact_kinds);
  columns_init (&columns, sheet->dataset);
  comparison_init (&comparison, sheet, values);
  for (guint i = 0; i < rows->len && done; i++)
    {
      NidaFact fact;

      fill_fact (sheet, &columns, values, (guint32) g_array_index (rows, guint64, i), &fact);
      if (fact.kind == NIDA_KIND_STATED)
        done = compare_stated (&comparison, &fact, error);
      else if (fact.kind == NIDA_KIND_REPORTED)
        done = compare_reported (&comparison, &fact, error);
      nida_cube_add_fact (cube, &fact);
    }
  comparison_clear (&comparison);
  if (done)
    remember (selection, cube);
  return done;
}
