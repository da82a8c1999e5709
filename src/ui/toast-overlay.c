/* What a toast says goes after a while, unless it has details to be read, or the keys are on it: F6 brings them there, and they are
 * where they were when it goes. */
#include "config.h"

#include "toast-overlay.h"

#include "panes.h"
#include "translate.h"
#include "ui-shell.h"

#define TOAST_SECONDS 5

struct _NidaToastOverlay
{
  GtkWidget  parent_instance;

  GtkWidget *overlay;
  GtkWidget *revealer;
  GtkLabel  *label;
  GtkWidget *button;
  GtkWidget *close;
  char      *details;
  char      *action;
  guint      timeout;
};

G_DEFINE_FINAL_TYPE (NidaToastOverlay, nida_toast_overlay, GTK_TYPE_WIDGET)

static gboolean
timeout_cb (gpointer user_data)
{
  NidaToastOverlay *self = user_data;

  self->timeout = 0;
  nida_toast_overlay_dismiss (self);
  return G_SOURCE_REMOVE;
}

static gboolean
has_focus (NidaToastOverlay *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->revealer);
}

/* What has details waits for somebody. */
static void
go_after_a_while (NidaToastOverlay *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->details == NULL && !has_focus (self))
    self->timeout = g_timeout_add_seconds (TOAST_SECONDS, timeout_cb, self);
}

static void
entered_cb (NidaToastOverlay *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
}

static void
left_cb (NidaToastOverlay *self)
{
  /* the overlay is gone when its window goes */
  if (self->overlay != NULL && nida_toast_overlay_get_text (self) != NULL)
    go_after_a_while (self);
}

static gboolean
escape_cb (GtkWidget *box,
           GVariant  *args,
           gpointer   self)
{
  nida_toast_overlay_dismiss (self);
  return TRUE;
}

static void
show_details (NidaToastOverlay *self)
{
  GtkWidget *dialog = gtk_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_OTHER,
                                              GTK_BUTTONS_CLOSE, "%s", gtk_label_get_text (self->label));
  g_autofree char *details = nida_shell_direct (self->details);
  GtkWidget *area = gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (dialog));

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", details);
  for (GtkWidget *child = gtk_widget_get_first_child (area); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      gtk_label_set_selectable (GTK_LABEL (child), TRUE);
  gtk_widget_add_css_class (dialog, "nida");
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  nida_toast_overlay_dismiss (self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
button_clicked_cb (NidaToastOverlay *self)
{
  g_autofree char *action = g_steal_pointer (&self->action);

  if (action == NULL)
    {
      show_details (self);
      return;
    }
  nida_toast_overlay_dismiss (self);
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
nida_toast_overlay_dispose (GObject *object)
{
  NidaToastOverlay *self = NIDA_TOAST_OVERLAY (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->details, g_free);
  g_clear_pointer (&self->action, g_free);
  G_OBJECT_CLASS (nida_toast_overlay_parent_class)->dispose (object);
}

static void
nida_toast_overlay_class_init (NidaToastOverlayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_toast_overlay_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_keys (NidaToastOverlay *self,
          GtkWidget        *box)
{
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_shortcut_controller_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (box, focus);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, self, NULL)));
  gtk_widget_add_controller (box, keys);
  nida_pane_mark (box);
}

static GtkWidget *
make_toast (NidaToastOverlay *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  nida_shell_wrap (self->label);
  gtk_label_set_max_width_chars (self->label, 64);
  gtk_label_set_xalign (self->label, 0);
  /* A row gives a label that wraps less than it asked for, and leaves the rest empty. */
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  self->button = gtk_button_new_with_label (_("Details"));
  self->close = gtk_button_new_from_icon_name ("nida-close-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->close, "flat");
  gtk_widget_add_css_class (box, "nida-toast");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), self->close);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_clicked_cb), self);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (nida_toast_overlay_dismiss), self);
  add_keys (self, box);
  return box;
}

static void
nida_toast_overlay_init (NidaToastOverlay *self)
{
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), make_toast (self));
  gtk_widget_set_halign (self->revealer, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->revealer, GTK_ALIGN_END);
  gtk_widget_set_visible (self->revealer, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->revealer);
}

void
nida_toast_overlay_set_child (NidaToastOverlay *self,
                              GtkWidget        *child)
{
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), child);
}

static void
show (NidaToastOverlay *self,
      const char       *message,
      const char       *button)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_widget_set_tooltip_text (self->close, _("Close the message"));
  nida_shell_set_label (self->label, message);
  if (button != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), button);
  gtk_widget_set_visible (self->button, button != NULL);
  gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

void
nida_toast_overlay_show (NidaToastOverlay *self,
                         const char       *message,
                         const char       *details)
{
  g_free (self->details);
  self->details = g_strdup (details);
  g_clear_pointer (&self->action, g_free);
  show (self, message, details != NULL ? _("Details") : NULL);
  go_after_a_while (self);
}

void
nida_toast_overlay_offer (NidaToastOverlay *self,
                          const char       *message,
                          const char       *label,
                          const char       *action)
{
  g_clear_pointer (&self->details, g_free);
  g_free (self->action);
  self->action = g_strdup (action);
  show (self, message, label);
  go_after_a_while (self);
}

const char *
nida_toast_overlay_get_text (NidaToastOverlay *self)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)) ? gtk_label_get_text (self->label) : NULL;
}

void
nida_toast_overlay_dismiss (NidaToastOverlay *self)
{
  if (has_focus (self))
    nida_pane_step (GTK_WIDGET (self), TRUE);
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
