/* One hook hears of every widget once, and what a widget remembers is not kept alive. */
#include "config.h"

#include "ui-support.h"
#include "widget-hooks.h"

static guint n_heard;

static gboolean
heard_cb (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               user_data)
{
  n_heard += GTK_IS_WINDOW (g_value_get_object (values));
  return G_SOURCE_CONTINUE;
}

static void
test_watch (void)
{
  static gulong hook;
  GtkWidget *window = gtk_window_new ();

  nida_widgets_watch (&hook, "realize", heard_cb);
  nida_widgets_watch (&hook, "realize", heard_cb);
  gtk_widget_realize (window);
  g_assert_cmpuint (n_heard, ==, 1);
  g_signal_remove_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), hook);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_remember (void)
{
  GQuark one = g_quark_from_static_string ("one"), other = g_quark_from_static_string ("other");
  GtkWidget *widget = g_object_ref_sink (gtk_label_new ("")), *first = g_object_ref_sink (gtk_label_new ("")), *found;
  GtkWidget *second = g_object_ref_sink (gtk_label_new (""));

  g_assert_null (nida_widget_recall (widget, one));
  nida_widget_remember (widget, one, first);
  nida_widget_remember (widget, other, NULL);
  found = nida_widget_recall (widget, one);
  g_assert_true (found == first);
  g_object_unref (found);
  g_assert_null (nida_widget_recall (widget, other));
  nida_widget_remember (widget, one, second);
  g_object_unref (first);
  g_object_unref (second);
  g_assert_null (nida_widget_recall (widget, one));
  g_object_unref (widget);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/widget-hooks/watch/hears-of-each-widget-once", test_watch);
  g_test_add_func ("/widget-hooks/remember/keeps-nothing-alive", test_remember);
  return g_test_run ();
}
