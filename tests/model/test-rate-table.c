/* One table of rates by itself; which of several holds is tested beside rates.c. */
#include "rate-table.h"

#include <string.h>

static NidaDate
date_of (const char *text)
{
  NidaDate date;

  g_assert_cmpint (nida_date_parse (text, strlen (text), &date), ==, NIDA_DATE_OK);
  return date;
}

static void
add (NidaRateTable *table, const char *currency, const char *date, const char *quote)
{
  NidaDecimal value;

  g_assert_true (nida_decimal_parse (quote, strlen (quote), &value));
  nida_rate_table_add (table, currency, date_of (date), value);
}

static void
check (NidaRateTable *table, const char *from, const char *to, const char *when, guint64 num, guint64 den)
{
  NidaPeriod period = { .start = date_of (when), .end = date_of (when) };
  NidaRatio wanted = nida_ratio_new (num, den);
  NidaRate rate;

  g_assert_true (nida_rate_table_find (table, from, to, period, &rate));
  g_assert_cmpint (rate.ratio.num, ==, wanted.num);
  g_assert_cmpint (rate.ratio.den, ==, wanted.den);
}

static void
test_one_a_date (void)
{
  NidaRateTable *one = nida_rate_table_new ("ECB", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);
  NidaRateTable *other = nida_rate_table_new ("ECB", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);

  /* Whatever the order of the files, the same one of two for a day. */
  add (one, "USD", "2023-01-02", "1.07");
  add (one, "USD", "2023-01-02", "1.08");
  add (other, "USD", "2023-01-02", "1.08");
  add (other, "USD", "2023-01-02", "1.07");
  nida_rate_table_freeze (one);
  nida_rate_table_freeze (other);
  check (one, "EUR", "USD", "2023-01-02", 108, 100);
  check (other, "EUR", "USD", "2023-01-02", 108, 100);
  nida_rate_table_free (one);
  nida_rate_table_free (other);
}

static void
test_absorb (void)
{
  NidaRateTable *table = nida_rate_table_new ("ECB", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);
  NidaRateTable *more = nida_rate_table_new ("ECB", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);

  add (table, "USD", "2023-01-02", "1.07");
  add (more, "USD", "2023-01-03", "1.09");
  add (more, "GBP", "2023-01", "0.88");
  nida_rate_table_absorb (table, more);
  nida_rate_table_freeze (table);
  g_assert_true (table->monthly);
  check (table, "EUR", "USD", "2023-01-02", 107, 100);
  check (table, "EUR", "USD", "2023-01-04", 109, 100);
  check (table, "EUR", "GBP", "2023-01-31", 88, 100);
  check (table, "GBP", "USD", "2023-01-03", 109, 88);
  nida_rate_table_free (table);
  nida_rate_table_free (more);
}

static void
test_order (void)
{
  NidaRateTable *monthly = nida_rate_table_new ("A", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);
  NidaRateTable *daily = nida_rate_table_new ("B", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);
  NidaRateTable *named = nida_rate_table_new ("C", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);

  add (monthly, "USD", "2023-01", "1.07");
  g_assert_cmpint (nida_rate_table_compare (&monthly, &daily), >, 0);
  g_assert_cmpint (nida_rate_table_compare (&daily, &monthly), <, 0);
  g_assert_cmpint (nida_rate_table_compare (&daily, &named), <, 0);
  g_assert_true (nida_rate_table_is_like (daily, "B", "EUR", NIDA_QUOTED_UNITS_PER_BASE));
  g_assert_false (nida_rate_table_is_like (daily, "B", "EUR", NIDA_QUOTED_BASE_PER_UNIT));
  g_assert_false (nida_rate_table_is_like (daily, "B", "USD", NIDA_QUOTED_UNITS_PER_BASE));
  nida_rate_table_free (monthly);
  nida_rate_table_free (daily);
  nida_rate_table_free (named);
}

static void
test_units_of_the_base (void)
{
  NidaRateTable *table = nida_rate_table_new ("IMF", "XDR", NIDA_QUOTED_BASE_PER_UNIT, 10);
  NidaPeriod when = { .start = date_of ("2023-01-02"), .end = date_of ("2023-01-02") };
  NidaRate rate;

  add (table, "USD", "2023-01-02", "0.75");
  nida_rate_table_freeze (table);
  check (table, "USD", "XDR", "2023-01-02", 75, 100);
  check (table, "XDR", "USD", "2023-01-02", 100, 75);
  g_assert_false (nida_rate_table_find (table, "USD", "KWD", when, &rate));
  nida_rate_table_free (table);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rate-table/one-rate-a-date-whatever-the-order", test_one_a_date);
  g_test_add_func ("/rate-table/two-readings-of-one-table-are-one", test_absorb);
  g_test_add_func ("/rate-table/days-come-before-months-then-names", test_order);
  g_test_add_func ("/rate-table/quoted-in-units-of-the-base", test_units_of_the_base);
  return g_test_run ();
}
