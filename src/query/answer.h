/* From a question and the rows that pass its filters to a cube. Private to query/. */
#pragma once

#include "cube.h"
#include "selection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @selection is used by one thread at a time. Fails with NIDA_QUERY_ERROR, or when cancelled. */
NidaCube *nida_answer_new (NidaSheet *sheet, NidaSelection *selection, NidaQuery *query, GCancellable *cancellable,
                           GError **error);
/* Before nida_answer_new() for each of @queries (NidaQuery, the finest first): one pass over the rows for all that can share it.
 * A question that cannot be answered is passed over; its own answer says why. */
gboolean  nida_answers_prepare (NidaSheet *sheet, NidaSelection *selection, GPtrArray *queries, GError **error);

G_END_DECLS
