/* The rows behind a figure are those that it counts. */
#include "fixture.h"

static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2024-02-01", "1", "A", .boundary = NIDA_BOUNDARY_INCOMING, .on = NIDA_ON_BOUNDARY_SINGLE },
  { NIDA_KIND_PLEDGE, "2024-02-01", "2", "A", .boundary = NIDA_BOUNDARY_INCOMING, .on = NIDA_ON_BOUNDARY_SINGLE },
  { NIDA_KIND_PAID, "2024-03-01", "4", "A", .boundary = NIDA_BOUNDARY_INTERNAL, .on = NIDA_ON_BOUNDARY_SINGLE },
  { NIDA_KIND_COMMITMENT, "2024-04-01", "8", "B", .boundary = NIDA_BOUNDARY_INCOMING, .on = NIDA_ON_BOUNDARY_SHARED },
  { NIDA_KIND_REQUIREMENT, "2024", "16", .appeal = "X", .level = NIDA_LEVEL_APPEAL },
  { NIDA_KIND_REPORTED, "2024", "32", .appeal = "X", .level = NIDA_LEVEL_APPEAL },
  { NIDA_KIND_EVENT, "2024-05-01", NULL, .text = "Conference" },
};

static void
assert_rows (guint       measures,
             NidaRule    rule,
             guint       fact_kinds,
             const char *donor,
             const char *expected)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (measures, NULL);
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autoptr (GArray) counted = NULL;
  g_autoptr (GError) error = NULL;

  query->rule = rule;
  query->fact_kinds = fact_kinds;
  if (donor != NULL)
    nida_query_add_filter (query, NIDA_FIELD_DONOR, donor);
  counted = nida_local_engine_select_counted (engine, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < counted->len; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? " " : "", g_array_index (counted, guint, i));
  g_assert_cmpstr (numbers->str, ==, expected);
}

static void
test_flows (void)
{
  assert_rows (MEASURE (RECEIVED), NIDA_RULE_AUTO, 0, NULL, "0 3");
  assert_rows (MEASURE (RECEIVED), NIDA_RULE_AUTO, 0, "A", "0");
  assert_rows (MEASURE (RECEIVED), NIDA_RULE_BOUNDARY, 0, NULL, "0");
  assert_rows (MEASURE (PLEDGED), NIDA_RULE_AUTO, 0, NULL, "1");
  assert_rows (MEASURE (COUNT), NIDA_RULE_AUTO, 0, NULL, "0 1 3");
  assert_rows (MEASURE (RECEIVED) | MEASURE (PLEDGED), NIDA_RULE_DISTINCT, 0, NULL, "0 1 3");
}

static void
test_plans (void)
{
  assert_rows (MEASURE (REQUIREMENT), NIDA_RULE_AUTO, 0, NULL, "4");
  assert_rows (MEASURE (REPORTED), NIDA_RULE_AUTO, 0, NULL, "5");
  assert_rows (MEASURE (COVERAGE), NIDA_RULE_AUTO, 0, NULL, "0 4 5");
  assert_rows (MEASURE (GAP), NIDA_RULE_DISTINCT, 0, NULL, "0 3 4 5");
}

static void
test_facts (void)
{
  assert_rows (0, NIDA_RULE_AUTO, NIDA_KIND_BIT (NIDA_KIND_EVENT), NULL, "6");
  assert_rows (MEASURE (PLEDGED), NIDA_RULE_AUTO, NIDA_KIND_BIT (NIDA_KIND_EVENT), NULL, "1 6");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/counted/flows/those-that-the-rule-sums", test_flows);
  g_test_add_func ("/counted/plans/requirement-and-funding", test_plans);
  g_test_add_func ("/counted/facts/events-that-were-asked-for", test_facts);
  return g_test_run ();
}
