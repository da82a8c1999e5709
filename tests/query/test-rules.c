/* What counts as received, by rule, source and direction. */
#include "fixture.h"

#define PAID NIDA_KIND_PAID
#define COMMITTED NIDA_KIND_COMMITMENT
#define PLEDGE NIDA_KIND_PLEDGE
#define IN_SINGLE .boundary = NIDA_BOUNDARY_INCOMING, .on = NIDA_ON_BOUNDARY_SINGLE
#define IN_SHARED .boundary = NIDA_BOUNDARY_INCOMING, .on = NIDA_ON_BOUNDARY_SHARED
#define OUT_SINGLE .boundary = NIDA_BOUNDARY_OUTGOING, .on = NIDA_ON_BOUNDARY_SINGLE
#define INTERNAL .boundary = NIDA_BOUNDARY_INTERNAL, .on = NIDA_ON_BOUNDARY_SINGLE

#define FLOWS (MEASURE (RECEIVED) | MEASURE (PLEDGED) | MEASURE (COMMITTED) | MEASURE (PAID) | MEASURE (COUNT))

static const TestRow flows[] = {
  { PAID, "2024", "1", .id = "a", IN_SINGLE },
  { PAID, "2024", "1", .id = "a", OUT_SINGLE },           /* the same flow seen from elsewhere */
  { COMMITTED, "2024", "2", .id = "b", OUT_SINGLE },
  { PAID, "2024", "4", .id = "c", IN_SHARED },
  { PAID, "2024", "8", .id = "d", INTERNAL },
  { PAID, "2024", "16", .id = "e", IN_SINGLE },
  { PAID, "2024", "16", .id = "e", INTERNAL },
  { PLEDGE, "2024", "32", .id = "f", IN_SINGLE },
  { PLEDGE, "2024", "64", .id = "g", INTERNAL },
  { PAID, "2024", "128", .id = "h" },                     /* says nothing of a boundary */
  { NIDA_KIND_EVENT, "2024", "256", .id = "i" },
  { NIDA_KIND_REQUIREMENT, "2024", "512", .id = "j" },
};

static void
test_distinct (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (flows);
  g_autoptr (NidaQuery) query = test_query (FLOWS, NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);
  const NidaCubeCell *total = nida_cube_get_total (cube);

  test_assert_value (total, NIDA_MEASURE_RECEIVED, "135");
  test_assert_value (total, NIDA_MEASURE_PLEDGED, "32");
  test_assert_value (total, NIDA_MEASURE_COMMITTED, "2");
  test_assert_value (total, NIDA_MEASURE_PAID, "133");
  test_assert_value (total, NIDA_MEASURE_COUNT, "5");
  test_assert_value (total, NIDA_MEASURE_REQUIREMENT, "-");
  test_assert_aside (cube, NIDA_ASIDE_INTERNAL, "3 rows, 88, left out");
}

static void
test_boundary (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (flows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED) | MEASURE (COUNT), NULL);
  g_autoptr (NidaCube) cube = NULL;

  query->rule = NIDA_RULE_BOUNDARY;
  cube = test_ask (engine, query);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "145");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_COUNT, "3");
  test_assert_aside (cube, NIDA_ASIDE_SHARED, "1 rows, 4, left out");
  test_assert_aside (cube, NIDA_ASIDE_OUTGOING, "1 rows, 2, left out");
  test_assert_aside (cube, NIDA_ASIDE_INTERNAL_BESIDE, "1 rows, 8, left out");
  test_assert_aside (cube, NIDA_ASIDE_PLEDGES, "1 rows, 32, left out");
}

static void
assert_filtered (NidaLocalEngine *engine,
                 NidaRule         rule,
                 const char      *boundary,
                 const char      *on,
                 const char      *received)
{
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (NidaCube) cube = NULL;

  query->rule = rule;
  if (boundary != NULL)
    nida_query_add_filter (query, NIDA_FIELD_BOUNDARY, boundary);
  if (on != NULL)
    nida_query_add_filter (query, NIDA_FIELD_ON_BOUNDARY, on);
  cube = test_ask (engine, query);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, received);
}

static void
test_explicit (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (flows);

  /* a filter replaces that part of the rule */
  assert_filtered (engine, NIDA_RULE_DISTINCT, "internal", NULL, "24");
  assert_filtered (engine, NIDA_RULE_DISTINCT, NULL, "single", "3");
  assert_filtered (engine, NIDA_RULE_BOUNDARY, "outgoing", NULL, "3");
  assert_filtered (engine, NIDA_RULE_BOUNDARY, NULL, "shared", "4");
  assert_filtered (engine, NIDA_RULE_BOUNDARY, "incoming", "shared", "4");
  assert_filtered (engine, NIDA_RULE_BOUNDARY, "internal", "single", "24");
}

static void
test_kind_filter (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (flows);
  g_autoptr (NidaQuery) query = test_query (FLOWS, NULL);
  g_autoptr (NidaCube) cube = NULL;

  nida_query_add_filter (query, NIDA_FIELD_KIND, "commitment");
  cube = test_ask (engine, query);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "2");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_PAID, "0");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_COUNT, "1");
}

/* A grant awarded and disbursed: one flow, and the commitment is not added to its own disbursement. */
static void
test_disbursed (void)
{
  static const TestRow rows[] = {
    { COMMITTED, "2024", "100", .id = "grant-1", .source = 1, .category = "A" },
    { PAID, "2024", "60", .id = "grant-1", .source = 1, .category = "A" },
    { PAID, "2024", "30", .id = "grant-2", .source = 1, .category = "B" },
    { COMMITTED, "2024", "1", .id = "x", .source = 0, .category = "A" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (FLOWS, "category");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "91");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_COMMITTED, "101");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_COUNT, "3");
  g_assert_cmpuint (nida_cube_get_total (cube)->flows, ==, 3);
  test_assert_value (test_cell (cube, "A"), NIDA_MEASURE_COUNT, "2");
  test_assert_value (test_cell (cube, "B"), NIDA_MEASURE_COUNT, "1");
}

static void
test_commitment_aside (void)
{
  static const TestRow rows[] = {
    { COMMITTED, "2024", "100", .id = "1", .source = 1 },
    { PAID, "2024", "60", .id = "2", .source = 1 },
  };
  g_autoptr (NidaLocalEngine) paid = TEST_ENGINE (rows);
  g_autoptr (NidaLocalEngine) unpaid = test_engine (rows, 1);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (NidaCube) with = test_ask (paid, query);
  g_autoptr (NidaCube) without = test_ask (unpaid, query);

  test_assert_value (nida_cube_get_total (with), NIDA_MEASURE_RECEIVED, "60");
  test_assert_aside (with, NIDA_ASIDE_COMMITMENT_OF_PAID, "1 rows, 100, left out");
  /* where a source has no payments at all, what is committed counts, and it says so */
  test_assert_value (nida_cube_get_total (without), NIDA_MEASURE_RECEIVED, "100");
  test_assert_aside (without, NIDA_ASIDE_COMMITMENT_OF_PAID, "1 rows, 100, counted");
}

static void
test_direction (void)
{
  static const TestRow rows[] = {
    { PAID, "2024", "1", .category = "A", .direction = NIDA_DIRECTION_INCOMING },
    { PAID, "2024", "2", .category = "A", .direction = NIDA_DIRECTION_OUTGOING },
    { PAID, "2024", "4", .category = "B", .direction = NIDA_DIRECTION_INCOMING },
    { PAID, "2024", "8", .category = "B" },
    { PLEDGE, "2024", "16", .category = "B", .direction = NIDA_DIRECTION_OUTGOING },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (NidaCube) outgoing = test_ask (engine, query);
  g_autoptr (NidaQuery) only_b = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (NidaQuery) wanted = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (NidaCube) incoming = NULL;
  g_autoptr (NidaCube) filtered = NULL;

  test_assert_value (nida_cube_get_total (outgoing), NIDA_MEASURE_RECEIVED, "10");
  test_assert_aside (outgoing, NIDA_ASIDE_OTHER_DIRECTION, "2 rows, 5, left out");
  nida_query_add_filter (only_b, NIDA_FIELD_CATEGORY, "B");
  incoming = test_ask (engine, only_b);
  test_assert_value (nida_cube_get_total (incoming), NIDA_MEASURE_RECEIVED, "12");
  test_assert_aside (incoming, NIDA_ASIDE_OTHER_DIRECTION, "none");
  nida_query_add_filter (wanted, NIDA_FIELD_DIRECTION, "incoming");
  filtered = test_ask (engine, wanted);
  test_assert_value (nida_cube_get_total (filtered), NIDA_MEASURE_RECEIVED, "5");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/distinct/each-flow-once-internal-left-out", test_distinct);
  g_test_add_func ("/rules/boundary/incoming-single-not-pledges", test_boundary);
  g_test_add_func ("/rules/filter/replaces-its-part-of-the-rule", test_explicit);
  g_test_add_func ("/rules/filter/a-kind-only-narrows", test_kind_filter);
  g_test_add_func ("/rules/received/a-grant-awarded-and-disbursed-is-one", test_disbursed);
  g_test_add_func ("/rules/received/committed-where-nothing-is-paid", test_commitment_aside);
  g_test_add_func ("/rules/direction/is-never-mixed", test_direction);
  return g_test_run ();
}
