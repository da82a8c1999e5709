/* iati-split.c: what an amount is divided into adds up to it, and each part is nearest to its share. */
#include "iati-split.h"

static void
test_percent (void)
{
  g_assert_cmpint (nida_percent_parse ("33.33"), ==, 33330000);
  g_assert_cmpint (nida_percent_parse (" 100 "), ==, NIDA_PERCENT_WHOLE);
  g_assert_cmpint (nida_percent_parse (".5"), ==, 500000);
  g_assert_cmpint (nida_percent_parse ("33.3333333333"), ==, 33333333);
  g_assert_cmpint (nida_percent_parse ("-5"), ==, NIDA_PERCENT_NONE);
  g_assert_cmpint (nida_percent_parse ("5%"), ==, NIDA_PERCENT_NONE);
  g_assert_cmpint (nida_percent_parse ("99999999999999999999"), ==, NIDA_PERCENT_NONE);
  g_assert_cmpint (nida_percent_parse (""), ==, NIDA_PERCENT_NONE);
}

static void
test_sums (void)
{
  GRand *rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 12);
      NidaMoney amount = (NidaMoney) ((guint64) g_rand_int (rand) << 31 ^ g_rand_int (rand)) * (round % 2 ? -1 : 1);
      guint64 weights[12];
      NidaMoney parts[12], sum = 0;
      long double total = 0;

      for (guint i = 0; i < n; i++)
        total += weights[i] = g_rand_int_range (rand, 0, 100) + (i == 0);
      nida_split_money (amount, weights, n, parts);
      for (guint i = 0; i < n; i++)
        {
          long double share = (long double) amount * weights[i] / total;

          sum += parts[i];
          g_assert_true (parts[i] - share < 1.001L && share - parts[i] < 1.001L);
        }
      g_assert_cmpint (sum, ==, amount);
    }
  g_rand_free (rand);
}

static void
test_largest_remainder (void)
{
  const guint64 weights[] = { 1, 1, 1 }, uneven[] = { 10, 25, 65 };
  NidaMoney parts[3];

  nida_split_money (100, weights, 3, parts);
  g_assert_cmpint (parts[0], ==, 34);
  g_assert_cmpint (parts[1], ==, 33);
  nida_split_money (99, uneven, 3, parts);            /* 9.9, 24.75, 64.35 */
  g_assert_cmpint (parts[0], ==, 10);
  g_assert_cmpint (parts[1], ==, 25);
  g_assert_cmpint (parts[2], ==, 64);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/iati-split/percentages-are-read-exactly", test_percent);
  g_test_add_func ("/iati-split/parts-add-up", test_sums);
  g_test_add_func ("/iati-split/the-largest-remainder-comes-first", test_largest_remainder);
  return g_test_run ();
}
