/* A list of templates, an empty window first. Without data the document waits for those that are opened in its window. */
#include "config.h"

#include "new-window.h"

#include "templates.h"
#include "translate.h"
#include "ui-shell.h"

struct _NidaNewWindow
{
  GtkWindow       parent_instance;

  GtkListBox     *list;

  GtkApplication *application;
  NidaWindow     *parent;       /* or NULL; we go with it */
};

G_DEFINE_FINAL_TYPE (NidaNewWindow, nida_new_window, GTK_TYPE_WINDOW)

/* --- making --- */

static const char * const *
inputs_of (NidaWindow *parent)
{
  static const char * const none[] = { NULL };
  const char * const *inputs = parent != NULL ? nida_session_get_inputs (nida_window_get_session (parent)) : NULL;

  return inputs != NULL ? inputs : none;
}

/* Until then it would be about all of them. */
static void
donor_opened_cb (NidaSession *session,
                 gboolean     reload,
                 NidaWindow  *window)
{
  g_signal_handlers_disconnect_by_func (session, donor_opened_cb, window);
  nida_window_toast (window, _("Choose a donor among the filters: the board and the slides follow it"), NULL);
}

static void
make (NidaNewWindow *self,
      const char    *template)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  NidaWindow *window = nida_window_new (self->application, NULL);

  if (g_str_equal (template, "donor"))
    g_signal_connect_object (nida_window_get_session (window), "opened", G_CALLBACK (donor_opened_cb), window, 0);
  if (nida_template_apply (template, document))
    nida_session_open_document (nida_window_get_session (window), document, inputs_of (self->parent));
  gtk_window_present (GTK_WINDOW (window));
}

static void
activated_cb (NidaNewWindow *self,
              GtkListBoxRow *row)
{
  make (self, g_object_get_data (G_OBJECT (row), "nida-template"));
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the list --- */

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  nida_shell_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
append_row (NidaNewWindow *self,
            const char    *id,
            const char    *title,
            const char    *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *spoken = g_strdup_printf ("%s · %s", title, subtitle);

  gtk_box_append (GTK_BOX (box), new_label (title, "nida-strong"));
  gtk_box_append (GTK_BOX (box), new_label (subtitle, "nida-subtitle"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (row), "nida-template", (gpointer) id);
  gtk_list_box_append (self->list, row);
}

static void
fill (NidaNewWindow *self)
{
  guint n;
  const NidaTemplate *templates = nida_templates_get (&n);

  append_row (self, "", _("Empty Window"), _("to open files in"));
  for (guint i = 0; i < n; i++)
    append_row (self, templates[i].id, _(templates[i].title), _(templates[i].subtitle));
}

/* --- the window --- */

static void
nida_new_window_dispose (GObject *object)
{
  g_clear_object (&NIDA_NEW_WINDOW (object)->application);
  G_OBJECT_CLASS (nida_new_window_parent_class)->dispose (object);
}

static void
nida_new_window_class_init (NidaNewWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_new_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nida_new_window_init (NidaNewWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *bar = gtk_header_bar_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "nida");
  gtk_window_set_title (GTK_WINDOW (self), _("New Document"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, 400);
  gtk_window_set_titlebar (GTK_WINDOW (self), bar);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "nida-choices");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "alone");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Document"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_window_set_child (GTK_WINDOW (self), scroller);
  fill (self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
}

GtkWidget *
nida_new_window_new (GtkApplication *application,
                     NidaWindow     *parent)
{
  NidaNewWindow *self = g_object_new (NIDA_TYPE_NEW_WINDOW, "transient-for", parent, NULL);

  self->application = g_object_ref (application);
  self->parent = parent;
  return GTK_WIDGET (self);
}

GtkListBox *
nida_new_window_get_list (NidaNewWindow *self)
{
  return self->list;
}
