/* Ranks over time: twelve names that never touch, few that stand out, ties, gaps. */
#include "config.h"

#include "sample.h"

#include <string.h>

#define N_DONORS 15
#define N_YEARS   4

/* Donor 1 is last in 2021 and first in 2024; donors 2 and 3 are equal in 2024. */
static NidaScene *
scene_of (guint       years,
          SampleFrame frame,
          const char *pinned)
{
  static char names[N_DONORS][16];
  SampleRow rows[N_DONORS * N_YEARS] = { { 0 } };
  const char *dates[N_YEARS] = { "2021", "2022", "2023", "2024" };
  guint n = 0;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_BUMP);

  for (guint i = 0; i < N_DONORS; i++)
    for (guint year = N_YEARS - years; year < N_YEARS; year++)
      {
        g_snprintf (names[i], sizeof names[i], "Donor %u", i + 1);
        if (i == 4 && year == 2)
          continue;                            /* nobody recorded a gift of the fifth donor in 2023 */
        rows[n++] = (SampleRow) { NIDA_KIND_PAID, dates[year], .donor = names[i],
                                  .amount = year == 3 ? 1000 - 10 * (i == 2 ? 1 : i) : 100 + 10 * i };
      }
  dataset = sample_dataset (rows, n);
  spec->pinned = g_strdup (pinned);
  return sample_scene (dataset, spec, frame);
}

static void
test_twelve (void)
{
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      SampleFrame frame = { 800, 450, 1, arabic, NIDA_TIME_LTR };
      g_autoptr (NidaScene) scene = scene_of (N_YEARS, frame, NULL);
      guint starts = 0, ends = 0;

      for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
        {
          const NidaNode *node = nida_scene_get_node (scene, i);

          starts += node->shape == NIDA_SHAPE_TEXT && g_str_has_prefix (node->key, "start/");
          ends += node->shape == NIDA_SHAPE_TEXT && g_str_has_prefix (node->key, "end/");
        }
      g_assert_cmpuint (starts, ==, 12);
      g_assert_cmpuint (ends, ==, 12);
      sample_assert_tidy (scene, "twelve names");
    }
}

static void
test_ranks (void)
{
  SampleFrame frame = { 800, 450, 1, FALSE, NIDA_TIME_LTR };
  g_autoptr (NidaScene) scene = scene_of (N_YEARS, frame, NULL);

  g_assert_cmpstr (sample_text (scene, "start/Donor 1"), ==, "15 Donor 1");
  g_assert_cmpstr (sample_text (scene, "end/Donor 1"), ==, "1 Donor 1: $1K");
  g_assert_cmpstr (sample_text (scene, "end/Donor 2"), ==, "2 Donor 2: $990");
  g_assert_cmpstr (sample_text (scene, "end/Donor 3"), ==, "2 Donor 3: $990");        /* ties share a rank */
  g_assert_cmpstr (sample_text (scene, "end/Donor 4"), ==, "4 Donor 4: $970");
  g_assert_null (nida_scene_find (scene, "cell/Donor 5|2023"));
  g_assert_null (nida_scene_find (scene, "end/Donor 15"));
  g_assert_cmpstr (nida_mark_get_lines (nida_scene_find (scene, "cell/Donor 1|2024")->mark)[0], ==, "Number 1 of 15");
  g_assert_nonnull (strstr (nida_scene_get_title (scene), "Donor 1 rose from number 15 (2021) to number 1 (2024)"));
  g_assert_nonnull (strstr (sample_text (scene, "subtitle"), "ranks among all, of the 12 largest of 15 donors in 2024"));
}

/* Who is not drawn is ranked, too, so a smaller chart says the same ranks; what it has no room for it names. */
static void
test_any_size (void)
{
  SampleFrame large = { 800, 450, 1, FALSE, NIDA_TIME_LTR }, small = { 100, 240, 1, FALSE, NIDA_TIME_LTR };
  SampleFrame low = { 800, 240, 1, FALSE, NIDA_TIME_LTR };
  const SampleFrame frames[] = { low, small };
  g_autoptr (NidaScene) all = scene_of (N_YEARS, large, NULL), narrow = scene_of (N_YEARS, small, NULL);

  for (guint f = 0; f < G_N_ELEMENTS (frames); f++)
    {
      g_autoptr (NidaScene) scene = scene_of (N_YEARS, frames[f], NULL);

      for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
        {
          const NidaNode *node = nida_scene_get_node (scene, i), *twin = nida_scene_find (all, node->key);

          if (node->mark != NULL && twin != NULL && g_str_has_prefix (node->key, "cell/"))
            g_assert_cmpstr (nida_mark_get_lines (node->mark)[0], ==, nida_mark_get_lines (twin->mark)[0]);
        }
    }
  g_assert_null (strstr (nida_scene_get_description (all), "Not drawn"));
  g_assert_nonnull (strstr (nida_scene_get_description (narrow), "Not drawn: what came before"));
}

static void
test_highlights (void)
{
  SampleFrame frame = { 800, 450, 1, FALSE, NIDA_TIME_LTR };
  g_autoptr (NidaScene) plain = scene_of (N_YEARS, frame, NULL), pinned = scene_of (N_YEARS, frame, "Donor 9");

  g_assert_cmpint (nida_scene_find (plain, "cell/Donor 3|2024")->fill, ==, NIDA_COLOR_SERIES_3);
  g_assert_cmpint (nida_scene_find (plain, "cell/Donor 4|2024")->fill, ==, NIDA_COLOR_OTHER);
  g_assert_cmpint (nida_scene_find (pinned, "end/Donor 2")->font, ==, NIDA_FONT_VALUE);
  g_assert_cmpint (nida_scene_find (pinned, "end/Donor 9")->font, ==, NIDA_FONT_VALUE_BOLD);
}

static void
test_one_date (void)
{
  SampleFrame frame = { 800, 450, 1, FALSE, NIDA_TIME_LTR };
  g_autoptr (NidaScene) scene = scene_of (1, frame, NULL);

  g_assert_nonnull (strstr (sample_text (scene, "message"), "Ranks need two dates"));
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_BUMP);

  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 11000, seed % 3 == 0, seed % 4 == 0);
      g_autofree char *what = g_strdup_printf ("bump, seed %u", seed);

      spec->measure = seed % 3 == 0 ? NIDA_MEASURE_COVERAGE : NIDA_MEASURE_RECEIVED;
      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      SampleFrame frame = { 800, 450, 1, arabic, NIDA_TIME_LTR };
      g_autoptr (NidaScene) scene = scene_of (N_YEARS, frame, NULL);

      sample_assert_golden (scene, arabic ? "bump-rtl" : "bump-ltr");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bump/twelve-names/are-labelled-at-both-ends-and-never-touch", test_twelve);
  g_test_add_func ("/bump/ranks/ties-share-one-and-absent-is-a-gap", test_ranks);
  g_test_add_func ("/bump/ranks/are-among-all-names-in-any-size", test_any_size);
  g_test_add_func ("/bump/highlights/are-three-or-the-pinned-and-two", test_highlights);
  g_test_add_func ("/bump/one-date/explains-itself", test_one_date);
  g_test_add_func ("/bump/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/bump/golden", test_golden);
  return g_test_run ();
}
