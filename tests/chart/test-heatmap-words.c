/* heatmap-words.c: the message names the largest figure and where it is, and no one of several alone. */
#include "config.h"

#include "sample.h"

#include <string.h>

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          NidaMeasure      measure)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);

  spec->measure = measure;
  return sample_scene (dataset, spec, (SampleFrame) { 900, 420, 1, FALSE, NIDA_TIME_LTR });
}

static void
test_largest (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2023", .donor = "Donor 1", .amount = 4000000 },
    { NIDA_KIND_PAID, "2025", .donor = "Donor 2", .amount = 9000000 },
    { NIDA_KIND_PAID, "2025", .donor = "Donor 1", .amount = 1000000 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED);

  g_assert_cmpstr (nida_scene_get_title (scene), ==, "The most: Donor 2, 2025: $9M");
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "2 donors by 2023"));
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "The most: Donor 2, 2025: $9M."));
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "$14M"));
}

static void
test_tie (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2023", .donor = "Donor 1", .amount = 9000000 },
    { NIDA_KIND_PAID, "2025", .donor = "Donor 2", .amount = 9000000 },
    { NIDA_KIND_PAID, "2025", .donor = "Donor 1", .amount = 9000000 },
    { NIDA_KIND_PAID, "2024", .donor = "Donor 1", .amount = 1000000 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED);

  g_assert_true (g_str_has_suffix (nida_scene_get_title (scene), " and 2 others: $9M each"));
}

/* The highest coverage is often that of a tiny appeal, which is no message: the title says what is shown, the order what is left out. */
static void
test_coverage (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_REQUIREMENT, "2025", .appeal = "Large", .amount = 100000000 },
    { NIDA_KIND_REQUIREMENT, "2025", .appeal = "Tiny", .amount = 1000 },
    { NIDA_KIND_PAID, "2025", .appeal = "Large", .donor = "Donor 1", .amount = 30000000 },
    { NIDA_KIND_PAID, "2025", .appeal = "Tiny", .donor = "Donor 1", .amount = 2000 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_COVERAGE);

  g_assert_null (strstr (nida_scene_get_title (scene), "Tiny"));
  g_assert_nonnull (strstr (nida_scene_get_subtitle (scene), "2 appeals, the largest requirements first"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heatmap-words/message/the-largest-and-where", test_largest);
  g_test_add_func ("/heatmap-words/message/equals-are-not-named-alone", test_tie);
  g_test_add_func ("/heatmap-words/message/no-coverage-of-a-tiny-appeal", test_coverage);
  return g_test_run ();
}
