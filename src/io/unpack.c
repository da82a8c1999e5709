/* Files that are packed with gzip, known by their first bytes. */
#include "config.h"

#include "unpack.h"

#include "decode.h"

#include <string.h>

#define BLOCK (128u << 10)

static gboolean
begins_with (NidaBytes  *bytes,
             const char *magic,
             gsize       length)
{
  char head[16];

  return nida_bytes_read (bytes, 0, head, length, NULL) == (gssize) length && memcmp (head, magic, length) == 0;
}

/**
 * nida_unpack_gzip:
 * @bytes: (transfer full)
 *
 * Returns: (transfer full) (nullable): the bytes without their gzip, or %NULL with @error
 */
NidaBytes *
nida_unpack_gzip (NidaBytes     *bytes,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (NidaBytes) from = bytes;
  g_autoptr (NidaBytes) to = NULL;
  g_autoptr (NidaDecoder) decoder = NULL;
  g_autofree char *buffer = NULL;
  guint64 offset = 0;
  gboolean proves;
  gssize n;

  if (!begins_with (from, "\x1f\x8b\x08", 3))
    return g_steal_pointer (&from);
  to = nida_bytes_new (nida_bytes_get_name (from), error);
  decoder = nida_decoder_new ("gzip", nida_bytes_get_name (from), error);
  if (to == NULL || decoder == NULL)
    return NULL;
  buffer = g_malloc (BLOCK);
  while ((n = nida_bytes_read (from, offset, buffer, BLOCK, error)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !nida_decoder_push (decoder, buffer, (gsize) n, to, error))
        return NULL;
      offset += (guint64) n;
    }
  if (n < 0 || !nida_decoder_finish (decoder, to, &proves, error) || !nida_bytes_check (from, error))
    return NULL;
  return g_steal_pointer (&to);
}
