/* fts-groups.c: totals of groups are requirements and reported totals, and never flows. */
#include "support.h"

#define FTS_CLUSTERS \
  "{\"status\": \"ok\", \"data\": {\"requirements\": {\"totalRevisedReqs\": 300.5, \"objects\": [{\"id\": 1, \"name\": \"Health\", " \
  "\"objectType\": \"Cluster\", \"origRequirements\": 1, \"revisedRequirements\": 200}, {\"id\": 2, \"name\": \"Food Security\", " \
  "\"objectType\": \"Cluster\", \"origRequirements\": 100.5}]}, \"report3\": {\"fundingTotals\": {\"total\": 97, \"objects\": [{" \
  "\"type\": \"Cluster\", \"direction\": \"destination\", \"singleFundingTotal\": 90, \"objectsBreakdown\": [{\"id\": \"1\", " \
  "\"name\": \"Health\", \"totalFunding\": 80, \"sharedFunding\": 7}, {\"name\": \"Not specified\", \"totalFunding\": 10}], " \
  "\"totalBreakdown\": {\"objectsSum\": 90, \"overlapCorrection\": 0, \"sharedFunding\": 7, \"totalFunding\": 97}}]}, " \
  "\"pledgeTotals\": {\"total\": 0, \"objects\": []}}}, \"meta\": {\"language\": \"en\"}}"

static void
test_clusters (void)
{
  g_autoptr (NidaDataset) dataset = load_text (FTS_CLUSTERS);
  g_autofree char *requirement = sum_usd (dataset, NIDA_KIND_REQUIREMENT);
  g_autofree char *reported = sum_usd (dataset, NIDA_KIND_REPORTED);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 5);
  g_assert_cmpstr (get_source (dataset, 0)->format, ==, "FTS API (groups)");
  g_assert_cmpstr (requirement, ==, "300.5");
  g_assert_cmpstr (reported, ==, "97");
  assert_cell (dataset, 0, NIDA_FIELD_CATEGORY, "Health");
  assert_cell (dataset, 0, NIDA_FIELD_LEVEL, "objective");
  assert_cell (dataset, 2, NIDA_FIELD_CATEGORY, "Health");
  assert_cell (dataset, 2, NIDA_FIELD_KIND, "reported");
  assert_cell (dataset, 3, NIDA_FIELD_CATEGORY, "");
  assert_cell (dataset, 4, NIDA_FIELD_CATEGORY, "Multiple clusters/sectors (shared)");
  g_assert_cmpuint (nida_report_get_n_stated (nida_dataset_get_report (dataset)), ==, 2);
}

static void
test_plans (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "{\"status\": \"ok\", \"data\": {\"report3\": {\"fundingTotals\": {\"total\": 12, \"objects\": [{\"type\": \"Plan\", "
    "\"objectsBreakdown\": [{\"type\": \"Plan\", \"id\": \"929\", \"name\": \"Afghanistan 2020\", \"totalFunding\": 12}], "
    "\"totalBreakdown\": {\"sharedFunding\": 0}}]}, \"pledgeTotals\": {\"total\": 0, \"objects\": []}}}}");
  g_autofree char *id = nida_dataset_dup_id (dataset, 0);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  assert_cell (dataset, 0, NIDA_FIELD_APPEAL, "Afghanistan 2020");
  assert_cell (dataset, 0, NIDA_FIELD_LEVEL, "appeal");
  g_assert_true (g_str_has_prefix (id, "fts:reported|929|"));
  g_assert_cmpuint (nida_report_get_n_stated (nida_dataset_get_report (dataset)), ==, 1);
}

static void
test_refused (void)
{
  assert_refused ("{\"status\": \"ok\", \"data\": {\"report3\": {\"fundingTotals\": {\"total\": 12, \"objects\": [{\"type\": "
                  "\"Organization\", \"objectsBreakdown\": []}]}}}}", -1, NIDA_READ_ERROR_FORMAT, "without groupby=");
  assert_refused ("{\"status\": \"ok\", \"data\": {\"report3\": {\"fundingTotals\": {\"total\": 0, \"objects\": []}}}}", -1,
                  NIDA_READ_ERROR_EMPTY, "without any group");
  assert_refused ("{\"status\": \"ok\", \"data\": {\"report3\": {\"fundingTotals\": {\"total\": 0, \"objects\": [", -1,
                  NIDA_READ_ERROR_INCOMPLETE, "cut off");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fts-groups/clusters/requirements-and-reported-totals", test_clusters);
  g_test_add_func ("/fts-groups/plans/have-their-names-and-numbers", test_plans);
  g_test_add_func ("/fts-groups/other-groups-are-refused-with-what-to-ask", test_refused);
  return g_test_run ();
}
