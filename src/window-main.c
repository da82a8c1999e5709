/* libexec/nida-window: starts the window. */
#include "config.h"

#include "application.h"
#include "filter-panel.h"
#include "session.h"

#include <locale.h>

/* Files are read while the toolkit starts; another window that is already running reads them itself. */
static void
read_ahead (char **arguments)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[i]);
      char *path = g_file_get_path (file);

      if (path == NULL || *arguments[i] == '-')
        {
          g_free (path);
          return;
        }
      g_ptr_array_add (inputs, path);
    }
  g_ptr_array_add (inputs, NULL);
  if (inputs->len > 1)
    {
      g_autoptr (GSettings) settings = g_settings_new (NIDA_APP_ID);

      nida_session_read_ahead ((const char * const *) inputs->pdata, settings, nida_filter_panel_first_fields ());
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (NidaApplication) application = NULL;

  /* The language binds its domain itself: with one in force here, GLib would never translate a program begun in English. */
  setlocale (LC_ALL, "");
  g_set_prgname (NIDA_APP_ID);
  if (argc > 1)
    read_ahead (argv + 1);
  application = nida_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
