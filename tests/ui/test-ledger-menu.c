/* ledger-menu.c: the menu opens for the row that has the focus, and gives the focus back. */
#include "config.h"

#include "ledger-exchange.h"
#include "ledger-page.h"
#include "ui-support.h"

static GtkWidget *
find_cell (GtkWidget  *widget,
           const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_EDITABLE_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_editable_get_text (GTK_EDITABLE (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_cell (child, text);
  return found;
}

static gboolean
is_filled (gpointer page)
{
  return find_cell (page, "Qatar") != NULL;
}

static GtkPopover *
find_menu (GtkWidget *page)
{
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return GTK_POPOVER (child);
  return NULL;
}

static gboolean
is_open (gpointer page)
{
  return gtk_widget_get_mapped (GTK_WIDGET (find_menu (page)));
}

static gboolean
is_closed (gpointer page)
{
  return !is_open (page);
}

static void
test_focus (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = gtk_window_new (), *page = nida_ledger_page_new (session), *cell;

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 500);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  nida_ledger_exchange_take (page, session, "Donor\tAmount\nKuwait\t5000\nQatar\t6000\n");
  g_assert_true (ui_test_wait (is_filled, page));
  cell = find_cell (page, "Qatar");
  g_assert_true (gtk_widget_grab_focus (cell));
  gtk_widget_activate_action (page, "ledger.menu", NULL);
  g_assert_true (ui_test_wait (is_open, page));
  gtk_popover_popdown (find_menu (page));
  g_assert_true (ui_test_wait (is_closed, page));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == cell);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ledger-menu/focus/comes-back-to-its-cell", test_focus);
  return g_test_run ();
}
