/* ledger-exchange.c: rows of a spreadsheet are one step, and what of them is not understood is told. */
#include "config.h"

#include "ledger-exchange.h"
#include "ledger-page.h"
#include "ui-support.h"

#include <glib/gstdio.h>

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

/* --- files, by the actions and the dialogs of a window --- */

static const char rows[] = "Kind\tDate\tDonor\tAmount\tCurrency\tObjective\tDue\tNext step\tNote\tLinks\n"
                           "Pledge\t2026-03-01\tAtlantis\t1234567.125\tKWD\tHealth\t2026-06-30\tCall\t'=1+1\thttps://example.org/a\n"
                           "Paid\t2026-02\tالبلد البعيد\t5\tUSD\t\t\t\tOne, \"two\"; three\t\n"
                           "Event\t2026-03-05\t\t\t\t\t\t\tConference\t\n"
                           "Requirement\t2026\t\t7000000\tUSD\tShelter\t\t\t\t\n"
                           "Indicator\t2026-03\t\t42.5\t\tHunger\t\t\t\t\n";

static char *
dup_ledger (NidaSession *session)
{
  NidaLedger *ledger = nida_session_get_ledger (session);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nida_ledger_get_n (ledger); i++)
    {
      g_autofree char *entry = nida_entry_to_text (nida_ledger_get (ledger, i)->entry);

      g_string_append (text, entry);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_all (gpointer session)
{
  return nida_ledger_get_n (nida_session_get_ledger (session)) == 5;
}

/* What one window exports is in another what it was, to the last word and decimal. */
static void
test_files (void)
{
  static const char * const names[] = { "ledger.csv", "ledger.xlsx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NidaSession) first = nida_session_new (), second = nida_session_new ();
      GtkWidget *from = gtk_window_new (), *to = gtk_window_new ();
      GtkWidget *page = nida_ledger_page_new (first), *other = nida_ledger_page_new (second);
      g_autofree char *folder = ui_test_write ("a", ""), *before = NULL, *after = NULL, *path = NULL, *place = NULL;
      g_autoptr (GFile) file = NULL;

      g_unlink (folder);
      place = g_path_get_dirname (folder);
      path = g_build_filename (place, names[i], NULL);
      g_unlink (path);
      file = g_file_new_for_path (path);
      g_assert_cmpint (g_chdir (place), ==, 0);      /* where a dialog begins */
      gtk_window_set_child (GTK_WINDOW (from), page);
      gtk_window_set_child (GTK_WINDOW (to), other);
      gtk_window_present (GTK_WINDOW (from));
      gtk_window_present (GTK_WINDOW (to));
      nida_ledger_exchange_take (page, first, rows);
      g_assert_true (has_all (first));
      before = dup_ledger (first);
      g_assert_true (gtk_widget_activate_action (page, "ledger.export", NULL));
      ui_test_choose_file (file, TRUE);
      g_assert_true (ui_test_wait (ui_test_is_written, file));
      g_assert_true (gtk_widget_activate_action (other, "ledger.import", NULL));
      ui_test_choose_file (file, FALSE);
      g_assert_true (ui_test_wait (has_all, second));
      after = dup_ledger (second);
      g_assert_cmpstr (after, ==, before);
      nida_session_undo (second);      /* one step */
      g_assert_cmpuint (nida_ledger_get_n (nida_session_get_ledger (second)), ==, 0);
      g_unlink (path);
      gtk_window_destroy (GTK_WINDOW (from));
      gtk_window_destroy (GTK_WINDOW (to));
    }
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ledger-exchange/paste/rows-of-a-spreadsheet", test_paste);
  g_test_add_func ("/ledger-exchange/paste/from-the-clipboard", test_clipboard);
  g_test_add_func ("/ledger-exchange/files/export-and-import-are-exact", test_files);
  return g_test_run ();
}
