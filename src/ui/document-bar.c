/* Follows the document of the session, and its file, which a document may get late. */
#include "config.h"

#include "document-bar.h"

#include "document-file.h"
#include "look.h"
#include "translate.h"
#include "ui-shell.h"

struct _NidaDocumentBar
{
  GtkWidget         parent_instance;

  GtkWidget        *box;
  GtkLabel         *label;
  GtkWidget        *save;

  NidaSession      *session;
  NidaDocument     *document;
  NidaDocumentFile *file;
};

enum { CROSSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaDocumentBar, nida_document_bar, GTK_TYPE_WIDGET)

static void
update (NidaDocumentBar *self)
{
  const GError *problem = self->file != NULL ? nida_document_file_get_problem (self->file) : NULL;
  const char *words = problem != NULL ? problem->message : NULL;

  if (words == NULL && nida_document_is_read_only (self->document))
    words = _("This document cannot be changed. Save it under another name to go on working on it.");
  nida_shell_set_label (self->label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
}

static void
let_go_of_file (NidaDocumentBar *self)
{
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_data (self->file, self);
  g_clear_object (&self->file);
}

/* Who it was may be nobody, where a system knows no names. */
static void
conflict_cb (NidaDocumentBar *self,
             guint            kind,
             const char      *id,
             const char      *who)
{
  g_autofree char *name = nida_language_isolate (nida_look_get_language (nida_look_get ()), who);
  g_autofree char *words = who != NULL && *who != '\0'
                           /* Translators: %s is a person's name */
                           ? g_strdup_printf (_("%s changed the same thing at the same time. Your change stands; theirs is among the versions."), name)
                           : g_strdup (_("The same thing was changed elsewhere at the same time. Your change stands; theirs is among the versions."));

  g_signal_emit (self, signals[CROSSED], 0, words);
}

static void
file_cb (NidaDocumentBar *self)
{
  NidaDocumentFile *file = nida_document_get_file (self->document);

  if (file == self->file)
    return;
  let_go_of_file (self);
  if (file != NULL)
    {
      self->file = g_object_ref (file);
      g_signal_connect_swapped (file, "problem-changed", G_CALLBACK (update), self);
      g_signal_connect_swapped (file, "conflict", G_CALLBACK (conflict_cb), self);
    }
  update (self);
}

static void
let_go (NidaDocumentBar *self)
{
  let_go_of_file (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
}

static void
document_cb (NidaDocumentBar *self)
{
  let_go (self);
  self->document = g_object_ref (nida_session_get_document (self->session));
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (file_cb), self);
  g_signal_connect_swapped (self->document, "notify::read-only", G_CALLBACK (update), self);
  file_cb (self);
  update (self);
}

static void
nida_document_bar_dispose (GObject *object)
{
  NidaDocumentBar *self = NIDA_DOCUMENT_BAR (object);

  let_go (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (nida_document_bar_parent_class)->dispose (object);
}

static void
nida_document_bar_class_init (NidaDocumentBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_document_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CROSSED] = g_signal_new ("crossed", NIDA_TYPE_DOCUMENT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
}

static GtkLabel *
make_label (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 100);
  gtk_widget_set_hexpand (label, TRUE);
  return GTK_LABEL (label);
}

static void
nida_document_bar_init (NidaDocumentBar *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("nida-warning-symbolic");

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->label = make_label ();
  self->save = gtk_button_new_with_mnemonic (_("Save _As…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "win.save-as");
  gtk_widget_add_css_class (self->save, "nida-raised");
  gtk_widget_set_valign (self->save, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (icon, "nida-warning");
  gtk_box_append (GTK_BOX (self->box), icon);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->box), self->save);
  gtk_widget_add_css_class (self->box, "nida-document-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
nida_document_bar_new (NidaSession *session)
{
  NidaDocumentBar *self = g_object_new (NIDA_TYPE_DOCUMENT_BAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "document-changed", G_CALLBACK (document_cb), self, G_CONNECT_SWAPPED);
  document_cb (self);
  return GTK_WIDGET (self);
}

const char *
nida_document_bar_get_words (NidaDocumentBar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_text (self->label) : NULL;
}
