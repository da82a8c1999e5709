/* The buttons of the presenter: each says its key, so that the keys are learned by the way. They keep the focus off, so that
 * the keys of a remote go on. */
#include "config.h"

#include "presenter-keys.h"

#include "show-keys.h"
#include "translate.h"
#include "ui-shell.h"
#include "wrap-layout.h"

struct _NidaPresenterKeys
{
  GtkWidget  parent_instance;

  NidaShow  *show;
  GtkWidget *pointer, *language, *refresh;
};

G_DEFINE_FINAL_TYPE (NidaPresenterKeys, nida_presenter_keys, GTK_TYPE_WIDGET)

static void
set_words (GtkWidget  *button,
           const char *words,
           const char *key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new (NULL), *cap = gtk_label_new (key);

  nida_shell_set_label (GTK_LABEL (label), words);
  gtk_widget_add_css_class (cap, "nida-key");
  gtk_box_append (GTK_BOX (box), label);
  if (key != NULL)
    gtk_box_append (GTK_BOX (box), cap);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
clicked_cb (GtkWidget *button,
            NidaShow  *show)
{
  nida_show_run (show, (NidaShowCommand) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "nida-command")));
}

void
nida_presenter_keys_connect (GtkWidget       *button,
                             NidaShow        *show,
                             NidaShowCommand  command)
{
  gtk_widget_set_focus_on_click (button, FALSE);
  g_object_set_data (G_OBJECT (button), "nida-command", GINT_TO_POINTER ((int) command));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), show, 0);
}

static GtkWidget *
append (NidaPresenterKeys *self,
        const char        *words,
        NidaShowCommand    command)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  g_autofree char *key = nida_show_key_label (command, rtl);
  GtkWidget *button = gtk_button_new ();

  set_words (button, words, key);
  gtk_widget_add_css_class (button, command == NIDA_SHOW_NEXT ? "suggested-action" : "nida-raised");
  nida_presenter_keys_connect (button, self->show, command);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

/* Each language is called by its own name. */
static void
update_language (NidaPresenterKeys *self)
{
  set_words (self->language, nida_language_is_arabic (nida_show_get_language (self->show)) ? "English" : "العربية", "L");
}

static void
update_refresh (NidaPresenterKeys *self)
{
  g_autofree char *pending = nida_show_source_dup_pending (nida_show_get_source (self->show), nida_show_get_language (self->show));

  gtk_widget_set_sensitive (self->refresh, pending != NULL);
}

static void
changed_cb (NidaPresenterKeys *self,
            guint              changes)
{
  if ((changes & NIDA_SHOW_LANGUAGE) != 0)
    update_language (self);
  if ((changes & (NIDA_SHOW_PENDING | NIDA_SHOW_DATA)) != 0)
    update_refresh (self);
}

static void
build (NidaPresenterKeys *self)
{
  append (self, _("Previous"), NIDA_SHOW_PREVIOUS);
  append (self, _("Next"), NIDA_SHOW_NEXT);
  append (self, _("Black"), NIDA_SHOW_TOGGLE_BLACK);
  self->pointer = gtk_toggle_button_new ();
  /* Translators: a red ring over the slide; the key that is held is Ctrl */
  set_words (self->pointer, _("Pointer"), "Ctrl");
  gtk_widget_set_tooltip_text (self->pointer, _("Every movement over the slide points; else while Ctrl is held"));
  gtk_widget_set_focus_on_click (self->pointer, FALSE);
  gtk_widget_add_css_class (self->pointer, "nida-raised");
  gtk_widget_set_parent (self->pointer, GTK_WIDGET (self));
  append (self, _("Overview"), NIDA_SHOW_TOGGLE_OVERVIEW);
  append (self, _("Pledge"), NIDA_SHOW_PLEDGE);
  self->language = append (self, "", NIDA_SHOW_TOGGLE_LANGUAGE);
  self->refresh = append (self, _("Update"), NIDA_SHOW_REFRESH);
}

static void
nida_presenter_keys_dispose (GObject *object)
{
  NidaPresenterKeys *self = NIDA_PRESENTER_KEYS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->show);
  G_OBJECT_CLASS (nida_presenter_keys_parent_class)->dispose (object);
}

static void
nida_presenter_keys_class_init (NidaPresenterKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_presenter_keys_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), NIDA_TYPE_WRAP_LAYOUT);
}

static void
nida_presenter_keys_init (NidaPresenterKeys *self)
{
  nida_wrap_layout_set_at_start (NIDA_WRAP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), TRUE);
}

GtkWidget *
nida_presenter_keys_new (NidaShow *show)
{
  NidaPresenterKeys *self = g_object_new (NIDA_TYPE_PRESENTER_KEYS, NULL);

  self->show = g_object_ref (show);
  build (self);
  update_language (self);
  update_refresh (self);
  g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
nida_presenter_keys_get_pointer (NidaPresenterKeys *self)
{
  return self->pointer;
}
