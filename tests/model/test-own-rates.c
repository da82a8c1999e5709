/* What a desk says of rates goes before all tables, for the days that it says, and for its own currency alone. */
#include "dataset-builder.h"

#include <string.h>

static NidaDate
date (const char *text)
{
  NidaDate parsed = NIDA_DATE_NONE;

  if (*text != '\0')
    g_assert_cmpint (nida_date_parse (text, strlen (text), &parsed), ==, NIDA_DATE_OK);
  return parsed;
}

static NidaPeriod
on (const char *text)
{
  return (NidaPeriod) { date (text), date (text) };
}

static void
say (NidaOwnRates *own,
     const char   *from,
     const char   *to,
     const char   *quote,
     const char   *start,
     const char   *end)
{
  NidaOwnRate rate = { .when = { date (start), date (end) }, .note = (char *) "a letter" };

  g_strlcpy (rate.from, from, sizeof rate.from);
  g_strlcpy (rate.to, to, sizeof rate.to);
  g_assert_true (nida_decimal_parse (quote, strlen (quote), &rate.quote));
  nida_own_rates_add (own, &rate);
}

static NidaRates *
with (NidaOwnRates *own)
{
  NidaRates *rates = nida_rates_new ();
  guint ecb = nida_rates_add_table (rates, "ECB", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);

  nida_rates_add (rates, ecb, "USD", date ("2024-05-01"), (NidaDecimal) { 11, 1 });
  nida_rates_add (rates, ecb, "GBP", date ("2024-05-01"), (NidaDecimal) { 8, 1 });
  nida_rates_set_own (rates, own);
  nida_rates_freeze (rates);
  return rates;
}

static void
check (NidaRates    *rates,
       const char   *from,
       const char   *to,
       const char   *when,
       NidaRateKind  kind,
       gint64        num,
       gint64        den)
{
  NidaRatio wanted = nida_ratio_new ((NidaUWide) num, (NidaUWide) den);
  NidaRate rate;

  g_assert_cmpint (nida_rates_find (rates, from, to, on (when), &rate), ==, kind != NIDA_RATE_NONE);
  g_assert_cmpint (rate.kind, ==, kind);
  if (kind == NIDA_RATE_NONE)
    return;
  g_assert_cmpint (rate.ratio.num, ==, wanted.num);
  g_assert_cmpint (rate.ratio.den, ==, wanted.den);
}

static void
test_before_tables (void)
{
  g_autoptr (NidaOwnRates) own = nida_own_rates_new ();
  g_autoptr (NidaRates) rates = NULL;
  NidaRate rate;

  say (own, "EUR", "USD", "1.25", "2024-05-01", "2024-05-31");
  rates = with (own);
  check (rates, "EUR", "USD", "2024-05-02", NIDA_RATE_OWN, 5, 4);
  check (rates, "USD", "EUR", "2024-05-02", NIDA_RATE_OWN, 4, 5);
  g_assert_true (nida_rates_find (rates, "EUR", "USD", on ("2024-05-02"), &rate));
  g_assert_cmpstr (rate.note, ==, "a letter");
  /* the month is whole, the year is not */
  check (rates, "EUR", "USD", "2024-05", NIDA_RATE_OWN, 5, 4);
  check (rates, "EUR", "USD", "2024", NIDA_RATE_TABLE, 11, 10);
  check (rates, "EUR", "USD", "2024-06-01", NIDA_RATE_NONE, 0, 0);
  /* dollars do not become pounds by way of the desk's euro */
  check (rates, "USD", "GBP", "2024-05-02", NIDA_RATE_TABLE, 8, 11);
}

/* The rest of the way is published, fixed, or the desk's own too. */
static void
test_across (void)
{
  g_autoptr (NidaOwnRates) own = nida_own_rates_new ();
  g_autoptr (NidaRates) rates = NULL;

  say (own, "KWD", "USD", "3.3", "2024", "2024");
  say (own, "USD", "YER", "1500", "", "");
  rates = with (own);
  check (rates, "KWD", "EUR", "2024-05-02", NIDA_RATE_OWN_AND_TABLE, 3, 1);
  check (rates, "EUR", "KWD", "2024-05-02", NIDA_RATE_OWN_AND_TABLE, 1, 3);
  check (rates, "KWD", "SAR", "2024-05-02", NIDA_RATE_OWN_AND_PEG, 99 * 125, 1000);
  check (rates, "KWD", "YER", "2024-05-02", NIDA_RATE_OWN, 4950, 1);
  check (rates, "YER", "USD", "", NIDA_RATE_OWN, 1, 1500);      /* without a date, by a rate of any time */
  check (rates, "KWD", "USD", "", NIDA_RATE_NONE, 0, 0);
  check (rates, "KWD", "USD", "2025-01-01", NIDA_RATE_NONE, 0, 0);
}

static void
test_shortest (void)
{
  g_autoptr (NidaOwnRates) own = nida_own_rates_new (), reverse = nida_own_rates_new ();
  g_autoptr (NidaRates) rates = NULL, other = NULL;

  say (own, "KWD", "USD", "3", "", "");
  say (own, "KWD", "USD", "4", "2024-05", "2024-05");
  say (own, "KWD", "USD", "5", "2024", "2024");
  say (reverse, "KWD", "USD", "5", "2024", "2024");
  say (reverse, "KWD", "USD", "4", "2024-05", "2024-05");
  say (reverse, "KWD", "USD", "3", "", "");
  g_assert_true (nida_own_rates_equal (own, reverse));
  rates = with (own);
  check (rates, "KWD", "USD", "2024-05-31", NIDA_RATE_OWN, 4, 1);
  check (rates, "KWD", "USD", "2024-06-01", NIDA_RATE_OWN, 5, 1);
  check (rates, "KWD", "USD", "2023-06-01", NIDA_RATE_OWN, 3, 1);
}

static void
test_id (void)
{
  NidaOwnRate one = { "KWD", "USD", { date ("2024-05"), NIDA_DATE_NONE }, { 3, 0 }, NULL };
  NidaOwnRate other = { "USD", "KWD", { date ("2024-05"), NIDA_DATE_NONE }, { 4, 0 }, (char *) "note" };
  g_autofree char *id = nida_own_rate_dup_id (&one), *same = nida_own_rate_dup_id (&other);

  g_assert_cmpstr (id, ==, "KWD USD 2024-05..");
  g_assert_cmpstr (id, ==, same);
  g_assert_false (nida_own_rate_equal (&one, &other));
}

/* Other rates for a dataset that is there: its tables stay, and a third set does not stand on the second. */
static void
test_dataset (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaOwnRates) first = nida_own_rates_new (), second = nida_own_rates_new ();
  g_autoptr (NidaDataset) plain = NULL, one = NULL, two = NULL, none = NULL;
  guint ecb = nida_rates_add_table (nida_dataset_builder_get_rates (builder), "ECB", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);

  nida_rates_add (nida_dataset_builder_get_rates (builder), ecb, "USD", date ("2024-05-01"), (NidaDecimal) { 11, 1 });
  plain = nida_dataset_builder_end (builder);
  say (first, "KWD", "USD", "3", "", "");
  say (second, "KWD", "USD", "4", "", "");
  one = nida_dataset_new_with_rates (plain, first);
  two = nida_dataset_new_with_rates (one, second);
  none = nida_dataset_new_with_rates (two, NULL);
  check (nida_dataset_get_rates (one), "KWD", "USD", "2024-05-02", NIDA_RATE_OWN, 3, 1);
  check (nida_dataset_get_rates (two), "KWD", "USD", "2024-05-02", NIDA_RATE_OWN, 4, 1);
  check (nida_dataset_get_rates (two), "EUR", "USD", "2024-05-02", NIDA_RATE_TABLE, 11, 10);
  g_assert_true (none == plain);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-rates/go-before-tables-on-their-days", test_before_tables);
  g_test_add_func ("/own-rates/across/by-what-is-published", test_across);
  g_test_add_func ("/own-rates/several/the-shortest-time-holds", test_shortest);
  g_test_add_func ("/own-rates/id/of-both-directions-is-one", test_id);
  g_test_add_func ("/own-rates/dataset/with-others-keeps-its-tables", test_dataset);
  return g_test_run ();
}
