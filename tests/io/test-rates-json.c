/* The averages of the IMF and the rates of the United Nations as JSON. */
#include "support.h"

static gboolean
find (NidaDataset *dataset, const char *from, const char *to, NidaDate when, NidaRate *rate)
{
  return nida_rates_find (nida_dataset_get_rates (dataset), from, to, (NidaPeriod) { when, when }, rate);
}

static void
test_imf (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("[{\"year\": 1994, \"month\": 1, \"currency_id\": \"KWD\", \"value\": 2.4427541176}, "
                                               "{\"year\": 1994, \"month\": 1, \"currency_id\": \"USD\", \"value\": 0.7281058095},"
                                               "{\"year\": 1994, \"month\": 13, \"currency_id\": \"USD\", \"value\": 0.7281058095},"
                                               "{\"year\": 1994, \"month\": 1, \"currency_id\": \"TRL\", \"value\": NaN}, 5]");
  const NidaSourceInfo *info = nida_report_get_source (nida_dataset_get_report (dataset), 0);
  NidaRatio wanted = nida_ratio_new (24427541176, 7281058095);
  NidaRate rate;

  g_assert_cmpuint (info->rows_read, ==, 5);
  g_assert_cmpuint (info->rows_kept, ==, 2);
  g_assert_cmpuint (info->rows_refused, ==, 3);
  g_assert_true (find (dataset, "KWD", "USD", nida_date_new_day (1994, 1, 20), &rate));
  g_assert_cmpint (rate.ratio.num, ==, wanted.num);
  g_assert_cmpint (rate.ratio.den, ==, wanted.den);
  g_assert_cmpstr (rate.source, ==, "International Monetary Fund");
  g_assert_false (find (dataset, "KWD", "USD", nida_date_new_day (1994, 2, 1), &rate));
}

static void
test_un (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("[{\"f_curr_code\": \"KWD\", \"effective_date\": \"01 Nov 2025\", \"rate\": \"0.307\"}]");
  NidaRate rate;

  g_assert_true (find (dataset, "USD", "KWD", nida_date_new_day (2025, 11, 3), &rate));
  g_assert_cmpint (rate.ratio.num, ==, 307);
  g_assert_cmpstr (rate.source, ==, "United Nations Treasury");
}

static void
check_error (const char *text, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load_bytes (text, -1, &error));
  g_assert_error (error, NIDA_READ_ERROR, code);
}

static void
test_cut (void)
{
  check_error ("[{\"year\": 1994, \"month\": 1, \"currency_id\": \"KWD\", \"value\": 2.4}", NIDA_READ_ERROR_INCOMPLETE);
  check_error ("[{\"year\": 1994, \"month\": 1, \"currency_id\": \"KWD\", \"value\": 2.4}] x", NIDA_READ_ERROR_FORMAT);
}

static void
test_deep (void)
{
  GString *text = g_string_new ("[{\"year\": 1994, \"month\": 1, \"currency_id\": \"KWD\", \"value\": 2.4},");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  check_error (text->str, NIDA_READ_ERROR_FORMAT);
  g_string_free (text, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rates-json/imf/months-in-drawing-rights", test_imf);
  g_test_add_func ("/rates-json/un/days-in-units-for-a-dollar", test_un);
  g_test_add_func ("/rates-json/a-table-that-is-cut-off-or-followed-by-words-is-an-error", test_cut);
  g_test_add_func ("/rates-json/deep-brackets-are-a-clean-error", test_deep);

  return g_test_run ();
}
