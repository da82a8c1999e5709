/* A question as a value: what to group by, filter and measure, and what those are called on the command line. */
#include "query.h"

#include "filter.h"

#include <string.h>

typedef struct {
  NidaField  field;
  GPtrArray *values;      /* strings, NULL-terminated */
} NidaFilterValues;

G_DEFINE_BOXED_TYPE (NidaQuery, nida_query, nida_query_ref, nida_query_unref)

static const char * const measure_names[NIDA_N_MEASURES] = {
  [NIDA_MEASURE_RECEIVED] = "received",
  [NIDA_MEASURE_REQUIREMENT] = "requirement",
  [NIDA_MEASURE_REPORTED] = "reported",
  [NIDA_MEASURE_PLEDGED] = "pledged",
  [NIDA_MEASURE_COMMITTED] = "committed",
  [NIDA_MEASURE_PAID] = "paid",
  [NIDA_MEASURE_GAP] = "gap",
  [NIDA_MEASURE_COVERAGE] = "coverage",
  [NIDA_MEASURE_COUNT] = "count",
};

static const char * const step_names[] = {
  [NIDA_STEP_NONE] = "",
  [NIDA_STEP_DAY] = "day",
  [NIDA_STEP_MONTH] = "month",
  [NIDA_STEP_QUARTER] = "quarter",
  [NIDA_STEP_YEAR] = "year",
  [NIDA_STEP_FISCAL_YEAR] = "fiscal-year",
};

static void
filter_values_free (gpointer data)
{
  NidaFilterValues *filter = data;

  g_ptr_array_unref (filter->values);
  g_free (filter);
}

static NidaFilterValues *
find_filter (NidaQuery *self,
             NidaField  field,
             guint     *index)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      NidaFilterValues *filter = g_ptr_array_index (self->filters, i);

      if (filter->field != field)
        continue;
      if (index != NULL)
        *index = i;
      return filter;
    }
  return NULL;
}

static NidaFilterValues *
add_field (NidaQuery *self,
           NidaField  field)
{
  NidaFilterValues *filter = g_new0 (NidaFilterValues, 1);

  filter->field = field;
  filter->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (filter->values, NULL);
  g_ptr_array_add (self->filters, filter);
  return filter;
}

/**
 * nida_query_new:
 *
 * A question about everything: no groups, no filters, the calendar year as fiscal year.
 *
 * Returns: (transfer full): a new question
 */
NidaQuery *
nida_query_new (void)
{
  NidaQuery *self = g_new0 (NidaQuery, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->fiscal_start = 1;
  self->filters = g_ptr_array_new_with_free_func (filter_values_free);
  return self;
}

/**
 * nida_query_copy:
 *
 * Returns: (transfer full): a question like @self that may be changed
 */
NidaQuery *
nida_query_copy (NidaQuery *self)
{
  NidaQuery *copy = nida_query_new ();

  memcpy (copy->by, self->by, sizeof self->by);
  copy->n_by = self->n_by;
  copy->measures = self->measures;
  copy->rule = self->rule;
  copy->from = self->from;
  copy->to = self->to;
  copy->fiscal_start = self->fiscal_start;
  copy->fact_kinds = self->fact_kinds;
  copy->currency = g_strdup (self->currency);
  copy->apart = g_strdupv (self->apart);
  copy->second = g_strdup (self->second);
  copy->prices = self->prices;
  copy->alone = self->alone;
  for (guint i = 0; i < self->filters->len; i++)
    {
      NidaFilterValues *filter = g_ptr_array_index (self->filters, i);

      for (guint j = 0; j + 1 < filter->values->len; j++)
        nida_query_add_filter (copy, filter->field, g_ptr_array_index (filter->values, j));
    }
  return copy;
}

NidaQuery *
nida_query_ref (NidaQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_query_unref (NidaQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->filters);
  g_free (self->currency);
  g_free (self->second);
  g_strfreev (self->apart);
  g_free (self);
}

/**
 * nida_query_add_filter:
 * @value: (nullable): a name in either language or a code; %NULL or "" for "not stated"
 *
 * Let rows pass whose @field is @value, too. The same value twice is once.
 */
void
nida_query_add_filter (NidaQuery  *self,
                       NidaField   field,
                       const char *value)
{
  NidaFilterValues *filter;

  g_return_if_fail (self != NULL);
  g_return_if_fail (field > NIDA_FIELD_NONE && field < NIDA_N_FIELDS);

  filter = find_filter (self, field, NULL);
  if (filter == NULL)
    filter = add_field (self, field);
  if (value == NULL)
    value = "";
  for (guint i = 0; i + 1 < filter->values->len; i++)
    if (strcmp (g_ptr_array_index (filter->values, i), value) == 0)
      return;
  g_ptr_array_insert (filter->values, filter->values->len - 1, g_strdup (value));
}

void
nida_query_clear_filter (NidaQuery *self,
                         NidaField  field)
{
  guint index;

  g_return_if_fail (self != NULL);

  if (find_filter (self, field, &index) != NULL)
    g_ptr_array_remove_index (self->filters, index);
}

guint
nida_query_get_n_filters (NidaQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->filters->len;
}

/**
 * nida_query_get_filter:
 * @values: (out) (optional) (transfer none) (array zero-terminated=1): the alternatives; "" is "not stated"
 *
 * Returns: the field of the filter at @index, in the order in which fields were first named
 */
NidaField
nida_query_get_filter (NidaQuery            *self,
                       guint                 index,
                       const char * const  **values)
{
  NidaFilterValues *filter;

  g_return_val_if_fail (self != NULL, NIDA_FIELD_NONE);
  g_return_val_if_fail (index < self->filters->len, NIDA_FIELD_NONE);

  filter = g_ptr_array_index (self->filters, index);
  if (values != NULL)
    *values = (const char * const *) filter->values->pdata;
  return filter->field;
}

/**
 * nida_measure_get_name:
 *
 * Returns: the word for @measure on the command line, "received"
 */
static gboolean
same_names (char **a,
            char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char * const *) a, (const char * const *) b);
}

/**
 * nida_query_equal:
 *
 * Returns: %TRUE when both ask the same, so that one answer does for both
 */
gboolean
nida_query_equal (NidaQuery *a,
                  NidaQuery *b)
{
  if (a->n_by != b->n_by || a->measures != b->measures || a->rule != b->rule || a->fact_kinds != b->fact_kinds ||
      a->prices != b->prices || g_strcmp0 (a->currency, b->currency) != 0 || g_strcmp0 (a->second, b->second) != 0 ||
      !same_names (a->apart, b->apart))
    return FALSE;
  for (guint i = 0; i < a->n_by; i++)
    if (a->by[i].field != b->by[i].field || a->by[i].step != b->by[i].step)
      return FALSE;
  return nida_filter_same (a, b);
}

const char *
nida_measure_get_name (NidaMeasure measure)
{
  g_return_val_if_fail (measure < NIDA_N_MEASURES, "");

  return measure_names[measure];
}

gboolean
nida_measure_from_name (const char  *name,
                        NidaMeasure *measure)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < NIDA_N_MEASURES; i++)
    if (strcmp (measure_names[i], name) == 0)
      {
        *measure = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * nida_step_get_name:
 *
 * Returns: the word for @step on the command line, "fiscal-year"; "" for %NIDA_STEP_NONE
 */
const char *
nida_step_get_name (NidaStep step)
{
  g_return_val_if_fail (step < G_N_ELEMENTS (step_names), "");

  return step_names[step];
}

gboolean
nida_step_from_name (const char *name,
                     NidaStep   *step)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = NIDA_STEP_NONE + 1; i < G_N_ELEMENTS (step_names); i++)
    if (strcmp (step_names[i], name) == 0)
      {
        *step = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
can_group_by (NidaField field)
{
  return nida_field_is_code (field) ||
         field == NIDA_FIELD_ID || field == NIDA_FIELD_USAGE_YEAR || field == NIDA_FIELD_DONOR_GROUP || field == NIDA_FIELD_REGION;
}

/**
 * nida_group_by_from_name:
 * @step: the step of "date"; %NIDA_STEP_NONE is a year
 *
 * Returns: whether @name is something to group by
 */
gboolean
nida_group_by_from_name (const char  *name,
                         NidaStep     step,
                         NidaGroupBy *by)
{
  NidaField field;

  g_return_val_if_fail (name != NULL, FALSE);

  if (nida_step_from_name (name, &by->step))
    {
      by->field = NIDA_FIELD_DATE;
      return TRUE;
    }
  field = nida_field_from_name (name);
  if (field == NIDA_FIELD_DATE)
    *by = (NidaGroupBy) { field, step == NIDA_STEP_NONE ? NIDA_STEP_YEAR : step };
  else if (can_group_by (field))
    *by = (NidaGroupBy) { field, NIDA_STEP_NONE };
  else
    return FALSE;
  return TRUE;
}

/**
 * nida_group_by_get_name:
 *
 * Returns: what nida_group_by_from_name() takes: "donor", "year"
 */
const char *
nida_group_by_get_name (NidaGroupBy by)
{
  if (by.field == NIDA_FIELD_DATE)
    return nida_step_get_name (by.step == NIDA_STEP_NONE ? NIDA_STEP_YEAR : by.step);
  return nida_field_get_name (by.field);
}
