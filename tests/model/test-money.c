/* Exact money: its written form, sums and ratios at the edges of 64 bits. */
#include "money.h"

#include <string.h>

static void
test_to_string (void)
{
  static const struct { NidaMoney money; const char *text; } cases[] = {
    { 0, "0" }, { 500000000, "500000" }, { 1500, "1.5" }, { -1, "-0.001" }, { 10, "0.01" }, { -1234560, "-1234.56" },
    { G_MAXINT64, "9223372036854775.807" }, { -G_MAXINT64, "-9223372036854775.807" }, { NIDA_MONEY_NONE, "" },
  };
  GRand *rand = g_rand_new_with_seed (3);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nida_money_to_string (cases[i].money);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  for (int round = 0; round < 50000; round++)
    {
      guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
      NidaMoney money = bits >> g_rand_int_range (rand, 1, 64), back = 0;
      g_autofree char *text = nida_money_to_string (round % 2 ? money : -money);

      g_assert_cmpint (nida_money_parse (text, strlen (text), NIDA_DECIMAL_DOT, &back), ==, NIDA_MONEY_OK);
      g_assert_cmpint (back, ==, round % 2 ? money : -money);
    }
  g_rand_free (rand);
}

static void
test_sums (void)
{
  NidaMoney sum = 5;

  g_assert_true (nida_money_add (G_MAXINT64 - 1, 1, &sum));
  g_assert_cmpint (sum, ==, G_MAXINT64);
  g_assert_false (nida_money_add (G_MAXINT64, 1, &sum));
  g_assert_false (nida_money_add (-G_MAXINT64, -1, &sum));
  g_assert_false (nida_money_add (NIDA_MONEY_NONE, 0, &sum));
  g_assert_cmpint (sum, ==, G_MAXINT64);
  g_assert_true (nida_money_subtract (-G_MAXINT64, -5, &sum));
  g_assert_cmpint (sum, ==, -G_MAXINT64 + 5);
  g_assert_false (nida_money_subtract (-G_MAXINT64, 1, &sum));
  g_assert_false (nida_money_subtract (0, NIDA_MONEY_NONE, &sum));
}

static void
test_ratio (void)
{
  static const struct { NidaMoney part, whole; gint64 millionths; } cases[] = {
    { 24834775003000, 49122744910000, 505566 },
    { 1, 3, 333333 }, { 2, 3, 666667 }, { -2, 3, -666667 }, { 2, -3, -666667 }, { -2, -3, 666667 }, { 0, 7, 0 },
    { 1, 2000000, 0 }, { 3, 2000000, 2 }, { 5, 2000000, 2 }, { -3, 2000000, -2 },     /* halves go to the even one */
    { G_MAXINT64, G_MAXINT64, 1000000 }, { 1, G_MAXINT64, 0 },
  };
  gint64 millionths = 5;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (nida_money_ratio (cases[i].part, cases[i].whole, &millionths));
      g_assert_cmpint (millionths, ==, cases[i].millionths);
    }
  millionths = 5;
  g_assert_false (nida_money_ratio (1, 0, &millionths));
  g_assert_false (nida_money_ratio (G_MAXINT64, 1, &millionths));
  g_assert_false (nida_money_ratio (NIDA_MONEY_NONE, 1, &millionths));
  g_assert_cmpint (millionths, ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/to-string/exact-and-read-back", test_to_string);
  g_test_add_func ("/money/sums/overflow-is-refused", test_sums);
  g_test_add_func ("/money/ratio/millionths-half-to-even", test_ratio);
  return g_test_run ();
}
