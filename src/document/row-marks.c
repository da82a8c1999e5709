/* A few rows are asked of an engine that holds nothing else, however many the others are. */
#include "config.h"

#include "row-marks.h"

#include "mark-rows.h"

#define MOST_CAME 10000

struct _NidaRowMarks
{
  gatomicrefcount  ref_count;
  NidaLocalEngine *engine;
  GArray          *rows;        /* guint, ascending: what they are in the whole dataset */
  guint            serial;
};

static gboolean
is_own (NidaDataset *dataset,
        guint        row)
{
  const NidaSourceInfo *info = nida_report_get_source (nida_dataset_get_report (dataset), nida_dataset_get_source (dataset, row));

  return info != NULL && g_strcmp0 (info->family, NIDA_FAMILY_DESK) == 0;
}

/**
 * nida_row_marks_new:
 * @rows: (element-type guint): rows of @dataset, ascending
 *
 * Returns: (transfer full) (nullable): what tells of marks whether they hold any of @rows; %NULL where there are none
 */
NidaRowMarks *
nida_row_marks_new (NidaDataset  *dataset,
                    const GArray *rows)
{
  static gint last_serial;
  g_autoptr (NidaDataset) picked = NULL;
  NidaRowMarks *self;

  if (rows->len == 0)
    return NULL;
  picked = nida_dataset_pick (dataset, (const guint *) (gpointer) rows->data, rows->len);
  self = g_new0 (NidaRowMarks, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->engine = nida_local_engine_new (picked);
  self->rows = g_array_copy ((GArray *) rows);
  self->serial = (guint) g_atomic_int_add (&last_serial, 1) + 1;
  return self;
}

/* They stand behind all others. */
NidaRowMarks *
nida_row_marks_new_own (NidaDataset *dataset)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = nida_dataset_get_n_rows (dataset);

  while (first > 0 && is_own (dataset, first - 1))
    first--;
  for (guint row = first; row < nida_dataset_get_n_rows (dataset); row++)
    g_array_append_val (rows, row);
  return nida_row_marks_new (dataset, rows);
}

NidaRowMarks *
nida_row_marks_new_came (NidaDataset  *dataset,
                         const GArray *rows)
{
  return rows->len <= MOST_CAME ? nida_row_marks_new (dataset, rows) : NULL;
}

NidaRowMarks *
nida_row_marks_ref (NidaRowMarks *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_row_marks_unref (NidaRowMarks *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->engine);
  g_array_unref (self->rows);
  g_free (self);
}

guint
nida_row_marks_get_serial (NidaRowMarks *self)
{
  return self->serial;
}

/* An amount without a rate is in no figure; events and levels are told, whatever they state. */
static gboolean
find_unrated (NidaRowMarks   *self,
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
nida_row_marks_each_unrated (NidaRowMarks      *self,
                             NidaQuery         *query,
                             NidaRowAmountFunc  func,
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
count_counted (NidaRowMarks        *self,
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
count_of_plans (NidaRowMarks        *self,
                const NidaChartSpec *spec,
                const NidaMark      *mark,
                guint                measures)
{
  g_autoptr (GArray) rows = nida_mark_rows_of (spec, self->engine, mark, measures);

  return count_counted (self, spec, rows, TRUE);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return (*(const guint *) a > *(const guint *) b) - (*(const guint *) a < *(const guint *) b);
}

static gboolean
has_row (NidaRowMarks *self,
         guint         row)
{
  return g_array_binary_search (self->rows, &row, compare_rows, NULL);
}

/* A need stands with another source than the money that covers it, so both are asked for by themselves. */
guint
nida_row_marks_count (NidaRowMarks        *self,
                      const NidaChartSpec *spec,
                      const NidaMark      *mark)
{
  g_autoptr (GArray) rows = NULL;

  if (mark != NULL && mark->row > 0)
    return has_row (self, mark->row - 1);
  if (spec->kind == NIDA_CHART_COVERAGE || spec->measure == NIDA_MEASURE_GAP || spec->measure == NIDA_MEASURE_COVERAGE)
    return count_of_plans (self, spec, mark, 1u << NIDA_MEASURE_RECEIVED | 1u << NIDA_MEASURE_PLEDGED)
           + count_of_plans (self, spec, mark, 1u << NIDA_MEASURE_REQUIREMENT);
  rows = nida_mark_rows (spec, self->engine, mark);
  return count_counted (self, spec, rows, FALSE);
}
