/* Whole sentences and phrases, in both languages, plural-correct. */
#include "config.h"

#include "describe.h"
#include "sample.h"

#include <string.h>

typedef struct {
  NidaRecipe       recipe;
  NidaChartContext context;
  NidaChartSpec   *spec;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer code)
{
  fixture->context = (NidaChartContext) {
    .language = nida_language_new (code, NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF),
    .measurer = nida_fixed_measurer_new (),
    .width = 480, .height = 356, .scale = 1,
  };
  fixture->spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  fixture->recipe = (NidaRecipe) { .spec = fixture->spec, .context = &fixture->context, .scale = 1 };
}

static void
tear_down (Fixture      *fixture,
           gconstpointer code)
{
  g_object_unref (fixture->context.language);
  g_object_unref (fixture->context.measurer);
  nida_chart_spec_free (fixture->spec);
}

static void
test_counts (Fixture      *fixture,
             gconstpointer code)
{
  g_autofree char *one = nida_noun_count (fixture->context.language, NIDA_NOUN_DONOR, 1);
  g_autofree char *many = nida_noun_count (fixture->context.language, NIDA_NOUN_DONOR, 1201);
  g_autofree char *other = nida_noun_other (fixture->context.language, NIDA_NOUN_CLUSTER, 12);
  g_autofree char *more = nida_noun_more (fixture->context.language, NIDA_NOUN_APPEAL, 1);

  g_assert_cmpstr (one, ==, "1 donor");
  g_assert_cmpstr (many, ==, "1,201 donors");
  g_assert_cmpstr (other, ==, "12 other clusters");
  g_assert_cmpstr (more, ==, "and 1 more appeal");
}

static void
test_change (Fixture      *fixture,
             gconstpointer code)
{
  const struct { gint64 from, to; const char *sentence; } cases[] = {
    { 1000000000, 1120000000, "From 2024 to 2025 it rose by 12%, from $1M to $1.12M." },
    { 1000000000, 500000000, "From 2024 to 2025 it fell by 50%, from $1M to $500K." },
    { 1000000000, 1000000000, "From 2024 to 2025 it did not change: $1M." },
    { 1000000000, 50000000000, "From 2024 to 2025 it rose from $1M to $50M." },
    { 0, 1000000000, "" },
    { NIDA_MONEY_NONE, 1000000000, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      nida_describe_change (text, &fixture->recipe, NIDA_MEASURE_RECEIVED, "2024", cases[i].from, "2025", cases[i].to);
      g_assert_cmpstr (text->str, ==, cases[i].sentence);
    }
}

static void
test_percent (Fixture      *fixture,
              gconstpointer code)
{
  const struct { gint64 millionths; const char *text; } cases[] = {
    { 0, "0%" }, { 1, "<1%" }, { 4999, "<1%" }, { 6000, "1%" }, { 113000, "11%" }, { 1120000, "112%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nida_describe_percent (&fixture->recipe, cases[i].millionths);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_period (Fixture      *fixture,
             gconstpointer code)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autofree char *none = nida_describe_period (&fixture->recipe, query), *year = NULL, *since = NULL;

  g_assert_null (none);
  nida_query_add_filter (query, NIDA_FIELD_DATE, "2026");
  year = nida_describe_period (&fixture->recipe, query);
  g_assert_cmpstr (year, ==, "2026");
  g_assert_cmpint (nida_describe_year (query), ==, 2026);
  nida_query_add_filter (query, NIDA_FIELD_DATE, "2025");
  g_assert_cmpint (nida_describe_year (query), ==, 0);
  query->from = nida_date_new_day (2026, 2, 1);
  since = nida_describe_period (&fixture->recipe, query);
  g_assert_cmpstr (since, ==, "since 1 Feb 2026");
}

static void
test_whole_year (Fixture      *fixture,
                 gconstpointer code)
{
  g_autoptr (NidaQuery) query = nida_query_new ();

  query->from = nida_date_new_day (2025, 1, 1);
  query->to = nida_date_new_day (2025, 12, 31);
  g_assert_cmpint (nida_describe_year (query), ==, 2025);
  query->to = nida_date_new_day (2025, 12, 30);
  g_assert_cmpint (nida_describe_year (query), ==, 0);
}

static void
test_title_fits (Fixture      *fixture,
                 gconstpointer code)
{
  const char *candidates[] =
      { "A title that is much too long for a chart that is four hundred and eighty points wide, by far", "Short",
          NULL };

  g_assert_cmpstr (nida_describe_choose_title (&fixture->recipe, candidates), ==, "Short");
  fixture->context.width = 2000;
  g_assert_cmpstr (nida_describe_choose_title (&fixture->recipe, candidates), ==, candidates[0]);
}

static const SampleRow plans[] = {
  { NIDA_KIND_REQUIREMENT, "2024", "Syria 2024", .category = "Food", .country = "Syria", .amount = 2000000 },
  { NIDA_KIND_REQUIREMENT, "2019", "Syria 2019", .category = "Health", .country = "Syria", .amount = 1500000 },
  { NIDA_KIND_REQUIREMENT, "2024", "Yemen 2024", .category = "Food", .country = "Yemen", .amount = 1000000 },
  { NIDA_KIND_PAID, "2024-03", "Syria 2024", .category = "Food", .donor = "Kuwait", .country = "Syria", .amount = 500000 },
  { NIDA_KIND_PAID, "2026-03", "Syria 2024", .category = "Food", .donor = "Qatar", .country = "Syria", .amount = 100000 },
};

static NidaScene *
scene_of (NidaChartKind kind,
          NidaMeasure   measure,
          const char   *year,
          guint         whole)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (plans, G_N_ELEMENTS (plans));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);

  spec->measure = measure;
  spec->whole = whole;
  if (kind == NIDA_CHART_HEATMAP || kind == NIDA_CHART_RANKING)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE };
  if (kind == NIDA_CHART_HEATMAP)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  if (year != NULL)
    nida_query_add_filter (spec->query, NIDA_FIELD_DATE, year);
  return sample_scene (dataset, spec, kind == NIDA_CHART_NUMBER ? SAMPLE_CARD : SAMPLE_WIDE);
}

/* Needs of several years are added up only where it is said which; a chart that lays the years out says them itself. */
static void
test_plans (Fixture      *fixture,
            gconstpointer code)
{
  static const struct { NidaChartKind kind; NidaMeasure measure; const char *year; gboolean says; } cases[] = {
    { NIDA_CHART_RANKING, NIDA_MEASURE_REQUIREMENT, NULL, TRUE }, { NIDA_CHART_RANKING, NIDA_MEASURE_GAP, NULL, TRUE },
    { NIDA_CHART_HEATMAP, NIDA_MEASURE_REQUIREMENT, NULL, TRUE }, { NIDA_CHART_COVERAGE, NIDA_MEASURE_RECEIVED, NULL, TRUE },
    { NIDA_CHART_WATERFALL, NIDA_MEASURE_RECEIVED, NULL, TRUE }, { NIDA_CHART_NUMBER, NIDA_MEASURE_REQUIREMENT, NULL, TRUE },
    { NIDA_CHART_NUMBER, NIDA_MEASURE_COVERAGE, NULL, TRUE }, { NIDA_CHART_RANKING, NIDA_MEASURE_RECEIVED, NULL, FALSE },
    { NIDA_CHART_NUMBER, NIDA_MEASURE_RECEIVED, NULL, FALSE }, { NIDA_CHART_TIMELINE, NIDA_MEASURE_REQUIREMENT, NULL, FALSE },
    { NIDA_CHART_RANKING, NIDA_MEASURE_REQUIREMENT, "2024", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaScene) scene = scene_of (cases[i].kind, cases[i].measure, cases[i].year, 0);
      const char *words = sample_text (scene, cases[i].kind == NIDA_CHART_NUMBER ? "context" : "subtitle");

      g_test_message ("%s: %s", nida_chart_kind_get_name (cases[i].kind), words);
      g_assert_cmpint (strstr (words, "plans of 2019 to 2024") != NULL, ==, cases[i].says);
      g_assert_cmpint (strstr (nida_scene_get_description (scene), "lans of 2019 to 2024") != NULL, ==, cases[i].says);
    }
}

/* What is selected is of other years: which year it is of is said once. */
static void
test_outside (Fixture      *fixture,
              gconstpointer code)
{
  static const struct { NidaChartKind kind; const char *year; guint whole; const char *says, *not_says; } cases[] = {
    { NIDA_CHART_RANKING, "2024", NIDA_WHOLE_OUTSIDE, "2024, US$; outside the selection", "2024:" },
    { NIDA_CHART_RANKING, NULL, NIDA_WHOLE_OUTSIDE, "plans of 2019 to 2024, US$; outside the selection", "2024:" },
    { NIDA_CHART_TIMELINE, NULL, NIDA_WHOLE_OUTSIDE, "2019–2024: outside the selection", "plans" },
    { NIDA_CHART_NUMBER, "2024", NIDA_WHOLE_OUTSIDE, "2024: outside the selection", "plans" },
    { NIDA_CHART_NUMBER, "2024", NIDA_WHOLE_OUTSIDE | NIDA_WHOLE_YEARS, "2024: outside the selection", "whole years" },
    { NIDA_CHART_RANKING, "2024", NIDA_WHOLE_YEARS | NIDA_WHOLE_DONORS, "all donors, whole years", "outside" },
    { NIDA_CHART_RANKING, "2024", NIDA_WHOLE_OUTSIDE | NIDA_WHOLE_DONORS, "all donors, outside the selection", "years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaScene) scene = scene_of (cases[i].kind, NIDA_MEASURE_REQUIREMENT, cases[i].year, cases[i].whole);
      const char *words = sample_text (scene, cases[i].kind == NIDA_CHART_NUMBER ? "context" : "subtitle");

      g_test_message ("%s: %s", nida_chart_kind_get_name (cases[i].kind), words);
      g_assert_nonnull (strstr (words, cases[i].says));
      g_assert_null (strstr (words, cases[i].not_says));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/describe/counts/agree-with-their-noun", Fixture, "en", set_up, test_counts, tear_down);
  g_test_add ("/describe/change/has-a-word-and-a-base", Fixture, "en", set_up, test_change, tear_down);
  g_test_add ("/describe/percent/little-is-not-nothing", Fixture, "en", set_up, test_percent, tear_down);
  g_test_add ("/describe/period/as-asked-for", Fixture, "en", set_up, test_period, tear_down);
  g_test_add ("/describe/year/only-a-whole-one", Fixture, "en", set_up, test_whole_year, tear_down);
  g_test_add ("/describe/title/the-first-that-fits", Fixture, "en", set_up, test_title_fits, tear_down);
  g_test_add ("/describe/plans/of-several-years-are-said", Fixture, "en", set_up, test_plans, tear_down);
  g_test_add ("/describe/outside/of-the-selection-with-its-year", Fixture, "en", set_up, test_outside, tear_down);
  return g_test_run ();
}
