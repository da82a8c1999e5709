/* Events and totals come out whole, with what the rows add up to beside them. */
#include "fixture.h"

static const TestRow rows[] = {
  /* 0 */ { NIDA_KIND_STATED, "2024", "7900", .recipient = "IOM", .appeal = "Appeal 2024", .level = NIDA_LEVEL_APPEAL },
  /* 1 */ { NIDA_KIND_REQUIREMENT, "2024", "3400", .appeal = "Appeal 2024", .recipient = "IOM", .category = "Lives" },
  /* 2 */ { NIDA_KIND_REQUIREMENT, "2024", "4463", .appeal = "Appeal 2024", .recipient = "IOM", .category = "Solutions" },
  /* 3 */ { NIDA_KIND_REPORTED, "2009..2023", "70", "Kuwait", "IOM" },
  /* 4 */ { NIDA_KIND_PAID, "2015", "20", "Kuwait", "IOM" },
  /* 5 */ { NIDA_KIND_COMMITMENT, "2018-07-09", "10", "Kuwait", "IOM" },
  /* 6 */ { NIDA_KIND_PLEDGE, "2019", "3", "Kuwait", "IOM" },
  /* 7 */ { NIDA_KIND_PAID, "2024", "5", "Kuwait", "IOM" },
  /* 8 */ { NIDA_KIND_PAID, "2015", "6", "Kuwait", "WFP" },
  /* 9 */ { NIDA_KIND_EVENT, NULL, NULL, .text = "Referral system" },
  /* 10 */ { NIDA_KIND_EVENT, "2023-02-06", NULL, .text = "Earthquakes", .basis = "implied by the report" },
  /* 11 */ { NIDA_KIND_INDICATOR, "2023", "3", .category = "Tier", .currency = "XXX", .text = "Tier 2 Watch List" },
  /* 12 */ { NIDA_KIND_REPORTED, "2030", "1", "Qatar" },
};

static NidaCube *
ask (guint kinds)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), NULL);

  query->fact_kinds = kinds;
  return test_ask (engine, query);
}

static void
test_order (void)
{
  g_autoptr (NidaCube) cube = ask (NIDA_KIND_BIT (NIDA_KIND_EVENT) | NIDA_KIND_BIT (NIDA_KIND_INDICATOR));
  gint32 first, last;

  g_assert_cmpuint (nida_cube_get_n_facts (cube), ==, 3);
  g_assert_cmpuint (nida_cube_get_fact (cube, 0)->row, ==, 11);
  g_assert_cmpint (nida_cube_get_fact (cube, 0)->amount, ==, 3000);
  g_assert_cmpstr (nida_cube_get_fact (cube, 0)->category, ==, "Tier");
  g_assert_cmpstr (nida_cube_get_fact (cube, 1)->text, ==, "Earthquakes");
  g_assert_true (nida_cube_get_fact (cube, 1)->implied);
  g_assert_true (nida_cube_get_fact (cube, 1)->amount == NIDA_MONEY_NONE);
  g_assert_cmpstr (nida_cube_get_fact (cube, 2)->text, ==, "Referral system");
  g_assert_false (nida_cube_get_fact (cube, 2)->implied);
  g_assert_true (nida_cube_get_extent (cube, &first, &last));
  g_assert_cmpint (first, ==, nida_days_from_civil (2015, 1, 1));
  g_assert_cmpint (last, ==, nida_days_from_civil (2024, 12, 31));
}

static void
test_computed (void)
{
  g_autoptr (NidaCube) cube = ask (NIDA_KIND_BIT (NIDA_KIND_STATED) | NIDA_KIND_BIT (NIDA_KIND_REPORTED));
  const NidaFact *fact;

  g_assert_cmpuint (nida_cube_get_n_facts (cube), ==, 3);
  fact = nida_cube_get_fact (cube, 0);
  g_assert_cmpint (fact->kind, ==, NIDA_KIND_REPORTED);
  g_assert_cmpint (fact->computed, ==, 30000);     /* not the pledge, not 2024, not what WFP received */
  g_assert_cmpuint (fact->computed_rows, ==, 2);
  fact = nida_cube_get_fact (cube, 1);
  g_assert_cmpint (fact->kind, ==, NIDA_KIND_STATED);
  g_assert_cmpint (fact->amount, ==, 7900000);
  g_assert_cmpint (fact->computed, ==, 7863000);
  fact = nida_cube_get_fact (cube, 2);
  g_assert_true (fact->computed == NIDA_MONEY_NONE);
  g_assert_cmpuint (fact->computed_rows, ==, 0);
}

static void
test_none (void)
{
  g_autoptr (NidaCube) cube = ask (0);

  g_assert_cmpuint (nida_cube_get_n_facts (cube), ==, 0);
  g_assert_true (nida_cube_has_kind (cube, NIDA_KIND_EVENT));
  g_assert_false (nida_cube_has_kind (cube, NIDA_KIND_GOAL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/order/by-time-undated-last", test_order);
  g_test_add_func ("/facts/computed/beside-what-was-stated", test_computed);
  g_test_add_func ("/facts/none/unless-asked", test_none);
  return g_test_run ();
}
