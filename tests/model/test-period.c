/* Civil dates against GDate, and the groups of each step. */
#include "period.h"

static void
test_every_day (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, 1, 1900);
  gint32 epoch, days;

  {
    g_autoptr (GDate) first = g_date_new_dmy (1, 1, 1970);

    epoch = g_date_get_julian (first);
  }
  for (; g_date_get_year (date) <= 2200; g_date_add_days (date, 1))
    {
      int year, month, day;

      days = (gint32) g_date_get_julian (date) - epoch;
      g_assert_cmpint (nida_days_from_civil (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date)), ==, days);
      nida_civil_from_days (days, &year, &month, &day);
      g_assert_cmpint (year, ==, g_date_get_year (date));
      g_assert_cmpint (month, ==, g_date_get_month (date));
      g_assert_cmpint (day, ==, g_date_get_day (date));
    }
}

static void
test_round_trip_of_all_years (void)
{
  gint32 before = nida_days_from_civil (999, 12, 31);

  for (int year = 1000; year <= 2999; year++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= 31; day++)
        {
          g_assert_cmpint (nida_civil_valid (year, month, day), ==,
                           g_date_valid_dmy (day, month, year));
          if (nida_civil_valid (year, month, day))
            g_assert_cmpint (nida_days_from_civil (year, month, day), ==, ++before);
        }
  g_assert_false (nida_civil_valid (999, 1, 1));
  g_assert_false (nida_civil_valid (3000, 1, 1));
  g_assert_false (nida_civil_valid (2024, 0, 1));
  g_assert_false (nida_civil_valid (2024, 13, 1));
}

static void
test_precision (void)
{
  g_assert_cmpint (nida_date_last_day (nida_date_new_year (2024)), ==, nida_days_from_civil (2024, 12, 31));
  g_assert_cmpint (nida_date_last_day (nida_date_new_month (2024, 2)), ==, nida_days_from_civil (2024, 2, 29));
  g_assert_cmpint (nida_date_last_day (nida_date_new_month (2023, 12)), ==, nida_days_from_civil (2023, 12, 31));
  g_assert_cmpint (nida_date_last_day (nida_date_new_quarter (2024, 4)), ==, nida_days_from_civil (2024, 12, 31));
  g_assert_cmpint (nida_date_first_day (nida_date_new_quarter (2024, 2)), ==, nida_days_from_civil (2024, 4, 1));
  g_assert_cmpint (nida_date_year (nida_date_new_day (1999, 12, 31)), ==, 1999);
  g_assert_cmpint (nida_date_year (NIDA_DATE_NONE), ==, 0);
}

static void
test_pack (void)
{
  static const int years[] = { 1000, 1969, 1970, 2024, 2999 };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      NidaDate dates[] = {
        nida_date_new_day (years[i], 1, 1), nida_date_new_day (years[i], 12, 31), nida_date_new_month (years[i], 7),
        nida_date_new_quarter (years[i], 3), nida_date_new_year (years[i]),
      };

      for (gsize j = 0; j < G_N_ELEMENTS (dates); j++)
        {
          NidaDate back = nida_date_unpack (nida_date_pack (dates[j]));

          g_assert_cmpint (back.day, ==, dates[j].day);
          g_assert_cmpint (back.precision, ==, dates[j].precision);
          g_assert_cmpint (nida_date_pack (dates[j]), !=, 0);
        }
    }
  g_assert_cmpint (nida_date_pack (NIDA_DATE_NONE), ==, 0);
  g_assert_cmpint (nida_date_unpack (0).precision, ==, NIDA_PRECISION_NONE);
}

static char *
group (NidaDate date,
       NidaStep step,
       guint    fiscal_start)
{
  return nida_period_to_string (nida_period_of_step (date, step, fiscal_start));
}

static void
assert_group (NidaDate    date,
              NidaStep    step,
              guint       fiscal_start,
              const char *expected)
{
  g_autofree char *text = group (date, step, fiscal_start);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_steps (void)
{
  NidaDate day = nida_date_new_day (2024, 2, 4);

  assert_group (day, NIDA_STEP_NONE, 1, "2024-02-04");
  assert_group (day, NIDA_STEP_DAY, 1, "2024-02-04");
  assert_group (day, NIDA_STEP_MONTH, 1, "2024-02");
  assert_group (day, NIDA_STEP_QUARTER, 1, "2024-Q1");
  assert_group (day, NIDA_STEP_YEAR, 1, "2024");
  assert_group (day, NIDA_STEP_FISCAL_YEAR, 1, "2024");
  assert_group (day, NIDA_STEP_FISCAL_YEAR, 4, "2023/24");
  assert_group (nida_date_new_day (2024, 3, 31), NIDA_STEP_FISCAL_YEAR, 4, "2023/24");
  assert_group (nida_date_new_day (2024, 4, 1), NIDA_STEP_FISCAL_YEAR, 4, "2024/25");
  assert_group (nida_date_new_day (1999, 12, 31), NIDA_STEP_FISCAL_YEAR, 4, "1999/00");
  assert_group (nida_date_new_day (2024, 12, 31), NIDA_STEP_YEAR, 4, "2024");
  assert_group (NIDA_DATE_NONE, NIDA_STEP_MONTH, 4, "undated");
}

static void
test_coarse_dates_stay (void)
{
  assert_group (nida_date_new_year (2015), NIDA_STEP_MONTH, 1, "2015");
  assert_group (nida_date_new_year (2015), NIDA_STEP_QUARTER, 1, "2015");
  assert_group (nida_date_new_year (2015), NIDA_STEP_FISCAL_YEAR, 4, "2015");
  assert_group (nida_date_new_year (2015), NIDA_STEP_FISCAL_YEAR, 1, "2015");
  assert_group (nida_date_new_quarter (2015, 1), NIDA_STEP_MONTH, 1, "2015-Q1");
  assert_group (nida_date_new_quarter (2015, 1), NIDA_STEP_FISCAL_YEAR, 4, "2014/15");
  assert_group (nida_date_new_quarter (2015, 1), NIDA_STEP_FISCAL_YEAR, 2, "2015-Q1");
  assert_group (nida_date_new_month (2015, 6), NIDA_STEP_DAY, 1, "2015-06");
  assert_group (nida_date_new_month (2015, 6), NIDA_STEP_QUARTER, 1, "2015-Q2");
}

/* Every day lies in exactly one group of each step, which holds it. */
static void
test_groups_hold_their_days (void)
{
  for (guint start = 1; start <= 12; start++)
    for (gint32 day = nida_days_from_civil (2019, 1, 1); day < nida_days_from_civil (2025, 1, 1); day++)
      for (NidaStep step = NIDA_STEP_DAY; step <= NIDA_STEP_FISCAL_YEAR; step++)
        {
          NidaDate date = { day, NIDA_PRECISION_DAY };
          NidaPeriod period = nida_period_of_step (date, step, start);

          g_assert_true (nida_period_within ((NidaPeriod) { date, date }, nida_date_first_day (period.start),
                                             nida_date_last_day (period.end)));
        }
}

static void
test_spans (void)
{
  NidaPeriod span = { nida_date_new_year (2009), nida_date_new_year (2023) };
  NidaPeriod year = { nida_date_new_year (2009), nida_date_new_year (2009) };
  NidaPeriod none = { NIDA_DATE_NONE, NIDA_DATE_NONE };
  g_autofree char *text = nida_period_to_string (span);

  g_assert_cmpstr (text, ==, "2009..2023");
  g_assert_true (nida_period_is_span (span));
  g_assert_false (nida_period_is_span (year));
  g_assert_false (nida_period_is_span (none));
  g_assert_true (nida_period_within (span, nida_days_from_civil (2009, 1, 1), nida_days_from_civil (2023, 12, 31)));
  g_assert_false (nida_period_within (span, nida_days_from_civil (2009, 1, 2), nida_days_from_civil (2023, 12, 31)));
  g_assert_false (nida_period_within (span, nida_days_from_civil (2009, 1, 1), nida_days_from_civil (2023, 12, 30)));
  g_assert_false (nida_period_within (none, G_MININT32, G_MAXINT32));
}

static void
test_order (void)
{
  NidaDate ascending[] = {
    nida_date_new_day (2023, 12, 31), nida_date_new_year (2024), nida_date_new_quarter (2024, 1),
    nida_date_new_month (2024, 1), nida_date_new_day (2024, 1, 1), nida_date_new_day (2024, 1, 2), NIDA_DATE_NONE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ascending); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ascending); j++)
      {
        NidaPeriod a = { ascending[i], ascending[i] }, b = { ascending[j], ascending[j] };
        int expected = i < j ? -1 : i > j;

        g_assert_cmpint (nida_date_compare (ascending[i], ascending[j]), ==, expected);
        g_assert_cmpint (nida_period_compare (a, b), ==, expected);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/civil/every-day-1900-to-2200-as-gdate", test_every_day);
  g_test_add_func ("/period/civil/days-follow-each-other-from-1000-to-2999", test_round_trip_of_all_years);
  g_test_add_func ("/period/date/ends-with-its-precision", test_precision);
  g_test_add_func ("/period/date/packed-and-unpacked", test_pack);
  g_test_add_func ("/period/date/coarse-before-fine-undated-last", test_order);
  g_test_add_func ("/period/step/groups-of-a-day", test_steps);
  g_test_add_func ("/period/step/a-coarser-date-stays-itself", test_coarse_dates_stay);
  g_test_add_func ("/period/step/every-group-holds-its-days", test_groups_hold_their_days);
  g_test_add_func ("/period/span/lies-wholly-inside-or-not", test_spans);
  return g_test_run ();
}
