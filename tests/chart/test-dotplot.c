/* Two dots a name: on one scale, sorted by change, one dot where a date is absent. */
#include "config.h"

#include "sample.h"

#include <string.h>

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2023", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 40 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 10 },
  { NIDA_KIND_PAID, "2023", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 20 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 90 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 3", .donor_ar = "المانح 3", .amount = 30 },
};

static NidaScene *
scene_of (guint       n,
          SampleFrame frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_DOTPLOT);

  return sample_scene (dataset, spec, frame);
}

static double
middle (const NidaNode *node)
{
  return node->box.x + node->box.width / 2;
}

static void
test_dots (void)
{
  g_autoptr (NidaScene) scene = scene_of (G_N_ELEMENTS (gifts), SAMPLE_WIDE);
  const NidaNode *from = nida_scene_find (scene, "cell/Donor 2|2023"), *to = nida_scene_find (scene, "cell/Donor 2|2024");
  const NidaNode *fallen = nida_scene_find (scene, "cell/Donor 1|2024"), *only = nida_scene_find (scene, "cell/Donor 3|2024");

  g_assert_cmpint (from->fill, ==, NIDA_COLOR_CARD);
  g_assert_cmpint (to->fill, ==, NIDA_COLOR_RECEIVED);
  g_assert_cmpfloat (to->box.y, <, fallen->box.y);
  g_assert_cmpfloat (fallen->box.y, <, only->box.y);
  g_assert_cmpfloat_with_epsilon ((middle (to) - middle (from)) / (middle (only) - middle (fallen)), 70.0 / 20.0, 0.001);
  g_assert_null (nida_scene_find (scene, "cell/Donor 3|2023"));
  g_assert_null (nida_scene_find (scene, "line/Donor 3"));
  g_assert_cmpstr (sample_text (scene, "value/Donor 2|2024"), ==, "$90");
  g_assert_cmpstr (sample_text (scene, "legend/first/label"), ==, "2023");
  g_assert_cmpint (sample_table_sum (scene, 2), ==, 190 * NIDA_MONEY_UNIT);
}

static void
test_marks (void)
{
  g_autoptr (NidaScene) scene = scene_of (G_N_ELEMENTS (gifts), SAMPLE_WIDE);
  const NidaMark *mark = nida_scene_find (scene, "cell/Donor 1|2024")->mark;

  g_assert_cmpstr (mark->values[0], ==, "Donor 1");
  g_assert_cmpstr (mark->values[1], ==, "2024");
  g_assert_cmpstr (nida_mark_get_lines (mark)[0], ==, "From 2023 to 2024 it fell by 75%, from $40 to $10.");
  g_assert_cmpstr (nida_mark_get_lines (nida_scene_find (scene, "cell/Donor 3|2024")->mark)[0], ==, "Nothing is recorded of 2023.");
  g_assert_nonnull (strstr (nida_scene_get_title (scene), "rose most: from $20 to $90"));
}

static void
test_mirrored (void)
{
  SampleFrame frame = SAMPLE_WIDE;
  g_autoptr (NidaScene) scene = NULL;

  frame.arabic = TRUE;
  scene = scene_of (G_N_ELEMENTS (gifts), frame);
  g_assert_cmpfloat (nida_scene_find (scene, "cell/Donor 2|2024")->box.x, <, nida_scene_find (scene, "cell/Donor 2|2023")->box.x);
}

static void
test_one_date (void)
{
  g_autoptr (NidaScene) scene = scene_of (1, SAMPLE_WIDE);

  g_assert_nonnull (strstr (sample_text (scene, "message"), "Two dates are needed"));
  g_assert_cmpuint (nida_scene_get_table (scene)->rows->len, ==, 1);
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_DOTPLOT);

  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 9000, seed % 3 == 0, seed % 4 == 0);
      g_autofree char *what = g_strdup_printf ("dotplot, seed %u", seed);

      spec->measure = seed % 3 == 0 ? NIDA_MEASURE_COVERAGE : NIDA_MEASURE_RECEIVED;
      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_DOTPLOT);

  sample_assert_goldens (dataset, spec, SAMPLE_WIDE, "dotplot");
}

/* A ring around the dot where both dates have one figure; one dot where one has none. */
static void
test_one_place (void)
{
  static const SampleRow facts[] = {
    { NIDA_KIND_PAID, "2024", .donor = "Same", .amount = 20000000 },  { NIDA_KIND_PAID, "2025", .donor = "Same", .amount = 20000000 },
    { NIDA_KIND_PAID, "2025", .donor = "Came", .amount = 15000000 },  { NIDA_KIND_PAID, "2024", .donor = "Gone", .amount = 10000000 },
    { NIDA_KIND_PAID, "2024", .donor = "Grown", .amount = 30000000 }, { NIDA_KIND_PAID, "2025", .donor = "Grown", .amount = 44000000 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (facts, G_N_ELEMENTS (facts)), apart = sample_dataset (facts + 2, 4);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_DOTPLOT);
  g_autoptr (NidaScene) scene = NULL, without = NULL;
  const NidaNode *ring, *dot;

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  scene = sample_scene (dataset, spec, SAMPLE_NARROW);
  without = sample_scene (apart, spec, SAMPLE_NARROW);
  ring = nida_scene_find (scene, "cell/Same|2024");
  dot = nida_scene_find (scene, "cell/Same|2025");
  g_assert_cmpfloat (ring->box.width, >, dot->box.width + 4);
  g_assert_cmpint (ring->fill, !=, dot->fill);
  g_assert_nonnull (nida_scene_find (scene, "legend/same"));
  g_assert_null (nida_scene_find (scene, "cell/Came|2024"));
  g_assert_cmpfloat (nida_scene_find (scene, "cell/Gone|2024")->box.width, ==, dot->box.width);
  g_assert_null (nida_scene_find (without, "legend/same"));
}

/* Beside its dots a name would be cut to a few letters. */
static void
test_narrow (void)
{
  static const SampleRow facts[] = {
    { NIDA_KIND_PAID, "2024", .donor = "European Union", .amount = 20000000 }, { NIDA_KIND_PAID, "2025", .donor = "European Union", .amount = 35000000 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (facts, G_N_ELEMENTS (facts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_DOTPLOT);
  g_autoptr (NidaScene) scene = NULL;

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  scene = sample_scene (dataset, spec, (SampleFrame) { 160, 240, 1, FALSE, NIDA_TIME_LTR });
  g_assert_cmpstr (sample_text (scene, "label/European Union"), ==, "European Union");
  g_assert_cmpfloat (nida_scene_find (scene, "label/European Union")->box.y, <, nida_scene_find (scene, "cell/European Union|2025")->box.y - 10);
  g_assert_nonnull (nida_scene_find (scene, "legend/second"));
  sample_assert_tidy (scene, "narrow dots");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dotplot/dots/share-a-scale-and-are-sorted-by-change", test_dots);
  g_test_add_func ("/dotplot/marks/tell-the-change", test_marks);
  g_test_add_func ("/dotplot/rtl/grows-to-the-left", test_mirrored);
  g_test_add_func ("/dotplot/one-date/explains-itself", test_one_date);
  g_test_add_func ("/dotplot/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/dotplot/one-place/has-a-ring-and-a-key", test_one_place);
  g_test_add_func ("/dotplot/narrow/names-stand-above-their-dots", test_narrow);
  g_test_add_func ("/dotplot/golden", test_golden);
  return g_test_run ();
}
