/* A popover has the keys as long as it stands. When it closes, GTK gives them to whatever is around it: the list behind a row, the button
 * of a menu that F10 opened, the first button of a page. Here they go back to what had them, for every popover, those of the toolkit
 * too. */
#include "config.h"

#include "popover-focus.h"

#include "widget-hooks.h"

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("nida-popover-focus");
}

static gboolean
is_in (GtkWidget *widget,
       GtkWidget *popover)
{
  return widget == popover || gtk_widget_is_ancestor (widget, popover);
}

/* A field must not choose all of its words, which the next letter would replace. */
static void
grab (GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (widget));
  else
    gtk_widget_grab_focus (widget);
}

/* Who opened it may have moved the keys by now. */
static void
closed_cb (GtkWidget *popover)
{
  g_autoptr (GtkWidget) widget = nida_widget_recall (popover, get_quark ());
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_object_set_qdata (G_OBJECT (popover), get_quark (), NULL);
  if (widget != NULL && gtk_widget_get_root (widget) == root && gtk_widget_get_mapped (widget) && (focus == NULL || is_in (focus, popover)))
    grab (widget);
}

/* Before it takes the keys. A tooltip takes none. */
static gboolean
map_cb (GSignalInvocationHint *hint,
        guint                  n_values,
        const GValue          *values,
        gpointer               user_data)
{
  GtkWidget *popover = g_value_get_object (values), *focus;

  if (!GTK_IS_POPOVER (popover) || !gtk_popover_get_autohide (GTK_POPOVER (popover)))
    return G_SOURCE_CONTINUE;
  focus = gtk_root_get_focus (gtk_widget_get_root (popover));
  if (focus == NULL || is_in (focus, popover))
    return G_SOURCE_CONTINUE;
  nida_widget_remember (popover, get_quark (), focus);
  g_signal_handlers_disconnect_by_func (popover, closed_cb, NULL);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  return G_SOURCE_CONTINUE;
}

/**
 * nida_popover_focus_watch:
 *
 * From now on every popover that closes gives the keys back. Once for the program, when the toolkit is there.
 */
void
nida_popover_focus_watch (void)
{
  static gulong hook;

  nida_widgets_watch (&hook, "map", map_cb);
}
