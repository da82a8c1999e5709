/* libexec/nida-window: starts the window. */
#include "config.h"

#include "application.h"

int
main (int    argc,
      char **argv)
{
  return 0;
}
