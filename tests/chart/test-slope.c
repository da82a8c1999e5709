/* Slopes: both ends labelled, labels apart, the first date on the side of the past. */
#include "config.h"

#include "sample.h"

#include <string.h>

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2023", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 40 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 10 },
  { NIDA_KIND_PAID, "2023", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 39 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 90 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 3", .donor_ar = "المانح 3", .amount = 11 },
};

static NidaScene *
scene_of (guint       n,
          SampleFrame frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_SLOPE);

  return sample_scene (dataset, spec, frame);
}

static void
test_ends (void)
{
  g_autoptr (NidaScene) scene = scene_of (G_N_ELEMENTS (gifts), SAMPLE_NARROW);

  g_assert_cmpstr (sample_text (scene, "start/Donor 1"), ==, "Donor 1: $40");
  g_assert_cmpstr (sample_text (scene, "end/Donor 1"), ==, "Donor 1: $10");
  g_assert_null (sample_text (scene, "start/Donor 3"));
  g_assert_nonnull (sample_text (scene, "end/Donor 3"));
  g_assert_null (nida_scene_find (scene, "line/Donor 3"));
  g_assert_nonnull (nida_scene_find (scene, "line/Donor 2"));
  g_assert_cmpstr (sample_text (scene, "axis/first/date"), ==, "2023");
  g_assert_cmpint (nida_scene_find (scene, "line/Donor 2")->stroke, ==, NIDA_COLOR_SERIES_2);
  g_assert_cmpint (sample_table_sum (scene, 2), ==, 190 * NIDA_MONEY_UNIT);
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "Slopes between two dates"));
}

static void
test_directions (void)
{
  SampleFrame frame = SAMPLE_NARROW;

  frame.arabic = TRUE;
  for (NidaTimeDirection time = NIDA_TIME_LTR; time <= NIDA_TIME_FOLLOW; time++)
    {
      g_autoptr (NidaScene) scene = NULL;
      double first, second;

      frame.time = time;
      scene = scene_of (G_N_ELEMENTS (gifts), frame);
      first = nida_scene_find (scene, "cell/Donor 1|2023")->box.x;
      second = nida_scene_find (scene, "cell/Donor 1|2024")->box.x;
      g_assert_true (time == NIDA_TIME_LTR ? first < second : first > second);
      g_assert_nonnull (nida_scene_find (scene, "axis/arrow"));
    }
}

static void
test_one_date (void)
{
  g_autoptr (NidaScene) scene = scene_of (1, SAMPLE_NARROW);

  g_assert_nonnull (strstr (sample_text (scene, "message"), "Two dates are needed"));
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_SLOPE);

  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 10000, seed % 3 == 0, seed % 4 == 0);
      g_autofree char *what = g_strdup_printf ("slope, seed %u", seed);

      spec->measure = seed % 3 == 0 ? NIDA_MEASURE_COVERAGE : NIDA_MEASURE_RECEIVED;
      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_SLOPE);

  sample_assert_goldens (dataset, spec, SAMPLE_NARROW, "slope");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slope/ends/are-both-labelled", test_ends);
  g_test_add_func ("/slope/rtl/time-as-chosen", test_directions);
  g_test_add_func ("/slope/one-date/explains-itself", test_one_date);
  g_test_add_func ("/slope/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/slope/golden", test_golden);
  return g_test_run ();
}
