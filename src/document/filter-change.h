/* What a change of filters is called in the menu of undo. */
#pragma once

#include "filter-set.h"

G_BEGIN_DECLS

/* "Filter by Donor": a msgid of the context "undo". Of changes to the charts, who made them knows the name. Static. */
const char *nida_filter_change_name (const NidaFilterSet *before, const NidaFilterSet *after);

G_END_DECLS
