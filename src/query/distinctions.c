/* Requirements and reported totals are never one, so questions about them alone tell no money apart. Coverage and gap sum money by its
 * plan, and what is grouped by beside that matters only where there is a plan; filters matter for all money, since which kinds of
 * money there are is part of an answer. */
#include "distinctions.h"

#include "filter-values.h"
#include "rules.h"

#include <string.h>

void
nida_distinctions_init (NidaDistinctions *self,
                        NidaSheet        *sheet)
{
  *self = (NidaDistinctions) {
    .sheet = sheet,
    .of_all = g_array_new (FALSE, FALSE, sizeof (NidaGroupBy)),
    .spans = g_array_new (FALSE, FALSE, sizeof (NidaDistinctSpan)),
    .of_plans = g_array_new (FALSE, FALSE, sizeof (NidaGroupBy)),
    .worths = g_ptr_array_new (),
  };
}

void
nida_distinctions_clear (NidaDistinctions *self)
{
  g_array_unref (self->of_all);
  g_array_unref (self->spans);
  g_array_unref (self->of_plans);
  g_ptr_array_unref (self->worths);
}

/* --- fields --- */

/* Steps are of dates alone, and those without one are years. */
static NidaGroupBy
plain (NidaGroupBy by)
{
  by.step = by.field != NIDA_FIELD_DATE ? NIDA_STEP_NONE : by.step == NIDA_STEP_NONE ? NIDA_STEP_YEAR : by.step;
  return by;
}

static gboolean
has (GArray      *list,
     NidaGroupBy  by)
{
  by = plain (by);
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, NidaGroupBy, i).field == by.field && g_array_index (list, NidaGroupBy, i).step == by.step)
      return TRUE;
  return FALSE;
}

static void
add (GArray      *list,
     NidaGroupBy  by)
{
  by = plain (by);
  if (!has (list, by))
    g_array_append_val (list, by);
}

/* --- dates --- */

/* Do these days begin and end as periods of @step do? An open end does. */
static gboolean
divides (NidaStep step,
         guint    fiscal_start,
         gint32   first,
         gint32   last)
{
  const NidaDate from = { first, NIDA_PRECISION_DAY }, to = { last, NIDA_PRECISION_DAY };

  return (first == G_MININT32 || nida_date_first_day (nida_period_of_step (from, step, fiscal_start).start) == first)
         && (last == G_MAXINT32 || nida_date_last_day (nida_period_of_step (to, step, fiscal_start).end) == last);
}

static gboolean
has_span (const NidaDistinctions *self,
          gint32                  first,
          gint32                  last)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      NidaDistinctSpan span = g_array_index (self->spans, NidaDistinctSpan, i);

      if (span.first == first && span.last == last)
        return TRUE;
    }
  for (guint i = 0; i < self->of_all->len; i++)
    {
      NidaGroupBy by = g_array_index (self->of_all, NidaGroupBy, i);

      if (by.field == NIDA_FIELD_DATE && divides (by.step, self->fiscal_start, first, last))
        return TRUE;
    }
  return FALSE;
}

/* Each pair of days between which @query wants dates to lie; FALSE as soon as @use returns FALSE. */
static gboolean
each_span (NidaQuery  *query,
           gboolean  (*use) (gpointer data, gint32 first, gint32 last),
           gpointer    data)
{
  gint32 from = query->from.precision == NIDA_PRECISION_NONE ? G_MININT32 : nida_date_first_day (query->from);
  gint32 to = query->to.precision == NIDA_PRECISION_NONE ? G_MAXINT32 : nida_date_last_day (query->to);

  if ((from != G_MININT32 || to != G_MAXINT32) && !use (data, from, to))
    return FALSE;
  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values;

      if (nida_query_get_filter (query, i, &values) != NIDA_FIELD_DATE)
        continue;
      for (guint v = 0; values[v] != NULL; v++)
        {
          NidaPeriod period;

          if (nida_filter_values_period (values[v], query->fiscal_start, &period, NULL)
              && period.start.precision != NIDA_PRECISION_NONE
              && !use (data, nida_date_first_day (period.start), nida_date_last_day (period.end)))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
take_span (gpointer data,
           gint32   first,
           gint32   last)
{
  NidaDistinctions *self = data;
  NidaDistinctSpan span = { first, last };

  if (!has_span (self, first, last))
    g_array_append_val (self->spans, span);
  return TRUE;
}

static gboolean
covers_span (gpointer data,
             gint32   first,
             gint32   last)
{
  return has_span (data, first, last);
}

/* --- questions --- */

static gboolean
sums_money (NidaQuery *query)
{
  return (query->measures & (NIDA_MEASURES_OF_FLOWS | NIDA_MEASURES_OF_PLANS)) != 0;
}

/* Rows of the same copies are never one with others, whoever asks. */
static gboolean
is_always_told (NidaField field)
{
  return field == NIDA_FIELD_BOUNDARY || field == NIDA_FIELD_ON_BOUNDARY;
}

static gboolean
may_be_told (NidaField field)
{
  return nida_field_is_code (field) || is_always_told (field) || field == NIDA_FIELD_DATE || field == NIDA_FIELD_USAGE_YEAR
         || field == NIDA_FIELD_DONOR_GROUP || field == NIDA_FIELD_REGION;
}

static gboolean
asks_for_rows (NidaQuery *query)
{
  const char * const *values;

  for (guint i = 0; i < query->n_by; i++)
    if (!may_be_told (query->by[i].field))
      return TRUE;
  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    if (!may_be_told (nida_query_get_filter (query, i, &values)))
      return TRUE;
  return (query->measures & 1u << NIDA_MEASURE_COUNT) != 0;
}

static const NidaValues *
find_worth (const NidaDistinctions *self,
            NidaQuery              *query)
{
  for (guint i = 0; i < self->worths->len; i++)
    {
      const NidaValues *values = g_ptr_array_index (self->worths, i);

      if (values->prices == query->prices && strcmp (values->currency, query->currency == NULL ? "USD" : query->currency) == 0)
        return values;
    }
  return NULL;
}

gboolean
nida_distinctions_take (NidaDistinctions *self,
                        NidaQuery        *query)
{
  if (asks_for_rows (query) || (self->fiscal_start != 0 && self->fiscal_start != query->fiscal_start))
    return FALSE;
  self->fiscal_start = query->fiscal_start;
  self->kinds |= query->fact_kinds;
  if (find_worth (self, query) == NULL)
    g_ptr_array_add (self->worths, (gpointer) nida_sheet_get_values (self->sheet, query->currency, query->prices));
  if (!sums_money (query))
    return TRUE;
  for (guint i = 0; i < query->n_by; i++)
    add (query->measures & NIDA_MEASURES_OF_FLOWS ? self->of_all : self->of_plans, query->by[i]);
  each_span (query, take_span, self);
  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (query, i, &values);

      if (field != NIDA_FIELD_DATE)
        add (self->of_all, (NidaGroupBy) { field, NIDA_STEP_NONE });
    }
  return TRUE;
}

void
nida_distinctions_narrow (NidaDistinctions *self,
                          NidaGroupBy       by)
{
  add (self->of_all, by);
}

void
nida_distinctions_join (NidaDistinctions       *self,
                        const NidaDistinctions *other)
{
  self->kinds |= other->kinds;
  for (guint i = 0; i < other->of_all->len; i++)
    add (self->of_all, g_array_index (other->of_all, NidaGroupBy, i));
  for (guint i = 0; i < other->spans->len; i++)
    {
      NidaDistinctSpan span = g_array_index (other->spans, NidaDistinctSpan, i);

      take_span (self, span.first, span.last);
    }
  for (guint i = 0; i < other->of_plans->len; i++)
    add (self->of_plans, g_array_index (other->of_plans, NidaGroupBy, i));
  for (guint i = 0; i < other->worths->len; i++)
    if (!g_ptr_array_find (self->worths, other->worths->pdata[i], NULL))
      g_ptr_array_add (self->worths, other->worths->pdata[i]);
}

gboolean
nida_distinctions_include (const NidaDistinctions *self,
                           const NidaDistinctions *other)
{
  for (guint i = 0; i < other->of_all->len; i++)
    if (!has (self->of_all, g_array_index (other->of_all, NidaGroupBy, i)))
      return FALSE;
  return self->fiscal_start == other->fiscal_start;
}

gboolean
nida_distinctions_cover (const NidaDistinctions *self,
                         NidaQuery              *query)
{
  if (asks_for_rows (query) || self->fiscal_start != query->fiscal_start || (query->fact_kinds & ~self->kinds) != 0
      || find_worth (self, query) == NULL)
    return FALSE;
  if (!sums_money (query))
    return TRUE;
  for (guint i = 0; i < query->n_by; i++)
    if (!is_always_told (query->by[i].field) && !has (self->of_all, query->by[i])
        && ((query->measures & NIDA_MEASURES_OF_FLOWS) || !has (self->of_plans, query->by[i])))
      return FALSE;
  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (query, i, &values);

      if (field != NIDA_FIELD_DATE && !is_always_told (field) && !has (self->of_all, (NidaGroupBy) { field, NIDA_STEP_NONE }))
        return FALSE;
    }
  return each_span (query, covers_span, (gpointer) self);
}
