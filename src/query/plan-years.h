/* Coverage and gap of chosen years: the years choose plans, and money follows its plan. Private to query/. */
#pragma once

#include "query.h"
#include "selection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Does @query choose whole years, by date or by usage year? */
gboolean       nida_plan_years_asked  (NidaQuery *query);
/* The rows for coverage and gap: all money of the plans whose requirement is in @selection, and what @selection holds
 * outside plans. It belongs to @selection, for other questions with the same filters. NULL with an error when cancelled. One thread at a
 * time. */
NidaSelection *nida_plan_years_select (NidaSheet *sheet, NidaQuery *query, NidaSelection *selection,
                                       const NidaValues *values, GCancellable *cancellable, GError **error);

G_END_DECLS
