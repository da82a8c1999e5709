/* The rows of a store: what their columns hold, and the checksum over all of them by which damage is known. */
#pragma once

#include "items.h"
#include "store-sql.h"

G_BEGIN_DECLS

/* CRC-32: any damage of up to 32 bits in a row is found, any other but one in four billion. */
guint32       nida_store_check_item     (const NidaItem *item, guint64 serial);
guint32       nida_store_check_revision (const NidaRevision *revision, GBytes *edits);
guint32       nida_store_check_head     (guint64 serial, guint64 first, guint64 n_items, guint64 sum);
guint32       nida_store_check_chunk    (gint64 id, gconstpointer data, gsize size);
guint32       nida_store_check_held     (gint64 id, const char *sha256, guint64 size, gint64 at);

/* Edits as they are kept: a serialised a(ssm(xs)m(xs)) in little endian: kind, id, place and text before and after. */
GBytes       *nida_store_pack_edits     (const NidaRevision *revision);
gboolean      nida_store_unpack_edits   (NidaRevision *revision, GBytes *edits);
/* nida_revision_add() for an item that @revision has no edit of: none is looked for. */
void          nida_store_add_edit       (NidaRevision *revision, const NidaItem *before, const NidaItem *after);

/* kind, id, place, text, serial, crc from @column on; NULL when they do not agree. */
NidaItem     *nida_store_read_item      (NidaStatement *row, int column, guint64 *serial);
/* serial, name, who, at, undoes, edits, crc from @column on. */
NidaRevision *nida_store_read_revision  (NidaStatement *row, int column);

G_END_DECLS
