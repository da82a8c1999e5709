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
/* The same where the rows of the sheet's base are @of_base; see nida_filter_goes_on(). */
NidaSelection *nida_filter_run_behind (NidaFilter *self, NidaSelection *of_base, GCancellable *cancellable, GError **error);
/* Does @base, made of the same question of the sheet's base, let the same of its rows pass? */
gboolean       nida_filter_goes_on (NidaFilter *self, NidaFilter *base);
/* It is kept by its sheet, which it must not hold; it is run no more. */
void           nida_filter_let_go_of_sheet (NidaFilter *self);
/* Do two questions let the same rows pass? */
gboolean       nida_filter_same  (NidaQuery *a, NidaQuery *b);

G_END_DECLS
