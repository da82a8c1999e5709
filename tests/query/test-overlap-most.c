/* overlap-most.c: money of one donor and year in two families of sources may stand twice, and no more than that. */
#include "fixture.h"

#include "overlap-most.h"

#define RECEIVED (1u << NIDA_MEASURE_RECEIVED)

/* Sources 0 and 2 are one family, source 1 another. */
static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2024-01-01", "100", "Kuwait", .id = "1", .source = 0 },
  { NIDA_KIND_PAID, "2024-05-01", "30", "Kuwait", .id = "2", .source = 2 },
  { NIDA_KIND_PAID, "2024", "90", "Kuwait", .id = "a", .source = 1 },        /* 130 in one family, 90 in the other */
  { NIDA_KIND_PAID, "2023", "7", "Kuwait", .id = "3", .source = 0 },         /* another year */
  { NIDA_KIND_PAID, "2024", "40", "Qatar", .id = "4", .source = 0 },
  { NIDA_KIND_PAID, "2024", "60", "Qatar", .id = "b", .source = 1 },         /* 40 in one, 60 in the other */
  { NIDA_KIND_PLEDGE, "2024", "500", "Qatar", .id = "5", .source = 0 },
  { NIDA_KIND_PAID, NULL, "11", "Qatar", .id = "c", .source = 1 },           /* of no year */
  { NIDA_KIND_PAID, "2024", "8", "Oman", .id = "d", .source = 1 },           /* one family alone */
};

static void
assert_overlap (guint       measures,
                const char *donor,
                NidaRule    rule,
                const char *expected)
{
  g_autoptr (NidaLocalEngine) engine = test_engine (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaQuery) query = test_query (measures, "donor");
  g_autoptr (NidaCube) cube = NULL;

  query->rule = rule;
  if (donor != NULL)
    nida_query_add_filter (query, NIDA_FIELD_DONOR, donor);
  cube = test_ask (engine, query);
  test_assert_aside (cube, NIDA_ASIDE_OVERLAP, expected);
}

static void
test_most (void)
{
  assert_overlap (RECEIVED, NULL, NIDA_RULE_DISTINCT, "2 rows, 130, counted");      /* 90 of Kuwait, 40 of Qatar */
  assert_overlap (RECEIVED, NULL, NIDA_RULE_BOUNDARY, "2 rows, 130, counted");
  assert_overlap (RECEIVED, "Qatar", NIDA_RULE_DISTINCT, "1 rows, 40, counted");
  assert_overlap (RECEIVED, "Oman", NIDA_RULE_DISTINCT, "none");
}

static void
test_measures (void)
{
  assert_overlap (1u << NIDA_MEASURE_PLEDGED, NULL, NIDA_RULE_DISTINCT, "none");   /* only one of them has pledges */
  assert_overlap (1u << NIDA_MEASURE_REQUIREMENT, NULL, NIDA_RULE_DISTINCT, "none");
  assert_overlap (1u << NIDA_MEASURE_COVERAGE, NULL, NIDA_RULE_AUTO, "none");      /* no money of a plan */
}

static void
test_one_family (void)
{
  g_autoptr (NidaLocalEngine) engine = test_engine (rows, 2);
  g_autoptr (NidaQuery) query = test_query (RECEIVED, NULL);
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_aside (cube, NIDA_ASIDE_OVERLAP, "none");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overlap-most/all-but-the-family-that-has-the-most", test_most);
  g_test_add_func ("/overlap-most/only-of-what-is-summed", test_measures);
  g_test_add_func ("/overlap-most/one-family/nothing", test_one_family);
  return g_test_run ();
}
