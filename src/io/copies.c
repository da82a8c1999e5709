/* The interface alone: cache.c and the documents implement it. */
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
