/* The sums of a brush index, by group and bin: few passes over the rows for all charts that see the same rows in the same way. */
#include "brush-index-private.h"

#include "dimension-lists.h"
#include "filter.h"
#include "scan-coarser.h"
#include "scan-plan.h"

#include <string.h>

/* --- what a pass has found --- */

/* By bin; the axes are the last dimensions, so that a group's number ends with its bin. */
static void
take_tally (NidaBrushPart   *part,
            guint            n_bins,
            const NidaTally *tally)
{
  guint64 size = nida_tally_get_size (tally);
  guint n_sums = part->rules.n_sums;

  part->entries = g_new (GArray *, n_bins);
  for (guint bin = 0; bin < n_bins; bin++)
    part->entries[bin] = g_array_new (FALSE, FALSE, sizeof (NidaBrushEntry));
  part->chosen = g_new0 (NidaSum, part->n_groups * n_sums + 1);
  for (guint64 i = 0; i < size; i++)
    {
      const NidaSum *sums;
      guint64 group;

      if (!nida_tally_get (tally, i, &group, &sums))
        continue;
      for (guint s = 0; s < n_sums; s++)
        {
          NidaBrushEntry entry = { group / n_bins * n_sums + s, sums[s] };

          if (sums[s].rows > 0)
            g_array_append_val (part->entries[group % n_bins], entry);
        }
    }
}

typedef struct {
  NidaBrushIndex *index;
  NidaScan       *scans;        /* by part */
} NidaTaking;

static void
taken (NidaScan *scan,
       gpointer  data)
{
  const NidaTaking *taking = data;

  take_tally (&taking->index->parts[scan - taking->scans], taking->index->n_bins, &scan->tally);
}

/* --- the finest groups of each field --- */

static void
dimension_clear (gpointer data)
{
  nida_dimension_clear (data);
}

static gboolean
refines (const NidaDimension *one,
         const NidaDimension *other)
{
  g_autofree guint32 *map = one->by.field == other->by.field ? nida_dimension_map_slots (one, other) : NULL;

  return map != NULL;
}

/* Takes @dimension, unless there is one that is as fine. */
static void
take_dimension (GArray        *fine,
                NidaDimension *dimension)
{
  for (guint i = 0; i < fine->len; i++)
    {
      NidaDimension *known = &g_array_index (fine, NidaDimension, i);

      if (refines (known, dimension))
        {
          nida_dimension_clear (dimension);
          return;
        }
      if (refines (dimension, known))
        {
          nida_dimension_clear (known);
          *known = *dimension;
          return;
        }
    }
  g_array_append_val (fine, *dimension);
}

static void
borrow_dimension (GArray              *fine,
                  const NidaDimension *dimension)
{
  NidaDimension borrowed = *dimension;

  borrowed.shared = TRUE;
  take_dimension (fine, &borrowed);
}

/* All names that any axis or mark names in @field; the others are one group. What lists several is as far apart as in an axis. */
static void
take_names (NidaBrushIndex       *self,
            GArray               *fine,
            NidaField             field,
            const NidaBrushAxis  *axes,
            const NidaBrushChart *charts)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  NidaDimension dimension;
  gboolean is_axis = FALSE;

  for (guint a = 0; a < self->n_axes; a++)
    {
      is_axis |= axes[a].by.field == field;
      for (guint i = 0; axes[a].by.field == field && axes[a].names != NULL && axes[a].names[i] != NULL; i++)
        if (g_hash_table_add (known, (gpointer) axes[a].names[i]))
          g_ptr_array_add (names, g_strdup (axes[a].names[i]));
    }
  for (guint i = 0; i < self->n_parts; i++)
    nida_brush_chart_take_names (&charts[i], field, known, names);
  g_ptr_array_add (names, NULL);
  if (!nida_dimension_init (&dimension, self->sheet, (NidaGroupBy) { field, NIDA_STEP_NONE }, self->fiscal_start))
    return;
  if (is_axis)
    nida_dimension_split_lists (&dimension, (const char * const *) names->pdata);
  nida_dimension_join (&dimension, (const char * const *) names->pdata, FALSE);
  take_dimension (fine, &dimension);
}

/* (element-type NidaDimension): those of the axes first, since every scan needs them. */
static GArray *
find_fine (NidaBrushIndex       *self,
           const NidaBrushAxis  *axes,
           const NidaBrushChart *charts)
{
  GArray *fine = g_array_new (FALSE, FALSE, sizeof (NidaDimension));
  guint64 named = 0;

  g_array_set_clear_func (fine, dimension_clear);
  for (guint a = 0; a < self->n_axes; a++)
    borrow_dimension (fine, &self->axes[a]);
  for (guint i = 0; i < self->n_parts; i++)
    for (guint d = 0; self->parts[i].known && d < self->parts[i].n_dimensions; d++)
      {
        const NidaDimension *dimension = &self->parts[i].dimensions[d];
        guint64 bit = nida_field_is_code (dimension->by.field) ? G_GUINT64_CONSTANT (1) << dimension->by.field : 0;

        if (bit & ~named)
          take_names (self, fine, dimension->by.field, axes, charts);
        named |= bit;
        borrow_dimension (fine, dimension);
      }
  return fine;
}

/* --- passes --- */

static gboolean
same_rows (const NidaBrushChart *one,
           const NidaBrushChart *other)
{
  return nida_filter_same (one->query, other->query) && one->query->rule == other->query->rule &&
         one->query->prices == other->query->prices && g_strcmp0 (one->query->currency, other->query->currency) == 0;
}

static void
begin_scan (NidaBrushIndex  *self,
            guint            at,
            const NidaRules *rules,
            NidaSelection   *selection,
            GCancellable    *cancellable,
            NidaScan        *scan)
{
  NidaBrushPart *part = &self->parts[at];

  part->rules = *rules;
  memcpy (&part->dimensions[part->n_dimensions], self->axes, self->n_axes * sizeof (NidaDimension));
  *scan = (NidaScan) { .sheet = self->sheet, .selection = selection, .rules = &part->rules, .values = part->values,
                       .dimensions = part->dimensions, .n_dimensions = part->n_dimensions + self->n_axes,
                       .cancellable = cancellable };
}

/* All charts that see the same rows in the same way as the chart @first. */
static gboolean
sum_alike (NidaBrushIndex        *self,
           GArray                *fine,
           const NidaBrushChart  *charts,
           guint                  first,
           guint8                *done,
           GCancellable          *cancellable,
           GError               **error)
{
  g_autoptr (NidaFilter) filter = nida_filter_new (self->sheet, charts[first].query, error);
  g_autoptr (NidaSelection) selection = filter == NULL ? NULL : nida_filter_run (filter, cancellable, error);
  g_autofree NidaScan *scans = g_new0 (NidaScan, self->n_parts);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  NidaTaking taking = { self, scans };
  NidaRules rules;

  if (selection == NULL)
    return FALSE;
  nida_rules_init (&rules, nida_rules_resolve (charts[first].query->rule, NIDA_MEASURES_OF_FLOWS), NIDA_MEASURES_OF_FLOWS,
                   selection);
  for (guint i = first; i < self->n_parts; i++)
    {
      if (done[i] || !self->parts[i].known || !same_rows (&charts[first], &charts[i]))
        continue;
      done[i] = TRUE;
      begin_scan (self, i, &rules, selection, cancellable, &scans[i]);
      g_ptr_array_add (wanted, &scans[i]);
    }
  return nida_scans_run_few ((NidaScan **) wanted->pdata, wanted->len, (const NidaDimension *) fine->data, fine->len, taken,
                             &taking, error);
}

gboolean
nida_brush_sums_fill (NidaBrushIndex        *self,
                      const NidaBrushAxis   *axes,
                      const NidaBrushChart  *charts,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_autofree guint8 *done = g_new0 (guint8, self->n_parts + 1);
  g_autoptr (GArray) fine = find_fine (self, axes, charts);

  for (guint i = 0; i < self->n_parts; i++)
    if (!done[i] && self->parts[i].known && !sum_alike (self, fine, charts, i, done, cancellable, error))
      return FALSE;
  return TRUE;
}
