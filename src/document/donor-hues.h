/* Every chart of one document has one colour for one donor, whatever is filtered, and whoever gives most by the time it is opened
 * again. */
#pragma once

#include "document.h"
#include "local-engine.h"
#include "palette.h"

G_BEGIN_DECLS

void nida_donor_hues_pin (NidaLocalEngine *engine, NidaColorMap *colors, NidaColorMap *before);

/* Who has them as the document says; NULL where it says nothing. Transfer full. */
NidaColorMap *nida_items_dup_donor_hues (NidaItems *items);
/* Is @item what says it? */
gboolean      nida_items_is_donor_hues  (const NidaItem *item);
/* Not a person's doing: @document says from now on who has them in @colors. */
void          nida_document_keep_donor_hues (NidaDocument *document, NidaColorMap *colors);

G_END_DECLS
