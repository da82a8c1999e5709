/* The upper bound of money that stands twice. */
#include "fixture.h"

#define PAID NIDA_KIND_PAID

static void
assert_most (const TestRow *rows,
             guint          n,
             const char    *expected)
{
  g_autoptr (NidaLocalEngine) engine = test_engine (rows, n);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_aside (cube, NIDA_ASIDE_PASSED_ON_MOST, expected);
}

static void
test_chain (void)
{
  static const TestRow rows[] = {
    { PAID, "2024", "100", "Kuwait", "Fund" },
    { PAID, "2024", "30", "Fund", "IOM" },
    { PAID, "2024", "5", "IOM", "Local" },
    { NIDA_KIND_PLEDGE, "2024", "50", "Local", "Nobody" },
  };

  assert_most (rows, G_N_ELEMENTS (rows), "2 rows, 35, counted");
  assert_most (rows, 1, "none");
}

static void
test_itself (void)
{
  static const TestRow rows[] = {
    { PAID, "2024", "7", "Fund", "Fund" },
    { PAID, "2024", "2", "Fund", "IOM" },
    { PAID, "2024", "1", "Kuwait", "Fund" },
  };

  /* a flow to itself is no other flow, but it lets what follows be passed on */
  assert_most (rows, 1, "none");
  assert_most (rows, 2, "1 rows, 2, counted");
  assert_most (rows, 3, "2 rows, 9, counted");
}

static void
test_boundary (void)
{
  static const TestRow rows[] = { { PAID, "2024", "100", "Kuwait", "Fund" }, { PAID, "2024", "30", "Fund", "IOM" } };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (NidaCube) cube = NULL;

  query->rule = NIDA_RULE_BOUNDARY;
  cube = test_ask (engine, query);
  test_assert_aside (cube, NIDA_ASIDE_PASSED_ON_MOST, "none");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/passed-on/chain/what-recipients-gave", test_chain);
  g_test_add_func ("/passed-on/itself/is-no-other-flow", test_itself);
  g_test_add_func ("/passed-on/boundary/does-not-ask", test_boundary);
  return g_test_run ();
}
