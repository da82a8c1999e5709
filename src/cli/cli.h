/* The commands without a window: render, query, check, convert, key (design.md §5). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Is @name a command, or an option that `bin/nida` answers itself (--help, --version)? So is a word that is
 * spelt nearly like one and names no file: nida_cli_run() asks what was meant. */
gboolean nida_cli_is_command (const char *name);
/* argv[1] is the command. Returns the exit status: 0 done, 1 input unusable, 2 wrong usage, 3 wants a look. */
int      nida_cli_run        (int argc, char **argv);

G_END_DECLS
