/* The interface, which cache.c and the documents implement, and copies that are opened when somebody reads of them. */
#include "config.h"

#include "copies.h"

G_DEFINE_INTERFACE (NidaCopies, nida_copies, G_TYPE_OBJECT)

static void
nida_copies_default_init (NidaCopiesInterface *iface)
{
}

/**
 * nida_copies_find:
 * @name: what people call the source, for messages
 *
 * Returns: (transfer full) (nullable)
 */
NidaVersion *
nida_copies_find (NidaCopies *self,
                  const char *uri,
                  const char *name,
                  gint64      as_of,
                  GError    **error)
{
  return NIDA_COPIES_GET_IFACE (self)->find (self, uri, name, as_of, error);
}

/**
 * nida_copies_list:
 *
 * Returns: (transfer full) (element-type NidaVersion): empty when nothing is held
 */
GPtrArray *
nida_copies_list (NidaCopies *self,
                  const char *uri)
{
  return NIDA_COPIES_GET_IFACE (self)->list (self, uri);
}

NidaBytes *
nida_copies_open (NidaCopies   *self,
                  NidaVersion  *version,
                  GCancellable *cancellable,
                  GError      **error)
{
  return NIDA_COPIES_GET_IFACE (self)->open (self, version, cancellable, error);
}

gboolean
nida_copies_wants (NidaCopies *self,
                   const char *uri,
                   guint64     size)
{
  return NIDA_COPIES_GET_IFACE (self)->wants (self, uri, size);
}

gboolean
nida_copies_store (NidaCopies   *self,
                   NidaVersion  *draft,
                   NidaBytes    *bytes,
                   GCancellable *cancellable,
                   GError      **error)
{
  return NIDA_COPIES_GET_IFACE (self)->store (self, draft, bytes, cancellable, error);
}

/**
 * nida_copies_differs:
 * @bytes: what stands at @uri now
 * @since: (out): when it was what is known of it, in microseconds since 1970
 *
 * Returns: FALSE where nothing is known of it
 */
gboolean
nida_copies_differs (NidaCopies *self,
                     const char *uri,
                     NidaBytes  *bytes,
                     gint64     *since)
{
  NidaCopiesInterface *iface = NIDA_COPIES_GET_IFACE (self);

  return iface->differs != NULL && iface->differs (self, uri, bytes, since);
}

/**
 * nida_copies_lacks:
 * @size: of what stands at @uri now
 */
gboolean
nida_copies_lacks (NidaCopies *self,
                   const char *uri,
                   guint64     size)
{
  NidaCopiesInterface *iface = NIDA_COPIES_GET_IFACE (self);

  return iface->lacks != NULL && iface->lacks (self, uri, size);
}

/**
 * nida_copies_open_snapshot:
 *
 * Returns: (transfer full) (nullable): that of the bytes of @version
 */
GBytes *
nida_copies_open_snapshot (NidaCopies  *self,
                           NidaVersion *version,
                           const char  *key)
{
  NidaCopiesInterface *iface = NIDA_COPIES_GET_IFACE (self);

  return iface->open_snapshot != NULL ? iface->open_snapshot (self, version, key) : NULL;
}

gboolean
nida_copies_wants_snapshot (NidaCopies  *self,
                            NidaVersion *version,
                            const char  *key)
{
  NidaCopiesInterface *iface = NIDA_COPIES_GET_IFACE (self);

  return iface->wants_snapshot != NULL && iface->wants_snapshot (self, version, key);
}

gboolean
nida_copies_store_snapshot (NidaCopies    *self,
                            NidaVersion   *version,
                            const char    *key,
                            GBytes        *snapshot,
                            GCancellable  *cancellable,
                            GError       **error)
{
  return NIDA_COPIES_GET_IFACE (self)->store_snapshot (self, version, key, snapshot, cancellable, error);
}

/* --- later --- */

typedef struct {
  NidaCopies  *copies;
  NidaVersion *version;
  GMutex       lock;
  NidaBytes   *bytes;       /* once somebody has read of them */
} Later;

static void
later_free (gpointer data)
{
  Later *later = data;

  g_object_unref (later->copies);
  nida_version_unref (later->version);
  g_clear_pointer (&later->bytes, nida_bytes_unref);
  g_mutex_clear (&later->lock);
  g_free (later);
}

static gssize
read_later (gpointer   data,
            guint64    offset,
            void      *buffer,
            gsize      length,
            GError   **error)
{
  Later *later = data;
  NidaBytes *bytes;

  g_mutex_lock (&later->lock);
  if (later->bytes == NULL)
    later->bytes = nida_copies_open (later->copies, later->version, NULL, error);
  bytes = later->bytes;
  g_mutex_unlock (&later->lock);
  return bytes != NULL ? nida_bytes_read (bytes, offset, buffer, length, error) : -1;
}

NidaBytes *
nida_copies_open_later (NidaCopies  *self,
                        NidaVersion *version)
{
  Later *later = g_new0 (Later, 1);

  later->copies = g_object_ref (self);
  later->version = nida_version_ref (version);
  g_mutex_init (&later->lock);
  return nida_bytes_new_reader (version->name, version->size, read_later, later, later_free);
}
