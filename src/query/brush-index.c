/* A brush index holds, of each chart, the sums of its flows by group and bin, and of the groups what the chosen bins add up
 * to. Groups and bins are those that are drawn: names without a mark are one. */
#include "config.h"

#include "brush-index-private.h"

#include "dimension-lists.h"
#include "filter-values.h"
#include "translate.h"

#define MOST_GROUPS (512 * 1024)        /* of one chart; and bins */
#define MOST_COMBINATIONS G_MAXUINT32   /* of both: those that no row has take no room */

/* --- groups --- */

static gboolean
add_dimension (NidaSheet          *sheet,
               NidaGroupBy         by,
               const char * const *apart,
               gboolean            lists,
               guint               fiscal_start,
               NidaDimension      *dimension)
{
  if (!nida_dimension_init (dimension, sheet, by, fiscal_start))
    return FALSE;
  if (apart != NULL && lists)
    nida_dimension_split_lists (dimension, apart);
  if (apart != NULL && nida_field_is_code (by.field))
    nida_dimension_join (dimension, apart, FALSE);     /* only flows are summed */
  return TRUE;
}

void
nida_brush_chart_take_names (const NidaBrushChart *chart,
                             NidaField             field,
                             GHashTable           *known,
                             GPtrArray            *names)
{
  for (guint i = 0; i < chart->n_marks; i++)
    {
      guint at = nida_brush_mark_find (&chart->marks[i], field);

      if (at != G_MAXUINT && g_hash_table_add (known, (gpointer) chart->marks[i].values[at]))
        g_ptr_array_add (names, g_strdup (chart->marks[i].values[at]));
    }
}

static char **
names_of_marks (const NidaBrushChart *chart,
                NidaField             field)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  nida_brush_chart_take_names (chart, field, known, names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* Dates may be asked for by month and drawn by year, because months would be too many. The step is that of the finest mark:
 * then a year is all that is in it, while a year beside months is what is known of no month. */
static NidaStep
step_of_marks (const NidaBrushChart *chart)
{
  NidaPrecision finest = NIDA_PRECISION_NONE;

  if (chart->step < NIDA_STEP_DAY || chart->step > NIDA_STEP_QUARTER)
    return chart->step;
  for (guint i = 0; i < chart->n_marks; i++)
    {
      guint at = nida_brush_mark_find (&chart->marks[i], NIDA_FIELD_DATE);
      NidaPeriod period;

      if (at != G_MAXUINT && nida_filter_values_period (chart->marks[i].values[at], chart->query->fiscal_start, &period, NULL)
          && period.start.precision != NIDA_PRECISION_NONE && !nida_period_is_span (period))
        finest = finest == NIDA_PRECISION_NONE ? period.start.precision : MIN (finest, period.start.precision);
    }
  switch (finest)
    {
    case NIDA_PRECISION_YEAR: return NIDA_STEP_YEAR;
    case NIDA_PRECISION_QUARTER: return NIDA_STEP_QUARTER;
    default: return chart->step;
    }
}

static gboolean
add_field (NidaBrushPart        *part,
           NidaSheet            *sheet,
           const NidaBrushChart *chart,
           NidaField             field)
{
  g_auto (GStrv) names = names_of_marks (chart, field);
  NidaGroupBy by = { field, field == NIDA_FIELD_DATE ? step_of_marks (chart) : NIDA_STEP_NONE };

  for (guint d = 0; d < part->n_dimensions; d++)
    if (part->dimensions[d].by.field == field)
      return TRUE;
  if (part->n_dimensions == NIDA_MAX_BY ||
      !add_dimension (sheet, by, (const char * const *) names, FALSE, chart->query->fiscal_start, &part->dimensions[part->n_dimensions]))
    return FALSE;
  part->n_dimensions++;
  return TRUE;
}

/* The fields that tell the chart's marks apart. */
static gboolean
add_fields (NidaBrushPart        *part,
            NidaSheet            *sheet,
            const NidaBrushChart *chart)
{
  for (guint i = 0; i < chart->n_marks; i++)
    {
      const NidaBrushMark *mark = &chart->marks[i];

      for (guint f = 0; f < mark->n_fields; f++)
        if (!add_field (part, sheet, chart, mark->fields[f]))
          return FALSE;
      for (guint r = 0; r < mark->n_rests; r++)
        if (!add_field (part, sheet, chart, mark->rests[r]))
          return FALSE;
    }
  return TRUE;
}

/* The slots of a dimension that belong to a mark; all, where it does not speak of the field. */
static const GArray *
slots_of_mark (NidaBrushSlots       *slots,
               NidaField             field,
               const NidaBrushChart *chart,
               const NidaBrushMark  *mark)
{
  guint at = nida_brush_mark_find (mark, field), rest = nida_brush_mark_find_rest (mark, field);

  if (at != G_MAXUINT)
    return nida_brush_slots_of (slots, mark->values[at]);
  if (rest != G_MAXUINT)
    return nida_brush_slots_of_rest (slots, chart, mark->several[rest]);
  return nida_brush_slots_all (slots);
}

/* All combinations of the slots that a mark has in each dimension; @slots: by dimension. */
static GArray *
find_groups (const NidaBrushPart   *part,
             NidaBrushSlots       **slots,
             const NidaBrushChart  *chart,
             const NidaBrushMark   *mark)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 first = 0;

  g_array_append_val (groups, first);
  for (guint d = 0; d < part->n_dimensions; d++)
    {
      const GArray *chosen = slots_of_mark (slots[d], part->dimensions[d].by.field, chart, mark);
      GArray *finer = g_array_sized_new (FALSE, FALSE, sizeof (guint32), groups->len * chosen->len);

      for (guint i = 0; i < groups->len; i++)
        for (guint s = 0; s < chosen->len; s++)
          {
            guint32 group = g_array_index (groups, guint32, i) * part->dimensions[d].n_slots + g_array_index (chosen, guint32, s);

            g_array_append_val (finer, group);
          }
      g_array_unref (groups);
      groups = finer;
    }
  return groups;
}

/* --- sums --- */

/* Counts of flows with several rows do not add up over bins, and requirements have levels. */
static gboolean
adds_up (NidaSheet   *sheet,
         NidaMeasure  measure)
{
  if (measure >= NIDA_N_MEASURES || !(NIDA_MEASURE_BIT (measure) & NIDA_MEASURES_OF_FLOWS))
    return FALSE;
  return measure != NIDA_MEASURE_COUNT || nida_sheet_get_twins (sheet) == NULL;
}

/* Returns: how many marks can be told. */
static guint
find_marks (NidaBrushIndex       *self,
            NidaBrushPart        *part,
            const NidaBrushChart *chart)
{
  NidaBrushSlots *slots[NIDA_MAX_BY];
  guint n = 0;

  for (guint d = 0; d < part->n_dimensions; d++)
    slots[d] = nida_brush_slots_new (&part->dimensions[d], chart->query->fiscal_start);
  for (guint i = 0; i < chart->n_marks; i++)
    if (adds_up (self->sheet, part->measures[i]))
      {
        part->groups[i] = find_groups (part, slots, chart, &chart->marks[i]);
        n++;
      }
  for (guint d = 0; d < part->n_dimensions; d++)
    nida_brush_slots_free (slots[d]);
  return n;
}

static void
begin_part (NidaBrushIndex       *self,
            NidaBrushPart        *part,
            const NidaBrushChart *chart)
{
  guint64 all;

  part->n_marks = chart->n_marks;
  part->measures = g_new (NidaMeasure, chart->n_marks + 1);
  part->groups = g_new0 (GArray *, chart->n_marks + 1);
  part->values = nida_sheet_get_values (self->sheet, chart->query->currency, chart->query->prices);
  part->known = add_fields (part, self->sheet, chart) &&
                nida_dimensions_product (part->dimensions, part->n_dimensions, &part->n_groups) &&
                part->n_groups <= MOST_GROUPS && g_uint64_checked_mul (&all, part->n_groups, self->n_bins) && all <= MOST_COMBINATIONS;
  for (guint i = 0; i < chart->n_marks; i++)
    part->measures[i] = chart->marks[i].measure;
  part->known = part->known && find_marks (self, part, chart) > 0;
}

NidaBrushIndex *
nida_brush_index_new (NidaSheet             *sheet,
                      const NidaBrushAxis   *axes,
                      guint                  n_axes,
                      const NidaBrushChart  *charts,
                      guint                  n_charts,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_autoptr (NidaBrushIndex) self = g_new0 (NidaBrushIndex, 1);
  guint64 n_bins;

  g_return_val_if_fail (n_axes >= 1 && n_axes <= NIDA_BRUSH_MOST_FIELDS, NULL);

  self->sheet = nida_sheet_ref (sheet);
  self->fiscal_start = n_charts > 0 ? charts[0].query->fiscal_start : 1;
  self->parts = g_new0 (NidaBrushPart, n_charts + 1);
  for (guint i = 0; i < n_axes; i++, self->n_axes++)
    if (!add_dimension (sheet, axes[i].by, axes[i].names, TRUE, self->fiscal_start, &self->axes[i]))
      {
        /* Translators: %s is the name of a field, "amount" */
        g_set_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID, _("Rows cannot be grouped by %s."),
                     nida_field_get_name (axes[i].by.field));
        return NULL;
      }
  if (!nida_dimensions_product (self->axes, n_axes, &n_bins) || n_bins > MOST_GROUPS)
    {
      g_set_error_literal (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID,
                           _("These fields have too many combinations; group by fewer."));
      return NULL;
    }
  self->n_bins = n_bins;
  self->inside = g_new0 (guint8, n_bins + 1);
  for (guint i = 0; i < n_axes; i++)
    self->axis_slots[i] = nida_brush_slots_new (&self->axes[i], self->fiscal_start);
  self->n_parts = n_charts;
  for (guint i = 0; i < n_charts; i++)
    begin_part (self, &self->parts[i], &charts[i]);
  return nida_brush_sums_fill (self, axes, charts, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

static void
part_clear (NidaBrushPart *self,
            guint          n_bins)
{
  for (guint d = 0; d < self->n_dimensions; d++)
    nida_dimension_clear (&self->dimensions[d]);
  for (guint bin = 0; self->entries != NULL && bin < n_bins; bin++)
    g_array_unref (self->entries[bin]);
  for (guint i = 0; i < self->n_marks; i++)
    g_clear_pointer (&self->groups[i], g_array_unref);
  g_free (self->entries);
  g_free (self->groups);
  g_free (self->measures);
  g_free (self->chosen);
}

void
nida_brush_index_free (NidaBrushIndex *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    part_clear (&self->parts[i], self->n_bins);
  for (guint i = 0; i < self->n_axes; i++)
    {
      g_clear_pointer (&self->axis_slots[i], nida_brush_slots_free);
      nida_dimension_clear (&self->axes[i]);
    }
  nida_sheet_unref (self->sheet);
  g_free (self->parts);
  g_free (self->inside);
  g_free (self);
}

/* --- moves --- */

static void
choose_slots (const NidaDimension  *axis,
              NidaBrushSlots       *names,
              const NidaBrushRange *range,
              guint8               *slots)
{
  for (guint i = 0; range->names != NULL && range->names[i] != NULL; i++)
    {
      const GArray *chosen = nida_brush_slots_passing (names, range->names[i]);

      for (guint s = 0; s < chosen->len; s++)
        slots[g_array_index (chosen, guint32, s)] = TRUE;
    }
  for (guint32 i = 0; range->names == NULL && i < axis->n_slots; i++)
    {
      NidaPeriod period = g_array_index (axis->slots, NidaSlot, i).period;

      slots[i] = period.start.precision != NIDA_PRECISION_NONE && nida_period_within (period, range->first, range->last);
    }
}

static void
move_bin (NidaBrushPart *part,
          guint          bin,
          int            sign)
{
  const GArray *entries = part->entries[bin];

  for (guint i = 0; i < entries->len; i++)
    {
      const NidaBrushEntry *entry = &g_array_index (entries, NidaBrushEntry, i);

      part->chosen[entry->at].sum += sign * entry->sum.sum;
      part->chosen[entry->at].rows += sign * (gint64) entry->sum.rows;
    }
}

void
nida_brush_index_choose (NidaBrushIndex       *self,
                         const NidaBrushRange *ranges)
{
  g_autofree guint8 *first = g_new0 (guint8, self->axes[0].n_slots + 1);
  g_autofree guint8 *second = NULL;
  guint n_second = 1;

  choose_slots (&self->axes[0], self->axis_slots[0], &ranges[0], first);
  if (self->n_axes > 1)
    {
      n_second = self->axes[1].n_slots;
      second = g_new0 (guint8, n_second + 1);
      choose_slots (&self->axes[1], self->axis_slots[1], &ranges[1], second);
    }
  for (guint bin = 0; bin < self->n_bins; bin++)
    {
      guint8 inside = first[bin / n_second] && (second == NULL || second[bin % n_second]);

      for (guint i = 0; inside != self->inside[bin] && i < self->n_parts; i++)
        if (self->parts[i].known)
          move_bin (&self->parts[i], bin, inside ? 1 : -1);
      self->inside[bin] = inside;
    }
}

NidaMoney
nida_brush_index_get (NidaBrushIndex *self,
                      guint           chart,
                      guint           mark)
{
  const NidaBrushPart *part = &self->parts[chart];
  const GArray *groups;
  NidaMeasure measure;
  NidaSum all = { 0, 0 };
  NidaMoney money;

  g_return_val_if_fail (chart < self->n_parts && mark < part->n_marks, NIDA_MONEY_NONE);

  groups = part->groups[mark];
  measure = part->measures[mark];
  if (!part->known || groups == NULL)
    return NIDA_MONEY_NONE;
  for (guint i = 0; i < groups->len; i++)
    for (guint s = 0; s < part->rules.n_sums; s++)
      if (part->rules.measures[s] & NIDA_MEASURE_BIT (measure))
        nida_sum_merge (&all, &part->chosen[g_array_index (groups, guint32, i) * part->rules.n_sums + s]);
  if (measure == NIDA_MEASURE_COUNT)
    return (NidaMoney) all.rows;
  return nida_values_to_money (part->values, all.sum, &money) ? money : NIDA_MONEY_NONE;
}
