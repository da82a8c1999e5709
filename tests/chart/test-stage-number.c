/* stage-number.c: a number on a slide is as large as its room and says its unit. */
#include "count-up.h"
#include "sample.h"

#include <string.h>

static const SampleRow rows[] = {
  { NIDA_KIND_REQUIREMENT, "2026", "Sudan 2026", NULL, NULL, NULL, NULL, NULL, 2900000000, NULL },
  { NIDA_KIND_PAID, "2026-01-05", "Sudan 2026", NULL, "Food", NULL, "Donor 1", NULL, 435000000, NULL },
};

static NidaScene *
number (NidaMeasure     measure,
        NidaNumberForm  form,
        double          width,
        const char     *title)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autoptr (GPtrArray) queries = NULL, cubes = NULL;
  NidaChartContext context = { .language = language, .measurer = measurer, .width = width, .height = 400, .scale = 1, .number = form };

  spec->measure = measure;
  spec->title = g_strdup (title);
  queries = nida_chart_spec_queries (spec);
  cubes = nida_local_engine_query_all (engine, queries, NULL);
  return nida_chart_build (spec, cubes, &context);
}

static void
test_coverage (void)
{
  g_autoptr (NidaScene) scene = number (NIDA_MEASURE_COVERAGE, NIDA_NUMBER_LARGEST, 300, NULL);
  const NidaNode *node = nida_scene_find (scene, "number");

  g_assert_cmpstr (node->text, ==, "15%");
  g_assert_cmpint (node->font, ==, NIDA_FONT_SLIDE_NUMBER);
  g_assert_cmpint (node->fill, ==, NIDA_COLOR_RECEIVED);
  g_assert_nonnull (node->mark);
}

/* "435 million US$" does not fit beside the large number: the unit stands below it, and blue is for what came. */
static void
test_unit_below (void)
{
  g_autoptr (NidaScene) scene = number (NIDA_MEASURE_REQUIREMENT, NIDA_NUMBER_LARGEST, 300, NULL);

  g_assert_cmpstr (nida_scene_find (scene, "number")->text, ==, "2.9");
  g_assert_true (nida_scene_find (scene, "number")->counts);
  g_assert_cmpstr (nida_scene_find (scene, "number/unit")->text, ==, "billion US$");
  g_assert_cmpint (nida_scene_find (scene, "number")->fill, ==, NIDA_COLOR_TEXT);
}

/* Of one amount, as a card and on a stage. */
static char *
counts_of (NidaMoney      amount,
           gboolean       arabic,
           NidaNumberForm form,
           char         **text)
{
  const SampleRow gift[] = { { NIDA_KIND_PAID, "2026-01-05", "Sudan 2026", NULL, "Food", NULL, "Donor 1", NULL, amount, NULL } };
  g_autoptr (NidaDataset) dataset = sample_dataset (gift, 1);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaLanguage) language = nida_language_new (arabic ? "ar" : "en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autoptr (GPtrArray) queries = NULL, cubes = NULL;
  g_autoptr (NidaScene) scene = NULL;
  NidaChartContext context = {
    .language = language, .measurer = measurer, .width = 600, .height = form == NIDA_NUMBER_CARD ? 104 : 400, .scale = 1, .number = form,
  };

  spec->measure = NIDA_MEASURE_RECEIVED;
  queries = nida_chart_spec_queries (spec);
  cubes = nida_local_engine_query_all (engine, queries, NULL);
  scene = nida_chart_build (spec, cubes, &context);
  *text = g_strdup (nida_scene_find (scene, "number")->text);
  return g_strdup (nida_scene_find (scene, "number")->counts);
}

/* Whatever the plural of its unit, millions count to millions; never to billions. */
static void
test_counts (void)
{
  const NidaNumberForm forms[] = { NIDA_NUMBER_CARD, NIDA_NUMBER_LARGEST };

  for (guint arabic = 0; arabic < 2; arabic++)
    for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
      {
        g_autofree char *few_text = NULL, *many_text = NULL, *billion_text = NULL;
        g_autofree char *few = counts_of (307000000, arabic, forms[i], &few_text);
        g_autofree char *many = counts_of (247000000, arabic, forms[i], &many_text);
        g_autofree char *billion = counts_of (1020000000, arabic, forms[i], &billion_text);
        NidaCountUp *up = nida_count_up_new (many_text, few_text);
        g_autofree char *half = NULL;

        g_assert_cmpstr (few, ==, many);
        g_assert_cmpstr (few, !=, billion);
        g_assert_nonnull (up);
        half = nida_count_up_at (up, 0.5);
        g_assert_nonnull (strstr (half, "277"));
        nida_count_up_free (up);
      }
}

static void
test_large (void)
{
  g_autoptr (NidaScene) scene = number (NIDA_MEASURE_RECEIVED, NIDA_NUMBER_LARGE, 300, "arrived until April");

  g_assert_cmpstr (nida_scene_find (scene, "number")->text, ==, "435 million US$");
  g_assert_cmpstr (nida_scene_find (scene, "title")->text, ==, "arrived until April");
  g_assert_null (nida_scene_find (scene, "context"));
}

/* In a row of four, where "435 million US$" would be cut after "million". */
static void
test_in_a_row (void)
{
  g_autoptr (NidaScene) scene = number (NIDA_MEASURE_RECEIVED, NIDA_NUMBER_LARGE, 100, NULL);

  g_assert_cmpstr (nida_scene_find (scene, "number")->text, ==, "435");
  g_assert_cmpstr (nida_scene_find (scene, "number/unit")->text, ==, "million US$");
}

static void
test_bare (void)
{
  g_autoptr (NidaScene) usual = number (NIDA_MEASURE_RECEIVED, NIDA_NUMBER_LARGE, 300, NULL);
  g_autoptr (NidaScene) bare = number (NIDA_MEASURE_RECEIVED, NIDA_NUMBER_BARE, 300, NULL);

  g_assert_nonnull (nida_scene_find (usual, "context"));
  g_assert_null (nida_scene_find (bare, "context"));
  g_assert_cmpstr (nida_scene_find (bare, "number")->text, ==, nida_scene_find (usual, "number")->text);
  g_assert_cmpstr (nida_scene_find (bare, "title")->text, ==, nida_scene_find (usual, "title")->text);
}

static void
test_narrow (void)
{
  for (double width = 40; width < 400; width += 20)
    {
      g_autoptr (NidaScene) scene = number (NIDA_MEASURE_GAP, NIDA_NUMBER_LARGEST, width, NULL);

      sample_assert_tidy (scene, "number");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage-number/coverage/is-one-large-word", test_coverage);
  g_test_add_func ("/stage-number/unit-is-below-where-it-finds-no-room", test_unit_below);
  g_test_add_func ("/stage-number/own-words-say-all", test_large);
  g_test_add_func ("/stage-number/unit-is-below-rather-than-cut", test_in_a_row);
  g_test_add_func ("/stage-number/bare/has-its-name-and-no-more", test_bare);
  g_test_add_func ("/stage-number/any-width-is-tidy", test_narrow);
  g_test_add_func ("/stage-number/counts-within-its-unit-in-both-languages", test_counts);
  return g_test_run ();
}
