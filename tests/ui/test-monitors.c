/* Two monitors, one of which comes and goes. */
#include "config.h"

#include "heads-support.h"
#include "look.h"
#include "monitors.h"
#include "ui-support.h"

static gboolean
is_one (gpointer data)
{
  return nida_monitors_get_n (data) == 1;
}

static gboolean
are_two_placed (gpointer data)
{
  GdkRectangle box = { 0 };

  if (nida_monitors_get_n (data) != 2)
    return FALSE;
  gdk_monitor_get_geometry (nida_monitors_get (data, 1), &box);
  return box.width == 1280 && box.x == 1280;
}

static void
test_names (void)
{
  g_autoptr (NidaMonitors) monitors = nida_monitors_new (gdk_display_get_default ());
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *name = NULL, *size = NULL, *key = NULL;

  g_assert_cmpuint (nida_monitors_get_n (monitors), ==, 2);
  name = nida_monitor_dup_name (nida_monitors_get (monitors, 1), language);
  size = nida_monitor_dup_size (nida_monitors_get (monitors, 1), language);
  key = nida_monitor_dup_key (nida_monitors_get (monitors, 1));
  g_assert_nonnull (strstr (name, "DUMMY1"));
  g_assert_nonnull (strstr (size, "1280×720"));
  g_assert_cmpstr (key, ==, "/DUMMY1/DUMMY1");
}

static void
test_choose (void)
{
  g_autoptr (NidaMonitors) monitors = nida_monitors_new (gdk_display_get_default ());
  GdkMonitor *first = nida_monitors_get (monitors, 0), *second = nida_monitors_get (monitors, 1);

  g_assert_true (nida_monitors_choose (monitors, first, "") == second);
  g_assert_true (nida_monitors_choose (monitors, second, NULL) == first);
  g_assert_true (nida_monitors_choose (monitors, first, "Dell/U2415/HDMI-1") == second);
  g_assert_true (nida_monitors_choose (monitors, second, "/DUMMY1/DUMMY1") == second);
}

static void
count_cb (guint *changes)
{
  (*changes)++;
}

static void
test_hot_plug (void)
{
  g_autoptr (NidaMonitors) monitors = nida_monitors_new (gdk_display_get_default ());
  g_autoptr (GdkMonitor) gone = g_object_ref (nida_monitors_get (monitors, 1));
  guint changes = 0;

  g_signal_connect_swapped (monitors, "changed", G_CALLBACK (count_cb), &changes);
  heads_unplug ();
  g_assert_true (ui_test_wait (is_one, monitors));
  ui_test_run_for (50);
  g_assert_cmpuint (changes, >=, 1);
  changes = 0;
  g_assert_false (nida_monitors_has (monitors, gone));
  g_assert_true (nida_monitors_has (monitors, nida_monitors_get (monitors, 0)));
  g_assert_null (nida_monitors_choose (monitors, nida_monitors_get (monitors, 0), "/DUMMY1/DUMMY1"));
  heads_plug ();
  g_assert_true (ui_test_wait (are_two_placed, monitors));
  ui_test_run_for (50);      /* it may be told at the next turn only */
  g_assert_cmpuint (changes, >=, 1);
}

static gboolean
are_identified (gpointer data)
{
  guint n = 0;
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      n += gtk_widget_has_css_class (window, "nida-identify") && gtk_widget_get_mapped (window) &&
           gtk_widget_get_width (window) == 1280;
    }
  return n == GPOINTER_TO_UINT (data);
}

static void
test_identify (void)
{
  g_autoptr (NidaMonitors) monitors = nida_monitors_new (gdk_display_get_default ());

  nida_monitors_identify (monitors, ui_test_application ());
  g_assert_true (ui_test_wait (are_identified, GUINT_TO_POINTER (2)));
  g_assert_true (ui_test_wait (are_identified, GUINT_TO_POINTER (0)));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/monitors/known-by-name-and-size", test_names);
  g_test_add_func ("/monitors/the-other-one-or-the-one-of-last-time", test_choose);
  g_test_add_func ("/monitors/may-be-unplugged", test_hot_plug);
  g_test_add_func ("/monitors/each-says-which-it-is", test_identify);
  return g_test_run ();
}
