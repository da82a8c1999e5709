/* Lines over time: steps for money, points for levels, gaps for what nobody recorded, names at the ends. */
#include "config.h"

#include "sample.h"

#include <string.h>

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2021", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 40 },
  { NIDA_KIND_PAID, "2022", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 90 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 70 },
  { NIDA_KIND_PAID, "2021", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 10 },
  { NIDA_KIND_PAID, "2022", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 20 },
  { NIDA_KIND_PAID, "2023", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 30 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 35 },
  { NIDA_KIND_PAID, NULL, .donor = "Donor 2", .amount = 7 },
  { NIDA_KIND_PAID, "2024", .amount = 3 },
};

static const SampleRow needs[] = {
  { NIDA_KIND_REQUIREMENT, "2022", "Syria", "سوريا", .amount = 400 },
  { NIDA_KIND_REQUIREMENT, "2023", "Syria", "سوريا", .amount = 500 },
  { NIDA_KIND_REQUIREMENT, "2024", "Syria", "سوريا", .amount = 300 },
  { NIDA_KIND_REQUIREMENT, "2024", "Sudan", "السودان", .amount = 270 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          NidaMeasure      measure,
          SampleFrame      frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_LINE);

  spec->measure = measure;
  return sample_scene (dataset, spec, frame);
}

/* Nothing is claimed of the days between two sums: each run only goes along and up or down. */
static void
test_steps (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), NIDA_MEASURE_RECEIVED, SAMPLE_WIDE);
  guint lines = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (!g_str_has_prefix (node->key, "line/"))
        continue;
      lines++;
      for (guint k = 1; k < node->n_points; k++)
        g_assert_true (node->points[k].x == node->points[k - 1].x || node->points[k].y == node->points[k - 1].y);
    }
  g_assert_cmpuint (lines, ==, 3);             /* nobody recorded a gift of the first donor in 2023 */
  g_assert_null (nida_scene_find (scene, "cell/Donor 1|2023"));
  g_assert_nonnull (nida_scene_find (scene, "line/Donor 1|2021"));
  g_assert_nonnull (nida_scene_find (scene, "line/Donor 1|2024"));
}

static void
test_levels (void)
{
  g_autoptr (NidaScene) scene = scene_of (needs, G_N_ELEMENTS (needs), NIDA_MEASURE_REQUIREMENT, SAMPLE_WIDE);

  g_assert_cmpuint (nida_scene_find (scene, "line/Syria|2022")->n_points, ==, 3);
  g_assert_cmpint (nida_scene_find (scene, "cell/Syria|2023")->shape, ==, NIDA_SHAPE_CIRCLE);
  g_assert_null (nida_scene_find (scene, "line/Sudan|2024"));           /* one point is a dot */
  g_assert_cmpint (nida_scene_find (scene, "cell/Sudan|2024")->shape, ==, NIDA_SHAPE_CIRCLE);
}

static void
test_words (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), NIDA_MEASURE_RECEIVED, SAMPLE_WIDE);
  const NidaMark *mark = nida_scene_find (scene, "cell/Donor 2|2023")->mark;

  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Donor 1 is first in 2024: $70");
  g_assert_nonnull (strstr (sample_text (scene, "source"), "Not drawn: $7 without a single date."));
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "From 2021 to 2024 it rose by 116%, from $50 to $108."));
  g_assert_cmpstr (sample_text (scene, "end/Donor 1"), ==, "Donor 1: $70");
  g_assert_cmpstr (mark->values[0], ==, "Donor 2");
  g_assert_cmpstr (mark->values[1], ==, "2023");
  g_assert_cmpint (sample_table_sum (scene, 2), ==, 305 * NIDA_MONEY_UNIT);
  g_assert_cmpint (nida_scene_find (scene, "line/Donor 2|2021")->stroke, ==, NIDA_COLOR_SERIES_2);
}

/* Where most lines end at the foot, nobody could tell which name is whose. */
static void
test_legend (void)
{
  SampleRow rows[12] = { { 0 } };
  const char *donors[] = { "A", "B", "C", "D" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (SampleRow) { NIDA_KIND_PAID, ((const char *[]) { "2022", "2023", "2024" })[i / 4], .donor = donors[i % 4],
                            .amount = i / 4 < 2 ? 1000 + 100 * i : i % 4 == 0 ? 900 : 1 };
  {
    g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED, SAMPLE_WIDE);

    g_assert_nonnull (nida_scene_find (scene, "legend/A"));
    g_assert_null (nida_scene_find (scene, "end/A"));
  }
}

/* Donors beyond those that have hues of their own are grey, as those of a region may be: each of the first four has a line that looks
 * like no other, in the chart and in its legend. */
static void
test_grey (void)
{
  SampleRow rows[12] = { { 0 } };
  const char *donors[] = { "A", "B", "C", "D" };
  gboolean seen[NIDA_DASH_MIXED + 1] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (SampleRow) { NIDA_KIND_PAID, ((const char *[]) { "2022", "2023", "2024" })[i / 4], .donor = donors[i % 4], .amount = 1000 * (1 + i % 4) };
  {
    g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED, SAMPLE_WIDE);

    for (guint i = 0; i < G_N_ELEMENTS (donors); i++)
      {
        g_autofree char *key = g_strdup_printf ("line/%s|2022", donors[i]);
        const NidaNode *line = nida_scene_find (scene, key);

        g_assert_cmpint (line->stroke, ==, NIDA_COLOR_OTHER);
        g_assert_false (seen[line->dash]);
        seen[line->dash] = TRUE;
      }
  }
}

/* A small chart names as many lines as have room above marks that are still seen, and says how many there are besides. */
static void
test_small (void)
{
  const NidaChartKind kinds[] = { NIDA_CHART_LINE, NIDA_CHART_AREA };
  const char *donors[] = { "Kuwait, Government of", "Saudi Arabia", "United Arab Emirates", "Qatar", "Bahrain", "Oman" };
  SampleRow rows[18] = { { 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (SampleRow) { NIDA_KIND_PAID, ((const char *[]) { "2022", "2023", "2024" })[i / 6], .donor = donors[i % 6], .amount = 900 - i };
  for (guint i = 0; i < 2 * G_N_ELEMENTS (kinds); i++)
    {
      SampleFrame frame = { 240, 200, 1 + i / G_N_ELEMENTS (kinds), FALSE, NIDA_TIME_LTR };
      g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kinds[i % G_N_ELEMENTS (kinds)]);
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, frame);
      guint named = 0, drawn = 0;

      sample_assert_tidy (scene, "240 by 200");
      for (guint k = 0; k < G_N_ELEMENTS (donors); k++)
        {
          g_autofree char *legend = g_strdup_printf ("legend/%s/label", donors[k]), *end = g_strdup_printf ("end/%s", donors[k]);

          g_autofree char *cell = g_strdup_printf ("cell/%s|2024", donors[k]);

          drawn += nida_scene_find (scene, cell) != NULL;
          named += nida_scene_find (scene, legend) != NULL || nida_scene_find (scene, end) != NULL;
        }
      g_assert_cmpuint (named, >, 0);
      if (nida_scene_find (scene, "legend/+more/label") != NULL)
        {
          g_autofree char *words = g_strdup_printf ("%u more", drawn - named);

          if (nida_scene_find (scene, "cell/+other|2024") != NULL)
            {
              g_free (words);
              words = g_strdup_printf ("%u more", (guint) G_N_ELEMENTS (donors) - named);
            }

          g_assert_null (nida_scene_find (scene, "legend/+more"));          /* it has no colour */
          g_assert_cmpstr (sample_text (scene, "legend/+more/label"), ==, words);
        }
    }
}

static void
test_directions (void)
{
  SampleFrame frame = SAMPLE_WIDE;

  frame.arabic = TRUE;
  for (NidaTimeDirection time = NIDA_TIME_LTR; time <= NIDA_TIME_FOLLOW; time++)
    {
      g_autoptr (NidaScene) scene = NULL;
      double first, last, name;

      frame.time = time;
      scene = scene_of (gifts, G_N_ELEMENTS (gifts), NIDA_MEASURE_RECEIVED, frame);
      first = nida_scene_find (scene, "cell/Donor 2|2021")->box.x;
      last = nida_scene_find (scene, "cell/Donor 2|2024")->box.x;
      name = nida_scene_find (scene, "end/Donor 2")->box.x;
      g_assert_true (time == NIDA_TIME_LTR ? first < last && last < name : first > last && last > name);
    }
}

static void
test_undated (void)
{
  const SampleRow rows[] = { { NIDA_KIND_PAID, NULL, .donor = "A", .amount = 4 } };
  g_autoptr (NidaScene) scene = scene_of (rows, 1, NIDA_MEASURE_RECEIVED, SAMPLE_WIDE);

  g_assert_nonnull (nida_scene_find (scene, "message"));
  g_assert_cmpint (sample_table_sum (scene, 2), ==, 4 * NIDA_MONEY_UNIT);
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_LINE);
  const NidaMeasure measures[] = { NIDA_MEASURE_RECEIVED, NIDA_MEASURE_COVERAGE, NIDA_MEASURE_REQUIREMENT };

  for (guint seed = 0; seed < 45; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 7000, seed % 3 > 0, seed % 4 == 0);
      g_autofree char *what = g_strdup_printf ("line, seed %u", seed);

      spec->measure = measures[seed % 3];
      spec->step = seed % 2 ? NIDA_STEP_MONTH : NIDA_STEP_NONE;
      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaDataset) levels = sample_dataset (needs, G_N_ELEMENTS (needs));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_LINE);

  sample_assert_goldens (dataset, spec, SAMPLE_WIDE, "line-steps");
  spec->measure = NIDA_MEASURE_REQUIREMENT;
  sample_assert_goldens (levels, spec, SAMPLE_WIDE, "line-levels");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/money/is-a-step-and-absent-is-a-gap", test_steps);
  g_test_add_func ("/line/levels/are-joined-points", test_levels);
  g_test_add_func ("/line/words/name-who-is-first-and-what-is-not-drawn", test_words);
  g_test_add_func ("/line/ends-at-zero/has-a-legend", test_legend);
  g_test_add_func ("/line/grey/each-has-a-dash-of-its-own", test_grey);
  g_test_add_func ("/line/small/names-what-has-room-and-counts-the-others", test_small);
  g_test_add_func ("/line/rtl/time-as-chosen-and-names-at-the-newest-end", test_directions);
  g_test_add_func ("/line/undated/says-so", test_undated);
  g_test_add_func ("/line/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/line/golden", test_golden);
  return g_test_run ();
}
