/* From a mark to its rows: the question of the chart, narrowed by what the mark stands for. */
#include "config.h"

#include "mark-rows.h"

#include "chart.h"

static NidaQuery *
rows_query (const NidaChartSpec *spec,
            const NidaMark      *mark)
{
  NidaQuery *query = nida_query_copy (spec->query);

  for (guint i = 0; mark != NULL && i < mark->n_fields; i++)
    {
      nida_query_clear_filter (query, mark->fields[i]);
      nida_query_add_filter (query, mark->fields[i], mark->values[i]);
    }
  return query;
}

GArray *
nida_mark_rows (const NidaChartSpec *spec,
                 NidaLocalEngine     *engine,
                 const NidaMark      *mark)
{
  g_autoptr (NidaQuery) query = rows_query (spec, mark);
  g_autoptr (GPtrArray) asked = nida_chart_spec_queries (spec);
  /* what is needed and what covers it, whichever measure the chart had as another kind */
  gboolean needs = spec->kind == NIDA_CHART_COVERAGE || spec->kind == NIDA_CHART_WATERFALL;
  gboolean facts = spec->kind == NIDA_CHART_EVENTS || spec->kind == NIDA_CHART_INDICATOR || needs;
  GArray *rows;

  query->measures = facts ? 0 : 1u << spec->measure;
  query->fact_kinds = 0;
  rows = facts ? NULL : nida_local_engine_select_counted (engine, query, NULL);
  if (rows != NULL && rows->len > 0)
    return rows;
  g_clear_pointer (&rows, g_array_unref);
  for (guint i = 0; i < asked->len; i++)
    {
      NidaQuery *one = g_ptr_array_index (asked, i);

      query->measures |= needs ? one->measures : 0;
      query->fact_kinds |= one->fact_kinds;
    }
  return nida_local_engine_select_counted (engine, query, NULL);
}

GArray *
nida_mark_rows_of (const NidaChartSpec *spec,
                    NidaLocalEngine     *engine,
                    const NidaMark      *mark,
                    guint                measures)
{
  g_autoptr (NidaQuery) query = rows_query (spec, mark);

  query->measures = measures;
  query->fact_kinds = 0;
  return nida_local_engine_select_counted (engine, query, NULL);
}
