/* Amounts of money: golden strings of every form in each language, what Arabic counts with the plural, decimals of
 * currencies, and the order in which signs and currencies are seen. */
#include "support.h"
#include "visual-order.h"

#include "field.h"

#define USD(units) ((NidaMoney) (units) * NIDA_MONEY_UNIT)

typedef struct { NidaMoney money; const char *expected; } Case;

static void
test_short (void)
{
  static const Case cases[] = {
    { USD (7863000000), "$7.86B" }, { USD (619000000), "$619M" }, { USD (500000), "$500K" }, { USD (12345678), "$12.3M" },
    { 0, "$0" }, { USD (950), "$950" }, { USD (1000000), "$1M" }, { USD (2300000000), "$2.3B" }, { 1500, "$1.5" },
    { USD (999499), "$999K" }, { USD (999500), "$1M" }, { USD (1254000000000), "$1.25T" }, { USD (-3200000), "−$3.2M" },
    { G_MAXINT64, "$9,220T" }, { -G_MAXINT64, "−$9,220T" }, { NIDA_MONEY_NONE, "—" }, { 1, "$0.001" },
  };
  g_autoptr (NidaLanguage) en = english ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (nida_language_money_short (en, cases[i].money, "USD"), cases[i].expected);
  assert_text (nida_language_money_short (en, USD (7863000000), NULL), "$7.86B");
  assert_text (nida_language_money_short (en, USD (1234567), "KWD"), "KWD 1.23M");
  assert_text (nida_language_money_short (en, USD (-1234567), "KWD"), "−KWD 1.23M");
  assert_text (nida_language_money_short (en, USD (1234567), "EUR"), "€1.23M");
  assert_text (nida_language_money_short (en, USD (1234567), "not a code"), "not a code 1.23M");
}

static void
test_short_arabic (void)
{
  static const Case cases[] = {
    { USD (7863000000), N ("7.86") " مليار" }, { USD (619000000), N ("619") " مليون" }, { USD (500000), N ("500") " ألف" },
    { USD (4000000000), N ("4") " مليارات" }, { USD (950), N ("950") }, { 0, N ("0") }, { USD (-3200000), N ("−3.2") " مليون" },
  };
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (nida_language_money_short (ar, cases[i].money, "USD"), cases[i].expected);
  assert_text (nida_language_money_short (arab, USD (7863000000), "USD"), "٧٫٨٦ مليار");
  assert_text (nida_language_money_short (arab, USD (-3200000), "USD"), ALM "−٣٫٢ مليون");
}

static void
test_long (void)
{
  static const Case cases[] = {
    { USD (7863000000), "$7.86 billion" }, { USD (950), "$950" }, { USD (5000), "$5,000" }, { USD (12345), "$12,300" },
    { USD (500000), "$500,000" }, { USD (2000000), "$2 million" }, { USD (-3200000), "−$3.2 million" },
    { USD (1254000000), "$1.25 billion" },
  };
  g_autoptr (NidaLanguage) en = english ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (nida_language_money_long (en, cases[i].money, "USD"), cases[i].expected);
  assert_text (nida_language_money_long (en, USD (1234567), "KWD"), "KWD 1.23 million");
}

static void
test_long_arabic_counts_its_nouns (void)
{
  static const Case cases[] = {
    { USD (950), N ("950") " دولار" }, { USD (5000), N ("5") " آلاف دولار" }, { USD (2000000), N ("2") " مليون دولار" },
    { USD (3000000), N ("3") " ملايين دولار" }, { USD (10000000), N ("10") " ملايين دولار" },
    { USD (11000000), N ("11") " مليون دولار" }, { USD (1254000000), N ("1.25") " مليار دولار" },
    { USD (4000000000), N ("4") " مليارات دولار" }, { USD (103000000), N ("103") " ملايين دولار" },
    { USD (100000000), N ("100") " مليون دولار" }, { USD (3500000), N ("3.5") " مليون دولار" },
    { USD (5), N ("5") " دولارات" }, { 5500, N ("5.5") " دولار" },
  };
  g_autoptr (NidaLanguage) ar = arabic ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (nida_language_money_long (ar, cases[i].money, "USD"), cases[i].expected);
  assert_text (nida_language_money_long (ar, USD (1234567), "KWD"), N ("1.23") " مليون دينار كويتي");
}

static void
test_exact (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();

  assert_text (nida_language_money_exact (en, USD (17064284), "USD"), "$17,064,284");
  assert_text (nida_language_money_exact (en, 16589361490, "USD"), "$16,589,361.49");
  assert_text (nida_language_money_exact (en, 1234500, "USD"), "$1,234.50");
  assert_text (nida_language_money_exact (en, 1234567, "USD"), "$1,234.567");
  assert_text (nida_language_money_exact (en, -1234500, "USD"), "−$1,234.50");
  assert_text (nida_language_money_exact (en, 0, "USD"), "$0");
  assert_text (nida_language_money_exact (en, G_MAXINT64, "USD"), "$9,223,372,036,854,775.807");
  assert_text (nida_language_money_exact (ar, USD (17064284), "USD"), N ("17,064,284") " دولار");
  assert_text (nida_language_money_exact (arab, USD (17064284), "USD"), "١٧٬٠٦٤٬٢٨٤ دولار");
  assert_text (nida_language_money_bare (en, USD (17064284), "USD"), "17,064,284");
  assert_text (nida_language_money_bare (en, -1234500, "KWD"), "−1,234.500");
  assert_text (nida_language_money_bare (ar, USD (17064284), "USD"), N ("17,064,284"));
  assert_text (nida_language_money_bare (arab, 1234500, "KWD"), "١٬٢٣٤٫٥٠٠");
}

/* Decimals of ISO 4217: three for the dinars and the rial of the Gulf, none for the yen. */
static void
test_exact_decimals (void)
{
  static const struct { const char *currency, *expected; } cases[] = {
    { "KWD", "KWD 1,234.500" }, { "BHD", "BHD 1,234.500" }, { "OMR", "OMR 1,234.500" }, { "JOD", "JOD 1,234.500" },
    { "EUR", "€1,234.50" }, { "JPY", "¥1,234.5" }, { "IQD", "IQD 1,234.5" }, { "SAR", "SAR 1,234.50" },
  };
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (nida_language_money_exact (en, 1234500, cases[i].currency), cases[i].expected);
  assert_text (nida_language_money_exact (en, USD (1234), "KWD"), "KWD 1,234");
  assert_text (nida_language_money_exact (arab, 1234500, "KWD"), "١٬٢٣٤٫٥٠٠ دينار كويتي");
}

static void
assert_parts (NidaLanguage *language,
              NidaMoney     money,
              const char   *currency,
              const char   *expected_number,
              const char   *expected_unit)
{
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;

  nida_language_money_parts (language, money, currency, &number, &unit);
  g_assert_cmpstr (number, ==, expected_number);
  g_assert_cmpstr (unit, ==, expected_unit);
}

static void
test_parts (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  assert_parts (en, USD (29900000000), "USD", "29.9", "billion US$");
  assert_parts (en, USD (1234567), "KWD", "1.23", "million KWD");
  assert_parts (en, USD (950), "USD", "950", "US$");
  assert_parts (en, NIDA_MONEY_NONE, "USD", "—", "");
  assert_parts (ar, USD (29900000000), "USD", N ("29.9"), "مليار دولار");
  assert_parts (ar, USD (8000000000), NULL, N ("8"), "مليارات دولار");
}

/* Figures of one grid share a unit that is said once. */
static void
test_in_unit (void)
{
  g_autoptr (NidaLanguage) en = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaLanguage) arab = nida_language_new ("ar", NIDA_DIGITS_ARAB, NIDA_MONTHS_GULF);

  assert_text (nida_language_money_in (en, USD (448123456), NIDA_SCALE_MILLION), "448");
  assert_text (nida_language_money_in (en, USD (1449000), NIDA_SCALE_MILLION), "1.45");
  assert_text (nida_language_money_in (en, USD (1624000000), NIDA_SCALE_MILLION), "1,620");
  assert_text (nida_language_money_in (en, USD (72800), NIDA_SCALE_MILLION), "0.07");
  assert_text (nida_language_money_in (en, USD (-2500000), NIDA_SCALE_MILLION), "−2.5");
  assert_text (nida_language_money_in (en, USD (454990), NIDA_SCALE_MILLION), "0.45");
  assert_text (nida_language_money_in (en, USD (999600), NIDA_SCALE_MILLION), "1");
  assert_text (nida_language_money_in (en, USD (1004990), NIDA_SCALE_MILLION), "1");
  assert_text (nida_language_money_in (en, USD (3000), NIDA_SCALE_MILLION), "≈0");
  assert_text (nida_language_money_in (en, USD (-1), NIDA_SCALE_MILLION), "≈0");
  assert_text (nida_language_money_in (en, 0, NIDA_SCALE_MILLION), "0");
  assert_text (nida_language_money_in (en, USD (12), NIDA_SCALE_ONE), "12");
  assert_text (nida_language_money_in (arab, USD (1449000), NIDA_SCALE_MILLION), "١٫٤٥");
  assert_text (nida_language_money_unit (en, NIDA_SCALE_MILLION, NULL), "million US$");
  assert_text (nida_language_money_unit (arab, NIDA_SCALE_MILLION, "USD"), "مليون دولار");
}

static void
test_ticks (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  assert_text (nida_language_tick (en, USD (50000000), NIDA_SCALE_MILLION), "50");
  assert_text (nida_language_tick (en, USD (2500000), NIDA_SCALE_MILLION), "2.5");
  assert_text (nida_language_tick (en, USD (250000), NIDA_SCALE_BILLION), "0.00025");
  assert_text (nida_language_tick (en, 0, NIDA_SCALE_BILLION), "0");
  assert_text (nida_language_tick (en, USD (-1200000000), NIDA_SCALE_MILLION), "−1,200");
  assert_text (nida_language_tick_with_unit (en, USD (4000000000), NIDA_SCALE_BILLION, "USD"), "4 billion US$");
  assert_text (nida_language_tick_with_unit (en, USD (4000), NIDA_SCALE_ONE, NULL), "4,000 US$");
  assert_text (nida_language_tick_with_unit (ar, USD (4000000000), NIDA_SCALE_BILLION, "USD"), N ("4") " مليارات دولار");
  assert_text (nida_language_tick_with_unit (ar, USD (25000000), NIDA_SCALE_MILLION, "USD"), N ("25") " مليون دولار");
  assert_text (nida_language_tick_with_unit (ar, USD (10000000), NIDA_SCALE_MILLION, "USD"), N ("10") " ملايين دولار");
}

static void
test_magnitude (void)
{
  g_assert_cmpint (nida_magnitude_for (0), ==, NIDA_SCALE_ONE);
  g_assert_cmpint (nida_magnitude_for (USD (9999)), ==, NIDA_SCALE_ONE);
  g_assert_cmpint (nida_magnitude_for (USD (10000)), ==, NIDA_SCALE_THOUSAND);
  g_assert_cmpint (nida_magnitude_for (USD (25000000)), ==, NIDA_SCALE_MILLION);
  g_assert_cmpint (nida_magnitude_for (USD (-4000000000)), ==, NIDA_SCALE_BILLION);
  g_assert_cmpint (nida_magnitude_for (G_MAXINT64), ==, NIDA_SCALE_TRILLION);
  /* 999.6 million is told as a billion */
  g_assert_cmpint (nida_magnitude_of (USD (999400000)), ==, NIDA_SCALE_MILLION);
  g_assert_cmpint (nida_magnitude_of (USD (-999600000)), ==, NIDA_SCALE_BILLION);
}

static void
test_currency_name (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  assert_text (nida_language_currency_name (en, NULL), "US$");
  assert_text (nida_language_currency_name (en, "KWD"), "KWD");
  assert_text (nida_language_currency_name (ar, "USD"), "دولار");
  assert_text (nida_language_currency_name (ar, "KWD"), "د.ك.");
  assert_text (nida_language_currency_name (ar, "CHF"), N ("CHF"));
}

static void
test_qualified (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  assert_text (nida_language_qualified (en, NIDA_QUALIFIER_ABOUT, "$70M"), "≈ $70M");
  assert_text (nida_language_qualified (en, NIDA_QUALIFIER_AT_LEAST, "$70M"), "≥ $70M");
  assert_text (nida_language_qualified (en, NIDA_QUALIFIER_AT_MOST, "$70M"), "≤ $70M");
  assert_text (nida_language_qualified (en, NIDA_QUALIFIER_EXACT, "$70M"), "$70M");
  assert_text (nida_language_qualified (en, NIDA_QUALIFIER_NONE, "$70M"), "$70M");
  assert_text (nida_language_qualified (ar, NIDA_QUALIFIER_ABOUT, "70 مليون"), "≈ 70 مليون");
  assert_text (nida_language_qualified (ar, NIDA_QUALIFIER_AT_LEAST, "70 مليون"), "70 مليون فأكثر");
  assert_text (nida_language_qualified (ar, NIDA_QUALIFIER_AT_MOST, "70 مليون"), "70 مليون فأقل");
}

static void
test_seen_order (void)
{
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();
  g_autofree char *negative = nida_language_money_short (ar, USD (-3200000), "USD");
  g_autofree char *arab_negative = nida_language_money_short (arab, USD (-3200000), "USD");
  g_autofree char *francs = nida_language_currency_name (ar, "CHF");
  g_autofree char *amount = g_strconcat ("3 مليار ", francs, NULL);

  assert_seen (negative, PANGO_DIRECTION_RTL, "نويلم −3.2");
  assert_seen (arab_negative, PANGO_DIRECTION_RTL, "نويلم ٣٫٢−");
  assert_seen (amount, PANGO_DIRECTION_RTL, "CHF رايلم 3");
  assert_seen ("3 مليار " LRI "US$" PDI, PANGO_DIRECTION_RTL, "US$ رايلم 3");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money-words/short/three-digits-and-a-letter", test_short);
  g_test_add_func ("/money-words/short/arabic-leaves-the-currency-out", test_short_arabic);
  g_test_add_func ("/money-words/long/english-writes-thousands-out", test_long);
  g_test_add_func ("/money-words/long/arabic-counts-its-nouns", test_long_arabic_counts_its_nouns);
  g_test_add_func ("/money-words/exact/loses-no-digit", test_exact);
  g_test_add_func ("/money-words/exact/decimals-of-the-currency", test_exact_decimals);
  g_test_add_func ("/money-words/parts/number-and-unit", test_parts);
  g_test_add_func ("/money-words/in-one-unit", test_in_unit);
  g_test_add_func ("/money-words/tick/last-one-names-the-unit", test_ticks);
  g_test_add_func ("/money-words/magnitude/fits-the-largest", test_magnitude);
  g_test_add_func ("/money-words/currency-name", test_currency_name);
  g_test_add_func ("/money-words/qualified/never-reversed-by-mirroring", test_qualified);
  g_test_add_func ("/money-words/bidi/signs-and-codes-stand-right", test_seen_order);
  return g_test_run ();
}
