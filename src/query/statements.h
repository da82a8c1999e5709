/* Totals that somebody reports of a giver, a recipient or a span: two of the same time are never added. Private to query/. */
#pragma once

#include "dimension.h"
#include "tally.h"

G_BEGIN_DECLS

/* A reported total that is no plan's: no level says what part of a plan it is. */
gboolean nida_statements_is_one (NidaSheet *sheet, guint32 row);
/* Is @row, in everything that the statement @statement states of donor, recipient, category and country, and in time, a
 * part of what it is about? */
gboolean nida_statements_holds  (NidaSheet *sheet, guint32 statement, guint32 row);
/* Takes from @rows (guint32, ascending) the statements that no sum may add to another one of the same group; adds those
 * that disagree to @beside (nullable). A repetition of the same figure is no disagreement. */
void     nida_statements_choose (NidaSheet *sheet, const NidaValues *values, const NidaDimension *dimensions,
                                 guint n_dimensions, GArray *rows, NidaSum *beside);

G_END_DECLS
