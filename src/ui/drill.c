/* The only date that is chosen, and the step that its charts are to have, say where one is; a region says so itself. Filters stand
 * in the order in which they were chosen. */
#include "config.h"

#include "drill.h"

#include "filter-values.h"
#include "regions.h"

#define NOWHERE ((NidaPeriod) { NIDA_DATE_NONE, NIDA_DATE_NONE })

/* What a stretch of time is looked at by, next; NONE for what is no year and no quarter. */
static NidaStep
finer_step (NidaPeriod period,
            guint      fiscal_start)
{
  if (!nida_period_is_span (period))
    return period.start.precision == NIDA_PRECISION_YEAR      ? NIDA_STEP_QUARTER
           : period.start.precision == NIDA_PRECISION_QUARTER ? NIDA_STEP_MONTH
                                                              : NIDA_STEP_NONE;
  return nida_period_compare (period, nida_period_of_step (period.start, NIDA_STEP_FISCAL_YEAR, fiscal_start)) == 0
         ? NIDA_STEP_QUARTER : NIDA_STEP_NONE;
}

static gboolean
get_period (const NidaFilterSet *filters,
            guint                fiscal_start,
            NidaPeriod          *period)
{
  for (guint i = 0; nida_filter_set_get_step (filters) != NIDA_STEP_NONE && i < nida_filter_set_get_n (filters); i++)
    {
      const char * const *values;

      if (nida_filter_set_get (filters, i, &values) == NIDA_FIELD_DATE)
        return values[1] == NULL && nida_filter_values_period (values[0], fiscal_start, period, NULL);
    }
  return FALSE;
}

static gboolean
lies_within (NidaPeriod inner,
             NidaPeriod outer)
{
  return nida_period_within (inner, nida_date_first_day (outer.start), nida_date_last_day (outer.end));
}

static void
choose (NidaFilterSet *filters,
        NidaPeriod     period,
        NidaStep       step,
        NidaPeriod     wider)
{
  g_autofree char *value = nida_period_to_string (period);

  nida_filter_set_clear_field (filters, NIDA_FIELD_DATE);
  nida_filter_set_set_range (filters, NIDA_DATE_NONE, NIDA_DATE_NONE);
  nida_filter_set_add (filters, NIDA_FIELD_DATE, value);
  nida_filter_set_set_step (filters, step, wider);
}

/* What spans several regions has no countries to be divided into. */
static gboolean
choose_region (NidaFilterSet  *filters,
               const NidaMark *mark)
{
  for (guint i = 0; i < mark->n_fields; i++)
    if (mark->fields[i] == NIDA_FIELD_REGION && nida_region_from_name (mark->values[i]) != 0)
      {
        nida_filter_set_clear_field (filters, NIDA_FIELD_REGION);
        nida_filter_set_add (filters, NIDA_FIELD_REGION, mark->values[i]);
        nida_filter_set_set_closer (filters, NIDA_FIELD_REGION, TRUE);
        return TRUE;
      }
  return FALSE;
}

gboolean
nida_drill_down (NidaFilterSet  *filters,
                 const NidaMark *mark,
                 guint           fiscal_start)
{
  NidaPeriod period, before = NOWHERE;

  if (choose_region (filters, mark))
    return TRUE;
  for (guint i = 0; i < mark->n_fields; i++)
    if (mark->fields[i] == NIDA_FIELD_DATE && nida_filter_values_period (mark->values[i], fiscal_start, &period, NULL) &&
        finer_step (period, fiscal_start) != NIDA_STEP_NONE)
      {
        if (!get_period (filters, fiscal_start, &before) || !lies_within (period, before))
          before = NOWHERE;
        choose (filters, period, finer_step (period, fiscal_start), before);
        return TRUE;
      }
  return FALSE;
}

guint
nida_drill_path (const NidaFilterSet *filters,
                 guint                fiscal_start,
                 NidaPeriod           path[NIDA_DRILL_MOST])
{
  NidaPeriod period;
  guint n = 0;

  if (!get_period (filters, fiscal_start, &period))
    return 0;
  if (nida_filter_set_get_wider (filters).start.precision != NIDA_PRECISION_NONE)
    path[n++] = nida_filter_set_get_wider (filters);
  path[n++] = period;
  return n;
}

void
nida_drill_to (NidaFilterSet *filters,
               guint          depth,
               guint          fiscal_start)
{
  NidaPeriod path[NIDA_DRILL_MOST];
  guint n = nida_drill_path (filters, fiscal_start, path);

  if (depth >= n)
    return;
  nida_filter_set_clear_field (filters, NIDA_FIELD_DATE);
  if (depth > 0)
    choose (filters, path[depth - 1], finer_step (path[depth - 1], fiscal_start), NOWHERE);
}

/* Which of both was looked at last; NONE for neither. */
static NidaField
find_last (const NidaFilterSet *filters,
           guint                n_periods)
{
  NidaField last = NIDA_FIELD_NONE;

  for (guint i = 0; i < nida_filter_set_get_n (filters); i++)
    {
      NidaField field = nida_filter_set_get (filters, i, NULL);

      if ((field == NIDA_FIELD_DATE && n_periods > 0) || (field == NIDA_FIELD_REGION && nida_filter_set_is_closer (filters, field)))
        last = field;
    }
  return last;
}

gboolean
nida_drill_up (NidaFilterSet *filters,
               guint          fiscal_start)
{
  NidaPeriod path[NIDA_DRILL_MOST];
  guint n = nida_drill_path (filters, fiscal_start, path);
  NidaField last = find_last (filters, n);

  if (last == NIDA_FIELD_REGION)
    nida_filter_set_clear_field (filters, NIDA_FIELD_REGION);
  else if (last == NIDA_FIELD_DATE)
    nida_drill_to (filters, n - 1, fiscal_start);
  return last != NIDA_FIELD_NONE;
}
