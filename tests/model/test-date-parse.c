/* The forms of a date that are read, and why others are not. */
#include "period.h"

#include <string.h>

static void
test_forms (void)
{
  static const struct { const char *text; NidaDateStatus status; const char *as; } cases[] = {
    { "2024", NIDA_DATE_OK, "2024" },
    { "2024-Q1", NIDA_DATE_OK, "2024-Q1" },
    { "2024-q4", NIDA_DATE_OK, "2024-Q4" },
    { "2024-02", NIDA_DATE_OK, "2024-02" },
    { "2024-02-29", NIDA_DATE_OK, "2024-02-29" },
    { " 2024-02-04\n", NIDA_DATE_OK, "2024-02-04" },
    { "2024-02-04T10:11:12Z", NIDA_DATE_OK, "2024-02-04" },
    { "2015-06-10T00:00:00+00:00", NIDA_DATE_OK, "2015-06-10" },
    { "2024-02-04 10:11:12.5", NIDA_DATE_OK, "2024-02-04" },
    { "٢٠٢٤-٠٢-٠٤", NIDA_DATE_OK, "2024-02-04" },
    { "۲۰۲۴", NIDA_DATE_OK, "2024" },
    { "\u200f2024\u201102\u201104", NIDA_DATE_OK, "2024-02-04" },
    { "", NIDA_DATE_EMPTY, NULL },
    { "  ", NIDA_DATE_EMPTY, NULL },
    { "2023-02-30", NIDA_DATE_IMPOSSIBLE, NULL },
    { "2023-02-29", NIDA_DATE_IMPOSSIBLE, NULL },
    { "2024-13", NIDA_DATE_IMPOSSIBLE, NULL },
    { "2024-00-10", NIDA_DATE_IMPOSSIBLE, NULL },
    { "2024-Q5", NIDA_DATE_IMPOSSIBLE, NULL },
    { "0999", NIDA_DATE_IMPOSSIBLE, NULL },
    { "3000-01-01", NIDA_DATE_IMPOSSIBLE, NULL },
    { "05/06/2014", NIDA_DATE_AMBIGUOUS, NULL },
    { "٥/٦/٢٠١٤", NIDA_DATE_AMBIGUOUS, NULL },
    { "5.6.14", NIDA_DATE_AMBIGUOUS, NULL },
    { "25/06/2014", NIDA_DATE_NOT_A_DATE, NULL },
    { "5/6.2014", NIDA_DATE_NOT_A_DATE, NULL },
    { "2024-2", NIDA_DATE_NOT_A_DATE, NULL },
    { "2024-02-4", NIDA_DATE_NOT_A_DATE, NULL },
    { "2024-02-04x", NIDA_DATE_NOT_A_DATE, NULL },
    { "2024-02-04T", NIDA_DATE_NOT_A_DATE, NULL },
    { "2024-02-04Tomorrow", NIDA_DATE_NOT_A_DATE, NULL },
    { "2024/25", NIDA_DATE_NOT_A_DATE, NULL },
    { "20240204", NIDA_DATE_NOT_A_DATE, NULL },
    { "-2024", NIDA_DATE_NOT_A_DATE, NULL },
    { "soon", NIDA_DATE_NOT_A_DATE, NULL },
    { "2024-0٢-04\xff", NIDA_DATE_NOT_A_DATE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NidaDate date = { 77, NIDA_PRECISION_NONE };
      NidaDateStatus status = nida_date_parse (cases[i].text, strlen (cases[i].text), &date);
      g_autofree char *text = nida_date_to_string (date);

      if (status != cases[i].status)
        g_error ("“%s” gives status %d", cases[i].text, status);
      g_assert_cmpstr (text, ==, cases[i].as != NULL ? cases[i].as : "");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-parse/forms-and-reasons", test_forms);
  return g_test_run ();
}
