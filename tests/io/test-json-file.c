/* json-file.c: any array of objects is a table. */
#include "support.h"

static void
test_array (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "[{\"date\": \"2024-02-04\", \"donor\": \"Kuwait\", \"amount\": 12.5, \"currency\": \"KWD\"},\n"
    " {\"donor\": \"Qatar\", \"amount\": \"1,000\", \"date\": 2024, \"note\": \"later column\"}]");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpstr (get_source (dataset, 0)->format, ==, "JSON");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "12.5");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Kuwait");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "1000");
  assert_cell (dataset, 1, NIDA_FIELD_DATE, "2024");
  assert_problem (dataset, NIDA_PROBLEM_COLUMN_UNUSED, 1, 1, "note");
}

static void
test_nested (void)
{
  const char *map[] = { "donor=giver.name", NULL };
  NidaLoadOptions options = { .map = map };
  char *path = write_file ("{\"meta\": {\"n\": 2}, \"other\": [{\"x\": 1}], \"items\": [{\"amount\": 5, \"date\": \"2024\", "
                           "\"giver\": {\"name\": \"Kuwait\"}, \"category\": [\"Health\", \"Food, Water\"]}, {\"amount\": 6, \"date\": 2023}]}", -1);
  const char *inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, &error);
  NidaDictionary *dictionary;
  guint n;

  g_assert_no_error (error);
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Kuwait");
  dictionary = nida_dataset_get_dictionary (dataset, NIDA_FIELD_CATEGORY);
  g_assert_nonnull (nida_dictionary_get_members (dictionary,
                                                 nida_codes_get (nida_dataset_get_codes (dataset, NIDA_FIELD_CATEGORY), 0), &n));
  g_assert_cmpuint (n, ==, 2);
  remove_file (path);
}

/* A comma as the decimal mark of texts changes no number of JSON. */
static void
test_decimal (void)
{
  NidaLoadOptions options = { .decimal = NIDA_DECIMAL_COMMA };
  char *path = write_file ("[{\"amount\": 1.500, \"date\": 2024}, {\"amount\": \"1.500,25\", \"date\": 2024}]", -1);
  const char *inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, &error);

  g_assert_no_error (error);
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "1.5");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "1500.25");
  remove_file (path);
}

/* The columns decide, as in a CSV. */
static void
test_hdx_columns (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "[{\"id\": 7, \"date\": \"2024-01-01\", \"amountUSD\": 5, \"srcOrganization\": \"Kuwait, Government of\", "
    "\"destOrganization\": \"IOM\", \"status\": \"paid\"}]");
  g_autofree char *id = nida_dataset_dup_id (dataset, 0);

  g_assert_cmpstr (id, ==, "fts:7");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Kuwait, Government of");
}

static void
test_no_table (void)
{
  assert_refused ("{\"data\": [1, 2]}", -1, NIDA_READ_ERROR_FORMAT, "array of objects");
  assert_refused ("[]", -1, NIDA_READ_ERROR_FORMAT, "array of objects");
  assert_refused ("[{\"a\": 1}]", -1, NIDA_READ_ERROR_COLUMNS, "“a”");
  assert_refused ("[{\"amount\": 1}, {\"amount\": \"\xff\"}]", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 29");
  assert_refused ("[{\"amount\": 1, \"date\": 2024}", -1, NIDA_READ_ERROR_INCOMPLETE, "line 1, column 29");
}

/* Something that is no object is a record without an amount. */
static void
test_mixed (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("[{\"amount\": 1, \"date\": 2024}, 7, null, {\"amount\": 99999999999999999999}]");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  g_assert_cmpuint (get_source (dataset, 0)->rows_read, ==, 4);
  g_assert_cmpuint (get_source (dataset, 0)->rows_refused, ==, 3);
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_MISSING, 2, 2, "amount");
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_OVERFLOW, 1, 4, "amount");
}

/* A table whose header begins with a bracket is no JSON. */
static void
test_brackets_in_csv (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("amount,date,[note]\n1,2024,{\"a\"}\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-file/an-array-of-objects-is-a-table", test_array);
  g_test_add_func ("/json-file/nested-fields-have-dotted-names", test_nested);
  g_test_add_func ("/json-file/numbers-have-the-dot-whatever-texts-have", test_decimal);
  g_test_add_func ("/json-file/columns-of-hdx-are-known", test_hdx_columns);
  g_test_add_func ("/json-file/what-is-no-table-says-so", test_no_table);
  g_test_add_func ("/json-file/records-that-are-no-objects-are-refused", test_mixed);
  g_test_add_func ("/json-file/brackets-in-a-csv-are-text", test_brackets_in_csv);
  return g_test_run ();
}
