/* What all questions with the same filters share. */
#include "selection.h"

#include "parallel.h"

#include <string.h>

NidaSelection *
nida_selection_new (void)
{
  NidaSelection *self = g_new0 (NidaSelection, 1);

  self->fixed = g_array_new (FALSE, FALSE, sizeof (NidaFixedCode));
  self->undated = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->outside = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->shared = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_mutex_init (&self->lock);
  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

NidaSelection *
nida_selection_ref (NidaSelection *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_selection_free (NidaSelection *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->of_base, nida_selection_free);
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->overlaps, g_array_unref);
  g_clear_pointer (&self->of_plans, nida_selection_free);
  g_clear_pointer (&self->with_facts, g_ptr_array_unref);
  g_clear_pointer (&self->levels, nida_level_work_unref);
  g_free (self->rows);
  g_array_unref (self->fixed);
  g_array_unref (self->undated);
  g_array_unref (self->outside);
  g_array_unref (self->shared);
  g_clear_pointer (&self->totals, g_array_unref);
  g_clear_pointer (&self->scans, g_ptr_array_unref);
  g_free (self->extents);
  g_free (self->currencies);
  g_free (self);
}

NidaSelection *
nida_selection_new_behind (const NidaSelection *self)
{
  NidaSelection *behind = nida_selection_new ();
  guint32 n_base = self->of_base->n_rows;

  behind->n_rows = self->n_rows - n_base;
  behind->rows = g_new (guint32, behind->n_rows + 1);
  for (guint32 i = 0; i < behind->n_rows; i++)
    behind->rows[i] = nida_selection_row (self, n_base + i);
  memcpy (behind->present, self->present, sizeof behind->present);
  return behind;
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
nida_selection_get_fixed (const NidaSelection *self,
                          NidaCodes            codes,
                          guint32             *code)
{
  for (guint i = 0; i < self->fixed->len; i++)
    {
      const NidaFixedCode *fixed = &g_array_index (self->fixed, NidaFixedCode, i);

      if (fixed->codes.data != codes.data)
        continue;
      *code = fixed->code;
      return TRUE;
    }
  return FALSE;
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
  guint32 at = 0;

  if (self->totals != NULL)
    return self->totals;
  self->totals = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < sheet->totals->len; i++)
    {
      guint32 row = g_array_index (sheet->totals, guint32, i);

      while (self->rows != NULL && at < self->n_rows && self->rows[at] < row)
        at++;
      if (self->rows == NULL || (at < self->n_rows && self->rows[at] == row))
        g_array_append_val (self->totals, row);
    }
  return self->totals;
}

/* --- what there is of each kind --- */

#define N_KINDS 16      /* of a trait */

typedef struct {
  NidaSelection *selection;
  NidaSheet     *sheet;
  NidaCodes      dates;
  guint32        n_dates;
  guint16       *kinds[NIDA_MAX_THREADS];       /* by code of the date: NIDA_KIND_BIT of its rows */
  NidaCodes      currencies;
  guint32        n_currencies;
  const NidaMoney *dollars;                     /* NULL: nothing is known of currencies */
  guint64       *counts[NIDA_MAX_THREADS];      /* by code of the currency and kind */
} NidaProfileJob;

/* Found once a table, since a look at every amount costs more than the counting. */
static gboolean
has_all_dollars (NidaSheet       *sheet,
                 const NidaMoney *dollars)
{
  guint n_rows = nida_dataset_get_n_rows (sheet->dataset);
  int known = g_atomic_int_get (&sheet->dollars_known);

  if (known != 0)
    return known > 0;
  if (dollars == NULL)
    return n_rows == 0;
  known = sheet->base == NULL || has_all_dollars (sheet->base, nida_dataset_get_amounts_usd (sheet->base->dataset)) ? 1 : -1;
  for (guint row = sheet->base != NULL ? sheet->base->n_rows : 0; row < n_rows && known > 0; row++)
    known = dollars[row] != NIDA_MONEY_NONE ? 1 : -1;
  g_atomic_int_set (&sheet->dollars_known, known);
  return known > 0;
}

#define COLLECT(type)                                                                       \
  G_STMT_START {                                                                            \
    const type *codes = job->dates.data;                                                    \
    for (guint i = start; i < end; i++)                                                     \
      {                                                                                     \
        guint32 row = nida_selection_row (&selection, i);                                   \
        kinds[codes[row]] |= NIDA_KIND_BIT (NIDA_TRAIT_KIND (traits[row]));                 \
      }                                                                                     \
  } G_STMT_END

static void
collect_kinds (const NidaProfileJob *job,
               guint                 start,
               guint                 end,
               guint16              *kinds)
{
  /* copies, which no write through @kinds can change */
  const NidaSelection selection = *job->selection;
  const NidaTrait *traits = job->sheet->traits;

  switch (job->dates.data == NULL ? 0 : job->dates.width)
    {
    case 0: break;                  /* no row is dated */
    case 1: COLLECT (guint8); break;
    case 2: COLLECT (guint16); break;
    default: COLLECT (guint32); break;
    }
}

#undef COLLECT

/* Most tables have fewer than 256 currencies, and dollars in every row. Neighbours are often alike: they are counted in
 * two places, so that one need not wait for the other. */
static void
count_narrow (const NidaProfileJob *job,
              guint                 start,
              guint                 end,
              guint64              *counts)
{
  const guint8 *codes = job->currencies.data;
  const NidaTrait *traits = job->sheet->traits;
  const NidaSelection selection = *job->selection;
  gsize n = (gsize) job->n_currencies * N_KINDS;
  g_autofree guint64 *odd = g_new0 (guint64, n);

  for (guint i = start; i + 1 < end; i += 2)
    {
      guint32 row = nida_selection_row (&selection, i), next = nida_selection_row (&selection, i + 1);

      counts[(guint) codes[row] * N_KINDS + NIDA_TRAIT_KIND (traits[row])]++;
      odd[(guint) codes[next] * N_KINDS + NIDA_TRAIT_KIND (traits[next])]++;
    }
  if ((end - start) % 2 == 1)
    {
      guint32 row = nida_selection_row (&selection, end - 1);

      counts[(guint) codes[row] * N_KINDS + NIDA_TRAIT_KIND (traits[row])]++;
    }
  for (gsize at = 0; at < n; at++)
    counts[at] += odd[at];
}

static void
count_currencies (const NidaProfileJob *job,
                  guint                 start,
                  guint                 end,
                  guint64              *counts)
{
  for (guint i = start; i < end; i++)
    {
      guint32 row = nida_selection_row (job->selection, i);

      counts[nida_codes_get (job->currencies, row) * N_KINDS + NIDA_TRAIT_KIND (job->sheet->traits[row])] +=
        job->dollars[row] != NIDA_MONEY_NONE;
    }
}

static void
profile_share (guint         thread,
               NidaRowShare *rows,
               gpointer      data)
{
  NidaProfileJob *job = data;
  gboolean narrow = job->currencies.data != NULL && job->currencies.width == 1 && job->sheet->dollars_known > 0;
  guint start, end;

  job->kinds[thread] = g_new0 (guint16, job->n_dates);
  job->counts[thread] = g_new0 (guint64, (gsize) job->n_currencies * N_KINDS);
  while (nida_row_share_take (rows, &start, &end))
    {
      collect_kinds (job, start, end, job->kinds[thread]);
      if (job->dollars != NULL && narrow)
        count_narrow (job, start, end, job->counts[thread]);
      else if (job->dollars != NULL)
        count_currencies (job, start, end, job->counts[thread]);
    }
}

/* The first and last day of each kind, from the dates that have rows of it. */
static void
widen_extents (NidaSelection     *self,
               const NidaEncoded *dates,
               const guint16     *kinds)
{
  for (guint32 code = 1; code < dates->n_codes; code++)
    {
      gint32 first, last;

      if (kinds[code] == 0)
        continue;
      first = nida_date_first_day (dates->periods[code].start);
      last = nida_date_last_day (dates->periods[code].end);
      for (guint kind = 0; kind < N_KINDS; kind++)
        if (kinds[code] & NIDA_KIND_BIT (kind))
          {
            NidaExtent *extent = &self->extents[kind];

            extent->first = extent->dated ? MIN (extent->first, first) : first;
            extent->last = extent->dated ? MAX (extent->last, last) : last;
            extent->dated = TRUE;
          }
    }
}

static void make_profile (NidaSelection *self, NidaSheet *sheet);

/* Codes of the base are codes here. FALSE where the base had no currencies to count. */
static gboolean
take_profile (NidaSelection *self,
              NidaSheet     *sheet,
              gboolean       currencies)
{
  NidaSelection *known = self->of_base;
  NidaDataset *base = sheet->base->dataset;
  gsize n_known = (gsize) nida_dictionary_get_size (nida_dataset_get_dictionary (base, NIDA_FIELD_CURRENCY)) + 1;

  if (currencies && n_known < 2)
    return FALSE;
  g_mutex_lock (&known->lock);
  if (known->extents == NULL)
    make_profile (known, sheet->base);
  memcpy (self->extents, known->extents, N_KINDS * sizeof *self->extents);
  if (currencies)
    memcpy (self->currencies, known->currencies, n_known * N_KINDS * sizeof *self->currencies);
  g_mutex_unlock (&known->lock);
  return TRUE;
}

static void
make_profile (NidaSelection *self,
              NidaSheet     *sheet)
{
  g_autoptr (NidaSelection) behind = NULL;
  const NidaEncoded *dates = nida_sheet_get_dates (sheet);
  NidaProfileJob job = {
    .selection = self, .sheet = sheet, .dates = dates->codes, .n_dates = dates->n_codes,
    .currencies = nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_CURRENCY),
    .n_currencies = nida_dictionary_get_size (nida_dataset_get_dictionary (sheet->dataset, NIDA_FIELD_CURRENCY)) + 1,
    .dollars = nida_dataset_get_amounts_usd (sheet->dataset),
  };

  if (job.n_currencies < 2)
    job.dollars = NULL;
  if (job.dollars != NULL)
    has_all_dollars (sheet, job.dollars);
  self->extents = g_new0 (NidaExtent, N_KINDS);
  self->currencies = g_new0 (guint64, (gsize) job.n_currencies * N_KINDS);
  if (self->of_base != NULL && take_profile (self, sheet, job.dollars != NULL))
    job.selection = behind = nida_selection_new_behind (self);
  nida_parallel_share (job.selection->n_rows, profile_share, &job);
  for (guint i = 0; i < NIDA_MAX_THREADS && job.kinds[i] != NULL; i++)
    {
      widen_extents (self, dates, job.kinds[i]);
      for (gsize at = 0; at < (gsize) job.n_currencies * N_KINDS; at++)
        self->currencies[at] += job.counts[i][at];
      g_free (job.kinds[i]);
      g_free (job.counts[i]);
    }
}

guint64
nida_selection_count_currency (NidaSelection *self,
                               NidaSheet     *sheet,
                               NidaKind       kind,
                               guint32        code)
{
  if (self->extents == NULL)
    make_profile (self, sheet);
  return self->currencies[(gsize) code * N_KINDS + kind];
}

gboolean
nida_selection_get_extent (NidaSelection *self,
                           NidaSheet     *sheet,
                           guint          kinds,
                           gint32        *first,
                           gint32        *last)
{
  gboolean dated = FALSE;

  if (self->extents == NULL)
    make_profile (self, sheet);
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      const NidaExtent *extent = &self->extents[kind];

      if (!extent->dated || !(kinds & NIDA_KIND_BIT (kind)))
        continue;
      *first = dated ? MIN (*first, extent->first) : extent->first;
      *last = dated ? MAX (*last, extent->last) : extent->last;
      dated = TRUE;
    }
  return dated;
}
