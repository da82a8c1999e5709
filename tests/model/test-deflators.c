/* Prices of a country, or of the DAC where it has none; of two levels the larger one, in any order. */
#include "deflators.h"

static NidaDecimal
level (gint64 mantissa)
{
  return (NidaDecimal) { .mantissa = mantissa, .decimals = 1 };
}

static void
test_find (void)
{
  NidaDeflators table, other;
  NidaPeriod of_2020 = { nida_date_new_year (2020), nida_date_new_year (2020) };
  NidaPeriod span = { nida_date_new_year (2020), nida_date_new_year (2021) };
  NidaRatio ratio;

  nida_deflators_init (&table);
  nida_deflators_init (&other);
  g_assert_true (nida_deflators_is_empty (&table));
  nida_deflators_add (&table, "b", "DAC", 2020, level (500));
  nida_deflators_add (&table, "b", "DAC", 2023, level (1000));
  nida_deflators_add (&other, "a", "KWT", 2020, level (750));
  nida_deflators_add (&other, "a", "KWT", 2020, level (800));
  nida_deflators_add (&other, "a", "KWT", 2020, level (700));
  nida_deflators_add (&other, "a", "KWT", 2021, level (1200));
  nida_deflators_add (&other, "a", "KWT", 2023, level (1000));
  nida_deflators_absorb (&table, &other);
  g_assert_cmpstr (table.source, ==, "a");
  g_assert_cmpint (table.first_year, ==, 2020);
  g_assert_cmpint (table.last_year, ==, 2023);

  g_assert_true (nida_deflators_find (&table, "KWT", of_2020, 2023, &ratio));
  g_assert_true (ratio.num * 4 == ratio.den * 5);
  g_assert_true (nida_deflators_find (&table, "KWT", span, 2023, &ratio));
  g_assert_true (ratio.num == ratio.den);
  g_assert_true (nida_deflators_find (&table, "QAT", of_2020, 2023, &ratio));
  g_assert_true (ratio.num == ratio.den * 2);
  g_assert_false (nida_deflators_find (&table, "QAT", span, 2023, &ratio));
  g_assert_false (nida_deflators_find (&table, NULL, of_2020, 2024, &ratio));
  nida_deflators_clear (&table);
  nida_deflators_clear (&other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deflators/of-the-country-or-of-the-dac", test_find);
  return g_test_run ();
}
