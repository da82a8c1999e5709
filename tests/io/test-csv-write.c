#include "support.h"

/* What is written reads back as the same, to the last field. */
static void
assert_round_trip (NidaDataset *dataset)
{
  g_autoptr (GString) once = g_string_new (NULL);
  g_autoptr (GString) twice = g_string_new (NULL);
  g_autoptr (NidaDataset) again = NULL;
  g_autoptr (GError) error = NULL;

  nida_csv_append (once, dataset, NULL);
  again = load_bytes (once->str, (gssize) once->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (again), ==, nida_dataset_get_n_rows (dataset));
  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    for (int field = NIDA_FIELD_NONE + 1; field <= NIDA_FIELD_UPDATED_AT; field++)
      for (int arabic = 0; arabic <= 1; arabic++)
        {
          g_autofree char *before = nida_dataset_dup_text (dataset, row, field, arabic);
          g_autofree char *after = nida_dataset_dup_text (again, row, field, arabic);

          if (field != NIDA_FIELD_SOURCE_ROW)
            g_assert_cmpstr (after, ==, before);
        }
  nida_csv_append (twice, again, NULL);
  g_assert_cmpstr (twice->str, ==, once->str);
}

static void
test_fields (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "kind,date,date_end,usage_year,state,qualifier,level,direction,appeal,appeal_ar,category,donor,donor_ar,donor_country,"
    "donor_type,recipient,partner,emergency,country,boundary,on_boundary,flow_type,earmarking,method,contribution,currency,"
    "amount,amount_usd,description,description_ar,said_by,basis,source,updated_at,id\n"
    "pledge,2024-02-04,2024-03,2024..2025,planned,about,appeal,incoming,Appeal,نداء,Food,Kuwait Fund,الصندوق الكويتي,"
    "Kuwait,Governments,IOM,Ministry,Flood,\"Syria, Jordan\",incoming,single,Standard,soft,Cash,in kind,KWD,100.125,325,"
    "\" two \"\"words\"\"\nand a line \",كلمتان,A person,stated,Al-Rai,2024-02-05T10:00:00Z,k-1\n"
    "event,2015,,,held,,,,,,,,,,,,,,,,,,,,,,,,,وصف وحده,,,,,\n"
    "indicator,2023,,,,,,,,,Tier,,,,,,,,,,,,,,,,3,,Tier 2,,,,,,\n"
    "paid,2024-Q1,,2024,,,,,,,,Qatar,,,,,,,,,,,,,,USD,-0.001,,,,,,,,fts:77\n"
    "requirement,2009,2023,,,,,,,,,,,,,,,,,,,,,,,EUR,9000000000000,,,,,,,,\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 5);
  assert_round_trip (dataset);
}

static void
test_formulas (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "date,donor,amount,description\n"
    "2024,'=SUM(A1),1,'+1\n2024,''quoted,-2,plain\n2024,'＝wide,3,'-minus\n2024,'@at,4,\"'\tx\"\n2024,a=b,5,\"'\rx\"\n");
  g_autoptr (GString) out = g_string_new (NULL);

  assert_round_trip (dataset);
  nida_csv_append (out, dataset, NULL);
  g_assert_nonnull (strstr (out->str, ",'=SUM(A1),USD,1,1,'+1,"));
  g_assert_nonnull (strstr (out->str, ",''quoted,USD,-2,-2,plain,"));
  g_assert_nonnull (strstr (out->str, ",'＝wide,"));
  g_assert_nonnull (strstr (out->str, ",'@at,"));
  g_assert_nonnull (strstr (out->str, ",a=b,"));
  /* no cell begins like a formula but numbers */
  g_assert_null (strstr (out->str, ",="));
  g_assert_null (strstr (out->str, ",@"));
  g_assert_null (strstr (out->str, ",+"));
}

static void
test_cell (void)
{
  static const char * const cells[][2] = {
    { "", "" }, { "a", "a" }, { "a,b", "\"a,b\"" }, { "say \"no\"", "\"say \"\"no\"\"\"" }, { "=1", "'=1" },
    { "'", "''" }, { "-5", "'-5" }, { " a", "\" a\"" }, { "a\nb", "\"a\nb\"" }, { "\tx", "\"'\tx\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      nida_csv_append_cell (out, cells[i][0]);
      g_assert_cmpstr (out->str, ==, cells[i][1]);
    }
}

static void
test_real (void)
{
  static const char * const names[] = {
    "fts/fts_incoming_funding_global.csv", "fts/fts_outgoing_funding_global.csv", "fts/fts_requirements_funding_global.csv",
    "hxl/hdx_hapi_funding_global.csv", "hxl/humanitarian-response-plans.csv", "pooled-funds/cbpf_contributions.csv",
    "facts/seed.csv",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = real_file (names[i]);
      g_autoptr (NidaDataset) dataset = path != NULL ? load_file (path, NULL) : NULL;

      if (dataset == NULL)
        return;
      assert_round_trip (dataset);
    }
}

static void
test_merged (void)
{
  g_autofree char *in = real_file ("fts/fts_incoming_funding_global.csv");
  g_autofree char *out = real_file ("fts/fts_outgoing_funding_global.csv");
  const char *inputs[] = { in, out, NULL };
  g_autoptr (NidaDataset) dataset = NULL;

  if (in == NULL || out == NULL)
    return;
  dataset = nida_load (inputs, NULL, NULL, NULL);
  assert_round_trip (dataset);
}

/* The boundaries of the copies stay pairs. */
static void
test_boundaries (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "id,date,donor,amount,boundary,on_boundary\n1,2024,Kuwait,1,incoming,shared\n1,2024,Kuwait,1,outgoing,single\n"
    "2,2024,Qatar,2,internal,\n");
  g_autoptr (NidaDataset) again = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  assert_round_trip (dataset);
  nida_csv_append (out, dataset, NULL);
  g_assert_nonnull (strstr (out->str, ",\"incoming, outgoing\",\"shared, single\","));
  again = load_text (out->str);
  for (guint row = 0; row < 2; row++)
    g_assert_cmphex (nida_dataset_get_boundaries (again)[row], ==, nida_dataset_get_boundaries (dataset)[row]);
  g_assert_cmphex (nida_dataset_get_boundaries (again)[0], ==,
                   NIDA_BOUNDARY_BIT (NIDA_BOUNDARY_INCOMING, NIDA_ON_BOUNDARY_SHARED)
                   | NIDA_BOUNDARY_BIT (NIDA_BOUNDARY_OUTGOING, NIDA_ON_BOUNDARY_SINGLE));
  g_assert_cmpuint (get_source (again, 0)->rows_read, ==, 2);
  g_assert_cmpuint (get_source (again, 0)->rows_kept, ==, 2);
  g_assert_cmpuint (get_source (again, 0)->rows_merged, ==, 0);
}

static void
test_file (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("date,donor,amount\n2024,Kuwait,1\n2025,Qatar,2\n2026,Oman,3\n");
  g_autoptr (NidaDataset) again = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  char *path = write_file ("old", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint chosen[] = { 2, 0 };

  g_array_append_vals (rows, chosen, 2);
  g_assert_true (nida_csv_write (dataset, rows, file, TRUE, NULL, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf" "kind,date,donor,currency,amount,amount_usd,source\npaid,2026,Oman,USD,3,3,"));
  again = load_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (again), ==, 2);
  assert_cell (again, 1, NIDA_FIELD_DONOR, "Kuwait");
  remove_file (path);
}

static void
test_empty (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("kind,date,amount\n");

  assert_round_trip (dataset);
}

static void
test_no_folder (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("date,donor,amount\n2024,Kuwait,1\n");
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.csv");
  g_autoptr (GError) error = NULL;

  g_assert_false (nida_csv_write (dataset, NULL, file, FALSE, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-write/round-trip/every-field", test_fields);
  g_test_add_func ("/csv-write/round-trip/formulas", test_formulas);
  g_test_add_func ("/csv-write/round-trip/no-rows", test_empty);
  g_test_add_func ("/csv-write/round-trip/real-files", test_real);
  g_test_add_func ("/csv-write/round-trip/merged-flows", test_merged);
  g_test_add_func ("/csv-write/round-trip/boundaries-stay-pairs", test_boundaries);
  g_test_add_func ("/csv-write/cell", test_cell);
  g_test_add_func ("/csv-write/file/chosen-rows-with-mark", test_file);
  g_test_add_func ("/csv-write/file/an-error-is-told", test_no_folder);
  return g_test_run ();
}
