/* sentence.c: figures of the engine, with every digit, the count and the rank. */
#include "sentence.h"
#include "sample.h"
#include "scene-builder.h"

#include <string.h>

#define PAID(date, donor, donor_ar, amount) { NIDA_KIND_PAID, date, "Plan", NULL, "Food", NULL, donor, donor_ar, amount }

static const SampleRow gifts[] = {
  PAID ("2023", "Kuwait", "الكويت", 1000), PAID ("2024", "Kuwait", "الكويت", 234567), PAID ("2024", "Qatar", NULL, 900000), PAID ("2024", "Oman", NULL, 5),
  PAID ("2024", "Malta", NULL, 5),
};

static char *
say (NidaChartSpec *spec,
     NidaMark      *mark,
     const char    *code)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaLanguage) language = nida_language_new (code, NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);

  return nida_sentence_new (engine, spec, mark, language);
}

static NidaMark *
mark_of (const char *donor,
         const char *date)
{
  NidaMark *mark = nida_mark_new (donor, NULL, NULL, NIDA_MONEY_NONE);

  if (date != NULL)
    nida_mark_add_filter (mark, NIDA_FIELD_DATE, date);
  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, donor);
  return mark;
}

static void
assert_said (NidaChartSpec *spec,
             NidaMark      *mark,
             const char    *expected)
{
  g_autofree char *text = say (spec, mark, "en");

  g_assert_cmpstr (text, ==, expected);
  if (mark != NULL)
    nida_mark_free (mark);
}

static void
test_donor (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);

  assert_said (spec, mark_of ("Kuwait", NULL), "Kuwait gave $235,567 in 2 contributions, rank 2 of 4 donors.");
  assert_said (spec, mark_of ("Kuwait", "2023"), "2023: Kuwait gave $1,000 in 1 contribution.");
  assert_said (spec, mark_of ("Malta", "2024"), "2024: Malta gave $5 in 1 contribution, rank 3 of 4 donors.");      /* a tie */
}

static void
test_whole_and_filters (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);

  assert_said (spec, NULL, "4 donors gave $1,135,577 in 5 contributions.");
  nida_query_add_filter (spec->query, NIDA_FIELD_CATEGORY, "Food");
  {
    g_autofree char *text = say (spec, NULL, "en");

    g_assert_nonnull (strstr (text, "Food"));      /* what it is about is said */
  }
  nida_query_add_filter (spec->query, NIDA_FIELD_DONOR, "Qatar");
  {
    g_autofree char *text = say (spec, NULL, "en");

    g_assert_nonnull (strstr (text, "Qatar gave $900,000 in 1 contribution, rank 1 of 4"));
  }
}

/* What was promised is none of the contributions that were received, nor the reverse. */
static void
test_counts_its_own (void)
{
  static const SampleRow rows[] = {
    PAID ("2024", "Kuwait", NULL, 100), PAID ("2024", "Qatar", NULL, 20),
    { NIDA_KIND_PLEDGE, "2024", "Plan", NULL, "Food", NULL, "Kuwait", NULL, 7 },
    { NIDA_KIND_PAID, "2024", .donor = "Kuwait", .amount = 50, .currency = "XAU" },      /* in no sum of dollars */
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  NidaMark *kuwait = mark_of ("Kuwait", NULL);
  g_autofree char *received = nida_sentence_new (engine, spec, kuwait, english), *pledged = NULL, *flows = NULL;

  spec->measure = NIDA_MEASURE_PLEDGED;
  pledged = nida_sentence_new (engine, spec, kuwait, english);
  spec->measure = NIDA_MEASURE_COUNT;
  flows = nida_sentence_new (engine, spec, kuwait, english);
  g_assert_cmpstr (received, ==, "Kuwait gave $100 in 1 contribution, rank 1 of 2 donors.");
  g_assert_cmpstr (pledged, ==, "Kuwait pledged $7 in 1 contribution.");
  g_assert_cmpstr (flows, ==, "Kuwait: 3 contributions, rank 1 of 2 donors.");
  nida_mark_free (kuwait);
}

/* Money without a named donor is not said to be of those that are named. */
static void
test_unnamed_donors (void)
{
  static const SampleRow rows[] = {
    PAID ("2024", "Kuwait", NULL, 100), PAID ("2024", "Qatar", NULL, 20), PAID ("2024", NULL, NULL, 3), PAID ("2025", NULL, NULL, 4),
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  NidaMark *year = nida_mark_new ("2025", NULL, NULL, NIDA_MONEY_NONE);
  g_autofree char *all = nida_sentence_new (engine, spec, NULL, english), *nobody = NULL;

  nida_mark_add_filter (year, NIDA_FIELD_DATE, "2025");
  nobody = nida_sentence_new (engine, spec, year, english);
  g_assert_cmpstr (all, ==, "2 donors and others gave $127 in 4 contributions.");
  g_assert_cmpstr (nobody, ==, "2025: Received: $4.");
  nida_mark_free (year);
}

static void
test_no_figure (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autofree char *text = NULL;

  spec->measure = NIDA_MEASURE_COVERAGE;
  text = say (spec, NULL, "en");
  g_assert_null (text);
}

static void
test_arabic_name (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  NidaMark *mark = mark_of ("Kuwait", NULL);
  g_autofree char *text = say (spec, mark, "ar");

  g_assert_nonnull (strstr (text, "الكويت"));
  g_assert_nonnull (strstr (text, "235,567"));
  g_assert_null (strstr (text, "\u2068"));
  nida_mark_free (mark);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/donor/amount-count-and-rank", test_donor);
  g_test_add_func ("/sentence/whole/says-its-filters", test_whole_and_filters);
  g_test_add_func ("/sentence/count/of-its-own-measure", test_counts_its_own);
  g_test_add_func ("/sentence/whole/who-is-not-named-is-among-others", test_unnamed_donors);
  g_test_add_func ("/sentence/no-figure/no-sentence", test_no_figure);
  g_test_add_func ("/sentence/arabic/has-the-name-and-no-marks-of-direction", test_arabic_name);
  return g_test_run ();
}
