/* For tests on two monitors (run-heads): plug and unplug the second one, press keys as a person or a remote does. */
#include "config.h"

#include "heads-support.h"
#include "ui-support.h"

static void
run (const char *command)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

void
heads_plug (void)
{
  run ("xrandr --output DUMMY1 --mode 1280x720 --pos 1280x0");
}

void
heads_unplug (void)
{
  run ("xrandr --output DUMMY1 --off");
}

void
heads_key (const char *key)
{
  g_autofree char *command = g_strdup_printf ("xdotool key %s", key);

  run (command);
}

void
heads_type (const char *text)
{
  g_autofree char *quoted = g_shell_quote (text), *command = g_strdup_printf ("xdotool type --delay 1 %s", quoted);

  run (command);
}

void
heads_click (double      x,
             double      y,
             const char *modifier)
{
  g_autofree char *command = modifier != NULL ? g_strdup_printf ("xdotool mousemove %d %d keydown %s click 1 keyup %s", (int) x, (int) y, modifier, modifier)
                                              : g_strdup_printf ("xdotool mousemove %d %d click 1", (int) x, (int) y);

  run (command);
}

void
heads_double_click (double x,
                    double y)
{
  g_autofree char *command = g_strdup_printf ("xdotool mousemove %d %d click --repeat 2 --delay 20 1", (int) x, (int) y);

  run (command);
}

void
heads_drag (double x,
            double y,
            double to_x,
            double to_y)
{
  g_autofree char *command = g_strdup_printf ("xdotool mousemove %d %d mousedown 1 mousemove %d %d mousemove %d %d mouseup 1", (int) x, (int) y,
                                              (int) (x + to_x) / 2, (int) (y + to_y) / 2, (int) to_x, (int) to_y);

  run (command);
}

void
heads_point (double x,
             double y)
{
  g_autofree char *command = g_strdup_printf ("xdotool mousemove %d %d", (int) x, (int) y);

  run (command);
}

void
heads_button (gboolean down)
{
  run (down ? "xdotool mousedown 1" : "xdotool mouseup 1");
}

int
heads_find (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)), surface);
  GdkRectangle box;

  if (!gtk_window_is_fullscreen (window) || monitor == NULL)
    return -1;
  gdk_monitor_get_geometry (monitor, &box);
  if (gdk_surface_get_width (surface) != box.width || gdk_surface_get_height (surface) != box.height)
    return -1;
  return box.x == 0 ? 0 : 1;
}

static gboolean
is_filled (gpointer window)
{
  GtkWidget *workspace = GTK_WIDGET (nida_window_get_workspace (window));
  double x, y;

  return heads_find (window) == 0 && gtk_widget_translate_coordinates (workspace, window, 0, 0, &x, &y) && y < 1;
}

void
heads_fill (NidaWindow *window)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);

  gtk_window_fullscreen_on_monitor (GTK_WINDOW (window), monitor);
  g_assert_true (ui_test_wait (is_filled, window));
}
