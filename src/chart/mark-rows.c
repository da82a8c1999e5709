/* From a mark to its rows: the question of the chart, narrowed by what the mark stands for. */
#include "config.h"

#include "mark-rows.h"

#include "chart.h"
#include "recipe.h"

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

static gboolean
chooses_appeals (NidaQuery *query)
{
  const char * const *values;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    if (nida_query_get_filter (query, i, &values) == NIDA_FIELD_APPEAL)
      return TRUE;
  return FALSE;
}

/* A waterfall goes down from what is required: money for appeals without a requirement, and for none, is in no step of it. */
static void
narrow_to_required (NidaQuery       *query,
                    NidaLocalEngine *engine,
                    NidaQuery       *asked)
{
  g_autoptr (NidaCube) cube = nida_local_engine_query (engine, asked, NULL);

  if (cube == NULL || asked->n_by == 0 || asked->by[0].field != NIDA_FIELD_APPEAL || chooses_appeals (query))
    return;
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      if (cell->values[NIDA_MEASURE_REQUIREMENT] > 0)
        nida_query_add_filter (query, NIDA_FIELD_APPEAL, nida_recipe_item_filter (nida_cube_get_item (cube, 0, cell->item[0])));
    }
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

  if (spec->kind == NIDA_CHART_WATERFALL)
    narrow_to_required (query, engine, g_ptr_array_index (asked, 0));
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
