/* bin/nida: runs a command, or execs the window program. Links no GTK, so that scripts start fast without a display. */
#include "config.h"

#include "cli.h"

int
main (int    argc,
      char **argv)
{
  return 0;
}
