/* test-chart.c tests chart.c and chart-spec.c. */
#include "chart.h"

#include <string.h>

static void
test_names (void)
{
  NidaChartKind kind;

  for (NidaChartKind k = 0; k < NIDA_N_CHARTS; k++)
    {
      g_assert_true (nida_chart_kind_from_name (nida_chart_kind_get_name (k), &kind));
      g_assert_cmpint (kind, ==, k);
    }
  g_assert_false (nida_chart_kind_from_name ("pie", &kind));
  g_assert_false (nida_chart_kind_from_name (NULL, &kind));
}

static void
test_copy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaChartSpec) copy = NULL;

  spec->title = g_strdup ("Mine");
  spec->top = 7;
  nida_query_add_filter (spec->query, NIDA_FIELD_DONOR, "Kuwait");
  copy = nida_chart_spec_copy (spec);
  nida_query_add_filter (copy->query, NIDA_FIELD_COUNTRY, "Yemen");
  g_assert_cmpuint (nida_query_get_n_filters (spec->query), ==, 1);
  g_assert_cmpuint (nida_query_get_n_filters (copy->query), ==, 2);
  g_assert_cmpstr (copy->title, ==, "Mine");
  g_assert_true (copy->title != spec->title);
  g_assert_cmpuint (copy->top, ==, 7);
  nida_chart_spec_free (NULL);
}

static void
test_queries (void)
{
  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);
      g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);

      g_assert_cmpuint (queries->len, >=, 1);
      for (guint i = 0; i < queries->len; i++)
        g_assert_true (g_ptr_array_index (queries, i) != spec->query);
    }
}

static void
test_message (void)
{
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      g_autoptr (NidaLanguage) language = nida_language_new (arabic ? "ar" : "en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
      g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
      NidaChartContext context = { .language = language, .measurer = measurer, .width = 480, .height = 356, .scale = 1.0 };
      g_autoptr (NidaScene) scene = nida_chart_build_message ("A title", "Still loading …", &context);

      g_assert_nonnull (nida_scene_find (scene, "message"));
      g_assert_nonnull (nida_scene_find (scene, "source"));
      g_assert_cmpint (nida_scene_is_rtl (scene), ==, (int) arabic);
      g_assert_cmpstr (nida_scene_get_title (scene), ==, "A title");
      g_assert_nonnull (strstr (nida_scene_get_description (scene), "Still loading …"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-spec/names/round-trip", test_names);
  g_test_add_func ("/chart-spec/copy/is-deep", test_copy);
  g_test_add_func ("/chart/queries/every-kind-asks", test_queries);
  g_test_add_func ("/chart/message/stands-in-the-frame", test_message);

  return g_test_run ();
}
