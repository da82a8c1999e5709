/* The file of a document: a SQLite database of its items, of the revisions that made them, and of bytes of sources. Every
 * function waits for the disk; a store is used by one thread at a time, and several stores may be open on one file, in this
 * process and in others. document-file.c keeps one on a thread of its own. */
#pragma once

#include "items.h"
#include "store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NIDA_STORE_SUFFIX         ".nida"
#define NIDA_STORE_APPLICATION_ID 0x4e696461   /* "Nida", at offset 68 of the file */

typedef struct _NidaStore NidaStore;

typedef enum {
  NIDA_STORE_READ,      /* nothing of the file is changed */
  NIDA_STORE_WRITE,     /* where it can be written; see nida_store_get_limit() */
} NidaStoreMode;

/* Does the file at @path begin like a document? */
gboolean      nida_store_recognise  (const char *path);

NidaStore    *nida_store_open       (const char *path, NidaStoreMode mode, GError **error);
void          nida_store_free       (NidaStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaStore, nida_store_free)

/* The file itself: links are followed. */
const char   *nida_store_get_path   (NidaStore *self);
/* Why nothing can be written into it (a newer version, damage, no permission); NULL when it can. */
const GError *nida_store_get_limit  (NidaStore *self);
/* The revision that the user of this store knows last. */
guint64       nida_store_get_serial (NidaStore *self);
/* All items as they are now; from here on their revisions are news. */
NidaItems    *nida_store_read_items (NidaStore *self, GError **error);

/**
 * nida_store_append:
 * @revisions: (element-type NidaRevision): in the order in which they were made
 * @serials: (out) (element-type guint64): what each became; some may have got into the file in a try before that failed
 * @news: (element-type NidaRevision): takes those of others that came before them
 *
 * Write @revisions in one transaction, after what others have written since. What is kept as "before" is what the file had.
 * Returns: %FALSE with @error when nothing was written; what is in @news is known nevertheless
 */
gboolean      nida_store_append     (NidaStore *self, GPtrArray *revisions, GArray *serials, GPtrArray *news, GError **error);
/* What others have written since, into @news. */
gboolean      nida_store_read_news  (NidaStore *self, GPtrArray *news, GError **error);

/* Revisions after @serial that the file still has, the oldest first. */
GPtrArray    *nida_store_list_revisions (NidaStore *self, guint64 after, GError **error);
/* Forget revisions older than @before (microseconds since 1970), but not the last @keep. */
gboolean      nida_store_prune      (NidaStore *self, gint64 before, guint keep, GError **error);

/**
 * nida_store_write_new:
 * @from: (nullable): where the bytes that @items name are taken from
 * @history: with the revisions of @from too
 *
 * Write a fresh document to @path by way of a temporary file beside it; what was there is whole until all is done. Without
 * @history the same items give the same file, byte for byte.
 */
gboolean      nida_store_write_new  (const char *path, NidaItems *items, NidaStore *from, gboolean history,
                                     GCancellable *cancellable, GError **error);

G_END_DECLS
