/* A sheet with fewer rows that gives some questions the same figures. Private to query/. */
#pragma once

#include "distinctions.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Transfer full; NULL where more than @most rows would be left, a sum is too large for one row, or it was cancelled. Which rows stand
 * beside the sums, and how many, it does not know. */
NidaSheet *nida_condense (const NidaDistinctions *distinctions, guint most, GCancellable *cancellable);

G_END_DECLS
