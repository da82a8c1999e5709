/* A stated or reported total is compared with the rows that agree in everything that it states of appeal, donor, recipient,
 * category and country, and that lie wholly in its span: requirements (levels never added) with a stated one, flows received,
 * each once, with a reported one. The filters of a question do not narrow that comparison. */
#include "config.h"

#include "facts-compare.h"

#include "engine.h"
#include "levels.h"
#include "translate.h"

/* --- rows to compare with --- */

static void
fill_rows_by_code (NidaFactComparison *self,
                   guint               field)
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
narrowest_field (NidaFactComparison *self,
                 guint32             fact)
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
is_part_of (NidaFactComparison *self,
            guint32             row,
            guint32             fact,
            gboolean            dated)
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
consider (NidaFactComparison *self,
          guint32             row,
          guint32             fact,
          gboolean            dated)
{
  if (is_part_of (self, row, fact, dated))
    g_array_append_val (self->found, row);
}

/* Valid until the next fact. */
static GArray *
find_rows (NidaFactComparison *self,
           guint32             fact,
           NidaPeriod          span)
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
compare_reported (NidaFactComparison *self,
                  NidaFact           *fact,
                  GError            **error)
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
compare_stated (NidaFactComparison *self,
                NidaFact           *fact,
                GError            **error)
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

void
nida_fact_comparison_init (NidaFactComparison *self,
                           NidaSheet          *sheet,
                           const NidaValues   *values)
{
  *self = (NidaFactComparison) { .sheet = sheet, .values = values, .plain = nida_query_new (),
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

void
nida_fact_comparison_clear (NidaFactComparison *self)
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

gboolean
nida_fact_comparison_fill (NidaFactComparison  *self,
                           NidaFact            *fact,
                           GError             **error)
{
  if (fact->kind == NIDA_KIND_STATED)
    return compare_stated (self, fact, error);
  return fact->kind != NIDA_KIND_REPORTED || compare_reported (self, fact, error);
}
