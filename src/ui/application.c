/* The application: actions, windows, opening, activation over D-Bus. */
#include "config.h"

#include "application.h"

#include "application-actions.h"
#include "focus-ring.h"
#include "look.h"
#include "new-window.h"
#include "opening.h"
#include "popover-focus.h"
#include "preferences.h"
#include "spoken-names.h"
#include "timing.h"
#include "window.h"

#include "nida-resources.h"
#include "translate.h"

#include <stdlib.h>

struct _NidaApplication
{
  GtkApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (NidaApplication, nida_application, GTK_TYPE_APPLICATION)

static NidaWindow *
active_window (NidaApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return NIDA_IS_WINDOW (window) ? NIDA_WINDOW (window) : NULL;
}

/* --- actions --- */

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (nida_window_new (user_data, NULL)));
}

static void
new_document_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (nida_new_window_new (user_data, active_window (user_data))));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWidget *preferences = nida_preferences_new (gtk_application_get_active_window (user_data));

  gtk_window_present (GTK_WINDOW (preferences));
}

static char *
system_information (void)
{
  NidaLook *look = nida_look_get ();

  return g_strdup_printf ("Nida %s\nGTK %u.%u.%u\nGLib %u.%u.%u\nLanguage: %s\nTheme: %s\nDisplay: %s\n",
                          NIDA_VERSION, gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version,
                          nida_language_get_code (nida_look_get_language (look)),
                          nida_theme_get_name (nida_look_get_theme (look)),
                          G_OBJECT_TYPE_NAME (gdk_display_get_default ()));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  g_autofree char *system = system_information ();

  gtk_show_about_dialog (gtk_application_get_active_window (user_data),
                         "program-name", _("Nida"),
                         "version", NIDA_VERSION,
                         "logo-icon-name", NIDA_APP_ID,
                         "comments", _("Who funded what, when, and what is still missing.\nNothing leaves this computer but the addresses that you open."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         "system-information", system,
                         NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *window;

  /* Each window is closed, so that it remembers its size. */
  while ((window = gtk_application_get_windows (user_data)) != NULL)
    {
      gtk_window_close (window->data);
      if (gtk_application_get_windows (user_data) == window)
        gtk_window_destroy (window->data);
    }
  g_application_quit (user_data);
}

/* From a notification: the window that it is about, if it is still there. */
static void
show_window_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       application)
{
  GtkWindow *window = gtk_application_get_window_by_id (application, g_variant_get_uint32 (parameter));

  if (window != NULL)
    gtk_window_present (window);
}

static const GActionEntry entries[] = {
  { "new-window", new_window_cb },
  { "new-document", new_document_cb },
  { "preferences", preferences_cb },
  { "about", about_cb },
  { "quit", quit_cb },
  { "show-window", show_window_cb, "u" },
};

/* --- application --- */

/* The toolkit would only say that it cannot open a display; a person on a terminal has the commands. */
static void
leave_without_display (void)
{
  g_autoptr (NidaLanguage) language = nida_language_new (nida_language_from_environment (), NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);

  nida_language_activate (language);
  /* Translators: said on a terminal when the window cannot be opened */
  g_printerr ("nida: %s\n", _("There is no display to open a window on. Start Nida from a desktop, or draw to a file with nida render."));
  exit (EXIT_FAILURE);
}

static void
nida_application_startup (GApplication *application)
{
  if (!gtk_init_check ())
    leave_without_display ();
  g_resources_register (nida_get_resource ());
  G_APPLICATION_CLASS (nida_application_parent_class)->startup (application);
  nida_timing_mark ("startup");
  nida_look_get ();
  nida_spoken_names_watch ();
  nida_popover_focus_watch ();
  nida_focus_ring_watch ();
  nida_timing_mark ("look");
  gtk_window_set_default_icon_name (NIDA_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  nida_action_rows_install (GTK_APPLICATION (application));
}

static void
nida_application_activate (GApplication *application)
{
  NidaWindow *window = active_window (NIDA_APPLICATION (application));

  if (window == NULL)
    window = nida_window_new (GTK_APPLICATION (application), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

/* A window that shows nothing yet is used. */
static void
nida_application_open (GApplication  *application,
                       GFile        **files,
                       int            n_files,
                       const char    *hint)
{
  NidaWindow *window = active_window (NIDA_APPLICATION (application));
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < n_files; i++)
    {
      char *path = g_file_get_path (files[i]);

      g_ptr_array_add (inputs, path != NULL ? path : g_file_get_uri (files[i]));
    }
  g_ptr_array_add (inputs, NULL);
  nida_opening_open (GTK_APPLICATION (application), window != NULL && nida_window_is_empty (window) ? window : NULL,
                     (const char * const *) inputs->pdata);
}

static int
nida_application_handle_local_options (GApplication *application,
                                       GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Nida %s\n", NIDA_VERSION);
      return 0;
    }
  return -1;
}

/* GLib says 1 of an option that it does not know, as of everything; the command line of Nida says 2 of wrong usage. */
static gboolean
nida_application_local_command_line (GApplication   *application,
                                     char         ***arguments,
                                     int            *exit_status)
{
  gboolean has_option = FALSE, is_done;

  for (guint i = 1; (*arguments)[0] != NULL && (*arguments)[i] != NULL; i++)
    has_option |= (*arguments)[i][0] == '-' && (*arguments)[i][1] != '\0';
  is_done = G_APPLICATION_CLASS (nida_application_parent_class)->local_command_line (application, arguments, exit_status);
  if (is_done && *exit_status == 1 && has_option && !g_application_get_is_registered (application))
    *exit_status = 2;
  return is_done;
}

static void
nida_application_class_init (NidaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = nida_application_startup;
  application_class->activate = nida_application_activate;
  application_class->open = nida_application_open;
  application_class->local_command_line = nida_application_local_command_line;
  application_class->handle_local_options = nida_application_handle_local_options;
}

static void
nida_application_init (NidaApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 N_("Print the version and leave"), NULL);
}

NidaApplication *
nida_application_new (void)
{
  return g_object_new (NIDA_TYPE_APPLICATION,
                       "application-id", NIDA_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/nida/Nida",
                       NULL);
}
