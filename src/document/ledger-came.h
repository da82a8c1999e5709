/* Which rows of the desk's own a change of its ledger has brought. */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/* @before, @now: (nullable): the ledgers that stand behind @earlier and @later. Returns: (element-type guint) (transfer full): rows of
 * @later, ascending, that @earlier has not, or whose money, names or dates are others. What was taken back is none. */
GArray *nida_ledger_find_came (NidaLedger *before, NidaDataset *earlier, NidaLedger *now, NidaDataset *later);

G_END_DECLS
