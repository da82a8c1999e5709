/* Names that are one, as items of a document: what it was said of each name, so that a document means the same on another
 * desk. What a document says goes before what this person has said in general. */
#pragma once

#include "aliases.h"
#include "document.h"

G_BEGIN_DECLS

/* @said with what @items say over it; transfer full. An item that cannot be read says nothing. */
NidaAliases *nida_alias_items_overlay (NidaItems *items, NidaAliases *said);
/* Within a change of @document: it says from now on what makes @after of @before. */
void         nida_alias_items_put     (NidaDocument *document, NidaAliases *before, NidaAliases *after);
/* @aliases with what makes @after of @before done to it too; transfer full. */
NidaAliases *nida_alias_items_patch   (NidaAliases *aliases, NidaAliases *before, NidaAliases *after);
/* Of what makes @after of @before, does @items say anything else? */
gboolean     nida_alias_items_oppose  (NidaItems *items, NidaAliases *before, NidaAliases *after);

G_END_DECLS
