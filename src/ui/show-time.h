/* How far a talk should be: what of its time is meant for which slide. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @plans: seconds meant for each of @n slides, 0 where nothing is said; @total: of the whole, 0 where that is not said. Slides
 * that say nothing share what the others leave. @from, @to: between which seconds slide @index is meant to be shown; both are 0
 * where nobody planned anything. */
void  nida_show_time_due    (const guint *plans, guint n, guint total, guint index, guint *from, guint *to);
/* What the whole is meant to take: @total, or what the slides add up to. */
guint nida_show_time_total  (const guint *plans, guint n, guint total);
/* "7:40", "1:02:05"; of the digits 0 to 9. */
char *nida_show_time_format (guint seconds);

G_END_DECLS
