/* toast-overlay.c: what a toast says, what its button does, and when it goes. */
#include "config.h"

#include "toast-overlay.h"
#include "ui-support.h"

typedef struct {
  GtkWindow        *window;
  NidaToastOverlay *toasts;
  guint             n_activated;
} Case;

static void
activated_cb (GSimpleAction *action,
              GVariant      *parameter,
              Case          *self)
{
  self->n_activated++;
}

static void
set_up (Case         *self,
        gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("do", NULL);

  self->window = GTK_WINDOW (gtk_window_new ());
  self->toasts = g_object_new (NIDA_TYPE_TOAST_OVERLAY, NULL);
  nida_toast_overlay_set_child (self->toasts, gtk_button_new_with_label ("below"));
  gtk_window_set_child (self->window, GTK_WIDGET (self->toasts));
  g_signal_connect (action, "activate", G_CALLBACK (activated_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "test", G_ACTION_GROUP (group));
  gtk_window_set_default_size (self->window, 600, 300);
  gtk_window_present (self->window);
}

static void
tear_down (Case         *self,
           gconstpointer data)
{
  gtk_window_destroy (self->window);
}

/* The button of the toast that says @words, or NULL. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *words)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0)
    return gtk_widget_get_mapped (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The same as soon as it is there, which may take a moment. */
static GtkWidget *
wait_button (Case       *self,
             const char *words)
{
  GtkWidget *found = NULL;

  for (guint i = 0; found == NULL && i < 100; i++)
    {
      ui_test_run_for (50);
      found = find_button (GTK_WIDGET (self->toasts), words);
    }
  g_assert_nonnull (found);
  return found;
}

static void
test_bare (Case         *self,
           gconstpointer data)
{
  g_assert_null (nida_toast_overlay_get_text (self->toasts));
  nida_toast_overlay_show (self->toasts, "Kept", NULL);
  g_assert_cmpstr (nida_toast_overlay_get_text (self->toasts), ==, "Kept");
  ui_test_run_for (50);
  g_assert_null (find_button (GTK_WIDGET (self->toasts), "Details"));
  nida_toast_overlay_show (self->toasts, "Kept again", NULL);
  g_assert_cmpstr (nida_toast_overlay_get_text (self->toasts), ==, "Kept again");
  nida_toast_overlay_dismiss (self->toasts);
  g_assert_null (nida_toast_overlay_get_text (self->toasts));
}

static gboolean
is_gone (gpointer toasts)
{
  return nida_toast_overlay_get_text (toasts) == NULL;
}

static void
test_goes (Case         *self,
           gconstpointer data)
{
  nida_toast_overlay_show (self->toasts, "Not kept", "The disk is full");
  nida_toast_overlay_show (self->toasts, "Kept", NULL);
  g_assert_true (ui_test_wait (is_gone, self->toasts));
}

static GtkWindow *
find_dialog (GtkWindow *parent)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == parent)
        return window;
    }
  return NULL;
}

static void
test_details (Case         *self,
              gconstpointer data)
{
  GtkWindow *dialog;
  g_autofree char *secondary = NULL;

  nida_toast_overlay_show (self->toasts, "Not kept", "The disk is full");
  g_signal_emit_by_name (wait_button (self, "Details"), "clicked");
  dialog = find_dialog (self->window);
  g_assert_nonnull (dialog);
  g_object_get (dialog, "secondary-text", &secondary, NULL);
  g_assert_nonnull (strstr (secondary, "The disk is full"));
  g_assert_null (nida_toast_overlay_get_text (self->toasts));
  gtk_window_destroy (dialog);
}

/* An action that is offered is done once, and nothing is left of the details of an earlier toast. */
static void
test_action (Case         *self,
             gconstpointer data)
{
  GtkWidget *button;

  nida_toast_overlay_show (self->toasts, "Not kept", "The disk is full");
  nida_toast_overlay_offer (self->toasts, "Removed", "Undo", "test.do");
  button = wait_button (self, "Undo");
  g_assert_null (find_button (GTK_WIDGET (self->toasts), "Details"));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (self->n_activated, ==, 1);
  g_assert_null (find_dialog (self->window));
  g_assert_null (nida_toast_overlay_get_text (self->toasts));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add ("/toast-overlay/" path, Case, NULL, set_up, func, tear_down)
  ADD ("the-newest-message-stands-until-it-is-closed", test_bare);
  ADD ("without-details/goes-by-itself", test_goes);
  ADD ("details/are-read-in-a-dialog", test_details);
  ADD ("an-action/is-done-once-without-a-dialog", test_action);
#undef ADD
  return g_test_run ();
}
