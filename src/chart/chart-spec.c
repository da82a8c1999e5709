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
};

gboolean
nida_chart_kind_is_along_time (NidaChartKind kind)
{
  return kind == NIDA_CHART_TIMELINE || kind == NIDA_CHART_INDICATOR || kind == NIDA_CHART_EVENTS;
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

  return spec;
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
  copy->pinned = g_strdup (spec->pinned);
  copy->category = g_strdup (spec->category);
  copy->hued = g_strdupv (spec->hued);

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
  g_free (spec->pinned);
  g_free (spec->category);
  g_strfreev (spec->hued);
  g_free (spec);
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
