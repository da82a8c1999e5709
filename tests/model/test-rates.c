/* Which rate holds when; the expected ratios are worked out by hand from the quotes beside them. */
#include "rates.h"

#include <string.h>

static void
add (NidaRates *rates, guint table, const char *currency, const char *date, const char *quote)
{
  NidaDate when;
  NidaDecimal value;

  g_assert_cmpint (nida_date_parse (date, strlen (date), &when), ==, NIDA_DATE_OK);
  g_assert_true (nida_decimal_parse (quote, strlen (quote), &value));
  nida_rates_add (rates, table, currency, when, value);
}

static NidaPeriod
on (const char *text)
{
  NidaPeriod period;

  g_assert_cmpint (nida_date_parse (text, strlen (text), &period.start), ==, NIDA_DATE_OK);
  period.end = period.start;
  return period;
}

static NidaRates *
make_daily (void)
{
  NidaRates *rates = nida_rates_new ();
  guint ecb = nida_rates_add_table (rates, "ECB", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);

  add (rates, ecb, "USD", "2023-01-05", "1.06");
  add (rates, ecb, "USD", "2023-01-02", "1.07");
  add (rates, ecb, "USD", "2023-02-01", "1.10");
  add (rates, ecb, "GBP", "2023-01-02", "0.88");
  return rates;
}

static void
check (NidaRates *rates, const char *from, const char *to, const char *when, gint64 num, gint64 den)
{
  NidaRatio wanted = nida_ratio_new ((NidaUWide) num, (NidaUWide) den);
  NidaRate rate;

  g_assert_true (nida_rates_find (rates, from, to, on (when), &rate));
  g_assert_cmpint (rate.ratio.num, ==, wanted.num);
  g_assert_cmpint (rate.ratio.den, ==, wanted.den);
}

static void
check_none (NidaRates *rates, const char *from, const char *to, const char *when)
{
  NidaRate rate;

  g_assert_false (nida_rates_find (rates, from, to, on (when), &rate));
  g_assert_cmpint (rate.kind, ==, NIDA_RATE_NONE);
}

static void
test_in_force (void)
{
  g_autoptr (NidaRates) rates = make_daily ();
  NidaRate rate;

  nida_rates_freeze (rates);
  check (rates, "EUR", "USD", "2023-01-02", 107, 100);
  check (rates, "EUR", "USD", "2023-01-04", 107, 100);
  check (rates, "EUR", "USD", "2023-01-15", 106, 100);
  check (rates, "USD", "EUR", "2023-01-05", 100, 106);
  check (rates, "GBP", "USD", "2023-01-03", 107, 88);
  check_none (rates, "EUR", "USD", "2023-01-01");
  check_none (rates, "EUR", "USD", "2023-01-16");
  check (rates, "EUR", "USD", "2023-02-11", 110, 100);
  check_none (rates, "EUR", "USD", "2023-02-12");
  g_assert_true (nida_rates_find (rates, "EUR", "USD", on ("2023-01-04"), &rate));
  g_assert_cmpint (rate.first, ==, nida_days_from_civil (2023, 1, 2));
  g_assert_cmpstr (rate.source, ==, "ECB");
  g_assert_false (rate.average);
}

static void
test_averages (void)
{
  g_autoptr (NidaRates) rates = make_daily ();
  NidaRate rate;
  NidaPeriod span = { nida_date_new_day (2023, 1, 3), nida_date_new_day (2023, 2, 1) };

  nida_rates_freeze (rates);
  /* (1.06 + 1.07 + 1.10) / 3 and (1.06 + 1.07) / 2 */
  check (rates, "EUR", "USD", "2023", 323, 300);
  check (rates, "EUR", "USD", "2023-01", 213, 200);
  check (rates, "EUR", "USD", "2023-Q1", 323, 300);
  /* the ratio of the means */
  check (rates, "GBP", "USD", "2023", 32300, 300 * 88);
  check_none (rates, "EUR", "USD", "2022");
  g_assert_true (nida_rates_find (rates, "EUR", "USD", span, &rate));
  g_assert_cmpint (rate.ratio.num * 200, ==, rate.ratio.den * 216);
  g_assert_true (rate.average);
  g_assert_cmpint (rate.first, ==, nida_days_from_civil (2023, 1, 5));
  g_assert_cmpint (rate.last, ==, nida_days_from_civil (2023, 2, 1));
  span.start = span.end = NIDA_DATE_NONE;
  g_assert_false (nida_rates_find (rates, "EUR", "USD", span, &rate));
}

static NidaRates *
make_monthly (void)
{
  NidaRates *rates = nida_rates_new ();
  guint imf = nida_rates_add_table (rates, "IMF", "XDR", NIDA_QUOTED_BASE_PER_UNIT, 0);

  add (rates, imf, "USD", "2023-01", "0.75");
  add (rates, imf, "KWD", "2023-01", "2.45");
  add (rates, imf, "EUR", "2023-01", "0.8");
  add (rates, imf, "USD", "2023-03", "0.74");
  return rates;
}

static void
test_months (void)
{
  g_autoptr (NidaRates) rates = make_monthly ();

  nida_rates_freeze (rates);
  check (rates, "USD", "KWD", "2023-01-31", 75, 245);
  check (rates, "KWD", "USD", "2023-01", 245, 75);
  check_none (rates, "USD", "KWD", "2023-02-01");
  check_none (rates, "USD", "KWD", "2023-03-01");
  /* (0.75 + 0.74) / 2 against the one month of the dinar */
  check (rates, "USD", "KWD", "2023", 149, 2 * 245);
}

static void
test_pegs (void)
{
  g_autoptr (NidaRates) rates = make_daily ();
  g_autoptr (NidaRates) both = make_daily ();
  g_autoptr (NidaRates) imf = make_monthly ();
  NidaRate rate;
  NidaPeriod undated = { NIDA_DATE_NONE, NIDA_DATE_NONE };

  nida_rates_freeze (rates);
  check (rates, "USD", "SAR", "1990", 375, 100);
  check (rates, "AED", "USD", "2030-05", 10000, 36725);
  check (rates, "QAR", "OMR", "2020", 3845 * 100, 364 * 10000);
  check (rates, "EUR", "BHD", "2023-01-02", 107 * 376, 100000);
  check (rates, "SAR", "EUR", "2023-01-02", 10000, 375 * 107);
  check_none (rates, "USD", "KWD", "2023-01-02");
  check_none (rates, "EUR", "SAR", "2022-12-30");
  g_assert_true (nida_rates_find (rates, "USD", "QAR", undated, &rate));
  g_assert_cmpint (rate.kind, ==, NIDA_RATE_PEG);
  g_assert_null (rate.source);
  g_assert_true (nida_rates_find (rates, "EUR", "BHD", on ("2023-01-02"), &rate));
  g_assert_cmpint (rate.kind, ==, NIDA_RATE_TABLE_AND_PEG);
  g_assert_cmpstr (rate.source, ==, "ECB");

  /* days before months, whichever came first; a table alone before one with a fixed rate */
  nida_rates_absorb (imf, both);
  nida_rates_freeze (imf);
  check (imf, "EUR", "USD", "2023-01-02", 107, 100);
  check (imf, "EUR", "KWD", "2023-01-02", 80, 245);
}

static void
test_deflators (void)
{
  g_autoptr (NidaRates) rates = nida_rates_new ();
  static const struct { const char *country; int year; const char *level; } levels[] = {
    { "KWT", 2015, "0.8" }, { "KWT", 2016, "0.9" }, { "KWT", 2023, "1" }, { "DAC", 2015, "0.5" }, { "DAC", 2023, "1" },
  };
  NidaRatio ratio;
  NidaPeriod span = { nida_date_new_year (2015), nida_date_new_year (2016) };
  int first, last;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      NidaDecimal level;

      g_assert_true (nida_decimal_parse (levels[i].level, strlen (levels[i].level), &level));
      nida_rates_add_deflator (rates, "d.csv", levels[i].country, levels[i].year, level);
    }
  nida_rates_freeze (rates);
  g_assert_true (nida_rates_find_deflator (rates, "KWT", on ("2015-06-01"), 2023, &ratio));
  g_assert_cmpint (ratio.num * 8, ==, ratio.den * 10);
  g_assert_true (nida_rates_find_deflator (rates, "KWT", span, 2023, &ratio));
  g_assert_cmpint (ratio.num * 85, ==, ratio.den * 100);
  g_assert_true (nida_rates_find_deflator (rates, "SAU", on ("2015"), 2023, &ratio));
  g_assert_cmpint (ratio.num, ==, 2);
  g_assert_false (nida_rates_find_deflator (rates, "KWT", on ("2014"), 2023, &ratio));
  g_assert_false (nida_rates_find_deflator (rates, "KWT", on ("2015"), 2024, &ratio));
  g_assert_true (nida_rates_get_deflator_years (rates, &first, &last));
  g_assert_cmpint (first, ==, 2015);
  g_assert_cmpint (last, ==, 2023);
}

static void
test_currencies (void)
{
  g_autoptr (NidaRates) rates = make_monthly ();
  g_auto (GStrv) codes = NULL;
  g_autofree char *all = NULL;

  nida_rates_freeze (rates);
  codes = nida_rates_dup_currencies (rates);
  all = g_strjoinv (" ", codes);
  g_assert_cmpstr (all, ==, "AED BHD EUR KWD OMR QAR SAR USD");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rates/the-last-one-before-the-day-holds-for-ten-days", test_in_force);
  g_test_add_func ("/rates/a-coarse-date-or-a-span-takes-the-mean", test_averages);
  g_test_add_func ("/rates/a-month-holds-in-its-month", test_months);
  g_test_add_func ("/rates/fixed-rates-are-the-last-resort", test_pegs);
  g_test_add_func ("/rates/deflators-are-of-the-donor-or-of-all", test_deflators);
  g_test_add_func ("/rates/currencies-that-can-be-shown", test_currencies);

  return g_test_run ();
}
