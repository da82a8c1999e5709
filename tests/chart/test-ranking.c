/* The ranking: ranks, ties, the rest, the pinned name, negative sums. */
#include "config.h"

#include "sample.h"

#include <string.h>

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2026-01-02", .donor = "Donor 1", .donor_ar = "الجهة 1", .amount = 2330000000 },
  { NIDA_KIND_COMMITMENT, "2026-02-02", .donor = "Donor 2", .donor_ar = "الجهة 2", .amount = 1010000000 },
  { NIDA_KIND_PAID, "2026-02-03", .donor = "Donor 4", .donor_ar = "الجهة 4", .amount = 700000000 },
  { NIDA_KIND_PAID, "2026-02-03", .donor = "Donor 3", .donor_ar = "الجهة 3", .amount = 700000000 },
  { NIDA_KIND_PAID, "2026-02-03", .donor = "Donor 6", .donor_ar = "الجهة 6", .amount = 50000000 },
  { NIDA_KIND_PAID, "2026-02-03", .donor = "Donor 7", .donor_ar = "الجهة 7", .amount = 20000000 },
  { NIDA_KIND_PAID, "2026-02-03", .donor = "Donor 8", .donor_ar = "الجهة 8", .amount = 10000000 },
  { NIDA_KIND_PAID, "2026-02-03", .donor = "Kuwait", .donor_ar = "الكويت", .amount = 5000000 },
  { NIDA_KIND_PAID, "2026-02-03", .donor = "Donor 9", .donor_ar = "الجهة 9", .amount = 1000000 },
  { NIDA_KIND_PLEDGE, "2026-02-03", .donor = "Only pledged", .donor_ar = "تعهّد فقط", .amount = 1000000 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          guint            top,
          const char      *pinned,
          SampleFrame      frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);

  spec->measure = NIDA_MEASURE_RECEIVED;
  spec->top = top;
  spec->pinned = g_strdup (pinned);
  return sample_scene (dataset, spec, frame);
}

static NidaScene *
scene_in_order (NidaOrder order,
                guint     top,
                gboolean  arabic)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  SampleFrame frame = SAMPLE_NARROW;

  frame.arabic = arabic;
  spec->measure = NIDA_MEASURE_RECEIVED;
  spec->top = top;
  spec->order = order;
  return sample_scene (dataset, spec, frame);
}

/* The bars from top to bottom, as the names in their keys. */
static char *
bars_of (NidaScene *scene)
{
  GString *names = g_string_new (NULL);
  double last = -1;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (!g_str_has_prefix (node->key, "bar/"))
        continue;
      g_assert_cmpfloat (node->box.y, >, last);
      last = node->box.y;
      g_string_append_printf (names, "%s|", node->key + strlen ("bar/"));
    }
  return g_string_free (names, FALSE);
}

/* All orders have the same sum and the true ranks; the smallest are shown where not all are. */
static void
test_orders (void)
{
  const struct { NidaOrder order; guint top; const char *bars, *first_rank; } cases[] = {
    { NIDA_ORDER_SOURCE, 3, "Donor 1|Donor 2|Donor 3|+other|", "1" },
    { NIDA_ORDER_SMALLEST, 3, "Donor 9|Kuwait|Donor 8|+other|", "9" },
    { NIDA_ORDER_NAME, 3, "Donor 1|Donor 2|Donor 3|+other|", "1" },
    { NIDA_ORDER_SMALLEST, 0, "Donor 9|Kuwait|Donor 8|Donor 7|Donor 6|Donor 3|Donor 4|Donor 2|Donor 1|", "9" },
    { NIDA_ORDER_NAME, 0, "Donor 1|Donor 2|Donor 3|Donor 4|Donor 6|Donor 7|Donor 8|Donor 9|Kuwait|", "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaScene) scene = scene_in_order (cases[i].order, cases[i].top, FALSE);
      g_autoptr (NidaScene) arabic = scene_in_order (cases[i].order, cases[i].top, TRUE);
      g_autofree char *bars = bars_of (scene);

      g_assert_cmpstr (bars, ==, cases[i].bars);
      g_assert_cmpstr (sample_text (scene, "rank/1"), ==, cases[i].first_rank);
      g_assert_cmpint (sample_table_sum (scene, 2), ==, G_GINT64_CONSTANT (4826000000) * NIDA_MONEY_UNIT);
      sample_assert_tidy (scene, "order");
      sample_assert_tidy (arabic, "order, Arabic");
    }
}

static NidaScene *
scene_above (gboolean arabic)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);

  spec->measure = NIDA_MEASURE_RECEIVED;
  spec->names_above = TRUE;
  return sample_scene (dataset, spec, (SampleFrame) { 260, 250, 1, arabic, NIDA_TIME_LTR });
}

static void
test_names_above (void)
{
  for (gboolean arabic = FALSE; arabic <= TRUE; arabic++)
    {
      g_autoptr (NidaScene) scene = scene_above (arabic);
      const NidaNode *track = nida_scene_find (scene, "track/Donor 1"), *bar = nida_scene_find (scene, "bar/Donor 1");
      const NidaNode *label = nida_scene_find (scene, "label/bar/Donor 1");

      g_assert_cmpfloat_with_epsilon (bar->box.width / track->box.width, 2330.0 / 4826.0, 1e-9);
      g_assert_cmpfloat (label->box.y + label->box.height, <=, bar->box.y);
      if (arabic)
        g_assert_cmpfloat_with_epsilon (bar->box.x + bar->box.width, track->box.x + track->box.width, 1e-9);
      else
        g_assert_cmpfloat (bar->box.x, ==, track->box.x);
      g_assert_nonnull (nida_scene_find (scene, "bar/+other"));
      sample_assert_tidy (scene, "names above");
    }
}

static void
test_ties (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), 0, NULL, SAMPLE_NARROW);

  g_assert_cmpstr (sample_text (scene, "rank/3"), ==, "3");
  g_assert_cmpstr (sample_text (scene, "rank/4"), ==, "3");
  g_assert_cmpstr (sample_text (scene, "rank/5"), ==, "5");
  g_assert_cmpfloat (nida_scene_find (scene, "label/bar/Donor 3")->box.y, <,
                     nida_scene_find (scene, "label/bar/Donor 4")->box.y);
}

static void
test_others (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), 5, NULL, SAMPLE_NARROW);

  g_assert_cmpstr (sample_text (scene, "label/bar/+other"), ==, "4 other donors");
  g_assert_cmpstr (sample_text (scene, "value/bar/+other"), ==, "$36M");
  g_assert_cmpint (sample_table_sum (scene, 2), ==, G_GINT64_CONSTANT (4826000000) * NIDA_MONEY_UNIT);
  g_assert_cmpuint (nida_scene_get_table (scene)->rows->len, ==, 9);
  g_assert_null (nida_scene_find (scene, "bar/Only pledged"));
}

static void
test_pinned (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), 5, "Kuwait", SAMPLE_NARROW);

  g_assert_cmpstr (sample_text (scene, "rank/pinned/8"), ==, "8");
  g_assert_cmpstr (sample_text (scene, "label/pinned/Kuwait"), ==, "Kuwait");
  g_assert_cmpstr (sample_text (scene, "value/pinned/Kuwait"), ==, "$5M");
  g_assert_nonnull (nida_scene_find (scene, "pinned/rule"));
  g_assert_cmpstr (sample_text (scene, "label/bar/+other"), ==, "4 other donors");
}

static void
test_pinned_among_first (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), 5, "Donor 1", SAMPLE_NARROW);

  g_assert_null (nida_scene_find (scene, "pinned/rule"));
  g_assert_nonnull (nida_scene_find (scene, "bar/Donor 1"));
  g_assert_cmpint (nida_scene_find (scene, "label/bar/Donor 1")->font, ==, NIDA_FONT_LABEL_BOLD);
}

static void
test_pinned_absent (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), 5, "Atlantis", SAMPLE_NARROW);

  g_assert_cmpstr (sample_text (scene, "label/pinned"), ==, "Atlantis is not in the sources");
}

static void
test_title (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), 0, NULL, SAMPLE_NARROW);

  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Two donors gave 69% of what was received");
  g_assert_cmpstr (sample_text (scene, "subtitle"), ==, "Received by donor, US$; $4.83B, 9 donors");
  g_assert_nonnull (
      strstr (nida_scene_get_description (scene), "Largest: Donor 1, $2.33B. Smallest: Donor 9, $1M. Total: $4.83B."));
}

/* A filter on its own field leaves the others to choose from, pale. */
static void
test_chosen (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  const char *values[] = { "Donor 9", NULL };
  g_autoptr (NidaScene) scene = NULL;

  spec->top = 4;
  spec->chosen_field = NIDA_FIELD_DONOR;
  spec->chosen = g_strdupv ((char **) values);
  scene = sample_scene (dataset, spec, SAMPLE_NARROW);
  g_assert_cmpfloat (nida_scene_find (scene, "bar/Donor 9")->opacity, ==, 1.0);
  g_assert_cmpfloat (nida_scene_find (scene, "bar/Donor 1")->opacity, <, 0.5);
  g_assert_cmpfloat (nida_scene_find (scene, "bar/+other")->opacity, <, 0.5);
  g_assert_cmpstr (sample_text (scene, "rank/4"), ==, "9");
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Donor 9 gave <1% of what was received");
}

static void
test_colors (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), 0, NULL, SAMPLE_NARROW);

  g_assert_cmpint (nida_scene_find (scene, "bar/Donor 1")->fill, ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (nida_scene_find (scene, "bar/Donor 4")->fill, ==, NIDA_COLOR_SERIES_4);
  g_assert_cmpint (nida_scene_find (scene, "bar/Donor 6")->fill, ==, NIDA_COLOR_OTHER);
}

static void
test_negative (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .donor = "A", .amount = 100 },
    { NIDA_KIND_PAID, "2026", .donor = "B", .amount = -40 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), 0, NULL, SAMPLE_NARROW);
  const NidaNode *a = nida_scene_find (scene, "bar/A"), *b = nida_scene_find (scene, "bar/B");
  const NidaNode *zero = nida_scene_find (scene, "axis/zero");

  g_assert_nonnull (zero);
  g_assert_cmpfloat_with_epsilon (a->box.x, zero->box.x + zero->box.width / 2, 1.0);
  g_assert_cmpfloat_with_epsilon (b->box.x + b->box.width, zero->box.x + zero->box.width / 2, 1.0);
  g_assert_cmpfloat_with_epsilon (b->box.width / a->box.width, 0.4, 0.01);
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Received by donor");
}

/* In high rows a long name has two lines, in low ones it is cut. */
static void
test_long_name (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026-01-02", .donor = "A ministry for the cooperation of nations in need", .amount = 2330000000 },
    { NIDA_KIND_PAID, "2026-01-02", .donor = "Chad", .amount = 1000000000 },
  };
  const SampleFrame high = { 400, 356, 1, FALSE, NIDA_TIME_LTR }, low = { 400, 130, 1, FALSE, NIDA_TIME_LTR };
  g_autoptr (NidaScene) two = scene_of (rows, G_N_ELEMENTS (rows), 0, NULL, high);
  g_autoptr (NidaScene) one = scene_of (rows, G_N_ELEMENTS (rows), 0, NULL, low);
  const NidaNode *label = nida_scene_find (two, "label/bar/A ministry for the cooperation of nations in need");

  g_assert_cmpuint (label->max_lines, ==, 2);
  g_assert_cmpfloat (label->box.y + label->box.height, <=, nida_scene_find (two, "label/bar/Chad")->box.y);
  label = nida_scene_find (one, "label/bar/A ministry for the cooperation of nations in need");
  g_assert_cmpuint (label->max_lines, ==, 1);
}

static void
test_zero_based (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), 0, NULL, SAMPLE_NARROW);
  const NidaNode *one = nida_scene_find (scene, "bar/Donor 1"), *two = nida_scene_find (scene, "bar/Donor 2");

  g_assert_cmpfloat_with_epsilon (one->box.x, two->box.x, 0.01);
  g_assert_cmpfloat_with_epsilon (two->box.width / one->box.width, 1010.0 / 2330.0, 0.005);
}

static void
test_mirrored (void)
{
  SampleFrame frame = SAMPLE_NARROW;
  g_autoptr (NidaScene) scene = NULL;
  const NidaNode *bar, *label, *value;

  frame.arabic = TRUE;
  scene = scene_of (gifts, G_N_ELEMENTS (gifts), 0, NULL, frame);
  bar = nida_scene_find (scene, "bar/Donor 1");
  label = nida_scene_find (scene, "label/bar/Donor 1");
  value = nida_scene_find (scene, "value/bar/Donor 1");
  g_assert_cmpfloat (label->box.x, >, bar->box.x + bar->box.width);
  g_assert_cmpfloat (value->box.x + value->box.width, <, bar->box.x);
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);

  spec->measure = NIDA_MEASURE_RECEIVED;
  spec->pinned = g_strdup ("Group 3");
  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 1000, FALSE, seed % 2 == 0);
      g_autofree char *what = g_strdup_printf ("ranking, seed %u", seed);

      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  SampleFrame frame = SAMPLE_NARROW;

  spec->measure = NIDA_MEASURE_RECEIVED;
  spec->pinned = g_strdup ("Kuwait");
  frame.height = 280;
  sample_assert_goldens (dataset, spec, frame, "ranking");
}

/* In a narrow chart in large letters a name gives way to its figure: half a figure is another figure. */
static void
test_whole_figures (void)
{
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();

  for (gboolean arabic = FALSE; arabic <= TRUE; arabic++)
    {
      g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), 3, NULL, (SampleFrame) { 170, 280, 2, arabic, NIDA_TIME_LTR });
      guint n = 0;

      for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
        {
          const NidaNode *node = nida_scene_get_node (scene, i);

          if (!g_str_has_prefix (node->key, "value/"))
            continue;
          g_assert_cmpfloat (node->box.width, >=, nida_measurer_width (measurer, node->text, node->font, 2) - 0.01);
          n++;
        }
      g_assert_cmpuint (n, >=, 3);
    }
}

/* Absent is not zero: nothing was asked of nobody. */
static void
test_empty (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, 0, 0, NULL, SAMPLE_WIDE);

  g_assert_nonnull (nida_scene_find (scene, "message"));
  g_assert_cmpstr (sample_text (scene, "subtitle"), ==, "Received by donor, US$");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ranking/names-above/bars-are-parts-of-the-whole", test_names_above);
  g_test_add_func ("/ranking/names/long-ones-take-two-lines", test_long_name);
  g_test_add_func ("/ranking/ties/share-a-rank-and-go-by-name", test_ties);
  g_test_add_func ("/ranking/order/smallest-and-names", test_orders);
  g_test_add_func ("/ranking/others/are-counted-and-summed", test_others);
  g_test_add_func ("/ranking/pinned/has-its-true-rank-below-a-rule", test_pinned);
  g_test_add_func ("/ranking/pinned/among-the-first-stands-once", test_pinned_among_first);
  g_test_add_func ("/ranking/pinned/absent-is-said", test_pinned_absent);
  g_test_add_func ("/ranking/words/say-what-stands-out", test_title);
  g_test_add_func ("/ranking/chosen/stands-beside-pale-others", test_chosen);
  g_test_add_func ("/ranking/colors/belong-to-donors", test_colors);
  g_test_add_func ("/ranking/negative/goes-the-other-way-from-zero", test_negative);
  g_test_add_func ("/ranking/bars/begin-at-zero", test_zero_based);
  g_test_add_func ("/ranking/rtl/mirrors-bars-and-names", test_mirrored);
  g_test_add_func ("/ranking/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/ranking/golden", test_golden);
  g_test_add_func ("/ranking/empty/says-no-sum", test_empty);
  g_test_add_func ("/ranking/narrow/figures-are-whole", test_whole_figures);
  return g_test_run ();
}
