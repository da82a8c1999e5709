/* Counted in one pass. A pledge behind a million rows adds one to what was counted of these. */
#include "config.h"

#include "source-tally.h"

#include <string.h>

static void
count_rows (NidaSourceTally *self,
            NidaDataset     *dataset,
            const guint8    *publishers,
            guint            first)
{
  NidaCodes cited = nida_dataset_get_codes (dataset, NIDA_FIELD_SOURCE);
  NidaCodes kinds = nida_dataset_get_codes (dataset, NIDA_FIELD_KIND);
  NidaCodes appeals = nida_dataset_get_codes (dataset, NIDA_FIELD_APPEAL);

  for (guint row = first; row < nida_dataset_get_n_rows (dataset); row++)
    {
      guint file = self->n_files == 1 ? 0 : MIN (nida_dataset_get_source (dataset, row), self->n_files);
      guint slot = nida_codes_get (kinds, row) + (nida_codes_get (appeals, row) != 0 ? NIDA_TALLY_KINDS : 0);

      if (slot >= NIDA_TALLY_SLOTS)
        continue;
      self->by_file[file * NIDA_TALLY_SLOTS + slot]++;
      if (file == self->n_files || !publishers[file])
        self->by_code[nida_codes_get (cited, row) * NIDA_TALLY_SLOTS + slot]++;
    }
}

/* Packed dates of one precision compare as their days do. */
static void
find_days (NidaSourceTally *self,
           NidaDataset     *dataset,
           guint            first,
           guint            except)
{
  NidaDates dates = nida_dataset_get_dates (dataset);
  NidaCodes kinds = nida_dataset_get_codes (dataset, NIDA_FIELD_KIND);
  guint n_rows = nida_dataset_get_n_rows (dataset);

  for (guint row = first; dates.codes.data != NULL && row < n_rows; row++)
    {
      gint32 packed = nida_dates_get (dates, row);
      NidaDate date;

      if (packed <= self->latest_packed || (NIDA_KINDS_MONEY & NIDA_KIND_BIT (nida_codes_get (kinds, row))) == 0
          || nida_dataset_get_source (dataset, row) == except)
        continue;
      date = nida_date_unpack (packed);
      if (date.precision == NIDA_PRECISION_DAY)
        {
          self->latest = date;
          self->latest_packed = packed;
        }
      else if (self->coarse.precision == NIDA_PRECISION_NONE || nida_date_compare (date, self->coarse) > 0)
        self->coarse = date;
    }
}

static NidaSourceTally *
tally_new (NidaDataset *dataset)
{
  NidaSourceTally *self = g_new0 (NidaSourceTally, 1);

  self->n_files = nida_report_get_n_sources (nida_dataset_get_report (dataset));
  self->n_codes = nida_dictionary_get_size (nida_dataset_get_dictionary (dataset, NIDA_FIELD_SOURCE));
  self->by_file = g_new0 (guint, (self->n_files + 1) * NIDA_TALLY_SLOTS);
  self->by_code = g_new0 (guint, (self->n_codes + 1) * NIDA_TALLY_SLOTS);
  self->latest = self->coarse = NIDA_DATE_NONE;
  self->latest_packed = G_MININT32;
  return self;
}

static gpointer
make_kept (NidaDataset   *dataset,
           gconstpointer  publishers)
{
  return nida_source_tally_new (dataset, publishers, G_MAXUINT);
}

/* Returns: the first row that is not counted yet */
static guint
take_base (NidaSourceTally *self,
           NidaDataset     *dataset,
           const guint8    *publishers,
           guint            except)
{
  NidaDataset *base = nida_dataset_get_base (dataset);
  const NidaSourceTally *known;

  if (base == NULL || except < nida_report_get_n_sources (nida_dataset_get_report (base)))
    return 0;
  known = nida_dataset_keep (base, "nida-source-tally", make_kept, publishers, (GDestroyNotify) nida_source_tally_free);
  memcpy (self->by_file, known->by_file, known->n_files * NIDA_TALLY_SLOTS * sizeof (guint));
  memcpy (self->by_file + self->n_files * NIDA_TALLY_SLOTS, known->by_file + known->n_files * NIDA_TALLY_SLOTS,
          NIDA_TALLY_SLOTS * sizeof (guint));
  memcpy (self->by_code, known->by_code, (known->n_codes + 1) * NIDA_TALLY_SLOTS * sizeof (guint));
  self->latest = known->latest;
  self->coarse = known->coarse;
  self->latest_packed = known->latest_packed;
  return nida_dataset_get_n_rows (base);
}

NidaSourceTally *
nida_source_tally_new (NidaDataset  *dataset,
                       const guint8 *publishers,
                       guint         except)
{
  NidaSourceTally *self = tally_new (dataset);
  guint first = take_base (self, dataset, publishers, except);

  count_rows (self, dataset, publishers, first);
  find_days (self, dataset, first, except);
  return self;
}

void
nida_source_tally_free (NidaSourceTally *self)
{
  g_free (self->by_file);
  g_free (self->by_code);
  g_free (self);
}

NidaDate
nida_source_tally_day (const NidaSourceTally *self)
{
  if (self->latest.precision != NIDA_PRECISION_NONE && self->coarse.precision != NIDA_PRECISION_NONE
      && nida_date_first_day (self->coarse) > nida_date_last_day (self->latest))
    return self->coarse;
  return self->latest;
}
