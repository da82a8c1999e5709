/* A period that the data do not fill is marked, and is no whole one: nothing is said to have fallen because a month is young. Who
 * is equal to others is not named alone. */
#include "config.h"

#include "sample.h"

#include <string.h>

/* The data end on 17 April 2026. */
static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2026-02-05", .donor = "Japan", .amount = 400 },  { NIDA_KIND_PAID, "2026-03-05", .donor = "Japan", .amount = 900 },
  { NIDA_KIND_PAID, "2026-04-05", .donor = "Japan", .amount = 20 },   { NIDA_KIND_PAID, "2026-02-05", .donor = "Qatar", .amount = 100 },
  { NIDA_KIND_PAID, "2026-03-05", .donor = "Qatar", .amount = 200 },  { NIDA_KIND_PAID, "2026-04-05", .donor = "Qatar", .amount = 10 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          NidaChartKind    kind,
          NidaStep         step)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);

  spec->step = step;
  return sample_scene (dataset, spec, (SampleFrame) { 800, 450, 1, FALSE, NIDA_TIME_LTR });
}

static void
test_whole_months (void)
{
  const NidaChartKind kinds[] = { NIDA_CHART_SLOPE, NIDA_CHART_DOTPLOT };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), kinds[i], NIDA_STEP_MONTH);

      g_assert_cmpstr (nida_scene_get_title (scene), ==, "Japan rose most: from $400 to $900");
      g_assert_nonnull (strstr (sample_text (scene, "source"), "Not compared: Apr 2026, to 17 Apr."));
    }
}

/* Two periods are all there are: both are drawn, and no change between them is a message. */
static void
test_only_two (void)
{
  SampleRow rows[] = { gifts[1], gifts[2], gifts[4], gifts[5] };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_CHART_SLOPE, NIDA_STEP_MONTH);

  g_assert_null (strstr (nida_scene_get_title (scene), "fell"));
  g_assert_null (strstr (nida_scene_get_description (scene), "fell most"));
  g_assert_nonnull (strstr (sample_text (scene, "axis/second/date"), "to 17 Apr"));
}

static void
test_axes (void)
{
  const NidaChartKind kinds[] = { NIDA_CHART_LINE, NIDA_CHART_AREA, NIDA_CHART_BUMP, NIDA_CHART_HEATMAP };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), kinds[i], NIDA_STEP_MONTH);

      g_assert_cmpstr (sample_text (scene, "axis/latest"), ==, "to 17 Apr");
    }
}

/* Under a column that is alone nothing else says of which year it is. */
static void
test_alone (void)
{
  const SampleRow row = { NIDA_KIND_PAID, "2026-04-02", .donor = "A", .amount = 5 };
  g_autoptr (NidaScene) scene = scene_of (&row, 1, NIDA_CHART_TIMELINE, NIDA_STEP_MONTH);

  g_assert_cmpstr (sample_text (scene, "axis/latest"), ==, "to 17 Apr 2026");
}

static void
test_ties (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2024", .donor = "Japan", .country = "Sudan", .amount = 5 }, { NIDA_KIND_PAID, "2023", .donor = "Qatar", .country = "Yemen", .amount = 5 },
    { NIDA_KIND_PAID, "2022", .donor = "Kuwait", .country = "Chad", .amount = 5 }, { NIDA_KIND_PAID, "2021", .donor = "Oman", .country = "Iraq", .amount = 2 },
  };
  g_autoptr (NidaScene) map = scene_of (rows, G_N_ELEMENTS (rows), NIDA_CHART_TILE_MAP, NIDA_STEP_YEAR);
  g_autoptr (NidaScene) grid = scene_of (rows, G_N_ELEMENTS (rows), NIDA_CHART_HEATMAP, NIDA_STEP_YEAR);
  g_autoptr (NidaScene) time = scene_of (rows, G_N_ELEMENTS (rows), NIDA_CHART_TIMELINE, NIDA_STEP_YEAR);
  g_autoptr (NidaScene) ranking = scene_of (rows, G_N_ELEMENTS (rows), NIDA_CHART_RANKING, NIDA_STEP_YEAR);

  g_assert_nonnull (strstr (nida_scene_get_title (map), "and 2 others: $5 each"));
  g_assert_nonnull (strstr (nida_scene_get_title (grid), "and 2 others: $5 each"));
  g_assert_nonnull (strstr (nida_scene_get_title (time), "and 2 others, $5 each"));
  g_assert_nonnull (strstr (nida_scene_get_description (ranking), "and 2 others, $5 each"));
  g_assert_nonnull (strstr (nida_scene_get_description (ranking), "Smallest: Oman, $2."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/partial/alone/has-its-year", test_alone);
  g_test_add_func ("/partial/last-month/is-not-compared-with-a-whole-one", test_whole_months);
  g_test_add_func ("/partial/last-month/of-two-is-drawn-and-is-no-message", test_only_two);
  g_test_add_func ("/partial/last-month/is-marked-on-each-axis-of-time", test_axes);
  g_test_add_func ("/partial/ties/name-nobody-alone", test_ties);
  return g_test_run ();
}
