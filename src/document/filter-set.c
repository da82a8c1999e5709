/* What the person has chosen to see: values a field, a range of days, the counting rule and the currency. */
#include "config.h"

#include "filter-set.h"

typedef struct {
  NidaField  field;
  GPtrArray *values;   /* char*, and a NULL at the end */
  gboolean   alone;    /* the others are not shown, not even pale */
  gboolean   closer;   /* divided into its parts */
} FieldFilter;

struct _NidaFilterSet {
  GArray  *fields;     /* FieldFilter, in the order in which they were chosen */
  NidaDate from, to;
  GPtrArray *off;      /* char*, and a NULL at the end */
  NidaStep step;         /* NONE: as each chart does */
  NidaPeriod wider;
  NidaRule rule;
  char     currency[4];  /* "": US dollars */
  char     second[4];    /* "": none */
  int      prices;       /* 0: current */
  gint64   as_of;        /* 0: the newest */
  NidaAliases *aliases;  /* or NULL */
  NidaArrangement *arrangement;   /* or NULL */
};

static void
field_filter_clear (gpointer data)
{
  FieldFilter *filter = data;

  g_ptr_array_unref (filter->values);
}

static guint
n_values (const FieldFilter *filter)
{
  return filter->values->len - 1;
}

static FieldFilter *
find_field (const NidaFilterSet *self,
            NidaField            field)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      FieldFilter *filter = &g_array_index (self->fields, FieldFilter, i);

      if (filter->field == field)
        return filter;
    }
  return NULL;
}

static gboolean
find_value (const FieldFilter *filter,
            const char        *value,
            guint             *position)
{
  for (guint i = 0; i < n_values (filter); i++)
    if (g_str_equal (g_ptr_array_index (filter->values, i), value))
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
same_date (NidaDate a,
           NidaDate b)
{
  return a.precision == b.precision && (a.precision == NIDA_PRECISION_NONE || a.day == b.day);
}

/* Does the dataset's dictionary know the name, in either language or as a reference? */
static gboolean
is_known (NidaDataset *dataset,
          NidaField    field,
          const char  *value)
{
  if (!nida_field_is_code (field) || *value == '\0' || g_str_has_prefix (value, "Multiple ("))
    return TRUE;
  return nida_dictionary_lookup (nida_dataset_get_dictionary (dataset, field), value, -1) != 0;
}

NidaFilterSet *
nida_filter_set_new (void)
{
  NidaFilterSet *self = g_new0 (NidaFilterSet, 1);

  self->fields = g_array_new (FALSE, FALSE, sizeof (FieldFilter));
  g_array_set_clear_func (self->fields, field_filter_clear);
  self->off = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->off, NULL);
  return self;
}

NidaFilterSet *
nida_filter_set_copy (const NidaFilterSet *self)
{
  NidaFilterSet *copy = nida_filter_set_new ();

  for (guint i = 0; i < self->fields->len; i++)
    {
      const FieldFilter *filter = &g_array_index (self->fields, FieldFilter, i);

      for (guint j = 0; j < n_values (filter); j++)
        nida_filter_set_add (copy, filter->field, g_ptr_array_index (filter->values, j));
      nida_filter_set_set_alone (copy, filter->field, filter->alone);
      nida_filter_set_set_closer (copy, filter->field, filter->closer);
    }
  for (guint i = 0; nida_filter_set_get_off (self)[i] != NULL; i++)
    nida_filter_set_set_off (copy, nida_filter_set_get_off (self)[i], TRUE);
  copy->from = self->from;
  copy->to = self->to;
  copy->step = self->step;
  copy->wider = self->wider;
  copy->rule = self->rule;
  copy->prices = self->prices;
  copy->as_of = self->as_of;
  nida_filter_set_set_aliases (copy, self->aliases);
  nida_filter_set_set_arrangement (copy, self->arrangement);
  nida_filter_set_set_currency (copy, self->currency);
  nida_filter_set_set_second (copy, self->second);
  return copy;
}

void
nida_filter_set_free (NidaFilterSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->fields);
  g_ptr_array_unref (self->off);
  g_clear_pointer (&self->aliases, nida_aliases_unref);
  g_clear_pointer (&self->arrangement, nida_arrangement_unref);
  g_free (self);
}

gboolean
nida_filter_set_equal (const NidaFilterSet *a,
                       const NidaFilterSet *b)
{
  if (a->rule != b->rule || a->step != b->step || !g_str_equal (a->currency, b->currency) || !g_str_equal (a->second, b->second) || !same_date (a->from, b->from) || !same_date (a->to, b->to)
      || a->prices != b->prices || a->as_of != b->as_of || a->fields->len != b->fields->len || !nida_filter_set_same_off (a, b)
      || !nida_aliases_equal (a->aliases, b->aliases) || !nida_arrangement_equal (a->arrangement, b->arrangement))
    return FALSE;
  for (guint i = 0; i < a->fields->len; i++)
    {
      const FieldFilter *left = &g_array_index (a->fields, FieldFilter, i);
      const FieldFilter *right = find_field (b, left->field);

      if (right == NULL || left->alone != right->alone || left->closer != right->closer || n_values (left) != n_values (right))
        return FALSE;
      for (guint j = 0; j < n_values (left); j++)
        if (!find_value (right, g_ptr_array_index (left->values, j), NULL))
          return FALSE;
    }
  return TRUE;
}

gboolean
nida_filter_set_is_empty (const NidaFilterSet *self)
{
  return self->fields->len == 0 && self->off->len == 1 && !nida_filter_set_get_range (self, NULL, NULL);
}

gboolean
nida_filter_set_has (const NidaFilterSet *self,
                     NidaField            field,
                     const char          *value)
{
  const FieldFilter *filter = find_field (self, field);

  return filter != NULL && find_value (filter, value != NULL ? value : "", NULL);
}

void
nida_filter_set_add (NidaFilterSet *self,
                     NidaField      field,
                     const char    *value)
{
  FieldFilter *filter = find_field (self, field);

  if (nida_filter_set_has (self, field, value))
    return;
  if (filter == NULL)
    {
      FieldFilter fresh = { .field = field, .values = g_ptr_array_new_with_free_func (g_free) };

      g_ptr_array_add (fresh.values, NULL);
      g_array_append_val (self->fields, fresh);
      filter = &g_array_index (self->fields, FieldFilter, self->fields->len - 1);
    }
  g_ptr_array_insert (filter->values, (int) n_values (filter), g_strdup (value != NULL ? value : ""));
  filter->closer = FALSE;
}

void
nida_filter_set_remove (NidaFilterSet *self,
                        NidaField      field,
                        const char    *value)
{
  FieldFilter *filter = find_field (self, field);
  guint position;

  if (filter == NULL || !find_value (filter, value != NULL ? value : "", &position))
    return;
  g_ptr_array_remove_index (filter->values, position);
  if (n_values (filter) == 0)
    nida_filter_set_clear_field (self, field);
}

void
nida_filter_set_clear_field (NidaFilterSet *self,
                             NidaField      field)
{
  if (field == NIDA_FIELD_DATE)
    self->step = NIDA_STEP_NONE;
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, FieldFilter, i).field == field)
      {
        g_array_remove_index (self->fields, i);
        return;
      }
}

void
nida_filter_set_set_alone (NidaFilterSet *self,
                           NidaField      field,
                           gboolean       alone)
{
  FieldFilter *filter = find_field (self, field);

  if (filter != NULL)
    filter->alone = alone;
}

gboolean
nida_filter_set_is_alone (const NidaFilterSet *self,
                          NidaField            field)
{
  const FieldFilter *filter = find_field (self, field);

  return filter != NULL && filter->alone;
}

void
nida_filter_set_set_closer (NidaFilterSet *self,
                            NidaField      field,
                            gboolean       closer)
{
  FieldFilter *filter = find_field (self, field);

  if (filter != NULL)
    filter->closer = closer;
}

gboolean
nida_filter_set_is_closer (const NidaFilterSet *self,
                           NidaField            field)
{
  const FieldFilter *filter = find_field (self, field);

  return filter != NULL && filter->closer;
}

void
nida_filter_set_clear (NidaFilterSet *self)
{
  g_array_set_size (self->fields, 0);
  self->step = NIDA_STEP_NONE;
  self->from = self->to = NIDA_DATE_NONE;
  g_ptr_array_set_size (self->off, 0);
  g_ptr_array_add (self->off, NULL);
}

void
nida_filter_set_set_off (NidaFilterSet *self,
                         const char    *input,
                         gboolean       off)
{
  if (nida_filter_set_is_off (self, input) == off)
    return;
  if (off)
    {
      g_ptr_array_insert (self->off, (int) self->off->len - 1, g_strdup (input));
      return;
    }
  for (guint i = 0; i + 1 < self->off->len; i++)
    if (g_str_equal (g_ptr_array_index (self->off, i), input))
      {
        g_ptr_array_remove_index (self->off, i);
        return;
      }
}

void
nida_filter_set_set_aliases (NidaFilterSet *self,
                             NidaAliases   *aliases)
{
  if (aliases != NULL)
    nida_aliases_ref (aliases);
  g_clear_pointer (&self->aliases, nida_aliases_unref);
  self->aliases = aliases;
}

NidaAliases *
nida_filter_set_get_aliases (const NidaFilterSet *self)
{
  return self->aliases;
}

void
nida_filter_set_set_arrangement (NidaFilterSet   *self,
                                 NidaArrangement *arrangement)
{
  if (arrangement != NULL)
    nida_arrangement_ref (arrangement);
  g_clear_pointer (&self->arrangement, nida_arrangement_unref);
  self->arrangement = arrangement;
}

NidaArrangement *
nida_filter_set_get_arrangement (const NidaFilterSet *self)
{
  return self->arrangement;
}

gboolean
nida_filter_set_is_off (const NidaFilterSet *self,
                        const char          *input)
{
  return g_strv_contains (nida_filter_set_get_off (self), input);
}

const char * const *
nida_filter_set_get_off (const NidaFilterSet *self)
{
  return (const char * const *) self->off->pdata;
}

gboolean
nida_filter_set_same_off (const NidaFilterSet *a,
                          const NidaFilterSet *b)
{
  for (guint i = 0; i + 1 < a->off->len; i++)
    if (!nida_filter_set_is_off (b, g_ptr_array_index (a->off, i)))
      return FALSE;
  return a->off->len == b->off->len;
}

guint
nida_filter_set_get_n (const NidaFilterSet *self)
{
  return self->fields->len;
}

NidaField
nida_filter_set_get (const NidaFilterSet  *self,
                     guint                 index,
                     const char * const  **values)
{
  const FieldFilter *filter = &g_array_index (self->fields, FieldFilter, index);

  if (values != NULL)
    *values = (const char * const *) filter->values->pdata;
  return filter->field;
}

void
nida_filter_set_set_range (NidaFilterSet *self,
                           NidaDate       from,
                           NidaDate       to)
{
  self->from = from;
  self->to = to;
}

void
nida_filter_set_set_step (NidaFilterSet *self,
                          NidaStep       step,
                          NidaPeriod     wider)
{
  self->step = step;
  self->wider = wider;
}

NidaPeriod
nida_filter_set_get_wider (const NidaFilterSet *self)
{
  return self->wider;
}

NidaStep
nida_filter_set_get_step (const NidaFilterSet *self)
{
  return self->step;
}

gboolean
nida_filter_set_get_range (const NidaFilterSet *self,
                           NidaDate            *from,
                           NidaDate            *to)
{
  if (from != NULL)
    *from = self->from;
  if (to != NULL)
    *to = self->to;
  return self->from.precision != NIDA_PRECISION_NONE || self->to.precision != NIDA_PRECISION_NONE;
}

void
nida_filter_set_set_rule (NidaFilterSet *self,
                          NidaRule       rule)
{
  self->rule = rule;
}

NidaRule
nida_filter_set_get_rule (const NidaFilterSet *self)
{
  return self->rule;
}

void
nida_filter_set_set_currency (NidaFilterSet *self,
                              const char    *currency)
{
  g_strlcpy (self->currency, currency == NULL || g_str_equal (currency, "USD") ? "" : currency, sizeof self->currency);
}

const char *
nida_filter_set_get_currency (const NidaFilterSet *self)
{
  return self->currency[0] == '\0' ? "USD" : self->currency;
}

void
nida_filter_set_set_second (NidaFilterSet *self,
                            const char    *currency)
{
  g_strlcpy (self->second, currency == NULL ? "" : currency, sizeof self->second);
}

const char *
nida_filter_set_get_second (const NidaFilterSet *self)
{
  return self->second;
}

void
nida_filter_set_set_prices (NidaFilterSet *self,
                            int            year)
{
  self->prices = year;
}

int
nida_filter_set_get_prices (const NidaFilterSet *self)
{
  return self->prices;
}

void
nida_filter_set_set_as_of (NidaFilterSet *self,
                           gint64         as_of)
{
  self->as_of = as_of;
}

gint64
nida_filter_set_get_as_of (const NidaFilterSet *self)
{
  return self->as_of;
}

gboolean
nida_filter_set_has_mark (const NidaFilterSet *self,
                          const NidaMark      *mark)
{
  for (guint i = 0; i < mark->n_fields; i++)
    if (!nida_filter_set_has (self, mark->fields[i], mark->values[i]))
      return FALSE;
  return mark->n_fields > 0;
}

void
nida_filter_set_toggle_mark (NidaFilterSet  *self,
                             const NidaMark *mark,
                             gboolean        add)
{
  gboolean chosen = nida_filter_set_has_mark (self, mark);

  for (guint i = 0; i < mark->n_fields; i++)
    {
      if (chosen)
        nida_filter_set_remove (self, mark->fields[i], mark->values[i]);
      else
        {
          if (!add)
            nida_filter_set_clear_field (self, mark->fields[i]);
          nida_filter_set_add (self, mark->fields[i], mark->values[i]);
        }
    }
}

void
nida_filter_set_apply (const NidaFilterSet *self,
                       NidaQuery           *query,
                       NidaField            except)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const FieldFilter *filter = &g_array_index (self->fields, FieldFilter, i);

      if (filter->field == except)
        continue;
      nida_query_clear_filter (query, filter->field);
      for (guint j = 0; j < n_values (filter); j++)
        nida_query_add_filter (query, filter->field, g_ptr_array_index (filter->values, j));
      query->alone = filter->alone ? query->alone | NIDA_ALONE_BIT (filter->field) : query->alone & ~NIDA_ALONE_BIT (filter->field);
    }
  if (except != NIDA_FIELD_DATE && nida_filter_set_get_range (self, NULL, NULL))
    {
      query->from = self->from;
      query->to = self->to;
    }
  if (self->rule != NIDA_RULE_AUTO)
    query->rule = self->rule;
  g_free (query->currency);
  query->currency = self->currency[0] == '\0' ? NULL : g_strdup (self->currency);
  g_free (query->second);
  query->second = self->second[0] == '\0' ? NULL : g_strdup (self->second);
  query->prices = self->prices;
}

/* The name that @value counts as in @dataset; @value where it is its own. */
static const char *
kept_name (NidaDataset *dataset,
           NidaField    field,
           const char  *value)
{
  guint n;
  const NidaJoinedName *joined = nida_dataset_get_joined (dataset, &n);

  for (guint i = 0; i < n; i++)
    if (joined[i].field == field && g_str_equal (joined[i].name, value))
      return joined[i].is;
  return value;
}

void
nida_filter_set_prune (NidaFilterSet *self,
                       NidaDataset   *dataset)
{
  g_autoptr (NidaFilterSet) before = nida_filter_set_copy (self);
  int first, last;

  if (!nida_rates_get_deflator_years (nida_dataset_get_rates (dataset), &first, &last) || self->prices < first || self->prices > last)
    self->prices = 0;
  for (guint i = 0; i < before->fields->len; i++)
    {
      const FieldFilter *filter = &g_array_index (before->fields, FieldFilter, i);

      for (guint j = 0; j < n_values (filter); j++)
        {
          const char *value = g_ptr_array_index (filter->values, j);

          const char *kept = kept_name (dataset, filter->field, value);

          if (kept != value || !is_known (dataset, filter->field, value))
            nida_filter_set_remove (self, filter->field, value);
          if (kept != value)
            nida_filter_set_add (self, filter->field, kept);
        }
      nida_filter_set_set_alone (self, filter->field, filter->alone);
      nida_filter_set_set_closer (self, filter->field, filter->closer);
    }
}
