/* F6 goes through the parts of the window in the order of reading, and comes back to where each was left. */
#include "config.h"

#include "header-bar.h"
#include "look.h"
#include "panes.h"
#include "slide.h"
#include "ui-support.h"

static gboolean
is_within (NidaWindow *window,
           GType       type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static const char *
where (NidaWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (focus == NULL)
    return "nowhere";
  if (is_within (window, NIDA_TYPE_HEADER_BAR))
    return "bar";
  return is_within (window, NIDA_TYPE_BOARD_VIEW)                                                            ? "board"
         : gtk_widget_is_ancestor (focus, GTK_WIDGET (nida_workspace_get_stack (nida_window_get_workspace (window)))) ? "page"
                                                                                                             : "panel";
}

static void
step (NidaWindow *window,
      gboolean    back,
      const char *expected)
{
  g_assert_true (nida_pane_step (GTK_WIDGET (window), back));
  g_assert_cmpstr (where (window), ==, expected);
}

static void
test_round (gconstpointer language)
{
  g_autofree char *path = NULL;
  NidaWindow *window;
  GtkWidget *chart, *other;

  if (!g_str_equal (nida_language_get_code (nida_look_get_language (nida_look_get ())), language))
    nida_look_switch_language (nida_look_get ());
  path = ui_test_write ("panes.csv", ui_test_csv);
  window = ui_test_open (path);
  chart = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_cmpstr (where (window), ==, "board");
  step (window, FALSE, "bar");
  step (window, FALSE, "panel");
  other = gtk_window_get_focus (GTK_WINDOW (window));
  step (window, FALSE, "board");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == chart);
  step (window, TRUE, "panel");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == other);
  step (window, TRUE, "bar");
  step (window, TRUE, "board");
  /* what is not seen is not gone to */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", NULL);
  ui_test_run_for (100);
  step (window, FALSE, "bar");
  step (window, FALSE, "board");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", NULL);
  ui_test_close (window);
}

/* The pictures, the notes, what a slide has. */
static void
test_slides (void)
{
  g_autofree char *path = ui_test_write ("panes-slides.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  g_autoptr (GHashTable) stops = g_hash_table_new (NULL, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "slides");
  ui_test_run_for (200);
  step (window, FALSE, "bar");
  step (window, FALSE, "page");
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (window)), "slides.board", NULL);
  ui_test_run_for (200);
  g_assert_cmpstr (where (window), ==, "page");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (g_hash_table_add (stops, gtk_window_get_focus (GTK_WINDOW (window))));
      g_assert_cmpstr (where (window), ==, "page");
      g_assert_true (nida_pane_step (GTK_WIDGET (window), FALSE));
    }
  g_assert_cmpstr (where (window), ==, "bar");
  g_assert_true (nida_pane_step (GTK_WIDGET (window), FALSE));
  g_assert_true (g_hash_table_contains (stops, gtk_window_get_focus (GTK_WINDOW (window))));
  ui_test_close (window);
}

static gboolean
is_in_toast (GtkWidget *focus)
{
  while (focus != NULL && !gtk_widget_has_css_class (focus, "nida-toast"))
    focus = gtk_widget_get_parent (focus);
  return focus != NULL;
}

static gboolean
can_be_entered (gpointer window)
{
  for (guint i = 0; i < 4; i++)
    if (nida_pane_step (window, FALSE) && is_in_toast (gtk_window_get_focus (window)))
      return TRUE;
  return FALSE;
}

/* A toast is a part of the window while it is there; it waits while the keys are on it, and gives them back. */
static void
test_toast (void)
{
  g_autofree char *path = ui_test_write ("toast.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *chart = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_cmpstr (where (window), ==, "board");
  g_assert_false (can_be_entered (window));
  gtk_window_set_focus (GTK_WINDOW (window), chart);
  nida_window_toast (window, "Something was done", NULL);
  ui_test_run_for (500);
  g_assert_true (can_be_entered (window));
  ui_test_run_for (6000);
  g_assert_nonnull (nida_window_get_toast (window));
  g_assert_true (is_in_toast (gtk_window_get_focus (GTK_WINDOW (window))));
  gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (window)));
  ui_test_run_for (300);
  g_assert_null (nida_window_get_toast (window));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == chart);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/panes/en/round-and-back", "en", test_round);
  g_test_add_data_func ("/panes/ar/round-and-back", "ar", test_round);
  g_test_add_func ("/panes/the-slides-page-has-three", test_slides);
  g_test_add_func ("/panes/toast/is-entered-and-gives-the-keys-back", test_toast);
  return g_test_run ();
}
