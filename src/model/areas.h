/* What sources call money for several countries of a part of the world: "Africa, regional", as the OECD and IATI do. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* By its code in a vocabulary of IATI: "1" (or NULL) the OECD's, "2" the United Nations' M49. NULL for what neither of them has. */
const char *nida_area_from_code  (const char *vocabulary, const char *code);
/* The same in Arabic; NULL for what is no such name. */
char       *nida_area_dup_arabic (const char *name);
/* Does @name end as such names do? Sources have more of them than this program knows. */
gboolean    nida_area_is_name    (const char *name);
/* The region of M49 (regions.h) that all of @name lies in; 0 where it spans several, and for what is no such name. */
guint       nida_area_get_region (const char *name);

G_END_DECLS
