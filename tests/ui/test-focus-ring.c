/* The ring outlasts the toolkit's three seconds, and goes with the pointer. */
#include "config.h"

#include "focus-ring.h"
#include "ui-support.h"

static void
test_stays (void)
{
  GtkWidget *window, *button = gtk_button_new_with_label ("button");

  nida_focus_ring_watch ();
  window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_run_for (200);
  gtk_widget_grab_focus (button);
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  ui_test_run_for (7000);       /* twice as long as the toolkit's */
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (window)));
  g_assert_true ((gtk_widget_get_state_flags (button) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0);
  nida_focus_ring_hide (GTK_WINDOW (window));
  g_assert_false (gtk_window_get_focus_visible (GTK_WINDOW (window)));
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  gtk_window_set_focus_visible (GTK_WINDOW (window), FALSE);
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (window)));
  nida_focus_ring_let_fade (GTK_WINDOW (window));
  gtk_window_set_focus_visible (GTK_WINDOW (window), FALSE);
  g_assert_false (gtk_window_get_focus_visible (GTK_WINDOW (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/focus-ring/stays-until-the-pointer-is-used", test_stays);
  return g_test_run ();
}
