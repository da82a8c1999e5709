#include "support.h"

#include <zlib.h>

#define TEXT "kind,donor,amount\npaid,Kuwait,1000\n"

static GByteArray *
gzip (const char *data,
      gsize       length)
{
  GByteArray *out = g_byte_array_new ();
  z_stream stream = { 0 };

  g_assert_cmpint (deflateInit2 (&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY), ==, Z_OK);
  g_byte_array_set_size (out, deflateBound (&stream, length) + 64);
  stream.next_in = (Bytef *) data;
  stream.avail_in = length;
  stream.next_out = out->data;
  stream.avail_out = out->len;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  g_byte_array_set_size (out, stream.total_out);
  deflateEnd (&stream);
  return out;
}

static void
assert_loads (const GByteArray *bytes,
              guint             n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_bytes ((const char *) bytes->data, bytes->len, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, n_rows);
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Kuwait");
  g_assert_cmpuint (get_source (dataset, 0)->size, ==, bytes->len);
}

static void
test_gzip (void)
{
  g_autoptr (GByteArray) once = gzip (TEXT, strlen (TEXT));
  g_autoptr (GByteArray) twice = gzip ((const char *) once->data, once->len);

  assert_loads (once, 1);
  assert_loads (twice, 1);
}

static void
test_members (void)
{
  g_autoptr (GByteArray) both = gzip (TEXT, strlen (TEXT));
  g_autoptr (GByteArray) second = gzip ("paid,Qatar,5\n", 13);

  g_byte_array_append (both, second->data, second->len);
  assert_loads (both, 2);
  g_byte_array_append (both, (const guint8 *) "\0\0\0\0", 4);
  assert_loads (both, 2);
}

static void
test_many_blocks (void)
{
  g_autoptr (GString) text = g_string_new ("kind,donor,amount\n");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GByteArray) packed = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "paid,Kuwait,%u\n", g_rand_int (random));
  packed = gzip (text->str, text->len);
  assert_loads (packed, 100000);
}

static void
test_cut (void)
{
  g_autoptr (GByteArray) packed = gzip (TEXT, strlen (TEXT));

  for (guint length = 4; length < packed->len; length++)
    assert_refused ((const char *) packed->data, length, NIDA_READ_ERROR_INCOMPLETE, "damaged or was cut off");
  packed->data[packed->len - 6] ^= 1;
  assert_refused ((const char *) packed->data, packed->len, NIDA_READ_ERROR_INCOMPLETE, "damaged or was cut off");
}

static void
test_bomb (void)
{
  gsize length = 100 << 20;
  g_autofree char *zeros = g_malloc0 (length);
  g_autoptr (GByteArray) packed = gzip (zeros, length);

  assert_refused ((const char *) packed->data, packed->len, NIDA_READ_ERROR_TOO_LARGE, "200 times its size");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unpack/gzip/by-its-magic", test_gzip);
  g_test_add_func ("/unpack/gzip/several-members", test_members);
  g_test_add_func ("/unpack/gzip/many-blocks", test_many_blocks);
  g_test_add_func ("/unpack/gzip/cut-anywhere-is-incomplete", test_cut);
  g_test_add_func ("/unpack/gzip/bomb-is-refused", test_bomb);
  return g_test_run ();
}
