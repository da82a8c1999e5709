/* The rows behind the filters: as many as the filters leave, sorted, copied. */
#include "config.h"

#include "data-table.h"
#include "ui-support.h"

static NidaDataTable *
show_table (NidaWindow *window)
{
  NidaWorkspace *workspace = nida_window_get_workspace (window);

  gtk_stack_set_visible_child_name (nida_workspace_get_stack (workspace), "table");
  ui_test_run_for (100);
  return nida_workspace_get_table (workspace);
}

static gboolean
is_sorted (gpointer data)
{
  return !nida_data_table_is_sorting (data);
}

static NidaMoney
amount_at (NidaWindow    *window,
           NidaDataTable *table,
           guint          position)
{
  return nida_dataset_get_amount (nida_session_get_dataset (nida_window_get_session (window)),
                                  nida_data_table_get_row (table, position));
}

static void
test_rows_follow_filters (void)
{
  g_autofree char *path = ui_test_write ("rows.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaDataTable *table = show_table (window);

  g_assert_cmpuint (nida_data_table_get_n_rows (table), ==, 6);
  nida_session_set_value (nida_window_get_session (window), NIDA_FIELD_DONOR, "Qatar", TRUE);
  g_assert_cmpuint (nida_data_table_get_n_rows (table), ==, 2);
  nida_session_clear_filters (nida_window_get_session (window));
  g_assert_cmpuint (nida_data_table_get_n_rows (table), ==, 6);
  ui_test_close (window);
}

static void
test_sorts_both_ways (void)
{
  g_autofree char *path = ui_test_write ("sort.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaDataTable *table = show_table (window);

  nida_data_table_sort (table, NIDA_FIELD_AMOUNT, FALSE);
  g_assert_true (ui_test_wait (is_sorted, table));
  g_assert_cmpint (amount_at (window, table, 0), ==, 100000 * NIDA_MONEY_UNIT);
  g_assert_cmpint (amount_at (window, table, 5), ==, 3000000 * NIDA_MONEY_UNIT);
  nida_data_table_sort (table, NIDA_FIELD_AMOUNT, TRUE);
  g_assert_true (ui_test_wait (is_sorted, table));
  g_assert_cmpint (amount_at (window, table, 0), ==, 3000000 * NIDA_MONEY_UNIT);
  g_assert_cmpint (amount_at (window, table, 5), ==, 100000 * NIDA_MONEY_UNIT);
  ui_test_close (window);
}

static void
test_copies_with_header (void)
{
  g_autofree char *path = ui_test_write ("tsv.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaDataTable *table = show_table (window);
  g_autofree char *tsv = nida_data_table_to_tsv (table);
  g_auto (GStrv) lines = g_strsplit (tsv, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 8);   /* header, six rows, the end */
  g_assert_nonnull (strstr (tsv, "Kuwait"));
  g_assert_nonnull (strstr (tsv, "300000"));
  g_assert_null (strstr (tsv, "300,000"));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/data-table/rows/as-many-as-the-filters-leave", test_rows_follow_filters);
  g_test_add_func ("/data-table/sort/both-ways", test_sorts_both_ways);
  g_test_add_func ("/data-table/copy/exact-figures-under-a-header", test_copies_with_header);
  return g_test_run ();
}
