/* Part to whole: percentages, order of parts, form, what is no whole. */
#include "config.h"

#include "chart-groups.h"
#include "sample.h"

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
  { NIDA_KIND_PAID, "2026", .amount = 2900000000 },
};

static const SampleRow objectives[] = {
  { NIDA_KIND_REQUIREMENT, "2024", "Appeal 2024", "نداء 2024", "Saving lives", "إنقاذ الأرواح", .amount = 3400000000 },
  { NIDA_KIND_REQUIREMENT, "2024", "Appeal 2024", "نداء 2024", "Solutions", "حلول", .amount = 2700000000 },
  { NIDA_KIND_REQUIREMENT, "2024", "Appeal 2024", "نداء 2024", "Pathways", "المسارات", .amount = 1600000000 },
  { NIDA_KIND_REQUIREMENT, "2024", "Appeal 2024", "نداء 2024", "Better services", "خدمات أفضل", .amount = 163000000 },
  { NIDA_KIND_STATED, "2024", "Appeal 2024", "نداء 2024", .amount = 7900000000 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          NidaMeasure      measure,
          NidaPartsForm    form,
          SampleFrame      frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_PARTS);

  spec->measure = measure;
  spec->parts = form;
  return sample_scene (dataset, spec, frame);
}

static guint
count_shape (NidaScene *scene,
             NidaShape  shape)
{
  guint n = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    n += nida_scene_get_node (scene, i)->shape == shape;
  return n;
}

/* What @scene says of the part @name in its tooltip, in its key and on it: the same percentage, or nothing. */
static void
assert_share (NidaScene  *scene,
              const char *name,
              const char *percent)
{
  g_autofree char *bar = g_strconcat ("bar/", name, NULL), *key = g_strconcat ("key/percent/", name, NULL);
  g_autofree char *share = g_strconcat ("share/", name, NULL), *line = g_strconcat (percent, " of the total", NULL);
  const NidaNode *node = nida_scene_find (scene, bar);

  if (node == NULL)
    return;                                  /* among the others */
  g_assert_nonnull (node->mark);
  g_assert_true (g_strv_contains (nida_mark_get_lines (node->mark), line));
  node = nida_scene_find (scene, key);
  if (node != NULL)
    g_assert_cmpstr (node->text, ==, percent);
  node = nida_scene_find (scene, share);
  if (node != NULL)
    g_assert_true (g_str_has_suffix (node->text, percent));
}

/* A share is one figure: that of the exact sums, whatever the kind, the form and the size of the picture, and so how many parts are
 * told apart. */
static void
test_one_figure (void)
{
  static const struct { NidaChartKind kind; NidaPartsForm form; } looks[] = {
    { NIDA_CHART_PARTS, NIDA_PARTS_BAR }, { NIDA_CHART_PARTS, NIDA_PARTS_DONUT }, { NIDA_CHART_WAFFLE, NIDA_PARTS_AUTO },
    { NIDA_CHART_TREEMAP, NIDA_PARTS_AUTO },
  };
  static const SampleFrame frames[] = { { 320, 240, 1 }, { 480, 300, 1 }, { 648, 356, 1 }, { 900, 500, 1 } };

  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
      char names[12][2] = { "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L" };
      SampleRow rows[12] = { 0 };
      guint n = g_rand_int_range (random, 2, 13);
      NidaMoney total = 0;

      for (guint i = 0; i < n; i++)
        {
          rows[i] = (SampleRow) { NIDA_KIND_PAID, "2026", .category = names[i], .amount = g_rand_int_range (random, 1, 1000) * 1000 };
          total += rows[i].amount;
        }
      for (guint look = 0; look < G_N_ELEMENTS (looks); look++)
        for (guint size = 0; size < G_N_ELEMENTS (frames); size++)
          {
            g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
            g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (looks[look].kind);
            g_autoptr (NidaScene) scene = NULL;

            spec->parts = looks[look].form;
            scene = sample_scene (dataset, spec, frames[size]);
            for (guint i = 0; i < n; i++)
              {
                g_autofree char *percent = nida_language_percent (language, nida_money_share (rows[i].amount, total), 0);

                assert_share (scene, names[i], percent);
              }
          }
    }
}

static void
test_sum (void)
{
  g_autoptr (NidaScene) scene =
      scene_of (clusters, G_N_ELEMENTS (clusters), NIDA_MEASURE_RECEIVED, NIDA_PARTS_AUTO, SAMPLE_WIDE);

  g_assert_cmpint (sample_table_sum (scene, 1), ==, G_GINT64_CONSTANT (6478000000) * NIDA_MONEY_UNIT);
}

/* Together they are 101: each is its own share, rounded. By largest remainder A would have 35%. */
static void
test_percent_of_title (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .category = "A", .amount = 35550000 },
    { NIDA_KIND_PAID, "2026", .category = "B", .amount = 32750000 },
    { NIDA_KIND_PAID, "2026", .category = "C", .amount = 31700000 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED, NIDA_PARTS_AUTO, SAMPLE_WIDE);

  g_assert_cmpstr (nida_scene_get_title (scene), ==, "A makes up 36% of the total");
  g_assert_cmpstr (sample_text (scene, "key/percent/A"), ==, "36%");
  g_assert_cmpstr (sample_text (scene, "key/percent/B"), ==, "33%");
  g_assert_cmpstr (sample_text (scene, "key/percent/C"), ==, "32%");
}

/* Of the first or of what is not stated: its label is what the title tells. */
static void
test_title_of_any (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      char names[6][2] = { "A", "B", "C", "D", "E", "F" };
      SampleRow rows[6] = { 0 };
      guint n = g_rand_int_range (random, 2, 7), told = 0;
      g_autoptr (NidaScene) scene = NULL;
      const char *title;

      for (guint i = 0; i < n; i++)
        rows[i] = (SampleRow) { NIDA_KIND_PAID, "2026", .category = i == 1 && seed % 2 ? NULL : names[i],
                                .amount = g_rand_int_range (random, 1, 1000) * 1000 };
      scene = scene_of (rows, n, NIDA_MEASURE_RECEIVED, NIDA_PARTS_BAR, SAMPLE_WIDE);
      title = nida_scene_get_title (scene);
      for (guint i = 0, place = 0; i < nida_scene_get_n_nodes (scene); i++)
        {
          const NidaNode *node = nida_scene_get_node (scene, i);
          if (!g_str_has_prefix (node->key, "key/percent/"))
            continue;
          if (strstr (title, "names no") != NULL ? g_str_has_suffix (node->key, "/+not-stated") : place == 0)
            told = atoi (node->text);
          place++;
        }
      if (strchr (title, '%') != NULL && !g_str_has_prefix (title, "The two"))
        g_assert_cmpint (atoi (strpbrk (title, "0123456789")), ==, told);
    }
}

/* A bar takes what the rows of its key do not need, and its subtitle ends where the line has no room for more. */
static void
test_room (void)
{
  const SampleFrame frames[] = { { 900, 500, 1 }, { 1100, 600, 1 }, { 648, 400, 1 } };
  g_autoptr (NidaScene) narrow = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (NidaScene) scene = scene_of (clusters, G_N_ELEMENTS (clusters), NIDA_MEASURE_RECEIVED, NIDA_PARTS_BAR, frames[i]);
      const NidaNode *bar = nida_scene_find (scene, "bar/Food Security"), *source = nida_scene_find (scene, "source");
      double plot = source->box.y - bar->box.y, last = 0;

      for (guint k = 0; k < nida_scene_get_n_nodes (scene); k++)
        if (g_str_has_prefix (nida_scene_get_node (scene, k)->key, "key/name/"))
          last = MAX (last, nida_scene_get_node (scene, k)->box.y + nida_scene_get_node (scene, k)->box.height);
      g_assert_cmpfloat (last - bar->box.y, >=, 0.8 * plot);
    }
  narrow = scene_of (clusters, G_N_ELEMENTS (clusters), NIDA_MEASURE_RECEIVED, NIDA_PARTS_BAR, (SampleFrame) { 240, 240, 1 });
  g_assert_cmpstr (sample_text (narrow, "subtitle"), ==, "Received by cluster, US$");
}

/* In a small picture the person's note is whole: how flows are counted goes before it is cut. */
static void
test_small_source (void)
{
  const SampleFrame frames[] = { { 320, 240, 1 }, { 648, 400, 1 } };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (NidaDataset) dataset = sample_dataset (clusters, G_N_ELEMENTS (clusters));
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_PARTS);
      g_autoptr (NidaScene) scene = NULL;

      spec->note = g_strdup ("Figures of the desk, which are not final.");
      scene = sample_scene (dataset, spec, frames[i]);
      g_assert_true ((strstr (sample_text (scene, "source"), "Counting:") != NULL) == (i == 1));
      g_assert_nonnull (strstr (sample_text (scene, "source"), spec->note));
      g_assert_nonnull (strstr (nida_scene_get_description (scene), "Counting:"));
    }
}

static void
test_order (void)
{
  g_autoptr (NidaScene) scene =
      scene_of (clusters, G_N_ELEMENTS (clusters), NIDA_MEASURE_RECEIVED, NIDA_PARTS_AUTO, SAMPLE_WIDE);
  const NidaNode *first = nida_scene_find (scene, "bar/Food Security"), *other = nida_scene_find (scene, "bar/+other");
  const NidaNode *none = nida_scene_find (scene, "bar/+not-stated");

  g_assert_cmpfloat (first->box.x, <, other->box.x);
  g_assert_cmpfloat (other->box.x, <, none->box.x);
  g_assert_cmpint (first->fill, ==, NIDA_COLOR_STEP_1);
  g_assert_cmpint (other->fill, ==, NIDA_COLOR_OTHER);
  g_assert_cmpint (none->fill, ==, NIDA_COLOR_UNKNOWN);
  g_assert_cmpint (none->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpstr (sample_text (scene, "key/name/+other"), ==, "2 other clusters");
  g_assert_cmpstr (sample_text (scene, "key/name/+not-stated"), ==, "Cluster not stated");
}

static void
test_title (void)
{
  g_autoptr (NidaScene) scene =
      scene_of (clusters, G_N_ELEMENTS (clusters), NIDA_MEASURE_RECEIVED, NIDA_PARTS_AUTO, SAMPLE_WIDE);

  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Almost half of the money names no cluster");
  g_assert_cmpstr (sample_text (scene, "subtitle"), ==, "Received by cluster, US$; shares of $6.48B");
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "9 clusters"));
}

static void
test_ink (void)
{
  for (NidaTheme theme = 0; theme < NIDA_N_THEMES; theme++)
    for (NidaColor step = NIDA_COLOR_STEP_1; step <= NIDA_COLOR_STEP_7; step++)
      {
        NidaRgba fill = nida_palette_get (theme, step), ink = nida_palette_get (theme, nida_palette_ink (theme, step));

        g_assert_cmpfloat (nida_rgba_contrast (fill, ink), >=, 4.5);
      }
}

static void
test_donut (void)
{
  SampleFrame frame = SAMPLE_NARROW;
  g_autoptr (NidaScene) scene = NULL;

  frame.height = 280;
  scene = scene_of (objectives, G_N_ELEMENTS (objectives), NIDA_MEASURE_REQUIREMENT, NIDA_PARTS_AUTO, frame);
  g_assert_cmpuint (count_shape (scene, NIDA_SHAPE_SECTOR), ==, 4);
  g_assert_cmpstr (sample_text (scene, "total"), ==, "7.86");
  g_assert_cmpint (nida_scene_find (scene, "bar/Saving lives")->fill, ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Two objectives take 78%");
  g_assert_nonnull (strstr (sample_text (scene, "source"), "$37M more than computed"));
}

static void
test_donut_never_flips (void)
{
  SampleFrame frame = SAMPLE_NARROW;
  g_autoptr (NidaScene) ltr = NULL, rtl = NULL;

  ltr = scene_of (objectives, G_N_ELEMENTS (objectives), NIDA_MEASURE_REQUIREMENT, NIDA_PARTS_DONUT, frame);
  frame.arabic = TRUE;
  rtl = scene_of (objectives, G_N_ELEMENTS (objectives), NIDA_MEASURE_REQUIREMENT, NIDA_PARTS_DONUT, frame);
  g_assert_cmpfloat_with_epsilon (nida_scene_find (ltr, "bar/Solutions")->from,
                                  nida_scene_find (rtl, "bar/Solutions")->from, 0.001);
  g_assert_cmpfloat_with_epsilon (nida_scene_find (ltr, "bar/Solutions")->to,
                                  nida_scene_find (rtl, "bar/Solutions")->to, 0.001);
}

static void
test_many_are_a_bar (void)
{
  g_autoptr (NidaScene) automatic =
      scene_of (clusters, G_N_ELEMENTS (clusters), NIDA_MEASURE_RECEIVED, NIDA_PARTS_AUTO, SAMPLE_WIDE);
  g_autoptr (NidaScene) forced =
      scene_of (clusters, G_N_ELEMENTS (clusters), NIDA_MEASURE_RECEIVED, NIDA_PARTS_DONUT, SAMPLE_WIDE);

  g_assert_cmpuint (count_shape (automatic, NIDA_SHAPE_SECTOR), ==, 0);
  g_assert_cmpuint (count_shape (forced, NIDA_SHAPE_SECTOR), <=, 5);
}

static void
test_negative (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .category = "A", .amount = 100 },
    { NIDA_KIND_PAID, "2026", .category = "B", .amount = -40 },
  };
  g_autoptr (NidaScene) scene =
      scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED, NIDA_PARTS_AUTO, SAMPLE_WIDE);

  g_assert_nonnull (nida_scene_find (scene, "message"));
  g_assert_null (nida_scene_find (scene, "bar/A"));
  g_assert_cmpuint (nida_scene_get_table (scene)->rows->len, ==, 2);
}

static void
test_undivided (void)
{
  const SampleRow rows[] = { { NIDA_KIND_PAID, "2026", .donor = "A", .amount = 100 } };
  g_autoptr (NidaScene) scene =
      scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED, NIDA_PARTS_AUTO, SAMPLE_WIDE);

  g_assert_nonnull (nida_scene_find (scene, "message"));
  g_assert_null (nida_scene_find (scene, "bar/+not-stated"));
}

static void
test_tiny (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .category = "A", .amount = 100000000 },
    { NIDA_KIND_PAID, "2026", .category = "B", .amount = 1 },
  };
  g_autoptr (NidaScene) scene =
      scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED, NIDA_PARTS_BAR, SAMPLE_WIDE);

  g_assert_cmpstr (sample_text (scene, "key/percent/A"), ==, "100%");
  g_assert_cmpstr (sample_text (scene, "key/percent/B"), ==, "<1%");
  g_assert_nonnull (nida_scene_find (scene, "bar/B"));
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_PARTS);

  for (guint seed = 0; seed < 90; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 2000, seed % 2 == 0, seed % 5 == 0);
      g_autofree char *what = g_strdup_printf ("parts, seed %u", seed);

      spec->measure = seed % 2 == 0 ? NIDA_MEASURE_REQUIREMENT : NIDA_MEASURE_RECEIVED;
      spec->parts = seed % 3;
      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) many = sample_dataset (clusters, G_N_ELEMENTS (clusters));
  g_autoptr (NidaDataset) few = sample_dataset (objectives, G_N_ELEMENTS (objectives));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_PARTS);
  SampleFrame frame = SAMPLE_NARROW;

  spec->measure = NIDA_MEASURE_RECEIVED;
  sample_assert_goldens (many, spec, SAMPLE_WIDE, "parts-bar");
  spec->measure = NIDA_MEASURE_REQUIREMENT;
  frame.height = 280;
  sample_assert_goldens (few, spec, frame, "parts-donut");
}

/* Names that are no donors have the colour that a person chose, whether they have hues or shades; who had it takes another. */
static void
test_chosen_hue (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .category = "Food", .amount = 900 },
    { NIDA_KIND_PAID, "2026", .category = "Health", .amount = 300 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));

  for (NidaPartsForm form = NIDA_PARTS_BAR; form <= NIDA_PARTS_DONUT; form++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_PARTS);
      g_autoptr (NidaScene) scene = NULL;

      spec->parts = form;
      spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
      nida_chart_spec_set_hue (spec, NIDA_FIELD_CATEGORY, "Health", NIDA_COLOR_SERIES_1);
      scene = sample_scene (dataset, spec, SAMPLE_WIDE);
      g_assert_cmpint (nida_scene_find (scene, "bar/Health")->fill, ==, NIDA_COLOR_SERIES_1);
      g_assert_cmpint (nida_scene_find (scene, "bar/Food")->fill, !=, NIDA_COLOR_SERIES_1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parts/sum/is-that-of-the-rows", test_sum);
  g_test_add_func ("/parts/percentages/are-one-figure-in-every-kind-and-size", test_one_figure);
  g_test_add_func ("/parts/percentages/are-those-of-the-title", test_percent_of_title);
  g_test_add_func ("/parts/percentages/of-any-are-those-of-the-title", test_title_of_any);
  g_test_add_func ("/parts/room/is-used-and-the-subtitle-gives-way", test_room);
  g_test_add_func ("/parts/small/the-note-is-whole", test_small_source);
  g_test_add_func ("/parts/order/other-and-not-stated-are-last", test_order);
  g_test_add_func ("/parts/words/say-what-stands-out", test_title);
  g_test_add_func ("/parts/ink/can-be-read-on-every-step", test_ink);
  g_test_add_func ("/parts/few/are-a-ring-with-the-total-inside", test_donut);
  g_test_add_func ("/parts/ring/never-flips", test_donut_never_flips);
  g_test_add_func ("/parts/many/are-a-bar", test_many_are_a_bar);
  g_test_add_func ("/parts/negative/explains-itself", test_negative);
  g_test_add_func ("/parts/undivided/says-so", test_undivided);
  g_test_add_func ("/parts/tiny/is-less-than-one-percent", test_tiny);
  g_test_add_func ("/parts/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/parts/golden", test_golden);
  g_test_add_func ("/parts/colours/chosen-by-a-person", test_chosen_hue);
  return g_test_run ();
}
