/* A table is read as document/ledger-table reads it; whatever of it was understood is one step for undo, once a person has decided
 * what its names are. */
#include "config.h"

#include "ledger-exchange.h"

#include "ledger-names.h"
#include "look.h"
#include "name-offers.h"
#include "save-dialog.h"
#include "translate.h"

#include <string.h>

static char *
problem_words (NidaLedgerTable *table)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < table->problems->len; i++)
    {
      const NidaTableProblem *problem = table->problems->pdata[i];
      g_autofree char *row = nida_language_integer (language, problem->row);
      g_autofree char *column = nida_language_isolate (language, problem->column);
      g_autofree char *line = *problem->column != '\0'
                              /* Translators: where something was not understood in a table, and what: row, column, sentence */
                              ? g_strdup_printf (_("Row %1$s, column %2$s: %3$s"), row, column, problem->message)
                              : g_strdup_printf (_("Row %1$s: %2$s"), row, problem->message);

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (words, FALSE);
}

/* Rows that were understood, until it is decided what their names are. */
typedef struct {
  GtkWidget       *widget;
  NidaSession     *session;
  NidaLedgerTable *table;
  GPtrArray       *offers;
  const char      *name;       /* of the step */
} Taken;

static void
taken_free (gpointer  data,
            GClosure *closure)
{
  Taken *taken = data;

  g_object_unref (taken->widget);
  g_object_unref (taken->session);
  nida_ledger_table_free (taken->table);
  g_ptr_array_unref (taken->offers);
  g_free (taken);
}

/* The rows and what was said of their names are one step. */
static void
apply (Taken *taken)
{
  NidaDocument *document = nida_session_get_document (taken->session);
  NidaAliases *before = nida_filter_set_get_aliases (nida_session_get_filters (taken->session));
  g_autoptr (NidaAliases) aliases = nida_aliases_copy (before);
  g_autoptr (GError) error = NULL;

  nida_ledger_names_apply (taken->offers, taken->table, aliases);
  nida_document_begin (document, taken->name, NULL);
  nida_ledger_table_apply (taken->table, document, taken->name);
  if (!nida_aliases_equal (before, aliases) && !nida_session_set_aliases (taken->session, aliases, &error))
    gtk_widget_activate_action (taken->widget, "win.toast", "(ss)", error->message, "");
  nida_document_end (document);
}

static void
tell (Taken *taken)
{
  g_autofree char *n = nida_language_integer (nida_look_get_language (nida_look_get ()), taken->table->entries->len);
  g_autofree char *problems = problem_words (taken->table);
  /* xgettext:c-format */
  g_autofree char *words = g_strdup_printf (ngettext ("%s entry was added", "%s entries were added", taken->table->entries->len), n);

  gtk_widget_activate_action (taken->widget, "win.toast", "(ss)", words, problems);
}

static void
decided_cb (NidaNameOffers *window,
            Taken          *taken)
{
  apply (taken);
  tell (taken);
}

/* Takes @table. */
static void
take_table (GtkWidget       *widget,
            NidaSession     *session,
            NidaLedgerTable *table,
            const char      *name)
{
  Taken *taken = g_new (Taken, 1);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window;

  *taken = (Taken) { g_object_ref (widget), g_object_ref (session), table, NULL, name };
  taken->offers = nida_ledger_names_offer (table, nida_session_get_dataset (session),
                                           nida_filter_set_get_aliases (nida_session_get_filters (session)));
  if (taken->offers->len > 0)
    {
      window = nida_name_offers_new (GTK_WINDOW (root), taken->offers, _("_Add Entries"), _("_Cancel"));
      g_signal_connect_data (window, "decided", G_CALLBACK (decided_cb), taken, taken_free, 0);
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  if (table->entries->len > 0)
    apply (taken);
  tell (taken);
  taken_free (taken, NULL);
}

void
nida_ledger_exchange_take (GtkWidget   *widget,
                           NidaSession *session,
                           const char  *text)
{
  take_table (widget, session, nida_ledger_table_parse (text, strlen (text)), NC_("undo", "Paste Entries"));
}

/* Somebody waits for the clipboard or a dialog. */
typedef struct {
  GtkWidget   *widget;
  NidaSession *session;
} Waiting;

static Waiting *
waiting_new (GtkWidget   *widget,
             NidaSession *session)
{
  Waiting *waiting = g_new (Waiting, 1);

  *waiting = (Waiting) { g_object_ref (widget), g_object_ref (session) };
  return waiting;
}

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->widget);
  g_object_unref (waiting->session);
  g_free (waiting);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Waiting *waiting = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && gtk_widget_get_root (waiting->widget) != NULL)
    nida_ledger_exchange_take (waiting->widget, waiting->session, text);
  waiting_free (waiting);
}

void
nida_ledger_exchange_paste (GtkWidget   *widget,
                            NidaSession *session)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, waiting_new (widget, session));
}

static void
import_response_cb (GtkFileChooserNative *dialog,
                    int                   response,
                    Waiting              *waiting)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autoptr (GError) error = NULL;
  NidaLedgerTable *table = file != NULL ? nida_ledger_table_read (file, &error) : NULL;

  if (table != NULL)
    take_table (waiting->widget, waiting->session, table, NC_("undo", "Import Entries"));
  else if (error != NULL)
    gtk_widget_activate_action (waiting->widget, "win.toast", "(ss)", error->message, "");
  waiting_free (waiting);
  g_object_unref (dialog);
}

void
nida_ledger_exchange_import (GtkWidget   *widget,
                             NidaSession *session)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Import Entries"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), _("_Cancel"));

  g_signal_connect (dialog, "response", G_CALLBACK (import_response_cb), waiting_new (widget, session));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
export (GFile    *file,
        double    pixel_scale,
        gpointer  data,
        GError  **error)
{
  return nida_ledger_table_write (data, nida_language_is_rtl (nida_look_get_language (nida_look_get ())), file, error);
}

void
nida_ledger_exchange_export (GtkWidget   *widget,
                             NidaSession *session)
{
  nida_save_dialog_show (widget, _("Export the Ledger"), _("Ledger"), NIDA_SAVE_DATA, NIDA_SAVE_XLSX, export,
                         nida_ledger_ref (nida_session_get_ledger (session)), (GDestroyNotify) nida_ledger_unref);
}
