/* One pass over the rows. */
#include "source-summary.h"

static void
note_row (NidaSourceSummary *self,
          NidaPeriod         period)
{
  if (self->first.precision == NIDA_PRECISION_NONE
      || nida_date_first_day (period.start) < nida_date_first_day (self->first))
    self->first = period.start;
  if (self->last.precision == NIDA_PRECISION_NONE || nida_date_last_day (period.end) > nida_date_last_day (self->last))
    self->last = period.end;
}

static void
note_spans (NidaDataset *dataset,
            GArray      *summaries)
{
  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      NidaPeriod period = nida_dataset_get_period (dataset, row);
      guint n_merged;
      const NidaMergedRow *merged = nida_dataset_get_merged (dataset, row, &n_merged);

      if (period.start.precision == NIDA_PRECISION_NONE)
        continue;
      if (period.end.precision == NIDA_PRECISION_NONE)
        period.end = period.start;
      note_row (&g_array_index (summaries, NidaSourceSummary, nida_dataset_get_source (dataset, row)), period);
      for (guint i = 0; i < n_merged; i++)
        note_row (&g_array_index (summaries, NidaSourceSummary, merged[i].source), period);
    }
}

/**
 * nida_source_summaries_new:
 *
 * Returns: (transfer full) (element-type NidaSourceSummary): one of each source of the report, in its order
 */
GArray *
nida_source_summaries_new (NidaDataset *dataset)
{
  NidaReport *report;
  GArray *summaries = g_array_new (FALSE, TRUE, sizeof (NidaSourceSummary));

  g_return_val_if_fail (NIDA_IS_DATASET (dataset), summaries);

  report = nida_dataset_get_report (dataset);
  g_array_set_size (summaries, nida_report_get_n_sources (report));
  for (guint i = 0; i < summaries->len; i++)
    g_array_index (summaries, NidaSourceSummary, i) = (NidaSourceSummary) { NIDA_DATE_NONE, NIDA_DATE_NONE };
  note_spans (dataset, summaries);
  return summaries;
}
