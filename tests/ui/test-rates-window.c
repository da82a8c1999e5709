/* rates-window.c: a rate that is written holds on the board at once, is changed, deleted and undone. */
#include "config.h"

#include "rates-window.h"
#include "ui-support.h"

#define DINARS "kind,date,donor,currency,amount\npaid,2024-05-02,Kuwait,KWD,1000\npaid,2024-05-02,Qatar,USD,500\n"

static NidaMoney
received (NidaSession *session)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;

  query->measures = 1u << NIDA_MEASURE_RECEIVED;
  cube = nida_local_engine_query (nida_session_get_engine (session), query, NULL);
  return nida_cube_get_total (cube)->values[NIDA_MEASURE_RECEIVED];
}

static void
write_cell (NidaRatesWindow *rates,
            NidaRateCell     cell,
            const char      *text)
{
  gtk_editable_set_text (GTK_EDITABLE (nida_rates_window_get_entry (rates, cell)), text);
}

static guint
n_rows (NidaRatesWindow *rates)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (nida_rates_window_get_list (rates), (int) n) != NULL)
    n++;
  return n;
}

typedef struct { NidaSession *session; NidaMoney money; } Wanted;

static gboolean
has_received (gpointer data)
{
  Wanted *wanted = data;

  return received (wanted->session) == wanted->money;
}

static void
wait_for (NidaSession *session,
          NidaMoney    money)
{
  Wanted wanted = { session, money };

  g_assert_true (ui_test_wait (has_received, &wanted));
}

static void
test_holds (void)
{
  g_autofree char *path = ui_test_write ("dinars.csv", DINARS);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaRatesWindow *rates = NIDA_RATES_WINDOW (nida_rates_window_new (GTK_WINDOW (window), session));

  gtk_window_present (GTK_WINDOW (rates));
  wait_for (session, 500000);
  write_cell (rates, NIDA_RATE_CELL_FROM, "KWD");
  write_cell (rates, NIDA_RATE_CELL_QUOTE, "3.25");
  g_assert_true (nida_rates_window_confirm (rates));
  g_assert_cmpuint (n_rows (rates), ==, 1);
  wait_for (session, 3750000);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (nida_rates_window_get_entry (rates, NIDA_RATE_CELL_FROM))), ==, "");
  /* read again, it still holds */
  nida_session_reload (session);
  g_assert_true (nida_session_is_loading (session));
  wait_for (session, 3750000);
  nida_session_undo (session);
  g_assert_cmpuint (n_rows (rates), ==, 0);
  wait_for (session, 500000);
  nida_session_redo (session);
  wait_for (session, 3750000);
  gtk_window_destroy (GTK_WINDOW (rates));
  ui_test_close (window);
}

static void
test_mistake (void)
{
  g_autofree char *path = ui_test_write ("mistake.csv", DINARS);
  NidaWindow *window = ui_test_open (path);
  NidaRatesWindow *rates = NIDA_RATES_WINDOW (nida_rates_window_new (GTK_WINDOW (window), nida_window_get_session (window)));

  gtk_window_present (GTK_WINDOW (rates));
  write_cell (rates, NIDA_RATE_CELL_FROM, "KWD");
  write_cell (rates, NIDA_RATE_CELL_QUOTE, "three");
  g_assert_false (nida_rates_window_confirm (rates));
  g_assert_cmpstr (nida_rates_window_get_status (rates), !=, "");
  g_assert_cmpuint (n_rows (rates), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (nida_rates_window_get_entry (rates, NIDA_RATE_CELL_FROM))), ==, "KWD");
  gtk_window_destroy (GTK_WINDOW (rates));
  ui_test_close (window);
}

/* The buttons of the first row, in their order. */
static GtkWidget *
find_button (NidaRatesWindow *rates,
             guint            index)
{
  GtkWidget *box = gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (nida_rates_window_get_list (rates), 0));
  GtkWidget *button = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));

  return index == 0 ? button : gtk_widget_get_next_sibling (button);
}

static void
test_changed (void)
{
  g_autofree char *path = ui_test_write ("changed.csv", DINARS);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaRatesWindow *rates = NIDA_RATES_WINDOW (nida_rates_window_new (GTK_WINDOW (window), session));

  gtk_window_present (GTK_WINDOW (rates));
  write_cell (rates, NIDA_RATE_CELL_FROM, "KWD");
  write_cell (rates, NIDA_RATE_CELL_QUOTE, "3");
  g_assert_true (nida_rates_window_confirm (rates));
  ui_test_assert_large_text (GTK_WINDOW (rates));
  g_signal_emit_by_name (find_button (rates, 0), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (nida_rates_window_get_entry (rates, NIDA_RATE_CELL_QUOTE))), ==, "3");
  write_cell (rates, NIDA_RATE_CELL_QUOTE, "4");
  write_cell (rates, NIDA_RATE_CELL_START, "2024");
  g_assert_true (nida_rates_window_confirm (rates));
  g_assert_cmpuint (n_rows (rates), ==, 1);
  wait_for (session, 4500000);
  g_signal_emit_by_name (find_button (rates, 1), "clicked");
  g_assert_cmpuint (n_rows (rates), ==, 0);
  wait_for (session, 500000);
  g_assert_cmpstr (nida_document_get_undo_name (nida_session_get_document (session)), ==, "Delete Rate");
  gtk_window_destroy (GTK_WINDOW (rates));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/rates-window/added/holds-at-once-and-is-undone", test_holds);
  g_test_add_func ("/rates-window/mistake/is-told-and-stays", test_mistake);
  g_test_add_func ("/rates-window/changed/and-deleted", test_changed);
  return g_test_run ();
}
