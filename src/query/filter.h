/* A question's filters and dates made ready for columns: one small table of answers by code for each. Private to query/. */
#pragma once

#include "query.h"
#include "selection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NidaFilter NidaFilter;

/* Fails with NIDA_QUERY_ERROR_UNKNOWN_VALUE when a value names nobody, and _INVALID for a field that cannot be filtered. */
NidaFilter    *nida_filter_new   (NidaSheet *sheet, NidaQuery *query, GError **error);
void           nida_filter_free  (NidaFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaFilter, nida_filter_free)
/* NULL when cancelled. */
NidaSelection *nida_filter_run   (NidaFilter *self, GCancellable *cancellable, GError **error);
/* Do two questions let the same rows pass? */
gboolean       nida_filter_same  (NidaQuery *a, NidaQuery *b);

G_END_DECLS
