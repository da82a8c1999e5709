/* When the first pictures came, for the bench: NIDA_TIMING=1 prints them to standard error. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "nida-timing: NAME MICROSECONDS" of the monotonic clock; nothing unless it is asked for. */
void nida_timing_mark (const char *name);

G_END_DECLS
