/* What is the desk's own is asked of an engine that holds nothing else: its rows are few, however many the others are, and stand
 * behind them. */
#include "config.h"

#include "own-marks.h"

#include "mark-rows.h"

#include <string.h>

struct _NidaOwnMarks
{
  NidaLocalEngine *engine;
  guint            first;       /* the first of its rows in the whole dataset */
  NidaChartNews    news;
};

static gboolean
is_own (NidaDataset *dataset,
        guint        row)
{
  const NidaSourceInfo *info = nida_report_get_source (nida_dataset_get_report (dataset), nida_dataset_get_source (dataset, row));

  return info != NULL && g_strcmp0 (info->family, NIDA_FAMILY_DESK) == 0;
}

static guint
find_first (NidaDataset *dataset)
{
  guint first = nida_dataset_get_n_rows (dataset);

  while (first > 0 && is_own (dataset, first - 1))
    first--;
  return first;
}

static NidaLocalEngine *
new_engine (NidaDataset *dataset,
            guint        first)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (NidaDataset) own = NULL;

  for (guint row = first; row < nida_dataset_get_n_rows (dataset); row++)
    g_array_append_val (rows, row);
  own = nida_dataset_pick (dataset, (const guint *) (gpointer) rows->data, rows->len);
  return nida_local_engine_new (own);
}

static void
count_cb (gpointer             data,
          const NidaChartSpec *spec,
          const NidaMark      *mark,
          guint                counts[NIDA_N_NEWS])
{
  memset (counts, 0, NIDA_N_NEWS * sizeof *counts);
  counts[NIDA_NEWS_OWN] = nida_own_marks_count (data, spec, mark);
}

NidaOwnMarks *
nida_own_marks_new (NidaDataset *dataset)
{
  guint first = find_first (dataset);
  NidaOwnMarks *self;

  if (first == nida_dataset_get_n_rows (dataset))
    return NULL;
  self = g_new0 (NidaOwnMarks, 1);
  self->engine = new_engine (dataset, first);
  self->first = first;
  self->news = (NidaChartNews) { 0, count_cb, self };
  return self;
}

void
nida_own_marks_free (NidaOwnMarks *self)
{
  g_object_unref (self->engine);
  g_free (self);
}

/* An amount without a rate is in no figure; events and levels are told, whatever they state. */
static gboolean
find_unrated (NidaOwnMarks   *self,
              NidaQuery      *query,
              guint           row,
              NidaConversion *conversion)
{
  NidaRatio ratio;

  switch (nida_codes_get (nida_dataset_get_codes (nida_local_engine_get_dataset (self->engine), NIDA_FIELD_KIND), row))
    {
    case NIDA_KIND_EVENT: case NIDA_KIND_INDICATOR: case NIDA_KIND_GOAL:
      return FALSE;
    default:
      return nida_local_engine_get_conversion (self->engine, query, row, conversion, &ratio) && conversion->kind == NIDA_CONVERSION_MISSING;
    }
}

void
nida_own_marks_each_unrated (NidaOwnMarks      *self,
                             NidaQuery         *query,
                             NidaOwnAmountFunc  func,
                             gpointer           data)
{
  NidaDataset *dataset = nida_local_engine_get_dataset (self->engine);
  NidaConversion conversion;

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    if (find_unrated (self, query, row, &conversion))
      func (nida_dataset_get_amount (dataset, row), conversion.from, data);
}

/* @of_plans: money that is for no plan is in no bar. */
static guint
count_counted (NidaOwnMarks        *self,
               const NidaChartSpec *spec,
               GArray              *rows,
               gboolean             of_plans)
{
  NidaCodes appeals = nida_dataset_get_codes (nida_local_engine_get_dataset (self->engine), NIDA_FIELD_APPEAL);
  NidaConversion missing;
  guint n = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);

      n += (!of_plans || (appeals.data != NULL && nida_codes_get (appeals, row) != 0)) && !find_unrated (self, spec->query, row, &missing);
    }
  return n;
}

static guint
count_of_plans (NidaOwnMarks        *self,
                const NidaChartSpec *spec,
                const NidaMark      *mark,
                guint                measures)
{
  g_autoptr (GArray) rows = nida_mark_rows_of (spec, self->engine, mark, measures);

  return count_counted (self, spec, rows, TRUE);
}

/* A need stands with another source than the money that covers it, so both are asked for by themselves. */
guint
nida_own_marks_count (NidaOwnMarks        *self,
                      const NidaChartSpec *spec,
                      const NidaMark      *mark)
{
  g_autoptr (GArray) rows = NULL;

  if (mark != NULL && mark->row > 0)
    return mark->row > self->first;
  if (spec->kind == NIDA_CHART_COVERAGE || spec->measure == NIDA_MEASURE_GAP || spec->measure == NIDA_MEASURE_COVERAGE)
    return count_of_plans (self, spec, mark, 1u << NIDA_MEASURE_RECEIVED | 1u << NIDA_MEASURE_PLEDGED)
           + count_of_plans (self, spec, mark, 1u << NIDA_MEASURE_REQUIREMENT);
  rows = nida_mark_rows (spec, self->engine, mark);
  return count_counted (self, spec, rows, FALSE);
}

const NidaChartNews *
nida_own_marks_get_news (NidaOwnMarks *self)
{
  return &self->news;
}
