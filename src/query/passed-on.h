/* How much of what was received may be money that is passed on, at most. Private to query/. */
#pragma once

#include "rules.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What organisations gave that also received other flows of the selection: money that may stand twice. It is an upper
 * bound, since such a donor may have given its own money. */
NidaSum nida_passed_on_most (NidaSheet *sheet, const NidaSelection *selection, const NidaValues *values,
                             GCancellable *cancellable);

G_END_DECLS
