/* Where bytes of sources are kept besides their own places: the person's folder of copies, or a document that carries its
 * data. */
#pragma once

#include "bytes.h"
#include "version.h"

G_BEGIN_DECLS

/**
 * NidaCopiesInterface:
 * @find: the version in force at a moment (microseconds since 1970), or for 0 the one to be read; %NULL with
 *   %NIDA_READ_ERROR_NOT_HELD
 * @list: all versions of a source, the newest first
 * @open: %NULL with %NIDA_READ_ERROR_NOT_HELD when the bytes are gone or are not what they were
 * @wants: are bytes of that size to be kept?
 * @store: keep bytes as the newest version; fills in the size, the checksum and the times of the draft
 * @differs: optional: is what stands at the place another thing than what is known of it, and since when (out)?
 * @lacks: optional: bytes that are held elsewhere are to be kept nevertheless, since they are not where they belong
 * @open_snapshot: optional: what the bytes of the version were read as (snapshot.h), by its key; %NULL where that is not kept
 * @wants_snapshot: optional: is it to be kept, and is not yet?
 * @store_snapshot: keep it, in the place of any other of these bytes
 *
 * All of them are called in any thread and may wait for the disk.
 */
#define NIDA_TYPE_COPIES (nida_copies_get_type ())
G_DECLARE_INTERFACE (NidaCopies, nida_copies, NIDA, COPIES, GObject)

struct _NidaCopiesInterface {
  GTypeInterface parent_interface;

  NidaVersion *(*find)    (NidaCopies *self, const char *uri, const char *name, gint64 as_of, GError **error);
  GPtrArray   *(*list)    (NidaCopies *self, const char *uri);
  NidaBytes   *(*open)    (NidaCopies *self, NidaVersion *version, GCancellable *cancellable, GError **error);
  gboolean     (*wants)   (NidaCopies *self, const char *uri, guint64 size);
  gboolean     (*store)   (NidaCopies *self, NidaVersion *draft, NidaBytes *bytes, GCancellable *cancellable, GError **error);
  gboolean     (*differs) (NidaCopies *self, const char *uri, NidaBytes *bytes, gint64 *since);
  gboolean     (*lacks)   (NidaCopies *self, const char *uri, guint64 size);
  GBytes      *(*open_snapshot)  (NidaCopies *self, NidaVersion *version, const char *key);
  gboolean     (*wants_snapshot) (NidaCopies *self, NidaVersion *version, const char *key);
  gboolean     (*store_snapshot) (NidaCopies *self, NidaVersion *version, const char *key, GBytes *snapshot,
                                  GCancellable *cancellable, GError **error);
};

NidaVersion *nida_copies_find    (NidaCopies *self, const char *uri, const char *name, gint64 as_of, GError **error);
GPtrArray   *nida_copies_list    (NidaCopies *self, const char *uri);
NidaBytes   *nida_copies_open    (NidaCopies *self, NidaVersion *version, GCancellable *cancellable, GError **error);
gboolean     nida_copies_wants   (NidaCopies *self, const char *uri, guint64 size);
gboolean     nida_copies_store   (NidaCopies *self, NidaVersion *draft, NidaBytes *bytes, GCancellable *cancellable, GError **error);
gboolean     nida_copies_differs (NidaCopies *self, const char *uri, NidaBytes *bytes, gint64 *since);
gboolean     nida_copies_lacks   (NidaCopies *self, const char *uri, guint64 size);
/* The bytes of @version without opening them before somebody reads of them. */
NidaBytes   *nida_copies_open_later (NidaCopies *self, NidaVersion *version);
GBytes      *nida_copies_open_snapshot  (NidaCopies *self, NidaVersion *version, const char *key);
gboolean     nida_copies_wants_snapshot (NidaCopies *self, NidaVersion *version, const char *key);
gboolean     nida_copies_store_snapshot (NidaCopies *self, NidaVersion *version, const char *key, GBytes *snapshot,
                                         GCancellable *cancellable, GError **error);

G_END_DECLS
