/* show-every-view LANGUAGE: opens each view that it is told on standard input and says "done" when it
 * stands there; lists them at first. For accessible-tree.py, which reads them over the bus of screen readers. */
#include "config.h"

#include "every-view.h"
#include "ui-support.h"

#include <stdio.h>

static NidaWindow *window;

static gboolean
line_cb (GIOChannel   *channel,
         GIOCondition  condition,
         gpointer      loop)
{
  g_autofree char *line = NULL;

  if (g_io_channel_read_line (channel, &line, NULL, NULL, NULL) != G_IO_STATUS_NORMAL)
    {
      g_main_loop_quit (loop);
      return G_SOURCE_REMOVE;
    }
  g_strstrip (line);
  if (g_str_equal (line, "leave"))
    every_view_leave (window);
  else
    every_view_show (window, line);
  printf ("done\n");
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GIOChannel) channel = g_io_channel_unix_new (0);
  const char *language = argc > 1 ? argv[1] : "en";

  argc = 1;
  ui_test_init (&argc, &argv);
  g_set_prgname ("org.nida.Nida");      /* by which it is found on the bus */
  window = every_view_begin (language);
  printf ("views");
  for (guint i = 0; every_view[i] != NULL; i++)
    printf (" %s", every_view[i]);
  printf ("\n");
  fflush (stdout);
  g_io_add_watch (channel, G_IO_IN | G_IO_HUP, line_cb, loop);
  g_main_loop_run (loop);
  return 0;
}
