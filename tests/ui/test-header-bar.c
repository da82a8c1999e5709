/* The header bar fits a window of 800 points, whatever the pages are called. */
#include "config.h"

#include "header-bar.h"
#include "ui-support.h"

static int
minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
test_fits (void)
{
  static const char * const names[] = { "A long name of a page", "Another long name", "And one more of them", "The fourth one", "The last" };
  NidaHeaderBar *bar = NIDA_HEADER_BAR (g_object_ref_sink (nida_header_bar_new ()));
  GtkWidget *stack = g_object_ref_sink (gtk_stack_new ());
  int wide, narrow;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_stack_add_titled (GTK_STACK (stack), gtk_label_new (names[i]), names[i], names[i]);
  nida_header_bar_set_stack (bar, GTK_STACK (stack));
  wide = minimum_width (GTK_WIDGET (bar));
  nida_header_bar_set_narrow (bar, TRUE);
  narrow = minimum_width (GTK_WIDGET (bar));
  g_assert_cmpint (wide, <, 800);
  g_assert_cmpint (narrow, <, 800);
  nida_header_bar_set_stack (bar, NULL);
  g_object_unref (bar);
  g_object_unref (stack);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/header-bar/a-window-of-800-is-wide-enough", test_fits);
  return g_test_run ();
}
