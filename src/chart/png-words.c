/* What a PNG says of itself besides its pixels: how large it is meant to be, a pHYs chunk (PNG 1.2, 4.2.4.2), and words, iTXt
 * chunks (4.2.3.3), which keep UTF-8 and a language. */
#include "config.h"

#include "export-format.h"

#include <math.h>
#include <string.h>

#define SIGNATURE_AND_HEADER (8 + 25)      /* the signature and IHDR with its length, name and check */
#define POINTS_PER_METRE     (96 / 0.0254) /* a point of a scene is a pixel of a picture at 1× */
#define UNIT_METRE           1

/* CRC-32 of PNG 1.2, appendix D, a bit at a time: a few kilobytes of words. */
static guint32
crc32_of (const guint8 *data,
          gsize         length)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? 0xedb88320u ^ crc >> 1 : crc >> 1;
    }

  return ~crc;
}

static void
append_uint32 (GByteArray *out,
               guint32     number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &big_endian, 4);
}

static void
append_string (GByteArray *out,
               const char *text,
               gboolean    terminate)
{
  g_byte_array_append (out, (const guint8 *) text, strlen (text) + (terminate ? 1 : 0));
}

/* @chunk: its name and what is in it. */
static void
append_chunk (GByteArray *out,
              GByteArray *chunk)
{
  append_uint32 (out, chunk->len - 4);
  g_byte_array_append (out, chunk->data, chunk->len);
  append_uint32 (out, crc32_of (chunk->data, chunk->len));
}

/* A picture at 3× is sharper where it is placed, not three times as wide. */
static void
append_resolution (GByteArray *out,
                   double      pixel_scale)
{
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  guint32 pixels_per_metre = (guint32) round (pixel_scale * POINTS_PER_METRE);
  const guint8 unit = UNIT_METRE;

  append_string (chunk, "pHYs", FALSE);
  append_uint32 (chunk, pixels_per_metre);
  append_uint32 (chunk, pixels_per_metre);
  g_byte_array_append (chunk, &unit, 1);
  append_chunk (out, chunk);
}

static void
append_words (GByteArray *out,
              const char *keyword,
              const char *text,
              const char *language)
{
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  const guint8 not_compressed[] = { 0, 0 };

  append_string (chunk, "iTXt", FALSE);
  append_string (chunk, keyword, TRUE);
  g_byte_array_append (chunk, not_compressed, sizeof not_compressed);
  append_string (chunk, language, TRUE);
  append_string (chunk, "", TRUE);
  append_string (chunk, text, FALSE);
  append_chunk (out, chunk);
}

/**
 * nida_png_with_words:
 * @png: a complete PNG
 * @pixel_scale: pixels of each point
 * @title: its title
 * @description: what it shows
 * @language: of both, "ar"
 *
 * Returns: (transfer full): the same picture with its resolution and the words behind its header
 */
GBytes *
nida_png_with_words (GByteArray *png,
                     double      pixel_scale,
                     const char *title,
                     const char *description,
                     const char *language)
{
  GByteArray *out = g_byte_array_new ();

  g_assert (png->len > SIGNATURE_AND_HEADER);
  g_byte_array_append (out, png->data, SIGNATURE_AND_HEADER);
  append_resolution (out, pixel_scale);
  append_words (out, "Title", title, language);
  append_words (out, "Description", description, language);
  g_byte_array_append (out, png->data + SIGNATURE_AND_HEADER, png->len - SIGNATURE_AND_HEADER);

  return g_byte_array_free_to_bytes (out);
}
