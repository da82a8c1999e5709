/* compare-words.c: figures exact, absent ones no zero. */
#include "config.h"

#include "compare-words.h"
#include "ui-support.h"

static void
assert_words (char       *words,
              const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_words (void)
{
  NidaComparedTerms terms = { { NIDA_FIELD_DONOR, NIDA_STEP_NONE }, NIDA_MEASURE_RECEIVED, "USD", { (char *) "a.csv", (char *) "b.csv" } };
  NidaComparedGroup both = { .name = (char *) "Kuwait", .figures = { 1500500, 1000 }, .difference = 1499500 };
  NidaComparedGroup one = { .name = (char *) "", .not_stated = TRUE, .figures = { NIDA_MONEY_NONE, 0 }, .difference = 0 };

  assert_words (nida_compare_words_figure (&terms, both.figures[0], FALSE), "1,500.50");
  assert_words (nida_compare_words_figure (&terms, both.figures[1], TRUE), "$1");
  assert_words (nida_compare_words_figure (&terms, NIDA_MONEY_NONE, TRUE), "—");
  assert_words (nida_compare_words_figure (&terms, 0, FALSE), "0");
  assert_words (nida_compare_words_state (&terms, &both), "different");
  assert_words (nida_compare_words_state (&terms, &one), "only in the second");
  assert_words (nida_compare_words_group (&terms, &one), "Not stated");
  g_assert_cmpstr (nida_compare_words_field ((NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_YEAR }), ==, "Year");
  terms.measure = NIDA_MEASURE_COUNT;
  assert_words (nida_compare_words_figure (&terms, 1500, TRUE), "1,500");
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/compare-words/exact-and-absent-is-no-zero", test_words);
  return g_test_run ();
}
