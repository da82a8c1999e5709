/* The rows behind the filters: as many as the filters leave, sorted, copied. */
#include "config.h"

#include "data-cells.h"
#include "data-table.h"
#include "ui-support.h"

#include <string.h>

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

/* The rows that are seen, and no others; read again they are the same figures. */
static void
test_saves_what_is_shown (void)
{
  g_autofree char *path = ui_test_write ("saved.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaDataTable *table = show_table (window);
  static const char * const names[] = { "out.csv", "out.xlsx" };

  nida_session_set_value (nida_window_get_session (window), NIDA_FIELD_DONOR, "Qatar", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *out = ui_test_write (names[i], "");
      g_autoptr (GFile) file = g_file_new_for_path (out);
      const char *inputs[] = { out, NULL };
      NidaLoadOptions options = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaDataset) back = NULL;

      g_assert_true (nida_data_table_write (table, file, &error));
      g_assert_no_error (error);
      back = nida_load (inputs, &options, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (nida_dataset_get_n_rows (back), ==, 2);
    }
  ui_test_close (window);
}

/* Dollars alone are named once, in the title; another currency, too; several have a column. */
static void
test_unit_stands_once (void)
{
  static const struct { const char *currency, *title, *text; gboolean has_amount, has_currency; } cases[] = {
    { ",USD", "Amount in US$", "100,000", FALSE, FALSE },
    { "300000,KWD", "Amount in KWD", "100,000", TRUE, FALSE },
    { "300000,KWD\npaid,2022,Qatar,Food,Appeal 2024,5,6,EUR", "Amount", "100,000", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("kind,date,donor,category,appeal,amount,amount_usd,currency\n"
                                               "paid,2022,Kuwait,Food,Appeal 2024,100000,%s\n", cases[i].currency);
      g_autofree char *path = ui_test_write ("unit.csv", text);
      NidaWindow *window = ui_test_open (path);
      NidaDataset *dataset = nida_session_get_dataset (nida_window_get_session (window));
      g_autofree char *title = nida_data_column_title (dataset, NIDA_FIELD_AMOUNT);
      g_autofree char *column = nida_data_column_text (dataset, 0, NIDA_FIELD_AMOUNT);
      g_autofree char *tsv = NULL;

      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (column, ==, cases[i].text);
      g_assert_cmpint (nida_data_has_field (dataset, NIDA_FIELD_AMOUNT), ==, cases[i].has_amount);
      g_assert_cmpint (nida_data_has_field (dataset, NIDA_FIELD_CURRENCY), ==, cases[i].has_currency);
      tsv = nida_data_table_to_tsv (show_table (window));
      g_assert_nonnull (strstr (tsv, cases[i].title));
      ui_test_close (window);
    }
}

static void
test_sorts_both_ways (void)
{
  g_autofree char *path = ui_test_write ("sort.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaDataTable *table = show_table (window);

  nida_data_table_sort (table, NIDA_FIELD_AMOUNT_USD, FALSE);
  g_assert_true (ui_test_wait (is_sorted, table));
  g_assert_cmpint (amount_at (window, table, 0), ==, 100000 * NIDA_MONEY_UNIT);
  g_assert_cmpint (amount_at (window, table, 5), ==, 3000000 * NIDA_MONEY_UNIT);
  nida_data_table_sort (table, NIDA_FIELD_AMOUNT_USD, TRUE);
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

/* No name becomes a formula in the spreadsheet that the rows are pasted into. */
static void
test_copies_formulas (void)
{
  g_autofree char *text = g_strconcat (ui_test_csv, "paid,2023,=1+1,,Food,الغذاء,Appeal 2024,,USD,-5000,a\n", NULL);
  g_autofree char *path = ui_test_write ("formula.csv", text);
  NidaWindow *window = ui_test_open (path);
  g_autofree char *tsv = nida_data_table_to_tsv (show_table (window));

  g_assert_nonnull (strstr (tsv, "\t'=1+1\t"));
  g_assert_nonnull (strstr (tsv, "\t-5000"));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/data-table/saves/what-is-shown", test_saves_what_is_shown);
  g_test_add_func ("/data-table/copied/no-name-is-a-formula", test_copies_formulas);
  g_test_add_func ("/data-table/unit/stands-once", test_unit_stands_once);
  g_test_add_func ("/data-table/rows/as-many-as-the-filters-leave", test_rows_follow_filters);
  g_test_add_func ("/data-table/sort/both-ways", test_sorts_both_ways);
  g_test_add_func ("/data-table/copy/exact-figures-under-a-header", test_copies_with_header);
  return g_test_run ();
}
