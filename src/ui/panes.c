/* The way by Tab is as long as the window is full: a part of it is left by one key, and come back to where it was left. The parts are in
 * the order of reading, the bar at the top of the window first. */
#include "config.h"

#include "panes.h"

#include "widget-hooks.h"

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("nida-pane");
}

/* It remembers what had the focus in it when it was left, nothing at first. */
void
nida_pane_mark (GtkWidget *widget)
{
  nida_widget_remember (widget, get_quark (), NULL);
}

static gboolean
is_pane (GtkWidget *widget)
{
  return g_object_get_qdata (G_OBJECT (widget), get_quark ()) != NULL;
}

/* --- which there are --- */

/* Who is in one is asked for no others. */
static void
collect (GtkWidget *widget,
         GPtrArray *panes)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_NATIVE (widget))
    return;
  if (is_pane (widget))
    {
      g_ptr_array_add (panes, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, panes);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  GtkWidget *one = *(GtkWidget * const *) a, *other = *(GtkWidget * const *) b, *root = GTK_WIDGET (gtk_widget_get_root (one));
  gboolean rtl = gtk_widget_get_direction (root) == GTK_TEXT_DIR_RTL;
  graphene_rect_t first, second;
  float along;

  if (!gtk_widget_compute_bounds (one, root, &first) || !gtk_widget_compute_bounds (other, root, &second))
    return 0;
  if (first.origin.y + first.size.height <= second.origin.y || second.origin.y + second.size.height <= first.origin.y)
    return first.origin.y < second.origin.y ? -1 : 1;
  along = rtl ? second.origin.x + second.size.width - first.origin.x - first.size.width : first.origin.x - second.origin.x;
  return along < 0 ? -1 : along > 0 ? 1 : 0;
}

/* The one that holds @focus; G_MAXUINT for none. */
static guint
find (GPtrArray *panes,
      GtkWidget *focus)
{
  for (guint i = 0; focus != NULL && i < panes->len; i++)
    if (focus == panes->pdata[i] || gtk_widget_is_ancestor (focus, panes->pdata[i]))
      return i;
  return G_MAXUINT;
}

/* --- going --- */

/* A list keeps its rows at hand for others, so that what had the focus may not be there any more. */
static gboolean
enter (GtkWidget *pane)
{
  g_autoptr (GtkWidget) left = nida_widget_recall (pane, get_quark ());

  if (left != NULL && gtk_widget_get_mapped (left) && gtk_widget_is_ancestor (left, pane) && gtk_widget_grab_focus (left))
    return TRUE;
  return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

gboolean
nida_pane_step (GtkWidget *widget,
                gboolean   back)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = gtk_root_get_focus (root);
  g_autoptr (GPtrArray) panes = g_ptr_array_new ();
  guint at;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (root)); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, panes);
  g_ptr_array_sort (panes, compare);
  at = find (panes, focus);
  if (at != G_MAXUINT)
    nida_widget_remember (panes->pdata[at], get_quark (), focus);
  for (guint i = 1; i <= panes->len; i++)
    {
      guint next = at == G_MAXUINT ? (back ? panes->len - i : i - 1) : (back ? at + panes->len - i : at + i) % panes->len;

      if (next != at && enter (panes->pdata[next]))
        {
          gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  return nida_pane_step (widget, g_variant_get_boolean (args));
}

void
nida_panes_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, 0, step_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, GDK_SHIFT_MASK, step_cb, "b", TRUE);
}
