#include "support.h"

#define ARABIC "kind,donor,amount\npaid,الصندوق الكويتي للتنمية,1000\npaid,الهلال الأحمر القطري,2000\npaid,وزارة الخارجية,3000\n"

static NidaDataset *
load_encoded (const char *text,
              const char *encoding,
              const char *mark,
              gsize       mark_length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *encoded = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  NidaDataset *dataset;
  gsize length;

  encoded = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, mark_length);
  g_byte_array_append (bytes, (const guint8 *) encoded, length);
  dataset = load_bytes ((const char *) bytes->data, bytes->len, &error);
  g_assert_no_error (error);
  return dataset;
}

static void
assert_encoding (const char *encoding,
                 const char *mark,
                 gsize       mark_length,
                 const char *expected)
{
  g_autoptr (NidaDataset) dataset = load_encoded (ARABIC, encoding, mark, mark_length);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 3);
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "الصندوق الكويتي للتنمية");
  assert_cell (dataset, 2, NIDA_FIELD_DONOR, "وزارة الخارجية");
  assert_cell (dataset, 2, NIDA_FIELD_AMOUNT, "3000");
  g_assert_cmpuint (nida_dataset_get_source_row (dataset, 2), ==, 4);
  if (expected == NULL)
    assert_no_problem (dataset, NIDA_PROBLEM_ENCODING);
  else
    g_assert_cmpstr (find_problem (dataset, NIDA_PROBLEM_ENCODING)->found, ==, expected);
}

static void
test_arabic (void)
{
  assert_encoding ("UTF-8", "", 0, NULL);
  assert_encoding ("UTF-8", "\xef\xbb\xbf", 3, NULL);
  assert_encoding ("UTF-16LE", "\xff\xfe", 2, "UTF-16LE");
  assert_encoding ("UTF-16BE", "\xfe\xff", 2, "UTF-16BE");
  assert_encoding ("UTF-16LE", "", 0, "UTF-16LE");
  assert_encoding ("UTF-16BE", "", 0, "UTF-16BE");
  assert_encoding ("WINDOWS-1256", "", 0, "windows-1256");
}

/* Rare enough to be saved again, but not to be taken for a table of strange letters. */
static void
test_utf32 (void)
{
  static const char * const encodings[] = { "UTF-32LE", "UTF-32BE", "UTF-32" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert ("kind,donor,amount\npaid,\xd8\xa7\xd9\x84\xd9\x83\xd9\x88\xd9\x8a\xd8\xaa,1\n", -1,
                                          encodings[i], "UTF-8", NULL, &length, NULL);

      assert_refused (bytes, (gssize) length, NIDA_READ_ERROR_FORMAT, "UTF-32. Save the table as CSV (UTF-8)");
    }
}

static void
test_western (void)
{
  g_autoptr (NidaDataset) dataset = load_encoded ("kind,donor,amount\npaid,Coopération française à Genève,5\n",
                                                  "WINDOWS-1252", "", 0);

  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Coopération française à Genève");
  g_assert_cmpstr (find_problem (dataset, NIDA_PROBLEM_ENCODING)->found, ==, "windows-1252");
}

/* The first megabyte says nothing about the encoding. */
static void
test_late (void)
{
  g_autoptr (GString) text = g_string_new ("kind,donor,amount\n");
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "paid,Kuwait,1\n");
  g_string_append (text, "paid,الصندوق الكويتي للتنمية,1000\n");
  dataset = load_encoded (text->str, "WINDOWS-1256", "", 0);
  assert_cell (dataset, 100000, NIDA_FIELD_DONOR, "الصندوق الكويتي للتنمية");
}

/* Bytes that are no text in an otherwise good file are counted, and nothing else changes. */
static void
test_damaged (void)
{
  g_autoptr (GError) error = NULL;
  static const char text[] = "kind,donor,amount\npaid,الصندوق الكويتي,1\npaid,Ku\xffwait,2\npaid,nul\0l,3\n";
  g_autoptr (NidaDataset) dataset = load_bytes (text, sizeof text - 1, &error);

  g_assert_no_error (error);
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "الصندوق الكويتي");
  assert_cell (dataset, 1, NIDA_FIELD_DONOR, "Ku\uFFFDwait");
  assert_cell (dataset, 2, NIDA_FIELD_DONOR, "nul\uFFFDl");
  assert_problem (dataset, NIDA_PROBLEM_TEXT_REPAIRED, 2, 3, "donor");
}

/* Half a pair of surrogates, and half a unit at the end. */
static void
test_damaged_utf16 (void)
{
  static const char text[] = "\xff\xfe" "k\0i\0n\0d\0,\0d\0o\0n\0o\0r\0,\0a\0m\0o\0u\0n\0t\0\n\0"
                             "p\0a\0i\0d\0,\0K\0\x00\xd8u\0,\0" "5\0\n\0p";
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_bytes (text, sizeof text - 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "K\uFFFDu");
  assert_problem (dataset, NIDA_PROBLEM_ROW_SHORT, 1, 3, NULL);
}

/* A byte that Windows-1252 does not define. */
static void
test_undefined (void)
{
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  dataset = load_bytes ("kind,donor,amount\npaid,Gen\xe8ve \x81 x\xe9,5\n", -1, &error);
  g_assert_no_error (error);
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Genève \uFFFD xé");
}

static void
test_bidi (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("kind,donor,amount\npaid,Ku\u202Ewait,1\n");

  assert_problem (dataset, NIDA_PROBLEM_BIDI_CONTROL, 1, 2, "donor");
  g_assert_cmpstr (nida_report_get_problem (nida_dataset_get_report (dataset), 0)->found, ==, "Ku\u202Ewait");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Kuwait");
}

static void
test_kinds (void)
{
  static const char zip[] = "PK\x03\x04\x14\0\6\0";
  static const char noise[] = "\1\2\3\4,\5\6\7\n\1\2\3\4\5\6";

  assert_refused ("\x89PNG\r\n\x1a\n", -1, NIDA_READ_ERROR_FORMAT, "a PNG picture");
  assert_refused ("%PDF-1.7\n", -1, NIDA_READ_ERROR_FORMAT, "a PDF document");
  assert_refused (zip, sizeof zip, NIDA_READ_ERROR_INCOMPLETE, "damaged");
  assert_refused ("\xef\xbb\xbf  <?xml version=\"1.0\"?><a/>", -1, NIDA_READ_ERROR_FORMAT, "XML");
  assert_refused ("<!DOCTYPE html><html>", -1, NIDA_READ_ERROR_FORMAT, "a web page");
  assert_refused (noise, sizeof noise, NIDA_READ_ERROR_FORMAT, "binary data");
}

static void
test_empty (void)
{
  assert_refused ("", 0, NIDA_READ_ERROR_EMPTY, "is empty");
  assert_refused (" \n\r\n\t ", -1, NIDA_READ_ERROR_EMPTY, "is empty");
  assert_refused ("\xef\xbb\xbf", -1, NIDA_READ_ERROR_EMPTY, "is empty");
  assert_refused ("\xff\xfe", -1, NIDA_READ_ERROR_EMPTY, "is empty");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/utf-32/is-named-with-the-remedy", test_utf32);
  g_test_add_func ("/encoding/arabic/utf-8-utf-16-windows-1256", test_arabic);
  g_test_add_func ("/encoding/western/windows-1252", test_western);
  g_test_add_func ("/encoding/late/found-after-the-first-megabyte", test_late);
  g_test_add_func ("/encoding/damaged/is-repaired-and-counted", test_damaged);
  g_test_add_func ("/encoding/damaged/utf-16", test_damaged_utf16);
  g_test_add_func ("/encoding/damaged/undefined-bytes", test_undefined);
  g_test_add_func ("/encoding/bidi-controls/are-told-and-kept", test_bidi);
  g_test_add_func ("/encoding/no-table/says-what-it-looks-like", test_kinds);
  g_test_add_func ("/encoding/empty", test_empty);
  return g_test_run ();
}
