/* The dataset as columns, as cells and as a list of flows. */
#include "dataset-builder.h"
#include "flow.h"

#include <string.h>

static NidaDataset *
make (guint n_rows)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaSourceInfo source = { .name = (char *) "a.csv", .family = (char *) "fts" };

  nida_dataset_builder_add_source (builder, &source);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *donor = g_strdup_printf ("Donor %u", i);
      g_autofree char *id = g_strdup_printf ("%u", i);
      NidaDate date = nida_date_new_month (2000 + i % 20, i % 12 + 1);

      nida_dataset_builder_begin (builder, 0, i + 2, NIDA_KIND_PAID);
      nida_dataset_builder_set_id (builder, id, -1);
      nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, donor, -1);
      nida_dataset_builder_set_amount_usd (builder, i * 1000);
      nida_dataset_builder_set_period (builder, (NidaPeriod) { date, date });
      nida_dataset_builder_end_row (builder);
    }
  return nida_dataset_builder_end (builder);
}

static void
test_columns (void)
{
  g_autoptr (NidaDataset) dataset = make (1000);
  NidaCodes donors = nida_dataset_get_codes (dataset, NIDA_FIELD_DONOR);
  NidaCodes countries = nida_dataset_get_codes (dataset, NIDA_FIELD_COUNTRY);

  g_assert_cmpuint (donors.width, ==, 2);
  g_assert_null (countries.data);
  g_assert_null (nida_dataset_get_amounts (dataset));
  g_assert_null (nida_dataset_get_date_ends (dataset));
  g_assert_null (nida_dataset_get_boundaries (dataset));
  for (guint row = 0; row < 1000; row++)
    {
      NidaPeriod period = nida_dataset_get_period (dataset, row);
      g_autofree char *text = nida_period_to_string (period);
      g_autofree char *expected = g_strdup_printf ("%u-%02u", 2000 + row % 20, row % 12 + 1);

      g_assert_cmpuint (nida_codes_get (donors, row), ==, row + 1);
      g_assert_cmpuint (nida_codes_get (countries, row), ==, 0);
      g_assert_cmpint (nida_dataset_get_amounts_usd (dataset)[row], ==, row * 1000);
      g_assert_cmpint (nida_dataset_get_amount_usd (dataset, row), ==, row * 1000);
      g_assert_cmpint (nida_dates_get (nida_dataset_get_dates (dataset), row), ==, nida_date_pack (period.start));
      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpint (nida_dataset_get_updated_at (dataset, row), ==, G_MININT64);
      g_assert_false (nida_dataset_get_usage_years (dataset, row, NULL, NULL));
      g_assert_cmpuint (nida_dataset_get_source (dataset, row), ==, 0);
    }
}

static void
test_list_model (void)
{
  NidaDataset *dataset = make (10);
  g_autoptr (NidaFlow) flow = NULL;
  g_autofree char *id = NULL;

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (dataset)) == NIDA_TYPE_FLOW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (dataset)), ==, 10);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (dataset), 10));
  flow = g_list_model_get_item (G_LIST_MODEL (dataset), 7);
  /* the flow keeps its dataset */
  g_object_unref (dataset);
  g_assert_cmpuint (nida_flow_get_row (flow), ==, 7);
  id = nida_dataset_dup_id (nida_flow_get_dataset (flow), 7);
  g_assert_cmpstr (id, ==, "fts:7");
}

static void
test_finalised (void)
{
  NidaDataset *dataset = make (3);
  NidaFlow *flow = g_list_model_get_item (G_LIST_MODEL (dataset), 0);
  gpointer weak = dataset;

  g_object_add_weak_pointer (G_OBJECT (dataset), &weak);
  g_object_unref (dataset);
  g_assert_nonnull (weak);
  g_object_unref (flow);
  g_assert_null (weak);
}

/* Ids of several families, in numbers and in words, with and without the family in the id itself. */
static void
test_id_keys (void)
{
  static const struct { guint source; const char *id; } rows[] = {
    { 0, "1" }, { 0, "01" }, { 0, "x" }, { 1, "1" }, { 1, "x" }, { 2, "fts:7" }, { 2, "iati:x" }, { 2, "x" }, { 3, "x" }, { 3, "" },
    { 0, "7" },
  };
  static const char * const families[] = { "fts", "iati", "", "iati" };
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      NidaSourceInfo info = { .name = (char *) "a", .family = (char *) families[i] };

      nida_dataset_builder_add_source (builder, &info);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      nida_dataset_builder_begin (builder, rows[i].source, i + 1, i % 2 == 0 ? NIDA_KIND_PAID : NIDA_KIND_PLEDGE);
      nida_dataset_builder_set_id (builder, rows[i].id, -1);
      nida_dataset_builder_set_amount (builder, 1000);
      g_assert_true (nida_dataset_builder_end_row (builder));
    }
  dataset = nida_dataset_builder_end (builder);
  for (guint i = 0; i < nida_dataset_get_n_rows (dataset); i++)
    for (guint j = 0; j < nida_dataset_get_n_rows (dataset); j++)
      {
        g_autofree char *one = nida_dataset_dup_id (dataset, i), *other = nida_dataset_dup_id (dataset, j);
        guint64 a[2], b[2];
        gboolean has = nida_dataset_get_id_key (dataset, i, &a[0], &a[1]);

        g_assert_cmpint (has, ==, *one != '\0');
        if (has && nida_dataset_get_id_key (dataset, j, &b[0], &b[1]))
          g_assert_cmpint (a[0] == b[0] && a[1] == b[1], ==, strcmp (one, other) == 0);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset/columns-and-cells-say-the-same", test_columns);
  g_test_add_func ("/dataset/flows-are-made-on-demand", test_list_model);
  g_test_add_func ("/dataset/lives-as-long-as-its-flows", test_finalised);
  g_test_add_func ("/dataset/ids/have-equal-keys-where-they-are-equal", test_id_keys);
  return g_test_run ();
}
