/* How tables of somebody's own are read, as items of a document: what was said of tables with one header is one item, so that
 * the figures of a document are the same on another desk and for the commands. What a document says goes before what this
 * person has said in general. */
#pragma once

#include "document.h"
#include "layouts.h"

G_BEGIN_DECLS

/* @layouts, in memory alone, say what @items say; an item that cannot be read says nothing. */
void nida_layout_items_apply (NidaItems *items, NidaLayouts *layouts);
/* Within a change of @document: it says from now on what makes @after of @before. */
void nida_layout_items_put   (NidaDocument *document, NidaLayouts *before, NidaLayouts *after);
/* Not a person's doing: what @layouts were used for, and @document does not say, is in it from now on. */
void nida_layout_items_note  (NidaDocument *document, NidaLayouts *layouts);

G_END_DECLS
