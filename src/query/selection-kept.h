/* Which rows a question is about, where others stand behind them. Private to query/. */
#pragma once

#include "filter.h"

G_BEGIN_DECLS

/* As nida_filter_new() and nida_filter_run(); what a base has passed before is not looked at again. */
NidaSelection *nida_selection_choose    (NidaSheet *sheet, NidaQuery *query, GCancellable *cancellable, GError **error);
void           nida_kept_selection_free (gpointer kept);

G_END_DECLS
