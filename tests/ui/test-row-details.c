/* From a mark to its rows, from a row to its record in the source. */
#include "config.h"

#include "row-conversion.h"
#include "row-details.h"
#include "row-opener.h"
#include "ui-support.h"

#include <string.h>

static gboolean
has_record (gpointer details)
{
  return nida_row_details_get_record (details) != NULL;
}

static gboolean
has_checksum (gpointer details)
{
  return nida_row_details_get_checksum (details) != NULL;
}

static NidaRowDetails *
show_row (NidaWindow *window,
          guint       row)
{
  GtkWidget *details = nida_row_details_new (GTK_WINDOW (window), nida_session_get_dataset (nida_window_get_session (window)), row,
                                             nida_session_get_load_options (nida_window_get_session (window)).copies, NULL, NULL);

  gtk_window_present (GTK_WINDOW (details));
  return NIDA_ROW_DETAILS (details);
}

static void
test_record_and_checksum (void)
{
  g_autofree char *path = ui_test_write ("where.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaDataset *dataset = nida_session_get_dataset (nida_window_get_session (window));
  g_auto (GStrv) lines = g_strsplit (ui_test_csv, "\n", -1);
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ui_test_csv, -1);
  NidaRowDetails *details = show_row (window, 2);
  g_autofree char *text = NULL;

  g_assert_true (ui_test_wait (has_record, details));
  g_assert_cmpstr (nida_row_details_get_record (details), ==, lines[nida_dataset_get_source_row (dataset, 2) - 1]);
  nida_row_details_ask_checksum (details);
  g_assert_true (ui_test_wait (has_checksum, details));
  g_assert_cmpstr (nida_row_details_get_checksum (details), ==, expected);
  text = nida_row_details_to_text (details);
  g_assert_nonnull (strstr (text, expected));
  g_assert_nonnull (strstr (text, "where.csv"));
  g_assert_nonnull (strstr (text, "الكويت"));      /* both languages */
  gtk_window_destroy (GTK_WINDOW (details));
  ui_test_close (window);
}

static void
test_closed_while_reading (void)
{
  g_autofree char *path = ui_test_write ("closed.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaRowDetails *details = show_row (window, 0);

  nida_row_details_ask_checksum (details);
  gtk_window_destroy (GTK_WINDOW (details));
  ui_test_run_for (200);
  ui_test_close (window);
}

/* The rows of a mark add up to its figure. */
static void
test_rows_of_a_mark (void)
{
  g_autofree char *path = ui_test_write ("rows-of.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  const NidaNode *node = ui_test_find_mark (chart, NIDA_FIELD_DONOR);
  NidaMoney figure = node->mark->money, sum = 0;
  NidaDataTable *table;

  nida_chart_canvas_set_current (nida_chart_view_get_canvas (chart), node->key, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.rows", NULL));
  ui_test_run_for (100);
  table = nida_workspace_get_table (nida_window_get_workspace (window));
  g_assert_nonnull (table);
  g_assert_nonnull (nida_session_get_focus (session));
  g_assert_cmpuint (nida_data_table_get_n_rows (table), >, 0);
  g_assert_cmpuint (nida_data_table_get_n_rows (table), <, 6);
  for (guint i = 0; i < nida_data_table_get_n_rows (table); i++)
    sum += nida_dataset_get_amount_usd (nida_session_get_dataset (session), nida_data_table_get_row (table, i));
  g_assert_cmpint (sum, ==, figure);
  g_assert_true (nida_filter_set_is_empty (nida_session_get_filters (session)));
  nida_session_set_focus (session, NULL, NULL);
  g_assert_cmpuint (nida_data_table_get_n_rows (table), ==, 6);
  ui_test_close (window);
}

/* The menu takes the keys from the chart, but still means the mark that it was opened on. */
static void
test_menu_means_its_mark (void)
{
  g_autofree char *path = ui_test_write ("menu.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  const NidaNode *node = ui_test_find_mark (chart, NIDA_FIELD_DONOR);
  g_autofree char *label = g_strdup (nida_mark_get_label (node->mark));

  nida_chart_canvas_set_current (canvas, node->key, TRUE);
  g_signal_emit_by_name (canvas, "menu", 10.0, 10.0);
  ui_test_run_for (100);
  nida_chart_canvas_set_current (canvas, NULL, FALSE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.rows", NULL));
  g_assert_true (g_str_has_prefix (nida_session_get_focus (session), label));
  ui_test_run_for (200);
  ui_test_close (window);
}

/* A row says the name that its source wrote where it counts as another. */
static void
test_written (void)
{
  g_autofree char *path = ui_test_write ("names.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autofree char *before = NULL, *after = NULL;
  NidaRowDetails *details = show_row (window, 4);

  before = nida_row_details_to_text (details);
  g_assert_null (strstr (before, "Written in the source"));
  gtk_window_destroy (GTK_WINDOW (details));
  nida_aliases_add (aliases, NIDA_ALIAS_ORGANISATION, "Qatar", "Kuwait", NULL);
  g_assert_true (nida_session_set_aliases (session, aliases, NULL));
  while (nida_session_is_loading (session))
    ui_test_run_for (20);
  details = show_row (window, 4);
  after = nida_row_details_to_text (details);
  g_assert_nonnull (strstr (after, "Written in the source"));
  g_assert_nonnull (strstr (after, "Qatar"));
  gtk_window_destroy (GTK_WINDOW (details));
  nida_session_undo (session);
  ui_test_close (window);
}

static NidaRowDetails *
find_details (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (NIDA_IS_ROW_DETAILS (window))
        return NIDA_ROW_DETAILS (window);
    }
  g_assert_not_reached ();
}

/* The rate, whose it is and of which day, and the exact product; the text of a file as it was when it was read. */
static void
test_rate (void)
{
  static const char flows[] = "kind,date,donor,currency,amount,amount_usd,source\n"
                              "paid,2023-02-13,Germany,EUR,2000,,a\n"
                              "paid,2023-02-13,Sweden,SEK,50000,4800,a\n"
                              "paid,2023-02-13,Norway,USD,7,,a\n"
                              "paid,1990-02-13,Norway,EUR,7,,a\n";
  static const char rates[] = "Date,USD,JPY\n2023-02-13,1.0686,141\n2023-02-10,1.0690,140\n";
  g_autofree char *path = ui_test_write ("euros.csv", flows);
  g_autofree char *table = ui_test_write ("rates.csv", rates);
  const char *inputs[] = { path, table, NULL };
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_auto (NidaRowConversion) euros = { 0 }, stated = { 0 }, plain = { 0 }, none = { 0 };
  g_autofree char *text = NULL;
  NidaRowDetails *details;

  nida_window_open (window, inputs);
  ui_test_run_for (1000);
  g_assert_true (nida_row_conversion_read (nida_session_get_engine (session), query, 0, &euros));
  g_assert_cmpstr (euros.unit, ==, "US$");
  g_assert_cmpstr (euros.amount, ==, "$2,137.20");
  g_assert_cmpstr (euros.rate, ==, "1 EUR = 1.0686 USD");
  g_assert_cmpstr (euros.by, ==, "European Central Bank, 13 Feb 2023");
  g_assert_true (nida_row_conversion_read (nida_session_get_engine (session), query, 1, &stated));
  g_assert_cmpstr (stated.rate, ==, "1 SEK = 0.096 USD");
  g_assert_cmpstr (stated.amount, ==, "$4,800");
  g_assert_cmpstr (stated.by, ==, "the source itself");
  g_assert_false (nida_row_conversion_read (nida_session_get_engine (session), query, 2, &plain));
  g_assert_true (nida_row_conversion_read (nida_session_get_engine (session), query, 3, &none));
  g_assert_null (none.rate);
  g_assert_null (none.amount);

  nida_row_open (session, GTK_WINDOW (window), nida_session_get_dataset (session), 0);
  details = find_details ();
  text = nida_row_details_to_text (details);
  g_assert_nonnull (strstr (text, "1 EUR = 1.0686 USD"));
  gtk_window_destroy (GTK_WINDOW (details));
  ui_test_close (window);
}

static void
test_record_of_a_file_that_changed (void)
{
  g_autofree char *path = ui_test_write ("was.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  g_autoptr (NidaDataset) dataset = g_object_ref (nida_session_get_dataset (nida_window_get_session (window)));
  g_auto (GStrv) lines = g_strsplit (ui_test_csv, "\n", -1);
  GtkWidget *details;

  ui_test_run_for (1000);      /* until the copy is kept */
  ui_test_rewrite (path, "kind,date,donor,currency,amount,source\npaid,2024,Nobody,USD,1,a\n");
  ui_test_run_for (1000);
  details = nida_row_details_new (GTK_WINDOW (window), dataset, 2, nida_session_get_load_options (nida_window_get_session (window)).copies, NULL, NULL);
  gtk_window_present (GTK_WINDOW (details));
  g_assert_true (ui_test_wait (has_record, details));
  g_assert_cmpstr (nida_row_details_get_record (NIDA_ROW_DETAILS (details)), ==, lines[nida_dataset_get_source_row (dataset, 2) - 1]);
  gtk_window_destroy (GTK_WINDOW (details));
  ui_test_close (window);
}

/* What the desk has entered says what comes next. */
static void
test_entry (void)
{
  g_autofree char *path = ui_test_write ("entry.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL, *text = NULL;
  NidaDataset *dataset;
  NidaRowDetails *details;

  entry->amount = 10 * NIDA_MONEY_UNIT;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  entry->due = nida_date_new_day (2020, 1, 31);
  nida_entry_set_text (&entry->next_step, "Call the embassy");
  g_ptr_array_add (entry->links, g_strdup ("https://example.org/letter"));
  id = nida_ledger_add (nida_session_get_document (session), entry);
  dataset = nida_session_get_dataset (session);
  nida_row_open (session, GTK_WINDOW (window), dataset, nida_dataset_get_n_rows (dataset) - 1);
  details = find_details ();
  text = nida_row_details_to_text (details);
  g_assert_nonnull (strstr (text, "Call the embassy"));
  g_assert_nonnull (strstr (text, "31 Jan 2020 · Overdue"));
  g_assert_nonnull (strstr (text, "https://example.org/letter"));
  gtk_window_destroy (GTK_WINDOW (details));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/row-details/record/text-and-checksum", test_record_and_checksum);
  g_test_add_func ("/row-details/closed/while-it-reads", test_closed_while_reading);
  g_test_add_func ("/row-details/mark/its-rows-add-up-to-it", test_rows_of_a_mark);
  g_test_add_func ("/row-details/menu/means-its-mark", test_menu_means_its_mark);
  g_test_add_func ("/row-details/the-name-that-was-written", test_written);
  g_test_add_func ("/row-details/rate/the-exact-product-and-whose-rate", test_rate);
  g_test_add_func ("/row-details/record/of-a-file-that-changed-is-that-of-the-copy", test_record_of_a_file_that_changed);
  g_test_add_func ("/row-details/entry/says-what-comes-next", test_entry);
  return g_test_run ();
}
