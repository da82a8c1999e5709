/* fts-plans.c: the plans of a year, as rows that HDX could have published. */
#include "support.h"

#define PLAN(requirements, more) "{\"status\": \"ok\", \"data\": {\"plans\": [{\"id\": 929, \"name\": \"Afghanistan 2020\", " \
  "\"code\": \"HAFG20\", \"requirements\": " requirements ", \"funding\": {\"totalFunding\": 50, \"progress\": 49.91}" more "}]}}"

static void
test_plan (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    PLAN ("{\"origRequirements\": 70, \"revisedRequirements\": 100.25}",
          ", \"usageYears\": [{\"year\": \"2020\"}], \"countries\": [{\"iso3\": \"AFG\", \"name\": \"Afghanistan\"}]"));
  g_autofree char *id = nida_dataset_dup_id (dataset, 0);
  g_autofree char *reported_id = nida_dataset_dup_id (dataset, 1);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpstr (id, ==, "fts:requirement|HAFG20|2020|AFG||");
  g_assert_cmpstr (reported_id, ==, "fts:reported|HAFG20|2020|AFG||");
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "requirement");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "100.25");
  assert_cell (dataset, 0, NIDA_FIELD_LEVEL, "appeal");
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2020");
  assert_cell (dataset, 0, NIDA_FIELD_COUNTRY, "Afghanistan");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "50");
}

/* A file of HDX has the same plan: its rows merge. */
static void
test_merges_with_hdx (void)
{
  char *json = write_file (PLAN ("{\"revisedRequirements\": 100}",
                                 ", \"usageYears\": [{\"year\": \"2020\"}], \"countries\": [{\"iso3\": \"AFG\"}]"), -1);
  char *csv = write_file ("countryCode,id,name,code,year,requirements,funding\nAFG,929,Afghanistan 2020,HAFG20,2020,100,50\n", -1);
  const char *inputs[] = { json, csv, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_no_problem (dataset, NIDA_PROBLEM_CONFLICT);
  remove_file (json);
  remove_file (csv);
}

static void
test_fallbacks (void)
{
  g_autoptr (NidaDataset) original = load_text (
    PLAN ("{\"origRequirements\": 70, \"revisedRequirements\": null}",
          ", \"startDate\": \"2020-03-25\", \"countries\": [{\"iso3\": \"TUR\"}, {\"iso3\": null}, {\"iso3\": \"EGY\"}]"));
  g_autoptr (NidaDataset) years = load_text (
    PLAN ("{\"revisedRequirements\": 0}", ", \"years\": [{\"year\": \"2021\"}, {\"year\": \"2020\"}]"));
  g_autofree char *id = nida_dataset_dup_id (original, 0);

  assert_cell (original, 0, NIDA_FIELD_AMOUNT, "70");
  assert_cell (original, 0, NIDA_FIELD_DATE, "2020");
  assert_cell (original, 0, NIDA_FIELD_COUNTRY, "Egypt, Türkiye");
  g_assert_cmpstr (id, ==, "fts:requirement|HAFG20|2020|EGY; TUR||");
  assert_cell (years, 0, NIDA_FIELD_DATE, "2020");
  assert_cell (years, 0, NIDA_FIELD_DATE_END, "2021");
}

static void
test_real (void)
{
  g_autofree char *path = real_file ("fts-api/2-fts-flow-plan-overview-progress-2020.json");
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *requirement = NULL, *reported = NULL;

  if (path == NULL)
    return;
  dataset = load_file (path, &error);
  g_assert_no_error (error);
  requirement = sum_usd (dataset, NIDA_KIND_REQUIREMENT);
  reported = sum_usd (dataset, NIDA_KIND_REPORTED);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 12);
  g_assert_cmpstr (requirement, ==, "8100253995");
  g_assert_cmpstr (reported, ==, "3553166601");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fts-plans/a-plan-is-a-requirement-and-a-reported-total", test_plan);
  g_test_add_func ("/fts-plans/rows-merge-with-those-of-hdx", test_merges_with_hdx);
  g_test_add_func ("/fts-plans/first-requirement-and-first-year-where-others-are-missing", test_fallbacks);
  g_test_add_func ("/fts-plans/real/six-plans", test_real);
  return g_test_run ();
}
