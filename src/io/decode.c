/* gzip and brotli as streams. A label that promises gzip is believed only when the bytes begin like it: servers put the
 * label on plain bytes too. Brotli has no such mark, and its label must be true. */
#include "config.h"

#include "decode.h"

#include "loader.h"
#include "translate.h"

#include <brotli/decode.h>
#include <string.h>
#include <zlib.h>

#define BLOCK     (128u << 10)
#define MAX_RATIO 200                               /* above it, what is larger than FREE_SIZE is refused */
#define FREE_SIZE (G_GUINT64_CONSTANT (64) << 20)
#define N_MAGIC   3

typedef enum {
  PACKING_NONE,
  PACKING_GZIP,
  PACKING_BROTLI,
} Packing;

struct _NidaDecoder {
  char               *name;
  Packing             packing;
  char                magic[N_MAGIC];   /* the first bytes, until they have shown whether the label is true */
  gsize               n_magic;
  gboolean            sniffed;
  z_stream            zlib;
  BrotliDecoderState *brotli;
  gboolean            done;             /* at the end of a member or of the stream */
  guint64             consumed;
  guint64             start_size;       /* of the bytes written to before the first push */
  gboolean            started;
  char               *out;
};

static gboolean
set_damaged (NidaDecoder  *self,
             GError      **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE,
               _("“%s” is packed data that is damaged or was cut off. Fetch it again."), self->name);
  return FALSE;
}

/**
 * nida_decoder_new:
 * @encoding: (nullable): as in the header Content-Encoding
 * @name: what people call the source, for messages
 */
NidaDecoder *
nida_decoder_new (const char  *encoding,
                  const char  *name,
                  GError     **error)
{
  g_autoptr (NidaDecoder) self = g_new0 (NidaDecoder, 1);

  self->name = g_strdup (name);
  if (encoding == NULL || *encoding == '\0' || g_ascii_strcasecmp (encoding, "identity") == 0)
    self->packing = PACKING_NONE;
  else if (g_ascii_strcasecmp (encoding, "gzip") == 0 || g_ascii_strcasecmp (encoding, "x-gzip") == 0)
    self->packing = PACKING_GZIP;
  else if (g_ascii_strcasecmp (encoding, "br") == 0)
    self->packing = PACKING_BROTLI;
  else
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
                   _("“%s” arrives packed as “%s”, which Nida cannot unpack. Fetch it with a browser and open the file."),
                   name, encoding);
      return NULL;
    }
  if (self->packing == PACKING_BROTLI)
    self->brotli = BrotliDecoderCreateInstance (NULL, NULL, NULL);
  self->sniffed = self->packing != PACKING_GZIP;
  self->out = g_malloc (BLOCK);
  return g_steal_pointer (&self);
}

void
nida_decoder_free (NidaDecoder *self)
{
  if (self->packing == PACKING_GZIP && self->sniffed)
    inflateEnd (&self->zlib);
  g_clear_pointer (&self->brotli, BrotliDecoderDestroyInstance);
  g_free (self->name);
  g_free (self->out);
  g_free (self);
}

/* Keep what came out, if it is still in proportion to what went in. */
static gboolean
emit (NidaDecoder  *self,
      NidaBytes    *to,
      gsize         length,
      guint64       consumed,
      GError      **error)
{
  guint64 size;

  if (!nida_bytes_append (to, self->out, length, error))
    return FALSE;
  size = nida_bytes_get_size (to) - self->start_size;
  if (size <= FREE_SIZE || size / MAX_RATIO <= consumed)
    return TRUE;
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
               _("“%s” unpacks to more than 200 times its size. Unpack it yourself if you trust it."), self->name);
  return FALSE;
}

static gboolean
push_gzip (NidaDecoder  *self,
           const char   *data,
           gsize         length,
           NidaBytes    *to,
           GError      **error)
{
  z_stream *stream = &self->zlib;

  stream->next_in = (Bytef *) data;
  stream->avail_in = (uInt) length;
  do
    {
      int status;

      /* A gzip file may hold several members one after the other; anything else after a member is padding. */
      if (self->done && stream->avail_in > 0)
        {
          if (*stream->next_in != 0x1f)
            break;
          inflateReset (stream);
          self->done = FALSE;
        }
      stream->next_out = (Bytef *) self->out;
      stream->avail_out = BLOCK;
      status = inflate (stream, Z_NO_FLUSH);
      if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
        return set_damaged (self, error);
      if (!emit (self, to, BLOCK - stream->avail_out, self->consumed + length - stream->avail_in, error))
        return FALSE;
      self->done = status == Z_STREAM_END;
    }
  while (stream->avail_in > 0 || (stream->avail_out == 0 && !self->done));
  self->consumed += length;
  return TRUE;
}

static gboolean
push_brotli (NidaDecoder  *self,
             const char   *data,
             gsize         length,
             NidaBytes    *to,
             GError      **error)
{
  const guint8 *in = (const guint8 *) data;
  gsize n_in = length;
  BrotliDecoderResult result;

  do
    {
      guint8 *out = (guint8 *) self->out;
      gsize n_out = BLOCK;

      if (self->done)
        return TRUE;              /* padding after the end */
      result = BrotliDecoderDecompressStream (self->brotli, &n_in, &in, &n_out, &out, NULL);
      if (result == BROTLI_DECODER_RESULT_ERROR)
        return set_damaged (self, error);
      if (!emit (self, to, BLOCK - n_out, self->consumed + length - n_in, error))
        return FALSE;
      self->done = result == BROTLI_DECODER_RESULT_SUCCESS;
    }
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT);
  self->consumed += length;
  return TRUE;
}

static gboolean
push_sniffed (NidaDecoder  *self,
              const char   *data,
              gsize         length,
              NidaBytes    *to,
              GError      **error)
{
  switch (self->packing)
    {
    case PACKING_GZIP:
      return push_gzip (self, data, length, to, error);
    case PACKING_BROTLI:
      return push_brotli (self, data, length, to, error);
    case PACKING_NONE:
    default:
      return nida_bytes_append (to, data, length, error);
    }
}

/* The first bytes have come, or all there are: is it gzip? */
static gboolean
sniff (NidaDecoder  *self,
       NidaBytes    *to,
       GError      **error)
{
  self->sniffed = TRUE;
  if (self->n_magic < N_MAGIC || memcmp (self->magic, "\x1f\x8b\x08", N_MAGIC) != 0)
    self->packing = PACKING_NONE;
  else if (inflateInit2 (&self->zlib, 15 + 16) != Z_OK)
    {
      self->packing = PACKING_NONE;
      return set_damaged (self, error);
    }
  return push_sniffed (self, self->magic, self->n_magic, to, error);
}

gboolean
nida_decoder_push (NidaDecoder  *self,
                   const char   *data,
                   gsize         length,
                   NidaBytes    *to,
                   GError      **error)
{
  if (!self->started)
    self->start_size = nida_bytes_get_size (to);
  self->started = TRUE;
  if (!self->sniffed)
    {
      while (self->n_magic < N_MAGIC && length > 0)
        {
          self->magic[self->n_magic++] = *data++;
          length--;
        }
      if (self->n_magic < N_MAGIC)
        return TRUE;
      if (!sniff (self, to, error))
        return FALSE;
    }
  return length == 0 || push_sniffed (self, data, length, to, error);
}

gboolean
nida_decoder_finish (NidaDecoder  *self,
                     NidaBytes    *to,
                     gboolean     *proves,
                     GError      **error)
{
  if (!self->sniffed && !sniff (self, to, error))
    return FALSE;
  *proves = self->done;
  /* An empty answer is empty under every label. */
  return self->done || self->packing == PACKING_NONE || self->consumed == 0 || set_damaged (self, error);
}
