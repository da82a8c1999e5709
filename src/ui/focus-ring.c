/* GTK shows where the keys are, and three seconds later no more: who looks at a figure meanwhile has to press a key to see what the next one
 * will do. Here the ring stays until the pointer is used, in every window. */
#include "config.h"

#include "focus-ring.h"

#include "widget-hooks.h"

/* Of a window: its ring is there by keys. */
static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("nida-focus-ring");
}

static GQuark
get_fading_quark (void)
{
  return g_quark_from_static_string ("nida-focus-ring-fading");
}

static void
changed_cb (GtkWindow *window)
{
  if (g_object_get_qdata (G_OBJECT (window), get_fading_quark ()) != NULL)
    return;
  if (gtk_window_get_focus_visible (window))
    g_object_set_qdata (G_OBJECT (window), get_quark (), window);
  else if (g_object_get_qdata (G_OBJECT (window), get_quark ()) != NULL)
    gtk_window_set_focus_visible (window, TRUE);
}

void
nida_focus_ring_hide (GtkWindow *window)
{
  g_object_set_qdata (G_OBJECT (window), get_quark (), NULL);
  gtk_window_set_focus_visible (window, FALSE);
}

void
nida_focus_ring_let_fade (GtkWindow *window)
{
  g_object_set_qdata (G_OBJECT (window), get_fading_quark (), window);
}

static gboolean
realize_cb (GSignalInvocationHint *hint,
            guint                  n_values,
            const GValue          *values,
            gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (values);
  GtkGesture *press;

  if (!GTK_IS_WINDOW (widget) || g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, changed_cb, NULL) != 0)
    return G_SOURCE_CONTINUE;
  press = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (nida_focus_ring_hide), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  g_signal_connect (widget, "notify::focus-visible", G_CALLBACK (changed_cb), NULL);
  return G_SOURCE_CONTINUE;
}

/**
 * nida_focus_ring_watch:
 *
 * From now on the ring stays. Once for the program, when the toolkit is there.
 */
void
nida_focus_ring_watch (void)
{
  static gulong hook;

  nida_widgets_watch (&hook, "realize", realize_cb);
}
