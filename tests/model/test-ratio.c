/* Ratios, decimals and amounts that are multiplied by them. */
#include "ratio.h"

#include <string.h>

static NidaDecimal
decimal (const char *text)
{
  NidaDecimal value = { 0, 0 };

  g_assert_true (nida_decimal_parse (text, strlen (text), &value));
  return value;
}

static void
test_decimals (void)
{
  static const char * const refused[] = {
    "", ".", "-1", "0", "0.000", "1,5", "nan", "1e", "1e+", "1e5x", "1 ", "0x1", "1234567890123456789", "1e-19", "1e999", "1..2", "1e19",
  };

  g_assert_cmpint (decimal ("1.0823").mantissa, ==, 10823);
  g_assert_cmpint (decimal ("1.0823").decimals, ==, 4);
  g_assert_cmpint (decimal ("3.33895e-05").mantissa, ==, 333895);
  g_assert_cmpint (decimal ("3.33895e-05").decimals, ==, 10);
  g_assert_cmpint (decimal ("1.50").mantissa, ==, 15);
  g_assert_cmpint (decimal ("2E+3").mantissa, ==, 2000);
  g_assert_cmpint (decimal ("2E+3").decimals, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      NidaDecimal value;

      g_assert_false (nida_decimal_parse (refused[i], strlen (refused[i]), &value));
    }
}

static void
test_lowest_terms (void)
{
  NidaRatio ratio = nida_ratio_new (36725, 10000);
  NidaRatio none = nida_ratio_new (0, 5);
  NidaRatio cut = nida_ratio_new (((NidaUWide) 1 << 100) + 1, ((NidaUWide) 3 << 99) + 1);

  g_assert_cmpint (ratio.num, ==, 1469);
  g_assert_cmpint (ratio.den, ==, 400);
  g_assert_cmpint (none.den, ==, 0);
  /* cut to 63 bits, it is still two thirds to eighteen digits */
  g_assert_cmpint (cut.num / 2, ==, cut.den / 3);
  g_assert_cmpint (nida_ratio_multiply (ratio, nida_ratio_invert (ratio)).num, ==, 1);
}

static void
check_convert (NidaRatio ratio, NidaMoney amount, NidaMoney whole, guint32 fine)
{
  NidaMoney got;
  guint32 rest;

  g_assert_true (nida_ratio_convert (ratio, amount, &got, &rest));
  g_assert_cmpint (got, ==, whole);
  g_assert_cmpuint (rest, ==, fine);
}

static void
test_convert (void)
{
  NidaMoney got;
  guint32 rest;

  check_convert ((NidaRatio) { 1, 3 }, 1000, 333, 333333333);
  check_convert ((NidaRatio) { 1, 3 }, -1000, -334, 666666667);
  check_convert ((NidaRatio) { 10823, 10000 }, 100000, 108230, 0);
  check_convert ((NidaRatio) { 1, 2 }, 1, 0, 500000000);
  /* half to even of the fine unit */
  check_convert ((NidaRatio) { 1, 2000000000 }, 1, 0, 0);
  check_convert ((NidaRatio) { 3, 2000000000 }, 1, 0, 2);
  check_convert ((NidaRatio) { 1, 1 }, G_MAXINT64 - 1, G_MAXINT64 - 1, 0);
  g_assert_false (nida_ratio_convert ((NidaRatio) { 3, 2 }, G_MAXINT64 - 1, &got, &rest));
  g_assert_false (nida_ratio_convert ((NidaRatio) { 3, 2 }, NIDA_MONEY_NONE, &got, &rest));
  g_assert_false (nida_ratio_convert ((NidaRatio) { 0, 0 }, 5, &got, &rest));
}

static void
test_sum_is_rounded_once (void)
{
  NidaWide sum = 0;
  NidaMoney money;

  /* three thirds of a thousandth: each alone would be 0 */
  for (guint i = 0; i < 3; i++)
    {
      NidaMoney whole;
      guint32 fine;

      g_assert_true (nida_ratio_convert ((NidaRatio) { 1, 3 }, 1, &whole, &fine));
      sum += (NidaWide) whole * NIDA_FINE + fine;
    }
  g_assert_true (nida_fine_to_money (sum, &money));
  g_assert_cmpint (money, ==, 1);
  g_assert_true (nida_fine_to_money (NIDA_FINE / 2, &money) && money == 0);
  g_assert_true (nida_fine_to_money (NIDA_FINE / 2 * 3, &money) && money == 2);
  g_assert_true (nida_fine_to_money (-(NIDA_FINE / 2 * 3), &money) && money == -2);
  g_assert_true (nida_fine_to_money ((NidaWide) G_MAXINT64 * NIDA_FINE, &money) && money == G_MAXINT64);
  g_assert_false (nida_fine_to_money ((NidaWide) G_MAXINT64 * NIDA_FINE + NIDA_FINE, &money));
}

/* Against long multiplication and division by the digits of the numbers themselves. */
static void
test_random (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 num = (gint64) g_test_rand_int_range (1, G_MAXINT32) * g_test_rand_int_range (1, 1000);
      gint64 den = (gint64) g_test_rand_int_range (1, G_MAXINT32) * g_test_rand_int_range (1, 1000);
      NidaMoney amount = (gint64) g_test_rand_int_range (-1000000000, 1000000000) * 1000 + g_test_rand_int_range (0, 1000);
      NidaRatio ratio = nida_ratio_new ((NidaUWide) num, (NidaUWide) den);
      NidaWide got, twice;
      NidaMoney whole;
      guint32 fine;

      g_assert_true (nida_ratio_convert (ratio, amount, &whole, &fine));
      got = (NidaWide) whole * NIDA_FINE + fine;
      /* |got - amount * num / den * 10^9| <= 1/2, all times 2 * den */
      twice = 2 * (got * den - (NidaWide) amount * num * NIDA_FINE);
      g_assert_true (twice <= den && twice >= -den);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ratio/decimals-are-exact-or-refused", test_decimals);
  g_test_add_func ("/ratio/is-in-lowest-terms", test_lowest_terms);
  g_test_add_func ("/ratio/an-amount-keeps-what-is-below-the-thousandth", test_convert);
  g_test_add_func ("/ratio/a-sum-is-rounded-once-half-to-even", test_sum_is_rounded_once);
  g_test_add_func ("/ratio/any-amount-is-within-half-a-fine-unit", test_random);

  return g_test_run ();
}
