/* A window that fills the screen, whose header is out of the way, and what happens to it meanwhile. */
#include "config.h"

#include "header-bar.h"
#include "heads-support.h"
#include "look.h"
#include "ui-support.h"

static gboolean
has_header (gpointer window)
{
  GtkWidget *header = gtk_window_get_titlebar (window);

  return NIDA_IS_HEADER_BAR (header) && gtk_widget_get_mapped (header) && gtk_widget_get_height (header) > 0;
}

static gboolean
is_arabic (gpointer window)
{
  return gtk_widget_get_direction (window) == GTK_TEXT_DIR_RTL;
}

/* Every word is made again, the header too: it stays away, and is there when the window is one among others again. A header that is
 * drawn without a place is a warning of the toolkit. */
static void
test_language (void)
{
  g_autofree char *path = ui_test_write ("full.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (has_header, window));
  heads_fill (window);
  g_assert_false (has_header (window));
  nida_look_switch_language (nida_look_get ());
  g_assert_true (ui_test_wait (is_arabic, window));
  ui_test_run_for (200);
  g_assert_false (has_header (window));
  gtk_window_unfullscreen (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (has_header, window));
  nida_look_switch_language (nida_look_get ());
  g_assert_true (ui_test_wait (has_header, window));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/full-screen/another-language/leaves-the-header-away", test_language);
  return g_test_run ();
}
