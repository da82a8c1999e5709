/* The big number: figure, unit, context, trend, and what is absent. */
#include "config.h"

#include "sample.h"

#include <string.h>

static const SampleRow years[] = {
  { NIDA_KIND_REQUIREMENT, "2023", .appeal = "A 2023", .amount = 30000000000 },
  { NIDA_KIND_REQUIREMENT, "2024", .appeal = "A 2024", .amount = 42000000000 },
  { NIDA_KIND_REQUIREMENT, "2025", .appeal = "A 2025", .amount = 45300000000 },
  { NIDA_KIND_REQUIREMENT, "2026", .appeal = "A 2026", .amount = 20000000000 },
  { NIDA_KIND_REQUIREMENT, "2026", .appeal = "B 2026", .amount = 9900000000 },
  { NIDA_KIND_REPORTED, "2026", .appeal = "A 2026", .amount = 5350000000 },
};

static const SampleRow stated[] = {
  { NIDA_KIND_REQUIREMENT, "2024", "Appeal 2024", "نداء 2024", "Saving lives", "إنقاذ الأرواح", .amount = 5163000000 },
  { NIDA_KIND_REQUIREMENT, "2024", "Appeal 2024", "نداء 2024", "Solutions", "حلول", .amount = 2700000000 },
  { NIDA_KIND_STATED, "2024", "Appeal 2024", "نداء 2024", .amount = 7900000000 },
};

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2024-02-01", .donor = "A", .amount = 1000000 },
  { NIDA_KIND_PAID, "2025-02-01", .donor = "A", .amount = 2000000 },
  { NIDA_KIND_PAID, "2025-11-01", .donor = "A", .amount = 9000000 },
  { NIDA_KIND_COMMITMENT, "2026-02-01", .donor = "A", .amount = 1500000 },
  { NIDA_KIND_PAID, "2026-03-01", .donor = "B", .amount = 900000 },
  { NIDA_KIND_PLEDGE, "2026-03-01", .donor = "C", .amount = 400000 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          NidaMeasure      measure,
          const char      *year,
          SampleFrame      frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);

  spec->measure = measure;
  if (year != NULL)
    nida_query_add_filter (spec->query, NIDA_FIELD_DATE, year);
  return sample_scene (dataset, spec, frame);
}

static void
test_requirement (void)
{
  g_autoptr (NidaScene) scene = scene_of (years, G_N_ELEMENTS (years), NIDA_MEASURE_REQUIREMENT, "2026", SAMPLE_CARD);

  g_assert_cmpstr (sample_text (scene, "title"), ==, "Requirements 2026");
  g_assert_cmpstr (sample_text (scene, "number"), ==, "29.9");
  g_assert_cmpstr (sample_text (scene, "number/unit"), ==, "billion US$");
  g_assert_cmpstr (sample_text (scene, "context"), ==, "2 appeals · 2025: $45.3B");
  g_assert_cmpstr (nida_mark_get_exact (nida_scene_find (scene, "number")->mark), ==, "$29,900,000,000");
}

/* 11 million dollars of 2025 at 3.75 riyals */
static void
test_second_currency (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autoptr (NidaScene) scene = NULL;

  nida_query_add_filter (spec->query, NIDA_FIELD_DATE, "2025");
  spec->query->second = g_strdup ("SAR");
  scene = sample_scene (dataset, spec, SAMPLE_CARD);
  g_assert_cmpstr (sample_text (scene, "number"), ==, "11");
  g_assert_true (g_str_has_prefix (sample_text (scene, "context"), "SAR 41.2M"));
}

/* A card of what is late says so, and its figure is the filter on it. */
static void
test_overdue (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autoptr (NidaScene) pledged = NULL, committed = NULL;
  g_autofree char *filter = NULL;

  nida_query_add_filter (spec->query, NIDA_FIELD_DUE, "overdue");
  spec->measure = NIDA_MEASURE_PLEDGED;
  pledged = sample_scene (dataset, spec, SAMPLE_CARD);
  g_assert_cmpstr (sample_text (pledged, "title"), ==, "Overdue pledges");
  filter = nida_mark_dup_filter (nida_scene_find (pledged, "number")->mark);
  g_assert_nonnull (strstr (filter, "overdue"));
  spec->measure = NIDA_MEASURE_COMMITTED;
  committed = sample_scene (dataset, spec, SAMPLE_CARD);
  g_assert_cmpstr (sample_text (committed, "title"), ==, "Overdue commitments");
}

static void
test_gap_and_coverage (void)
{
  g_autoptr (NidaScene) gap = scene_of (years, G_N_ELEMENTS (years), NIDA_MEASURE_GAP, "2026", SAMPLE_CARD);
  g_autoptr (NidaScene) coverage = scene_of (years, G_N_ELEMENTS (years), NIDA_MEASURE_COVERAGE, "2026", SAMPLE_CARD);

  g_assert_cmpstr (sample_text (gap, "context"), ==, "82% of requirements");
  g_assert_cmpstr (sample_text (coverage, "number"), ==, "17.9");
  g_assert_cmpstr (sample_text (coverage, "number/unit"), ==, "% of need");
}

static void
test_absent (void)
{
  g_autoptr (NidaScene) scene = scene_of (stated, G_N_ELEMENTS (stated), NIDA_MEASURE_RECEIVED, NULL, SAMPLE_CARD);

  g_assert_cmpstr (sample_text (scene, "number"), ==, "—");
  g_assert_cmpstr (sample_text (scene, "context"), ==, "not in the sources");
  g_assert_null (nida_scene_find (scene, "spark/line"));
}

static void
test_stated (void)
{
  g_autoptr (NidaScene) scene = scene_of (stated, G_N_ELEMENTS (stated), NIDA_MEASURE_REQUIREMENT, NULL, SAMPLE_CARD);

  g_assert_cmpstr (sample_text (scene, "title"), ==, "Required 2024, as stated");
  g_assert_cmpstr (sample_text (scene, "number"), ==, "7.9");
  g_assert_cmpstr (sample_text (scene, "context"), ==, "its parts add up to $7.86B");
}

/* On a card of a board's width nothing is cut that has shorter words. */
static void
test_shorter_words (void)
{
  const SampleFrame narrow = { 176, 104, 1, FALSE, NIDA_TIME_LTR };
  g_autoptr (NidaScene) requirement = scene_of (stated, G_N_ELEMENTS (stated), NIDA_MEASURE_REQUIREMENT, NULL, narrow);
  g_autoptr (NidaScene) coverage = scene_of (years, G_N_ELEMENTS (years), NIDA_MEASURE_COVERAGE, "2026", narrow);

  g_assert_cmpstr (sample_text (requirement, "title"), ==, "Required 2024");
  g_assert_cmpstr (nida_scene_get_title (requirement), ==, "Requirements 2024, as stated");
  g_assert_cmpstr (sample_text (coverage, "number/unit"), ==, "% of need");
}

static void
test_flows (void)
{
  g_autoptr (NidaScene) received = scene_of (gifts, G_N_ELEMENTS (gifts), NIDA_MEASURE_RECEIVED, NULL, SAMPLE_CARD);
  g_autoptr (NidaScene) pledged = scene_of (gifts, G_N_ELEMENTS (gifts), NIDA_MEASURE_PLEDGED, NULL, SAMPLE_CARD);

  g_assert_cmpstr (sample_text (received, "context"), ==, "5 flows · 2 donors");
  g_assert_cmpstr (sample_text (pledged, "context"), ==, "C · 1 pledge");
}

/* All flows are of one donor, and the card names it; where one names none, it does not. */
static void
test_only_donor (void)
{
  static const SampleRow from_one[] = {
    { NIDA_KIND_PAID, "2025-03-01", .donor = "Kuwait", .donor_ar = "الكويت", .amount = 2000000 },
    { NIDA_KIND_PAID, "2025-04-01", .donor = "Kuwait", .amount = 1000000 },
    { NIDA_KIND_PAID, "2025-05-01", .amount = 1000000 },
  };
  g_autoptr (NidaScene) one = scene_of (from_one, 2, NIDA_MEASURE_RECEIVED, NULL, SAMPLE_CARD);
  g_autoptr (NidaScene) other = scene_of (from_one, 3, NIDA_MEASURE_RECEIVED, NULL, SAMPLE_CARD);

  g_assert_cmpstr (sample_text (one, "context"), ==, "Kuwait · 2 flows");
  g_assert_cmpstr (sample_text (other, "context"), ==, "3 flows · 1 donor");
}

/* Whole remarks give way, then shorter words are taken; nothing is cut. */
static void
test_remarks_give_way (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (years, G_N_ELEMENTS (years));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);
  static const struct { double width; const char *context; } cases[] = {
    { 300, "all donors · 82% of requirements" }, { 216, "all donors · 82% of need" }, { 120, "all donors" },
  };

  spec->measure = NIDA_MEASURE_GAP;
  spec->whole = NIDA_WHOLE_DONORS;
  nida_query_add_filter (spec->query, NIDA_FIELD_DATE, "2026");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SampleFrame frame = { cases[i].width, 104, 1, FALSE, NIDA_TIME_LTR };
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, frame);

      g_assert_cmpstr (sample_text (scene, "context"), ==, cases[i].context);
      g_assert_nonnull (strstr (nida_scene_get_description (scene), "all donors · 82% of requirements"));
    }
}

static void
test_same_day (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), NIDA_MEASURE_RECEIVED, "2026", SAMPLE_CARD);

  /* 2.4 million by 17 April 2026 against 2 million by 17 April 2025; November 2025 is no part of it. */
  g_assert_cmpstr (sample_text (scene, "number"), ==, "2.4");
  g_assert_cmpstr (sample_text (scene, "context"), ==, "up 20% on 17 Apr 2025");
}

static void
test_spark (void)
{
  g_autoptr (NidaScene) trend = scene_of (years, G_N_ELEMENTS (years), NIDA_MEASURE_REQUIREMENT, "2026", SAMPLE_CARD);
  g_autoptr (NidaScene) short_trend =
      scene_of (years, G_N_ELEMENTS (years), NIDA_MEASURE_REQUIREMENT, "2024", SAMPLE_CARD);

  g_assert_cmpuint (nida_scene_find (trend, "spark/line")->n_points, ==, 4);
  g_assert_cmpfloat (nida_scene_find (trend, "spark/first")->box.x, <, nida_scene_find (trend, "spark/last")->box.x);
  g_assert_null (nida_scene_find (short_trend, "spark/line"));
}

static void
test_spark_direction (void)
{
  SampleFrame frame = SAMPLE_CARD;
  g_autoptr (NidaScene) ltr = NULL, rtl = NULL;

  frame.arabic = TRUE;
  ltr = scene_of (years, G_N_ELEMENTS (years), NIDA_MEASURE_REQUIREMENT, "2026", frame);
  frame.time = NIDA_TIME_FOLLOW;
  rtl = scene_of (years, G_N_ELEMENTS (years), NIDA_MEASURE_REQUIREMENT, "2026", frame);
  g_assert_cmpfloat (nida_scene_find (ltr, "spark/first")->box.x, <, nida_scene_find (ltr, "spark/last")->box.x);
  g_assert_cmpfloat (nida_scene_find (rtl, "spark/first")->box.x, >, nida_scene_find (rtl, "spark/last")->box.x);
}

static void
test_large (void)
{
  g_autoptr (NidaScene) scene = scene_of (years, G_N_ELEMENTS (years), NIDA_MEASURE_REQUIREMENT, "2026", SAMPLE_NARROW);

  g_assert_nonnull (nida_scene_find (scene, "source"));
  g_assert_cmpstr (sample_text (scene, "spark/from"), ==, "2023: $30B");
  g_assert_cmpstr (sample_text (scene, "subtitle"), ==, "as of 17 Apr 2026");
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);

  for (guint seed = 0; seed < 90; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 3000, seed % 2 == 0, seed % 4 == 0);
      g_autofree char *what = g_strdup_printf ("number, seed %u", seed);

      spec->measure = seed % NIDA_N_MEASURES;
      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (years, G_N_ELEMENTS (years));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);

  spec->measure = NIDA_MEASURE_REQUIREMENT;
  nida_query_add_filter (spec->query, NIDA_FIELD_DATE, "2026");
  sample_assert_goldens (dataset, spec, SAMPLE_CARD, "number-card");
  sample_assert_goldens (dataset, spec, SAMPLE_NARROW, "number-chart");
}

/* The same donor in the same year from two kinds of sources: nothing is left out, and every picture says so. */
static NidaDataset *
overlapping_dataset (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  static const char * const families[] = { "fts", "cbpf" };
  static const NidaMoney amounts[] = { 5000000000, 3400000000 };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      NidaSourceInfo info = { .name = (char *) families[i], .family = (char *) families[i], .format = (char *) families[i] };
      guint source = nida_dataset_builder_add_source (builder, &info);

      nida_dataset_builder_begin (builder, source, 2, NIDA_KIND_PAID);
      nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Kuwait", -1);
      nida_dataset_builder_set_period (builder, (NidaPeriod) { nida_date_new_year (2024), nida_date_new_year (2024) });
      nida_dataset_builder_set_amount (builder, amounts[i]);
      nida_dataset_builder_set_amount_usd (builder, amounts[i]);
      g_assert_true (nida_dataset_builder_end_row (builder));
    }
  return nida_dataset_builder_end (builder);
}

static void
test_overlap (void)
{
  g_autoptr (NidaDataset) dataset = overlapping_dataset ();
  g_autoptr (NidaChartSpec) number = nida_chart_spec_new (NIDA_CHART_NUMBER), ranking = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaScene) card = NULL, chart = NULL;

  number->measure = NIDA_MEASURE_RECEIVED;
  card = sample_scene (dataset, number, SAMPLE_CARD);
  g_assert_cmpstr (sample_text (card, "number"), ==, "8.4");
  g_assert_nonnull (strstr (sample_text (card, "context"), "$3.4M"));
  g_assert_nonnull (strstr (sample_text (card, "context"), "twice"));
  ranking->measure = NIDA_MEASURE_RECEIVED;
  ranking->query->by[0] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  ranking->query->n_by = 1;
  chart = sample_scene (dataset, ranking, SAMPLE_NARROW);
  g_assert_nonnull (strstr (sample_text (chart, "source"), "Sources overlap; counted twice, at most: $3.4M."));
}

static NidaScene *
card_in (NidaDataset *dataset,
         const char  *currency)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);

  spec->measure = NIDA_MEASURE_RECEIVED;
  spec->query->currency = g_strdup (currency);
  return sample_scene (dataset, spec, SAMPLE_CARD);
}

/* A card has no source line, and nothing of the figure may be missing without a word; what is not in it stands in it twice neither. */
static void
test_unrated (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) mixed = NULL, overlapping = overlapping_dataset ();
  g_autoptr (NidaScene) dollars = NULL, birr = NULL, none = NULL;
  NidaSourceInfo info = { .name = (char *) "a.csv", .family = (char *) "a", .format = (char *) "CSV" };
  guint source = nida_dataset_builder_add_source (builder, &info);

  for (guint i = 0; i < 3; i++)
    {
      nida_dataset_builder_begin (builder, source, i + 2, NIDA_KIND_PAID);
      nida_dataset_builder_set_period (builder, (NidaPeriod) { nida_date_new_year (2024), nida_date_new_year (2024) });
      nida_dataset_builder_set_amount (builder, 5000000000);
      nida_dataset_builder_set_name (builder, NIDA_FIELD_CURRENCY, i == 0 ? "USD" : "ETB", -1);
      if (i == 0)
        nida_dataset_builder_set_amount_usd (builder, 5000000000);
      g_assert_true (nida_dataset_builder_end_row (builder));
    }
  mixed = nida_dataset_builder_end (builder);
  dollars = card_in (mixed, "USD");
  g_assert_cmpstr (sample_text (dollars, "number"), ==, "5");
  g_assert_true (g_str_has_prefix (sample_text (dollars, "context"), "2 rows left out, no rate"));
  g_assert_nonnull (strstr (nida_scene_get_description (dollars), "2 rows left out, no rate · 1 flow"));
  birr = card_in (mixed, "ETB");
  g_assert_cmpstr (sample_text (birr, "number"), ==, "10");
  g_assert_true (g_str_has_prefix (sample_text (birr, "context"), "1 row left out, no rate"));
  g_assert_nonnull (strstr (nida_scene_get_description (birr), "1 row left out, no rate · 2 flows"));
  none = card_in (overlapping, "ETB");
  g_assert_cmpstr (sample_text (none, "number"), ==, "—");
  g_assert_cmpstr (sample_text (none, "context"), ==, "2 rows left out, no rate");
  g_assert_nonnull (strstr (nida_scene_get_description (none), "2 rows left out, no rate"));
}

/* Of all there are: what is counted of all says nothing beside what is selected. */
static void
test_inside (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (engine, queries, NULL);
  NidaMoney inside = 2400000000;
  NidaChartContext context = { .language = language, .measurer = measurer, .width = 300, .height = 110, .scale = 1 };
  g_autoptr (NidaScene) all = nida_chart_build (spec, cubes, &context);
  g_autoptr (NidaScene) selected = NULL;

  g_assert_nonnull (strstr (sample_text (all, "context"), "flows"));
  context.inside = &inside;
  selected = nida_chart_build (spec, cubes, &context);
  g_assert_cmpstr (sample_text (selected, "context"), ==, "of $14.4M");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/one-donor/is-named", test_only_donor);
  g_test_add_func ("/number/remarks/give-way-whole", test_remarks_give_way);
  g_test_add_func ("/number/narrow/shorter-words-before-a-cut", test_shorter_words);
  g_test_add_func ("/number/requirement/counts-appeals-and-names-the-year-before", test_requirement);
  g_test_add_func ("/number/overdue/is-named-and-a-filter", test_overdue);
  g_test_add_func ("/number/gap-and-coverage/are-of-requirements", test_gap_and_coverage);
  g_test_add_func ("/number/absent/is-a-dash-and-not-zero", test_absent);
  g_test_add_func ("/number/stated/stands-against-its-parts", test_stated);
  g_test_add_func ("/number/flows/are-counted-with-their-donors", test_flows);
  g_test_add_func ("/number/change/is-to-the-same-day-and-in-a-word", test_same_day);
  g_test_add_func ("/number/spark/needs-three-years", test_spark);
  g_test_add_func ("/number/spark/follows-the-direction-of-time", test_spark_direction);
  g_test_add_func ("/number/large/has-a-frame-and-the-years-of-its-trend", test_large);
  g_test_add_func ("/number/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/number/second-currency/stands-under-the-first", test_second_currency);
  g_test_add_func ("/number/golden", test_golden);
  g_test_add_func ("/number/overlap/a-card-and-a-chart-say-what-may-stand-twice", test_overlap);
  g_test_add_func ("/number/unrated/a-card-says-what-is-not-in-it", test_unrated);
  g_test_add_func ("/number/inside/of-all-and-no-count-of-all", test_inside);
  return g_test_run ();
}
