/* The coverage of a year is one figure, asked for with a filter or by year. */
#include "fixture.h"

#include "plan-years.h"

#define REQ NIDA_KIND_REQUIREMENT
#define REP NIDA_KIND_REPORTED
#define PAID NIDA_KIND_PAID
#define PLANS (MEASURE (GAP) | MEASURE (COVERAGE))

static const TestRow rows[] = {
  { REQ, "2025", "100", .appeal = "A", .level = NIDA_LEVEL_APPEAL },
  { REQ, "2026", "100", .appeal = "A", .level = NIDA_LEVEL_APPEAL },
  { REQ, "2026", "50", .appeal = "B", .level = NIDA_LEVEL_APPEAL },
  { REP, "2026", "20", .appeal = "B", .level = NIDA_LEVEL_APPEAL },
  { PAID, "2025-11-01", "7", .appeal = "A", .usage_first = 2026, .usage_last = 2026 },   /* early, for the plan of 2026 */
  { PAID, "2026-01-05", "9", .appeal = "A", .usage_first = 2025, .usage_last = 2025 },   /* late, for that of 2025 */
  { PAID, "2026-02-01", "1", .appeal = "A" },
  { PAID, "2026-02-01", "2", .appeal = "A", .usage_first = 2025, .usage_last = 2026 },   /* the earlier of two plans */
  { PAID, "2025-02-01", "16", "Kuwait" },                                                /* outside appeals */
  { PAID, "2026-02-01", "32", "Kuwait" },
};

static void
assert_same (NidaLocalEngine *engine,
             NidaField        field,
             const char      *year,
             const char      *gap)
{
  g_autoptr (NidaQuery) by_year = test_query (PLANS, "year");
  g_autoptr (NidaQuery) query = test_query (PLANS, NULL);
  g_autoptr (NidaCube) years = test_ask (engine, by_year);
  g_autoptr (NidaCube) cube = NULL;

  nida_query_add_filter (query, field, year);
  g_assert_true (nida_plan_years_asked (query));
  cube = test_ask (engine, query);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_GAP, gap);
  test_assert_value (test_cell (years, year), NIDA_MEASURE_GAP, gap);
  g_assert_cmpint (nida_cube_get_total (cube)->values[NIDA_MEASURE_COVERAGE], ==,
                   test_cell (years, year)->values[NIDA_MEASURE_COVERAGE]);
}

static void
test_same (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);

  assert_same (engine, NIDA_FIELD_DATE, "2026", "122");
  assert_same (engine, NIDA_FIELD_DATE, "2025", "89");
  assert_same (engine, NIDA_FIELD_USAGE_YEAR, "2026", "122");
  assert_same (engine, NIDA_FIELD_USAGE_YEAR, "2025", "89");
}

/* Outside plans the money has no other years than its own. */
static void
test_outside (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (GAP), NULL);
  g_autoptr (NidaCube) cube = NULL;

  nida_query_add_filter (query, NIDA_FIELD_DATE, "2026");
  cube = test_ask (engine, query);
  test_assert_aside (cube, NIDA_ASIDE_OUTSIDE_APPEALS, "1 rows, 32, left out");
}

/* Other filters stay, and a month chooses money. */
static void
test_other_filters (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (GAP), NULL);
  g_autoptr (NidaQuery) month = test_query (MEASURE (GAP), NULL);
  g_autoptr (NidaQuery) plain = test_query (MEASURE (GAP), NULL);
  g_autoptr (NidaCube) cube = NULL;

  nida_query_add_filter (query, NIDA_FIELD_DATE, "2026");
  nida_query_add_filter (query, NIDA_FIELD_APPEAL, "A");
  cube = test_ask (engine, query);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_GAP, "92");
  nida_query_add_filter (month, NIDA_FIELD_DATE, "2026-02");
  g_assert_false (nida_plan_years_asked (month));
  g_assert_false (nida_plan_years_asked (plain));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-years/filter-and-groups/say-the-same", test_same);
  g_test_add_func ("/plan-years/outside/keeps-its-own-years", test_outside);
  g_test_add_func ("/plan-years/other-filters/stay", test_other_filters);
  return g_test_run ();
}
