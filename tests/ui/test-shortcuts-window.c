/* The list of keys: all of the table, fit for a small screen, searched. */
#include "config.h"

#include "application-actions.h"
#include "shortcuts-window.h"
#include "ui-support.h"

static void
collect (GtkWidget *widget,
         GPtrArray *accels,
         guint     *n_rows)
{
  if (GTK_IS_LIST_BOX_ROW (widget) && gtk_widget_get_child_visible (widget) && gtk_widget_get_mapped (widget))
    *n_rows += 1;
  if (GTK_IS_SHORTCUT_LABEL (widget))
    g_ptr_array_add (accels, g_strdup (gtk_shortcut_label_get_accelerator (GTK_SHORTCUT_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, accels, n_rows);
}

static guint
count (GPtrArray  *all,
       const char *one)
{
  guint times = 0;

  for (guint i = 0; i < all->len; i++)
    times += g_str_equal (g_ptr_array_index (all, i), one);
  return times;
}

/* The keys of the table in the direction of the window. */
static GPtrArray *
keys_of_the_table (gboolean rtl)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const NidaActionRow *rows = nida_action_rows (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) accels = g_strsplit (rtl && rows[i].accel_rtl != NULL ? rows[i].accel_rtl : rows[i].accel, " ", -1);

      for (guint j = 0; accels[j] != NULL; j++)
        g_ptr_array_add (all, g_strdup (accels[j]));
    }
  return all;
}

static void
test_lists_all (void)
{
  GtkTextDirection before = gtk_widget_get_default_direction ();

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (GPtrArray) listed = g_ptr_array_new_with_free_func (g_free), wanted = keys_of_the_table (rtl);
      GtkWidget *window;
      guint n_rows = 0, n;

      gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      window = nida_shortcuts_window_new ();
      gtk_window_present (GTK_WINDOW (window));
      ui_test_run_for (200);
      collect (window, listed, &n_rows);
      nida_action_rows (&n);
      g_assert_cmpuint (n_rows, ==, n);
      g_assert_cmpuint (listed->len, ==, wanted->len);
      for (guint i = 0; i < wanted->len; i++)
        g_assert_cmpuint (count (listed, g_ptr_array_index (wanted, i)), ==, count (wanted, g_ptr_array_index (wanted, i)));
      gtk_window_destroy (GTK_WINDOW (window));
    }
  gtk_widget_set_default_direction (before);
}

/* Also with letters of twice the size it is no wider than a small screen. */
static void
test_fits (void)
{
  GtkWidget *window;
  int dpi, width;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  window = nida_shortcuts_window_new ();
  gtk_window_present (GTK_WINDOW (window));
  ui_test_run_for (200);
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 800);
  g_assert_cmpint (gtk_widget_get_height (window), <=, 600);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static guint
count_found (GtkWidget  *window,
             const char *words)
{
  g_autoptr (GPtrArray) accels = g_ptr_array_new_with_free_func (g_free);
  guint n_rows = 0;

  nida_shortcuts_window_set_search (NIDA_SHORTCUTS_WINDOW (window), words);
  ui_test_run_for (100);
  collect (window, accels, &n_rows);
  return n_rows;
}

static void
test_search (void)
{
  GtkWidget *window = nida_shortcuts_window_new ();
  guint n;

  gtk_window_present (GTK_WINDOW (window));
  ui_test_run_for (100);
  nida_action_rows (&n);
  g_assert_cmpuint (count_found (window, "full SCREEN"), ==, 2);
  g_assert_cmpuint (count_found (window, "F11"), ==, 2);
  g_assert_cmpuint (count_found (window, "no such key"), ==, 0);
  g_assert_cmpuint (count_found (window, ""), ==, n);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/shortcuts-window/both-directions/lists-every-key-of-the-table", test_lists_all);
  g_test_add_func ("/shortcuts-window/large-text/fits-a-small-screen", test_fits);
  g_test_add_func ("/shortcuts-window/search/by-words-and-keys", test_search);
  return g_test_run ();
}
