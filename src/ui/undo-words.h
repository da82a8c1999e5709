/* What undo and redo would do, in words. */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* A step of work, as revisions name it, in the window's language. Transfer full. */
char       *nida_undo_words_step (const char *name);
/* "Undo: Filter by Donor", or "Undo" where there is nothing to undo. Transfer full. */
char       *nida_undo_words_undo (NidaDocument *document);
char       *nida_undo_words_redo (NidaDocument *document);

G_END_DECLS
