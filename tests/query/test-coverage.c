/* Coverage and gap per plan: what each plan's money is, and what is outside. */
#include "fixture.h"

#define REQ NIDA_KIND_REQUIREMENT
#define REP NIDA_KIND_REPORTED
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
test_reported (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "300", .appeal = "A", .country = "X", .level = NIDA_LEVEL_APPEAL },
    { REP, "2024", "100", .appeal = "A", .country = "X", .level = NIDA_LEVEL_APPEAL },
    { REP, "2024", "50", .appeal = "A", .country = "Y", .level = NIDA_LEVEL_APPEAL },       /* no requirement there */
    { REQ, "2024", "100", .appeal = "B", .country = "X", .level = NIDA_LEVEL_APPEAL },
    { REP, "2024", "110", .appeal = "B", .country = "X", .level = NIDA_LEVEL_APPEAL },      /* over-funded */
    { REP, "2024", "7", .appeal = "C", .country = "X", .level = NIDA_LEVEL_APPEAL },        /* a plan without a requirement */
    { REP, "2024", "9", .country = "X", .level = NIDA_LEVEL_APPEAL },                       /* no plan */
    { PAID, "2024", "90", .appeal = "A", INCOMING },                                        /* part of what is reported */
    { PAID, "2024", "2", .appeal = "C", INCOMING },
    { PAID, "2024", "3", INCOMING },
    { REQ, "2023", "0", .appeal = "B", .level = NIDA_LEVEL_APPEAL },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (PLANS, "appeal");
  g_autoptr (NidaQuery) by_country = test_query (PLANS, "country");
  g_autoptr (NidaCube) cube = test_ask (engine, query);
  g_autoptr (NidaCube) countries = test_ask (engine, by_country);

  g_assert_cmpint (nida_cube_get_rule (cube), ==, NIDA_RULE_BOUNDARY);
  assert_cover (test_cell (cube, "A"), "150", "500000");
  assert_cover (test_cell (cube, "B"), "-10", "1100000");
  assert_cover (nida_cube_get_total (cube), "140", "650000");
  test_assert_aside (cube, NIDA_ASIDE_OUTSIDE_APPEALS, "2 rows, 16, left out");
  /* country Y has no requirement of its own: its 50 count at the plan alone */
  assert_cover (test_cell (countries, "X"), "190", "525000");
  g_assert_null (test_cell (countries, "Y"));
  assert_cover (nida_cube_get_total (countries), "140", "650000");
  test_assert_aside (countries, NIDA_ASIDE_NO_REQUIREMENT, "1 rows, 50, counted");
  test_assert_aside (cube, NIDA_ASIDE_NO_REQUIREMENT, "none");
}

static void
test_categories (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "100", .appeal = "A", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2024", "60", .appeal = "A", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE },
    { REQ, "2024", "40", .appeal = "A", .category = "Food", .level = NIDA_LEVEL_OBJECTIVE },
    { REQ, "2024", "50", .appeal = "B", .level = NIDA_LEVEL_APPEAL },
    { PAID, "2024", "15", .appeal = "A", .category = "Health" },
    { PAID, "2024", "10", .appeal = "A", .category = "Mines" },                 /* counts at the plan alone */
    { PAID, "2024", "4", .appeal = "A" },
    { PAID, "2024", "25", .appeal = "B", .category = "Health" },                /* its plan knows no categories */
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (PLANS, "category");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  assert_cover (test_cell (cube, "Health"), "45", "250000");
  assert_cover (test_cell (cube, "Food"), "40", "0");
  assert_cover (test_cell (cube, ""), "25", "500000");
  g_assert_null (test_cell (cube, "Mines"));
  assert_cover (nida_cube_get_total (cube), "96", "360000");
  test_assert_aside (cube, NIDA_ASIDE_NOT_SPECIFIED, "1 rows, 4, counted");
  test_assert_aside (cube, NIDA_ASIDE_NO_REQUIREMENT, "1 rows, 10, counted");
}

/* What is reported of a whole plan is no category's: groups and what is named beside are the total. */
static void
test_whole_reported (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "110", .appeal = "A", .level = NIDA_LEVEL_APPEAL },
    { REQ, "2024", "60", .appeal = "A", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE },
    { REQ, "2024", "50", .appeal = "A", .category = "Food", .level = NIDA_LEVEL_OBJECTIVE },
    { REP, "2024", "30", .appeal = "A", .level = NIDA_LEVEL_APPEAL },
    { PAID, "2024", "15", .appeal = "A", .category = "Health" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (PLANS, "category");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  assert_cover (test_cell (cube, "Health"), "45", "250000");
  assert_cover (test_cell (cube, "Food"), "50", "0");
  assert_cover (nida_cube_get_total (cube), "80", "272727");
  test_assert_aside (cube, NIDA_ASIDE_NO_REQUIREMENT, "1 rows, 15, counted");
}

static void
test_absent (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "100", .appeal = "A", .category = "Health", .level = NIDA_LEVEL_OBJECTIVE },
    { PAID, "2024", "5", .donor = "Kuwait" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (PLANS | MEASURE (REQUIREMENT), "category");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  /* no funding figure is known for any plan: absent is not zero */
  test_assert_value (test_cell (cube, "Health"), NIDA_MEASURE_REQUIREMENT, "100");
  assert_cover (test_cell (cube, "Health"), "-", "-");
  assert_cover (nida_cube_get_total (cube), "-", "-");
  test_assert_aside (cube, NIDA_ASIDE_OUTSIDE_APPEALS, "1 rows, 5, left out");
}

static void
test_no_requirement (void)
{
  static const TestRow rows[] = { { PAID, "2024", "5", .appeal = "A" } };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (PLANS, NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  assert_cover (nida_cube_get_total (cube), "-", "-");
  g_assert_cmpuint (nida_cube_get_n_cells (cube), ==, 1);
  g_assert_false (nida_cube_has_kind (cube, REQ));
}

static void
test_half_to_even (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "2000000", .appeal = "A" }, { REP, "2024", "1", .appeal = "A" },
    { REQ, "2024", "2000000", .appeal = "B" }, { REP, "2024", "3", .appeal = "B" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (PLANS, "appeal");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  assert_cover (test_cell (cube, "A"), "1999999", "0");
  assert_cover (test_cell (cube, "B"), "1999997", "2");
}

/* Asked together, each measure has its own rule. */
static void
test_together (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "100", .appeal = "A" },
    { PAID, "2024", "10", .appeal = "A", INCOMING },
    { PAID, "2024", "20", .appeal = "A", .boundary = NIDA_BOUNDARY_OUTGOING, .on = NIDA_ON_BOUNDARY_SINGLE },
    { PAID, "2024", "40", .appeal = "A", .boundary = NIDA_BOUNDARY_INTERNAL },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (PLANS | MEASURE (RECEIVED), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);
  g_autoptr (NidaCube) distinct = NULL;

  g_assert_cmpint (nida_cube_get_rule (cube), ==, NIDA_RULE_DISTINCT);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "30");
  assert_cover (nida_cube_get_total (cube), "90", "100000");
  test_assert_aside (cube, NIDA_ASIDE_INTERNAL, "1 rows, 40, left out");
  test_assert_aside (cube, NIDA_ASIDE_OUTGOING, "none");
  query->rule = NIDA_RULE_DISTINCT;
  distinct = test_ask (engine, query);
  assert_cover (nida_cube_get_total (distinct), "70", "300000");
}

/* What a plan got is not known where no rate is: that is no share of 0 %. What is known of others stays, and a sum is of what is known. */
static void
test_without_rate (void)
{
  static const TestRow rows[] = {
    { REQ, "2024", "100", .appeal = "A", .category = "Food" },
    { PAID, "2024", "90", .appeal = "A", .category = "Food", .currency = "XTS" },
    { REQ, "2024", "200", .appeal = "B", .category = "Food" },
    { PAID, "2024", "50", .appeal = "B", .category = "Food" },
    { PAID, "2024", "70", .appeal = "B", .category = "Food", .currency = "XTS" },
    { REQ, "2024", "300", .appeal = "C", .category = "Food" },
    { REP, "2024", "10", .appeal = "C", .category = "Food", .currency = "XTS" },
    { REQ, "2024", "400", .appeal = "D", .category = "Health" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows), alone = test_engine (rows, 2);
  g_autoptr (NidaQuery) query = test_query (PLANS, "appeal"), by_both = test_query (PLANS, "category,year");
  g_autoptr (NidaCube) cube = test_ask (engine, query), categories = test_ask (engine, by_both), nothing = test_ask (alone, query);

  assert_cover (test_cell (cube, "A"), "-", "-");
  assert_cover (test_cell (cube, "B"), "150", "250000");
  assert_cover (test_cell (cube, "C"), "-", "-");
  assert_cover (test_cell (cube, "D"), "400", "0");       /* nobody gave anything */
  assert_cover (nida_cube_get_total (cube), "950", "50000");
  assert_cover (test_cell (categories, "Food|2024"), "550", "83333");
  assert_cover (test_cell (categories, "Health|2024"), "400", "0");
  assert_cover (test_cell (nothing, "A"), "-", "-");
  assert_cover (nida_cube_get_total (nothing), "-", "-");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/reported/a-plan-brings-all-its-money", test_reported);
  g_test_add_func ("/coverage/categories/cells-without-a-requirement-have-no-gap", test_categories);
  g_test_add_func ("/coverage/whole-reported/groups-and-the-rest-are-the-total", test_whole_reported);
  g_test_add_func ("/coverage/absent/is-not-zero", test_absent);
  g_test_add_func ("/coverage/no-requirement/nothing-to-say", test_no_requirement);
  g_test_add_func ("/coverage/without-a-rate/is-no-figure", test_without_rate);
  g_test_add_func ("/coverage/ratio/half-to-even", test_half_to_even);
  g_test_add_func ("/coverage/together/each-measure-has-its-rule", test_together);
  return g_test_run ();
}
