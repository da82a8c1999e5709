/* build-up.c: steps of a chart leave everything where it stands. */
#include "build-up.h"

#include "sample.h"

#include <string.h>

static const SampleRow rows[] = {
  { NIDA_KIND_REQUIREMENT, "2026", "Sudan 2026", NULL, NULL, NULL, NULL, NULL, 2900, NULL },
  { NIDA_KIND_PAID, "2026-01-05", "Sudan 2026", NULL, "Food", NULL, "Donor 1", NULL, 400, NULL },
  { NIDA_KIND_PAID, "2026-02-15", "Sudan 2026", NULL, "Health", NULL, "Donor 2", NULL, 88, NULL },
};

static NidaScene *
scene_of (NidaChartKind kind,
          NidaField     by,
          guint         n_rows)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n_rows);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { by, NIDA_STEP_NONE };
  return sample_scene (dataset, spec, SAMPLE_WIDE);
}

static void
test_coverage (void)
{
  g_autoptr (NidaScene) scene = scene_of (NIDA_CHART_COVERAGE, NIDA_FIELD_APPEAL, 3);
  g_autoptr (NidaScene) required = nida_build_up_at (scene, NIDA_CHART_COVERAGE, 0), received = nida_build_up_at (scene, NIDA_CHART_COVERAGE, 1);
  g_autoptr (NidaScene) whole = nida_build_up_at (scene, NIDA_CHART_COVERAGE, 2);
  const NidaNode *bar = nida_scene_find (required, "bar/Sudan 2026/whole"), *part = nida_scene_find (received, "bar/Sudan 2026/received");
  const NidaNode *gap = nida_scene_find (scene, "bar/Sudan 2026/gap");

  g_assert_cmpuint (nida_build_up_count (scene, NIDA_CHART_COVERAGE), ==, 3);
  g_assert_true (whole == scene);
  g_assert_cmpfloat_with_epsilon (bar->box.width, part->box.width + gap->box.width, 1.5);
  g_assert_null (nida_scene_find (required, "bar/Sudan 2026/received"));
  g_assert_null (nida_scene_find (required, "percent/Sudan 2026"));
  g_assert_nonnull (nida_scene_find (required, "label/Sudan 2026"));
  g_assert_null (nida_scene_find (received, "bar/Sudan 2026/gap"));
  g_assert_cmpfloat (part->box.x, ==, nida_scene_find (scene, "bar/Sudan 2026/received")->box.x);
}

/* Nothing was received as far as the sources say: there is nothing to build. */
static void
test_unknown (void)
{
  g_autoptr (NidaScene) scene = scene_of (NIDA_CHART_COVERAGE, NIDA_FIELD_APPEAL, 1);

  g_assert_cmpuint (nida_build_up_count (scene, NIDA_CHART_COVERAGE), ==, 1);
}

static void
test_series (void)
{
  g_autoptr (NidaScene) scene = scene_of (NIDA_CHART_TIMELINE, NIDA_FIELD_DONOR, 3);
  guint n = nida_build_up_count (scene, NIDA_CHART_TIMELINE);
  guint before = 0;

  g_assert_cmpuint (n, ==, 2);
  for (guint step = 0; step < n; step++)
    {
      g_autoptr (NidaScene) built = nida_build_up_at (scene, NIDA_CHART_TIMELINE, step);

      g_assert_cmpuint (nida_scene_get_n_nodes (built), >, before);
      before = nida_scene_get_n_nodes (built);
    }
  g_assert_cmpuint (before, ==, nida_scene_get_n_nodes (scene));
}

static void
nothing_but_own (gpointer             data,
                 const NidaChartSpec *spec,
                 const NidaMark      *mark,
                 guint                counts[NIDA_N_NEWS])
{
  memset (counts, 0, NIDA_N_NEWS * sizeof *counts);
  counts[NIDA_NEWS_OWN] = 1;
}

/* No sign hangs where its bar does not stand yet. */
static void
test_signs (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, 3);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_COVERAGE);
  g_autoptr (GPtrArray) queries = NULL, cubes = NULL;
  g_autoptr (NidaScene) scene = NULL;
  const NidaChartNews news = { .count = nothing_but_own };
  const NidaChartContext context = { .language = language, .measurer = measurer, .width = 600, .height = 400, .scale = 1, .news = &news };

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_APPEAL, NIDA_STEP_NONE };
  queries = nida_chart_spec_queries (spec);
  cubes = nida_local_engine_query_all (engine, queries, NULL);
  scene = nida_chart_build (spec, cubes, &context);
  for (guint step = 0; step < nida_build_up_count (scene, NIDA_CHART_COVERAGE); step++)
    {
      g_autoptr (NidaScene) built = nida_build_up_at (scene, NIDA_CHART_COVERAGE, step);

      g_assert_true ((nida_scene_find (built, "own/bar/Sudan 2026/received") != NULL)
                     == (nida_scene_find (built, "bar/Sudan 2026/received") != NULL));
    }
  g_assert_nonnull (nida_scene_find (scene, "own/bar/Sudan 2026/received"));
}

static void
test_others_come_at_once (void)
{
  g_autoptr (NidaScene) scene = scene_of (NIDA_CHART_RANKING, NIDA_FIELD_DONOR, 3);
  g_autoptr (NidaScene) built = nida_build_up_at (scene, NIDA_CHART_RANKING, 0);

  g_assert_true (built == scene);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/build-up/coverage/requirement-received-gap", test_coverage);
  g_test_add_func ("/build-up/coverage/without-received-at-once", test_unknown);
  g_test_add_func ("/build-up/timeline/series-by-series", test_series);
  g_test_add_func ("/build-up/signs-come-with-their-bars", test_signs);
  g_test_add_func ("/build-up/others-at-once", test_others_come_at_once);
  return g_test_run ();
}
