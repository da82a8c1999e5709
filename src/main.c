/* bin/nida: runs a command, or execs the window program. Links no GTK, so that scripts start fast without a display. */
#include "config.h"

#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

/* Installed under a prefix where the desktop does not look, the settings and icons are still found from here. */
static void
find_own_data (const char *folder)
{
  g_autofree char *above = g_path_get_dirname (folder);
  g_autofree char *share = g_build_filename (above, "share", NULL);
  g_autofree char *schemas = g_build_filename (share, "glib-2.0", "schemas", "gschemas.compiled", NULL);
  g_autofree char *others = NULL, *all = NULL;

  if (!g_file_test (schemas, G_FILE_TEST_EXISTS) || g_strv_contains (g_get_system_data_dirs (), share))
    return;
  others = g_strjoinv (":", (char **) g_get_system_data_dirs ());
  all = g_strconcat (share, ":", others, NULL);
  g_setenv ("XDG_DATA_DIRS", all, TRUE);
}

/* The window program stands in libexec; in a build tree, beside this program. */
static void
exec_window (char **argv)
{
  const char *named = g_getenv ("NIDA_LIBEXEC_DIR");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : g_strdup (".");
  g_autofree char *beside = g_build_filename (folder, "nida-window", NULL);
  g_autofree char *installed = g_build_filename (named != NULL ? named : NIDA_LIBEXEC_DIR, "nida-window", NULL);

  find_own_data (folder);
  execv (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE) ? beside : installed, argv);
  g_printerr ("nida: %s: %s\n", installed, g_strerror (errno));
}

int
main (int    argc,
      char **argv)
{
  if (argc > 1 && nida_cli_is_command (argv[1]))
    return nida_cli_run (argc, argv);

  exec_window (argv);
  return EXIT_FAILURE;
}
