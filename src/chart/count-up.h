/* The words of a figure while it grows into another one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NidaCountUp NidaCountUp;

/* Both are figures of the same in the same unit. NULL where one does not become the other by counting: other words before it, no
 * number, or too many. */
NidaCountUp *nida_count_up_new  (const char *from, const char *to);
void         nida_count_up_free (NidaCountUp *self);
/* At @progress from 0 to 1; transfer full. At both ends the words themselves. */
char        *nida_count_up_at   (NidaCountUp *self, double progress);

G_END_DECLS
