/* Totals reported of a giver over spans: two of the same time are never added. */
#include "fixture.h"

#define REP NIDA_KIND_REPORTED
#define REQ NIDA_KIND_REQUIREMENT
#define PAID NIDA_KIND_PAID
#define FROM_KUWAIT .donor = "Kuwait", .recipient = "IOM"

static void
test_overlap (void)
{
  static const TestRow rows[] = {
    { REP, "2021..2024", "14", FROM_KUWAIT },
    { REP, "2009..2023", "70", FROM_KUWAIT },
    { REP, "2009..2023", "70", FROM_KUWAIT, .source = 2 },       /* the same statement from another file */
    { REP, "2024", "3", FROM_KUWAIT, .category = "Health" },     /* of something else */
    { REP, "2024..2025", "5", FROM_KUWAIT },                     /* only the one that does not count overlaps it */
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REPORTED), "donor");
  g_autoptr (NidaQuery) by_year = test_query (MEASURE (REPORTED), "year");
  g_autoptr (NidaCube) cube = test_ask (engine, query);
  g_autoptr (NidaCube) years = test_ask (engine, by_year);

  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REPORTED, "78");
  test_assert_value (test_cell (cube, "Kuwait"), NIDA_MEASURE_REPORTED, "78");
  test_assert_aside (cube, NIDA_ASIDE_OTHER_STATEMENT, "1 rows, 14, left out");
  test_assert_value (test_cell (years, "2009..2023"), NIDA_MEASURE_REPORTED, "70");
  test_assert_value (test_cell (years, "2021..2024"), NIDA_MEASURE_REPORTED, "14");
  test_assert_value (nida_cube_get_total (years), NIDA_MEASURE_REPORTED, "78");
}

/* The yearly totals of plans state a level; they follow the rules of levels. */
static void
test_plans (void)
{
  static const TestRow rows[] = {
    { REP, "2024", "10", .appeal = "A", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE },
    { REP, "2024", "10", .appeal = "A", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE },
    { REP, "2024", "7", .level = NIDA_LEVEL_APPEAL },
    { REP, "2024", "7", .level = NIDA_LEVEL_APPEAL },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REPORTED), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REPORTED, "34");
  test_assert_aside (cube, NIDA_ASIDE_OTHER_STATEMENT, "none");
}

/* What is reported over a span holds the gifts that itemise it, not those of others. */
static void
test_outside (void)
{
  static const TestRow rows[] = {
    { REP, "2021..2024", "14", FROM_KUWAIT },
    { REP, "2009..2023", "70", FROM_KUWAIT },
    { PAID, "2015", "20", FROM_KUWAIT },
    { PAID, "2018-07-09", "10", FROM_KUWAIT },
    { PAID, "2025-12-10", "0.5", FROM_KUWAIT },
    { PAID, "2015", "3", .donor = "Qatar", .recipient = "IOM" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (GAP), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_GAP, "-");
  test_assert_aside (cube, NIDA_ASIDE_OUTSIDE_APPEALS, "3 rows, 73.5, left out");
  test_assert_aside (cube, NIDA_ASIDE_OTHER_STATEMENT, "1 rows, 14, left out");
}

/* A total outside appeals without a donor holds the flows of every year in its span. */
static void
test_span_of_years (void)
{
  static const TestRow rows[] = {
    { REP, "2020..2024", "100", .level = NIDA_LEVEL_APPEAL },
    { PAID, "2022", "20", "Kuwait" },
    { PAID, "2025", "4", "Kuwait" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (GAP), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_aside (cube, NIDA_ASIDE_OUTSIDE_APPEALS, "2 rows, 104, left out");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statements/overlap/one-counts-and-groups-show-each", test_overlap);
  g_test_add_func ("/statements/plans/are-added", test_plans);
  g_test_add_func ("/statements/outside/holds-the-gifts-of-its-span", test_outside);
  g_test_add_func ("/statements/outside/span-of-years", test_span_of_years);
  return g_test_run ();
}
