/* Flows between nodes: as much comes out as goes in, the same order whatever that of the rows, small names as one. */
#include "config.h"

#include "sample.h"
#include "scene-builder.h"

#include <math.h>
#include <string.h>

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2026", "Sudan", "السودان", "Food", "الغذاء", "Donor 1", "المانح الأول", 400000000 },
  { NIDA_KIND_PAID, "2026", "Yemen", "اليمن", "Food", "الغذاء", "Donor 1", "المانح الأول", 100000000 },
  { NIDA_KIND_PAID, "2026", "Sudan", "السودان", "Health", "الصحة", "Donor 2", "المانح الثاني", 250000000 },
  { NIDA_KIND_PAID, "2026", "Yemen", "اليمن", "Health", "الصحة", "Donor 2", "المانح الثاني", 50000000 },
  { NIDA_KIND_PAID, "2026", "Yemen", "اليمن", "Food", "الغذاء", "Donor 3", "المانح الثالث", 90000000 },
  { NIDA_KIND_PAID, "2026", NULL, NULL, NULL, NULL, "Donor 3", "المانح الثالث", 60000000 },
  { NIDA_KIND_PAID, "2026", "Sudan", "السودان", "Food", "الغذاء", "Small 1", NULL, 2000000 },
  { NIDA_KIND_PAID, "2026", "Sudan", "السودان", "Food", "الغذاء", "Small 2", NULL, 3000000 },
};

static NidaChartSpec *
make_spec (void)
{
  NidaChartSpec *spec = nida_chart_spec_new (NIDA_CHART_SANKEY);
  const NidaField fields[] = { NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY, NIDA_FIELD_APPEAL };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { fields[i], NIDA_STEP_NONE };
  return spec;
}

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          SampleFrame      frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = make_spec ();

  return sample_scene (dataset, spec, frame);
}

static const NidaNode *
node_at (NidaScene  *scene,
         const char *key)
{
  const NidaNode *node = nida_scene_find (scene, key);

  if (node == NULL)
    g_error ("no node %s", key);
  return node;
}

/* The heights of the bands that begin, or end, at the node @key of @column. */
static double
sum_bands (NidaScene  *scene,
           guint       column,
           const char *key,
           gboolean    out)
{
  g_autofree char *prefix = g_strdup_printf ("link/%u/", out ? column : column - 1);
  double sum = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      guint end = node->n_points / 2 - 1;
      const char *ends = g_str_has_prefix (node->key, prefix) ? node->key + strlen (prefix) : NULL;
      const char *bar = ends != NULL ? strrchr (ends, '|') : NULL;
      g_autofree char *from = bar != NULL ? g_strndup (ends, bar - ends) : NULL;

      if (bar == NULL || strcmp (out ? from : bar + 1, key) != 0)
        continue;
      sum += out ? node->points[node->n_points - 1].y - node->points[0].y : node->points[end + 1].y - node->points[end].y;
    }
  return sum;
}

static void
assert_balanced (NidaScene  *scene,
                 const char *what)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      guint column;

      if (!g_str_has_prefix (node->key, "node/"))
        continue;
      column = node->key[strlen ("node/")] - '0';
      if (column < 2 && fabs (sum_bands (scene, column, node->key + strlen ("node/0/"), TRUE) - node->box.height) > 0.5 && node->box.height > 1.01)
        g_error ("%s: %s is %g high, and %g comes out", what, node->key, node->box.height, sum_bands (scene, column, node->key + strlen ("node/0/"), TRUE));
      if (column > 0 && fabs (sum_bands (scene, column, node->key + strlen ("node/0/"), FALSE) - node->box.height) > 0.5 && node->box.height > 1.01)
        g_error ("%s: %s is %g high, and %g goes in", what, node->key, node->box.height, sum_bands (scene, column, node->key + strlen ("node/0/"), FALSE));
    }
}

/* Random money without slashes in names, which the keys of this test could not tell apart. */
static NidaDataset *
random_gifts (guint32  seed,
              gboolean shuffled)
{
  static char names[24][16];
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  SampleRow rows[120];
  guint n = g_rand_int_range (random, 1, G_N_ELEMENTS (rows));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_snprintf (names[i], sizeof names[i], "Name %02u", i);
  for (guint i = 0; i < n; i++)
    rows[i] = (SampleRow) { NIDA_KIND_PAID, "2026", g_rand_int_range (random, 0, 9) == 0 ? NULL : names[g_rand_int_range (random, 0, 9)], NULL,
                            g_rand_int_range (random, 0, 7) == 0 ? NULL : names[g_rand_int_range (random, 0, 12)], NULL,
                            names[g_rand_int_range (random, 0, 24)], NULL, g_rand_int_range (random, 1, 1000000) * g_rand_int_range (random, 1, 1000) };
  for (guint i = n - 1; shuffled && i > 0; i--)
    {
      guint k = g_rand_int_range (random, 0, i + 1);
      SampleRow row = rows[i];

      rows[i] = rows[k];
      rows[k] = row;
    }
  return sample_dataset (rows, n);
}

static void
test_balanced (void)
{
  g_autoptr (NidaChartSpec) spec = make_spec ();

  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (NidaDataset) dataset = random_gifts (seed, FALSE);
      SampleFrame frame = { 900, 500, 1, seed % 2, NIDA_TIME_LTR };
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, frame);
      g_autofree char *what = g_strdup_printf ("seed %u", seed);

      g_assert_null (nida_scene_find (scene, "message"));
      assert_balanced (scene, what);
      sample_assert_tidy (scene, what);
    }
}

/* The same rows in another order are the same picture. */
static void
test_shuffled (void)
{
  g_autoptr (NidaChartSpec) spec = make_spec ();

  for (guint seed = 0; seed < 12; seed++)
    {
      g_autoptr (NidaDataset) one = random_gifts (seed, FALSE), other = random_gifts (seed, TRUE);
      g_autoptr (NidaScene) first = sample_scene (one, spec, SAMPLE_WIDE), second = sample_scene (other, spec, SAMPLE_WIDE);
      g_autofree char *before = nida_scene_dump (first), *after = nida_scene_dump (second);

      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_small (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), SAMPLE_WIDE);

  g_assert_null (nida_scene_find (scene, "node/0/Small 1"));
  g_assert_cmpint (node_at (scene, "node/0/+other")->mark->money, ==, G_GINT64_CONSTANT (5000000) * NIDA_MONEY_UNIT);
  g_assert_cmpint (node_at (scene, "node/1/+not-stated")->mark->money, ==, G_GINT64_CONSTANT (60000000) * NIDA_MONEY_UNIT);
  g_assert_cmpint (node_at (scene, "in/1/+not-stated")->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpint (node_at (scene, "out/1/+not-stated")->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpint (sample_table_sum (scene, 3), ==, G_GINT64_CONSTANT (955000000) * NIDA_MONEY_UNIT);
}

/* The colour of a donor is that of its flows, on the second stage too. */
static void
test_colours (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), SAMPLE_WIDE);

  g_assert_cmpint (node_at (scene, "node/0/Donor 1")->fill, ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (node_at (scene, "strand/0/Donor 1|Food/1")->fill, ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (node_at (scene, "strand/1/Health|Sudan/1")->fill, ==, NIDA_COLOR_SERIES_2);
  g_assert_cmpint (node_at (scene, "link/1/Food|Yemen")->fill, ==, NIDA_COLOR_NONE);
  g_assert_cmpint (node_at (scene, "strand/1/Food|Yemen/1")->fill, ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (node_at (scene, "strand/1/Food|Yemen/2")->fill, ==, NIDA_COLOR_SERIES_3);
}

static void
test_manual_order (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = make_spec (), copy = NULL;
  g_autoptr (NidaScene) scene = NULL, by_size = sample_scene (dataset, spec, SAMPLE_WIDE);
  const char *names[] = { "Small 1", "Donor 3", "Yemen", NULL };

  g_assert_cmpfloat (node_at (by_size, "node/0/Donor 1")->box.y, <, node_at (by_size, "node/0/Donor 3")->box.y);
  g_assert_cmpfloat (node_at (by_size, "node/2/Sudan")->box.y, <, node_at (by_size, "node/2/Yemen")->box.y);
  spec->ordered = g_strdupv ((char **) names);
  copy = nida_chart_spec_copy (spec);
  scene = sample_scene (dataset, copy, SAMPLE_WIDE);
  g_assert_cmpfloat (node_at (scene, "node/0/Small 1")->box.y, <, node_at (scene, "node/0/Donor 3")->box.y);
  g_assert_cmpfloat (node_at (scene, "node/0/Donor 3")->box.y, <, node_at (scene, "node/0/Donor 1")->box.y);
  g_assert_cmpfloat (node_at (scene, "node/2/Yemen")->box.y, <, node_at (scene, "node/2/Sudan")->box.y);
  assert_balanced (scene, "by hand");
}

static void
test_labels (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), SAMPLE_WIDE), rtl = NULL;
  SampleFrame frame = SAMPLE_WIDE;

  frame.arabic = TRUE;
  rtl = scene_of (gifts, G_N_ELEMENTS (gifts), frame);
  g_assert_cmpfloat (node_at (scene, "label/0/Donor 1")->box.x, <, node_at (scene, "node/0/Donor 1")->box.x);
  g_assert_cmpfloat (node_at (scene, "label/2/Sudan")->box.x, >, node_at (scene, "node/2/Sudan")->box.x);
  g_assert_cmpfloat (node_at (scene, "label/1/Food")->box.x, >, node_at (scene, "in/1/Food")->box.x);
  g_assert_cmpfloat (node_at (scene, "value/1/Food")->box.x, <, node_at (scene, "out/1/Food")->box.x);
  g_assert_false (node_at (scene, "label/1/Food")->halo);
  g_assert_cmpfloat (node_at (rtl, "label/0/Donor 1")->box.x, >, node_at (rtl, "node/0/Donor 1")->box.x);
  g_assert_cmpfloat (node_at (rtl, "node/0/Donor 1")->box.x, >, node_at (rtl, "node/2/Sudan")->box.x);
  g_assert_cmpstr (sample_text (scene, "value/0/Donor 1"), ==, "$500M");
}

static void
test_marks (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), SAMPLE_WIDE);
  const NidaMark *flow = node_at (scene, "link/1/Food|Yemen")->mark, *rest = node_at (scene, "link/0/+other|Food")->mark;

  g_assert_cmpuint (flow->n_fields, ==, 2);
  g_assert_cmpstr (flow->values[0], ==, "Food");
  g_assert_cmpstr (flow->values[1], ==, "Yemen");
  g_assert_cmpint (flow->money, ==, G_GINT64_CONSTANT (190000000) * NIDA_MONEY_UNIT);
  g_assert_true (nida_mark_has_rest (rest, NIDA_FIELD_DONOR));
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "Diagram of flows"));
  g_assert_nonnull (strstr (nida_scene_get_title (scene), "The most flows from"));
}

/* A correction that nobody could see lessens a sum and is told; one that would show refuses the diagram. */
static void
test_corrections (void)
{
  SampleRow rows[G_N_ELEMENTS (gifts) + 1];
  g_autoptr (NidaScene) scene = NULL;

  memcpy (rows, gifts, sizeof gifts);
  rows[G_N_ELEMENTS (gifts)] = (SampleRow) { NIDA_KIND_PAID, "2026", "Yemen", NULL, "Education", NULL, "Donor 1", NULL, -300000 };
  scene = scene_of (rows, G_N_ELEMENTS (rows), SAMPLE_WIDE);
  g_assert_null (nida_scene_find (scene, "message"));
  assert_balanced (scene, "a correction");
  g_assert_cmpint (node_at (scene, "node/0/Donor 1")->mark->money, ==, G_GINT64_CONSTANT (499700000) * NIDA_MONEY_UNIT);
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "Corrections of"));
}

static void
test_refusals (void)
{
  const SampleRow negative[] = {
    { NIDA_KIND_PAID, "2026", "Sudan", NULL, "Food", NULL, "Kuwait", NULL, 1000 },
    { NIDA_KIND_PAID, "2026", "Sudan", NULL, "Health", NULL, "Kuwait", NULL, -400 },
  };
  const SampleRow bare[] = { { NIDA_KIND_PAID, "2026", .amount = 1000 } };
  g_autoptr (NidaScene) below = scene_of (negative, 2, SAMPLE_WIDE), none = scene_of (NULL, 0, SAMPLE_WIDE);
  g_autoptr (NidaScene) undivided = scene_of (bare, 1, SAMPLE_WIDE), card = scene_of (gifts, 8, SAMPLE_CARD);
  NidaScene *scenes[] = { below, none, undivided, card };

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    g_assert_nonnull (nida_scene_find (scenes[i], "message"));
  g_assert_cmpuint (nida_scene_get_table (below)->rows->len, ==, 2);
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = make_spec ();

  for (guint seed = 0; seed < 30; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 900, FALSE, seed % 5 == 0);
      g_autofree char *what = g_strdup_printf ("sankey, seed %u", seed);

      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = make_spec ();

  sample_assert_goldens (dataset, spec, SAMPLE_WIDE, "sankey");
}

/* Does a piece of @band, which runs between its two edges, meet @box? */
static gboolean
runs_under (const NidaNode *band,
            NidaBox         box)
{
  const double slack = 0.51;
  guint n = band->n_points / 2;

  for (guint i = 0; i + 1 < n; i++)
    {
      const NidaPoint *p = &band->points[i], *back = &band->points[band->n_points - 2 - i];
      double top = MIN (p[0].y, p[1].y), foot = MAX (back[0].y, back[1].y);

      if (MAX (p[0].x, p[1].x) > box.x + slack && MIN (p[0].x, p[1].x) < box.x + box.width - slack && foot > box.y + slack
          && top < box.y + box.height - slack)
        return TRUE;
    }
  return FALSE;
}

/* Returns how many words stand over a flow; each of them has a halo. */
static guint
count_over_flows (NidaScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *words = nida_scene_get_node (scene, i);

      for (guint k = 0; words->shape == NIDA_SHAPE_TEXT && k < nida_scene_get_n_nodes (scene); k++)
        {
          const NidaNode *band = nida_scene_get_node (scene, k);

          if (!g_str_has_prefix (band->key, "link/") || !runs_under (band, words->box))
            continue;
          g_assert_true (words->halo);
          n++;
        }
    }
  return n;
}

/* No flow runs under words, unless the diagram is too narrow for words in its middle; under those it has a halo. */
static void
test_words_off_flows (void)
{
  const struct { double width, height; } sizes[] = { { 380, 300 }, { 480, 356 }, { 648, 280 }, { 900, 500 }, { 1440, 860 } };
  g_autoptr (NidaChartSpec) spec = make_spec ();
  guint parted = 0, over = 0;

  for (guint seed = 0; seed < 30; seed++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes) * 4; i++)
      {
        g_autoptr (NidaDataset) dataset = sample_random_rich (seed + 4000);
        SampleFrame frame = { sizes[i / 4].width, sizes[i / 4].height, 1 + i / 2 % 2, i % 2, NIDA_TIME_LTR };
        g_autoptr (NidaScene) scene = sample_scene (dataset, spec, frame);
        guint n = count_over_flows (scene);

        over += n;
        if (n > 0)
          g_assert_cmpfloat (sizes[i / 4].width, <, 480);
        for (guint k = 0; k < nida_scene_get_n_nodes (scene); k++)
          parted += g_str_has_prefix (nida_scene_get_node (scene, k)->key, "in/1/");
      }
  g_assert_cmpuint (parted, >, 500);
  g_assert_cmpuint (over, >, 0);
}

static const char * const long_names[] = {
  "Coordination and support services", "Relief for people on the move", "Emergency shelter and relief items", "Agriculture and fishery, and livestock",
};

static NidaScene *
scene_of_long_names (double width,
                     double height)
{
  SampleRow rows[2 * G_N_ELEMENTS (long_names)];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (SampleRow) { NIDA_KIND_PAID, "2026", i % 2 == 0 ? "Sudan" : "Yemen", NULL, long_names[i / 2], NULL, i < 3 ? "Donor 1" : "Donor 2", NULL,
                            (gint64) (100 - 11 * i) * 1000000 };
  return scene_of (rows, G_N_ELEMENTS (rows), (SampleFrame) { width, height, 1, FALSE, NIDA_TIME_LTR });
}

/* A name in a narrow middle is written smaller and on two lines before it is cut, and its figure goes before that. */
static void
test_long_names (void)
{
  g_autoptr (NidaScene) scene = scene_of_long_names (560, 420);

  sample_assert_tidy (scene, "long names");
  for (guint i = 0; i < G_N_ELEMENTS (long_names); i++)
    {
      g_autofree char *key = g_strdup_printf ("label/1/%s", long_names[i]);
      const NidaNode *label = node_at (scene, key);

      g_assert_cmpstr (label->text, ==, long_names[i]);
      g_assert_cmpuint (label->max_lines, ==, 2);
      g_assert_cmpint (label->font, ==, NIDA_FONT_SOURCE);
    }
}

/* Words stand at their node, or the nodes go as far apart as their words need. */
static void
test_words_at_their_nodes (void)
{
  for (guint height = 300; height <= 700; height += 50)
    {
      g_autoptr (NidaScene) scene = scene_of_long_names (560, height);

      for (guint i = 0; i < G_N_ELEMENTS (long_names); i++)
        {
          g_autofree char *label_key = g_strdup_printf ("label/1/%s", long_names[i]), *node_key = g_strdup_printf ("node/1/%s", long_names[i]);
          const NidaNode *label = node_at (scene, label_key), *node = node_at (scene, node_key);
          double middle = label->box.y + label->box.height / 2;

          g_assert_cmpfloat (middle, >=, node->box.y - 9.1);
          g_assert_cmpfloat (middle, <=, node->box.y + node->box.height + 9.1);
        }
    }
}

/* With rows but no money above zero there is no scale: the diagram says so, in every size. */
static void
test_no_scale (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", "Sudan", NULL, "Food", NULL, "Donor 1", NULL, 0 }, { NIDA_KIND_PAID, "2026", "Yemen", NULL, "Health", NULL, "Donor 2", NULL, 0 },
    { NIDA_KIND_PAID, "2026", "Chad", NULL, "Shelter", NULL, "Donor 3", NULL, 0 }, { NIDA_KIND_PAID, "2026", "Haiti", NULL, "Water", NULL, "Donor 4", NULL, 0 },
    { NIDA_KIND_PAID, "2026", "Mali", NULL, "Camps", NULL, "Donor 5", NULL, 0 }, { NIDA_KIND_PAID, "2026", "Niger", NULL, "Cash", NULL, "Donor 6", NULL, 0 },
  };

  for (double height = 160; height <= 400; height += 4)
    {
      g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), (SampleFrame) { 560, height, 1, FALSE, NIDA_TIME_LTR });

      g_assert_nonnull (nida_scene_find (scene, "message"));
    }
}

static void
test_short_names (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", "Sudan", NULL, "H2", NULL, "EU", NULL, 400000000 },
    { NIDA_KIND_PAID, "2026", "Yemen", NULL, "F", NULL, "K", NULL, 100000000 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), (SampleFrame) { 900, 500, 1, FALSE, NIDA_TIME_LTR });
  const char *keys[] = { "label/0/EU", "label/0/K", "label/1/H2", "label/1/F" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_nonnull (node_at (scene, keys[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sankey/random/as-much-comes-out-as-goes-in", test_balanced);
  g_test_add_func ("/sankey/shuffled/is-the-same-picture", test_shuffled);
  g_test_add_func ("/sankey/small/join-the-others", test_small);
  g_test_add_func ("/sankey/colours/are-those-of-the-donor", test_colours);
  g_test_add_func ("/sankey/order/by-hand-comes-first", test_manual_order);
  g_test_add_func ("/sankey/labels/stand-on-the-free-side", test_labels);
  g_test_add_func ("/sankey/marks/filter-by-both-ends", test_marks);
  g_test_add_func ("/sankey/corrections/lessen-sums-and-are-told", test_corrections);
  g_test_add_func ("/sankey/refusals/explain-themselves", test_refusals);
  g_test_add_func ("/sankey/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/sankey/no-money/ends-with-a-message", test_no_scale);
  g_test_add_func ("/sankey/words/no-flow-runs-under-them", test_words_off_flows);
  g_test_add_func ("/sankey/golden", test_golden);
  g_test_add_func ("/sankey/words/long-names-before-they-are-cut", test_long_names);
  g_test_add_func ("/sankey/words/stand-at-their-nodes", test_words_at_their_nodes);
  g_test_add_func ("/sankey/names/of-one-letter-stand", test_short_names);
  return g_test_run ();
}
