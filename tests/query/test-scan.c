/* One pass: cancelled in the middle, hashed when groups are many, never wrong about twins. */
#include "fixture.h"

#include "parallel.h"
#include "scan.h"

enum { N_ROWS = 5000 };

/* Every row its own donor, recipient and category: their product needs a hash. */
static NidaLocalEngine *
many_groups (void)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %04u", i);
      TestRow row = { NIDA_KIND_PAID, "2024", "1", name, name, name };

      test_add_row (builder, &row, i + 2);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_local_engine_new (dataset);
}

static void
test_hashed (void)
{
  g_autoptr (NidaLocalEngine) engine = many_groups ();
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "donor,recipient,category");

  for (guint threads = 1; threads <= 3; threads++)
    {
      g_autoptr (NidaCube) cube = NULL;

      nida_parallel_set_threads (threads);
      cube = test_ask (engine, query);
      g_assert_cmpuint (nida_cube_get_n_cells (cube), ==, N_ROWS);
      test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "5000");
      for (guint i = 0; i < N_ROWS; i += 97)
        {
          const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

          g_assert_cmpuint (cell->item[0], ==, i);
          g_assert_cmpuint (cell->item[2], ==, i);
          g_assert_cmpint (cell->values[NIDA_MEASURE_RECEIVED], ==, 1000);
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr (NidaLocalEngine) engine = many_groups ();
  g_autoptr (NidaSheet) sheet = nida_sheet_new (nida_local_engine_get_dataset (engine));
  g_autoptr (NidaSelection) selection = nida_selection_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  NidaRules rules;
  NidaScan scan = { .sheet = sheet, .selection = selection, .rules = &rules, .cancellable = cancellable };

  scan.values = nida_sheet_get_values (sheet, NULL, 0);
  selection->n_rows = sheet->n_rows;
  memcpy (selection->present, sheet->present, sizeof selection->present);
  nida_rules_init (&rules, NIDA_RULE_DISTINCT, MEASURE (RECEIVED), selection);
  g_cancellable_cancel (cancellable);
  g_assert_false (nida_scans_run (&(NidaScan *) { &scan }, 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  nida_scan_clear (&scan);
}

static void
test_too_many (void)
{
  NidaDimension huge[3] = { { .n_slots = G_MAXUINT32 }, { .n_slots = G_MAXUINT32 }, { .n_slots = G_MAXUINT32 } };
  guint64 product;

  g_assert_true (nida_dimensions_product (huge, 2, &product));
  g_assert_false (nida_dimensions_product (huge, 3, &product));
}

static void
test_twins (void)
{
  static const TestRow rows[] = {
    { NIDA_KIND_COMMITMENT, "2024", "1", "A", .source = 1, .id = "x" },
    { NIDA_KIND_PAID, "2024", "1", "A", .source = 1, .id = "x" },
    { NIDA_KIND_PLEDGE, "2024", "1", "A", .source = 1, .id = "x" },
    { NIDA_KIND_PAID, "2025", "1", "A", .source = 1, .id = "y" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (COUNT), "kind");

  for (guint threads = 1; threads <= 4; threads++)
    {
      g_autoptr (NidaCube) cube = NULL;

      nida_parallel_set_threads (threads);
      cube = test_ask (engine, query);
      test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_COUNT, "2");
      test_assert_value (test_cell (cube, "paid"), NIDA_MEASURE_COUNT, "2");
      test_assert_value (test_cell (cube, "pledge"), NIDA_MEASURE_COUNT, "1");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/many-groups/are-hashed", test_hashed);
  g_test_add_func ("/scan/cancelled/stops", test_cancelled);
  g_test_add_func ("/scan/too-many-groups/is-noticed", test_too_many);
  g_test_add_func ("/scan/twins/one-flow-in-each-group-and-in-all", test_twins);
  return g_test_run ();
}
