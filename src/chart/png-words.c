/* Words inside a PNG: iTXt chunks (PNG 1.2, 4.2.3.3), which keep UTF-8 and a language. */
#include "config.h"

#include "export-format.h"

#include <string.h>

#define SIGNATURE_AND_HEADER (8 + 25)      /* the signature and IHDR with its length, name and check */

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

  append_uint32 (out, chunk->len - 4);
  g_byte_array_append (out, chunk->data, chunk->len);
  append_uint32 (out, crc32_of (chunk->data, chunk->len));
}

/**
 * nida_png_with_words:
 * @png: a complete PNG
 * @title: its title
 * @description: what it shows
 * @language: of both, "ar"
 *
 * Returns: (transfer full): the same picture with the words behind its header
 */
GBytes *
nida_png_with_words (GByteArray *png,
                     const char *title,
                     const char *description,
                     const char *language)
{
  GByteArray *out = g_byte_array_new ();

  g_assert (png->len > SIGNATURE_AND_HEADER);
  g_byte_array_append (out, png->data, SIGNATURE_AND_HEADER);
  append_words (out, "Title", title, language);
  append_words (out, "Description", description, language);
  g_byte_array_append (out, png->data + SIGNATURE_AND_HEADER, png->len - SIGNATURE_AND_HEADER);

  return g_byte_array_free_to_bytes (out);
}
