/* Dates get the same codes' meaning with and without spans, and ids are found. */
#include "fixture.h"

#include "encoded.h"

static void
assert_periods (const TestRow *rows,
                guint          n)
{
  g_autoptr (NidaLocalEngine) engine = test_engine (rows, n);
  NidaDataset *dataset = nida_local_engine_get_dataset (engine);
  NidaEncoded *dates = nida_encode_dates (dataset, NULL, 0);

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

/* --- rows behind others --- */

static NidaKey
key_of (guint         row,
        gconstpointer data)
{
  const guint *n_keys = data;

  return (NidaKey) { row % 3 == 0 ? 0 : row % *n_keys, row % 3 == 0 ? 0 : 7 };
}

static void
test_behind (void)
{
  static const guint n_keys[] = { 1, 4, 255, 256, 257, 65535, 65536, 65540 };
  static const guint n_before[] = { 0, 1, 3, 256, 300, 65530, 196000 };
  static const guint n_behind[] = { 0, 1, 2, 700, 70000 };

  for (guint k = 0; k < G_N_ELEMENTS (n_keys); k++)
    for (guint i = 0; i < G_N_ELEMENTS (n_before); i++)
      for (guint j = 0; j < G_N_ELEMENTS (n_behind); j++)
        {
          guint n_rows = n_before[i] + n_behind[j];
          NidaEncoded *before = nida_encode_rows (n_before[i], NULL, 0, key_of, &n_keys[k]);
          NidaEncoded *some = nida_encode_rows (n_rows, before, n_before[i], key_of, &n_keys[k]);
          NidaEncoded *all = nida_encode_rows (n_rows, NULL, 0, key_of, &n_keys[k]);

          g_assert_cmpuint (some->n_codes, ==, all->n_codes);
          g_assert_cmpuint (some->codes.width, ==, all->codes.width);
          g_assert_true ((some->codes.data == NULL) == (all->codes.data == NULL));
          if (all->codes.data != NULL)
            g_assert_cmpmem (some->codes.data, (gsize) n_rows * some->codes.width, all->codes.data, (gsize) n_rows * all->codes.width);
          for (guint32 code = 0; code < all->n_codes; code++)
            g_assert_true (some->keys.keys[code].a == all->keys.keys[code].a && some->keys.keys[code].b == all->keys.keys[code].b);
          nida_encoded_free (before);
          nida_encoded_free (some);
          nida_encoded_free (all);
        }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoded/dates/plain-or-hashed", test_dates);
  g_test_add_func ("/encoded/widths/as-many-bytes-as-needed", test_widths);
  g_test_add_func ("/encoded/rows-behind-others-as-all-together", test_behind);
  return g_test_run ();
}
