/* From the marks under a stroke to values and spans. */
#include "config.h"

#include "brush.h"

#include "filter-values.h"

static guint
find_field (const NidaMark *mark,
            NidaField       field)
{
  for (guint i = 0; i < mark->n_fields; i++)
    if (mark->fields[i] == field)
      return i;
  return G_MAXUINT;
}

/* --- a span --- */

static void
widen (NidaBrushPart *part,
       NidaPeriod     period,
       gboolean      *dated)
{
  if (period.start.precision == NIDA_PRECISION_NONE)
    return;
  if (!*dated || nida_date_first_day (period.start) < nida_date_first_day (part->from))
    part->from = period.start;
  if (!*dated || nida_date_last_day (period.end) > nida_date_last_day (part->to))
    part->to = period.end;
  *dated = TRUE;
}

static NidaBrush *
new_of_time (GPtrArray *nodes,
             guint      fiscal_start)
{
  NidaBrush *self = g_new0 (NidaBrush, 1);
  gboolean dated = FALSE;

  self->parts[self->n_parts++].field = NIDA_FIELD_DATE;
  for (guint i = 0; i < nodes->len; i++)
    {
      const NidaMark *mark = ((const NidaNode *) g_ptr_array_index (nodes, i))->mark;
      guint at = find_field (mark, NIDA_FIELD_DATE);
      NidaPeriod period;

      if (at != G_MAXUINT && nida_filter_values_period (mark->values[at], fiscal_start, &period, NULL))
        widen (&self->parts[0], period, &dated);
    }
  if (dated)
    return self;
  nida_brush_free (self);
  return NULL;
}

/* --- values --- */

static gboolean
all_have (GPtrArray *nodes,
          NidaField  field)
{
  for (guint i = 0; i < nodes->len; i++)
    if (find_field (((const NidaNode *) g_ptr_array_index (nodes, i))->mark, field) == G_MAXUINT)
      return FALSE;
  return TRUE;
}

static void
take_value (GPtrArray  *values,
            const char *value)
{
  if (!g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
    g_ptr_array_add (values, g_strdup (value));
}

static char **
values_of (GPtrArray *nodes,
           NidaField  field)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      const NidaMark *mark = ((const NidaNode *) g_ptr_array_index (nodes, i))->mark;

      take_value (values, mark->values[find_field (mark, field)]);
    }
  g_ptr_array_add (values, NULL);
  return (char **) g_ptr_array_free (values, FALSE);
}

NidaBrush *
nida_brush_new_around (GPtrArray *nodes,
                       gboolean   along_time,
                       guint      fiscal_start)
{
  const NidaMark *first;
  NidaBrush *self;

  if (nodes->len == 0)
    return NULL;
  if (along_time)
    return new_of_time (nodes, fiscal_start);
  self = g_new0 (NidaBrush, 1);
  first = ((const NidaNode *) g_ptr_array_index (nodes, 0))->mark;
  for (guint f = 0; f < first->n_fields && self->n_parts < NIDA_BRUSH_MOST_FIELDS; f++)
    if (all_have (nodes, first->fields[f]))
      self->parts[self->n_parts++] = (NidaBrushPart) { .field = first->fields[f], .values = values_of (nodes, first->fields[f]) };
  if (self->n_parts > 0)
    return self;
  nida_brush_free (self);
  return NULL;
}

static gboolean
has_fields (const NidaBrush *self,
            const NidaMark  *mark)
{
  if (self == NULL || self->n_parts == 0 || self->n_parts != mark->n_fields)
    return FALSE;
  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i].values == NULL || find_field (mark, self->parts[i].field) == G_MAXUINT)
      return FALSE;
  return TRUE;
}

static char **
toggled (char       **values,
         const char  *value)
{
  GPtrArray *left = g_ptr_array_new ();
  gboolean had = FALSE;

  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      had = TRUE;
    else
      g_ptr_array_add (left, g_strdup (values[i]));
  if (!had)
    g_ptr_array_add (left, g_strdup (value));
  g_ptr_array_add (left, NULL);
  return (char **) g_ptr_array_free (left, FALSE);
}

/* A rectangle of cells cannot lose or win a single one: only brushes of one field grow by a mark. */
NidaBrush *
nida_brush_toggle (const NidaBrush *self,
                   const NidaMark  *mark)
{
  NidaBrush *brush = g_new0 (NidaBrush, 1);

  g_return_val_if_fail (mark->n_fields > 0, NULL);

  if (mark->n_fields == 1 && has_fields (self, mark))
    {
      brush->parts[brush->n_parts++] = (NidaBrushPart) {
        .field = mark->fields[0], .values = toggled (self->parts[0].values, mark->values[0])
      };
      if (brush->parts[0].values[0] != NULL)
        return brush;
      nida_brush_free (brush);
      return NULL;
    }
  if (has_fields (self, mark) && nida_brush_covers (self, mark, 1))
    {
      nida_brush_free (brush);
      return NULL;
    }
  for (guint f = 0; f < mark->n_fields && f < NIDA_BRUSH_MOST_FIELDS; f++)
    {
      const char *values[] = { mark->values[f], NULL };

      brush->parts[brush->n_parts++] = (NidaBrushPart) { .field = mark->fields[f], .values = g_strdupv ((char **) values) };
    }
  return brush;
}

/* --- a value --- */

NidaBrush *
nida_brush_copy (const NidaBrush *self)
{
  NidaBrush *copy = g_memdup2 (self, sizeof *self);

  for (guint i = 0; i < copy->n_parts; i++)
    copy->parts[i].values = g_strdupv (self->parts[i].values);
  return copy;
}

void
nida_brush_free (NidaBrush *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    g_strfreev (self->parts[i].values);
  g_free (self);
}

static gboolean
same_part (const NidaBrushPart *a,
           const NidaBrushPart *b)
{
  if (a->field != b->field || (a->values == NULL) != (b->values == NULL))
    return FALSE;
  if (a->values == NULL)
    return nida_date_compare (a->from, b->from) == 0 && nida_date_compare (a->to, b->to) == 0;
  return g_strv_equal ((const char * const *) a->values, (const char * const *) b->values);
}

gboolean
nida_brush_equal (const NidaBrush *a,
                  const NidaBrush *b)
{
  if (a == NULL || b == NULL || a->n_parts != b->n_parts)
    return a == b;
  for (guint i = 0; i < a->n_parts; i++)
    if (!same_part (&a->parts[i], &b->parts[i]))
      return FALSE;
  return TRUE;
}

static gboolean
part_covers (const NidaBrushPart *part,
             const char          *value,
             guint                fiscal_start)
{
  NidaPeriod period;

  if (part->values != NULL)
    return g_strv_contains ((const char * const *) part->values, value);
  return nida_filter_values_period (value, fiscal_start, &period, NULL) && period.start.precision != NIDA_PRECISION_NONE &&
         nida_period_within (period, nida_date_first_day (part->from), nida_date_last_day (part->to));
}

gboolean
nida_brush_covers (const NidaBrush *self,
                   const NidaMark  *mark,
                   guint            fiscal_start)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      guint at = find_field (mark, self->parts[i].field);

      if (at == G_MAXUINT || !part_covers (&self->parts[i], mark->values[at], fiscal_start))
        return FALSE;
    }
  return TRUE;
}

void
nida_brush_apply (const NidaBrush *self,
                  NidaFilterSet   *filters)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      const NidaBrushPart *part = &self->parts[i];

      if (part->values == NULL)
        nida_filter_set_set_range (filters, part->from, part->to);
      else
        nida_filter_set_clear_field (filters, part->field);
      for (guint v = 0; part->values != NULL && part->values[v] != NULL; v++)
        nida_filter_set_add (filters, part->field, part->values[v]);
    }
}

void
nida_brush_ranges (const NidaBrush *self,
                   NidaBrushRange  *ranges)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      const NidaBrushPart *part = &self->parts[i];

      ranges[i] = (NidaBrushRange) { .names = (const char * const *) part->values };
      if (part->values != NULL)
        continue;
      ranges[i].first = nida_date_first_day (part->from);
      ranges[i].last = nida_date_last_day (part->to);
    }
}
