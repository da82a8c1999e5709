/* A hundred squares: how many each part has, where they lie, what is no whole. */
#include "config.h"

#include "chart-groups.h"
#include "hit.h"
#include "sample.h"

#include <string.h>

static const SampleRow clusters[] = {
  { NIDA_KIND_PAID, "2026", .category = "Food Security", .category_ar = "الأمن الغذائي", .amount = 1030000000 },
  { NIDA_KIND_PAID, "2026", .category = "Health", .category_ar = "الصحة", .amount = 690000000 },
  { NIDA_KIND_PAID, "2026", .category = "Protection", .category_ar = "الحماية", .amount = 493000000 },
  { NIDA_KIND_PAID, "2026", .category = "Logistics", .category_ar = "الإمداد", .amount = 5000000 },
  { NIDA_KIND_PAID, "2026", .amount = 2900000000 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          SampleFrame      frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WAFFLE);

  return sample_scene (dataset, spec, frame);
}

static guint
count_squares (NidaScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    n += g_str_has_prefix (nida_scene_get_node (scene, i)->key, "square/");
  return n;
}

/* What a waffle rounds with, over splits of every kind: always a hundred, never more than one away from the share. */
static void
test_rounding (void)
{
  for (guint seed = 0; seed < 1000; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      guint n = g_rand_int_range (random, 1, 40), shares[40], sum = 0;
      NidaMoney values[40];
      double whole = 0;

      for (guint i = 0; i < n; i++)
        {
          gint64 size = (gint64) 1 << g_rand_int_range (random, 0, 50);

          values[i] = g_rand_int_range (random, 0, 5) == 0 ? 0 : 1 + (gint64) (g_rand_double (random) * size);
          whole += values[i];
        }
      if (whole == 0)
        values[0] = whole = 1;
      nida_shares_round (values, n, 100, shares);
      for (guint i = 0; i < n; i++)
        {
          sum += shares[i];
          g_assert_cmpfloat (ABS (shares[i] - 100.0 * values[i] / whole), <, 1 + 1e-6);
        }
      g_assert_cmpuint (sum, ==, 100);
    }
}

static void
test_hundred (void)
{
  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed, FALSE, FALSE);
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WAFFLE);
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, SAMPLE_WIDE);

      if (nida_scene_find (scene, "message") == NULL)
        g_assert_cmpuint (count_squares (scene), ==, 100);
      else
        g_assert_cmpuint (count_squares (scene), ==, 0);
    }
}

static void
test_order (void)
{
  g_autoptr (NidaScene) scene = scene_of (clusters, G_N_ELEMENTS (clusters), SAMPLE_WIDE);
  const NidaNode *first = nida_scene_find (scene, "square/1"), *last = nida_scene_find (scene, "square/100");

  g_assert_cmpint (first->fill, ==, NIDA_COLOR_STEP_1);
  g_assert_cmpint (last->fill, ==, NIDA_COLOR_UNKNOWN);
  g_assert_cmpint (last->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpfloat (first->box.x, <, last->box.x);
  g_assert_cmpfloat (first->box.y, <, last->box.y);
  g_assert_nonnull (strstr (sample_text (scene, "subtitle"), "one square is about 1%"));
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "A hundred squares"));
}

/* A part is one mark, so that it is spoken of once; one too small for a square is pointed at in the key. */
static void
test_marks (void)
{
  g_autoptr (NidaScene) scene = scene_of (clusters, G_N_ELEMENTS (clusters), SAMPLE_WIDE);
  const NidaNode *health = nida_scene_find (scene, "bar/Health"), *small = nida_scene_find (scene, "bar/Logistics");
  guint marks = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    marks += nida_scene_get_node (scene, i)->mark != NULL;
  g_assert_cmpuint (marks, ==, 5);
  for (guint i = 1; i <= 100; i++)             /* each square answers for its part */
    {
      g_autofree char *key = g_strdup_printf ("square/%u", i);
      const NidaNode *square = nida_scene_find (scene, key);
      const NidaNode *hit = nida_scene_hit (scene, square->box.x + square->box.width / 2, square->box.y + square->box.height / 2, 0);

      g_assert_nonnull (hit);
      if (square->fill == NIDA_COLOR_STEP_1)
        g_assert_cmpstr (hit->key, ==, "bar/Food Security");
    }
  g_assert_cmpint (health->shape, ==, NIDA_SHAPE_POLYGON);
  g_assert_cmpint (health->mark->money, ==, G_GINT64_CONSTANT (690000000) * NIDA_MONEY_UNIT);
  g_assert_cmpstr (health->mark->values[0], ==, "Health");
  g_assert_cmpfloat (small->box.height, >, 0);
  g_assert_cmpstr (sample_text (scene, "key/percent/Logistics"), ==, "<1%");
  g_assert_cmpint (sample_table_sum (scene, 1), ==, G_GINT64_CONSTANT (5118000000) * NIDA_MONEY_UNIT);
}

/* Squares leave room for a key only where there is one: of what is never joined with others, too. */
static void
test_key_or_larger (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .category = "Health", .amount = 690000000 },
    { NIDA_KIND_PAID, "2026", .category = "Protection", .amount = 493000000 },
    { NIDA_KIND_PAID, "2026", .category = "Logistics", .amount = 400000000 },
    { NIDA_KIND_PAID, "2026", .category = "Health; Protection", .amount = 300000000 },
    { NIDA_KIND_PAID, "2026", .amount = 2900000000 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WAFFLE);
  guint with = 0, without = 0;

  for (double width = 160; width <= 520; width += 20)
    for (double height = 160; height <= 420; height += 10)
      {
        g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { width, height, 1, FALSE, NIDA_TIME_LTR });
        const NidaNode *first = nida_scene_find (scene, "square/1"), *last = nida_scene_find (scene, "square/100");
        const NidaNode *source = nida_scene_find (scene, "source"), *subtitle = nida_scene_find (scene, "subtitle");
        double side, room;

        if (first == NULL || nida_scene_find (scene, "key/name/+not-stated") != NULL)
          {
            with += first != NULL;
            continue;
          }
        side = last->box.y + last->box.height - first->box.y;
        room = MIN (source->box.y - subtitle->box.y - subtitle->box.height, width);
        if (side < 0.6 * room)
          g_error ("%g × %g: no key, and squares of %g where there is %g", width, height, side, room);
        without++;
      }
  g_assert_cmpuint (with, >, 20);
  g_assert_cmpuint (without, >, 20);
}

static void
test_mirrored (void)
{
  SampleFrame frame = SAMPLE_WIDE;
  g_autoptr (NidaScene) scene = NULL;

  frame.arabic = TRUE;
  scene = scene_of (clusters, G_N_ELEMENTS (clusters), frame);
  g_assert_cmpfloat (nida_scene_find (scene, "square/1")->box.x, >, nida_scene_find (scene, "square/10")->box.x);
  g_assert_cmpfloat (nida_scene_find (scene, "key/name/Health")->box.x, <, nida_scene_find (scene, "square/10")->box.x);
}

static void
test_negative (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .category = "A", .amount = 100 },
    { NIDA_KIND_PAID, "2026", .category = "B", .amount = -40 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), SAMPLE_WIDE);

  g_assert_nonnull (nida_scene_find (scene, "message"));
  g_assert_null (nida_scene_find (scene, "square/1"));
  g_assert_cmpuint (nida_scene_get_table (scene)->rows->len, ==, 2);
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WAFFLE);

  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 4000, FALSE, seed % 5 == 0);
      g_autofree char *what = g_strdup_printf ("waffle, seed %u", seed);

      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (clusters, G_N_ELEMENTS (clusters));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WAFFLE);

  sample_assert_goldens (dataset, spec, SAMPLE_WIDE, "waffle");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/waffle/rounding/a-thousand-splits-sum-to-100", test_rounding);
  g_test_add_func ("/waffle/squares/are-a-hundred", test_hundred);
  g_test_add_func ("/waffle/squares/run-from-the-top-start-corner", test_order);
  g_test_add_func ("/waffle/marks/are-one-a-part", test_marks);
  g_test_add_func ("/waffle/key/or-larger-squares", test_key_or_larger);
  g_test_add_func ("/waffle/rtl/starts-at-the-right", test_mirrored);
  g_test_add_func ("/waffle/negative/explains-itself", test_negative);
  g_test_add_func ("/waffle/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/waffle/golden", test_golden);
  return g_test_run ();
}
