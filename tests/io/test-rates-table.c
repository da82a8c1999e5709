/* Tables of rates in the layouts of their publishers; the United Nations' is a fixture of its public layout. */
#include "support.h"

static NidaPeriod
on (const char *text)
{
  NidaPeriod period;

  g_assert_cmpint (nida_date_parse (text, strlen (text), &period.start), ==, NIDA_DATE_OK);
  period.end = period.start;
  return period;
}

static void
check_rate (NidaDataset *dataset, const char *from, const char *to, const char *when, gint64 num, gint64 den)
{
  NidaRatio wanted = nida_ratio_new ((NidaUWide) num, (NidaUWide) den);
  NidaRate rate;

  g_assert_true (nida_rates_find (nida_dataset_get_rates (dataset), from, to, on (when), &rate));
  g_assert_cmpint (rate.ratio.num, ==, wanted.num);
  g_assert_cmpint (rate.ratio.den, ==, wanted.den);
}

static void
check_counts (NidaDataset *dataset, const char *format, guint read, guint kept, guint refused, guint empty)
{
  const NidaSourceInfo *info = nida_report_get_source (nida_dataset_get_report (dataset), 0);

  g_assert_cmpstr (info->format, ==, format);
  g_assert_true (info->is_rates);
  g_assert_cmpuint (info->rows_read, ==, read);
  g_assert_cmpuint (info->rows_kept, ==, kept);
  g_assert_cmpuint (info->rows_refused, ==, refused);
  g_assert_cmpuint (info->rows_empty, ==, empty);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 0);
}

static void
test_wide (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("Date,USD,JPY,CYP,\n2026-04-13,1.1684,186.75,N/A,\n2026-04-10,1.1711,x,N/A,\n"
                                               "12/13/2026,1,1,1,\n2026-04-09,N/A,N/A,N/A,\n");
  NidaRate rate;

  check_counts (dataset, "ECB exchange rates", 4, 2, 1, 1);
  check_rate (dataset, "EUR", "USD", "2026-04-13", 11684, 10000);
  check_rate (dataset, "JPY", "USD", "2026-04-13", 11684, 1867500);
  check_rate (dataset, "EUR", "USD", "2026-04-12", 11711, 10000);
  g_assert_false (nida_rates_find (nida_dataset_get_rates (dataset), "EUR", "CYP", on ("2026-04-13"), &rate));
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_RATE_UNUSABLE), ==, 2);
}

static void
test_long (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("Country,Currency,Abbrev.,Effective Date,Rate\n"
                                               "Kuwait,Kuwait Dinar,KWD,01 Nov 2025,0.307\nEuro,Euro,EUR,15 Nov 2025,0.86\n"
                                               "Nowhere,None,kwd,01 Nov 2025,1\nUnited States,US Dollar,USD,01 Nov 2025,1\n");

  check_counts (dataset, "UN operational rates of exchange", 4, 3, 1, 0);
  check_rate (dataset, "USD", "KWD", "2025-11-20", 307, 1000);
  check_rate (dataset, "EUR", "KWD", "2025-11-20", 307, 860);
}

static void
test_deflators (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("ISO,year,base_year,currency,source,ver,gdp_defl\nKWT,2015,2023,USD,WEO,Apr2024,0.8\n"
                                               "KWT,2023,2023,USD,WEO,Apr2024,1\nLVA,1990,2023,USD,WEO,Apr2024,0\nXX,1990,2023,USD,WEO,Apr2024,1\n");
  NidaRatio ratio;

  check_counts (dataset, "Deflators", 4, 2, 1, 1);
  g_assert_true (nida_rates_find_deflator (nida_dataset_get_rates (dataset), "KWT", on ("2015"), 2023, &ratio));
  g_assert_cmpint (ratio.num, ==, 5);
  g_assert_cmpint (ratio.den, ==, 4);
}

static void
test_others (void)
{
  /* a table of flows with a column of dates is none of rates */
  g_autoptr (NidaDataset) dataset = load_text ("date,amount,currency\n2024-01-01,5,EUR\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  g_assert_true (nida_rates_is_empty (nida_dataset_get_rates (dataset)));
}

static void
test_with_flows (void)
{
  char *rates = write_file ("Date,USD,\n2024-01-01,1.1,\n", -1), *flows = write_file ("date,amount,currency\n2024-01-01,5,EUR\n", -1);
  const char *inputs[] = { rates, flows, rates, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  check_rate (dataset, "EUR", "USD", "2024-01-05", 11, 10);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_SAME_FILE), ==, 1);
  remove_file (rates);
  remove_file (flows);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rates-table/ecb/newest-first-with-gaps-and-a-comma-at-the-end", test_wide);
  g_test_add_func ("/rates-table/un/units-for-a-dollar-from-a-day-on", test_long);
  g_test_add_func ("/rates-table/deflators/zero-is-no-figure", test_deflators);
  g_test_add_func ("/rates-table/other-tables-are-not-taken", test_others);
  g_test_add_func ("/rates-table/rates-and-flows-are-one-dataset", test_with_flows);

  return g_test_run ();
}
