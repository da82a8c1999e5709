/* libexec/nida-window: starts the window. */
#include "config.h"

#include "application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int    argc,
      char **argv)
{
  const char *locale_dir = g_getenv ("NIDA_LOCALE_DIR");
  g_autoptr (NidaApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : NIDA_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (NIDA_APP_ID);
  application = nida_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
