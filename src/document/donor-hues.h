/* Every chart of one document has one colour for one donor, whatever is filtered. */
#pragma once

#include "local-engine.h"
#include "palette.h"

G_BEGIN_DECLS

void nida_donor_hues_pin (NidaLocalEngine *engine, NidaColorMap *colors, NidaColorMap *before);

G_END_DECLS
