/* Decimals of different lengths have an exact mean. */
#include "mean.h"

static void
test_exact (void)
{
  NidaMean mean = { .n = 3, .decimals = 3 };
  NidaRatio ratio;

  g_assert_true (nida_mean_add (&mean, (NidaDecimal) { .mantissa = 1, .decimals = 0 }));
  g_assert_true (nida_mean_add (&mean, (NidaDecimal) { .mantissa = 25, .decimals = 1 }));
  g_assert_true (nida_mean_add (&mean, (NidaDecimal) { .mantissa = 1, .decimals = 3 }));
  ratio = nida_mean_ratio (&mean);
  /* 3.501 / 3 */
  g_assert_true (ratio.num * 3000 == ratio.den * 3501);
}

static void
test_overflow (void)
{
  NidaMean mean = { .sum = ~(NidaUWide) 0, .n = 1 };

  g_assert_false (nida_mean_add (&mean, (NidaDecimal) { .mantissa = 1 }));
  mean = (NidaMean) { .n = 1, .decimals = 39 };
  g_assert_false (nida_mean_add (&mean, (NidaDecimal) { .mantissa = 9 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mean/is-exact", test_exact);
  g_test_add_func ("/mean/overflow-is-noticed", test_overflow);
  return g_test_run ();
}
