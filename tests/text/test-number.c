/* Numbers, percentages and sizes: golden strings in each language and set of digits, and the order they are seen in. */
#include "support.h"
#include "visual-order.h"

static void
test_integer (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();

  assert_text (nida_language_integer (en, 0), "0");
  assert_text (nida_language_integer (en, 11189), "11,189");
  assert_text (nida_language_integer (en, -29), "−29");
  assert_text (nida_language_integer (en, G_MAXINT64), "9,223,372,036,854,775,807");
  assert_text (nida_language_integer (en, G_MININT64), "−9,223,372,036,854,775,808");
  assert_text (nida_language_integer (ar, 11189), N ("11,189"));
  assert_text (nida_language_integer (arab, 11189), "١١٬١٨٩");
  assert_text (nida_language_integer (arab, -29), ALM "−٢٩");
}

static void
test_every_setting_of_digits (void)
{
  static const struct { const char *code; NidaDigits digits; const char *expected; } cases[] = {
    { "en", NIDA_DIGITS_AUTO, "1,234,567" }, { "en", NIDA_DIGITS_LATN, "1,234,567" }, { "en", NIDA_DIGITS_ARAB, "١٬٢٣٤٬٥٦٧" },
    { "ar", NIDA_DIGITS_AUTO, N ("1,234,567") }, { "ar", NIDA_DIGITS_LATN, N ("1,234,567") }, { "ar", NIDA_DIGITS_ARAB, "١٬٢٣٤٬٥٦٧" },
    { "ar-KW", NIDA_DIGITS_AUTO, N ("1,234,567") }, { "ar_EG.UTF-8", NIDA_DIGITS_AUTO, N ("1,234,567") },
    { "ar-AE", NIDA_DIGITS_ARAB, "١٬٢٣٤٬٥٦٧" }, { "arn", NIDA_DIGITS_AUTO, "1,234,567" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaLanguage) language = nida_language_new (cases[i].code, cases[i].digits, NIDA_MONTHS_GULF);

      assert_text (nida_language_integer (language, 1234567), cases[i].expected);
    }
}

static void
test_percent (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();

  assert_text (nida_language_percent (en, 450000, 0), "45%");
  assert_text (nida_language_percent (en, 179000, 1), "17.9%");
  assert_text (nida_language_percent (en, 350000, 1), "35%");
  assert_text (nida_language_percent (en, 505566, 4), "50.5566%");
  assert_text (nida_language_percent (en, 1023000, 0), "102%");
  assert_text (nida_language_percent (en, -32000, 1), "−3.2%");
  assert_text (nida_language_percent (en, 0, 0), "0%");
  assert_text (nida_language_percent (ar, 634000, 1), N ("63.4%"));
  assert_text (nida_language_percent (arab, 634000, 1), "٦٣٫٤٪" ALM);
}

static void
test_percent_rounds_half_to_even (void)
{
  g_autoptr (NidaLanguage) en = english ();

  assert_text (nida_language_percent (en, 445000, 0), "44%");
  assert_text (nida_language_percent (en, 455000, 0), "46%");
  assert_text (nida_language_percent (en, 455001, 0), "46%");
  assert_text (nida_language_percent (en, 445001, 0), "45%");
}

static void
test_percent_never_rounds_something_to_nothing (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();

  assert_text (nida_language_percent (en, 5000, 0), "<1%");
  assert_text (nida_language_percent (en, 1, 0), "<1%");
  assert_text (nida_language_percent (en, 400, 1), "<0.1%");
  assert_text (nida_language_percent (en, 5001, 0), "1%");
  assert_text (nida_language_percent (en, -1, 0), "0%");
  assert_text (nida_language_percent (ar, 1, 0), "أقل من " N ("1%"));
  assert_text (nida_language_percent (arab, 1, 0), "أقل من ١٪" ALM);
}

static void
test_percent_parts (void)
{
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;

  nida_language_percent_parts (ar, 179000, &number, &unit);
  g_assert_cmpstr (number, ==, N ("17.9"));
  g_assert_cmpstr (unit, ==, "%");
}

static void
test_seen_order (void)
{
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();
  g_autofree char *percent = nida_language_percent (ar, 370000, 0);
  g_autofree char *covered = g_strconcat ("تغطية ", percent, NULL);
  g_autofree char *negative = nida_language_integer (ar, -32);
  g_autofree char *change = g_strconcat ("تغير ", negative, NULL);
  g_autofree char *arab_percent = nida_language_percent (arab, 370000, 0);
  g_autofree char *arab_negative = nida_language_integer (arab, -32);

  /* Right-to-left words are listed here as the eye meets them from the left. */
  assert_seen (covered, PANGO_DIRECTION_RTL, "37% ةيطغت");
  assert_seen (change, PANGO_DIRECTION_RTL, "−32 ريغت");
  /* ٠-٩ keep the sign on the right, where an Arabic reader begins. */
  assert_seen (arab_percent, PANGO_DIRECTION_RTL, "٪٣٧");
  assert_seen (arab_negative, PANGO_DIRECTION_RTL, "٣٢−");
  assert_seen (arab_negative, PANGO_DIRECTION_LTR, "٣٢−");
  assert_seen (negative, PANGO_DIRECTION_LTR, "−32");
}

static void
test_bytes (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  assert_text (nida_language_bytes (en, 0), "0 bytes");
  assert_text (nida_language_bytes (en, 999), "999 bytes");
  assert_text (nida_language_bytes (en, 1000), "1 kB");
  assert_text (nida_language_bytes (en, 999949), "999.9 kB");
  assert_text (nida_language_bytes (en, 999950), "1 MB");
  assert_text (nida_language_bytes (en, 198876543), "198.9 MB");
  assert_text (nida_language_bytes (en, G_MAXUINT64), "18,446,744.1 TB");
  assert_text (nida_language_bytes (ar, 1500000), N ("1.5") " ميغابايت");
}

static void
test_digits (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();

  assert_text (nida_language_digits (en, "2024-03"), "2024-03");
  assert_text (nida_language_digits (arab, "2024-03"), "٢٠٢٤-٠٣");
}

static void
test_ratio (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  gboolean exact;

  assert_text (nida_language_ratio (en, (NidaRatio) { 1, 1 }, &exact), "1");
  assert_text (nida_language_ratio (en, (NidaRatio) { 5343, 5000 }, &exact), "1.0686");
  g_assert_true (exact);
  assert_text (nida_language_ratio (en, (NidaRatio) { 1, 3 }, &exact), "0.33333333");
  g_assert_false (exact);
  assert_text (nida_language_ratio (en, (NidaRatio) { 1, 89500 }, &exact), "0.000011173184");
  g_assert_false (exact);
  assert_text (nida_language_ratio (en, (NidaRatio) { 89500, 1 }, &exact), "89,500");
  assert_text (nida_language_ratio (en, (NidaRatio) { G_MAXINT64, 1 }, &exact), "9,223,372,036,854,775,807");
  assert_text (nida_language_ratio (ar, (NidaRatio) { 5343, 5000 }, &exact), N ("1.0686"));
}

/* Small numbers, which are not grouped, are written as the end of large ones is. */
static void
test_small (void)
{
  static const struct { const char *code; NidaDigits digits; } settings[] = {
    { "en", NIDA_DIGITS_LATN }, { "en", NIDA_DIGITS_ARAB }, { "ar", NIDA_DIGITS_LATN }, { "ar", NIDA_DIGITS_ARAB }, { "ar-EG", NIDA_DIGITS_AUTO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    for (guint part = 1; part < 1000; part += 7)
      {
        g_autoptr (NidaLanguage) language = nida_language_new (settings[i].code, settings[i].digits, NIDA_MONTHS_GULF);
        gboolean exact;
        g_autofree char *small = nida_language_ratio (language, (NidaRatio) { 100000 + part, 1000 }, &exact);
        g_autofree char *large = nida_language_ratio (language, (NidaRatio) { 7100000 + part, 1000 }, &exact);
        const char *end = g_str_has_prefix (small, LRI) ? small + strlen (LRI) : small;

        g_assert_true (g_str_has_suffix (large, end));
        g_assert_cmpuint (g_utf8_strlen (large, -1), ==, g_utf8_strlen (small, -1) + 2);       /* "7," */
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/integer/is-grouped-and-signed", test_integer);
  g_test_add_func ("/number/digits/auto-is-0-to-9-in-every-language", test_every_setting_of_digits);
  g_test_add_func ("/number/small/is-the-end-of-a-large-one", test_small);
  g_test_add_func ("/number/percent/leaves-out-zeros", test_percent);
  g_test_add_func ("/number/percent/rounds-half-to-even", test_percent_rounds_half_to_even);
  g_test_add_func ("/number/percent/never-rounds-something-to-nothing", test_percent_never_rounds_something_to_nothing);
  g_test_add_func ("/number/percent/parts", test_percent_parts);
  g_test_add_func ("/number/bidi/signs-stand-where-a-reader-expects", test_seen_order);
  g_test_add_func ("/number/ratio/exact-or-eight-digits", test_ratio);
  g_test_add_func ("/number/bytes/counts-in-thousands", test_bytes);
  g_test_add_func ("/number/digits/maps-only-digits", test_digits);
  return g_test_run ();
}
