/* Facts that a base had, for all that is put behind it. Private to query/. */
#pragma once

#include "cube.h"
#include "selection.h"

G_BEGIN_DECLS

/* What facts are of: @kinds of the rows of @selection, told with @values. @order (guint64: the place of the date, then the row)
 * are the rows; NULL where all rows of the sheet are selected. */
typedef struct {
  guint             kinds;
  const NidaValues *values;
  GArray           *order;
} NidaFactsWanted;

/* (transfer full): a cube that has these facts, or NULL. */
NidaCube *nida_kept_facts_find (NidaSheet *sheet, const NidaFactsWanted *wanted);
void      nida_kept_facts_keep (NidaSheet *sheet, const NidaFactsWanted *wanted, NidaCube *cube);
void      nida_kept_facts_free (gpointer kept);

G_END_DECLS
