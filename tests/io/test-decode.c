#include "support.h"

#include "decode.h"

#include <brotli/encode.h>
#include <zlib.h>

/* @text, packed as gzip or brotli. */
static GBytes *
pack (const char *encoding,
      const char *text,
      gsize       length)
{
  gsize size = length + 1024;
  guint8 *out = g_malloc (size);
  z_stream stream = { .next_in = (Bytef *) text, .avail_in = (uInt) length, .next_out = out, .avail_out = (uInt) size };

  if (strcmp (encoding, "br") == 0)
    {
      g_assert_true (BrotliEncoderCompress (5, 22, BROTLI_MODE_TEXT, length, (const guint8 *) text, &size, out));
      return g_bytes_new_take (out, size);
    }
  deflateInit2 (&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  deflate (&stream, Z_FINISH);
  deflateEnd (&stream);
  return g_bytes_new_take (out, stream.total_out);
}

/* Push all but the last @cut of the bytes in blocks of @block; the text, or NULL with @error. */
static char *
decode (const char  *encoding,
        GBytes      *packed,
        gsize        block,
        gsize        cut,
        gboolean    *proves,
        GError     **error)
{
  g_autoptr (NidaDecoder) decoder = nida_decoder_new (encoding, "data.csv", error);
  g_autoptr (NidaBytes) out = nida_bytes_new ("data.csv", NULL);
  gsize size;
  const char *data = g_bytes_get_data (packed, &size);
  char *text;

  if (decoder == NULL)
    return NULL;
  for (gsize i = 0; i < size - cut; i += block)
    if (!nida_decoder_push (decoder, data + i, MIN (block, size - cut - i), out, error))
      return NULL;
  if (!nida_decoder_finish (decoder, out, proves, error))
    return NULL;
  text = g_malloc0 (nida_bytes_get_size (out) + 1);
  nida_bytes_read (out, 0, text, nida_bytes_get_size (out), NULL);
  return text;
}

static void
test_blocks (gconstpointer data)
{
  const char *encoding = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) packed = NULL;
  static const gsize blocks[] = { 1, 2, 3, 7, 1000, 1 << 20 };

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u,Kuwait\n", i * 7919 % 100003);
  packed = pack (encoding, text->str, text->len);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean proves = FALSE;
      g_autofree char *out = decode (encoding, packed, blocks[i], 0, &proves, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (out, ==, text->str);
      g_assert_true (proves);
    }
}

static void
test_cut (gconstpointer data)
{
  const char *encoding = data;
  g_autoptr (GBytes) packed = pack (encoding, "kind,amount\npaid,1\n", 19);

  for (gsize cut = 1; cut < g_bytes_get_size (packed) - 3; cut++)
    {
      g_autoptr (GError) error = NULL;
      gboolean proves = FALSE;

      g_assert_null (decode (encoding, packed, 5, cut, &proves, &error));
      g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE);
    }
}

static void
test_false_label (void)
{
  static const char * const texts[] = { "kind,amount\npaid,1\n", "ab", "\x1f\x8b", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) plain = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;
      gboolean proves = TRUE;
      g_autofree char *out = decode ("gzip", plain, 1, 0, &proves, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (out, ==, texts[i]);
      g_assert_false (proves);
    }
}

static void
test_members (void)
{
  g_autoptr (GBytes) one = pack ("gzip", "a,b\n", 4), two = pack ("gzip", "c,d\n", 4);
  g_autoptr (GByteArray) both = g_byte_array_new ();
  g_autoptr (GBytes) packed = NULL;
  gboolean proves;

  g_byte_array_append (both, g_bytes_get_data (one, NULL), (guint) g_bytes_get_size (one));
  g_byte_array_append (both, g_bytes_get_data (two, NULL), (guint) g_bytes_get_size (two));
  g_byte_array_append (both, (const guint8 *) "\0\0\0", 3);
  packed = g_bytes_new (both->data, both->len);
  for (gsize block = 1; block < 64; block++)
    {
      g_autofree char *out = decode ("gzip", packed, block, 0, &proves, NULL);

      g_assert_cmpstr (out, ==, "a,b\nc,d\n");
    }
}

static void
test_bomb (gconstpointer data)
{
  const char *encoding = data;
  gsize length = 70 << 20;
  g_autofree char *zeros = g_malloc0 (length);
  g_autoptr (GBytes) packed = pack (encoding, zeros, length);
  g_autoptr (GError) error = NULL;
  gboolean proves;

  g_assert_cmpuint (g_bytes_get_size (packed), <, 1 << 20);
  g_assert_null (decode (encoding, packed, 1024, 0, &proves, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE);
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nida_decoder_new ("gzip, br", "data.csv", &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/decode/gzip/in-blocks-of-any-size", "gzip", test_blocks);
  g_test_add_data_func ("/decode/brotli/in-blocks-of-any-size", "br", test_blocks);
  g_test_add_data_func ("/decode/gzip/cut-is-incomplete", "gzip", test_cut);
  g_test_add_data_func ("/decode/brotli/cut-is-incomplete", "br", test_cut);
  g_test_add_data_func ("/decode/gzip/bomb-is-refused", "gzip", test_bomb);
  g_test_add_data_func ("/decode/brotli/bomb-is-refused", "br", test_bomb);
  g_test_add_func ("/decode/gzip/a-false-label-is-no-matter", test_false_label);
  g_test_add_func ("/decode/gzip/members-and-padding", test_members);
  g_test_add_func ("/decode/unknown-is-refused", test_unknown);
  return g_test_run ();
}
