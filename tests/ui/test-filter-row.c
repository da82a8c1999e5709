/* The menu of a name in the filters leads to the names that are one with it. */
#include "config.h"

#include "alias-window.h"
#include "filter-row.h"
#include "ui-support.h"

/* The first row of the field of @widget whose popover opens, or NULL. */
static GtkWidget *
find_row (GtkWidget *widget,
          gboolean   with_menu)
{
  if (NIDA_IS_FILTER_ROW (widget))
    {
      gboolean has;

      gtk_widget_activate_action (widget, "row.menu", NULL);
      has = GTK_IS_POPOVER_MENU (gtk_widget_get_last_child (widget));
      return has == with_menu ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, with_menu);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_alias_window (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (NIDA_IS_ALIAS_WINDOW (window))
        return window;
    }
  return NULL;
}

static void
test_menu (void)
{
  g_autofree char *path = ui_test_write ("menu.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *row, *names;

  ui_test_run_for (200);
  g_assert_nonnull (find_row (GTK_WIDGET (window), FALSE));     /* a kind of money is no organisation */
  row = find_row (GTK_WIDGET (window), TRUE);
  g_assert_nonnull (row);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (row)));
  ui_test_run_for (300);
  g_assert_false (GTK_IS_POPOVER_MENU (gtk_widget_get_last_child (row)));

  gtk_widget_activate_action (row, "win.name", "s", "Kuwait");
  names = find_alias_window ();
  g_assert_nonnull (names);
  ui_test_run_for (100);
  gtk_window_destroy (GTK_WINDOW (names));
  g_assert_null (find_alias_window ());
  gtk_widget_activate_action (GTK_WIDGET (window), "win.names", NULL);
  g_assert_nonnull (find_alias_window ());
  gtk_window_destroy (GTK_WINDOW (find_alias_window ()));
  ui_test_close (window);
}

/* The list moves the keys to its rows; a row gives them to its check. */
static void
test_keys (void)
{
  g_autofree char *path = ui_test_write ("keys.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *row;

  ui_test_run_for (200);
  row = find_row (GTK_WIDGET (window), FALSE);
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (GTK_IS_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), row));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/filter-row/the-menu-of-an-organisation", test_menu);
  g_test_add_func ("/filter-row/arrows-reach-its-check", test_keys);
  return g_test_run ();
}
