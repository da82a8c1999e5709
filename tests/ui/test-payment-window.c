/* payment-window.c: what is open is recorded by Enter alone, a part by its figure; the history says it. */
#include "config.h"

#include "entry-window.h"
#include "payment-window.h"
#include "ui-support.h"

typedef struct {
  NidaSession *session;
  char        *id;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);

  nida_ledger_set_today (nida_days_from_civil (2026, 5, 3));
  fixture->session = nida_session_new ();
  entry->amount = 10 * NIDA_MONEY_UNIT;
  g_strlcpy (entry->currency, "KWD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Kuwait", NULL);
  fixture->id = nida_ledger_add (nida_session_get_document (fixture->session), entry);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  nida_ledger_set_today (G_MININT32);
  g_object_unref (fixture->session);
  g_free (fixture->id);
}

static const NidaEntry *
entry_of (Fixture *fixture)
{
  return nida_ledger_find (nida_session_get_ledger (fixture->session), fixture->id)->entry;
}

static gboolean
has_focus (gpointer window)
{
  return gtk_window_get_focus (window) != NULL && gtk_widget_get_mapped (window);
}

static NidaPaymentWindow *
open_window (Fixture *fixture)
{
  GtkWidget *window = nida_payment_window_new (NULL, fixture->session, fixture->id);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (has_focus, window));
  return NIDA_PAYMENT_WINDOW (window);
}

static GtkEditable *
focused (NidaPaymentWindow *window)
{
  return GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window)));
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  NidaPaymentWindow *window = open_window (fixture);

  g_assert_cmpstr (gtk_editable_get_text (focused (window)), ==, "10");
  gtk_editable_set_text (focused (window), "0");
  g_assert_false (nida_payment_window_save (window));
  g_assert_nonnull (nida_payment_window_get_error (window));
  gtk_editable_set_text (focused (window), "3");
  g_assert_true (nida_payment_window_save (window));
  g_assert_cmpint (nida_entry_get_open (entry_of (fixture)), ==, 7 * NIDA_MONEY_UNIT);
  window = open_window (fixture);
  g_assert_cmpstr (gtk_editable_get_text (focused (window)), ==, "7");
  g_assert_true (nida_payment_window_save (window));
  g_assert_cmpuint (nida_entry_get_kind (entry_of (fixture)), ==, NIDA_KIND_PAID);
  g_assert_cmpint (nida_date_first_day (nida_entry_get_period (entry_of (fixture)).start), ==, nida_ledger_today ());
  nida_session_undo (fixture->session);
  nida_session_undo (fixture->session);
  g_assert_cmpuint (nida_entry_get_n_parts (entry_of (fixture)), ==, 0);
}

static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *window;

  g_assert_true (nida_ledger_pay (nida_session_get_document (fixture->session), fixture->id, 3 * NIDA_MONEY_UNIT,
                                  nida_date_new_day (2026, 2, 1)));
  window = nida_entry_window_new (NULL, fixture->session, fixture->id);
  g_assert_true (says (window, "paid, 1 Feb 2026"));
  g_assert_true (says (window, "Still open: 7"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  const char *ids[] = { fixture->id, NULL };

  nida_ledger_set_status (nida_session_get_document (fixture->session), ids, NIDA_ENTRY_CANCELLED, NIDA_DATE_NONE);
  g_assert_null (nida_payment_window_new (NULL, fixture->session, fixture->id));
  g_assert_null (nida_payment_window_new (NULL, fixture->session, "nobody"));
}

static void
test_large_text (Fixture       *fixture,
                 gconstpointer  data)
{
  NidaPaymentWindow *window = open_window (fixture);

  ui_test_assert_large_text (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/payment-window/parts/until-nothing-is-open", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/payment-window/history/stands-in-the-form", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/payment-window/cancelled/cannot-be-paid", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/payment-window/large-text/cuts-nothing", Fixture, NULL, set_up, test_large_text, tear_down);
  return g_test_run ();
}
