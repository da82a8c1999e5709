/* There is no "Save": every change is in the file already. */
#include "config.h"

#include "document-actions.h"

#include "carried.h"
#include "document-file.h"
#include "document-sources.h"
#include "look.h"
#include "source-actions.h"
#include "titles-window.h"
#include "translate.h"
#include "versions-window.h"

#include <string.h>

#define SUFFIX ".nida"

gboolean
nida_document_actions_is_document (const char *input)
{
  gsize length = strlen (input), end = strlen (SUFFIX);

  return length > end && g_ascii_strcasecmp (input + length - end, SUFFIX) == 0 && strstr (input, "://") == NULL;
}

char *
nida_document_actions_dup_title (NidaDocument *document)
{
  gboolean arabic = nida_language_is_arabic (nida_look_get_language (nida_look_get ()));
  const char *title = nida_chart_spec_pick (arabic, nida_document_get (document, NIDA_ITEM_SETTING, "title"),
                                            nida_document_get (document, NIDA_ITEM_SETTING, "title-ar"));
  NidaDocumentFile *file = nida_document_get_file (document);
  char *name;

  if (title != NULL)
    return g_strdup (title);
  if (file == NULL || nida_document_file_is_draft (file))
    return NULL;
  name = g_path_get_basename (nida_document_file_get_path (file));
  if (nida_document_actions_is_document (name))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

/* --- opening --- */

/* One without data waits for them on a start page, in a window that shows no others. */
static void
show_document (NidaWindow         *self,
               NidaDocument       *document,
               const char * const *inputs)
{
  NidaWindow *window = self;

  if (inputs[0] == NULL && nida_session_get_dataset (nida_window_get_session (self)) != NULL)
    window = nida_window_new (gtk_window_get_application (GTK_WINDOW (self)), NULL);
  nida_session_open_document (nida_window_get_session (window), document, inputs);
  if (inputs[0] == NULL && nida_window_is_empty (window))
    nida_window_show_start_page (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (NidaWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDocument) document = nida_document_open_finish (result, &error);
  g_auto (GStrv) inputs = NULL;

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  nida_window_set_opening (self, FALSE);
  if (document == NULL)
    {
      if (nida_window_is_empty (self))
        nida_window_show_start_page (self);
      nida_window_toast (self, _("The document cannot be opened"), error->message);
      return;
    }
  inputs = nida_document_dup_inputs (document);
  show_document (self, document, (const char * const *) inputs);
}

void
nida_document_actions_open (NidaWindow *self,
                            const char *path)
{
  nida_window_set_opening (self, TRUE);
  nida_document_open_async (path, NULL, opened_cb, g_object_ref (self));
}

/* --- saving under another name --- */

static void
fill_thread (GTask        *task,
             gpointer      source,
             gpointer      carried,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (nida_carried_fill (carried, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
nida_document_actions_tell_unkept (NidaWindow   *self,
                                   const GError *error)
{
  nida_window_toast (self, _("Some of the data could not be put into the document"), error->message);
}

/* The last to let go of a task may be its thread: what the task itself held would be taken apart there, a closed window among it. */
static void
filled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (NidaWindow) self = user_data;
  g_autoptr (NidaCarried) carried = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean filled = g_task_propagate_boolean (G_TASK (result), &error);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  if (!filled)
    nida_document_actions_tell_unkept (self, error);
  /* what failed may be tried again */
  nida_source_actions_update (self);
}

void
nida_document_actions_fill (NidaWindow *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, filled_cb, g_object_ref (self));
  NidaCarried *carried = nida_session_get_carried (nida_window_get_session (self));

  nida_session_keep_layouts (nida_window_get_session (self));
  nida_session_keep_fiscal_start (nida_window_get_session (self));
  nida_session_keep_donor_hues (nida_window_get_session (self));
  nida_carried_update (carried);
  g_task_set_source_tag (task, nida_document_actions_fill);
  g_task_set_task_data (task, g_object_ref (carried), NULL);
  g_task_run_in_thread (task, fill_thread);
}

/* Who chose a name wants to know that it was done, and that it need not be done again. */
static void
tell_saved (NidaWindow *self,
            const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *name = nida_language_isolate (nida_look_get_language (nida_look_get ()), base);
  /* Translators: the name of a file */
  g_autofree char *words = g_strdup_printf (_("Saved as “%s”. From now on every change is kept in it."), name);

  nida_window_toast (self, words, NULL);
}

gboolean
nida_document_actions_save (NidaWindow  *self,
                            const char  *path,
                            GError     **error)
{
  if (!nida_document_save_as (nida_session_get_document (nida_window_get_session (self)), path, error))
    return FALSE;
  nida_document_actions_fill (self);
  nida_window_document_saved (self);
  tell_saved (self, path);
  return TRUE;
}

static void
save_response_cb (GtkFileChooserNative *dialog,
                  int                   response,
                  NidaWindow           *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *path = chosen == NULL || nida_document_actions_is_document (chosen) ? g_strdup (chosen) : g_strconcat (chosen, SUFFIX, NULL);
  g_autoptr (GError) error = NULL;

  if (file != NULL && path == NULL)
    nida_window_toast (self, _("A document is saved on this computer: choose a folder of it"), NULL);
  else if (path != NULL && !nida_document_actions_save (self, path, &error))
    nida_window_toast (self, _("The document could not be saved"), error->message);
  g_object_unref (self);
  g_object_unref (dialog);
}

static void
save_as_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  NidaSession *session = nida_window_get_session (NIDA_WINDOW (widget));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save Document As"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _("_Save"), _("_Cancel"));
  g_autoptr (GtkFileFilter) documents = gtk_file_filter_new ();
  g_autofree char *title = nida_document_actions_dup_title (nida_session_get_document (session));
  g_autofree char *board = nida_session_dup_board_title (session, 0);
  g_autofree char *stem = g_strdelimit (g_strdup (title != NULL ? title : *board != '\0' ? board : _("Document")), "/", '-');
  g_autofree char *suggested = g_strconcat (stem, SUFFIX, NULL);

  /* Translators: a kind of files */
  gtk_file_filter_set_name (documents, _("Documents of Nida"));
  gtk_file_filter_add_suffix (documents, "nida");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), documents);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (save_response_cb), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- the others --- */

static void
duplicate_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  NidaWindow *self = NIDA_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDocument) copy = nida_document_duplicate (nida_session_get_document (nida_window_get_session (self)), &error);
  g_auto (GStrv) inputs = NULL;
  NidaWindow *window;

  if (copy == NULL)
    {
      nida_window_toast (self, _("The document could not be duplicated"), error->message);
      return;
    }
  inputs = nida_document_dup_inputs (copy);
  window = nida_window_new (gtk_window_get_application (GTK_WINDOW (self)), NULL);
  nida_session_open_document (nida_window_get_session (window), copy, (const char * const *) inputs);
  gtk_window_present (GTK_WINDOW (window));
  nida_window_toast (window, _("This is the copy. It is kept as a draft until you save it under a name."), NULL);
}

static void
put_title (NidaDocument *document,
           const char   *id,
           const char   *title)
{
  if (title != NULL)
    nida_document_set (document, NIDA_ITEM_SETTING, id, title);
  else
    nida_document_remove (document, NIDA_ITEM_SETTING, id);
}

static void
titled_cb (const char *title,
           const char *title_ar,
           gpointer    document)
{
  nida_document_begin (document, NC_("undo", "Change Title"), NULL);
  put_title (document, "title", title);
  put_title (document, "title-ar", title_ar);
  nida_document_end (document);
}

static void
title_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  NidaSession *session = nida_window_get_session (NIDA_WINDOW (widget));
  NidaDocument *document = nida_session_get_document (session);
  g_autofree char *usual = nida_session_dup_board_title (session, 0);

  gtk_window_present (GTK_WINDOW (nida_titles_window_new (GTK_WINDOW (widget), _("Title of the Document"), usual,
                                                          nida_document_get (document, NIDA_ITEM_SETTING, "title"),
                                                          nida_document_get (document, NIDA_ITEM_SETTING, "title-ar"),
                                                          titled_cb, g_object_ref (document), g_object_unref)));
}

static void
versions_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (nida_versions_window_new (NIDA_WINDOW (widget))));
}

void
nida_document_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_cb);
  gtk_widget_class_install_action (widget_class, "win.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "win.document-title", NULL, title_cb);
  gtk_widget_class_install_action (widget_class, "win.versions", NULL, versions_cb);
}

void
nida_document_actions_update (NidaWindow *self)
{
  gboolean open = nida_window_get_workspace (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-as", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.duplicate", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.versions", open && nida_document_get_file (nida_session_get_document (nida_window_get_session (self))) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.document-title", open
                                 && !nida_document_is_read_only (nida_session_get_document (nida_window_get_session (self))));
}
