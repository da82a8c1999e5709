/* Dates, spans and times: golden strings for each style and choice of month names, always Gregorian. */
#include "support.h"
#include "visual-order.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static NidaPeriod
span (NidaDate start,
      NidaDate end)
{
  return (NidaPeriod) { start, end };
}

static void
test_english (void)
{
  g_autoptr (NidaLanguage) en = english ();
  NidaDate day = nida_date_new_day (2026, 3, 9);
  NidaDate month = nida_date_new_month (2026, 3);
  NidaDate quarter = nida_date_new_quarter (2026, 1);
  NidaDate year = nida_date_new_year (2026);

  assert_text (nida_language_date (en, day, NIDA_DATE_SHORT), "9 Mar");
  assert_text (nida_language_date (en, day, NIDA_DATE_MEDIUM), "9 Mar 2026");
  assert_text (nida_language_date (en, day, NIDA_DATE_LONG), "9 March 2026");
  assert_text (nida_language_date (en, month, NIDA_DATE_SHORT), "Mar");
  assert_text (nida_language_date (en, month, NIDA_DATE_MEDIUM), "Mar 2026");
  assert_text (nida_language_date (en, month, NIDA_DATE_LONG), "March 2026");
  assert_text (nida_language_date (en, quarter, NIDA_DATE_SHORT), "Q1");
  assert_text (nida_language_date (en, quarter, NIDA_DATE_MEDIUM), "Q1 2026");
  assert_text (nida_language_date (en, year, NIDA_DATE_SHORT), "2026");
  assert_text (nida_language_date (en, year, NIDA_DATE_LONG), "2026");
  assert_text (nida_language_date (en, NIDA_DATE_NONE, NIDA_DATE_SHORT), "Undated");
}

static void
test_arabic (void)
{
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();
  NidaDate day = nida_date_new_day (2026, 3, 9);

  assert_text (nida_language_date (ar, day, NIDA_DATE_SHORT), N ("9") " مارس");
  assert_text (nida_language_date (ar, day, NIDA_DATE_MEDIUM), N ("9") " مارس " N ("2026"));
  assert_text (nida_language_date (ar, nida_date_new_month (2026, 3), NIDA_DATE_MEDIUM), "مارس " N ("2026"));
  assert_text (nida_language_date (ar, nida_date_new_quarter (2026, 1), NIDA_DATE_MEDIUM), "الربع الأول " N ("2026"));
  assert_text (nida_language_date (ar, NIDA_DATE_NONE, NIDA_DATE_MEDIUM), "بلا تاريخ");
  assert_text (nida_language_date (arab, day, NIDA_DATE_MEDIUM), "٩ مارس ٢٠٢٦");
  assert_text (nida_language_date (arab, nida_date_new_year (2026), NIDA_DATE_SHORT), "٢٠٢٦");
}

static void
test_month_names (void)
{
  static const char * const gulf[] = {
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
  };
  static const char * const levant[] = {
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
  };
  g_autoptr (NidaLanguage) western = nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaLanguage) eastern = nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_LEVANT);
  g_autoptr (NidaLanguage) both = nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_BOTH);

  for (int month = 1; month <= 12; month++)
    {
      NidaDate date = nida_date_new_month (2026, month);
      g_autofree char *joined = g_strconcat (levant[month - 1], "/", gulf[month - 1], NULL);

      /* An axis takes the whole name too: «مار» is no month. */
      assert_text (nida_language_date (western, date, NIDA_DATE_SHORT), gulf[month - 1]);
      assert_text (nida_language_date (eastern, date, NIDA_DATE_SHORT), levant[month - 1]);
      assert_text (nida_language_date (both, date, NIDA_DATE_SHORT), joined);
    }
}

static void
test_spans (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();
  NidaPeriod years = span (nida_date_new_year (2009), nida_date_new_year (2023));
  NidaPeriod months = span (nida_date_new_month (2020, 4), nida_date_new_month (2026, 4));
  NidaPeriod in_year = span (nida_date_new_day (2026, 2, 1), nida_date_new_day (2026, 3, 31));
  NidaPeriod fiscal = span (nida_date_new_month (2024, 4), nida_date_new_month (2025, 3));
  NidaPeriod single = span (nida_date_new_quarter (2026, 1), nida_date_new_quarter (2026, 1));

  assert_text (nida_language_period (en, years, NIDA_DATE_MEDIUM), "2009–2023");
  assert_text (nida_language_period (en, months, NIDA_DATE_MEDIUM), "Apr 2020 – Apr 2026");
  assert_text (nida_language_period (en, in_year, NIDA_DATE_MEDIUM), "1 Feb – 31 Mar 2026");
  assert_text (nida_language_period (en, fiscal, NIDA_DATE_MEDIUM), "2024/25");
  assert_text (nida_language_period (en, single, NIDA_DATE_MEDIUM), "Q1 2026");
  assert_text (nida_language_period (en, span (NIDA_DATE_NONE, NIDA_DATE_NONE), NIDA_DATE_MEDIUM), "Undated");
  assert_text (nida_language_period (ar, years, NIDA_DATE_MEDIUM), N ("2009–2023"));
  assert_text (nida_language_period (ar, months, NIDA_DATE_MEDIUM), "أبريل " N ("2020") " – أبريل " N ("2026"));
  assert_text (nida_language_period (ar, fiscal, NIDA_DATE_MEDIUM), N ("2024/25"));
  assert_text (nida_language_period (arab, years, NIDA_DATE_MEDIUM), "٢٠٠٩–٢٠٢٣");
}

/* What period_of_step() makes of a date is said as the step, not as two dates. */
static void
test_fiscal_year_of_a_step (void)
{
  g_autoptr (NidaLanguage) en = english ();
  NidaPeriod kuwait = nida_period_of_step (nida_date_new_day (2025, 2, 1), NIDA_STEP_FISCAL_YEAR, 4);
  NidaPeriod century = nida_period_of_step (nida_date_new_day (1999, 9, 1), NIDA_STEP_FISCAL_YEAR, 4);

  assert_text (nida_language_period (en, kuwait, NIDA_DATE_SHORT), "2024/25");
  assert_text (nida_language_period (en, century, NIDA_DATE_SHORT), "1999/00");
}

static void
test_seen_order (void)
{
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();
  g_autofree char *years = nida_language_period (ar, span (nida_date_new_year (2019), nida_date_new_year (2026)), NIDA_DATE_MEDIUM);
  g_autofree char *funding = g_strconcat ("تمويل ", years, NULL);
  g_autofree char *day = nida_language_date (ar, nida_date_new_day (2026, 3, 9), NIDA_DATE_MEDIUM);
  g_autofree char *arab_years = nida_language_period (arab, span (nida_date_new_year (2019), nida_date_new_year (2026)), NIDA_DATE_MEDIUM);

  assert_seen (funding, PANGO_DIRECTION_RTL, "2019–2026 ليومت");
  assert_seen (day, PANGO_DIRECTION_RTL, "2026 سرام 9");
  assert_seen (arab_years, PANGO_DIRECTION_RTL, "٢٠٢٦–٢٠١٩");
}

/* ICU's own default for ar-SA is the Umm al-Qura calendar, 1447 instead of 2026. */
static void
test_always_gregorian (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (NidaLanguage) language = NULL;

      g_setenv ("LC_ALL", "ar_SA.UTF-8", TRUE);
      g_setenv ("LANG", "ar_SA.UTF-8", TRUE);
      setlocale (LC_ALL, "");
      language = nida_language_new ("ar-SA", NIDA_DIGITS_ARAB, NIDA_MONTHS_GULF);
      assert_text (nida_language_date (language, nida_date_new_day (2026, 3, 9), NIDA_DATE_LONG), "٩ مارس ٢٠٢٦");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_time (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  gint64 moment = G_GINT64_CONSTANT (1776434700) * G_USEC_PER_SEC;    /* 2026-04-17 14:05 UTC */

  assert_text (nida_language_time (en, moment), "17 Apr 2026, 14:05");
  assert_text (nida_language_time (ar, moment), N ("17") " أبريل " N ("2026") "، " N ("14:05"));
  assert_text (nida_language_time (en, G_MAXINT64), "Undated");
}

static void
test_moment (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  gint64 end = nida_date_local_end (nida_date_new_day (2026, 10, 1));

  g_assert_cmpint (end, ==, G_GINT64_CONSTANT (1790899199999999));
  g_assert_cmpint (nida_date_local_end (nida_date_new_month (2026, 9)), ==,
                   nida_date_local_end (nida_date_new_day (2026, 9, 30)));
  g_assert_cmpint (nida_date_local_end (NIDA_DATE_NONE), ==, 0);
  assert_text (nida_language_moment (en, end, TRUE), "1 Oct 2026");
  assert_text (nida_language_moment (en, end - 1, TRUE), "1 Oct 2026, 23:59:59");
  assert_text (nida_language_moment (en, end - 1, FALSE), "1 Oct 2026, 23:59");
  assert_text (nida_language_moment (ar, end, TRUE), "⁦1⁩ أكتوبر ⁦2026⁩");
}

/* The words are ICU's, which may change them: what must hold is the number, its plural and its place. */
static void
test_ago (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autofree char *few = nida_language_ago (ar, 5 * 60);
  g_autofree char *many = nida_language_ago (ar, 15 * 60);

  assert_text (nida_language_ago (en, 0), "just now");
  assert_text (nida_language_ago (en, 59), "just now");
  assert_text (nida_language_ago (en, 60), "1 minute ago");
  assert_text (nida_language_ago (en, 5 * 60 + 59), "5 minutes ago");
  assert_text (nida_language_ago (en, 2 * 86400), "2 days ago");
  assert_text (nida_language_ago (en, 400 * 86400), "1 year ago");
  assert_text (nida_language_ago (ar, 10), "الآن");
  g_assert_nonnull (strstr (few, "5 دقائق"));
  g_assert_nonnull (strstr (many, "15 دقيقة"));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  tzset ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/english/every-precision-and-style", test_english);
  g_test_add_func ("/dates/arabic/every-precision", test_arabic);
  g_test_add_func ("/dates/months/gulf-levant-and-both", test_month_names);
  g_test_add_func ("/dates/span/says-its-year-once", test_spans);
  g_test_add_func ("/dates/span/fiscal-year-has-a-name", test_fiscal_year_of_a_step);
  g_test_add_func ("/dates/bidi/spans-read-from-the-first-year", test_seen_order);
  g_test_add_func ("/dates/calendar/gregorian-in-ar-sa", test_always_gregorian);
  g_test_add_func ("/dates/time/local-date-and-clock", test_time);
  g_test_add_func ("/dates/moment/the-end-of-a-day-is-the-day", test_moment);
  g_test_add_func ("/dates/ago/counts-whole-units", test_ago);
  return g_test_run ();
}
