/* One pass: cancelled in the middle, hashed when groups are many, never wrong about twins, the same however rows are read. */
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

/* Blocks of which all rows count, then blocks of which some do not. */
static NidaSheet *
mixed_rows (void)
{
  static const NidaKind kinds[] = { NIDA_KIND_PAID, NIDA_KIND_EVENT, NIDA_KIND_PLEDGE, NIDA_KIND_COMMITMENT };
  static const char * const names[] = { "A", "B", NULL, "C", "A, B" };
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%u", i + 1);
      TestRow row = { i < N_ROWS / 2 ? NIDA_KIND_PAID : kinds[i % 4], i % 7 == 0 ? NULL : i % 2 == 0 ? "2023" : "2024",
                      i % 11 == 0 ? NULL : amount, names[i % 5], .category = names[i % 3] };

      test_add_row (builder, &row, i + 2);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_sheet_new (dataset);
}

/* What @scan says of every group, against its rows one by one. */
static void
assert_sums (const NidaScan *scan)
{
  guint64 n_groups;
  g_autofree NidaSum *expected = NULL;

  g_assert_true (nida_dimensions_product (scan->dimensions, scan->n_dimensions, &n_groups));
  expected = g_new0 (NidaSum, n_groups * scan->rules->n_sums);
  for (guint i = 0; i < scan->selection->n_rows; i++)
    {
      guint32 row = nida_selection_row (scan->selection, i);
      guint8 action = nida_rules_action (scan->rules, scan->sheet->traits[row], 0);
      guint64 group = nida_dimensions_group (scan->dimensions, scan->n_dimensions, row);

      if (action < NIDA_RULES_MOST_SUMS)
        nida_values_add (scan->values, row, &expected[group * scan->rules->n_sums + action]);
    }
  for (guint64 i = 0; i < n_groups * scan->rules->n_sums; i++)
    {
      g_assert_cmpint ((gint64) scan->tally.sums[i].sum, ==, (gint64) expected[i].sum);
      g_assert_cmpuint (scan->tally.sums[i].rows, ==, expected[i].rows);
    }
}

/* Rows that follow each other are read in another way than those that a filter left. */
static void
test_rows (gconstpointer data)
{
  guint every = GPOINTER_TO_UINT (data);
  g_autoptr (NidaSheet) sheet = mixed_rows ();
  g_autoptr (NidaSelection) selection = nida_selection_new ();
  NidaDimension dimensions[3];
  NidaRules rules;

  selection->rows = every > 1 ? g_new (guint32, N_ROWS) : NULL;
  for (guint32 row = 0; row < N_ROWS; row += every, selection->n_rows++)
    if (every > 1)
      selection->rows[selection->n_rows] = row;
  memcpy (selection->present, sheet->present, sizeof selection->present);
  nida_rules_init (&rules, NIDA_RULE_DISTINCT, MEASURE (RECEIVED) | MEASURE (PLEDGED) | MEASURE (COUNT), selection);
  g_assert_cmpuint (rules.n_sums, >, 1);
  g_assert_true (nida_dimension_init (&dimensions[0], sheet, (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE }, 1));
  g_assert_true (nida_dimension_init (&dimensions[1], sheet, (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE }, 1));
  g_assert_true (nida_dimension_init (&dimensions[2], sheet, (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_YEAR }, 1));
  for (guint threads = 1; threads <= 3; threads++)
    {
      NidaScan scans[3] = { { .sheet = sheet, .selection = selection, .rules = &rules, .dimensions = dimensions } };
      NidaScan *all[] = { &scans[0], &scans[1], &scans[2] };
      g_autoptr (GError) error = NULL;

      nida_parallel_set_threads (threads);
      scans[0].values = nida_sheet_get_values (sheet, NULL, 0);
      scans[1] = scans[2] = scans[0];
      scans[0].n_dimensions = 3;
      scans[1].dimensions = &dimensions[1];
      scans[1].n_dimensions = 2;
      g_assert_true (nida_scans_run (all, G_N_ELEMENTS (all), &error));
      g_assert_no_error (error);
      for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
        {
          assert_sums (&scans[i]);
          nida_scan_clear (&scans[i]);
        }
    }
  for (guint d = 0; d < G_N_ELEMENTS (dimensions); d++)
    nida_dimension_clear (&dimensions[d]);
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
  g_test_add_data_func ("/scan/rows/that-follow-each-other", GUINT_TO_POINTER (1), test_rows);
  g_test_add_data_func ("/scan/rows/that-a-filter-left", GUINT_TO_POINTER (3), test_rows);
  return g_test_run ();
}
