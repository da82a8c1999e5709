/* ledger-page.c: pledges that are late are listed, what is selected is marked and deleted; each is undone. */
#include "config.h"

#include "ledger-exchange.h"
#include "ledger-page.h"
#include "ui-support.h"

#include "look.h"

typedef struct {
  NidaSession    *session;
  GtkWidget      *window;
  NidaLedgerPage *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->session = nida_session_new ();
  fixture->window = gtk_window_new ();
  fixture->page = NIDA_LEDGER_PAGE (nida_ledger_page_new (fixture->session));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
}

static const NidaLedgerRow *
row_at (Fixture *fixture,
        guint    index)
{
  return nida_ledger_get (nida_session_get_ledger (fixture->session), index);
}

static void
test_overdue (Fixture       *fixture,
              gconstpointer  data)
{
  nida_ledger_exchange_take (GTK_WIDGET (fixture->page), fixture->session, "Donor\tAmount\tCurrency\tDue\nKuwait\t5,000,000\tKWD\t2020-01-31\nQatar\t250,000.00\tUSD\t\n");
  nida_ledger_page_set_show (fixture->page, NIDA_LEDGER_OVERDUE);
  g_assert_cmpuint (nida_ledger_page_get_n_shown (fixture->page), ==, 1);
  nida_ledger_page_set_show (fixture->page, NIDA_LEDGER_DUE);
  g_assert_cmpuint (nida_ledger_page_get_n_shown (fixture->page), ==, 0);
  nida_ledger_page_set_show (fixture->page, NIDA_LEDGER_ALL);
  g_assert_cmpuint (nida_ledger_page_get_n_shown (fixture->page), ==, 2);
}

static gboolean
is_drawn (gpointer widget)
{
  return gtk_widget_get_width (widget) > 0;
}

/* Without a rate nothing of it is in any chart in dollars, which the page says until there is one. */
static void
test_unrated (Fixture       *fixture,
              gconstpointer  data)
{
  nida_ledger_exchange_take (GTK_WIDGET (fixture->page), fixture->session, "Donor\tAmount\tCurrency\tDate\nKuwait\t5000000\tETB\t2026-01-31\nQatar\t250000.00\tUSD\t\n");
  g_assert_nonnull (strstr (nida_ledger_page_get_unrated (fixture->page), "1 amount"));
  g_assert_nonnull (strstr (nida_ledger_page_get_unrated (fixture->page), "5,000,000"));
  nida_session_set_currency (fixture->session, "ETB");
  g_assert_nonnull (strstr (nida_ledger_page_get_unrated (fixture->page), "250,000"));
  nida_session_set_currency (fixture->session, "USD");
  g_assert_nonnull (strstr (nida_ledger_page_get_unrated (fixture->page), "5,000,000"));
  nida_ledger_page_select_all (fixture->page);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "ledger.delete", NULL);
  g_assert_cmpuint (nida_ledger_page_get_n_shown (fixture->page), ==, 0);
  g_assert_cmpstr (nida_ledger_page_get_unrated (fixture->page), ==, "");
}

/* As the menu has it. */
static gboolean
is_enabled (Fixture    *fixture,
            const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_widget_set_parent (button, GTK_WIDGET (fixture->page));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return enabled;
}

/* A window of 800 by 600 with text twice as large, less its header bar: nothing of the page is cut in either language, also as the stack
 * of pages asks, which is by the height. */
static void
test_small (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const languages[] = { "en", "ar" };
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi, least, low;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      GtkWidget *page;

      nida_look_set_own (nida_look_get (), "language", languages[i]);
      page = nida_ledger_page_new (fixture->session);
      gtk_window_set_child (GTK_WINDOW (fixture->window), page);
      nida_ledger_exchange_take (page, fixture->session, "Donor\tAmount\tCurrency\tDue\nKuwait\t5000000\tETB\t2020-01-31\nQatar\t250000.00\tKWD\t2020-02-01\n");
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, 530, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 800);
      gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, 800, &low, NULL, NULL, NULL);
      g_assert_cmpint (low, <=, 530);
      nida_session_undo (fixture->session);
    }
  nida_look_set_own (nida_look_get (), "language", NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* What is done with entries waits until some are chosen. */
static void
test_chosen (Fixture       *fixture,
             gconstpointer  data)
{
  nida_ledger_exchange_take (GTK_WIDGET (fixture->page), fixture->session, "Donor\tAmount\nKuwait\t5000\nQatar\t6000\n");
  g_assert_true (ui_test_wait (is_drawn, fixture->page));
  g_assert_false (is_enabled (fixture, "ledger.edit"));
  g_assert_false (is_enabled (fixture, "ledger.delete"));
  g_assert_true (is_enabled (fixture, "ledger.add"));
  nida_ledger_page_select_all (fixture->page);
  g_assert_true (is_enabled (fixture, "ledger.edit"));
  g_assert_true (is_enabled (fixture, "ledger.delete"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "ledger.delete", NULL);
  g_assert_false (is_enabled (fixture, "ledger.delete"));
}

/* Selected rows are marked as paid, and deleted, in one step each. */
static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  nida_ledger_exchange_take (GTK_WIDGET (fixture->page), fixture->session, "Donor\tAmount\tCurrency\nKuwait\t5000\tKWD\nQatar\t6000\tUSD\n");
  g_assert_true (ui_test_wait (is_drawn, fixture->page));
  nida_ledger_page_select_all (fixture->page);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "ledger.status", "u", NIDA_ENTRY_PAID);
  g_assert_cmpuint (nida_entry_get_kind (row_at (fixture, 0)->entry), ==, NIDA_KIND_PAID);
  g_assert_cmpuint (nida_entry_get_kind (row_at (fixture, 1)->entry), ==, NIDA_KIND_PAID);
  nida_ledger_page_select_all (fixture->page);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "ledger.delete", NULL);
  g_assert_cmpuint (nida_ledger_page_get_n_shown (fixture->page), ==, 0);
  nida_session_undo (fixture->session);
  nida_session_undo (fixture->session);
  g_assert_cmpuint (nida_entry_get_kind (row_at (fixture, 1)->entry), ==, NIDA_KIND_PLEDGE);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/ledger-page/overdue/lists-what-is-late", Fixture, NULL, set_up, test_overdue, tear_down);
  g_test_add ("/ledger-page/unrated/says-what-is-in-no-chart", Fixture, NULL, set_up, test_unrated, tear_down);
  g_test_add ("/ledger-page/small/is-not-cut", Fixture, NULL, set_up, test_small, tear_down);
  g_test_add ("/ledger-page/actions/wait-for-entries-that-are-chosen", Fixture, NULL, set_up, test_chosen, tear_down);
  g_test_add ("/ledger-page/actions/are-one-step-each", Fixture, NULL, set_up, test_actions, tear_down);
  return g_test_run ();
}
