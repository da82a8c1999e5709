/* A document and its file. While a document has one, each of its revisions is in it within a second, written on a thread of
 * its own, and what other processes write into it comes into the document. */
#pragma once

#include "bytes.h"
#include "document.h"
#include "store-error.h"

G_BEGIN_DECLS

/**
 * NidaDocumentFile:
 *
 * Belongs to its document and is closed with it. Lives on the main thread, as the document does; what says so may be called
 * in any thread while a reference is held.
 *
 * Signals:
 * - "notify::path": Save As
 * - "problem-changed": nida_document_file_get_problem() is another
 * - "conflict" (guint kind, const char *id, const char *who): @who changed the item elsewhere at the same time; what was done
 *   here stands, both are in the history
 */
#define NIDA_TYPE_DOCUMENT_FILE (nida_document_file_get_type ())
G_DECLARE_FINAL_TYPE (NidaDocumentFile, nida_document_file, NIDA, DOCUMENT_FILE, GObject)

/* --- opening --- */

/* The document in the file at @path, read-only where it cannot be written. One that is open in this process is the same
 * object again (a reference). */
NidaDocument     *nida_document_open              (const char *path, GError **error);
void              nida_document_open_async        (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                                                   gpointer user_data);
NidaDocument     *nida_document_open_finish       (GAsyncResult *result, GError **error);
/* NULL: in memory only. */
NidaDocumentFile *nida_document_get_file          (NidaDocument *document);

/* --- saving under another name --- */

/* Write @document, with the bytes that its sources name, into a fresh file at @path, and go on in it. A draft keeps its
 * history, and its file is removed; any other begins a history of its own. On failure all is as before. */
gboolean          nida_document_save_as           (NidaDocument *document, const char *path, GError **error);
void              nida_document_save_as_async     (NidaDocument *document, const char *path, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean          nida_document_save_as_finish    (NidaDocument *document, GAsyncResult *result, GError **error);
/* The same into a file that @document does not go on in. */
gboolean          nida_document_save_copy         (NidaDocument *document, const char *path, GError **error);
/* A draft with the same items and bytes, opened. */
NidaDocument     *nida_document_duplicate         (NidaDocument *document, GError **error);

/* --- drafts: documents that have no name yet, in $XDG_DATA_HOME/nida/drafts --- */

/* Give a document that is in memory only a file there. */
gboolean          nida_document_make_draft        (NidaDocument *document, GError **error);
/* Of char *, paths, the one changed last first. */
GPtrArray        *nida_document_list_drafts       (void);
gboolean          nida_document_path_is_draft     (const char *path);

/* --- the file --- */

const char       *nida_document_file_get_path     (NidaDocumentFile *self);
gboolean          nida_document_file_is_draft     (NidaDocumentFile *self);
/* NULL: all is well. READ_ONLY, NEWER, DAMAGED: nothing can be changed. Any other: the last changes are in memory only, and
 * are written as soon as that is possible. The message says the remedy. */
const GError     *nida_document_file_get_problem  (NidaDocumentFile *self);
/* Wait until all is in the file. FALSE with @error: it is not. */
gboolean          nida_document_file_flush        (NidaDocumentFile *self, GError **error);
/* Flush, and write no more. Where the file takes nothing, what is unsaved goes into a draft that @rescue names (or NULL). */
gboolean          nida_document_file_close        (NidaDocumentFile *self, char **rescue, GError **error);

/* --- bytes of sources, in any thread --- */

/* See store-bytes.h. */
char             *nida_document_file_keep_bytes   (NidaDocumentFile *self, NidaBytes *bytes, GCancellable *cancellable,
                                                   GError **error);
gboolean          nida_document_file_holds_bytes  (NidaDocumentFile *self, const char *sha256);
NidaBytes        *nida_document_file_open_bytes   (NidaDocumentFile *self, const char *sha256, const char *name,
                                                   GCancellable *cancellable, GError **error);
GBytes           *nida_document_file_load_bytes   (NidaDocumentFile *self, const char *sha256);
/* Of NidaHeld. */
GPtrArray        *nida_document_file_list_bytes   (NidaDocumentFile *self, GError **error);

/* --- versions --- */

/* Of NidaRevision, without their edits' texts being looked at: what can be gone back to, the newest first. */
GPtrArray        *nida_document_file_list_versions  (NidaDocumentFile *self, GError **error);
/* The items as they were after @serial. */
NidaItems        *nida_document_file_dup_items_at   (NidaDocumentFile *self, guint64 serial, GError **error);
/* Make the document what it was then, as one change that is undone like any other. */
gboolean          nida_document_file_go_back        (NidaDocumentFile *self, guint64 serial, GError **error);

G_END_DECLS
