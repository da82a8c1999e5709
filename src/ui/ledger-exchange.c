/* A table is read as document/ledger-table reads it; whatever of it was understood is one step for undo. */
#include "config.h"

#include "ledger-exchange.h"

#include "ledger-table.h"
#include "look.h"
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

static void
take_table (GtkWidget       *widget,
            NidaSession     *session,
            NidaLedgerTable *table,
            const char      *name)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *n = nida_language_integer (language, table->entries->len), *problems = problem_words (table);
  /* xgettext:c-format */
  g_autofree char *words = g_strdup_printf (ngettext ("%s entry was added", "%s entries were added", table->entries->len), n);

  if (table->entries->len > 0)
    nida_ledger_table_apply (table, nida_session_get_document (session), name);
  gtk_widget_activate_action (widget, "win.toast", "(ss)", words, problems);
}

void
nida_ledger_exchange_take (GtkWidget   *widget,
                           NidaSession *session,
                           const char  *text)
{
  g_autoptr (NidaLedgerTable) table = nida_ledger_table_parse (text, strlen (text));

  take_table (widget, session, table, NC_("undo", "Paste Entries"));
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
  g_autoptr (NidaLedgerTable) table = file != NULL ? nida_ledger_table_read (file, &error) : NULL;

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
