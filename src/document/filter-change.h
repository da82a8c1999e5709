/* What a change of filters is called in the menu of undo. */
#pragma once

#include "filter-set.h"
#include "nouns.h"

G_BEGIN_DECLS

/* "Filter by Donor": a msgid of the context "undo". Of changes to the charts, who made them knows the name. @category: what the data
 * call a category, as the window does. Static. */
const char *nida_filter_change_name (const NidaFilterSet *before, const NidaFilterSet *after, NidaNoun category);

G_END_DECLS
