/* Which of the rows that pass a question's filters its figures count, one by one. Private to query/. */
#pragma once

#include "rules.h"

G_BEGIN_DECLS

/* Row numbers (guint), ascending; transfer full. */
GArray *nida_counted_rows (NidaSheet *sheet, const NidaSelection *selection, NidaQuery *query);

G_END_DECLS
