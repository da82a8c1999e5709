/* From a mark to its rows: they add up to the figure of the mark. */
#include "mark-rows.h"

#include "chart.h"
#include "sample.h"

static const SampleRow rows[] = {
  { NIDA_KIND_REQUIREMENT, "2026", "Sudan 2026", NULL, NULL, NULL, NULL, NULL, 2900, NULL },
  { NIDA_KIND_PAID, "2026-01-05", "Sudan 2026", NULL, "Food Security", NULL, "Donor 1", NULL, 400, NULL },
  { NIDA_KIND_PAID, "2026-02-15", "Sudan 2026", NULL, "Health", NULL, "Donor 2", NULL, 88, NULL },
  { NIDA_KIND_PAID, "2026-03-05", "Yemen 2026", NULL, "Health", NULL, "Donor 1", NULL, 259, NULL },
  { NIDA_KIND_PLEDGE, "2026-03-15", "Yemen 2026", NULL, NULL, NULL, "Donor 1", NULL, 50, NULL },
};

static NidaMoney
sum (NidaLocalEngine *engine,
     GArray          *found)
{
  NidaMoney whole = 0;

  for (guint i = 0; i < found->len; i++)
    whole += nida_dataset_get_amount_usd (nida_local_engine_get_dataset (engine), g_array_index (found, guint, i));
  return whole;
}

static void
test_figure (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  NidaMark *mark = nida_mark_new ("Donor 1", NULL, NULL, 659 * NIDA_MONEY_UNIT);
  g_autoptr (GArray) all = NULL, one = NULL, pledged = NULL;

  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, "Donor 1");
  all = nida_mark_rows (spec, engine, NULL);
  one = nida_mark_rows (spec, engine, mark);
  pledged = nida_mark_rows_of (spec, engine, mark, 1u << NIDA_MEASURE_PLEDGED);
  g_assert_cmpint (sum (engine, all), ==, (400 + 88 + 259) * NIDA_MONEY_UNIT);
  g_assert_cmpint (sum (engine, one), ==, mark->money);
  g_assert_cmpint (sum (engine, pledged), ==, 50 * NIDA_MONEY_UNIT);
  nida_mark_free (mark);
}

/* The mark's own value takes the place of what was chosen of its field. */
static void
test_filter (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  NidaMark *mark = nida_mark_new ("Donor 1", NULL, NULL, 1);
  g_autoptr (GArray) found = NULL;

  nida_query_add_filter (spec->query, NIDA_FIELD_CATEGORY, "Health");
  nida_query_add_filter (spec->query, NIDA_FIELD_DONOR, "Donor 2");
  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, "Donor 1");
  found = nida_mark_rows (spec, engine, mark);
  g_assert_cmpint (sum (engine, found), ==, 259 * NIDA_MONEY_UNIT);
  nida_mark_free (mark);
}

/* What covers a need is of other rows than the need. */
static void
test_coverage (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_COVERAGE);
  g_autoptr (GArray) found = nida_mark_rows (spec, engine, NULL);

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (rows));
}

/* Each step of a waterfall has the rows of its kind, though the chart is of one measure; none that are in no step of it. */
static void
test_waterfall (void)
{
  static const SampleRow plans[] = {
    { NIDA_KIND_REQUIREMENT, "2026", "Sudan 2026", .amount = 2900 }, { NIDA_KIND_REQUIREMENT, "2026", "Chad 2026", .amount = 700 },
    { NIDA_KIND_PAID, "2026-01-05", "Sudan 2026", .donor = "Donor 1", .amount = 400 },
    { NIDA_KIND_PAID, "2026-02-15", "Chad 2026", .donor = "Donor 2", .amount = 88 },
    { NIDA_KIND_PAID, "2026-03-05", "Yemen 2026", .donor = "Donor 1", .amount = 259 },      /* nothing is required for it */
    { NIDA_KIND_PAID, "2026-03-06", .donor = "Donor 1", .amount = 33 },
    { NIDA_KIND_PLEDGE, "2026-03-15", "Chad 2026", .donor = "Donor 1", .amount = 50 },
    { NIDA_KIND_PLEDGE, "2026-03-15", "Yemen 2026", .donor = "Donor 1", .amount = 70 },
    { NIDA_KIND_PLEDGE, "2026-03-16", .donor = "Donor 1", .amount = 7 },
  };
  const char *keys[] = { "bar/requirement", "bar/paid", "bar/pledged" };
  const NidaMoney figures[] = { 3600, 488, 50 };
  g_autoptr (NidaDataset) dataset = sample_dataset (plans, G_N_ELEMENTS (plans));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WATERFALL);
  g_autoptr (NidaScene) scene = NULL;

  spec->measure = NIDA_MEASURE_RECEIVED;
  scene = sample_scene (dataset, spec, SAMPLE_WIDE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const NidaMark *mark = nida_scene_find (scene, keys[i])->mark;
      g_autoptr (GArray) found = nida_mark_rows (spec, engine, mark);

      g_assert_cmpint (mark->money, ==, figures[i] * NIDA_MONEY_UNIT);
      g_assert_cmpint (sum (engine, found), ==, mark->money);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark-rows/add-up-to-the-figure-of-the-mark", test_figure);
  g_test_add_func ("/mark-rows/the-mark-narrows-what-is-chosen", test_filter);
  g_test_add_func ("/mark-rows/coverage-has-needs-and-money", test_coverage);
  g_test_add_func ("/mark-rows/steps-of-a-waterfall-have-theirs", test_waterfall);
  return g_test_run ();
}
