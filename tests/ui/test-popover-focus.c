/* A popover that closes gives the keys back to what had them, wherever it stood. */
#include "config.h"

#include "popover-focus.h"
#include "ui-support.h"

typedef struct {
  GtkWidget *window, *first, *second, *field, *popover;
} Fixture;

/* A popover at a box that takes no keys, so that the toolkit would give them to the first button of the window. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  nida_popover_focus_watch ();
  self->window = gtk_window_new ();
  self->first = gtk_button_new_with_label ("first");
  self->second = gtk_button_new_with_label ("second");
  self->field = gtk_entry_new ();
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), gtk_button_new_with_label ("within"));
  gtk_editable_set_text (GTK_EDITABLE (self->field), "Kuwait");
  gtk_widget_set_parent (self->popover, place);
  gtk_box_append (GTK_BOX (box), self->first);
  gtk_box_append (GTK_BOX (box), self->second);
  gtk_box_append (GTK_BOX (box), self->field);
  gtk_box_append (GTK_BOX (box), place);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_test_run_for (100);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_widget_unparent (self->popover);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static GtkWidget *
focus_of (Fixture *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self->window));
}

static gboolean
has_keys (gpointer fixture)
{
  Fixture *self = fixture;

  return focus_of (self) != NULL && gtk_widget_is_ancestor (focus_of (self), self->popover);
}

static void
pop_up (Fixture *self)
{
  gtk_popover_popup (GTK_POPOVER (self->popover));
  g_assert_true (ui_test_wait (has_keys, self));
}

/* Later than the frame in which the toolkit gives them to something around it. */
static void
pop_down (Fixture *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  ui_test_run_for (200);
}

static void
test_back (Fixture       *self,
           gconstpointer  data)
{
  gtk_widget_grab_focus (self->second);
  pop_up (self);
  pop_down (self);
  g_assert_true (focus_of (self) == self->second);
  /* each time from where it is opened */
  gtk_widget_grab_focus (self->first);
  pop_up (self);
  pop_down (self);
  g_assert_true (focus_of (self) == self->first);
}

/* The next letter would replace what is chosen. */
static void
test_field (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *text;

  gtk_widget_grab_focus (self->field);
  gtk_editable_set_position (GTK_EDITABLE (self->field), 3);
  text = focus_of (self);
  pop_up (self);
  pop_down (self);
  g_assert_true (focus_of (self) == text);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (self->field), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (self->field)), ==, 3);
}

/* What is chosen in it may lead elsewhere. */
static void
test_elsewhere (Fixture       *self,
                gconstpointer  data)
{
  gtk_widget_grab_focus (self->second);
  pop_up (self);
  gtk_widget_grab_focus (self->field);
  pop_down (self);
  g_assert_true (gtk_widget_is_ancestor (focus_of (self), self->field));
}

static void
test_gone (Fixture       *self,
           gconstpointer  data)
{
  gtk_widget_grab_focus (self->second);
  pop_up (self);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->second)), self->second);
  pop_down (self);
  g_assert_true (focus_of (self) == self->first);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/popover-focus/comes-back", Fixture, NULL, set_up, test_back, tear_down);
  g_test_add ("/popover-focus/a-field-chooses-nothing", Fixture, NULL, set_up, test_field, tear_down);
  g_test_add ("/popover-focus/stays-where-it-was-moved", Fixture, NULL, set_up, test_elsewhere, tear_down);
  g_test_add ("/popover-focus/what-is-gone-has-no-keys", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
