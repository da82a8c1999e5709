/* An ending that was typed says the format; a name without one gets that of the filter. */
#include "config.h"

#include "save-dialog.h"

#include "look.h"
#include "translate.h"

#include <string.h>

static const struct { const char *name, *ending, *type; } kinds[] = {
  { N_("PNG picture"), ".png", "image/png" },
  { N_("SVG drawing"), ".svg", "image/svg+xml" },
  { N_("PDF page"), ".pdf", "application/pdf" },
  { N_("Table of text (CSV)"), ".csv", "text/csv" },
  { N_("Workbook (XLSX)"), ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
};

/* What is to be saved, while the dialog is open. */
typedef struct {
  GtkWidget      *widget;
  char           *suggested;
  NidaSaveFormats formats;
  NidaSaveFunc    save;
  gpointer        data;
  GDestroyNotify  destroy;
} Saving;

static void
saving_free (Saving *saving)
{
  if (saving->destroy != NULL)
    saving->destroy (saving->data);
  g_object_unref (saving->widget);
  g_free (saving->suggested);
  g_free (saving);
}

static void
tell (GtkWidget    *widget,
      const char   *message,
      const GError *error)
{
  const char *details = error != NULL ? error->message : "";
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  if (!gtk_widget_activate_action (widget, "win.toast", "(ss)", message, details) && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "(ss)", message, details);
}

/* The format that the ending of @name says, of @formats; G_N_ELEMENTS (kinds) for none. */
static guint
find_kind (const char      *name,
           NidaSaveFormats  formats)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (formats & 1u << i && g_str_has_suffix (lower, kinds[i].ending))
      return i;
  return G_N_ELEMENTS (kinds);
}

/* The dialog asked about the name that it shows, not about this one: nothing is overwritten. */
static GFile *
free_file (GFile      *folder,
           const char *stem,
           const char *ending)
{
  g_autofree char *name = g_strconcat (stem, ending, NULL);
  GFile *file = g_file_get_child (folder, name);

  for (guint n = 2; g_file_query_exists (file, NULL); n++)
    {
      g_autofree char *next = g_strdup_printf ("%s (%u)%s", stem, n, ending);

      g_object_unref (file);
      file = g_file_get_child (folder, next);
    }
  return file;
}

/**
 * nida_save_dialog_complete:
 * @file: as a person named it
 * @suggested: the name that the dialog began with
 * @formats: that are offered
 * @chosen: the one of the filter
 *
 * A dialog cannot be told of another name while it is open (it may be the desktop's own), so the ending is settled after it.
 *
 * Returns: (transfer full): what to write
 */
GFile *
nida_save_dialog_complete (GFile           *file,
                           const char      *suggested,
                           NidaSaveFormats  formats,
                           NidaSaveFormats  chosen)
{
  g_autofree char *name = g_file_get_basename (file), *stem = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  guint said = find_kind (name, formats), wanted = 0;

  while (wanted < G_N_ELEMENTS (kinds) && (chosen & 1u << wanted) == 0)
    wanted++;
  if (wanted == G_N_ELEMENTS (kinds) || folder == NULL ||
      (said < G_N_ELEMENTS (kinds) && (said == wanted || !g_str_equal (name, suggested))))
    return g_object_ref (file);
  stem = said < G_N_ELEMENTS (kinds) ? g_strndup (name, strlen (name) - strlen (kinds[said].ending)) : g_strdup (name);
  return free_file (folder, stem, kinds[wanted].ending);
}

/* The format of the filter that is chosen in @dialog. */
static NidaSaveFormats
chosen_format (GtkFileChooser *dialog,
               Saving         *saving)
{
  g_autoptr (GtkFileFilter) filter = NULL;

  g_object_get (dialog, "filter", &filter, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (filter != NULL && g_strcmp0 (gtk_file_filter_get_name (filter), _(kinds[i].name)) == 0)
      return 1u << i;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (saving->formats & 1u << i)
      return 1u << i;
  return 0;
}

static int
chosen_scale (GtkFileChooser *dialog)
{
  const char *choice = gtk_file_chooser_get_choice (dialog, "scale");
  GSettings *settings = nida_look_get_settings (nida_look_get ());

  if (choice != NULL && *choice >= '1' && *choice <= '4')
    g_settings_set_int (settings, "png-scale", *choice - '0');
  return g_settings_get_int (settings, "png-scale");
}

void
nida_save_dialog_tell (GtkWidget    *widget,
                       GFile        *file,
                       const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *isolated = nida_language_isolate (nida_look_get_language (nida_look_get ()), name);
  g_autofree char *message = error == NULL ? g_strdup_printf (_("Saved as %s"), isolated) : g_strdup (_("It could not be saved"));

  tell (widget, message, error);
}

static void
response_cb (GtkFileChooserNative *dialog,
             int                   response,
             Saving               *saving)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) named = gtk_file_chooser_get_file (chooser);
      g_autoptr (GFile) file = nida_save_dialog_complete (named, saving->suggested, saving->formats, chosen_format (chooser, saving));

      if (saving->save (file, saving->formats & NIDA_SAVE_PNG ? chosen_scale (chooser) : 1, saving->data, &error) || error != NULL)
        nida_save_dialog_tell (saving->widget, file, error);
    }
  saving_free (saving);
  g_object_unref (dialog);
}

/* GTK 4.8 cannot be told which of the choices to begin with (gtk_file_chooser_set_choice() looks for a widget that is not there),
 * and begins with the first: it is the one that was taken the last time. */
static void
add_scales (GtkFileChooser *chooser)
{
  static const char * const all[] = { "1", "2", "3", "4" };
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  int last = g_settings_get_int (nida_look_get_settings (nida_look_get ()), "png-scale");
  const char *ids[G_N_ELEMENTS (all) + 1] = { NULL };
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < (int) G_N_ELEMENTS (all); i++)
    {
      int scale = i == 0 ? last : i < last ? i : i + 1;
      g_autofree char *number = nida_language_integer (language, scale);

      ids[i] = all[scale - 1];
      /* Translators: how many times as large as on the screen a picture is made */
      g_ptr_array_add (labels, g_strdup_printf (_("%s×"), number));
    }
  g_ptr_array_add (labels, NULL);
  gtk_file_chooser_add_choice (chooser, "scale", _("Size of a PNG"), ids, (const char **) labels->pdata);
}

static void
add_filters (GtkFileChooser  *chooser,
             NidaSaveFormats  formats,
             NidaSaveFormats  first)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GtkFileFilter) filter = NULL;

      if ((formats & 1u << i) == 0)
        continue;
      filter = gtk_file_filter_new ();
      gtk_file_filter_set_name (filter, _(kinds[i].name));
      gtk_file_filter_add_suffix (filter, kinds[i].ending + 1);
      gtk_file_filter_add_mime_type (filter, kinds[i].type);
      gtk_file_chooser_add_filter (chooser, filter);
      if (first & 1u << i)
        gtk_file_chooser_set_filter (chooser, filter);
    }
}

static const char *
ending_of (NidaSaveFormats formats,
           NidaSaveFormats first)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((first != 0 ? first : formats) & 1u << i)
      return kinds[i].ending;
  return "";
}

/**
 * nida_save_dialog_show:
 * @widget: who asks
 * @title: of the dialog
 * @name: to offer, without an ending
 * @formats: that @save can write
 * @first: the one to offer first, or 0
 * @save: writes the file
 * @data: for @save
 * @destroy: frees @data once the dialog is closed
 */
void
nida_save_dialog_show (GtkWidget       *widget,
                       const char      *title,
                       const char      *name,
                       NidaSaveFormats  formats,
                       NidaSaveFormats  first,
                       NidaSaveFunc     save,
                       gpointer         data,
                       GDestroyNotify   destroy)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *offered = g_strconcat (name, ending_of (formats, first), NULL);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  *saving = (Saving) { g_object_ref (widget), g_strdup (offered), formats, save, data, destroy };
  add_filters (GTK_FILE_CHOOSER (dialog), formats, first);
  if (formats & NIDA_SAVE_PNG)
    add_scales (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), offered);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), saving);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
