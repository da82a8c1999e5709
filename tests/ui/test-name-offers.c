/* Pasted names: a person decides which are known ones, in one step with the rows, and may change their mind. */
#include "config.h"

#include "ledger-exchange.h"
#include "name-offers.h"
#include "ui-support.h"

#define TABLE "Donor\tAmount\nState of Kuwait\t5\nSomebody else\t6\n"

static NidaNameOffers *
find_offers (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (NIDA_IS_NAME_OFFERS (link->data))
      return link->data;
  return NULL;
}

static guint
count_entries (NidaWindow *window)
{
  return nida_ledger_get_n (nida_session_get_ledger (nida_window_get_session (window)));
}

static const char *
resolve (NidaWindow *window)
{
  NidaAliases *aliases = nida_filter_set_get_aliases (nida_session_get_filters (nida_window_get_session (window)));

  return nida_aliases_resolve (aliases, NIDA_ALIAS_ORGANISATION, "State of Kuwait");
}

static gboolean
is_joined (gpointer window)
{
  return resolve (window) != NULL;
}

static gboolean
is_apart (gpointer window)
{
  return resolve (window) == NULL && count_entries (window) == 0;
}

static void
test_joined (void)
{
  g_autofree char *path = ui_test_write ("offers.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  nida_ledger_exchange_take (GTK_WIDGET (nida_window_get_workspace (window)), nida_window_get_session (window), TABLE);
  g_assert_nonnull (find_offers ());
  g_assert_cmpuint (count_entries (window), ==, 0);          /* not before it is decided */
  g_assert_false (gtk_check_button_get_active (nida_name_offers_get_check (find_offers (), 0)));
  gtk_check_button_set_active (nida_name_offers_get_check (find_offers (), 0), TRUE);
  nida_name_offers_decide (find_offers ());
  g_assert_true (ui_test_wait (is_joined, window));
  g_assert_cmpstr (resolve (window), ==, "Kuwait");
  g_assert_cmpuint (count_entries (window), ==, 2);
  nida_session_undo (nida_window_get_session (window));      /* one step */
  g_assert_true (ui_test_wait (is_apart, window));
  ui_test_close (window);
}

/* Without a choice the rows are added and nothing is joined. */
static void
test_apart (void)
{
  g_autofree char *path = ui_test_write ("apart.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  nida_ledger_exchange_take (GTK_WIDGET (nida_window_get_workspace (window)), nida_window_get_session (window), TABLE);
  nida_name_offers_decide (find_offers ());
  g_assert_cmpuint (count_entries (window), ==, 2);
  g_assert_null (resolve (window));
  ui_test_close (window);
}

static void
test_cancelled (void)
{
  g_autofree char *path = ui_test_write ("cancelled.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  nida_ledger_exchange_take (GTK_WIDGET (nida_window_get_workspace (window)), nida_window_get_session (window), TABLE);
  gtk_window_close (GTK_WINDOW (find_offers ()));
  g_assert_cmpuint (count_entries (window), ==, 0);
  ui_test_close (window);
}

/* Known names, in either language, and names like none are added at once. */
static void
test_nothing_to_decide (void)
{
  g_autofree char *path = ui_test_write ("known.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  nida_ledger_exchange_take (GTK_WIDGET (nida_window_get_workspace (window)), nida_window_get_session (window),
                             "Donor\tAmount\nKuwait\t5\nالكويت\t6\nSomebody else\t7\n");
  g_assert_null (find_offers ());
  g_assert_cmpuint (count_entries (window), ==, 3);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/name-offers/accepted/one-step-with-the-rows", test_joined);
  g_test_add_func ("/name-offers/without-a-choice/joins-nothing", test_apart);
  g_test_add_func ("/name-offers/cancelled/adds-nothing", test_cancelled);
  g_test_add_func ("/name-offers/known-names/are-not-asked-about", test_nothing_to_decide);
  return g_test_run ();
}
