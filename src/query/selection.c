/* What all questions with the same filters share. */
#include "selection.h"

#include "parallel.h"

typedef struct {
  NidaSelection     *selection;
  NidaSheet         *sheet;
  const NidaEncoded *dates;
  guint16           *kinds[NIDA_MAX_THREADS];
} NidaExtentJob;

NidaSelection *
nida_selection_new (void)
{
  NidaSelection *self = g_new0 (NidaSelection, 1);

  self->undated = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->outside = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->shared = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
nida_selection_free (NidaSelection *self)
{
  g_free (self->rows);
  g_array_unref (self->undated);
  g_array_unref (self->outside);
  g_array_unref (self->shared);
  g_clear_pointer (&self->totals, g_array_unref);
  g_clear_pointer (&self->scans, g_ptr_array_unref);
  g_free (self->kinds_by_date);
  g_free (self->currencies);
  g_free (self);
}

guint
nida_selection_get_kinds (const NidaSelection *self)
{
  guint kinds = 0;

  for (guint trait = 0; trait < NIDA_N_TRAITS; trait++)
    if (self->present[trait])
      kinds |= NIDA_KIND_BIT (NIDA_TRAIT_KIND (trait));
  return kinds;
}

gboolean
nida_selection_contains (const NidaSelection *self,
                         guint32              row)
{
  guint32 low = 0, high = self->n_rows;

  if (self->rows == NULL)
    return TRUE;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->rows[middle] == row)
        return TRUE;
      if (self->rows[middle] < row)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

GArray *
nida_selection_get_totals (NidaSelection *self,
                           NidaSheet     *sheet)
{
  if (self->totals != NULL)
    return self->totals;
  self->totals = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < sheet->totals->len; i++)
    {
      guint32 row = g_array_index (sheet->totals, guint32, i);

      if (nida_selection_contains (self, row))
        g_array_append_val (self->totals, row);
    }
  return self->totals;
}

static void
collect_kinds (guint    thread,
               guint    start,
               guint    end,
               gpointer data)
{
  NidaExtentJob *job = data;
  guint16 *kinds = g_new0 (guint16, job->dates->n_codes);
  /* copies, which no write through @kinds can change */
  const NidaSelection selection = *job->selection;
  const NidaCodes codes = job->dates->codes;
  const NidaTrait *traits = job->sheet->traits;

  for (guint i = start; i < end; i++)
    {
      guint32 row = nida_selection_row (&selection, i);

      kinds[nida_codes_get (codes, row)] |= NIDA_KIND_BIT (NIDA_TRAIT_KIND (traits[row]));
    }
  job->kinds[thread] = kinds;
}

static void
fill_kinds_by_date (NidaSelection     *self,
                    NidaSheet         *sheet,
                    const NidaEncoded *dates)
{
  NidaExtentJob job = { .selection = self, .sheet = sheet, .dates = dates };

  nida_parallel_run (self->n_rows, collect_kinds, &job);
  self->kinds_by_date = g_new0 (guint16, dates->n_codes);
  for (guint i = 0; i < NIDA_MAX_THREADS; i++)
    {
      for (guint32 code = 0; job.kinds[i] != NULL && code < dates->n_codes; code++)
        self->kinds_by_date[code] |= job.kinds[i][code];
      g_free (job.kinds[i]);
    }
}

/* --- currencies --- */

#define N_KINDS 16      /* of a trait */

typedef struct {
  NidaSelection   *selection;
  NidaSheet       *sheet;
  NidaCodes        codes;
  const NidaMoney *dollars;
  guint32          n_codes;
  gboolean         complete;    /* no row is without an amount in dollars */
  guint64         *counts[NIDA_MAX_THREADS];
} NidaCurrencyJob;

/* Found once a table, since a look at every amount costs more than the counting. */
static gboolean
has_all_dollars (NidaSheet       *sheet,
                 const NidaMoney *dollars)
{
  guint n_rows = nida_dataset_get_n_rows (sheet->dataset);
  int known = g_atomic_int_get (&sheet->dollars_known);

  if (known != 0)
    return known > 0;
  known = 1;
  for (guint row = 0; row < n_rows && known > 0; row++)
    known = dollars[row] != NIDA_MONEY_NONE ? 1 : -1;
  g_atomic_int_set (&sheet->dollars_known, known);
  return known > 0;
}

/* Most tables have fewer than 256 currencies, and dollars in every row. */
static void
count_narrow (NidaCurrencyJob *job,
              guint            start,
              guint            end,
              guint64         *counts)
{
  const guint8 *codes = job->codes.data;
  const NidaTrait *traits = job->sheet->traits;
  const NidaSelection selection = *job->selection;

  for (guint i = start; i < end; i++)
    {
      guint32 row = nida_selection_row (&selection, i);

      counts[(guint) codes[row] * N_KINDS + NIDA_TRAIT_KIND (traits[row])]++;
    }
}

static void
count_currencies (guint    thread,
                  guint    start,
                  guint    end,
                  gpointer data)
{
  NidaCurrencyJob *job = data;
  guint64 *counts = g_new0 (guint64, (gsize) job->n_codes * N_KINDS);
  gboolean narrow = job->complete && job->codes.data != NULL && job->codes.width == 1;

  if (narrow)
    count_narrow (job, start, end, counts);
  for (guint i = start; i < end && !narrow; i++)
    {
      guint32 row = nida_selection_row (job->selection, i);

      counts[nida_codes_get (job->codes, row) * N_KINDS + NIDA_TRAIT_KIND (job->sheet->traits[row])] +=
        job->dollars[row] != NIDA_MONEY_NONE;
    }
  job->counts[thread] = counts;
}

static void
fill_currencies (NidaSelection *self,
                 NidaSheet     *sheet)
{
  NidaDictionary *currencies = nida_dataset_get_dictionary (sheet->dataset, NIDA_FIELD_CURRENCY);
  NidaCurrencyJob job = {
    .selection = self, .sheet = sheet, .codes = nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_CURRENCY),
    .dollars = nida_dataset_get_amounts_usd (sheet->dataset), .n_codes = nida_dictionary_get_size (currencies) + 1,
  };

  self->currencies = g_new0 (guint64, (gsize) job.n_codes * N_KINDS);
  if (job.dollars == NULL || job.n_codes < 2)
    return;
  job.complete = has_all_dollars (sheet, job.dollars);
  nida_parallel_run (self->n_rows, count_currencies, &job);
  for (guint i = 0; i < NIDA_MAX_THREADS; i++)
    {
      for (gsize at = 0; job.counts[i] != NULL && at < (gsize) job.n_codes * N_KINDS; at++)
        self->currencies[at] += job.counts[i][at];
      g_free (job.counts[i]);
    }
}

guint64
nida_selection_count_currency (NidaSelection *self,
                               NidaSheet     *sheet,
                               NidaKind       kind,
                               guint32        code)
{
  if (self->currencies == NULL)
    fill_currencies (self, sheet);
  return self->currencies[(gsize) code * N_KINDS + kind];
}

gboolean
nida_selection_get_extent (NidaSelection *self,
                           NidaSheet     *sheet,
                           guint          kinds,
                           gint32        *first,
                           gint32        *last)
{
  const NidaEncoded *dates = nida_sheet_get_dates (sheet);
  gboolean dated = FALSE;

  if (self->kinds_by_date == NULL)
    fill_kinds_by_date (self, sheet, dates);
  for (guint32 code = 1; code < dates->n_codes; code++)
    {
      NidaPeriod period = dates->periods[code];

      if (!(self->kinds_by_date[code] & kinds))
        continue;
      *first = dated ? MIN (*first, nida_date_first_day (period.start)) : nida_date_first_day (period.start);
      *last = dated ? MAX (*last, nida_date_last_day (period.end)) : nida_date_last_day (period.end);
      dated = TRUE;
    }
  return dated;
}
