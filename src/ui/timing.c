/* When the first pictures came, for the bench. */
#include "config.h"

#include "timing.h"

void
nida_timing_mark (const char *name)
{
  if (g_getenv ("NIDA_TIMING") != NULL)
    g_printerr ("%s %" G_GINT64_FORMAT "\n", name, g_get_monotonic_time ());
}

gboolean
nida_timing_wants_quit (void)
{
  return g_getenv ("NIDA_QUIT_AFTER_CHARTS") != NULL;
}
