/* What the flows of a dataset add up to beside each total that is reported. Private to query/. */
#pragma once

#include "sheet.h"
#include "tally.h"

G_BEGIN_DECLS

/* What a total states besides its amount and its time, and what it is held against therefore has to agree in. */
#define NIDA_N_STATED_FIELDS 5
extern const NidaField nida_stated_fields[NIDA_N_STATED_FIELDS];

typedef struct _NidaItemised NidaItemised;

/* Made by the first call, from any thread; belongs to the sheet. */
const NidaItemised *nida_itemised_get  (NidaSheet *sheet, const NidaValues *values);
/* The flows received, each once, that agree in everything that the reported total @row states, and that lie wholly in its span.
 * Filters do not narrow that. In 10^-9 thousandths, whether or not anything was converted. */
NidaSum             nida_itemised_sum  (const NidaItemised *self, NidaSheet *sheet, guint32 row);
/* Are the sums of all totals of the sheet's base what they are there? */
gboolean            nida_itemised_is_as_base (const NidaItemised *self);
void                nida_itemised_free (NidaItemised *self);

G_END_DECLS
