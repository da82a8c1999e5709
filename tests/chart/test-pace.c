/* A year's pace: steps by day, the same day of earlier years, and a projection that is in no total. */
#include "config.h"

#include "brushed.h"
#include "sample.h"

#include <string.h>

#define MILLION(n) (G_GINT64_CONSTANT (1000000) * (n) * NIDA_MONEY_UNIT)

/* By 17 April: 2023 half of 200, 2024 a quarter of 400, 2025 half of 120; 2026 has 80. */
static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2023-02-10", .amount = 100000000 },
  { NIDA_KIND_PAID, "2023-09-01", .amount = 100000000 },
  { NIDA_KIND_PAID, "2024-02-29", .amount = 100000000 },
  { NIDA_KIND_PAID, "2024-11-20", .amount = 300000000 },
  { NIDA_KIND_PAID, "2025-03", .amount = 60000000 },
  { NIDA_KIND_PAID, "2025-06-30", .amount = 60000000 },
  { NIDA_KIND_PAID, "2026-01-15", .amount = 50000000 },
  { NIDA_KIND_PAID, "2026-04-10", .amount = 30000000 },
  { NIDA_KIND_PAID, "2025", .amount = 7000000 },
  { NIDA_KIND_PAID, NULL, .amount = 5000000 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          gboolean         no_projection,
          const char      *year,
          SampleFrame      frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_PACE);

  spec->no_projection = no_projection;
  if (year != NULL)
    nida_query_add_filter (spec->query, NIDA_FIELD_DATE, year);
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

static const NidaTableRow *
row_of (NidaScene  *scene,
        const char *key)
{
  const NidaTable *table = nida_scene_get_table (scene);

  for (guint i = 0; i < table->rows->len; i++)
    if (strcmp (((const NidaTableRow *) table->rows->pdata[i])->key, key) == 0)
      return table->rows->pdata[i];
  return NULL;
}

/* Growth after 17 April: twice, four times, twice; of 80 million that is 160, 320, 160. */
static void
test_projection (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), FALSE, NULL, SAMPLE_WIDE);
  const NidaNode *line = node_at (scene, "projection/line"), *band = node_at (scene, "projection/band"), *year = node_at (scene, "year/2026");

  g_assert_cmpint (line->dash, ==, NIDA_DASH_EVEN);
  g_assert_cmpfloat (line->opacity, <, year->opacity);
  g_assert_cmpfloat (band->opacity, <, line->opacity);
  g_assert_nonnull (strstr (nida_mark_get_label (line->mark), "projection"));
  g_assert_nonnull (strstr (nida_mark_get_value (line->mark), "$160M"));
  g_assert_nonnull (strstr (nida_mark_get_value (line->mark), "$160M to $320M"));
  /* it begins where the year ends */
  g_assert_cmpfloat_with_epsilon (line->points[0].x, year->points[year->n_points - 1].x, 0.01);
  g_assert_cmpfloat_with_epsilon (line->points[0].y, year->points[year->n_points - 1].y, 0.01);
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "Projection, in no total: the sum by"));
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "from the lowest to the highest"));
}

static gint64
sum_of_marks (NidaScene *scene)
{
  gint64 sum = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaMark *mark = nida_scene_get_node (scene, i)->mark;

      sum += mark != NULL && mark->money != NIDA_MONEY_NONE ? mark->money : 0;
    }
  return sum;
}

static void
test_in_no_total (void)
{
  g_autoptr (NidaScene) with = scene_of (gifts, G_N_ELEMENTS (gifts), FALSE, NULL, SAMPLE_WIDE);
  g_autoptr (NidaScene) without = scene_of (gifts, G_N_ELEMENTS (gifts), TRUE, NULL, SAMPLE_WIDE);

  g_assert_null (nida_scene_find (without, "projection/line"));
  g_assert_null (strstr (nida_scene_get_description (without), "Projection"));
  g_assert_cmpint (sum_of_marks (with), ==, sum_of_marks (without));
  for (guint column = 1; column <= 2; column++)
    g_assert_cmpint (sample_table_sum (with, column), ==, sample_table_sum (without, column));
  g_assert_cmpstr (nida_scene_get_title (with), ==, nida_scene_get_title (without));
}

static void
test_same_day (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), FALSE, NULL, SAMPLE_WIDE);

  g_assert_cmpstr (nida_scene_get_title (scene), ==, "$80M by 17 Apr 2026, against $60M a year before");
  g_assert_cmpint (row_of (scene, "year/2024")->sort[1], ==, MILLION (100));
  g_assert_cmpint (row_of (scene, "year/2024")->sort[2], ==, MILLION (400));
  g_assert_cmpint (row_of (scene, "year/2024")->sort[3], ==, 250000);
  g_assert_cmpint (row_of (scene, "year/2026")->sort[1], ==, MILLION (80));
  g_assert_cmpint (row_of (scene, "year/2026")->sort[2], ==, NIDA_MONEY_NONE);
  /* a year alone has no day */
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "not drawn: $7M"));
}

/* Money comes on days: each piece of a line is level or upright. */
static void
test_steps (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), FALSE, NULL, SAMPLE_WIDE);

  for (int year = 2023; year <= 2026; year++)
    {
      g_autofree char *key = g_strdup_printf ("year/%d", year);
      const NidaNode *node = node_at (scene, key);

      for (guint i = 1; i < node->n_points; i++)
        g_assert_true (node->points[i].x == node->points[i - 1].x || node->points[i].y == node->points[i - 1].y);
    }
}

static void
test_over (void)
{
  g_autoptr (NidaScene) past = scene_of (gifts, G_N_ELEMENTS (gifts), FALSE, "2025", SAMPLE_WIDE);
  g_autoptr (NidaScene) one = scene_of (gifts + 6, 2, FALSE, NULL, SAMPLE_WIDE);

  const SampleRow crumbs[] = {
    { NIDA_KIND_PAID, "2024-02-10", .amount = 1000 }, { NIDA_KIND_PAID, "2024-12-10", .amount = 90000 },
    { NIDA_KIND_PAID, "2025-02-10", .amount = 2000 }, { NIDA_KIND_PAID, "2025-12-10", .amount = 70000 },
    { NIDA_KIND_PAID, "2026-02-10", .amount = 5000000 },
  };
  g_autoptr (NidaScene) partial = scene_of (crumbs, G_N_ELEMENTS (crumbs), FALSE, NULL, SAMPLE_WIDE);

  g_assert_null (nida_scene_find (partial, "projection/line"));
  g_assert_null (nida_scene_find (past, "projection/line"));
  g_assert_null (nida_scene_find (past, "year/2026"));
  g_assert_cmpint (row_of (past, "year/2025")->sort[2], ==, MILLION (120));
  g_assert_null (nida_scene_find (one, "projection/line"));
  g_assert_nonnull (strstr (nida_scene_get_description (one), "No projection: fewer than two"));
}

static void
test_marks (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), FALSE, NULL, SAMPLE_WIDE);
  g_autoptr (GArray) brushables = nida_scene_brushables (scene);
  const NidaMark *year = node_at (scene, "year/2024")->mark;

  g_assert_cmpint (year->fields[0], ==, NIDA_FIELD_DATE);
  g_assert_cmpstr (year->values[0], ==, "2024");
  g_assert_cmpstr (nida_mark_get_value (year), ==, "$400M");
  /* a brush tells it of each gift that has a day, and of no year, which has others, too; and of all */
  g_assert_cmpuint (brushables->len, ==, 9);
  g_assert_cmpint (year->measure, ==, NIDA_N_MEASURES);
}

static void
test_refusals (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_PACE);
  g_autoptr (NidaScene) none = scene_of (NULL, 0, FALSE, NULL, SAMPLE_WIDE), undated = scene_of (gifts + 8, 2, FALSE, NULL, SAMPLE_WIDE), needs = NULL;

  spec->measure = NIDA_MEASURE_REQUIREMENT;
  needs = sample_scene (dataset, spec, SAMPLE_WIDE);
  g_assert_nonnull (nida_scene_find (none, "message"));
  g_assert_nonnull (nida_scene_find (undated, "message"));
  g_assert_nonnull (strstr (sample_text (needs, "message"), "Only what comes on days"));
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_PACE);

  for (guint seed = 0; seed < 25; seed++)
    {
      g_autoptr (NidaDataset) dataset = seed == 0 ? sample_dataset (gifts, G_N_ELEMENTS (gifts)) : sample_random (seed + 300, FALSE, seed % 4 == 0);
      g_autofree char *what = g_strdup_printf ("pace, seed %u", seed);

      spec->no_projection = seed % 2;
      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

/* Without a projection the year is named beside its dot and not at the end of the year, which its line does not reach; nothing else is
 * written there, whichever day it is. */
static void
test_today (void)
{
  static const char * const days[] = { "2026-01-01", "2026-01-09", "2026-06-30", "2026-12-20" };
  static const NidaTimeDirection directions[] = { NIDA_TIME_LTR, NIDA_TIME_FOLLOW };

  for (guint i = 0; i < G_N_ELEMENTS (days) * 4; i++)
    {
      const SampleRow rows[] = { { NIDA_KIND_PAID, "2025-08-10", .amount = 60000000 }, { NIDA_KIND_PAID, days[i / 4], .amount = 80000000 } };
      SampleFrame frame = SAMPLE_WIDE;
      g_autoptr (NidaScene) scene = NULL;
      const NidaNode *words, *dot;

      frame.arabic = i % 2;
      frame.time = directions[i / 2 % 2];
      scene = scene_of (rows, G_N_ELEMENTS (rows), TRUE, NULL, frame);
      sample_assert_tidy (scene, days[i / 4]);
      g_assert_null (nida_scene_find (scene, "end/2"));
      words = nida_scene_find (scene, "today/words");
      dot = node_at (scene, "today");
      if (words == NULL)      /* the figures of the axis stand there */
        {
          g_assert_cmpuint (i / 4, <, 2);
          continue;
        }
      g_assert_nonnull (strstr (words->text, "2026"));
      g_assert_cmpfloat (MAX (words->box.x - dot->box.x - dot->box.width, dot->box.x - words->box.x - words->box.width), <, 6);
      g_assert_cmpfloat_with_epsilon (words->box.y + words->box.height / 2, dot->box.y + dot->box.height / 2, 1);
    }
}

/* The earliest names give way before the last, and the band of the projection before how much it may be. */
static void
test_small (void)
{
  const struct { SampleFrame frame; gboolean value, all; } cases[] = {
    { { 640, 400, 1, FALSE, NIDA_TIME_LTR }, TRUE, TRUE }, { { 320, 240, 1, FALSE, NIDA_TIME_LTR }, FALSE, FALSE },
    { { 320, 240, 1, TRUE, NIDA_TIME_LTR }, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), FALSE, NULL, cases[i].frame);

      g_assert_nonnull (strstr (node_at (scene, "end/4")->text, "projection"));
      if (cases[i].value)
        g_assert_nonnull (strstr (node_at (scene, "end/4")->text, "$160M"));
      if (cases[i].all)
        g_assert_nonnull (nida_scene_find (scene, "end/1"));
      sample_assert_tidy (scene, "small pace");
    }
}

/* A dashed line that nothing names could be taken for money. */
static void
test_unnamed (void)
{
  g_autoptr (NidaScene) bare = scene_of (gifts, G_N_ELEMENTS (gifts), FALSE, NULL, (SampleFrame) { 160, 200, 1, FALSE, NIDA_TIME_LTR });
  g_autoptr (NidaScene) named = scene_of (gifts, G_N_ELEMENTS (gifts), FALSE, NULL, (SampleFrame) { 480, 300, 1, FALSE, NIDA_TIME_LTR });

  g_assert_nonnull (nida_scene_find (named, "projection/line"));
  g_assert_nonnull (nida_scene_find (bare, "today"));
  g_assert_null (nida_scene_find (bare, "projection/line"));
  g_assert_null (nida_scene_find (bare, "projection/band"));
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_PACE);

  sample_assert_goldens (dataset, spec, SAMPLE_WIDE, "pace");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/projection/grows-as-earlier-years-grew", test_projection);
  g_test_add_func ("/pace/projection/toggling-changes-no-total", test_in_no_total);
  g_test_add_func ("/pace/years/are-compared-by-the-same-day", test_same_day);
  g_test_add_func ("/pace/lines/are-steps", test_steps);
  g_test_add_func ("/pace/over/has-no-projection", test_over);
  g_test_add_func ("/pace/marks/filter-by-their-year", test_marks);
  g_test_add_func ("/pace/refusals/explain-themselves", test_refusals);
  g_test_add_func ("/pace/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/pace/today/is-named-beside-its-dot", test_today);
  g_test_add_func ("/pace/small/the-projection-is-always-named", test_small);
  g_test_add_func ("/pace/small/no-projection-without-a-name", test_unnamed);
  g_test_add_func ("/pace/golden", test_golden);
  return g_test_run ();
}
