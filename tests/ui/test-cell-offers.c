/* cell-offers.c: a name that is typed into a cell stands at once, and is joined with the one that the data know where a person says
 * so; who corrects a name, or types one that is known, is asked nothing. */
#include "config.h"

#include "ledger-columns.h"
#include "ledger-exchange.h"
#include "name-offers.h"
#include "ui-support.h"

typedef struct {
  NidaWindow  *window;
  NidaSession *session;
  char        *id;
} Desk;

static NidaNameOffers *
find_offers (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (NIDA_IS_NAME_OFFERS (link->data))
      return link->data;
  return NULL;
}

static gboolean
is_counted (gpointer data)
{
  Desk *desk = data;

  return nida_ledger_find_source (nida_session_get_dataset (desk->session)) != G_MAXUINT;
}

/* One entry of @donor beside the data. */
static void
set_up (Desk          *desk,
        gconstpointer  donor)
{
  g_autofree char *path = ui_test_write ("cells.csv", ui_test_csv);
  g_autofree char *table = g_strdup_printf ("Donor\tAmount\tObjective\tAppeal\n%s\t5000\tFood\tAppeal 2024\n", (const char *) donor);

  desk->window = ui_test_open (path);
  desk->session = nida_window_get_session (desk->window);
  nida_ledger_exchange_take (GTK_WIDGET (nida_window_get_workspace (desk->window)), desk->session, table);
  if (find_offers () != NULL)
    nida_name_offers_decide (find_offers ());
  g_assert_true (ui_test_wait (is_counted, desk));
  desk->id = g_strdup (nida_ledger_get (nida_session_get_ledger (desk->session), 0)->id);
}

static void
tear_down (Desk          *desk,
           gconstpointer  donor)
{
  ui_test_close (desk->window);
  g_free (desk->id);
}

static void
type (Desk          *desk,
      NidaEntryCell  cell,
      const char    *text)
{
  g_assert_true (nida_ledger_columns_edit (GTK_WIDGET (nida_window_get_workspace (desk->window)), desk->session, desk->id, cell, text));
}

static const char *
get_name (Desk          *desk,
          NidaEntryName  name)
{
  return nida_ledger_find (nida_session_get_ledger (desk->session), desk->id)->entry->names[name][0];
}

static const char *
resolve (Desk       *desk,
         const char *name)
{
  return nida_aliases_resolve (nida_filter_set_get_aliases (nida_session_get_filters (desk->session)), NIDA_ALIAS_ORGANISATION, name);
}

static void
decide (gboolean accepted)
{
  g_assert_nonnull (find_offers ());
  gtk_check_button_set_active (nida_name_offers_get_check (find_offers (), 0), accepted);
  nida_name_offers_decide (find_offers ());
  g_assert_null (find_offers ());
}

static void
test_donor (Desk          *desk,
            gconstpointer  donor)
{
  type (desk, NIDA_ENTRY_CELL_SUBJECT, "State of Kuwait");
  g_assert_cmpstr (get_name (desk, NIDA_ENTRY_DONOR), ==, "State of Kuwait");     /* before anything is decided */
  g_assert_null (resolve (desk, "State of Kuwait"));
  decide (TRUE);
  g_assert_cmpstr (resolve (desk, "State of Kuwait"), ==, "Kuwait");
  g_assert_cmpstr (get_name (desk, NIDA_ENTRY_DONOR), ==, "State of Kuwait");     /* as it was written */
  nida_session_undo (desk->session);
  g_assert_null (resolve (desk, "State of Kuwait"));
  g_assert_cmpstr (get_name (desk, NIDA_ENTRY_DONOR), ==, "State of Kuwait");
}

/* What an entry is for is written as the data know it. */
static void
test_objective (Desk          *desk,
                gconstpointer  donor)
{
  type (desk, NIDA_ENTRY_CELL_CATEGORY, "Helth");
  g_assert_null (find_offers ());               /* in so short a word one letter makes another */
  type (desk, NIDA_ENTRY_CELL_CATEGORY, "HEALTH");
  decide (TRUE);
  g_assert_cmpstr (get_name (desk, NIDA_ENTRY_CATEGORY), ==, "Health");
  type (desk, NIDA_ENTRY_CELL_CATEGORY, "FOOD");
  decide (FALSE);
  g_assert_cmpstr (get_name (desk, NIDA_ENTRY_CATEGORY), ==, "FOOD");
}

static void
test_known (Desk          *desk,
            gconstpointer  donor)
{
  type (desk, NIDA_ENTRY_CELL_SUBJECT, "Qatar");
  g_assert_null (find_offers ());
  type (desk, NIDA_ENTRY_CELL_SUBJECT, "Somebody else");
  g_assert_null (find_offers ());
  type (desk, NIDA_ENTRY_CELL_NOTE, "State of Kuwait");
  g_assert_null (find_offers ());
  type (desk, NIDA_ENTRY_CELL_SUBJECT, "");
  g_assert_null (find_offers ());
}

/* The wrong name stands in the data only by this entry. */
static void
test_corrected (Desk          *desk,
                gconstpointer  donor)
{
  type (desk, NIDA_ENTRY_CELL_SUBJECT, "State of Bahrain");
  g_assert_null (find_offers ());
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/cell-offers/donor/joined-and-taken-back", Desk, "Oman", set_up, test_donor, tear_down);
  g_test_add ("/cell-offers/objective/as-the-data-write-it-or-as-typed", Desk, "Oman", set_up, test_objective, tear_down);
  g_test_add ("/cell-offers/known-or-like-none/asks-nothing", Desk, "Oman", set_up, test_known, tear_down);
  g_test_add ("/cell-offers/a-correction/asks-nothing", Desk, "Bahrain", set_up, test_corrected, tear_down);
  return g_test_run ();
}
