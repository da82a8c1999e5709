/* bench-filter FLOWS.csv: load, then change a filter on a board of a million rows again and again; prints the median of
 * the engine's work and of building every scene. */
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
  gint64 work[ROUNDS], scenes[ROUNDS];
  NidaChartContext context;

  if (dataset == NULL)
    g_error ("%s", error->message);
  engine = nida_local_engine_new (dataset);
  board = nida_board_new_for (engine, language);
  sources = nida_sources_new (dataset, language);
  nida_sources_pin_donors (sources, engine);
  nida_board_set_colors (board, sources->colors);
  context = (NidaChartContext) {
    .language = language, .measurer = measurer, .width = 648, .height = 356, .scale = 1, .colors = sources->colors,
    .sources = (const char * const *) sources->names, .as_of = sources->as_of,
  };
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (NidaQuery) filters = nida_query_new ();
      g_autoptr (GPtrArray) specs = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
      g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);
      g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GPtrArray) cubes = NULL;
      gint64 start;

      nida_query_add_filter (filters, NIDA_FIELD_CATEGORY, round % 2 ? "Health" : "Food Security");
      collect_specs (board, filters, specs, queries, counts);
      start = g_get_monotonic_time ();
      cubes = nida_local_engine_query_all (engine, queries, &error);
      work[round] = g_get_monotonic_time () - start;
      if (cubes == NULL)
        g_error ("%s", error->message);
      start = g_get_monotonic_time ();
      build_scenes (specs, counts, cubes, &context);
      scenes[round] = g_get_monotonic_time () - start;
    }
  g_print ("%u rows, %u cards and charts: a filter change takes %.1f ms in the engine and %.1f ms to build the scenes (median of %d)\n",
           nida_dataset_get_n_rows (dataset), board->cards->len + board->charts->len, median_ms (work), median_ms (scenes), ROUNDS);
  return 0;
}
