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

/* --- what is inside --- */

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

static gboolean
part_has (const NidaBrushPart *part,
          const NidaMark      *mark,
          guint                fiscal_start)
{
  guint at = find_field (mark, part->field);

  return at != G_MAXUINT && part_covers (part, mark->values[at], fiscal_start);
}

/* --- one mark more or less --- */

static gboolean
is_of_time (const NidaBrush *self)
{
  return self->n_parts == 1 && self->parts[0].field == NIDA_FIELD_DATE;
}

static gboolean
has_fields (const NidaBrush *self,
            const NidaMark  *mark)
{
  if (self->n_parts != MIN (mark->n_fields, NIDA_BRUSH_MOST_FIELDS) && !is_of_time (self))
    return FALSE;
  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i].values == NULL || find_field (mark, self->parts[i].field) == G_MAXUINT)
      return FALSE;
  return TRUE;
}

static gboolean
is_alone (const NidaBrushPart *part,
          const NidaMark      *mark)
{
  return g_str_equal (part->values[0], mark->values[find_field (mark, part->field)]) && part->values[1] == NULL;
}

/* The part that can win or lose the value of @mark alone: what it has is combined with one value of the other, that of @mark. */
static guint
find_part (const NidaBrush *self,
           const NidaMark  *mark)
{
  if (!has_fields (self, mark))
    return G_MAXUINT;
  if (self->n_parts == 1 || is_alone (&self->parts[1], mark))
    return 0;
  return is_alone (&self->parts[0], mark) ? 1 : G_MAXUINT;
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

gboolean
nida_brush_can_toggle (const NidaBrush *self,
                       const NidaMark  *mark)
{
  return self == NULL || find_part (self, mark) != G_MAXUINT;
}

static NidaBrush *
new_of_mark (const NidaMark *mark)
{
  NidaBrush *self = g_new0 (NidaBrush, 1);

  for (guint f = 0; f < mark->n_fields && f < NIDA_BRUSH_MOST_FIELDS; f++)
    {
      const char *values[] = { mark->values[f], NULL };

      self->parts[self->n_parts++] = (NidaBrushPart) { .field = mark->fields[f], .values = g_strdupv ((char **) values) };
    }
  return self;
}

NidaBrush *
nida_brush_toggle (const NidaBrush *self,
                   const NidaMark  *mark)
{
  NidaBrush *brush;
  NidaBrushPart *part;
  guint place;

  g_return_val_if_fail (mark->n_fields > 0, NULL);

  if (self == NULL)
    return new_of_mark (mark);
  place = find_part (self, mark);
  g_return_val_if_fail (place != G_MAXUINT, NULL);
  brush = nida_brush_copy (self);
  part = &brush->parts[place];
  g_strfreev (part->values);
  part->values = toggled (self->parts[place].values, mark->values[find_field (mark, part->field)]);
  if (part->values[0] != NULL)
    return brush;
  nida_brush_free (brush);
  return NULL;
}

NidaBrush *
nida_brush_split (const NidaBrush *self,
                  GPtrArray       *nodes,
                  guint            fiscal_start)
{
  NidaBrush *brush = nida_brush_copy (self);

  for (guint i = 0; i < brush->n_parts; i++)
    {
      g_autoptr (GPtrArray) inside = g_ptr_array_new ();
      NidaBrushPart *part = &brush->parts[i];

      for (guint n = 0; part->values == NULL && n < nodes->len; n++)
        if (part_has (part, ((const NidaNode *) nodes->pdata[n])->mark, fiscal_start))
          g_ptr_array_add (inside, nodes->pdata[n]);
      if (inside->len > 0)
        part->values = values_of (inside, part->field);
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

gboolean
nida_brush_covers (const NidaBrush *self,
                   const NidaMark  *mark,
                   guint            fiscal_start)
{
  for (guint i = 0; i < self->n_parts; i++)
    if (!part_has (&self->parts[i], mark, fiscal_start))
      return FALSE;
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
