/* A ready source writes its address, which can be loaded once its fields are filled in. */
#include "config.h"

#include "catalogue-window.h"
#include "ui-support.h"

#include <string.h>

/* The nth widget of @type below @widget, in order. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint     *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkEntry *
entry_at (GtkWidget *window,
          guint      n)
{
  return GTK_ENTRY (find (window, GTK_TYPE_ENTRY, &n));
}

static void
test_fields (void)
{
  GtkWidget *window = nida_catalogue_window_new (NULL);
  guint first = 0;
  GtkListBox *list = GTK_LIST_BOX (find (window, GTK_TYPE_LIST_BOX, &first));
  GtkWidget *load = gtk_window_get_default_widget (GTK_WINDOW (window));
  const char *address;

  gtk_window_present (GTK_WINDOW (window));
  ui_test_run_for (100);
  g_assert_false (gtk_widget_get_sensitive (load));

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 2));      /* the flows of an appeal */
  g_assert_false (gtk_widget_get_sensitive (load));
  gtk_editable_set_text (GTK_EDITABLE (entry_at (window, 1)), "x");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry_at (window, 1)), "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry_at (window, 1)), "1122");
  address = gtk_editable_get_text (GTK_EDITABLE (entry_at (window, 0)));
  g_assert_nonnull (strstr (address, "planid=1122"));
  g_assert_true (gtk_widget_get_sensitive (load));

  gtk_editable_set_text (GTK_EDITABLE (entry_at (window, 0)), "ftp://example.org/x.csv");
  g_assert_false (gtk_widget_get_sensitive (load));
  g_assert_null (gtk_list_box_get_selected_row (list));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_run_for (50);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/catalogue-window/fields-write-the-address", test_fields);
  return g_test_run ();
}
