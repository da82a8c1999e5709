/* Amounts as people say them are exact, or are refused. */
#include "said-amount.h"

static void
test_said (void)
{
  static const struct { const char *text; NidaDecimalMark mark; NidaMoneyStatus status; NidaMoney money; } cases[] = {
    { "5000000", NIDA_DECIMAL_DOT, NIDA_MONEY_OK, 5000000000 },
    { " 5,000,000 ", NIDA_DECIMAL_DOT, NIDA_MONEY_OK, 5000000000 },
    { "2.5 Million", NIDA_DECIMAL_DOT, NIDA_MONEY_OK, 2500000000 },
    { "2,5 million", NIDA_DECIMAL_COMMA, NIDA_MONEY_OK, 2500000000 },
    { "5 million", NIDA_DECIMAL_AUTO, NIDA_MONEY_OK, 5000000000 },
    { "3 ملايين", NIDA_DECIMAL_DOT, NIDA_MONEY_OK, 3000000000 },
    { "1.2bn", NIDA_DECIMAL_DOT, NIDA_MONEY_OK, 1200000000000 },
    { "40k", NIDA_DECIMAL_DOT, NIDA_MONEY_OK, 40000000 },
    { "-5", NIDA_DECIMAL_DOT, NIDA_MONEY_OK, -5000 },
    { "million", NIDA_DECIMAL_DOT, NIDA_MONEY_EMPTY, 0 },
    { "", NIDA_DECIMAL_DOT, NIDA_MONEY_EMPTY, 0 },
    { "five million", NIDA_DECIMAL_DOT, NIDA_MONEY_NOT_A_NUMBER, 0 },
    { "1.23456 million", NIDA_DECIMAL_DOT, NIDA_MONEY_ROUNDED, 0 },
    { "1,234 million", NIDA_DECIMAL_AUTO, NIDA_MONEY_AMBIGUOUS, 0 },
    { "99999999999 billion", NIDA_DECIMAL_DOT, NIDA_MONEY_OVERFLOW, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NidaMoney money = 0;

      g_assert_cmpint (nida_said_amount_parse (cases[i].text, cases[i].mark, &money), ==, cases[i].status);
      g_assert_cmpint (money, ==, cases[i].money);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/said-amount/is-exact-or-refused", test_said);
  return g_test_run ();
}
