/* All of them are changes of the document, which the session follows. */
#include "config.h"

#include "source-actions.h"

#include "document-actions.h"
#include "document-file.h"
#include "document-sources.h"
#include "key-window.h"
#include "look.h"
#include "translate.h"

#include <string.h>

#define LOCATED  "nida-located"
/* Of a question for a key: the server, and what is opened with it. */
#define ORIGIN   "nida-origin"
#define ASKED    "nida-asked"
/* Of a window: the server whose key was entered last. */
#define ANSWERED "nida-answered"

/* --- choosing files --- */

typedef struct {
  NidaWindow      *window;
  NidaFilesChosen  chosen;
  gpointer         data;
} Choice;

static void
choice_response_cb (GtkFileChooserNative *dialog,
                    int                   response,
                    Choice               *choice)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; response == GTK_RESPONSE_ACCEPT && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      g_ptr_array_add (inputs, path != NULL ? path : g_file_get_uri (file));
    }
  g_ptr_array_add (inputs, NULL);
  if (inputs->len > 1)
    choice->chosen (choice->window, (const char * const *) inputs->pdata, choice->data);
  g_object_unref (choice->window);
  g_free (choice->data);
  g_free (choice);
  g_object_unref (dialog);
}

void
nida_choose_files (NidaWindow      *window,
                   const char      *title,
                   gboolean         several,
                   NidaFilesChosen  chosen,
                   gpointer         data)
{
  static const char * const suffixes[] = { "nida", "csv", "tsv", "txt", "xlsx", "ods", "json", "xml", "zip", "gz" };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { g_object_ref (window), chosen, data };
  /* Translators: kinds of files that can be opened */
  gtk_file_filter_set_name (tables, _("Documents, tables, workbooks, JSON and XML"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (tables, suffixes[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), tables);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), several);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (choice_response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- adding --- */

/* A document among the data would bring boards and slides of its own: it is opened instead. */
static void
add_chosen_cb (NidaWindow         *window,
               const char * const *inputs,
               gpointer            data)
{
  for (guint i = 0; inputs[i] != NULL; i++)
    if (nida_document_actions_is_document (inputs[i]))
      {
        nida_window_toast (window, _("A document cannot be added to another"),
                           _("Open it in a window of its own, or add the files that it is made from."));
        return;
      }
  nida_session_add_inputs (nida_window_get_session (window), inputs);
}

static void
add_data_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  nida_choose_files (NIDA_WINDOW (widget), _("Add Data to the Document"), TRUE, add_chosen_cb, NULL);
}

/* --- finding again --- */

gboolean
nida_source_actions_can_locate (NidaSession *session,
                                const char  *input)
{
  NidaDocument *document = nida_session_get_document (session);
  g_autoptr (NidaHeldSource) source = NULL;

  return !nida_document_is_read_only (document) && nida_document_find_source (document, input, &source) != NULL
         && nida_held_source_is_file (source);
}

/* Of a file that was located: is it another one than the document knew? */
static gboolean
has_changed (NidaSession *session,
             const char  *input)
{
  guint source = nida_session_find_source (session, input);
  NidaReport *report = nida_dataset_get_report (nida_session_get_dataset (session));

  for (guint i = 0; source != G_MAXUINT && i < nida_report_get_n_problems (report); i++)
    {
      const NidaProblem *problem = nida_report_get_problem (report, i);

      if (problem->kind == NIDA_PROBLEM_CHANGED_SINCE && problem->source == source)
        return TRUE;
    }
  return FALSE;
}

/* The same bytes in another place are no news. */
static void
read_cb (NidaWindow  *window,
         gboolean     reload,
         NidaSession *session)
{
  const char *input = g_object_get_data (G_OBJECT (window), LOCATED);
  g_autofree char *base = input != NULL ? g_path_get_basename (input) : NULL;
  g_autofree char *name = base != NULL ? nida_language_isolate (nida_look_get_language (nida_look_get ()), base) : NULL;
  /* Translators: %s is the name of a file that was chosen in the place of one that was missing */
  g_autofree char *words = name != NULL ? g_strdup_printf (_("“%s” has other data than the file that the document knew"), name) : NULL;

  g_signal_handlers_disconnect_by_func (session, read_cb, window);
  if (input != NULL && has_changed (session, input))
    nida_window_toast (window, words, _("What it holds now is counted. Undo brings the former place back."));
  g_object_set_data (G_OBJECT (window), LOCATED, NULL);
}

void
nida_source_actions_take_place (NidaWindow *window,
                                const char *input,
                                const char *path)
{
  NidaSession *session = nida_window_get_session (window);

  g_signal_handlers_disconnect_by_func (session, read_cb, window);
  g_object_set_data_full (G_OBJECT (window), LOCATED, g_strdup (path), g_free);
  g_signal_connect_object (session, "opened", G_CALLBACK (read_cb), window, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  nida_session_locate_input (session, input, path);
}

static void
located_cb (NidaWindow         *window,
            const char * const *inputs,
            gpointer            input)
{
  nida_source_actions_take_place (window, input, inputs[0]);
}

void
nida_source_actions_locate (NidaWindow *window,
                            const char *input)
{
  g_autofree char *name = g_path_get_basename (input);
  /* Translators: %s is the name of a file whose place is asked for */
  g_autofree char *title = g_strdup_printf (_("Where Is “%s” Now?"), name);

  nida_choose_files (window, title, FALSE, located_cb, g_strdup (input));
}

/* --- the key of its server --- */

/* The sources that are open and have nothing newer for want of the key to @origin. */
static GPtrArray *
list_wanting (NidaSession *session,
              const char  *origin)
{
  const char * const *inputs = nida_session_get_inputs (session);
  GPtrArray *wanting = g_ptr_array_new ();

  for (guint i = 0; inputs != NULL && inputs[i] != NULL; i++)
    if (g_strcmp0 (nida_session_get_wanted_key (session, inputs[i]), origin) == 0)
      g_ptr_array_add (wanting, (gpointer) inputs[i]);
  return wanting;
}

/* One key may open several sources. */
static void
key_stored_cb (NidaWindow *window,
               GtkWidget  *question)
{
  NidaSession *session = nida_window_get_session (window);
  const char *origin = g_object_get_data (G_OBJECT (question), ORIGIN);
  const char * const *asked = g_object_get_data (G_OBJECT (question), ASKED);
  g_autoptr (GPtrArray) due = list_wanting (session, origin);

  g_object_set_data_full (G_OBJECT (window), ANSWERED, g_strdup (origin), g_free);
  if (asked != NULL)
    nida_window_open (window, asked);
  else if (due->len > 0)
    {
      g_ptr_array_add (due, NULL);
      nida_session_reload_inputs (session, (const char * const *) due->pdata);
    }
}

static void
ask (NidaWindow         *window,
     const char         *origin,
     const char * const *asked)
{
  GtkWidget *question = nida_key_window_new (GTK_WINDOW (window), nida_session_get_secrets (), origin);

  g_object_set_data_full (G_OBJECT (question), ORIGIN, g_strdup (origin), g_free);
  g_object_set_data_full (G_OBJECT (question), ASKED, g_strdupv ((char **) asked), (GDestroyNotify) g_strfreev);
  g_signal_connect_object (question, "stored", G_CALLBACK (key_stored_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

void
nida_source_actions_ask_key (NidaWindow         *window,
                             const GError       *error,
                             const char * const *asked)
{
  const char *origin = nida_read_error_get_origin (error);
  g_autofree char *answered = g_object_steal_data (G_OBJECT (window), ANSWERED);

  /* who has just entered one wants to know why it is asked for again */
  if (g_strcmp0 (answered, origin) == 0)
    nida_window_toast (window, _("The server does not accept the key"), error->message);
  ask (window, origin, asked);
}

void
nida_source_actions_enter_key (NidaWindow *window,
                               const char *input)
{
  const char *origin = nida_session_get_wanted_key (nida_window_get_session (window), input);

  if (origin != NULL)
    ask (window, origin, NULL);
}

/* The first source whose server was not just told a key; NULL where some source could be read, so that nobody is interrupted. */
static const char *
find_first_wanting (NidaSession *session,
                    const char  *answered)
{
  const char * const *inputs = nida_session_get_inputs (session);
  const char *first = NULL;

  for (guint i = 0; inputs[i] != NULL; i++)
    {
      const char *origin = nida_session_get_wanted_key (session, inputs[i]);

      if (!nida_session_is_missing (session, inputs[i]))
        return NULL;
      if (first == NULL && origin != NULL && g_strcmp0 (origin, answered) != 0)
        first = inputs[i];
    }
  return first;
}

void
nida_source_actions_ask_first (NidaWindow *window,
                               gboolean    reload)
{
  g_autofree char *answered = g_object_steal_data (G_OBJECT (window), ANSWERED);
  const char *input = !reload || answered != NULL ? find_first_wanting (nida_window_get_session (window), answered) : NULL;

  if (input != NULL)
    nida_source_actions_enter_key (window, input);
}

/* --- removing --- */

void
nida_source_actions_remove (NidaWindow *window,
                            const char *input)
{
  NidaSession *session = nida_window_get_session (window);

  if (nida_session_can_remove_input (session))
    nida_session_remove_input (session, input);
}

/* --- packing --- */

static void
pack_data_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  NidaWindow *self = NIDA_WINDOW (widget);
  NidaDocument *document = nida_session_get_document (nida_window_get_session (self));

  if (!nida_document_is_packed (document))
    nida_document_pack_sources (document);
  if (nida_document_get_file (document) != NULL)
    nida_document_actions_fill (self);
  else
    nida_window_toast (self, _("The data will be in the document once it is saved"), NULL);
}

void
nida_source_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-data", NULL, add_data_cb);
  gtk_widget_class_install_action (widget_class, "win.pack-data", NULL, pack_data_cb);
}

void
nida_source_actions_update (NidaWindow *self)
{
  NidaDocument *document = nida_session_get_document (nida_window_get_session (self));
  NidaCarried *carried = nida_session_get_carried (nida_window_get_session (self));
  gboolean can_change = nida_window_get_workspace (self) != NULL && !nida_document_is_read_only (document);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-data", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.pack-data",
                                 can_change && (!nida_document_is_packed (document) || !nida_carried_is_full (carried)));
}
