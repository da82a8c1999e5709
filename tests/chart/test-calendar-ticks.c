/* test-calendar-ticks.c tests calendar-ticks.c. */
#include "ticks.h"

static char *
join_ticks (int    first_year,
            int    first_month,
            int    first_day,
            int    last_year,
            int    last_month,
            int    last_day,
            guint  max)
{
  g_autoptr (GArray) ticks = nida_ticks_calendar (nida_days_from_civil (first_year, first_month, first_day),
                                                  nida_days_from_civil (last_year, last_month, last_day), max);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *date = nida_date_to_string (g_array_index (ticks, NidaDate, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", date);
    }

  return g_string_free (text, FALSE);
}

#define ASSERT_TICKS(expected, ...) G_STMT_START { \
  g_autofree char *text = join_ticks (__VA_ARGS__); \
  g_assert_cmpstr (text, ==, expected); \
} G_STMT_END

static void
test_units (void)
{
  ASSERT_TICKS ("2025-12 2026-01 2026-02 2026-03", 2025, 11, 17, 2026, 3, 20, 6);
  ASSERT_TICKS ("2024-Q2 2024-Q3 2024-Q4 2025-Q1", 2024, 3, 15, 2025, 2, 1, 6);
  ASSERT_TICKS ("2020 2021 2022 2023", 2020, 1, 1, 2023, 12, 31, 6);
  ASSERT_TICKS ("2010 2015 2020 2025", 2007, 1, 1, 2025, 12, 31, 6);
  ASSERT_TICKS ("1950 2000", 1901, 1, 1, 2026, 1, 1, 3);
}

static void
test_first_day (void)
{
  ASSERT_TICKS ("2024 2025", 2024, 1, 1, 2025, 1, 1, 2);
  ASSERT_TICKS ("2025", 2024, 1, 2, 2025, 1, 1, 1);
}

static void
test_short (void)
{
  ASSERT_TICKS ("2024-02-04", 2024, 2, 4, 2024, 2, 9, 5);
  ASSERT_TICKS ("2024-02-04", 2024, 2, 4, 2024, 2, 4, 0);
}

static void
test_never_too_many (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      gint32 first = g_test_rand_int_range (-25000, 30000);
      gint32 last = first + g_test_rand_int_range (0, 60000);
      guint max = g_test_rand_int_range (1, 12);
      g_autoptr (GArray) ticks = nida_ticks_calendar (first, last, max);

      g_assert_cmpuint (ticks->len, >=, 1);
      g_assert_cmpuint (ticks->len, <=, max);
      for (guint k = 0; k < ticks->len; k++)
        {
          g_assert_cmpint (g_array_index (ticks, NidaDate, k).day, >=, first);
          g_assert_cmpint (g_array_index (ticks, NidaDate, k).day, <=, last);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar-ticks/units/months-quarters-years", test_units);
  g_test_add_func ("/calendar-ticks/ends/first-and-last-day-count", test_first_day);
  g_test_add_func ("/calendar-ticks/within-a-month/its-first-day", test_short);
  g_test_add_func ("/calendar-ticks/any-range/at-most-max", test_never_too_many);

  return g_test_run ();
}
