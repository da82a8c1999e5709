/* Tick positions for a number or calendar axis. Knows nothing of pixels or languages: text/ turns a tick into words,
 * axis.c places it. After Talbot, Lin and Hanrahan 2010, with the choices of charts.md 2.2. */
#pragma once

#include "money.h"
#include "period.h"

G_BEGIN_DECLS

typedef struct { guint n; double values[7]; } NidaTicks;

/* @money: Q = {1, 5, 2, 2.5}; else the six-number Q. 3 to 6 ticks, 0 among them when the range touches 0. */
NidaTicks nida_ticks_extended (double min, double max, gboolean money);

/* Calendar ticks from @first to @last day, at most @max of them: years (every 1, 2, 5, 10 …), quarters or months.
 * Returns (element-type NidaDate). */
GArray   *nida_ticks_calendar (gint32 first, gint32 last, guint max);

G_END_DECLS
