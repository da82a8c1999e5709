/* bench-filter FLOWS.csv: load, then change a filter on a board of a million rows again and again; prints the median of
 * the engine's work, of building every scene, and of the figures that the filter panel shows beside its values. No two
 * rounds ask for the same rows, so that nothing which is kept from one to the next makes it look faster. */
#include "board.h"
#include "loader.h"
#include "local-engine.h"
#include "sources.h"

#include <stdlib.h>

#define ROUNDS 15

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static double
median_ms (gint64 *times)
{
  qsort (times, ROUNDS, sizeof (gint64), compare_times);
  return times[ROUNDS / 2] / 1000.0;
}

static void
collect_specs (NidaBoard *board,
               NidaQuery *filters,
               GPtrArray *specs,
               GPtrArray *queries,
               GArray    *counts)
{
  GPtrArray *lists[] = { board->cards, board->charts };

  for (guint l = 0; l < 2; l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        NidaChartSpec *spec = nida_board_apply (lists[l]->pdata[i], filters);
        GPtrArray *asked = nida_chart_spec_queries (spec);
        guint n = asked->len;

        for (guint q = 0; q < n; q++)
          g_ptr_array_add (queries, nida_query_ref (asked->pdata[q]));
        g_array_append_val (counts, n);
        g_ptr_array_add (specs, spec);
        g_ptr_array_unref (asked);
      }
}

/* Food security, and one more category each round. */
static NidaQuery *
make_filters (NidaCube *categories,
              guint     round)
{
  NidaQuery *filters = nida_query_new ();
  guint n = nida_cube_get_n_items (categories, 0);

  nida_query_add_filter (filters, NIDA_FIELD_CATEGORY, "Food Security");
  nida_query_add_filter (filters, NIDA_FIELD_CATEGORY, nida_cube_get_item (categories, 0, round % n)->name);
  return filters;
}

static NidaCube *
ask_categories (NidaLocalEngine *engine)
{
  g_autoptr (NidaQuery) query = nida_query_new ();

  query->by[query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  query->measures = 1u << NIDA_MEASURE_COUNT;
  return nida_local_engine_query (engine, query, NULL);
}

/* What the panel asks beside the charts: each field without its own filter, as ui/answers.c does. */
static GPtrArray *
panel_queries (NidaQuery *filters)
{
  static const NidaGroupBy by[] = {
    { NIDA_FIELD_DONOR, NIDA_STEP_NONE }, { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE }, { NIDA_FIELD_KIND, NIDA_STEP_NONE },
    { NIDA_FIELD_DATE, NIDA_STEP_YEAR },
  };
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);

  for (guint i = 0; i < G_N_ELEMENTS (by); i++)
    {
      NidaQuery *query = nida_query_copy (filters);

      query->by[query->n_by++] = by[i];
      query->measures = 1u << NIDA_MEASURE_RECEIVED | 1u << NIDA_MEASURE_PLEDGED | 1u << NIDA_MEASURE_REQUIREMENT |
                        1u << NIDA_MEASURE_REPORTED;
      nida_query_clear_filter (query, by[i].field);
      g_ptr_array_add (queries, query);
    }
  return queries;
}

static void
build_scenes (GPtrArray        *specs,
              GArray           *counts,
              GPtrArray        *cubes,
              NidaChartContext *context)
{
  guint next = 0;

  for (guint i = 0; i < specs->len; i++)
    {
      g_autoptr (GPtrArray) own = g_ptr_array_new ();
      g_autoptr (NidaScene) scene = NULL;

      for (guint q = 0; q < g_array_index (counts, guint, i); q++)
        g_ptr_array_add (own, cubes->pdata[next++]);
      scene = nida_chart_build (specs->pdata[i], own, context);
    }
}

int
main (int    argc,
      char **argv)
{
  const char *inputs[] = { argc > 1 ? argv[1] : "", NULL };
  NidaLoadOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, &error);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (FALSE);
  g_autoptr (NidaLocalEngine) engine = NULL;
  g_autoptr (NidaBoard) board = NULL;
  g_autoptr (NidaSources) sources = NULL;
  g_autoptr (NidaCube) categories = NULL;
  gint64 work[ROUNDS], scenes[ROUNDS], panel[ROUNDS];
  NidaChartContext context;

  if (dataset == NULL)
    g_error ("%s", error->message);
  engine = nida_local_engine_new (dataset);
  board = nida_board_new_for (engine, language);
  sources = nida_sources_new (dataset, language);
  nida_sources_pin_donors (sources, engine);
  nida_board_set_colors (board, sources->colors);
  categories = ask_categories (engine);
  context = (NidaChartContext) {
    .language = language, .measurer = measurer, .width = 648, .height = 356, .scale = 1, .colors = sources->colors,
    .sources = (const char * const *) sources->names, .as_of = sources->as_of,
  };
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (NidaQuery) filters = make_filters (categories, round);
      g_autoptr (GPtrArray) shown = panel_queries (filters);
      g_autoptr (GPtrArray) figures = NULL;
      g_autoptr (GPtrArray) specs = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
      g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);
      g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GPtrArray) cubes = NULL;
      gint64 start;

      collect_specs (board, filters, specs, queries, counts);
      start = g_get_monotonic_time ();
      cubes = nida_local_engine_query_all (engine, queries, &error);
      work[round] = g_get_monotonic_time () - start;
      if (cubes == NULL)
        g_error ("%s", error->message);
      start = g_get_monotonic_time ();
      build_scenes (specs, counts, cubes, &context);
      scenes[round] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      figures = nida_local_engine_query_all (engine, shown, &error);
      panel[round] = g_get_monotonic_time () - start;
    }
  g_print ("%u rows, %u cards and charts: a filter change takes %.1f ms in the engine and %.1f ms to build the scenes, "
           "and the filter panel's figures %.1f ms (medians of %d)\n",
           nida_dataset_get_n_rows (dataset), board->cards->len + board->charts->len, median_ms (work), median_ms (scenes),
           median_ms (panel), ROUNDS);
  return 0;
}
