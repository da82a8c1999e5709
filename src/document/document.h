/* A document: what a person has made and said. Every change goes through here; it is undone, dated, and in the file within a
 * second. Lives on the main thread; the file is written by document-file.c on a thread of its own. */
#pragma once

#include "items.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NidaDocument:
 *
 * Signals:
 * - "item-changed" (guint kind, const char *id): detailed by the kind's name ("item-changed::slide"): made, changed, moved or
 *   removed, by this window, by undo or by another process; once for each item of a change, after all of them are in place
 * - "changed" (gboolean foreign): after those of a change
 * - "undo-changed": what undo and redo would do is another thing
 * - "notify::read-only"
 */
#define NIDA_TYPE_DOCUMENT (nida_document_get_type ())
G_DECLARE_FINAL_TYPE (NidaDocument, nida_document, NIDA, DOCUMENT, GObject)

/* Without a file: it is kept in memory until it is given one. */
NidaDocument   *nida_document_new           (void);

/* --- what it holds --- */

/* Valid until the next change; not to be changed. */
NidaItems      *nida_document_get_items     (NidaDocument *self);
/* The text of an item, or NULL. */
const char     *nida_document_get           (NidaDocument *self, NidaItemKind kind, const char *id);
/* A place after all others of the kind, and an id that no item has had. */
gint64          nida_document_next_place    (NidaDocument *self, NidaItemKind kind);
char           *nida_document_new_id        (void);

/* --- changes --- */

/* From here to end() is one change. @name: a msgid, "Add Pledge", marked with N_() and the context "undo" (NC_("undo", …)).
 * @run: NULL, or what consecutive changes have in common that are one step for undo when they follow each other within a second
 * ("note-1234": typing). May be nested: the outermost names it. On a document that is read-only nothing happens. */
void            nida_document_begin         (NidaDocument *self, const char *name, const char *run);
/* The same for what no person made, and undo does not know: a source was read anew. */
void            nida_document_begin_quietly (NidaDocument *self, const char *name);
void            nida_document_put           (NidaDocument *self, NidaItemKind kind, const char *id, gint64 place, const char *text);
/* The same where the place stays what it is; last of its kind when it is new. */
void            nida_document_set           (NidaDocument *self, NidaItemKind kind, const char *id, const char *text);
void            nida_document_remove        (NidaDocument *self, NidaItemKind kind, const char *id);
/* Give @id the place that makes it the one at @index of its kind; others move along. */
void            nida_document_move          (NidaDocument *self, NidaItemKind kind, const char *id, guint index);
void            nida_document_end           (NidaDocument *self);
/* Take in what another process has written; undo does not know it. */
void            nida_document_take_foreign  (NidaDocument *self, NidaRevision *revision);

gboolean        nida_document_can_undo      (NidaDocument *self);
gboolean        nida_document_can_redo      (NidaDocument *self);
/* The msgid of what would be undone, or NULL; nida_pgettext ("undo", …) says it. */
const char     *nida_document_get_undo_name (NidaDocument *self);
const char     *nida_document_get_redo_name (NidaDocument *self);
void            nida_document_undo          (NidaDocument *self);
void            nida_document_redo          (NidaDocument *self);
/* Undo knows nothing of what was done so far (what was opened is where it begins). */
void            nida_document_forget_undo   (NidaDocument *self);

/* --- properties --- */

/* Nothing can be changed: a newer version, a damaged file, no permission. */
gboolean        nida_document_is_read_only  (NidaDocument *self);
void            nida_document_set_read_only (NidaDocument *self, gboolean read_only);

/* --- for document-file.c --- */

/* Called on the main thread with each change that this process makes, undo and redo too, when it is in place. */
typedef void (*NidaDocumentWriteFunc) (NidaDocument *self, NidaRevision *revision, gpointer data);
void            nida_document_set_writer    (NidaDocument *self, NidaDocumentWriteFunc func, gpointer data, GDestroyNotify notify);
/* Serials are those of a file: in another one they mean nothing. */
void            nida_document_forget_serials (NidaDocument *self);

G_END_DECLS
