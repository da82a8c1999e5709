/* What is chosen of a chart's own field beside what is not: bars, columns of time, plans, squares without a mark of their own. */
#include "config.h"

#include "chosen.h"

#include "sample.h"

#include <string.h>

static const SampleRow rows[] = {
  { NIDA_KIND_PAID, "2023-02", .donor = "Kuwait", .amount = 100 },  { NIDA_KIND_PAID, "2023-11", .donor = "Qatar", .amount = 300 },
  { NIDA_KIND_PAID, "2024-05", .donor = "Kuwait", .amount = 200 },  { NIDA_KIND_PAID, "2025-05", .donor = "Norway", .amount = 400 },
};

static NidaScene *
scene_of (NidaChartKind kind,
          NidaField     field,
          const char   *first,
          const char   *second,
          NidaStep      step)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);
  const char *values[] = { first, second, NULL };

  spec->step = step;
  spec->chosen_field = field;
  spec->chosen = g_strdupv ((char **) values);
  if (kind != NIDA_CHART_TIMELINE)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { field, NIDA_STEP_NONE };
  return sample_scene (dataset, spec, SAMPLE_WIDE);
}

static gboolean
is_pale (NidaScene  *scene,
         const char *key)
{
  const NidaNode *node = nida_scene_find (scene, key);

  if (node == NULL)
    g_error ("no node %s", key);
  return node->opacity < 0.5;
}

static void
test_columns (void)
{
  g_autoptr (NidaScene) one = scene_of (NIDA_CHART_TIMELINE, NIDA_FIELD_DATE, "2023", NULL, NIDA_STEP_YEAR);
  g_autoptr (NidaScene) two = scene_of (NIDA_CHART_TIMELINE, NIDA_FIELD_DATE, "2023", "2025", NIDA_STEP_YEAR);
  g_autoptr (NidaScene) quarters = scene_of (NIDA_CHART_TIMELINE, NIDA_FIELD_DATE, "2023", NULL, NIDA_STEP_QUARTER);

  g_assert_false (is_pale (one, "slot/2023"));
  g_assert_true (is_pale (one, "slot/2024"));
  g_assert_true (is_pale (one, "slot/2025"));
  g_assert_cmpstr (nida_scene_get_title (one), ==, "2023 makes up 40% of the total");
  g_assert_false (is_pale (two, "slot/2025"));
  g_assert_cmpstr (nida_scene_get_title (two), ==, "Chosen: 80% of the total");
  /* the quarters of a year that is chosen */
  g_assert_false (is_pale (quarters, "slot/2023-Q1"));
  g_assert_false (is_pale (quarters, "slot/2023-Q4"));
  g_assert_true (is_pale (quarters, "slot/2024-Q2"));
}

/* A month of a timeline of years is no column: it is shown alone, without words of a share. */
static void
test_finer_than_columns (void)
{
  SampleRow many[60];
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TIMELINE);
  g_autoptr (NidaScene) scene = NULL;
  const char *values[] = { "2003-02", NULL };
  char dates[60][8];

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      g_snprintf (dates[i], sizeof dates[i], "%u-%02u", 1990 + i / 2, i % 12 + 1);
      many[i] = (SampleRow) { NIDA_KIND_PAID, dates[i], .donor = "Kuwait", .amount = 1000 + i };
    }
  many[26].date = "2003-02";
  dataset = sample_dataset (many, G_N_ELEMENTS (many));
  spec->chosen_field = NIDA_FIELD_DATE;
  spec->chosen = g_strdupv ((char **) values);
  scene = sample_scene (dataset, spec, SAMPLE_WIDE);
  g_assert_null (nida_scene_find (scene, "slot/2004"));
  g_assert_null (strstr (nida_scene_get_title (scene), "of the total"));
  g_assert_nonnull (strstr (nida_scene_get_title (scene), "$1.03K"));
}

/* A square has no mark of its own, and pales with that of its part. */
static void
test_squares (void)
{
  g_autoptr (NidaScene) scene = scene_of (NIDA_CHART_WAFFLE, NIDA_FIELD_DONOR, "Norway", NULL, NIDA_STEP_NONE);

  g_assert_false (is_pale (scene, "square/1"));
  g_assert_true (is_pale (scene, "square/100"));
}

static void
test_plans (void)
{
  static const SampleRow plans[] = {
    { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Sudan", .amount = 1000 },
    { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Yemen", .amount = 500 },
    { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Chad", .amount = 200 },
    { NIDA_KIND_PAID, "2026", .appeal = "Sudan", .amount = 250 },
    { NIDA_KIND_PAID, "2026", .appeal = "Chad", .amount = 300 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (plans, G_N_ELEMENTS (plans));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_COVERAGE);
  g_autoptr (NidaScene) scene = NULL, low = NULL, several = NULL;
  const char *values[] = { "Chad", NULL, NULL };

  spec->chosen_field = NIDA_FIELD_APPEAL;
  spec->chosen = g_strdupv ((char **) values);
  scene = sample_scene (dataset, spec, SAMPLE_WIDE);
  g_assert_false (is_pale (scene, "bar/Chad/received"));
  g_assert_false (is_pale (scene, "bar/Chad/over"));
  g_assert_true (is_pale (scene, "bar/Sudan/received"));
  g_assert_true (is_pale (scene, "bar/Yemen/gap"));
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Chad is 150% funded");
  /* where there is no room for all plans, the chosen one is among those that are seen */
  spec->top = 1;
  low = sample_scene (dataset, spec, SAMPLE_WIDE);
  g_assert_nonnull (nida_scene_find (low, "bar/Chad/received"));
  g_assert_null (nida_scene_find (low, "bar/Sudan/received"));
  g_strfreev (spec->chosen);
  values[1] = "Sudan";
  spec->chosen = g_strdupv ((char **) values);
  several = sample_scene (dataset, spec, SAMPLE_WIDE);
  g_assert_cmpstr (nida_scene_get_title (several), ==, "Chosen: 46% of the requirements is funded");
}

/* It is said once of each mark, whatever the number of its nodes. */
static void
test_said (void)
{
  g_autoptr (NidaScene) scene = scene_of (NIDA_CHART_RANKING, NIDA_FIELD_DONOR, "Kuwait", NULL, NIDA_STEP_NONE);
  const NidaMark *mark = nida_scene_find (scene, "bar/Kuwait")->mark;
  guint said = 0;

  for (guint i = 0; nida_mark_get_lines (mark)[i] != NULL; i++)
    said += strcmp (nida_mark_get_lines (mark)[i], "Chosen") == 0;
  g_assert_cmpuint (said, ==, 1);
  g_assert_true (is_pale (scene, "bar/Norway"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chosen/columns/beside-the-others", test_columns);
  g_test_add_func ("/chosen/finer/than-the-columns-is-shown-alone", test_finer_than_columns);
  g_test_add_func ("/chosen/squares/pale-with-their-part", test_squares);
  g_test_add_func ("/chosen/plans/beside-the-others", test_plans);
  g_test_add_func ("/chosen/said/once-of-each-mark", test_said);
  return g_test_run ();
}
