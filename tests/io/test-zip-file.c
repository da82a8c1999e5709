/* zip-file.c, zip-archive.c: what is packed is read as if it were not. */
#include "zip-support.h"

static void
test_forms (void)
{
  char *path = write_zip ("README.txt", "about", "data/", "", "data/gifts.csv", "date,donor,amount\n2024,A,1\n2024,B,2\n",
                          "data/more.xml", "<iati-activity default-currency=\"USD\"><iati-identifier>A</iati-identifier>"
                          "<transaction><transaction-type code=\"3\"/><value>4</value></transaction></iati-activity>",
                          "__MACOSX/._gifts.csv", "junk", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_file (path, &error);
  g_autofree char *sum = NULL;

  g_assert_no_error (error);
  sum = sum_usd (dataset, NIDA_KIND_PAID);
  g_assert_cmpstr (sum, ==, "7");
  g_assert_cmpstr (get_source (dataset, 0)->name, ==, "input.csv (gifts.csv)");
  g_assert_cmpstr (get_source (dataset, 1)->name, ==, "input.csv (more.xml)");
  g_assert_cmpuint (nida_dataset_get_source_row (dataset, 1), ==, 3);
  remove_file (path);
}

static void
assert_bad (char          *path,
            NidaReadError  code,
            const char    *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_file (path, &error);

  remove_file (path);
  g_assert_null (dataset);
  g_assert_error (error, NIDA_READ_ERROR, (int) code);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_refused (void)
{
  char *inner = write_zip ("gifts.csv", "amount\n1\n", NULL), *path;
  g_autofree char *data = NULL;
  char *twice, *at;
  gsize length;
  zip_t *archive;
  int status;

  /* an archive in an archive */
  g_assert_true (g_file_get_contents (inner, &data, &length, NULL));
  path = write_file ("", 0);
  archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &status);
  zip_file_add (archive, "inner.zip", zip_source_buffer (archive, data, length, 0), 0);
  g_assert_cmpint (zip_close (archive), ==, 0);
  assert_bad (path, NIDA_READ_ERROR_FORMAT, "archive in an archive");
  remove_file (inner);

  assert_bad (write_zip ("README.md", "about", NULL), NIDA_READ_ERROR_EMPTY, "without any data");
  assert_bad (write_zip ("gifts.csv", "colour,size\nred,5\n", NULL), NIDA_READ_ERROR_COLUMNS, "gifts.csv");

  /* one name twice: libzip does not write it, so a name of the same length is changed in the bytes */
  path = write_zip ("a.csv", "amount\n1\n", "b.csv", "amount\n2\n", NULL);
  g_clear_pointer (&data, g_free);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (twice = data; (at = memmem (twice, length - (gsize) (twice - data), "b.csv", 5)) != NULL; twice = at)
    *at = 'a';
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  assert_bad (path, NIDA_READ_ERROR_FORMAT, "two entries");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zip-file/each-entry-is-a-source", test_forms);
  g_test_add_func ("/zip-file/what-is-refused", test_refused);
  return g_test_run ();
}
