/* Dates get the same codes' meaning with and without spans, and ids are found. */
#include "fixture.h"

#include "encoded.h"

static void
assert_periods (const TestRow *rows,
                guint          n)
{
  g_autoptr (NidaLocalEngine) engine = test_engine (rows, n);
  NidaDataset *dataset = nida_local_engine_get_dataset (engine);
  NidaEncoded *dates = nida_encode_dates (dataset);

  for (guint row = 0; row < n; row++)
    {
      guint32 code = nida_codes_get (dates->codes, row);

      g_assert_cmpint (nida_period_compare (dates->periods[code], nida_dataset_get_period (dataset, row)), ==, 0);
      g_assert_cmpint (code == 0, ==, rows[row].date == NULL);
    }
  nida_encoded_free (dates);
}

static void
test_dates (void)
{
  static const TestRow rows[] = {
    { NIDA_KIND_PAID, "2024-02-04", "1" }, { NIDA_KIND_PAID, "1950", "1" }, { NIDA_KIND_PAID, NULL, "1" },
    { NIDA_KIND_PAID, "2024", "1" }, { NIDA_KIND_PAID, "2024-01", "1" }, { NIDA_KIND_PAID, "2024-01-01", "1" },
    { NIDA_KIND_PAID, "2024-Q1", "1" }, { NIDA_KIND_PAID, "1000-01-01", "1" }, { NIDA_KIND_PAID, "2009..2023", "1" },
  };

  assert_periods (rows, 0);
  assert_periods (rows, 7);         /* codes of the dataset */
  assert_periods (rows, 8);
  assert_periods (rows, 9);         /* a span needs the hash */
}

static void
test_widths (void)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;
  NidaEncoded *ids;

  for (guint i = 0; i < 70000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      TestRow row = { NIDA_KIND_PAID, "2024", "1", .id = id };

      test_add_row (builder, &row, i + 2);
    }
  dataset = nida_dataset_builder_end (builder);
  ids = nida_encode_ids (dataset);
  g_assert_cmpuint (ids->codes.width, ==, 4);
  g_assert_cmpuint (ids->n_codes, ==, 70001);
  g_assert_cmpstr (ids->names[nida_codes_get (ids->codes, 69999)], ==, "fts:69999");
  nida_encoded_free (ids);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoded/dates/plain-or-hashed", test_dates);
  g_test_add_func ("/encoded/widths/as-many-bytes-as-needed", test_widths);
  return g_test_run ();
}
