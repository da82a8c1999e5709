/* The pieces in which a document's file keeps bytes. */
#pragma once

#include "store-sql.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NIDA_STORE_CHUNK      (4u << 20)
#define NIDA_STORE_MAX_CHUNKS 65536      /* of one source */

/* Results are SQLite's, SQLITE_CORRUPT for a chunk that is not what it was. */

/* The @n-th part of the bytes @id, NIDA_STORE_CHUNK long but for the last one. */
int      nida_store_put_chunk    (sqlite3 *db, gint64 id, guint n, gconstpointer data, gsize size);
/* Is @data what the row @chunk should hold? */
gboolean nida_store_is_chunk     (gint64 chunk, gint64 packed, gint64 crc, GBytes *data);

/* FALSE: no more. */
typedef gboolean (*NidaChunkFunc) (gpointer user_data, gconstpointer data, gsize size);

/* One after the other; SQLITE_ABORT where @func wants no more. */
int      nida_store_each_chunk   (sqlite3 *db, gint64 id, NidaChunkFunc func, gpointer user_data);
/* @size bytes in memory, unpacked as they come; NULL: they are not as many, or not what they were. */
GBytes  *nida_store_load_chunks  (sqlite3 *db, gint64 id, guint64 size);
/* As they are, packed or not, those that are whole. Adds to @size. SQLITE_ABORT: @to could not be written; SQLITE_INTERRUPT:
 * cancelled. */
int      nida_store_copy_chunks  (sqlite3 *from, gint64 from_id, sqlite3 *to, gint64 to_id, guint64 *size,
                                  GCancellable *cancellable);
int      nida_store_drop_chunks  (sqlite3 *db, gint64 id);

G_END_DECLS
