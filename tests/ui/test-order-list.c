/* order-list.c: names are moved by buttons, by keys and by a drag, and keep the focus. */
#include "config.h"

#include "order-list.h"
#include "ui-support.h"

#include <string.h>

typedef struct { GtkWidget *window, *list; const char *names[4]; guint n_moves; } Fixture;

static void
moved_cb (GtkWidget *list,
          guint      from,
          guint      to,
          gpointer   data)
{
  Fixture *self = data;
  const char *name = self->names[from];

  memmove (&self->names[from], &self->names[from + 1], (2 - from) * sizeof *self->names);
  memmove (&self->names[to + 1], &self->names[to], (2 - to) * sizeof *self->names);
  self->names[to] = name;
  self->n_moves++;
  nida_order_list_fill (list, self->names);
}

static void
set_up (Fixture *self)
{
  *self = (Fixture) { .names = { "Kuwait", "Qatar", "Oman", NULL } };
  self->window = gtk_window_new ();
  self->list = nida_order_list_new ("Donors", moved_cb, self);
  gtk_window_set_child (GTK_WINDOW (self->window), self->list);
  nida_order_list_fill (self->list, self->names);
  gtk_window_present (GTK_WINDOW (self->window));
}

static GtkWidget *
row_at (Fixture *self,
        int      index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index));
}

/* @place: of the name 0, of "up" 1, of "down" 2 */
static GtkWidget *
part_of (GtkWidget *row,
         guint      place)
{
  GtkWidget *part = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

  for (; place > 0; place--)
    part = gtk_widget_get_next_sibling (part);
  return part;
}

static void
assert_order (Fixture    *self,
              const char *first,
              const char *second,
              const char *third)
{
  const char *expected[] = { first, second, third };

  for (int i = 0; i < 3; i++)
    {
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (part_of (row_at (self, i), 0))), ==, expected[i]);
      g_assert_true (gtk_widget_get_sensitive (part_of (row_at (self, i), 1)) == (i > 0));
      g_assert_true (gtk_widget_get_sensitive (part_of (row_at (self, i), 2)) == (i < 2));
    }
}

static GtkEventController *
controller_of (GtkWidget *row,
               GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_error ("no %s", g_type_name (type));
}

static gboolean
press (GtkWidget       *row,
       guint            keyval,
       GdkModifierType  state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (controller_of (row, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", keyval, 0u, state, &handled);
  return handled;
}

static void
test_buttons (void)
{
  Fixture self;

  set_up (&self);
  assert_order (&self, "Kuwait", "Qatar", "Oman");
  g_signal_emit_by_name (part_of (row_at (&self, 2), 1), "clicked");
  assert_order (&self, "Kuwait", "Oman", "Qatar");
  g_signal_emit_by_name (part_of (row_at (&self, 0), 2), "clicked");
  assert_order (&self, "Oman", "Kuwait", "Qatar");
  gtk_window_destroy (GTK_WINDOW (self.window));
}

static void
test_keys (void)
{
  Fixture self;

  set_up (&self);
  gtk_widget_grab_focus (row_at (&self, 2));
  g_assert_true (press (row_at (&self, 2), GDK_KEY_Up, GDK_ALT_MASK));
  assert_order (&self, "Kuwait", "Oman", "Qatar");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self.window)) == row_at (&self, 1));
  g_assert_true (press (row_at (&self, 1), GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_true (press (row_at (&self, 0), GDK_KEY_Up, GDK_ALT_MASK));      /* there is nothing above */
  assert_order (&self, "Oman", "Kuwait", "Qatar");
  g_assert_cmpuint (self.n_moves, ==, 2);
  g_assert_false (press (row_at (&self, 0), GDK_KEY_Down, 0));              /* goes to the next row */
  g_assert_true (press (row_at (&self, 0), GDK_KEY_Down, GDK_ALT_MASK));
  assert_order (&self, "Kuwait", "Oman", "Qatar");
  gtk_window_destroy (GTK_WINDOW (self.window));
}

static gboolean
drop (GtkWidget *row,
      GtkWidget *dragged)
{
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GTK_TYPE_LIST_BOX_ROW);
  g_value_set_object (&value, dragged);
  g_signal_emit_by_name (controller_of (row, GTK_TYPE_DROP_TARGET), "drop", &value, 0.0, 0.0, &taken);
  g_value_unset (&value);
  return taken;
}

static void
test_drag (void)
{
  Fixture self, other;

  set_up (&self);
  set_up (&other);
  g_assert_true (drop (row_at (&self, 0), row_at (&self, 2)));
  assert_order (&self, "Oman", "Kuwait", "Qatar");
  g_assert_false (drop (row_at (&self, 0), row_at (&other, 2)));
  assert_order (&self, "Oman", "Kuwait", "Qatar");
  assert_order (&other, "Kuwait", "Qatar", "Oman");
  gtk_window_destroy (GTK_WINDOW (self.window));
  gtk_window_destroy (GTK_WINDOW (other.window));
}

static void
test_other_names (void)
{
  Fixture self;

  set_up (&self);
  nida_order_list_fill (self.list, (const char *[]) { "Alone", NULL });
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self.list), 1));
  g_assert_false (gtk_widget_get_sensitive (part_of (row_at (&self, 0), 1)));
  g_assert_false (gtk_widget_get_sensitive (part_of (row_at (&self, 0), 2)));
  nida_order_list_fill (self.list, self.names);
  assert_order (&self, "Kuwait", "Qatar", "Oman");
  gtk_window_destroy (GTK_WINDOW (self.window));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/order-list/buttons/move-a-name", test_buttons);
  g_test_add_func ("/order-list/keys/move-a-name-that-keeps-the-focus", test_keys);
  g_test_add_func ("/order-list/drag/within-one-list", test_drag);
  g_test_add_func ("/order-list/names/fewer-and-more", test_other_names);
  return g_test_run ();
}
