/* What an engine asks. Private to query/. */
#pragma once

#include "local-engine.h"
#include "sheet.h"

G_BEGIN_DECLS

/* Made by the first who needs it, in his thread; belongs to the engine. */
NidaSheet       *nida_local_engine_get_sheet    (NidaLocalEngine *self);
/* Transfer full: an engine over a sheet that is made already. */
NidaLocalEngine *nida_local_engine_new_of_sheet (NidaSheet *sheet);

G_END_DECLS
