/* The month in which the fiscal years of a document begin: a setting of it, so that its figures are the same on every desk. */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* 0 where it is not said: then it is as the desk, or the command, has it. */
guint nida_items_get_fiscal_start (NidaItems *items);
/* Is @item what says it? */
gboolean nida_items_is_fiscal_start (const NidaItem *item);
/* Within a change. */
void  nida_document_set_fiscal_start (NidaDocument *document, guint month);

G_END_DECLS
