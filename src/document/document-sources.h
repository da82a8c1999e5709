/* The sources of a document: which there are, and what a person does with them. Main thread. */
#pragma once

#include "document.h"
#include "held-source.h"

G_BEGIN_DECLS

/* Sources up to this size, and all addresses, are in the document without being asked for. */
#define NIDA_SOURCE_SMALL (G_GUINT64_CONSTANT (4) << 20)

/* The folder that paths are told from; NULL for a document without a file of its own. */
char           *nida_document_dup_folder       (NidaDocument *self);
/* All of them, in order, as nida_load() takes them; empty when there are none. See nida_held_source_dup_input(). */
char          **nida_document_dup_inputs       (NidaDocument *self);
/* The same of items that are no document's. */
char          **nida_items_dup_inputs          (NidaItems *items, const char *folder);
/* The id of the source that @input names, or NULL; @source (out, optional) is the caller's. */
const char     *nida_document_find_source      (NidaDocument *self, const char *input, NidaHeldSource **source);

/* Changes of a person, with names for undo. Those that are in the document already are passed over. */
void            nida_document_add_sources      (NidaDocument *self, const char * const *inputs);
void            nida_document_remove_source    (NidaDocument *self, const char *input);
/* The file that was at @input is at @path now. */
void            nida_document_locate_source    (NidaDocument *self, const char *input, const char *path);
/* Every source is to be in the document, however large; bytes come with the next reading. */
void            nida_document_pack_sources     (NidaDocument *self);
gboolean        nida_document_is_packed        (NidaDocument *self);

/* Not a person's doing: exactly @inputs are what the document is about, as they are opened. */
void            nida_document_set_sources      (NidaDocument *self, const char * const *inputs);
/* The document was in the folder @from (or NULL) and is in @to now: files are where they are found, and told from there. */
void            nida_document_move_sources     (NidaDocument *self, const char *from, const char *to);

G_END_DECLS
