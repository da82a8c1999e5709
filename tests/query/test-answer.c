/* An answer holds groups in order, the total, and only what was asked. */
#include "fixture.h"

static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2024-02-01", "1", "B" },
  { NIDA_KIND_PAID, "2023-01-01", "2", "A" },
  { NIDA_KIND_PLEDGE, "2025-12-31", "4", "C" },
  { NIDA_KIND_REQUIREMENT, "2030", "8", .appeal = "X" },
  { NIDA_KIND_REPORTED, "2030", "16", .appeal = "Y" },
};

static void
test_cells (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED) | MEASURE (REQUIREMENT), "donor,year");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  /* no group for the pledge and the reported total, which were not asked for */
  g_assert_cmpuint (nida_cube_get_n_cells (cube), ==, 3);
  for (guint i = 1; i < 3; i++)
    g_assert_cmpuint (nida_cube_get_cell (cube, i - 1)->item[0], <, nida_cube_get_cell (cube, i)->item[0]);
  test_assert_value (test_cell (cube, "A|2023"), NIDA_MEASURE_RECEIVED, "2");
  test_assert_value (test_cell (cube, "A|2023"), NIDA_MEASURE_REQUIREMENT, "0");
  test_assert_value (test_cell (cube, "A|2023"), NIDA_MEASURE_PAID, "-");
  test_assert_value (test_cell (cube, "|2030"), NIDA_MEASURE_REQUIREMENT, "8");
  g_assert_cmpuint (test_cell (cube, "|2030")->flows, ==, 0);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "3");
  g_assert_cmpuint (nida_cube_get_total (cube)->flows, ==, 2);
}

static void
test_total_alone (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (PLEDGED), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  g_assert_cmpuint (nida_cube_get_n_cells (cube), ==, 1);
  test_assert_value (nida_cube_get_cell (cube, 0), NIDA_MEASURE_PLEDGED, "4");
  g_assert_true (nida_cube_find_cell (cube, NULL) == nida_cube_get_cell (cube, 0));
}

static void
test_extent (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (NidaQuery) wider = test_query (MEASURE (REQUIREMENT), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);
  g_autoptr (NidaCube) required = test_ask (engine, wider);
  gint32 first, last;

  g_assert_true (nida_cube_get_extent (cube, &first, &last));
  g_assert_cmpint (first, ==, nida_days_from_civil (2023, 1, 1));
  g_assert_cmpint (last, ==, nida_days_from_civil (2025, 12, 31));
  g_assert_true (nida_cube_get_extent (required, &first, &last));
  g_assert_cmpint (last, ==, nida_days_from_civil (2030, 12, 31));
  g_assert_true (nida_cube_has_kind (cube, NIDA_KIND_REPORTED));
}

static void
test_only_facts (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (0, NULL);
  g_autoptr (NidaCube) cube = NULL;

  query->fact_kinds = NIDA_KIND_BIT (NIDA_KIND_REPORTED);
  cube = test_ask (engine, query);
  g_assert_cmpuint (nida_cube_get_n_facts (cube), ==, 1);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "-");
  g_assert_cmpuint (nida_cube_get_n_asides (cube), ==, 0);
}

/* Of the requirements that the total counts, whatever money there is. */
static void
test_plan_years (void)
{
  static const TestRow needs[] = {
    { NIDA_KIND_REQUIREMENT, "2026", "100", .appeal = "A" },
    { NIDA_KIND_REQUIREMENT, "2019", "100", .appeal = "B" },
    { NIDA_KIND_REQUIREMENT, "2026", "5", .appeal = "C" },
    { NIDA_KIND_REQUIREMENT, "2023..2024", "7", .appeal = "C" },
    { NIDA_KIND_REQUIREMENT, "2030", "0", .appeal = "C" },
    { NIDA_KIND_PAID, "2021-03-01", "9", .appeal = "A" },
  };
  static const int years[] = { 2019, 2023, 2024, 2026 };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (needs);
  g_autoptr (NidaQuery) query = test_query (MEASURE (COVERAGE), "country");
  g_autoptr (NidaQuery) money = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query), received = test_ask (engine, money), one = NULL;
  guint n;
  const int *found = nida_cube_get_plan_years (cube, &n);

  g_assert_cmpmem (found, n * sizeof *found, years, sizeof years);
  nida_cube_get_plan_years (received, &n);
  g_assert_cmpuint (n, ==, 0);
  nida_query_add_filter (query, NIDA_FIELD_APPEAL, "B");
  one = test_ask (engine, query);
  found = nida_cube_get_plan_years (one, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (found[0], ==, 2019);
}

/* That a source reports nothing received is known of a group; that none reports on it, too. */
static void
test_reports (void)
{
  static const TestRow reports[] = {
    { NIDA_KIND_REQUIREMENT, "2026", "100", .appeal = "A", .level = NIDA_LEVEL_APPEAL },
    { NIDA_KIND_REPORTED, "2026", "0", .appeal = "A", .level = NIDA_LEVEL_APPEAL },
    { NIDA_KIND_REPORTED, "2026", NULL, .appeal = "A", .level = NIDA_LEVEL_APPEAL },
    { NIDA_KIND_REQUIREMENT, "2026", "100", .appeal = "B", .level = NIDA_LEVEL_APPEAL },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (reports);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REQUIREMENT) | MEASURE (REPORTED), "appeal");
  g_autoptr (NidaQuery) required = test_query (MEASURE (REQUIREMENT), "appeal");
  g_autoptr (NidaCube) cube = test_ask (engine, query), not_asked = test_ask (engine, required);

  g_assert_cmpuint (test_cell (cube, "A")->reports, ==, 2);
  g_assert_cmpuint (test_cell (cube, "B")->reports, ==, 0);
  g_assert_cmpuint (test_cell (not_asked, "A")->reports, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer/cells/only-groups-of-what-was-asked", test_cells);
  g_test_add_func ("/answer/total/is-the-only-cell-without-groups", test_total_alone);
  g_test_add_func ("/answer/extent/of-what-was-asked", test_extent);
  g_test_add_func ("/answer/facts/may-be-all-that-is-asked", test_only_facts);
  g_test_add_func ("/answer/plan-years/of-the-requirements-that-count", test_plan_years);
  g_test_add_func ("/answer/reports/count-though-they-are-zero-or-without-an-amount", test_reports);
  return g_test_run ();
}
