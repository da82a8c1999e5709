/* Where what is wrong stands in the load report. */
#include "config.h"

#include "report-columns.h"
#include "translate.h"
#include "ui-support.h"

static GtkColumnView *
open_columns (GtkWindow **window,
              int         width)
{
  GtkWidget *frame = gtk_scrolled_window_new (), *view = gtk_column_view_new (NULL);

  nida_report_columns_add (GTK_COLUMN_VIEW (view), GTK_SCROLLED_WINDOW (frame));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), view);
  *window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (*window, frame);
  gtk_window_set_default_size (*window, width, 300);
  gtk_window_present (*window);
  ui_test_run_for (200);
  return GTK_COLUMN_VIEW (view);
}

static guint
place_of_words (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), _("What is wrong, and what to do")) == 0)
        return i;
    }
  return G_MAXUINT;
}

static void
test_wide (void)
{
  GtkWindow *window;

  g_assert_cmpuint (place_of_words (open_columns (&window, 1200)), ==, 5);
  gtk_window_destroy (window);
}

static void
test_narrow (void)
{
  GtkWindow *window;

  g_assert_cmpuint (place_of_words (open_columns (&window, 700)), ==, 1);
  gtk_window_destroy (window);
}

/* Twice the size of text needs twice the room. */
static void
test_large_text (void)
{
  GtkWindow *window;
  GtkColumnView *view;
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  view = open_columns (&window, 1200);
  g_assert_cmpuint (place_of_words (view), ==, 1);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/report-columns/wide/what-is-wrong-stands-last", test_wide);
  g_test_add_func ("/report-columns/narrow/what-is-wrong-stands-first", test_narrow);
  g_test_add_func ("/report-columns/large-text/what-is-wrong-stands-first", test_large_text);
  return g_test_run ();
}
