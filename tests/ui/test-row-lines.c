/* Lines about a row: what is shown is what is copied, and each value has its name for a screen reader. */
#include "config.h"

#include "row-lines.h"
#include "ui-support.h"

#include <string.h>

static void
test_text (void)
{
  GtkBox *content = GTK_BOX (g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0)));
  g_autoptr (NidaRowLines) lines = nida_row_lines_new (content);
  g_autofree char *text = NULL;
  GtkLabel *value;

  nida_row_lines_begin (lines, "The row");
  value = nida_row_lines_add (lines, "Donor", "Kuwait\nالكويت");
  nida_row_lines_begin (lines, "The source");
  nida_row_lines_add_link (lines, "Source", "a file", "https://example.org/a.csv");
  nida_row_lines_add_widget (lines, "SHA-256", gtk_label_new ("not yet"));
  nida_row_lines_add_text (lines, "The record", "1\t2");
  text = nida_row_lines_to_text (lines);
  g_assert_cmpstr (text, ==, "The row\nDonor\tKuwait الكويت\n\nThe source\nSource\thttps://example.org/a.csv\nThe record\t1 2\n");
  g_assert_true (gtk_label_get_selectable (value));
  g_assert_cmpstr (gtk_label_get_text (value), ==, "Kuwait\n\u200e\u2068الكويت\u2069");
  g_object_unref (content);
}

/* Two headings with a grid each: names before values. */
static void
test_widgets (void)
{
  GtkBox *content = GTK_BOX (g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0)));
  g_autoptr (NidaRowLines) lines = nida_row_lines_new (content);
  GtkWidget *grid;
  GtkLabel *first, *second;

  nida_row_lines_begin (lines, "One");
  first = nida_row_lines_add (lines, "a", "1");
  second = nida_row_lines_add (lines, "b", "2");
  grid = gtk_widget_get_parent (GTK_WIDGET (first));
  g_assert_true (GTK_IS_GRID (grid) && gtk_widget_get_parent (GTK_WIDGET (second)) == grid);
  g_assert_true (gtk_grid_get_child_at (GTK_GRID (grid), 1, 1) == GTK_WIDGET (second));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (grid), 0, 1))), ==, "b");
  nida_row_lines_begin (lines, "Two");
  g_assert_true (gtk_widget_get_parent (GTK_WIDGET (nida_row_lines_add (lines, "c", "3"))) != grid);
  g_object_unref (content);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/row-lines/what-is-shown-is-copied-line-by-line", test_text);
  g_test_add_func ("/row-lines/names-stand-before-values", test_widgets);
  return g_test_run ();
}
