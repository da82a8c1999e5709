/* The wrong screen before a full room cannot be taken back: so it is asked once, with a number on each screen, and remembered by
 * what the monitor is. */
#include "config.h"

#include "present-window.h"

#include "form.h"
#include "look.h"
#include "monitors.h"
#include "show-run.h"
#include "show-settings.h"
#include "translate.h"
#include "ui-shell.h"

#define MOST_MINUTES 600
#define MOST_SECONDS 600

struct _NidaPresentWindow
{
  GtkWindow        parent_instance;

  NidaDocument    *document;
  NidaMonitors    *monitors;
  GtkWidget       *choices;       /* box of GtkCheckButton */
  GtkWidget       *identify;
  GtkSpinButton   *minutes, *seconds;
  GtkCheckButton  *loop;

  NidaPresentFunc  begin;
  gpointer         data;
  GDestroyNotify   destroy;
};

G_DEFINE_FINAL_TYPE (NidaPresentWindow, nida_present_window, GTK_TYPE_WINDOW)

static GSettings *
get_settings (void)
{
  return nida_look_get_settings (nida_look_get ());
}

/* --- which monitor --- */

static GdkMonitor *
monitor_of (GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent != NULL ? parent : window));

  return surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)), surface) : NULL;
}

gboolean
nida_present_window_is_known (GtkWindow *parent)
{
  g_autoptr (NidaMonitors) monitors = nida_monitors_new (gtk_widget_get_display (GTK_WIDGET (parent)));
  g_autofree char *key = g_settings_get_string (get_settings (), NIDA_SHOW_RUN_MONITOR);

  if (nida_monitors_get_n (monitors) < 2 || g_str_equal (key, NIDA_SHOW_RUN_WINDOW))
    return TRUE;
  return nida_monitors_find (monitors, key) != NULL;
}

GtkCheckButton *
nida_present_window_get_choice (NidaPresentWindow *self,
                                guint              index)
{
  GtkWidget *child = gtk_widget_get_first_child (self->choices);

  while (child != NULL && index-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child != NULL ? GTK_CHECK_BUTTON (child) : NULL;
}

static void
append_choice (NidaPresentWindow *self,
               const char        *words,
               const char        *remark)
{
  GtkCheckButton *first = nida_present_window_get_choice (self, 0);
  GtkWidget *choice = gtk_check_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *label = gtk_label_new (NULL);
  GtkWidget *small = gtk_label_new (NULL);

  nida_shell_set_label (GTK_LABEL (label), words);
  nida_shell_set_label (GTK_LABEL (small), remark);
  gtk_widget_add_css_class (small, "nida-subtitle");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (small), 0);
  gtk_label_set_wrap (GTK_LABEL (small), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), small);
  gtk_widget_set_margin_start (box, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (choice), box);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), first);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remark, -1);
  gtk_box_append (GTK_BOX (self->choices), choice);
}

static void
append_monitor (NidaPresentWindow *self,
                guint              index)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  GdkMonitor *monitor = nida_monitors_get (self->monitors, index);
  g_autofree char *number = nida_language_integer (language, index + 1), *name = nida_monitor_dup_name (monitor, language);
  g_autofree char *size = nida_monitor_dup_size (monitor, language);
  /* Translators: a monitor in a list: its number, which "Identify" shows on it, and its name: "1. Dell U2415, HDMI-1" */
  g_autofree char *words = g_strdup_printf (C_("monitor", "%1$s. %2$s"), number, name);
  /* Translators: of the monitor that the window is on: its size, and that it is this one */
  g_autofree char *here = g_strdup_printf (_("%s, this screen"), size);

  append_choice (self, words, monitor == monitor_of (GTK_WINDOW (self)) ? here : size);
}

/* As it would begin now. */
static void
select_choice (NidaPresentWindow *self)
{
  g_autofree char *key = g_settings_get_string (get_settings (), NIDA_SHOW_RUN_MONITOR);
  GdkMonitor *chosen = nida_monitors_choose (self->monitors, monitor_of (GTK_WINDOW (self)), key);
  guint n = nida_monitors_get_n (self->monitors), place = 0;

  while (place + 1 < n && chosen != NULL && nida_monitors_get (self->monitors, place) != chosen)
    place++;
  if (g_str_equal (key, NIDA_SHOW_RUN_WINDOW))
    place = n;
  gtk_check_button_set_active (nida_present_window_get_choice (self, place), TRUE);
}

static void
list_monitors (NidaPresentWindow *self)
{
  guint n = nida_monitors_get_n (self->monitors);

  nida_form_clear (self->choices);
  for (guint i = 0; i < n; i++)
    append_monitor (self, i);
  append_choice (self, _("A window"), _("To be shared in a call, or moved by hand"));
  gtk_widget_set_sensitive (self->identify, n > 1);
  select_choice (self);
}

static void
keep_monitor (NidaPresentWindow *self)
{
  guint n = nida_monitors_get_n (self->monitors);

  for (guint i = 0; i <= n; i++)
    if (gtk_check_button_get_active (nida_present_window_get_choice (self, i)))
      {
        g_autofree char *key = i < n ? nida_monitor_dup_key (nida_monitors_get (self->monitors, i)) : g_strdup (NIDA_SHOW_RUN_WINDOW);

        g_settings_set_string (get_settings (), NIDA_SHOW_RUN_MONITOR, key);
      }
}

static void
identify_cb (NidaPresentWindow *self)
{
  nida_monitors_identify (self->monitors, gtk_window_get_application (gtk_window_get_transient_for (GTK_WINDOW (self))));
}

/* --- beginning --- */

void
nida_present_window_confirm (NidaPresentWindow *self)
{
  const guint values[NIDA_SHOW_N_SETTINGS] = {
    [NIDA_SHOW_MINUTES] = (guint) gtk_spin_button_get_value_as_int (self->minutes),
    [NIDA_SHOW_SECONDS] = (guint) gtk_spin_button_get_value_as_int (self->seconds),
    [NIDA_SHOW_LOOP] = gtk_check_button_get_active (self->loop),
  };
  g_autoptr (NidaPresentWindow) held = g_object_ref (self);

  keep_monitor (self);
  nida_show_settings_set (self->document, values);
  gtk_window_close (GTK_WINDOW (self));
  self->begin (self->data);
}

/* --- object --- */

static void
nida_present_window_dispose (GObject *object)
{
  NidaPresentWindow *self = NIDA_PRESENT_WINDOW (object);

  if (self->monitors != NULL)
    g_signal_handlers_disconnect_by_data (self->monitors, self);
  g_clear_object (&self->monitors);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nida_present_window_parent_class)->dispose (object);
}

static void
nida_present_window_finalize (GObject *object)
{
  NidaPresentWindow *self = NIDA_PRESENT_WINDOW (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  G_OBJECT_CLASS (nida_present_window_parent_class)->finalize (object);
}

static void
nida_present_window_class_init (NidaPresentWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_present_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_present_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (NidaPresentWindow *self)
{
  GtkWidget *bar = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel")), *confirm = gtk_button_new_with_mnemonic (_("_Begin"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (confirm, "clicked", G_CALLBACK (nida_present_window_confirm), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (confirm, "suggested-action");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), confirm);
  gtk_window_set_default_widget (GTK_WINDOW (self), confirm);
  return bar;
}

static GtkSpinButton *
append_number (GtkWidget  *form,
               const char *title,
               double      most)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, 1);

  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (spin))), TRUE);
  nida_form_append (form, title, spin);
  return GTK_SPIN_BUTTON (spin);
}

static GtkWidget *
make_form (NidaPresentWindow *self)
{
  GtkWidget *form = nida_form_new ();

  nida_form_append_heading (form, _("The audience sees"));
  self->choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (form), self->choices);
  /* Translators: shows on each monitor which number and name it has */
  self->identify = gtk_button_new_with_mnemonic (_("_Identify the Screens"));
  gtk_widget_set_halign (self->identify, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->identify, "nida-raised");
  gtk_widget_set_focus_on_click (self->identify, FALSE);      /* Enter begins */
  g_signal_connect_object (self->identify, "clicked", G_CALLBACK (identify_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (form), self->identify);
  nida_form_append_heading (form, _("Time"));
  self->minutes = append_number (form, _("Minutes planned for the whole (0: not planned)"), MOST_MINUTES);
  self->seconds = append_number (form, _("Next slide after seconds, where a slide says nothing else (0: by hand)"), MOST_SECONDS);
  self->loop = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("Begin a_gain after the last slide")));
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (self->loop));
  return form;
}

static void
nida_present_window_init (NidaPresentWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "nida");
  gtk_window_set_title (GTK_WINDOW (self), _("Present"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 480, -1);
  gtk_window_set_titlebar (GTK_WINDOW (self), make_header (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 640);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_form (self));
  gtk_window_set_child (GTK_WINDOW (self), scroller);
  nida_shell_focus_first (GTK_WINDOW (self), gtk_window_get_default_widget (GTK_WINDOW (self)));
}

GtkWidget *
nida_present_window_new (GtkWindow       *parent,
                         NidaDocument    *document,
                         NidaPresentFunc  begin,
                         gpointer         data,
                         GDestroyNotify   destroy)
{
  NidaPresentWindow *self = g_object_new (NIDA_TYPE_PRESENT_WINDOW, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  self->begin = begin;
  self->data = data;
  self->destroy = destroy;
  self->monitors = nida_monitors_new (gtk_widget_get_display (GTK_WIDGET (parent)));
  g_signal_connect_swapped (self->monitors, "changed", G_CALLBACK (list_monitors), self);
  gtk_spin_button_set_value (self->minutes, nida_show_settings_get (document, NIDA_SHOW_MINUTES));
  gtk_spin_button_set_value (self->seconds, nida_show_settings_get (document, NIDA_SHOW_SECONDS));
  gtk_check_button_set_active (self->loop, nida_show_settings_get (document, NIDA_SHOW_LOOP) > 0);
  list_monitors (self);
  return GTK_WIDGET (self);
}
