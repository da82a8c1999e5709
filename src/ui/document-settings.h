/* The language, digits, direction of time and colour scheme that a document is shown in: its own go before the desk's. */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* Speak and draw as @document says; what it says nothing of is as the desk has it. */
void nida_document_settings_apply (NidaDocument *document);
/* What is spoken and drawn now is what a document in a file is shown in, from now on; no step of undo. @key: only "language",
 * "digits", "time-direction" or "theme", since another document may be spoken; NULL for all. */
void nida_document_settings_keep  (NidaDocument *document, const char *key);

/* Is @item one of these? */
gboolean nida_document_settings_holds (const NidaItem *item);

G_END_DECLS
