/* comparison-words.c: sentences about what a source states. */
#include "comparison-words.h"

#include <string.h>

static char *
words_of (NidaStatedKind kind,
          NidaMoney      stated,
          NidaMoney      computed)
{
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  NidaStated of = { .kind = kind, .where = (char *) "x", .stated = stated, .count = 1 };
  NidaComparison comparison = { &of, 1, computed };

  return nida_words_comparison (language, &comparison);
}

#define assert_words(expected, ...) G_STMT_START { \
    g_autofree char *words_ = words_of (__VA_ARGS__); g_assert_cmpstr (words_, ==, expected); } G_STMT_END

static void
test_totals (void)
{
  assert_words ("The source states $725,591,299 received, and Nida sums the same.", NIDA_STATED_RECEIVED, 725591299000, 725591299000);
  assert_words ("The source states $10 received; Nida sums $8, which differs by $2.", NIDA_STATED_RECEIVED, 10000, 8000);
  assert_words ("The source states requirements of $8; Nida sums $10, which differs by $2.", NIDA_STATED_REQUIREMENT, 8000, 10000);
  assert_words ("The source states funding of $8; not compared, since rows were merged with those of other sources.",
                NIDA_STATED_REPORTED, 8000, NIDA_MONEY_NONE);
  assert_words ("Records that the source states: 1,484; read: 200, which differs by 1,284.", NIDA_STATED_RECORDS, 1484, 200);
}

static void
test_shares (void)
{
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  NidaStated stated = { .kind = NIDA_STATED_SHARE, .where = (char *) "percentFunded", .subject = (char *) "Ku\xe2\x80\xaewait",
                        .stated = 13000, .computed = 12496, .differs = TRUE, .count = 1 };
  NidaComparison comparison = { &stated, 1, 12496 };
  g_autofree char *differs = nida_words_comparison (language, &comparison);
  g_autofree char *same = NULL;

  g_assert_nonnull (strstr (differs, "13%"));
  g_assert_nonnull (strstr (differs, "12.5%"));
  g_assert_nonnull (strstr (differs, "<U+202E>"));
  stated.differs = FALSE;
  stated.count = 1176;
  same = nida_words_comparison (language, &comparison);
  g_assert_cmpstr (same, ==, "1,176 stated percentages are as computed.");
}

static void
test_stated_total (void)
{
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  NidaFact fact = { .kind = NIDA_KIND_STATED, .amount = 7900000, .computed = 7863000, .qualifier = NIDA_QUALIFIER_ABOUT };
  g_autofree char *words = nida_words_stated_total (language, &fact, "USD");

  g_assert_cmpstr (words, ==, "Stated total: ≈ $7,900, which is $37 more than computed.");
  fact.computed = NIDA_MONEY_NONE;
  g_assert_null (nida_words_stated_total (language, &fact, "USD"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison-words/equal-different-and-not-compared", test_totals);
  g_test_add_func ("/comparison-words/percentages-as-they-are-printed", test_shares);
  g_test_add_func ("/comparison-words/stated-totals", test_stated_total);
  return g_test_run ();
}
