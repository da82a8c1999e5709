/* entry-window.c: a form that is filled in by keyboard; what is not understood is said and nothing is lost. */
#include "config.h"

#include "entry-window.h"
#include "ui-support.h"

static gboolean
is_active (gpointer window)
{
  return gtk_window_get_focus (window) != NULL && gtk_widget_get_mapped (window);
}

static GtkEditable *
focused (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_true (GTK_IS_EDITABLE (focus));
  return GTK_EDITABLE (focus);
}

/* As the tab key does. */
static void
next (GtkWidget *window)
{
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
}

static void
test_keyboard (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = nida_entry_window_new (NULL, session, NULL);
  const NidaEntry *entry;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_active, window));
  gtk_editable_set_text (focused (window), "Kuwait, Government of");
  next (window);
  gtk_editable_set_text (focused (window), "much");
  g_assert_false (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  g_assert_nonnull (strstr (nida_entry_window_get_error (NIDA_ENTRY_WINDOW (window)), "much"));
  gtk_editable_set_text (focused (window), "2,500,000");
  next (window);
  gtk_editable_set_text (focused (window), "KWD");
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  entry = nida_ledger_get (nida_session_get_ledger (session), 0)->entry;
  g_assert_cmpstr (entry->names[NIDA_ENTRY_DONOR][0], ==, "Kuwait, Government of");
  g_assert_cmpint (entry->amount, ==, 2500000 * NIDA_MONEY_UNIT);
  g_assert_cmpstr (entry->currency, ==, "KWD");
}

static void
test_change (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL;
  GtkWidget *window;

  entry->amount = 5000;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Qatar", NULL);
  id = nida_ledger_add (nida_session_get_document (session), entry);
  window = nida_entry_window_new (NULL, session, id);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_active, window));
  g_assert_cmpstr (gtk_editable_get_text (focused (window)), ==, "Qatar");
  gtk_editable_set_text (focused (window), "Oman");
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  g_assert_cmpstr (nida_ledger_find (nida_session_get_ledger (session), id)->entry->names[NIDA_ENTRY_DONOR][0], ==, "Oman");
  g_assert_cmpint (nida_ledger_find (nida_session_get_ledger (session), id)->entry->amount, ==, 5000);
  nida_session_undo (session);
  g_assert_cmpstr (nida_ledger_find (nida_session_get_ledger (session), id)->entry->names[NIDA_ENTRY_DONOR][0], ==, "Qatar");
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/entry-window/add/by-keyboard", test_keyboard);
  g_test_add_func ("/entry-window/change/and-undo", test_change);
  return g_test_run ();
}
