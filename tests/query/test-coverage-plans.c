/* coverage-plans.c: which plan money belongs to. */
#include "fixture.h"

#define REQ NIDA_KIND_REQUIREMENT
#define PAID NIDA_KIND_PAID
#define INCOMING .boundary = NIDA_BOUNDARY_INCOMING, .on = NIDA_ON_BOUNDARY_SINGLE
#define PLANS (MEASURE (GAP) | MEASURE (COVERAGE))

static void
assert_cover (const NidaCubeCell *cell,
              const char         *gap,
              const char         *coverage)
{
  test_assert_value (cell, NIDA_MEASURE_GAP, gap);
  test_assert_value (cell, NIDA_MEASURE_COVERAGE, coverage);
}

static void
test_flows (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "100", .appeal = "A", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2025", "100", .appeal = "A", .level = NIDA_LEVEL_APPEAL },
    { PAID, "2023-12-20", "10", .appeal = "A", INCOMING, .usage_first = 2024, .usage_last = 2024 },
    { NIDA_KIND_COMMITMENT, "2024-05", "20", .appeal = "A", INCOMING },
    { PAID, "2025", "40", .appeal = "A", INCOMING, .usage_first = 2025, .usage_last = 2026 },
    { PAID, "2026", "5", .appeal = "A", INCOMING },                                        /* no plan of that year */
    { NIDA_KIND_PLEDGE, "2024", "80", .appeal = "A", INCOMING },
    { PAID, "2024", "160", .appeal = "A", .boundary = NIDA_BOUNDARY_INCOMING, .on = NIDA_ON_BOUNDARY_SHARED },
    { PAID, "2024", "320", .appeal = "A", .boundary = NIDA_BOUNDARY_OUTGOING, .on = NIDA_ON_BOUNDARY_SINGLE },
    { PAID, "2024", "640", .appeal = "A", .boundary = NIDA_BOUNDARY_INTERNAL, .on = NIDA_ON_BOUNDARY_SINGLE },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (PLANS, "year");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  /* a plan's money stands in the year of the plan */
  assert_cover (test_cell (cube, "2024"), "70", "300000");
  assert_cover (test_cell (cube, "2025"), "60", "400000");
  assert_cover (nida_cube_get_total (cube), "130", "350000");
  test_assert_aside (cube, NIDA_ASIDE_OUTSIDE_APPEALS, "1 rows, 5, left out");
  test_assert_aside (cube, NIDA_ASIDE_PLEDGES, "1 rows, 80, left out");
  test_assert_aside (cube, NIDA_ASIDE_SHARED, "1 rows, 160, left out");
  test_assert_aside (cube, NIDA_ASIDE_OUTGOING, "1 rows, 320, left out");
  test_assert_aside (cube, NIDA_ASIDE_INTERNAL_BESIDE, "1 rows, 640, left out");
}

/* What is found for one question is kept for the next about the same requirements, and for no other. */
static void
test_asked_again (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "100", .appeal = "A", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2024", "50", .appeal = "B", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2024", "40", .appeal = "B", .level = NIDA_LEVEL_APPEAL, .currency = "EUR" },
    { PAID, "2024-05", "20", .appeal = "A", INCOMING },
    { PAID, "2024-05", "10", .appeal = "B", INCOMING },
    { PAID, "2024-05", "30", .appeal = "B", INCOMING, .currency = "EUR" },
  };
  static const struct { const char *appeal, *currency, *gap, *coverage; } asked[] = {
    { NULL, NULL, "120", "200000" }, { "B", NULL, "40", "200000" }, { "A", NULL, "80", "200000" }, { NULL, "EUR", "10", "750000" },
    { NULL, NULL, "120", "200000" }, { "B", "EUR", "10", "750000" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);

  for (guint i = 0; i < G_N_ELEMENTS (asked) * 2; i++)
    {
      g_autoptr (NidaQuery) query = test_query (PLANS, NULL);
      g_autoptr (NidaCube) cube = NULL;
      guint n = i % G_N_ELEMENTS (asked);

      if (asked[n].appeal != NULL)
        nida_query_add_filter (query, NIDA_FIELD_APPEAL, asked[n].appeal);
      query->currency = g_strdup (asked[n].currency);
      cube = test_ask (engine, query);
      assert_cover (nida_cube_get_total (cube), asked[n].gap, asked[n].coverage);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage-plans/flows/belong-by-appeal-and-year", test_flows);
  g_test_add_func ("/coverage-plans/kept/are-those-of-the-requirements-and-the-currency", test_asked_again);
  return g_test_run ();
}
