/* A requirement counts once: at the coarsest level in totals, at the matching one in groups, from one breakdown. */
#include "fixture.h"

#define REQ NIDA_KIND_REQUIREMENT
#define REP NIDA_KIND_REPORTED

static void
test_coarsest (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "100", .appeal = "Plan A", .country = "X", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2024", "60", .appeal = "Plan A", .country = "X", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE },
    { REQ, "2024", "30", .appeal = "Plan A", .country = "X", .category = "Food", .level = NIDA_LEVEL_OBJECTIVE },
    { REQ, "2024", "7", .appeal = "Plan B", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE },
    { REQ, "2024", "5", .appeal = "Plan C" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REQUIREMENT), "category");
  g_autoptr (NidaQuery) by_appeal = test_query (MEASURE (REQUIREMENT), "appeal");
  g_autoptr (NidaQuery) by_level = test_query (MEASURE (REQUIREMENT), "level");
  g_autoptr (NidaCube) cube = test_ask (engine, query);
  g_autoptr (NidaCube) appeals = test_ask (engine, by_appeal);
  g_autoptr (NidaCube) levels = test_ask (engine, by_level);

  test_assert_value (test_cell (cube, "Health"), NIDA_MEASURE_REQUIREMENT, "67");
  test_assert_value (test_cell (cube, "Food"), NIDA_MEASURE_REQUIREMENT, "30");
  test_assert_value (test_cell (cube, ""), NIDA_MEASURE_REQUIREMENT, "5");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REQUIREMENT, "112");
  test_assert_aside (cube, NIDA_ASIDE_OTHER_LEVEL, "1 rows, 100, left out");
  test_assert_value (test_cell (appeals, "Plan A"), NIDA_MEASURE_REQUIREMENT, "100");
  test_assert_aside (appeals, NIDA_ASIDE_OTHER_LEVEL, "2 rows, 90, left out");
  test_assert_value (test_cell (levels, "objective"), NIDA_MEASURE_REQUIREMENT, "97");
  test_assert_value (test_cell (levels, "appeal"), NIDA_MEASURE_REQUIREMENT, "100");
}

static void
test_years_and_countries (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "10", .appeal = "Regional", .country = "X", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2024", "20", .appeal = "Regional", .country = "Y", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2025", "40", .appeal = "Regional", .country = "Y", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REQUIREMENT), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REQUIREMENT, "70");
}

/* Clusters in one file and global clusters in another. */
static void
test_breakdowns (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "60", .appeal = "A", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE },
    { REQ, "2024", "20", .appeal = "A", .category = "Food", .level = NIDA_LEVEL_OBJECTIVE },
    { REQ, "2024", "50", .appeal = "A", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE, .source = 2 },
    { REQ, "2024", "9", .appeal = "A", .category = "Mines", .level = NIDA_LEVEL_OBJECTIVE, .source = 2 },
    { REQ, "2024", "1", .appeal = "B", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE },
    { REQ, "2024", "2", .appeal = "B", .category = "Food", .level = NIDA_LEVEL_OBJECTIVE, .source = 2 },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REQUIREMENT), "appeal");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  /* the larger of two that share a category; both where they complement each other */
  test_assert_value (test_cell (cube, "A"), NIDA_MEASURE_REQUIREMENT, "80");
  test_assert_value (test_cell (cube, "B"), NIDA_MEASURE_REQUIREMENT, "3");
  test_assert_aside (cube, NIDA_ASIDE_OTHER_LEVEL, "2 rows, 59, left out");
}

/* One file states what plans require, another what they were given: neither takes the other's place. */
static void
test_sides (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "100", .appeal = "A", .country = "X", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2024", "90", .appeal = "A", .country = "X", .level = NIDA_LEVEL_APPEAL, .source = 2 },
    { REP, "2024", "40", .appeal = "A", .country = "X", .level = NIDA_LEVEL_APPEAL, .source = 2 },
    { REP, "2024", "7", .appeal = "B", .country = "X", .level = NIDA_LEVEL_APPEAL, .source = 2 },
    { REQ, "2024", "10", .appeal = "B", .country = "X", .level = NIDA_LEVEL_APPEAL },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REQUIREMENT) | MEASURE (REPORTED) | MEASURE (GAP), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REQUIREMENT, "110");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REPORTED, "47");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_GAP, "63");
  test_assert_aside (cube, NIDA_ASIDE_OTHER_LEVEL, "1 rows, 90, left out");
}

/* A regional plan, whole in one file and by country in another. */
static void
test_regional (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "100", .appeal = "R", .country = "X, Y", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2024", "60", .appeal = "R", .country = "X", .level = NIDA_LEVEL_APPEAL, .source = 2 },
    { REQ, "2024", "30", .appeal = "R", .country = "Y", .level = NIDA_LEVEL_APPEAL, .source = 2 },
    { REP, "2024", "20", .appeal = "R", .country = "Y", .level = NIDA_LEVEL_APPEAL, .source = 2 },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REQUIREMENT) | MEASURE (REPORTED) | MEASURE (GAP), "country");
  g_autoptr (NidaQuery) whole = test_query (MEASURE (REQUIREMENT) | MEASURE (REPORTED) | MEASURE (GAP), NULL);
  g_autoptr (NidaQuery) chosen = test_query (MEASURE (REQUIREMENT), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);
  g_autoptr (NidaCube) total = test_ask (engine, whole);
  g_autoptr (NidaCube) of_x = NULL;

  nida_query_add_filter (chosen, NIDA_FIELD_COUNTRY, "X");
  of_x = test_ask (engine, chosen);
  test_assert_value (nida_cube_get_total (total), NIDA_MEASURE_REQUIREMENT, "100");
  test_assert_value (nida_cube_get_total (total), NIDA_MEASURE_REPORTED, "20");
  test_assert_value (nida_cube_get_total (total), NIDA_MEASURE_GAP, "80");
  test_assert_value (test_cell (cube, "X"), NIDA_MEASURE_REQUIREMENT, "60");
  test_assert_value (test_cell (cube, "Y"), NIDA_MEASURE_REPORTED, "20");
  test_assert_value (nida_cube_get_total (of_x), NIDA_MEASURE_REQUIREMENT, "60");
}

/* The same by region, whether the countries lie in one or in several. */
static void
test_regions (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "100", .appeal = "R", .country = "SYR, SDN", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2024", "60", .appeal = "R", .country = "SYR", .level = NIDA_LEVEL_APPEAL, .source = 2 },
    { REQ, "2024", "30", .appeal = "R", .country = "SDN", .level = NIDA_LEVEL_APPEAL, .source = 2 },
    { REQ, "2024", "7", .appeal = "S", .country = "SYR, TUR", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2024", "1", .appeal = "S", .country = "TUR", .level = NIDA_LEVEL_APPEAL, .source = 2 },
    { REQ, "2024", "5", .appeal = "S", .country = "SYR", .level = NIDA_LEVEL_APPEAL, .source = 2 },
    { REQ, "2024", "9", .appeal = "T", .country = "SDN, SYR", .level = NIDA_LEVEL_APPEAL },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REQUIREMENT), "region"), chosen = test_query (MEASURE (REQUIREMENT), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query), of_africa = NULL;

  nida_query_add_filter (chosen, NIDA_FIELD_REGION, "Northern Africa");
  of_africa = test_ask (engine, chosen);
  test_assert_value (test_cell (cube, "Western Asia"), NIDA_MEASURE_REQUIREMENT, "66");
  test_assert_value (test_cell (cube, "Northern Africa"), NIDA_MEASURE_REQUIREMENT, "30");
  test_assert_value (test_cell (cube, "Multiple (2)"), NIDA_MEASURE_REQUIREMENT, "9");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REQUIREMENT, "116");
  test_assert_value (nida_cube_get_total (of_africa), NIDA_MEASURE_REQUIREMENT, "39");
}

static void
test_without_appeal (void)
{
  static const TestRow rows[] = {
    { REP, "2024", "10", .country = "X", .appeal = "Not specified", .level = NIDA_LEVEL_APPEAL },
    { REP, "2024", "20", .country = "Y", .level = NIDA_LEVEL_APPEAL },
    { REP, "2009..2023", "70", "Kuwait", "IOM" },
    { REP, "2024", "1", "Kuwait", "IOM", "Health" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REPORTED), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REPORTED, "101");
  test_assert_aside (cube, NIDA_ASIDE_OTHER_LEVEL, "none");
}

static void
test_country_level (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "100", .appeal = "R", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2024", "55", .appeal = "R", .country = "X", .level = NIDA_LEVEL_COUNTRY },
    { REQ, "2024", "44", .appeal = "R", .country = "Y", .level = NIDA_LEVEL_COUNTRY },
    { REQ, "2024", "5", .appeal = "S", .country = "X", .level = NIDA_LEVEL_COUNTRY },
    { REQ, "2024", "6", .appeal = "S", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REQUIREMENT), "country");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (test_cell (cube, "X"), NIDA_MEASURE_REQUIREMENT, "60");
  test_assert_value (test_cell (cube, "Y"), NIDA_MEASURE_REQUIREMENT, "44");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REQUIREMENT, "106");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/levels/total/coarsest-and-groups-matching", test_coarsest);
  g_test_add_func ("/levels/plan/is-an-appeal-and-its-years", test_years_and_countries);
  g_test_add_func ("/levels/breakdowns/the-larger-counts", test_breakdowns);
  g_test_add_func ("/levels/sources/requirement-alone-hides-no-funding", test_sides);
  g_test_add_func ("/levels/regional/whole-in-one-file-by-country-in-another", test_regional);
  g_test_add_func ("/levels/regions/add-up-countries", test_regions);
  g_test_add_func ("/levels/without-appeal/rows-are-added", test_without_appeal);
  g_test_add_func ("/levels/country/when-grouped-by-it", test_country_level);
  return g_test_run ();
}
