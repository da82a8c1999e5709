/* ledger-sums.c: what is late and what is due, of each currency exactly. */
#include "ledger-sums.h"

static void
put (NidaItems  *items,
     const char *id,
     const char *text)
{
  g_autofree char *all = g_strconcat ("[Nida entry]\nkind=money\n", text, "[Step 1]\nstatus=pledged\n", NULL);

  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, id, 0, all));
}

static char *
words_of (NidaItems *items)
{
  g_autoptr (NidaLedger) ledger = nida_ledger_new (items, NULL);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);

  return nida_ledger_sums_words (ledger, nida_days_from_civil (2026, 6, 15), english);
}

static void
test_sums (void)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autofree char *words = NULL;

  put (items, "a", "amount=5000000\ncurrency=KWD\ndue=2026-06-14\n");
  put (items, "b", "amount=0.125\ncurrency=KWD\ndue=2026-05\n");
  put (items, "c", "amount=100\ncurrency=USD\ndue=2026-01-01\n");
  put (items, "d", "amount=7\ncurrency=USD\ndue=2026-06-30\n");
  put (items, "e", "amount=9\ncurrency=USD\ndue=2027-06-30\n");
  words = words_of (items);
  g_assert_nonnull (strstr (words, "Overdue: 3 pledges"));
  g_assert_nonnull (strstr (words, "5,000,000.125"));
  g_assert_nonnull (strstr (words, "$100"));
  g_assert_nonnull (strstr (words, "Due within 30 days: 1 pledge, $7"));
  g_assert_null (strstr (words, "$9"));
}

static void
test_none (void)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autofree char *words = NULL;

  put (items, "a", "amount=9\ncurrency=USD\n");
  words = words_of (items);
  g_assert_cmpstr (words, ==, "1 entry, none due");
}

static char *
unrated_words (NidaItems  *items,
               const char *currency)
{
  g_autoptr (NidaLedger) ledger = nida_ledger_new (items, NULL);
  g_autoptr (NidaDataset) dataset = nida_ledger_append (ledger, NULL, NULL);
  g_autoptr (NidaRowMarks) own = nida_row_marks_new_own (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);

  query->currency = g_strdup (currency);
  return nida_ledger_sums_unrated_words (own, query, english);
}

/* What no chart in dollars has; the dirham has a fixed rate, and an event counts as itself. */
static void
test_unrated (void)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autofree char *dollars = NULL, *birr = NULL, *rated = NULL;

  put (items, "a", "amount=9\ncurrency=USD\ndate=2026-01-05\n");
  put (items, "b", "amount=9\ncurrency=AED\ndate=2026-01-05\n");
  rated = unrated_words (items, "USD");
  g_assert_cmpstr (rated, ==, "");
  put (items, "c", "amount=5000000\ncurrency=ETB\ndate=2026-01-05\n");
  put (items, "d", "amount=0.125\ncurrency=ETB\ndate=2026-02-05\n");
  put (items, "e", "amount=7\ncurrency=KWD\ndate=2026-02-05\n");
  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, "f", 0, "[Nida entry]\nkind=event\namount=3\ncurrency=ETB\nnote=Conference\n"));
  dollars = unrated_words (items, "USD");
  g_assert_nonnull (strstr (dollars, "3 amounts"));
  g_assert_nonnull (strstr (dollars, "5,000,000.125"));
  g_assert_nonnull (strstr (dollars, "KWD"));
  birr = unrated_words (items, "ETB");
  g_assert_nonnull (strstr (birr, "3 amounts"));
  g_assert_null (strstr (birr, "ETB"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-sums/due/of-each-currency-exactly", test_sums);
  g_test_add_func ("/ledger-sums/due/none", test_none);
  g_test_add_func ("/ledger-sums/unrated/of-each-currency-exactly", test_unrated);
  return g_test_run ();
}
