/* gzip, with limits: what is small on the disk must not fill it. */
#include "config.h"

#include "unpack.h"

#include "loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#define BLOCK          (128u << 10)
#define MAX_RATIO      200                          /* above it, what is larger than FREE_SIZE is refused */
#define FREE_SIZE      (G_GUINT64_CONSTANT (64) << 20)

static gboolean
begins_with (NidaBytes  *bytes,
             const char *magic,
             gsize       length)
{
  char head[16];

  return nida_bytes_read (bytes, 0, head, length, NULL) == (gssize) length && memcmp (head, magic, length) == 0;
}

static gboolean
set_damaged (NidaBytes  *bytes,
             GError    **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE,
               _("“%s” is a gzip file that is damaged or was cut off. Fetch it again."), nida_bytes_get_name (bytes));
  return FALSE;
}

/* Is what came out still in proportion to what went in? */
static gboolean
is_proportionate (NidaBytes  *from,
                  NidaBytes  *to,
                  guint64     consumed,
                  GError    **error)
{
  guint64 size = nida_bytes_get_size (to);

  if (size <= FREE_SIZE || size / MAX_RATIO <= consumed)
    return TRUE;
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
               _("“%s” unpacks to more than 200 times its size. Unpack it yourself if you trust it."),
               nida_bytes_get_name (from));
  return FALSE;
}

/* Unpack what @stream holds of one block. Sets @done at the end of a member. */
static gboolean
inflate_block (z_stream   *stream,
               NidaBytes  *from,
               NidaBytes  *to,
               guint64     offset,
               char       *out,
               gboolean   *done,
               GError    **error)
{
  int status;

  do
    {
      stream->next_out = (Bytef *) out;
      stream->avail_out = BLOCK;
      status = inflate (stream, Z_NO_FLUSH);
      if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
        return set_damaged (from, error);
      if (!nida_bytes_append (to, out, BLOCK - stream->avail_out, error)
          || !is_proportionate (from, to, offset - stream->avail_in, error))
        return FALSE;
      *done = status == Z_STREAM_END;
      /* A gzip file may hold several members one after the other. */
      if (*done && stream->avail_in > 0 && *stream->next_in == 0x1f)
        inflateReset (stream);
      else if (*done)
        return TRUE;
    }
  while (stream->avail_in > 0 || stream->avail_out == 0);
  return TRUE;
}

static gboolean
inflate_all (NidaBytes     *from,
             NidaBytes     *to,
             z_stream      *stream,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *in = g_malloc (BLOCK);
  g_autofree char *out = g_malloc (BLOCK);
  guint64 offset = 0;
  gboolean done = FALSE;

  for (;;)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = nida_bytes_read (from, offset, in, BLOCK, error);
      if (n < 0)
        return FALSE;
      if (n == 0)
        return done || set_damaged (from, error);
      if (done && in[0] != 0x1f)
        return TRUE;              /* padding after the last member */
      if (done)
        inflateReset (stream);
      offset += (guint64) n;
      stream->next_in = (Bytef *) in;
      stream->avail_in = (uInt) n;
      if (!inflate_block (stream, from, to, offset, out, &done, error))
        return FALSE;
      if (done && stream->avail_in > 0)
        return TRUE;
    }
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
  z_stream stream = { 0 };
  gboolean ok;

  if (!begins_with (from, "\x1f\x8b\x08", 3))
    return g_steal_pointer (&from);
  to = nida_bytes_new (nida_bytes_get_name (from), error);
  if (to == NULL)
    return NULL;
  if (inflateInit2 (&stream, 15 + 16) != Z_OK)
    {
      set_damaged (from, error);
      return NULL;
    }
  ok = inflate_all (from, to, &stream, cancellable, error) && nida_bytes_check (from, error);
  inflateEnd (&stream);
  return ok ? g_steal_pointer (&to) : NULL;
}
