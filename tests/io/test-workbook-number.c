/* workbook-number.c: numbers as they were meant, serials as days. */
#include "workbook-number.h"

#include "period.h"

static void
test_round (void)
{
  static const char * const pairs[][2] = {
    { "1.1000000000000001", "1.1" }, { "0.30000000000000004", "0.3" }, { "2420000000", "2420000000" },
    { "0.41101893733301487", "0.411018937333015" }, { "4.4999999999999998E-2", "0.045" }, { "1E3", "1000" },
    { "-2.5E6", "-2500000" }, { "99999999999999999", "100000000000000000" }, { "0.0", "0" }, { "-0", "0" },
    { "123456789012345.678", "123456789012346" }, { "1e400", "1e400" }, { "1e399", "1e399" }, { "abc", "abc" },
    { "1.2.3", "1.2.3" }, { "0x10", "0x10" }, { "", "" }, { "007", "7" }, { "1.50", "1.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *rounded = nida_workbook_round (pairs[i][0]);

      g_assert_cmpstr (rounded, ==, pairs[i][1]);
    }
}

/* What GLib's calendar says of every day of two centuries. */
static void
test_days (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_MARCH, 1900);
  for (guint serial = 61; serial < 73000; serial++, g_date_add_days (&date, 1))
    {
      g_autofree char *text = g_strdup_printf ("%u", serial);
      g_autofree char *day = nida_workbook_date (text, NIDA_WORKBOOK_DAY, FALSE);
      g_autofree char *expected = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
                                                   g_date_get_day (&date));

      g_assert_cmpstr (day, ==, expected);
    }
}

static void
assert_date (const char       *serial,
             NidaWorkbookDate  shown,
             gboolean          base_1904,
             const char       *expected)
{
  g_autofree char *text = nida_workbook_date (serial, shown, base_1904);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_dates (void)
{
  assert_date ("1", NIDA_WORKBOOK_DAY, FALSE, "1900-01-01");
  assert_date ("59", NIDA_WORKBOOK_DAY, FALSE, "1900-02-28");
  assert_date ("60", NIDA_WORKBOOK_DAY, FALSE, NULL);
  assert_date ("0", NIDA_WORKBOOK_DAY, TRUE, "1904-01-01");
  assert_date ("45326.5208333333", NIDA_WORKBOOK_TIME, FALSE, "2024-02-04T12:30:00");
  assert_date ("45326", NIDA_WORKBOOK_TIME, FALSE, "2024-02-04");
  assert_date ("45326", NIDA_WORKBOOK_MONTH, FALSE, "2024-02");
  assert_date ("45326", NIDA_WORKBOOK_YEAR, FALSE, "2024");
  assert_date ("-1", NIDA_WORKBOOK_DAY, FALSE, NULL);
  assert_date ("1e300", NIDA_WORKBOOK_DAY, FALSE, NULL);
  assert_date ("nan", NIDA_WORKBOOK_DAY, FALSE, NULL);
  assert_date ("x", NIDA_WORKBOOK_DAY, FALSE, NULL);
}

static void
test_formats (void)
{
  static const struct { const char *code; NidaWorkbookDate date; } formats[] = {
    { "General", NIDA_WORKBOOK_NO_DATE }, { "0.00", NIDA_WORKBOOK_NO_DATE }, { "#,##0 \"days\"", NIDA_WORKBOOK_NO_DATE },
    { "[Red]0.00", NIDA_WORKBOOK_NO_DATE }, { "[h]:mm", NIDA_WORKBOOK_NO_DATE }, { "0.00E+00", NIDA_WORKBOOK_NO_DATE },
    { "dd/mm/yyyy", NIDA_WORKBOOK_DAY }, { "[$-409]d-mmm-yy;@", NIDA_WORKBOOK_DAY }, { "yyyy", NIDA_WORKBOOK_YEAR },
    { "mmm yyyy", NIDA_WORKBOOK_MONTH }, { "yyyy\\-mm\\-dd hh:mm", NIDA_WORKBOOK_TIME }, { "\"unclosed", NIDA_WORKBOOK_NO_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_assert_cmpint (nida_workbook_date_of_format (formats[i].code), ==, formats[i].date);
  g_assert_cmpint (nida_workbook_date_of_builtin (14), ==, NIDA_WORKBOOK_DAY);
  g_assert_cmpint (nida_workbook_date_of_builtin (4), ==, NIDA_WORKBOOK_NO_DATE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook-number/fifteen-digits", test_round);
  g_test_add_func ("/workbook-number/every-day", test_days);
  g_test_add_func ("/workbook-number/dates", test_dates);
  g_test_add_func ("/workbook-number/formats", test_formats);
  return g_test_run ();
}
