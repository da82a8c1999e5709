/* ledger-exchange.c: rows of a spreadsheet are one step, and what of them is not understood is told. */
#include "config.h"

#include "ledger-exchange.h"
#include "ui-support.h"

static void
test_paste (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = gtk_window_new ();

  nida_ledger_exchange_take (window, session, "Donor\tAmount\tCurrency\tDue\nKuwait\t5,000,000\tKWD\t2020-01-31\nQatar\t250,000.00\tUSD\t\n");
  g_assert_cmpuint (nida_ledger_get_n (nida_session_get_ledger (session)), ==, 2);
  g_assert_cmpint (nida_ledger_get (nida_session_get_ledger (session), 0)->entry->amount, ==, 5000000 * NIDA_MONEY_UNIT);
  nida_session_undo (session);
  g_assert_cmpuint (nida_ledger_get_n (nida_session_get_ledger (session)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_pasted (gpointer session)
{
  return nida_ledger_get_n (nida_session_get_ledger (session)) > 0;
}

static void
test_clipboard (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = gtk_window_new ();

  gtk_window_present (GTK_WINDOW (window));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (window), "Donor\tAmount\nKuwait\t5000\n");
  nida_ledger_exchange_paste (window, session);
  g_assert_true (ui_test_wait (has_pasted, session));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ledger-exchange/paste/rows-of-a-spreadsheet", test_paste);
  g_test_add_func ("/ledger-exchange/paste/from-the-clipboard", test_clipboard);
  return g_test_run ();
}
