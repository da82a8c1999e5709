/* crs.c: millions become units exactly, and what is not humanitarian is left out and named. The fixtures follow the layout
 * that the OECD publishes; none of its files is at hand. */
#include "support.h"

#define HEADER \
  "Year|DonorCode|DonorName|AgencyCode|AgencyName|CrsID|ProjectNumber|RecipientCode|RecipientName|FlowCode|FlowName|" \
  "USD_Commitment|USD_Disbursement|ProjectTitle|LongDescription|PurposeCode|PurposeName|ChannelName\n"
#define ROW(committed, paid, purpose) \
  "2022|552|Kuwait|1|Kuwait Fund|2022000123|P-1|573|Syrian Arab Republic|11|ODA Grants|" committed "|" paid \
  "|Relief|Long text|" purpose "|Food assistance|World Food Programme\n"

static void
test_fields (void)
{
  g_autoptr (NidaDataset) dataset = load_text (HEADER ROW ("1.2345678", "0.5", "72040"));

  g_autofree char *paid = nida_dataset_dup_id (dataset, 0), *committed = nida_dataset_dup_id (dataset, 1);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "paid");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT_USD, "500000");
  assert_cell (dataset, 1, NIDA_FIELD_KIND, "commitment");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "1234567.8");
  g_assert_cmpstr (committed, ==, paid);
  g_assert_true (g_str_has_prefix (paid, "crs:2022000123:2022:"));
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2022");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Kuwait");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR_COUNTRY, "Kuwait");
  assert_cell (dataset, 0, NIDA_FIELD_COUNTRY, "Syria");
  assert_cell (dataset, 0, NIDA_FIELD_RECIPIENT, "World Food Programme");
  assert_cell (dataset, 0, NIDA_FIELD_CATEGORY, "Food assistance");
  assert_arabic (dataset, 0, NIDA_FIELD_CATEGORY, "المساعدات الغذائية الطارئة");
  assert_cell (dataset, 0, NIDA_FIELD_DESCRIPTION, "Long text");
  assert_cell (dataset, 0, NIDA_FIELD_DIRECTION, "outgoing");
  g_assert_false (nida_dataset_get_states_move (dataset, 0));
  g_assert_cmpstr (get_source (dataset, 0)->format, ==, "OECD CRS");
}

static void
test_purposes (void)
{
  g_autoptr (NidaDataset) dataset = load_text (HEADER ROW ("1", "1", "11220") ROW ("1", "", "73010") ROW ("", "2", "74020")
                                               ROW ("1", "1", "75000"));

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_LEFT_OUT), ==, 2);
  g_assert_cmpuint (get_source (dataset, 0)->rows_empty, ==, 2);
  g_assert_cmpuint (get_source (dataset, 0)->rows_refused, ==, 0);
}

static void
test_millions (void)
{
  static const struct { const char *text, *amount; } amounts[] = {
    { "0.000001", "1" }, { "123456.789012345", "123456789012.345" }, { "-0.25", "-250000" }, { "7", "7000000" },
    { ".5", "500000" }, { "1.5E-2", "15000" }, { "2e3", "2000000000" }, { "1.0000000005", "1000000" },
  };
  static const char * const bad[] = { "1,5", "nan", "0x10", "1e999", "1.2.3", "9999999999999", "--1" };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *row = g_strdup_printf (HEADER "2022||K|||1||||||%s||||72010||\n", amounts[i].text);
      g_autoptr (NidaDataset) dataset = load_text (row);

      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
      assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, amounts[i].amount);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *row = g_strdup_printf (HEADER "2022||K|||1||||||%s||||72010||\n", bad[i]);
      g_autoptr (NidaDataset) dataset = load_text (row);

      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 0);
      g_assert_cmpuint (get_source (dataset, 0)->rows_refused, ==, 1);
    }
}

/* Quoted cells, other spellings, other encodings. */
static void
test_layouts (void)
{
  static const char * const encodings[] = { "UTF-8", "UTF-16", "ISO-8859-1" };
  const char *text = "\"YEAR\"|\"donor_name\"|\"Recipient Name\"|\"usd_commitment\"|\"USD_DISBURSEMENT\"|\"Purpose_Code\"|\"Purpose Name\"\n"
                     "\"2022\"|\"Suède\"|\"Côte d'Ivoire\"|\"\"|\"3.25\"|\"72010\"|\"Aide matérielle d'urgence, équipements\"\n";

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaDataset) dataset = load_bytes (bytes, (gssize) length, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
      assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "3250000");
      assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Suède");
    }
}

/* The rows of a year, in any order, are the same rows; those that agree in all but their amounts are different ones. */
static void
test_sorted_differently (void)
{
  char *one = write_file (HEADER ROW ("5", "1", "72040") ROW ("7", "2", "72040") ROW ("7", "2", "72050"), -1);
  char *other = write_file (HEADER ROW ("7", "2", "72050") ROW ("7", "2", "72040") ROW ("5", "1", "72040"), -1);
  const char *inputs[] = { one, other, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) alone = load_file (one, &error);
  g_autoptr (NidaDataset) both = nida_load (inputs, NULL, NULL, &error);
  g_autofree char *sum_alone = sum_usd (alone, NIDA_KIND_PAID), *sum_both = sum_usd (both, NIDA_KIND_PAID);

  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (alone), ==, 6);
  g_assert_cmpuint (nida_dataset_get_n_rows (both), ==, 6);
  g_assert_cmpstr (sum_alone, ==, "5000000");
  g_assert_cmpstr (sum_both, ==, "5000000");
  assert_no_problem (both, NIDA_PROBLEM_CONFLICT);
  remove_file (one);
  remove_file (other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crs/fields", test_fields);
  g_test_add_func ("/crs/other-purposes-are-left-out", test_purposes);
  g_test_add_func ("/crs/millions-are-exact", test_millions);
  g_test_add_func ("/crs/layouts-and-encodings", test_layouts);
  g_test_add_func ("/crs/ids/the-order-of-rows-does-not-matter", test_sorted_differently);
  return g_test_run ();
}
