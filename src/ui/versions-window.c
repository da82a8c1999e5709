/* One row a step of work, the newest first; what sources brought by themselves is no step. Going back is a change like any
 * other, so nothing that was done since is lost. */
#include "config.h"

#include "versions-window.h"

#include "document-file.h"
#include "document-settings.h"
#include "look.h"
#include "translate.h"
#include "ui-shell.h"
#include "undo-words.h"

#define MAX_ROWS 300

struct _NidaVersionsWindow
{
  GtkWindow         parent_instance;

  GtkWidget        *back;
  GtkListBox       *list;
  GtkLabel         *words;

  NidaWindow       *window;      /* that we are transient for */
  NidaDocumentFile *file;
};

G_DEFINE_FINAL_TYPE (NidaVersionsWindow, nida_versions_window, GTK_TYPE_WINDOW)

/* --- rows --- */

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  nida_shell_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);        /* large text cuts no message */
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
append_row (NidaVersionsWindow *self,
            const char         *step,
            const char         *second,
            guint64             serial)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *spoken = g_strdup_printf ("%s · %s", step, second);

  gtk_box_append (GTK_BOX (box), new_label (step, "nida-strong"));
  gtk_box_append (GTK_BOX (box), new_label (second, "nida-subtitle"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "nida-serial", g_memdup2 (&serial, sizeof serial), g_free);
  gtk_list_box_append (self->list, row);
}

/* "Add Pledge", and "Amal · 28 Nov 2026, 17:40". */
static void
append_revision (NidaVersionsWindow *self,
                 const NidaRevision *revision)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *time = nida_language_time (language, revision->at);
  g_autofree char *who = revision->who != NULL && *revision->who != '\0' ? nida_language_isolate (language, revision->who) : NULL;
  g_autofree char *second = who != NULL ? g_strdup_printf ("%s · %s", who, time) : g_strdup (time);
  g_autofree char *step = nida_undo_words_step (revision->name != NULL ? revision->name : "");

  append_row (self, *step != '\0' ? step : _("Change"), second, revision->serial);
}

/* What nobody did by hand touches sources alone, or the language that the document is shown in. */
static gboolean
is_step (const NidaRevision *revision)
{
  for (guint i = 0; i < revision->edits->len; i++)
    {
      const NidaItem *item = nida_edit_get_item (revision->edits->pdata[i]);

      if (item->kind != NIDA_ITEM_SOURCE && !nida_document_settings_holds (item))
        return TRUE;
    }
  return FALSE;
}

static void
fill (NidaVersionsWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = self->file != NULL ? nida_document_file_list_versions (self->file, &error) : NULL;
  guint n = 0;

  for (guint i = 0; versions != NULL && i < versions->len && n < MAX_ROWS; i++)
    if (is_step (versions->pdata[i]))
      {
        append_revision (self, versions->pdata[i]);
        n++;
      }
  if (n > 0)
    append_row (self, _("Earliest version"), _("before all of this"), 0);
  else
    gtk_label_set_text (self->words, error != NULL ? error->message : _("Nothing has been changed yet."));
}

/* --- what was then --- */

static char *
count_words (NidaItems *items)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  guint boards = nida_items_get_n (items, NIDA_ITEM_BOARD), slides = nida_items_get_n (items, NIDA_ITEM_SLIDE);
  guint entries = nida_items_get_n (items, NIDA_ITEM_ENTRY);
  g_autofree char *n_boards = nida_language_integer (language, boards), *n_slides = nida_language_integer (language, slides);
  g_autofree char *n_entries = nida_language_integer (language, entries);
  g_autofree char *first = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s board", "%s boards", boards), n_boards);
  g_autofree char *second = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s slide", "%s slides", slides), n_slides);
  /* Translators: entries of the ledger, the desk's own figures */
  g_autofree char *third = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s entry", "%s entries", entries), n_entries);

  /* Translators: what a document held at an earlier moment: boards, slides, entries of the ledger */
  return g_strdup_printf (_("The document then: %1$s, %2$s, %3$s."), first, second, third);
}

static guint64
serial_of (GtkListBoxRow *row)
{
  return *(guint64 *) g_object_get_data (G_OBJECT (row), "nida-serial");
}

static void
selected_cb (NidaVersionsWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaItems) items = row != NULL ? nida_document_file_dup_items_at (self->file, serial_of (row), &error) : NULL;
  g_autofree char *words = items != NULL ? count_words (items) : NULL;

  gtk_widget_set_sensitive (self->back, items != NULL && nida_document_file_get_problem (self->file) == NULL);
  if (row != NULL)
    nida_shell_set_label (self->words, words != NULL ? words : error->message);
}

void
nida_versions_window_go_back (NidaVersionsWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autoptr (GError) error = NULL;

  if (row == NULL)
    return;
  if (!nida_document_file_go_back (self->file, serial_of (row), &error))
    {
      nida_shell_set_label (self->words, error->message);
      return;
    }
  nida_window_toast (self->window, _("The document is as it was then; undo takes that back"), NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the window --- */

static void
nida_versions_window_dispose (GObject *object)
{
  NidaVersionsWindow *self = NIDA_VERSIONS_WINDOW (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  g_clear_object (&self->file);
  G_OBJECT_CLASS (nida_versions_window_parent_class)->dispose (object);
}

static void
nida_versions_window_class_init (NidaVersionsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_versions_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (NidaVersionsWindow *self)
{
  GtkWidget *bar = gtk_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  /* Translators: a button: the document is to be again what it was at the chosen moment */
  self->back = gtk_button_new_with_mnemonic (_("_Go Back"));
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  gtk_widget_set_sensitive (self->back, FALSE);
  gtk_widget_add_css_class (self->back, "suggested-action");
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (nida_versions_window_go_back), self, G_CONNECT_SWAPPED);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), self->back);
  return bar;
}

static void
nida_versions_window_init (NidaVersionsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "nida");
  gtk_window_set_title (GTK_WINDOW (self), _("Versions"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 520);
  gtk_window_set_titlebar (GTK_WINDOW (self), make_header (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "nida-choices");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "alone");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Versions"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  self->words = GTK_LABEL (new_label (_("Choose what was done last before the moment to go back to."), "nida-subtitle"));
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "nida-notice");
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_window_set_child (GTK_WINDOW (self), box);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (selected_cb), self);
}

GtkWidget *
nida_versions_window_new (NidaWindow *parent)
{
  NidaVersionsWindow *self = g_object_new (NIDA_TYPE_VERSIONS_WINDOW, "transient-for", parent, NULL);
  NidaDocumentFile *file = nida_document_get_file (nida_session_get_document (nida_window_get_session (parent)));

  self->window = parent;
  self->file = file != NULL ? g_object_ref (file) : NULL;
  fill (self);
  gtk_list_box_unselect_all (self->list);
  return GTK_WIDGET (self);
}

GtkListBox *
nida_versions_window_get_list (NidaVersionsWindow *self)
{
  return self->list;
}

const char *
nida_versions_window_get_words (NidaVersionsWindow *self)
{
  return gtk_label_get_text (self->words);
}
