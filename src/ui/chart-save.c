/* A dialog cannot be told of another name while it is open (it may be the desktop's own), so the ending is settled after it. */
#include "config.h"

#include "chart-save.h"

#include "chart-copy.h"
#include "export.h"
#include "look.h"

#include <glib/gi18n-lib.h>

#define ENDING    "nida-ending"      /* of the files of a GtkFileFilter */
#define SUGGESTED "nida-suggested"   /* the name that a dialog began with */

static void
tell (NidaChartView *view,
      const char    *message,
      const GError  *error)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "win.toast", "(ss)", message, error != NULL ? error->message : "");
}

char *
nida_chart_save_name (const char *name,
                      const char *ending)
{
  NidaExportFormat format;
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = nida_export_format_from_name (name, &format) ? g_strndup (name, dot - name) : g_strdup (name);

  return g_strconcat (stem, ".", ending, NULL);
}

static const char *
chosen_ending (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = NULL;

  g_object_get (chooser, "filter", &filter, NULL);
  return filter != NULL ? g_object_get_data (G_OBJECT (filter), ENDING) : NULL;
}

/* The dialog asked about the name that it shows, not about this one: nothing is overwritten. */
static GFile *
free_file (GFile      *folder,
           const char *name,
           const char *ending)
{
  g_autofree char *full = nida_chart_save_name (name, ending);
  GFile *file = g_file_get_child (folder, full);
  g_autofree char *stem = g_strndup (full, strlen (full) - strlen (ending) - 1);

  for (guint n = 2; g_file_query_exists (file, NULL); n++)
    {
      g_autofree char *next = g_strdup_printf ("%s (%u).%s", stem, n, ending);

      g_object_unref (file);
      file = g_file_get_child (folder, next);
    }
  return file;
}

/* An ending that was typed says the format; without one, or while the name is the one that was suggested, the format that is
 * chosen does. */
static GFile *
complete (GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  const char *ending = chosen_ending (chooser), *suggested = g_object_get_data (G_OBJECT (chooser), SUGGESTED);
  NidaExportFormat said, chosen;
  gboolean ends = nida_export_format_from_name (name, &said);
  g_autofree char *pattern = ending != NULL ? g_strconcat (".", ending, NULL) : NULL;

  if (pattern == NULL || folder == NULL || !nida_export_format_from_name (pattern, &chosen))
    return g_steal_pointer (&file);
  if (ends && (said == chosen || !g_str_equal (name, suggested)))
    return g_steal_pointer (&file);
  return free_file (folder, name, ending);
}

static void
response_cb (GtkFileChooserNative *dialog,
             int                   response,
             NidaChartView        *view)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = complete (GTK_FILE_CHOOSER (dialog));
      g_autofree char *name = g_file_get_basename (file);
      g_autoptr (GError) error = NULL;

      if (nida_chart_view_export (view, file, &error))
        {
          g_autofree char *isolated = nida_language_isolate (nida_look_get_language (nida_look_get ()), name);
          g_autofree char *message = g_strdup_printf (_("Saved as %s"), isolated);

          tell (view, message, NULL);
        }
      else
        tell (view, _("The chart could not be saved"), error);
    }
  g_object_unref (view);
  g_object_unref (dialog);
}

static void
add_format (GtkFileChooser *chooser,
            const char     *name,
            const char     *ending,
            const char     *type)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *pattern = g_strconcat ("*.", ending, NULL);

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_filter_add_mime_type (filter, type);
  g_object_set_data (G_OBJECT (filter), ENDING, (gpointer) ending);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
nida_chart_save_ask (NidaChartView *view)
{
  GtkFileChooserNative *dialog;
  g_autofree char *name = nida_chart_copy_file_name (nida_chart_view_get_scene (view), "png");

  dialog = gtk_file_chooser_native_new (_("Save Chart"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  add_format (GTK_FILE_CHOOSER (dialog), _("PNG picture"), "png", "image/png");
  add_format (GTK_FILE_CHOOSER (dialog), _("SVG drawing"), "svg", "image/svg+xml");
  add_format (GTK_FILE_CHOOSER (dialog), _("PDF page"), "pdf", "application/pdf");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data_full (G_OBJECT (dialog), SUGGESTED, g_strdup (name), g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), g_object_ref (view));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
