/* What stands beside the sums is handed out once, in order, and only when there is any. */
#include "asides.h"

/* Amounts of which none was converted. */
static const NidaValues plain = { NULL };

static void
test_hand_out (void)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = nida_cube_new (query, NIDA_RULE_DISTINCT);
  NidaAsides asides = { .committed = { 7, 1 } };

  nida_asides_add (&asides, NIDA_ASIDE_UNDATED, (NidaSum) { 5, 2 });
  nida_asides_add (&asides, NIDA_ASIDE_UNDATED, (NidaSum) { -1, 1 });
  nida_asides_add (&asides, NIDA_ASIDE_NO_AMOUNT, (NidaSum) { 0, 3 });
  nida_asides_add (&asides, NIDA_ASIDE_SHARED, (NidaSum) { 0, 0 });
  g_assert_true (nida_asides_hand_out (&asides, &plain, cube));
  g_assert_cmpuint (nida_cube_get_n_asides (cube), ==, 3);
  g_assert_cmpint (nida_cube_get_aside (cube, 0)->kind, ==, NIDA_ASIDE_UNDATED);
  g_assert_cmpint (nida_cube_get_aside (cube, 0)->amount, ==, 4);
  g_assert_cmpuint (nida_cube_get_aside (cube, 0)->rows, ==, 3);
  g_assert_true (nida_cube_get_aside (cube, 1)->amount == NIDA_MONEY_NONE);
  g_assert_cmpint (nida_cube_get_aside (cube, 2)->kind, ==, NIDA_ASIDE_COMMITMENT_OF_PAID);
  g_assert_false (nida_cube_get_aside (cube, 2)->left_out);
}

/* What a question about needs leaves out is no flow; and a bound of nothing is not named. */
static void
test_totals (void)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  NidaAsides asides = { .committed = { 0, 0 } };

  query->measures = NIDA_MEASURE_BIT (NIDA_MEASURE_REPORTED);
  cube = nida_cube_new (query, NIDA_RULE_DISTINCT);
  nida_asides_add (&asides, NIDA_ASIDE_SPAN_OUTSIDE, (NidaSum) { 5, 1 });
  nida_asides_add (&asides, NIDA_ASIDE_INTERNAL, (NidaSum) { 5, 1 });
  nida_asides_add (&asides, NIDA_ASIDE_PASSED_ON_MOST, (NidaSum) { 0, 4 });
  g_assert_true (nida_asides_hand_out (&asides, &plain, cube));
  g_assert_cmpuint (nida_cube_get_n_asides (cube), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (nida_cube_get_aside (cube, i)->of_totals, ==,
                     nida_cube_get_aside (cube, i)->kind == NIDA_ASIDE_SPAN_OUTSIDE);
}

static void
test_overflow (void)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = nida_cube_new (query, NIDA_RULE_DISTINCT);
  NidaAsides asides = { .committed = { 0, 0 } };

  nida_asides_add (&asides, NIDA_ASIDE_INTERNAL, (NidaSum) { G_MAXINT64, 1 });
  nida_asides_add (&asides, NIDA_ASIDE_INTERNAL, (NidaSum) { 1, 1 });
  g_assert_false (nida_asides_hand_out (&asides, &plain, cube));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asides/hand-out/only-what-there-is", test_hand_out);
  g_test_add_func ("/asides/totals/are-no-flows-and-nothing-is-not-named", test_totals);
  g_test_add_func ("/asides/overflow/is-noticed", test_overflow);
  return g_test_run ();
}
