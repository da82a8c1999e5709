/* For tests on two monitors (run-heads): plug and unplug the second one. */
#include "config.h"

#include "heads-support.h"

static void
run (const char *command)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

void
heads_plug (void)
{
  run ("xrandr --output DUMMY1 --mode 1280x720 --pos 1280x0");
}

void
heads_unplug (void)
{
  run ("xrandr --output DUMMY1 --off");
}
