/* A figure that becomes another one by counting. */
#include "count-up.h"

static void
assert_between (const char *from,
                const char *to,
                double      progress,
                const char *words)
{
  NidaCountUp *count = nida_count_up_new (from, to);
  g_autofree char *text = NULL;

  g_assert_nonnull (count);
  text = nida_count_up_at (count, progress);
  g_assert_cmpstr (text, ==, words);
  nida_count_up_free (count);
}

static void
test_counts (void)
{
  assert_between ("2.5 million US$", "3.5 million US$", 0.5, "3.0 million US$");
  assert_between ("2 million US$", "2.5 million US$", 0.5, "2.3 million US$");
  assert_between ("$900", "$1,100", 0.75, "$1,050");
  assert_between ("$900", "$1,100", 0.25, "$950");
  assert_between ("0", "8", 0.5, "4");
  assert_between ("0.02 billion US$", "0.06 billion US$", 0.5, "0.04 billion US$");
  assert_between ("5 pledges", "1 pledges", 0.5, "3 pledges");
  assert_between ("$54M of $70M ·", "$58M of $80M ·", 0.5, "$56M of $75M ·");
}

/* It has the form of what it becomes from the start, so that nothing is cut off it at the end, and at most three places. */
static void
test_form (void)
{
  assert_between ("70.5", "72", 0.5, "71");
  assert_between ("72", "70.5", 0.5, "71.3");
  assert_between ("97.4", "103", 0.25, "99");
  assert_between ("103", "97.4", 0.25, "102");
  assert_between ("103", "97.4", 0.75, "98.8");
  assert_between ("103", "97.4", 0.54, "100");
  assert_between ("145", "2.5", 0.5, "74");
  assert_between ("145", "2.5", 0.99, "3.9");
}

static void
test_arabic (void)
{
  assert_between ("2.5 مليون دولار", "3.5 مليون دولار", 0.5, "3.0 مليون دولار");
  assert_between ("٢٫٥ مليون دولار", "٣٫٥ مليون دولار", 0.4, "٢٫٩ مليون دولار");
  assert_between ("١٬٠٠٠", "٣٬٠٠٠", 0.5, "٢٬٠٠٠");
  assert_between ("247 مليون دولار", "307 ملايين دولار", 0.5, "277 ملايين دولار");
}

/* What is true before, and what is true after, is said as it was. */
static void
test_ends (void)
{
  assert_between ("2 million US$", "2.5 million US$", 0, "2 million US$");
  assert_between ("2 million US$", "2.5 million US$", 1, "2.5 million US$");
  assert_between ("$900", "$1,100", -1, "$900");
}

static void
assert_other (const char *from,
              const char *to)
{
  g_assert_null (nida_count_up_new (from, to));
}

static void
test_others (void)
{
  assert_other ("at least 950 million US$", "1,020 million US$");
  assert_other ("—", "2.5 million US$");
  assert_other ("2.5 million US$", "—");
  assert_other ("2.5", "٢٫٥");
  assert_other ("1 of 3", "2");
  assert_other ("1, 2, 3, 4", "2, 2, 3, 4");
  assert_other ("1234567890123456", "1234567890123457");
  assert_other ("", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/count-up/one-figure-or-several", test_counts);
  g_test_add_func ("/count-up/in-the-form-of-what-it-becomes", test_form);
  g_test_add_func ("/count-up/in-the-digits-of-the-words", test_arabic);
  g_test_add_func ("/count-up/both-ends-are-the-words-themselves", test_ends);
  g_test_add_func ("/count-up/never-between-other-words", test_others);
  return g_test_run ();
}
