/* Money without a rate is not known, which is neither zero nor absent. */
#include "fixture.h"

static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2023-05-05", "0.5", "Kuwait", .country = "Iraq" },
  { NIDA_KIND_PAID, "2024-05-05", "2", "Kuwait", .country = "Iraq", .currency = "KWD" },
  { NIDA_KIND_PAID, "2024-05-05", "2", "Kuwait", .country = "Yemen" },
  { NIDA_KIND_COMMITMENT, "2024-04-05", "2", "EU", .country = "Yemen", .currency = "EUR" },
  { NIDA_KIND_PAID, "2024-04-05", "3", "EU", .country = "Sudan", .currency = "EUR" },
  { NIDA_KIND_PAID, "2024-04-05", "1", "EU", .country = "Sudan" },
  { NIDA_KIND_PAID, "2024-04-06", "-1", "EU", .country = "Sudan" },
};

static void
test_group_is_unknown (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED) | MEASURE (COUNT), "donor,country");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (test_cell (cube, "EU|Yemen"), NIDA_MEASURE_RECEIVED, "-");
  test_assert_value (test_cell (cube, "EU|Yemen"), NIDA_MEASURE_COUNT, "1");
  test_assert_value (test_cell (cube, "Kuwait|Yemen"), NIDA_MEASURE_RECEIVED, "2");
  g_assert_cmphex (test_cell (cube, "EU|Yemen")->unknown, ==, MEASURE (RECEIVED));
  g_assert_cmphex (test_cell (cube, "Kuwait|Iraq")->unknown, ==, 0);
}

static void
test_part_is_known (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "country");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (test_cell (cube, "Iraq"), NIDA_MEASURE_RECEIVED, "0.5");
  test_assert_value (test_cell (cube, "Yemen"), NIDA_MEASURE_RECEIVED, "2");
  test_assert_value (test_cell (cube, "Sudan"), NIDA_MEASURE_RECEIVED, "0");
}

static void
test_each_measure (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED) | MEASURE (PAID) | MEASURE (COMMITTED), "donor");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (test_cell (cube, "EU"), NIDA_MEASURE_PAID, "0");
  test_assert_value (test_cell (cube, "EU"), NIDA_MEASURE_COMMITTED, "-");
  test_assert_value (test_cell (cube, "EU"), NIDA_MEASURE_RECEIVED, "0");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_COMMITTED, "-");
}

/* The years of what was summed by country and year before are added up from its groups. */
static void
test_coarser_question (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) fine = test_query (MEASURE (RECEIVED), "country,year");
  g_autoptr (NidaQuery) coarse = test_query (MEASURE (RECEIVED), "year");
  g_autoptr (NidaQuery) iraq = nida_query_copy (coarse);
  g_autoptr (NidaCube) by_country = test_ask (engine, fine), by_year = test_ask (engine, coarse);
  g_autoptr (NidaCube) of_iraq = NULL;

  test_assert_value (test_cell (by_country, "Iraq|2023"), NIDA_MEASURE_RECEIVED, "0.5");
  test_assert_value (test_cell (by_country, "Iraq|2024"), NIDA_MEASURE_RECEIVED, "-");
  test_assert_value (test_cell (by_year, "2024"), NIDA_MEASURE_RECEIVED, "2");
  nida_query_add_filter (iraq, NIDA_FIELD_COUNTRY, "Iraq");
  of_iraq = test_ask (engine, iraq);
  test_assert_value (test_cell (of_iraq, "2024"), NIDA_MEASURE_RECEIVED, "-");
  test_assert_value (nida_cube_get_total (of_iraq), NIDA_MEASURE_RECEIVED, "0.5");
}

/* What is said beside a sum counts what is in it, a flow of several rows once. */
static void
test_unvalued (void)
{
  static const TestRow flows[] = {
    { NIDA_KIND_PAID, "2024-01-05", "1", "EU", .id = "a" },
    { NIDA_KIND_PAID, "2024-02-05", "3", "Kuwait", .id = "b" },
    { NIDA_KIND_PAID, "2024-02-06", "4", "EU", .id = "c", .currency = "XAU" },
    { NIDA_KIND_COMMITMENT, "2024-02-07", "4", "EU", .id = "d", .currency = "XAU" },
    { NIDA_KIND_PAID, "2024-02-08", "4", "Qatar", .id = "e", .currency = "XAU" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (flows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "donor"), whole = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query), all = test_ask (engine, whole);

  g_assert_cmpuint (test_cell (cube, "EU")->flows, ==, 3);
  g_assert_cmpuint (test_cell (cube, "EU")->unvalued, ==, 2);
  g_assert_cmpuint (test_cell (cube, "Kuwait")->unvalued, ==, 0);
  g_assert_cmpuint (nida_cube_get_total (cube)->unvalued, ==, 3);
  g_assert_cmpuint (nida_cube_get_total (all)->unvalued, ==, 3);
  g_assert_cmpuint (nida_flows_summed (3, 2), ==, 1);
  g_assert_cmpuint (nida_flows_summed (1, 1), ==, 1);      /* no figure: what has none is still there */
}

static void
test_requirement (void)
{
  static const TestRow plans[] = {
    { NIDA_KIND_REQUIREMENT, "2024", "8", .appeal = "Yemen 2024", .currency = "EUR" },
    { NIDA_KIND_REQUIREMENT, "2024", "4", .appeal = "Sudan 2024" },
    { NIDA_KIND_PAID, "2024-04-05", "1", "EU", .appeal = "Yemen 2024" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (plans);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED) | MEASURE (REQUIREMENT), "appeal");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (test_cell (cube, "Yemen 2024"), NIDA_MEASURE_REQUIREMENT, "-");
  test_assert_value (test_cell (cube, "Yemen 2024"), NIDA_MEASURE_RECEIVED, "1");
  test_assert_value (test_cell (cube, "Sudan 2024"), NIDA_MEASURE_REQUIREMENT, "4");
}

/* Of a share either part may lack a rate; a plan of which nothing at all came is known to lack all of it. */
static void
test_coverage (void)
{
  static const TestRow plans[] = {
    { NIDA_KIND_REQUIREMENT, "2024", "8", .appeal = "Yemen", .currency = "EUR" },
    { NIDA_KIND_PAID, "2024-04-05", "1", "EU", .appeal = "Yemen" },
    { NIDA_KIND_REQUIREMENT, "2024", "4", .appeal = "Sudan" },
    { NIDA_KIND_PAID, "2024-04-05", "1", "EU", .appeal = "Sudan", .currency = "EUR" },
    { NIDA_KIND_REQUIREMENT, "2024", "4", .appeal = "Iraq" },
    { NIDA_KIND_REQUIREMENT, "2024", "4", .appeal = "Libya" },
    { NIDA_KIND_PAID, "2024-04-05", "1", "EU", .appeal = "Libya" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (plans);
  g_autoptr (NidaQuery) query = test_query (MEASURE (COVERAGE) | MEASURE (GAP) | MEASURE (REQUIREMENT), "appeal");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  g_assert_cmphex (test_cell (cube, "Yemen")->unknown, ==, MEASURE (COVERAGE) | MEASURE (GAP) | MEASURE (REQUIREMENT));
  g_assert_cmphex (test_cell (cube, "Sudan")->unknown, ==, MEASURE (COVERAGE) | MEASURE (GAP));
  g_assert_cmphex (test_cell (cube, "Iraq")->unknown, ==, 0);
  g_assert_cmphex (test_cell (cube, "Libya")->unknown, ==, 0);
  test_assert_value (test_cell (cube, "Iraq"), NIDA_MEASURE_GAP, "4");
  g_assert_cmphex (nida_cube_get_total (cube)->unknown, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answer-unknown/money-without-a-rate/group-has-no-figure", test_group_is_unknown);
  g_test_add_func ("/answer-unknown/money-without-a-rate/beside-other-money-adds-nothing", test_part_is_known);
  g_test_add_func ("/answer-unknown/money-without-a-rate/each-measure-by-itself", test_each_measure);
  g_test_add_func ("/answer-unknown/money-without-a-rate/is-no-zero-in-coarser-groups", test_coarser_question);
  g_test_add_func ("/answer-unknown/money-without-a-rate/is-counted-apart", test_unvalued);
  g_test_add_func ("/answer-unknown/requirement-without-a-rate/has-no-figure", test_requirement);
  g_test_add_func ("/answer-unknown/coverage/says-that-only-a-rate-is-missing", test_coverage);
  return g_test_run ();
}
