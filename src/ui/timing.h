/* When the first pictures came, for the bench: NIDA_TIMING=1 prints them to standard error. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "NAME MICROSECONDS" of the monotonic clock; nothing unless it is asked for. */
void     nida_timing_mark       (const char *name);
/* Is the program to leave once every chart has been seen? NIDA_QUIT_AFTER_CHARTS=1. */
gboolean nida_timing_wants_quit (void);

G_END_DECLS
