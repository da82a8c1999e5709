/* A list box whose rows change places. It holds no order of its own: it says what is wished and is filled with what came of it. */
#include "config.h"

#include "order-list.h"

#include "form.h"
#include "translate.h"
#include "ui-shell.h"

typedef struct {
  NidaOrderFunc moved;
  gpointer      data;
  guint         n;
  guint         focus;       /* the row that takes the focus when the list is filled; G_MAXUINT: none */
} Order;

static Order *
order_of (GtkWidget *list)
{
  return g_object_get_data (G_OBJECT (list), "nida-order");
}

static GtkWidget *
list_of (GtkWidget *row)
{
  return gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);
}

static void
move_row (GtkWidget *list,
          guint      from,
          guint      to)
{
  Order *self = order_of (list);

  if (to >= self->n || from == to)
    return;
  self->focus = to;
  self->moved (list, from, to, self->data);
}

static guint
index_of (GtkWidget *row)
{
  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

/* @step: 1 or, as an unsigned number that wraps, -1 */
static void
step_row (GtkWidget *row,
          guint      step)
{
  move_row (list_of (row), index_of (row), index_of (row) + step);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkWidget             *row)
{
  if ((state & GDK_ALT_MASK) == 0 || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  step_row (row, keyval == GDK_KEY_Down ? 1 : G_MAXUINT);
  return GDK_EVENT_STOP;
}

static void
earlier_cb (GtkWidget *row)
{
  step_row (row, G_MAXUINT);
}

static void
later_cb (GtkWidget *row)
{
  step_row (row, 1);
}

/* --- dragging --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GtkWidget     *row)
{
  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          GtkWidget     *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

/* A row of another list stays there. */
static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GtkWidget     *row)
{
  GtkWidget *dragged = g_value_get_object (value);

  if (dragged == NULL || list_of (dragged) != list_of (row))
    return FALSE;
  move_row (list_of (row), index_of (dragged), index_of (row));
  return TRUE;
}

static void
make_draggable (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* --- rows --- */

static void
add_button (GtkWidget  *row,
            GtkWidget  *box,
            const char *icon,
            GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, row, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

/* A name, and buttons for up and down. */
static GtkWidget *
new_row (void)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *label = gtk_label_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  add_button (row, box, "nida-up-symbolic", G_CALLBACK (earlier_cb));
  add_button (row, box, "nida-down-symbolic", G_CALLBACK (later_cb));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), row);
  gtk_widget_add_controller (row, keys);
  make_draggable (row);
  return row;
}

static void
show_button (GtkWidget  *button,
             const char *words,
             gboolean    usable)
{
  gtk_widget_set_sensitive (button, usable);
  nida_shell_set_tooltip (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_name (GtkListBoxRow *row,
           const char    *name,
           guint          index,
           guint          n)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  GtkWidget *up = gtk_widget_get_next_sibling (label), *down = gtk_widget_get_next_sibling (up);
  /* Translators: a button beside a name in a list that a person puts in order: "Move Kuwait up" */
  g_autofree char *up_words = g_strdup_printf (_("Move %s up"), name), *down_words = g_strdup_printf (_("Move %s down"), name);

  nida_shell_set_label (GTK_LABEL (label), name);
  show_button (up, up_words, index > 0);
  show_button (down, down_words, index + 1 < n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Rows stay, and names go from one to the other: a row may be filled by what its own button did. */
void
nida_order_list_fill (GtkWidget          *list,
                      const char * const *names)
{
  Order *self = order_of (list);
  guint n = g_strv_length ((char **) names);
  GtkListBoxRow *row;

  for (; self->n > n; self->n--)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) self->n - 1)));
  for (; self->n < n; self->n++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row ());
  for (guint i = 0; i < n; i++)
    show_name (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) i), names[i], i, n);
  row = self->focus < n ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) self->focus) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->focus = G_MAXUINT;
}

GtkWidget *
nida_order_list_new (const char    *title,
                     NidaOrderFunc  moved,
                     gpointer       data)
{
  GtkWidget *list = gtk_list_box_new ();
  Order *self = g_new0 (Order, 1);

  self->moved = moved;
  self->data = data;
  self->focus = G_MAXUINT;
  g_object_set_data_full (G_OBJECT (list), "nida-order", self, g_free);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "nida-order");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Drag a name, or move it by Alt and an arrow key"), -1);
  return list;
}
