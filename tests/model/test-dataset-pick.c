/* Some rows alone say what they said among the others, with the same codes. */
#include "dataset-builder.h"

static NidaDataset *
new_dataset (void)
{
  static const struct { const char *id, *donor; gint64 amount; } rows[] = {
    { "1", "Kuwait", 100 }, { "2", "Qatar", 200 }, { "x", "Norway", 300 }, { "4", "Kuwait", 400 },
  };
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) "a.csv", .family = (char *) "fts" };
  guint source = nida_dataset_builder_add_source (builder, &info);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      nida_dataset_builder_begin (builder, source, i + 2, NIDA_KIND_PAID);
      nida_dataset_builder_set_id (builder, rows[i].id, -1);
      nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, rows[i].donor, -1);
      nida_dataset_builder_set_amount (builder, rows[i].amount * NIDA_MONEY_UNIT);
      nida_dataset_builder_set_description (builder, FALSE, rows[i].donor, -1);
      nida_dataset_builder_end_row (builder);
    }
  return nida_dataset_builder_end (builder);
}

static void
test_rows (void)
{
  g_autoptr (NidaDataset) whole = new_dataset ();
  const guint rows[] = { 3, 2 };
  g_autoptr (NidaDataset) some = nida_dataset_pick (whole, rows, G_N_ELEMENTS (rows));

  g_assert_cmpuint (nida_dataset_get_n_rows (some), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = nida_dataset_dup_id (some, i), *expected = nida_dataset_dup_id (whole, rows[i]);

      g_assert_cmpstr (id, ==, expected);
      g_assert_cmpint (nida_dataset_get_amount (some, i), ==, nida_dataset_get_amount (whole, rows[i]));
      g_assert_cmpint (nida_dataset_get_amount_usd (some, i), ==, nida_dataset_get_amount_usd (whole, rows[i]));
      g_assert_cmpint (nida_dataset_get_source_row (some, i), ==, nida_dataset_get_source_row (whole, rows[i]));
      g_assert_cmpstr (nida_dataset_get_description (some, i, FALSE), ==, nida_dataset_get_description (whole, rows[i], FALSE));
      g_assert_cmpuint (nida_codes_get (nida_dataset_get_codes (some, NIDA_FIELD_DONOR), i), ==,
                        nida_codes_get (nida_dataset_get_codes (whole, NIDA_FIELD_DONOR), rows[i]));
    }
}

static void
test_outlives (void)
{
  NidaDataset *whole = new_dataset ();
  g_autoptr (NidaDataset) some = nida_dataset_pick (whole, (const guint[]) { 2 }, 1), none = nida_dataset_pick (whole, NULL, 0);
  g_autofree char *id = NULL;

  g_object_unref (whole);
  id = nida_dataset_dup_id (some, 0);
  g_assert_cmpstr (id, ==, "fts:x");
  g_assert_cmpuint (nida_dataset_get_n_rows (none), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset-pick/rows-say-what-they-said", test_rows);
  g_test_add_func ("/dataset-pick/names-outlive-the-other-dataset", test_outlives);
  return g_test_run ();
}
