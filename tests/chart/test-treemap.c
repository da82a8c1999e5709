/* Areas: in proportion, inside the plot, apart; words only where they fit. */
#include "config.h"

#include "brushables.h"
#include "sample.h"

#include <math.h>
#include <string.h>

static const SampleRow clusters[] = {
  { NIDA_KIND_PAID, "2026", .category = "Food Security", .category_ar = "الأمن الغذائي", .amount = 1030000000 },
  { NIDA_KIND_PAID, "2026", .category = "Health", .category_ar = "الصحة", .amount = 690000000 },
  { NIDA_KIND_PAID, "2026", .category = "Protection", .category_ar = "الحماية", .amount = 493000000 },
  { NIDA_KIND_PAID, "2026", .category = "Multi-sector", .category_ar = "متعدد القطاعات", .amount = 470000000 },
  { NIDA_KIND_PAID, "2026", .category = "Education", .category_ar = "التعليم", .amount = 251000000 },
  { NIDA_KIND_PAID, "2026", .category = "Nutrition", .category_ar = "التغذية", .amount = 245000000 },
  { NIDA_KIND_PAID, "2026", .category = "Logistics", .category_ar = "الإمداد", .amount = 209000000 },
  { NIDA_KIND_PAID, "2026", .category = "Early Recovery", .category_ar = "الإنعاش المبكر", .amount = 100000000 },
  { NIDA_KIND_PAID, "2026", .category = "Coordination", .category_ar = "التنسيق", .amount = 90000000 },
  { NIDA_KIND_PAID, "2026", .amount = 1900000000 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          guint            top,
          SampleFrame      frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TREEMAP);

  spec->top = top;
  return sample_scene (dataset, spec, frame);
}

static double
area (const NidaNode *node)
{
  return node->box.width * node->box.height;
}

/* Up to the hair that stands between neighbours. */
static void
test_areas (void)
{
  SampleFrame frame = { 1600, 900, 1, FALSE, NIDA_TIME_LTR };
  g_autoptr (NidaScene) scene = scene_of (clusters, G_N_ELEMENTS (clusters), 0, frame);
  double food = area (nida_scene_find (scene, "bar/Food Security"));

  for (guint i = 1; i < 9; i++)
    {
      g_autofree char *key = g_strconcat ("bar/", clusters[i].category, NULL);
      double share = (double) clusters[i].amount / clusters[0].amount;

      g_assert_cmpfloat (fabs (area (nida_scene_find (scene, key)) / food - share), <, 0.02 * share + 0.005);
    }
  g_assert_cmpint (sample_table_sum (scene, 1), ==, G_GINT64_CONSTANT (5478000000) * NIDA_MONEY_UNIT);
}

static void
test_order (void)
{
  g_autoptr (NidaScene) scene = scene_of (clusters, G_N_ELEMENTS (clusters), 4, SAMPLE_WIDE);
  const NidaNode *first = nida_scene_find (scene, "bar/Food Security"), *other = nida_scene_find (scene, "bar/+other");
  const NidaNode *none = nida_scene_find (scene, "bar/+not-stated");

  g_assert_cmpfloat (first->box.x, <, 17);
  g_assert_cmpfloat (first->box.x + first->box.width, <=, other->box.x + 0.01);
  g_assert_cmpfloat (first->box.x + first->box.width, <=, none->box.x + 0.01);
  g_assert_cmpint (other->fill, ==, NIDA_COLOR_OTHER);
  g_assert_cmpint (none->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpuint (other->mark->n_fields, ==, 0);
  g_assert_cmpstr (none->mark->values[0], ==, "");
}

static void
test_mirrored (void)
{
  SampleFrame frame = SAMPLE_WIDE;
  g_autoptr (NidaScene) scene = NULL;

  frame.arabic = TRUE;
  scene = scene_of (clusters, G_N_ELEMENTS (clusters), 0, frame);
  g_assert_cmpfloat (nida_scene_find (scene, "bar/Food Security")->box.x, >, nida_scene_find (scene, "bar/Coordination")->box.x);
}

/* No tile covers another, and together they fill the plot. */
static void
assert_tiled (NidaScene *scene)
{
  double sum = 0, top = G_MAXDOUBLE, foot = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *a = nida_scene_get_node (scene, i);

      if (!g_str_has_prefix (a->key, "bar/"))
        continue;
      sum += area (a);
      top = MIN (top, a->box.y);
      foot = MAX (foot, a->box.y + a->box.height);
      for (guint j = i + 1; j < nida_scene_get_n_nodes (scene); j++)
        {
          const NidaNode *b = nida_scene_get_node (scene, j);

          if (g_str_has_prefix (b->key, "bar/"))
            g_assert_false (a->box.x + a->box.width > b->box.x + 0.1 && b->box.x + b->box.width > a->box.x + 0.1
                            && a->box.y + a->box.height > b->box.y + 0.1 && b->box.y + b->box.height > a->box.y + 0.1);
        }
    }
  if (sum > 0)
    g_assert_cmpfloat (sum, >, 0.85 * (nida_scene_get_width (scene) - 32) * (foot - top));
}

static void
test_tiled (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TREEMAP);

  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 300, FALSE, FALSE);
      SampleFrame frame = { 1200, 700, 1, seed % 2, NIDA_TIME_LTR };
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, frame);

      assert_tiled (scene);
    }
}

/* A label lies inside its tile, and can be read on it in every theme. */
static void
test_labels (void)
{
  g_autoptr (NidaScene) scene = scene_of (clusters, G_N_ELEMENTS (clusters), 0, SAMPLE_WIDE);
  guint labels = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      const char *group = g_str_has_prefix (node->key, "label/") ? node->key + strlen ("label/") : NULL;
      g_autofree char *key = group != NULL ? g_strconcat ("bar/", group, NULL) : NULL;
      const NidaNode *tile = key != NULL ? nida_scene_find (scene, key) : NULL;

      if (tile == NULL)
        continue;
      labels++;
      g_assert_cmpfloat (node->box.x, >=, tile->box.x);
      g_assert_cmpfloat (node->box.y + node->box.height, <=, tile->box.y + tile->box.height + 0.01);
      if (tile->pattern == NIDA_PATTERN_SOLID)
        g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (NIDA_THEME_LIGHT, node->fill),
                                               nida_palette_get (NIDA_THEME_LIGHT, tile->fill)), >=, 4.5);
      else
        {
          g_autofree char *under = g_strconcat ("label/paper/", group, NULL);
          const NidaNode *paper = nida_scene_find (scene, under);

          g_assert_nonnull (paper);         /* no line of a hatch between its letters */
          g_assert_cmpint (paper->fill, ==, NIDA_COLOR_CARD);
          g_assert_cmpfloat (paper->box.x, <=, node->box.x);
          g_assert_cmpfloat (paper->box.height, >=, node->box.height);
        }
    }
  g_assert_cmpuint (labels, >=, 5);
}

/* A second field divides each area: inside it, apart, in proportion; the table has the figures of both fields. */
static void
test_divided (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .donor = "Donor 1", .category = "Food", .amount = 600 },
    { NIDA_KIND_PAID, "2026", .donor = "Donor 1", .category = "Health", .amount = 300 },
    { NIDA_KIND_PAID, "2026", .donor = "Donor 1", .amount = 100 },
    { NIDA_KIND_PAID, "2026", .donor = "Donor 2", .category = "Food", .amount = 500 },
    { NIDA_KIND_PAID, "2026", .donor = "Donor 3", .category = "Food", .amount = 500 },
    { NIDA_KIND_PAID, "2026", .donor = "Donor 3", .category = "Health", .amount = -10 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TREEMAP);
  g_autoptr (NidaScene) scene = NULL;
  const NidaNode *outer, *food, *health, *none;

  spec->query->by[0].field = NIDA_FIELD_DONOR;
  spec->query->by[1].field = NIDA_FIELD_CATEGORY;
  spec->query->n_by = 2;
  scene = sample_scene (dataset, spec, SAMPLE_WIDE);
  outer = nida_scene_find (scene, "bar/Donor 1");
  food = nida_scene_find (scene, "cell/Donor 1|Food");
  health = nida_scene_find (scene, "cell/Donor 1|Health");
  none = nida_scene_find (scene, "cell/Donor 1|+not-stated");
  g_assert_cmpfloat (food->box.x, >=, outer->box.x);
  g_assert_cmpfloat (none->box.y + none->box.height, <=, outer->box.y + outer->box.height + 0.01);
  g_assert_cmpfloat_with_epsilon (area (food) / area (health), 2, 0.001);
  g_assert_cmpfloat_with_epsilon (area (food) / area (none), 6, 0.001);
  g_assert_cmpint (food->fill, ==, outer->fill);
  g_assert_nonnull (outer->follow);
  g_assert_cmpuint (food->mark->n_fields, ==, 2);
  g_assert_cmpstr (food->mark->values[1], ==, "Food");
  /* one part is no division, and no area shows an amount below zero */
  g_assert_null (nida_scene_find (scene, "cell/Donor 2|Food"));
  g_assert_null (nida_scene_find (scene, "cell/Donor 3|Food"));
  g_assert_cmpint (sample_table_sum (scene, 2), ==, 1990 * NIDA_MONEY_UNIT);
  g_assert_nonnull (strstr (sample_text (scene, "subtitle"), "each divided by cluster"));
}

static NidaDataset *
crossed (guint32 seed)
{
  static const char * const categories[] = { "Food security", "Health", "Coordination and support services", NULL };
  static const char * const appeals[] = { "Syria", "Sudan Humanitarian Response Plan 2026", "Yemen", "Chad", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  SampleRow rows[60];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (SampleRow) { NIDA_KIND_PAID, "2026", .category = categories[g_rand_int_range (random, 0, 4)],
                            .appeal = appeals[g_rand_int_range (random, 0, 5)], .amount = g_rand_int_range (random, 1, 100000) };
  return sample_dataset (rows, G_N_ELEMENTS (rows));
}

static void
test_divided_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TREEMAP);

  spec->query->by[0].field = NIDA_FIELD_CATEGORY;
  spec->query->by[1].field = NIDA_FIELD_APPEAL;
  spec->query->n_by = 2;
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (NidaDataset) dataset = crossed (seed);
      g_autofree char *what = g_strdup_printf ("divided treemap, seed %u", seed);

      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

/* What is divided pales under a brush; the small names that are one tile are told one by one. */
static void
test_divided_under_a_brush (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TREEMAP);
  g_autoptr (NidaDataset) dataset = crossed (1);
  g_autoptr (NidaScene) scene = NULL;
  guint n_others = 0;

  spec->query->by[0].field = NIDA_FIELD_CATEGORY;
  spec->query->by[1].field = NIDA_FIELD_APPEAL;
  spec->query->n_by = 2;
  scene = sample_scene (dataset, spec, ((SampleFrame) { 360, 240, 1, FALSE, NIDA_TIME_LTR }));
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (!g_str_has_prefix (node->key, "cell/") || !g_str_has_suffix (node->key, "|+other"))
        continue;
      n_others++;
      g_assert_nonnull (node->follow);
      g_assert_cmpint (nida_follow_whole (node->follow), ==, node->mark->money);
    }
  g_assert_cmpuint (n_others, >, 0);
}

static void
test_negative (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .category = "A", .amount = 100 },
    { NIDA_KIND_PAID, "2026", .category = "B", .amount = -40 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), 0, SAMPLE_WIDE);

  g_assert_nonnull (nida_scene_find (scene, "message"));
  g_assert_null (nida_scene_find (scene, "bar/A"));
  g_assert_cmpuint (nida_scene_get_table (scene)->rows->len, ==, 2);
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TREEMAP);

  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 5000, seed % 2 == 0, seed % 5 == 0);
      g_autofree char *what = g_strdup_printf ("treemap, seed %u", seed);

      spec->measure = seed % 2 == 0 ? NIDA_MEASURE_REQUIREMENT : NIDA_MEASURE_RECEIVED;
      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (clusters, G_N_ELEMENTS (clusters));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TREEMAP);

  sample_assert_goldens (dataset, spec, SAMPLE_WIDE, "treemap");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/treemap/areas/are-in-proportion", test_areas);
  g_test_add_func ("/treemap/order/other-and-not-stated-are-last", test_order);
  g_test_add_func ("/treemap/rtl/starts-at-the-right", test_mirrored);
  g_test_add_func ("/treemap/tiles/fill-the-plot-and-cover-none", test_tiled);
  g_test_add_func ("/treemap/labels/lie-inside-and-can-be-read", test_labels);
  g_test_add_func ("/treemap/second-field/divides-each-area", test_divided);
  g_test_add_func ("/treemap/second-field/others-are-told-one-by-one", test_divided_under_a_brush);
  g_test_add_func ("/treemap/second-field/labels-stay-inside-and-apart", test_divided_tidy);
  g_test_add_func ("/treemap/negative/explains-itself", test_negative);
  g_test_add_func ("/treemap/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/treemap/golden", test_golden);
  return g_test_run ();
}
