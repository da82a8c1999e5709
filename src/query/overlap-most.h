/* How much of what a question sums may be money that stands in two kinds of sources, at most. Private to query/. */
#pragma once

#include "rules.h"

G_BEGIN_DECLS

/* Of each donor and year that several families of sources hold, the rows that @rule counts for @measures but for those of
 * the family that has the most of them: money that may stand twice. It is an upper bound, since they may be different gifts.
 * One thread at a time for each @selection. */
NidaSum nida_overlap_most (NidaSheet *sheet, NidaSelection *selection, const NidaValues *values, NidaRule rule, guint measures);

G_END_DECLS
