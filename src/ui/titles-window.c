/* Each entry has the direction of its language, whatever the window's is. */
#include "config.h"

#include "titles-window.h"

#include "form.h"
#include "translate.h"
#include "ui-shell.h"

struct _NidaTitlesWindow
{
  GtkWindow       parent_instance;

  GtkWidget      *form;
  GtkEntry       *english, *arabic;

  NidaTitlesFunc  func;
  gpointer        data;
  GDestroyNotify  destroy;
};

G_DEFINE_FINAL_TYPE (NidaTitlesWindow, nida_titles_window, GTK_TYPE_WINDOW)

static char *
dup_text (GtkEntry *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

void
nida_titles_window_confirm (NidaTitlesWindow *self)
{
  g_autofree char *title = dup_text (self->english), *title_ar = dup_text (self->arabic);

  self->func (title, title_ar, self->data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
nida_titles_window_finalize (GObject *object)
{
  NidaTitlesWindow *self = NIDA_TITLES_WINDOW (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  G_OBJECT_CLASS (nida_titles_window_parent_class)->finalize (object);
}

static void
nida_titles_window_class_init (NidaTitlesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_titles_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (NidaTitlesWindow *self)
{
  GtkWidget *bar = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel")), *confirm = gtk_button_new_with_mnemonic (_("_Rename"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (confirm, "clicked", G_CALLBACK (nida_titles_window_confirm), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (confirm, "suggested-action");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), confirm);
  gtk_window_set_default_widget (GTK_WINDOW (self), confirm);
  return bar;
}

static GtkEntry *
append_entry (NidaTitlesWindow *self,
              const char       *label,
              gboolean          arabic)
{
  GtkWidget *entry = gtk_entry_new ();

  nida_shell_direct_entry (GTK_ENTRY (entry), arabic);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  nida_form_append (self->form, label, entry);
  return GTK_ENTRY (entry);
}

static void
nida_titles_window_init (NidaTitlesWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida");
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, -1);
  gtk_window_set_titlebar (GTK_WINDOW (self), make_header (self));
  self->form = nida_form_new ();
  for (guint place = 0; place < 2; place++)
    if (nida_form_is_arabic (place))
      self->arabic = append_entry (self, _("Title in Arabic"), TRUE);
    else
      self->english = append_entry (self, _("Title in English"), FALSE);
  nida_form_append_words (self->form, _("A title in one language stands in both; without any, the data give it."));
  gtk_window_set_child (GTK_WINDOW (self), self->form);
}

GtkWidget *
nida_titles_window_new (GtkWindow      *parent,
                        const char     *heading,
                        const char     *usual,
                        const char     *title,
                        const char     *title_ar,
                        NidaTitlesFunc  func,
                        gpointer        data,
                        GDestroyNotify  destroy)
{
  NidaTitlesWindow *self = g_object_new (NIDA_TYPE_TITLES_WINDOW, "transient-for", parent, "title", heading, NULL);

  gtk_entry_set_placeholder_text (self->english, usual);
  gtk_entry_set_placeholder_text (self->arabic, usual);
  gtk_editable_set_text (GTK_EDITABLE (self->english), title != NULL ? title : "");
  gtk_editable_set_text (GTK_EDITABLE (self->arabic), title_ar != NULL ? title_ar : "");
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  return GTK_WIDGET (self);
}

GtkEntry *
nida_titles_window_get_entry (NidaTitlesWindow *self,
                              gboolean          arabic)
{
  return arabic ? self->arabic : self->english;
}
