/* A person's filters on the charts of a board: which of them each chart takes, and what it says of the others. */
#include "config.h"

#include "board.h"

#include "chart-traits.h"
#include "filter-values.h"
#include "query-words.h"

#include <string.h>

/* A filter on what a need has not cannot narrow it, and would leave nothing. */
static gboolean
narrows_money_only (NidaField field)
{
  switch (field)
    {
    case NIDA_FIELD_KIND:
    case NIDA_FIELD_DIRECTION:
    case NIDA_FIELD_DONOR:
    case NIDA_FIELD_DONOR_COUNTRY:
    case NIDA_FIELD_DONOR_TYPE:
    case NIDA_FIELD_DONOR_GROUP:
    case NIDA_FIELD_RECIPIENT:
    case NIDA_FIELD_PARTNER:
    case NIDA_FIELD_EMERGENCY:
    case NIDA_FIELD_BOUNDARY:
    case NIDA_FIELD_ON_BOUNDARY:
    case NIDA_FIELD_FLOW_TYPE:
    case NIDA_FIELD_EARMARKING:
    case NIDA_FIELD_METHOD:
    case NIDA_FIELD_CONTRIBUTION:
    case NIDA_FIELD_DUE:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
nida_board_need_has (NidaField field)
{
  return !narrows_money_only (field);
}

gboolean
nida_board_is_about_needs (const NidaChartSpec *spec)
{
  return spec->kind == NIDA_CHART_COVERAGE || spec->kind == NIDA_CHART_WATERFALL || nida_measure_is_of_needs (spec->measure);
}

static gboolean
says_dates (NidaQuery *query)
{
  const char * const *values;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    if (nida_query_get_filter (query, i, &values) == NIDA_FIELD_DATE)
      return TRUE;
  return query->from.precision != NIDA_PRECISION_NONE || query->to.precision != NIDA_PRECISION_NONE;
}

static gboolean
is_over_time (const NidaChartSpec *spec)
{
  const NidaChartTraits *traits = nida_chart_kind_get_traits (spec->kind);

  for (guint i = 0; i < spec->query->n_by; i++)
    if (spec->query->by[i].field == NIDA_FIELD_DATE)
      return TRUE;
  return spec->panels == NIDA_FIELD_DATE || traits->years || traits->min_periods > 0 || nida_chart_kind_is_along_time (spec->kind);
}

gboolean
nida_board_adds_needs (const NidaChartSpec *spec)
{
  return nida_board_is_about_needs (spec) && !is_over_time (spec);
}

gboolean
nida_board_keep_year (const NidaBoard *board,
                      NidaChartSpec   *spec)
{
  if (board->year == NULL || !nida_board_adds_needs (spec) || says_dates (spec->query))
    return FALSE;
  nida_query_add_filter (spec->query, NIDA_FIELD_DATE, board->year);
  return TRUE;
}

static gboolean
is_of_step (NidaPeriod period,
            NidaStep   step,
            guint      fiscal_start)
{
  const NidaDate first = { nida_date_first_day (period.start), NIDA_PRECISION_DAY };

  return step != NIDA_STEP_NONE && period.start.precision != NIDA_PRECISION_NONE
         && nida_period_compare (period, nida_period_of_step (first, step, fiscal_start)) == 0;
}

/* Can each of @values be a column of the timeline? One without a step of its own chooses it when it is drawn, and shows what is
 * finer than its columns alone (chart/timeline-chosen). */
static gboolean
are_columns (const NidaChartSpec *spec,
             const char * const  *values,
             guint                fiscal_start)
{
  static const NidaStep steps[] = { NIDA_STEP_YEAR, NIDA_STEP_FISCAL_YEAR, NIDA_STEP_QUARTER, NIDA_STEP_MONTH };

  for (guint i = 0; values[i] != NULL; i++)
    {
      NidaPeriod period;
      gboolean any = FALSE;

      if (!nida_filter_values_period (values[i], fiscal_start, &period, NULL))
        return FALSE;
      for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
        any |= spec->step == NIDA_STEP_NONE && is_of_step (period, steps[s], fiscal_start);
      if (!any && !is_of_step (period, spec->step, fiscal_start))
        return FALSE;
    }
  return TRUE;
}

/* What the bars of the chart are, where they are one field's; NONE for any other chart. */
static NidaField
own_field (const NidaChartSpec *spec)
{
  switch (spec->kind)
    {
    case NIDA_CHART_RANKING:
    case NIDA_CHART_PARTS:
    case NIDA_CHART_WAFFLE:
    case NIDA_CHART_TREEMAP:
      return spec->query->n_by == 1 && spec->query->by[0].field != NIDA_FIELD_DATE ? spec->query->by[0].field : NIDA_FIELD_NONE;
    case NIDA_CHART_COVERAGE:
      return spec->query->n_by == 0 ? NIDA_FIELD_APPEAL : spec->query->by[0].field;
    case NIDA_CHART_TIMELINE:
      return spec->stack != NIDA_STACK_CUMULATIVE ? NIDA_FIELD_DATE : NIDA_FIELD_NONE;
    default:
      return NIDA_FIELD_NONE;
    }
}

/* Coverage that is told no field is of plans, and of the objectives of a plan that is alone. */
static gboolean
is_only_plan (const NidaChartSpec *spec,
              const char * const  *chosen)
{
  return spec->kind == NIDA_CHART_COVERAGE && spec->query->n_by == 0 && chosen[0] != NULL && chosen[1] == NULL;
}

/* Charts that are filtered by their own field show all of it, so that another value can be chosen, unless it was chosen from a list,
 * which has the others. A filter that the chart has of itself says what it is about, and is replaced. */
static gboolean
keeps_all (const NidaChartSpec *spec,
           NidaField            field,
           const char * const  *chosen,
           NidaQuery           *filters)
{
  const char * const *values;

  if (field == NIDA_FIELD_NONE || own_field (spec) != field || is_only_plan (spec, chosen) || (filters->alone & NIDA_ALONE_BIT (field)) != 0)
    return FALSE;
  for (guint i = 0; i < nida_query_get_n_filters (spec->query); i++)
    if (nida_query_get_filter (spec->query, i, &values) == field)
      return FALSE;
  return field != NIDA_FIELD_DATE || are_columns (spec, chosen, filters->fiscal_start);
}

/* --- whole years of needs --- */

static NidaPeriod
widen (NidaPeriod period)
{
  int first, last, month, day;

  nida_civil_from_days (nida_date_first_day (period.start), &first, &month, &day);
  nida_civil_from_days (nida_date_last_day (period.end), &last, &month, &day);
  return (NidaPeriod) { nida_date_new_year (first), nida_date_new_year (last) };
}

static gboolean
is_whole_years (NidaPeriod period)
{
  NidaPeriod wide = widen (period);

  return nida_date_first_day (period.start) == nida_date_first_day (wide.start)
         && nida_date_last_day (period.end) == nida_date_last_day (wide.end);
}

static void
add_once (GPtrArray *values,
          char      *value)
{
  if (g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
    g_free (value);
  else
    g_ptr_array_add (values, value);
}

/* The years that the periods lie in; (transfer full), NULL where all are whole years, or undated, already. */
static char **
widen_values (const char * const *values,
              guint               fiscal_start)
{
  g_autoptr (GPtrArray) wide = g_ptr_array_new_with_free_func (g_free);
  gboolean any = FALSE;

  for (guint i = 0; values[i] != NULL; i++)
    {
      NidaPeriod period;
      gboolean finer = nida_filter_values_period (values[i], fiscal_start, &period, NULL)
                       && period.start.precision != NIDA_PRECISION_NONE && !is_whole_years (period);

      any |= finer;
      add_once (wide, finer ? nida_period_to_string (widen (period)) : g_strdup (values[i]));
    }
  g_ptr_array_add (wide, NULL);
  return any ? (char **) g_ptr_array_free (g_steal_pointer (&wide), FALSE) : NULL;
}

/* Does the span begin or end within a year? */
static gboolean
is_within_a_year (NidaQuery *filters)
{
  const NidaPeriod from = { filters->from, filters->from }, to = { filters->to, filters->to };

  return (from.start.precision != NIDA_PRECISION_NONE
          && nida_date_first_day (from.start) != nida_date_first_day (widen (from).start))
         || (to.start.precision != NIDA_PRECISION_NONE && nida_date_last_day (to.start) != nida_date_last_day (widen (to).end));
}

/* What a chart about needs asks instead of @values; NULL: them. */
static char **
needs_years (const NidaChartSpec *spec,
             NidaField            field,
             const char * const  *values,
             guint                fiscal_start)
{
  return field == NIDA_FIELD_DATE && nida_board_is_about_needs (spec) ? widen_values (values, fiscal_start) : NULL;
}

static NidaDate
of_needs (const NidaChartSpec *spec,
          NidaDate             date)
{
  if (date.precision == NIDA_PRECISION_NONE || !nida_board_is_about_needs (spec))
    return date;
  return nida_date_new_year (nida_date_year (date));
}

guint
nida_board_find_whole (const NidaChartSpec *spec,
                       NidaQuery           *filters)
{
  guint whole = 0;

  if (!nida_board_is_about_needs (spec))
    return 0;
  if (is_within_a_year (filters))
    whole |= NIDA_WHOLE_YEARS;
  for (guint i = 0; i < nida_query_get_n_filters (filters); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (filters, i, &values);
      g_auto (GStrv) years = needs_years (spec, field, values, filters->fiscal_start);

      whole |= (narrows_money_only (field) ? NIDA_WHOLE_DONORS : 0) | (years != NULL ? NIDA_WHOLE_YEARS : 0);
    }
  return whole;
}

/**
 * nida_board_apply:
 *
 * Returns: (transfer full): @spec as it asks under @filters
 */
NidaChartSpec *
nida_board_apply (const NidaChartSpec *spec,
                  NidaQuery           *filters)
{
  NidaChartSpec *copy = nida_chart_spec_copy (spec);

  for (guint i = 0; i < nida_query_get_n_filters (filters); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (filters, i, &values);

      g_auto (GStrv) years = NULL;

      if (nida_board_is_about_needs (spec) && narrows_money_only (field))
        {
          copy->whole |= NIDA_WHOLE_DONORS;
          continue;
        }
      if (keeps_all (spec, field, values, filters))
        {
          copy->chosen_field = field;
          g_strfreev (copy->chosen);
          copy->chosen = g_strdupv ((char **) values);
          continue;
        }
      years = needs_years (spec, field, values, filters->fiscal_start);
      if (years != NULL)
        copy->whole |= NIDA_WHOLE_YEARS;
      nida_query_clear_filter (copy->query, field);
      for (guint v = 0; years != NULL ? years[v] != NULL : values[v] != NULL; v++)
        nida_query_add_filter (copy->query, field, years != NULL ? years[v] : values[v]);
    }
  if (nida_board_is_about_needs (spec) && is_within_a_year (filters))
    copy->whole |= NIDA_WHOLE_YEARS;
  if (filters->from.precision != NIDA_PRECISION_NONE)
    copy->query->from = of_needs (spec, filters->from);
  if (filters->to.precision != NIDA_PRECISION_NONE)
    copy->query->to = of_needs (spec, filters->to);
  copy->query->rule = filters->rule;
  copy->query->fiscal_start = filters->fiscal_start;
  g_free (copy->query->currency);
  copy->query->currency = g_strdup (filters->currency);
  g_free (copy->query->second);
  copy->query->second = g_strdup (filters->second);
  copy->query->prices = filters->prices;
  return copy;
}

/* What is divided by countries already keeps its regions, which are one then. */
static void
divide_regions (NidaChartSpec *spec)
{
  gboolean divided = spec->panels == NIDA_FIELD_COUNTRY;

  for (guint i = 0; i < spec->query->n_by; i++)
    divided |= spec->query->by[i].field == NIDA_FIELD_COUNTRY;
  for (guint i = 0; i < spec->query->n_by && !divided; i++)
    if (spec->query->by[i].field == NIDA_FIELD_REGION)
      spec->query->by[i].field = NIDA_FIELD_COUNTRY;
  if (spec->panels == NIDA_FIELD_REGION && !divided)
    spec->panels = NIDA_FIELD_COUNTRY;
}

void
nida_board_look_closer (NidaChartSpec *spec,
                        NidaStep       step,
                        gboolean       regions)
{
  if (regions)
    divide_regions (spec);
  if (step != NIDA_STEP_NONE && (spec->step == NIDA_STEP_NONE || spec->step > step))
    spec->step = step;
}

char *
nida_board_dup_subtitle (const NidaBoard   *board,
                         NidaQuery         *filters,
                         NidaLanguage      *language,
                         NidaBoardNounFunc  noun,
                         gpointer           data)
{
  GString *text = g_string_new (board->subtitle);
  g_autofree char *period = nida_words_period (language, filters);

  for (guint i = 0; i < nida_query_get_n_filters (filters); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (filters, i, &values);
      g_autofree char *words = nida_words_filter (language, noun (field, data), field, values);

      g_string_append_printf (text, " · %s", words);
    }
  if (period != NULL)
    g_string_append_printf (text, " · %s", period);
  return g_string_free (text, FALSE);
}

/* --- under a brush --- */

static gboolean
lies_within_any (const char         *value,
                 const char * const *others,
                 NidaField           field,
                 guint               fiscal_start)
{
  NidaPeriod inner, outer;

  if (field != NIDA_FIELD_DATE)
    return g_strv_contains (others, value);
  for (guint i = 0; others[i] != NULL; i++)
    if (strcmp (others[i], value) == 0
        || (nida_filter_values_period (value, fiscal_start, &inner, NULL) && inner.start.precision != NIDA_PRECISION_NONE
            && nida_filter_values_period (others[i], fiscal_start, &outer, NULL) && outer.start.precision != NIDA_PRECISION_NONE
            && nida_period_within (inner, nida_date_first_day (outer.start), nida_date_last_day (outer.end))))
      return TRUE;
  return FALSE;
}

/* What both allow: values of either that lie within one of the other. NULL where the query does not filter the field. */
static char **
find_common (NidaQuery          *query,
             NidaField           field,
             const char * const *values)
{
  const char * const *before;
  GPtrArray *common;
  guint i = 0;

  while (i < nida_query_get_n_filters (query) && nida_query_get_filter (query, i, &before) != field)
    i++;
  if (i == nida_query_get_n_filters (query))
    return g_strdupv ((char **) values);
  common = g_ptr_array_new ();
  for (guint v = 0; values[v] != NULL; v++)
    if (lies_within_any (values[v], before, field, query->fiscal_start))
      g_ptr_array_add (common, g_strdup (values[v]));
  for (guint v = 0; before[v] != NULL; v++)
    if (!g_strv_contains (values, before[v]) && lies_within_any (before[v], values, field, query->fiscal_start))
      g_ptr_array_add (common, g_strdup (before[v]));
  g_ptr_array_add (common, NULL);
  return (char **) g_ptr_array_free (common, FALSE);
}

static void
narrow_span (NidaQuery *query,
             NidaDate   from,
             NidaDate   to)
{
  if (from.precision != NIDA_PRECISION_NONE
      && (query->from.precision == NIDA_PRECISION_NONE || nida_date_first_day (from) > nida_date_first_day (query->from)))
    query->from = from;
  if (to.precision != NIDA_PRECISION_NONE
      && (query->to.precision == NIDA_PRECISION_NONE || nida_date_last_day (to) < nida_date_last_day (query->to)))
    query->to = to;
}

static gboolean
lies_in_years (NidaPeriod  period,
               const int  *years,
               guint       n)
{
  NidaPeriod wide = widen (period);

  for (guint i = 0; i < n; i++)
    if (years[i] >= nida_date_year (wide.start) && years[i] <= nida_date_year (wide.end))
      return TRUE;
  return FALSE;
}

static gboolean
any_lies_in_years (const char * const *values,
                   guint               fiscal_start,
                   const int          *years,
                   guint               n)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      NidaPeriod period;

      if (nida_filter_values_period (values[i], fiscal_start, &period, NULL) && period.start.precision != NIDA_PRECISION_NONE
          && lies_in_years (period, years, n))
        return TRUE;
    }
  return FALSE;
}

gboolean
nida_board_reaches_years (NidaQuery *brush,
                          const int *years,
                          guint      n)
{
  NidaDate from = brush->from, to = brush->to;

  for (guint i = 0; i < nida_query_get_n_filters (brush); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (brush, i, &values);

      if ((field == NIDA_FIELD_DATE || field == NIDA_FIELD_USAGE_YEAR) && !any_lies_in_years (values, brush->fiscal_start, years, n))
        return FALSE;
    }
  if (from.precision == NIDA_PRECISION_NONE && to.precision == NIDA_PRECISION_NONE)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if ((from.precision == NIDA_PRECISION_NONE || years[i] >= nida_date_year (from))
        && (to.precision == NIDA_PRECISION_NONE || years[i] <= nida_date_year (to)))
      return TRUE;
  return FALSE;
}

NidaChartSpec *
nida_board_narrow (const NidaChartSpec *spec,
                   NidaQuery           *brush)
{
  g_autoptr (NidaChartSpec) copy = nida_chart_spec_copy (spec);

  g_clear_pointer (&copy->chosen, g_strfreev);
  copy->chosen_field = NIDA_FIELD_NONE;
  for (guint i = 0; i < nida_query_get_n_filters (brush); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (brush, i, &values);
      g_auto (GStrv) common = NULL, years = NULL;

      if (nida_board_is_about_needs (spec) && narrows_money_only (field))
        continue;
      years = needs_years (spec, field, values, brush->fiscal_start);
      common = find_common (copy->query, field, years != NULL ? (const char * const *) years : values);
      if (common[0] == NULL)
        return NULL;
      nida_query_clear_filter (copy->query, field);
      for (guint v = 0; common[v] != NULL; v++)
        nida_query_add_filter (copy->query, field, common[v]);
    }
  narrow_span (copy->query, of_needs (spec, brush->from), of_needs (spec, brush->to));
  return g_steal_pointer (&copy);
}

void
nida_board_filter (NidaBoard *board,
                   NidaQuery *filters)
{
  GPtrArray *lists[] = { board->cards, board->charts };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        NidaChartSpec *old = lists[l]->pdata[i];

        lists[l]->pdata[i] = nida_board_apply (old, filters);
        nida_chart_spec_free (old);
      }
}
