/* The handles of the range of dates are reached by Tab, both ways, and say where they stand. */
#include "config.h"

#include "date-range.h"
#include "ui-support.h"

static GtkWidget *
find_range (GtkWidget *widget)
{
  if (NIDA_IS_DATE_RANGE (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_range (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_shown (gpointer range)
{
  return gtk_widget_get_mapped (range) && !nida_date_range_is_idle (range);
}

static void
test_tab (void)
{
  g_autofree char *path = ui_test_write ("date-range.csv", "date,donor,kind,amount_usd\n2022-02-01,Kuwait,paid,100\n2023-03-01,Qatar,paid,300\n"
                                          "2024-05-01,Kuwait,paid,200\n");
  NidaWindow *window = ui_test_open (path);
  GtkWidget *range = find_range (GTK_WIDGET (window)), *first, *last;
  g_autofree char *words = NULL;

  g_assert_nonnull (range);
  g_assert_true (ui_test_wait (is_shown, range));
  first = gtk_widget_get_first_child (range);
  last = gtk_widget_get_last_child (range);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (first)), ==, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (gtk_widget_child_focus (range, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == first);
  g_assert_true (gtk_widget_child_focus (range, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == last);
  g_assert_false (gtk_widget_child_focus (range, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (range, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == first);
  nida_date_range_choose (NIDA_DATE_RANGE (range), 1, 1);
  ui_test_wait_drawn (window);
  words = gtk_test_accessible_check_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Mar 2022");
  g_assert_cmpstr (words, ==, NULL);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/date-range/handles/tab-reaches-them-and-they-say-where-they-stand", test_tab);
  return g_test_run ();
}
