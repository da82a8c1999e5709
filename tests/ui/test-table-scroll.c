/* A wide table begins at its first column, and what has the focus is seen. */
#include "config.h"

#include "table-scroll.h"
#include "ui-support.h"

/* What is seen keeps its distance from the first column, which in an Arabic window is at the right. */
static void
test_keeps_place (void)
{
  GtkWidget *scroller = g_object_ref_sink (gtk_scrolled_window_new ());
  g_autoptr (GtkAdjustment) place = g_object_ref (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)));

  gtk_widget_set_direction (scroller, GTK_TEXT_DIR_RTL);
  nida_table_scroll_install (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_configure (place, 0, 0, 1000, 1, 10, 300);
  ui_test_run_for (50);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 700);
  gtk_adjustment_configure (place, 700, 0, 1000, 1, 10, 200);      /* a narrower window */
  ui_test_run_for (50);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 800);
  gtk_adjustment_set_value (place, 650);                           /* scrolled by hand */
  gtk_adjustment_configure (place, 500, 0, 1000, 1, 10, 500);      /* and wider again */
  ui_test_run_for (50);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 350);
  g_object_unref (scroller);
}

/* --- the focus --- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  direction)
{
  GtkWidget *button = gtk_button_new_with_label ("0123456789 0123456789");

  gtk_widget_set_direction (button, GPOINTER_TO_INT (direction));
  gtk_list_item_set_child (item, button);
}

static void
assert_seen (GtkWidget *scroller,
             GtkWidget *focus)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (focus, scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, -1);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (scroller) + 1);
}

static GtkWidget *
next_button (GtkWidget *window)
{
  gboolean handled;

  do
    g_signal_emit_by_name (window, "move-focus", GTK_DIR_TAB_FORWARD, &handled);
  while (!GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (window))));
  return gtk_window_get_focus (GTK_WINDOW (window));
}

/* A table of eight columns, of which a window shows two. */
static void
test_focus (gconstpointer direction)
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  const char *rows[] = { "row", NULL };
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (gtk_string_list_new (rows)))));
  GtkWidget *before = NULL;

  gtk_widget_set_default_direction (GPOINTER_TO_INT (direction));
  for (guint i = 0; i < 8; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("title", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) direction);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  nida_table_scroll_install (GTK_SCROLLED_WINDOW (scroller));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 200);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_run_for (200);
  for (guint i = 0; i < 8; i++)
    {
      GtkWidget *focus = next_button (window);

      g_assert_true (focus != before);
      ui_test_run_for (50);
      assert_seen (scroller, focus);
      before = focus;
    }
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/table-scroll/right-to-left/keeps-its-place-from-the-start", test_keeps_place);
  g_test_add_data_func ("/table-scroll/left-to-right/the-cell-with-the-focus-is-seen", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_focus);
  g_test_add_data_func ("/table-scroll/right-to-left/the-cell-with-the-focus-is-seen", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_focus);
  return g_test_run ();
}
