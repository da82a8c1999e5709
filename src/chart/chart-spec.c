/* The value that says what a chart is to show; the names by which the command line and documents call it. */
#include "config.h"

#include "chart-spec.h"

static const char * const kind_names[NIDA_N_CHARTS] = {
  [NIDA_CHART_NUMBER] = "number",
  [NIDA_CHART_COVERAGE] = "coverage",
  [NIDA_CHART_TIMELINE] = "timeline",
  [NIDA_CHART_RANKING] = "ranking",
  [NIDA_CHART_PARTS] = "parts",
  [NIDA_CHART_INDICATOR] = "indicator",
  [NIDA_CHART_EVENTS] = "events",
  [NIDA_CHART_WAFFLE] = "waffle",
  [NIDA_CHART_TREEMAP] = "treemap",
  [NIDA_CHART_HEATMAP] = "heatmap",
  [NIDA_CHART_LINE] = "line",
  [NIDA_CHART_AREA] = "area",
  [NIDA_CHART_DOTPLOT] = "dotplot",
  [NIDA_CHART_SLOPE] = "slope",
  [NIDA_CHART_BUMP] = "bump",
  [NIDA_CHART_WATERFALL] = "waterfall",
  [NIDA_CHART_SANKEY] = "sankey",
  [NIDA_CHART_TILE_MAP] = "tilemap",
  [NIDA_CHART_PACE] = "pace",
};

gboolean
nida_chart_kind_is_along_time (NidaChartKind kind)
{
  switch (kind)
    {
    case NIDA_CHART_TIMELINE:
    case NIDA_CHART_INDICATOR:
    case NIDA_CHART_EVENTS:
    case NIDA_CHART_LINE:
    case NIDA_CHART_AREA:
    case NIDA_CHART_BUMP:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
reference_free (gpointer data)
{
  NidaReference *self = data;

  g_free (self->label);
  g_free (self->label_ar);
  g_free (self);
}

static void
note_free (gpointer data)
{
  NidaNote *self = data;

  for (guint i = 0; i < self->n_fields; i++)
    g_free (self->values[i]);
  g_free (self->text);
  g_free (self->text_ar);
  g_free (self);
}

static void
hue_free (gpointer data)
{
  NidaHue *self = data;

  g_free (self->name);
  g_free (self);
}

static void
make_lists (NidaChartSpec *spec)
{
  spec->references = g_ptr_array_new_with_free_func (reference_free);
  spec->notes = g_ptr_array_new_with_free_func (note_free);
  spec->hues = g_ptr_array_new_with_free_func (hue_free);
}

/**
 * nida_chart_spec_new:
 * @kind: what to draw
 *
 * A spec with an open question: all rows, US dollars, received, everything else chosen by the chart.
 *
 * Returns: (transfer full): a new spec
 */
NidaChartSpec *
nida_chart_spec_new (NidaChartKind kind)
{
  NidaChartSpec *spec = g_new0 (NidaChartSpec, 1);

  g_assert (kind < NIDA_N_CHARTS);
  spec->kind = kind;
  spec->query = nida_query_new ();
  spec->measure = NIDA_MEASURE_RECEIVED;
  make_lists (spec);

  return spec;
}

static void
copy_lists (NidaChartSpec       *copy,
            const NidaChartSpec *spec)
{
  for (guint i = 0; i < spec->references->len; i++)
    {
      const NidaReference *reference = spec->references->pdata[i];

      nida_chart_spec_add_reference (copy, reference->value, reference->currency, reference->label, reference->label_ar);
    }
  for (guint i = 0; i < spec->notes->len; i++)
    {
      const NidaNote *note = spec->notes->pdata[i];
      NidaNote *twin = nida_chart_spec_add_note (copy, note->text, note->text_ar);

      for (guint f = 0; f < note->n_fields; f++)
        nida_note_add_value (twin, note->fields[f], note->values[f]);
      twin->moved = note->moved;
      twin->dx = note->dx;
      twin->dy = note->dy;
    }
  for (guint i = 0; i < spec->hues->len; i++)
    {
      const NidaHue *hue = spec->hues->pdata[i];

      nida_chart_spec_set_hue (copy, hue->field, hue->name, hue->color);
    }
}

/**
 * nida_chart_spec_copy:
 * @spec: a spec
 *
 * A deep copy: its query may be changed without touching that of @spec.
 *
 * Returns: (transfer full): a new spec
 */
NidaChartSpec *
nida_chart_spec_copy (const NidaChartSpec *spec)
{
  NidaChartSpec *copy = g_memdup2 (spec, sizeof *spec);

  copy->query = nida_query_copy (spec->query);
  copy->title = g_strdup (spec->title);
  copy->title_ar = g_strdup (spec->title_ar);
  copy->subtitle = g_strdup (spec->subtitle);
  copy->subtitle_ar = g_strdup (spec->subtitle_ar);
  copy->note = g_strdup (spec->note);
  copy->note_ar = g_strdup (spec->note_ar);
  make_lists (copy);
  copy_lists (copy, spec);
  copy->pinned = g_strdup (spec->pinned);
  copy->category = g_strdup (spec->category);
  copy->hued = g_strdupv (spec->hued);
  copy->chosen = g_strdupv (spec->chosen);
  copy->ordered = g_strdupv (spec->ordered);
  copy->kept = g_strdupv (spec->kept);

  return copy;
}

/**
 * nida_chart_spec_free:
 * @spec: (transfer full) (nullable): a spec
 */
void
nida_chart_spec_free (NidaChartSpec *spec)
{
  if (spec == NULL)
    return;

  g_clear_pointer (&spec->query, nida_query_unref);
  g_free (spec->title);
  g_free (spec->title_ar);
  g_free (spec->subtitle);
  g_free (spec->subtitle_ar);
  g_free (spec->note);
  g_free (spec->note_ar);
  g_ptr_array_unref (spec->references);
  g_ptr_array_unref (spec->notes);
  g_ptr_array_unref (spec->hues);
  g_free (spec->pinned);
  g_free (spec->category);
  g_strfreev (spec->hued);
  g_strfreev (spec->chosen);
  g_strfreev (spec->ordered);
  g_strfreev (spec->kept);
  g_free (spec);
}

/**
 * nida_chart_spec_add_reference:
 * @value: as a cell of a cube holds it
 * @currency: (nullable): of an amount, ISO 4217
 * @label: (nullable): what it is, or %NULL where the figure says enough
 *
 * Returns: (transfer none): the new reference
 */
NidaReference *
nida_chart_spec_add_reference (NidaChartSpec *spec,
                               NidaMoney      value,
                               const char    *currency,
                               const char    *label,
                               const char    *label_ar)
{
  NidaReference *reference = g_new0 (NidaReference, 1);

  g_strlcpy (reference->currency, currency != NULL ? currency : "", sizeof reference->currency);
  reference->value = value;
  reference->label = g_strdup (label);
  reference->label_ar = g_strdup (label_ar);
  g_ptr_array_add (spec->references, reference);
  return reference;
}

/**
 * nida_chart_spec_add_note:
 * @text: (nullable): in English
 * @text_ar: (nullable): in Arabic
 *
 * Returns: (transfer none): the new note, whose datum nida_note_add_value() tells
 */
NidaNote *
nida_chart_spec_add_note (NidaChartSpec *spec,
                          const char    *text,
                          const char    *text_ar)
{
  NidaNote *note = g_new0 (NidaNote, 1);

  note->text = g_strdup (text);
  note->text_ar = g_strdup (text_ar);
  g_ptr_array_add (spec->notes, note);
  return note;
}

/**
 * nida_note_add_value:
 * @field: one of at most %NIDA_MAX_BY that tell the datum
 * @value: as a mark of it filters
 */
void
nida_note_add_value (NidaNote   *note,
                     NidaField   field,
                     const char *value)
{
  g_return_if_fail (note->n_fields < NIDA_MAX_BY);

  note->fields[note->n_fields] = field;
  note->values[note->n_fields++] = g_strdup (value);
}

/**
 * nida_chart_spec_set_hue:
 * @field: of the name
 * @name: the English one
 * @color: a role of the series, OTHER, or NONE to let go of it
 */
void
nida_chart_spec_set_hue (NidaChartSpec *spec,
                         NidaField      field,
                         const char    *name,
                         NidaColor      color)
{
  NidaHue *hue;

  for (guint i = 0; i < spec->hues->len; i++)
    {
      hue = spec->hues->pdata[i];
      if (hue->field != field || !g_str_equal (hue->name, name))
        continue;
      hue->color = color;
      if (color == NIDA_COLOR_NONE)
        g_ptr_array_remove_index (spec->hues, i);
      return;
    }
  if (color == NIDA_COLOR_NONE)
    return;
  hue = g_new0 (NidaHue, 1);
  hue->field = field;
  hue->name = g_strdup (name);
  hue->color = color;
  g_ptr_array_add (spec->hues, hue);
}

/**
 * nida_chart_spec_pick:
 *
 * Returns: (transfer none) (nullable): the words for who reads Arabic, or English
 */
const char *
nida_chart_spec_pick (gboolean    arabic,
                      const char *english,
                      const char *arabic_words)
{
  const char *first = arabic ? arabic_words : english, *second = arabic ? english : arabic_words;

  return first != NULL && *first != '\0' ? first : second != NULL && *second != '\0' ? second : NULL;
}

/**
 * nida_chart_kind_get_name:
 * @kind: a kind of chart
 *
 * Returns: (transfer none): the word of `--chart`, not for people
 */
const char *
nida_chart_kind_get_name (NidaChartKind kind)
{
  g_return_val_if_fail (kind < NIDA_N_CHARTS, NULL);

  return kind_names[kind];
}

/**
 * nida_chart_kind_from_name:
 * @name: a word of `--chart`
 * @kind: (out): the kind
 *
 * Returns: %FALSE when no chart has this name
 */
gboolean
nida_chart_kind_from_name (const char    *name,
                           NidaChartKind *kind)
{
  for (guint i = 0; i < NIDA_N_CHARTS; i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * nida_chart_kind_list:
 *
 * Returns: (transfer full): all words of `--chart` that name one chart, separated by commas
 */
char *
nida_chart_kind_list (void)
{
  const char *names[NIDA_N_CHARTS + 1] = { NULL };

  for (guint i = 0; i < NIDA_N_CHARTS; i++)
    names[i] = kind_names[i];
  return g_strjoinv (", ", (char **) names);
}
