/* Events, indicators, goals and stated or reported totals, one by one. Private to query/. */
#pragma once

#include "cube-builder.h"
#include "selection.h"

G_BEGIN_DECLS

/* Hand out the rows of @query's fact kinds; FALSE when a sum overflows. Answers about one selection share them. One thread at a time. */
gboolean nida_facts_add (NidaCube *cube, NidaSheet *sheet, NidaSelection *selection, NidaQuery *query,
                         const NidaValues *values, GError **error);

G_END_DECLS
