#include "source-record.h"

#include "cache.h"
#include "zip-support.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <zlib.h>

/* The record behind @row of the file at @path, as its dataset says where it is. */
static NidaSourceRecord *
read_row (NidaDataset  *dataset,
          guint         row,
          GError      **error)
{
  guint64 offset = 0;
  guint length = 0;

  nida_dataset_get_place (dataset, row, &offset, &length);
  return nida_source_read_record (get_source (dataset, nida_dataset_get_source (dataset, row)), NIDA_COPIES (nida_cache_get_default ()),
                                  nida_dataset_get_source_row (dataset, row), offset, length, NULL, error);
}

static void
assert_records (const char         *data,
                gssize              length,
                const char * const *expected)
{
  char *path = write_file (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_file (path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, g_strv_length ((char **) expected));
  for (guint row = 0; expected[row] != NULL; row++)
    {
      g_autoptr (NidaSourceRecord) record = read_row (dataset, row, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (record->text, ==, expected[row]);
      g_assert_false (record->cut);
      g_assert_false (record->changed);
    }
  remove_file (path);
}

#define HEADER "date,donor,amount_usd,description\n"
#define QUOTED HEADER "2024-01-02,\"A \"\"x\"\"\",10,\"one\nline, and \"\"two\"\"\"\n2024-01-03,B,11,5\" pipe\n2024-01-04,C,12,last"

static const char * const quoted_records[] = {
  "2024-01-02,\"A \"\"x\"\"\",10,\"one\nline, and \"\"two\"\"\"", "2024-01-03,B,11,5\" pipe", "2024-01-04,C,12,last", NULL,
};

static void
test_lines (void)
{
  assert_records (QUOTED, -1, quoted_records);
}

static void
test_line_ends (void)
{
  static const char * const expected[] = { "2024,A,1,x", "2025,B,2,\"y\r\nz\"", "2026,C,3,w", NULL };

  assert_records ("date,donor,amount_usd,description\r\n2024,A,1,x\r\n2025,B,2,\"y\r\nz\"\r\n2026,C,3,w\r\n", -1, expected);
  assert_records ("\xEF\xBB\xBF" "date,donor,amount_usd,description\n2024,A,1,x\n2025,B,2,\"y\r\nz\"\n2026,C,3,w", -1, expected);
}

static void
test_gzip (void)
{
  Bytef out[4096];
  z_stream stream = { 0 };

  g_assert_cmpint (deflateInit2 (&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY), ==, Z_OK);
  stream.next_in = (Bytef *) QUOTED;
  stream.avail_in = strlen (QUOTED);
  stream.next_out = out;
  stream.avail_out = sizeof out;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  assert_records ((const char *) out, (gssize) stream.total_out, quoted_records);
  deflateEnd (&stream);
}

static void
test_encoding (void)
{
  static const char * const expected[] = { "2024,حكومة الكويت,10,منحة لليمن", "2025,حكومة الكويت,20,منحة للسودان", NULL };
  g_autofree char *text = g_strdup_printf (HEADER "%s\n%s\n", expected[0], expected[1]);
  gsize length;
  g_autofree char *bytes = g_convert (text, -1, "WINDOWS-1256", "UTF-8", NULL, &length, NULL);

  assert_records (bytes, (gssize) length, expected);
}

static void
test_places (void)
{
  static const char * const expected[] = {
    "{\"date\": \"2024-01-02\", \"donor\": \"A\", \"amount_usd\": 10}", "{\"date\":\"2024-01-03\",\"donor\":\"B}\",\"amount_usd\":11}", NULL,
  };
  g_autofree char *text = g_strdup_printf ("[\n  %s,\n %s]\n", expected[0], expected[1]);

  assert_records (text, -1, expected);
}

static void
test_cut (void)
{
  g_autoptr (GString) text = g_string_new ("date,donor,amount_usd,description\n2024,A,1,");
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaSourceRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  char *path;

  for (guint i = 0; i < NIDA_RECORD_MAX; i++)
    g_string_append (text, "ي");
  path = write_file (text->str, (gssize) text->len);
  dataset = load_file (path, &error);
  g_assert_no_error (error);
  record = read_row (dataset, 0, &error);
  g_assert_no_error (error);
  g_assert_true (record->cut);
  g_assert_cmpuint (strlen (record->text), <=, NIDA_RECORD_MAX);
  g_assert_cmpuint (strlen (record->text), >=, NIDA_RECORD_MAX - 1);
  g_assert_true (g_str_has_suffix (record->text, "ي"));
  remove_file (path);
}

static void
test_changed (void)
{
  char *path = write_file (QUOTED, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_file (path, &error);
  g_autoptr (NidaSourceRecord) record = NULL;
  g_autofree char *checksum = NULL;
  g_autofree char *same = NULL;
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, QUOTED, -1);
  gboolean changed = TRUE;

  g_assert_no_error (error);
  same = nida_source_dup_checksum (get_source (dataset, 0), NULL, &changed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (same, ==, expected);
  g_assert_false (changed);

  g_assert_true (g_file_set_contents (path, HEADER "2024-01-05,D,13,new\n", -1, NULL));
  record = read_row (dataset, 0, &error);
  g_assert_no_error (error);
  g_assert_true (record->changed);
  g_assert_cmpstr (record->text, ==, "2024-01-05,D,13,new");
  checksum = nida_source_dup_checksum (get_source (dataset, 0), NULL, &changed, NULL, &error);
  g_assert_true (changed);
  g_assert_cmpstr (checksum, !=, expected);

  g_clear_pointer (&record, nida_source_record_free);
  record = read_row (dataset, 2, &error);
  g_assert_null (record);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_CHANGED);
  g_clear_error (&error);

  remove_file (path);
  record = read_row (dataset, 0, &error);
  g_assert_null (record);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND);
}

/* Other bytes of the same number within a second: the clock of the file tells, or the file that stands in its place. */
static void
test_changed_within_a_second (void)
{
  char *path = write_file (HEADER "2024-01-02,A,10,old\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_file (path, &error);
  struct stat before;
  FILE *file;

  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &before), ==, 0);
  for (guint replaced = 0; replaced < 2; replaced++)
    {
      struct timespec times[2] = { before.st_atim, before.st_mtim };
      g_autoptr (NidaSourceRecord) record = NULL;

      if (replaced)
        g_assert_true (g_file_set_contents (path, HEADER "2024-01-02,A,10,new\n", -1, NULL));
      else
        {
          file = fopen (path, "r+");
          g_assert_cmpint (fputs (HEADER "2024-01-02,B,11,new\n", file), >=, 0);
          g_assert_cmpint (fclose (file), ==, 0);
          times[1].tv_nsec = (times[1].tv_nsec + 1) % 1000000000;
        }
      g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
      record = read_row (dataset, 0, &error);
      g_assert_no_error (error);
      g_assert_true (record->changed);
      g_assert_true (g_str_has_suffix (record->text, ",new"));
    }
  remove_file (path);
}

static void
test_not_here (void)
{
  static const char * const uris[] = { "https://example.org/a.csv", "-" };

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      NidaSourceInfo info = { .name = (char *) "a.csv", .uri = (char *) uris[i] };
      g_autoptr (GError) error = NULL;

      g_assert_null (nida_source_read_record (&info, NIDA_COPIES (nida_cache_get_default ()), 2, 0, 0, NULL, &error));
      g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND);
    }
}

/* A row of the sheet that was read, with the names of its columns. */
/* What is packed in an archive is read from there, a text as well as a workbook. */
static void
test_archive (void)
{
  char *book = XLSX ("", XLSX_GIFTS), *path = write_file ("", 0);
  zip_t *archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  static const char text[] = "date,donor,amount\n2024-01-02,\"A\nB\",5\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  static const char * const expected[] = { "2024-01-02,\"A\nB\",5", "date: 2024-02-04\ndonor: Kuwait Fund\namount: 1.1",
                                           "date: 2024-02-05\ndonor: Qatar\namount: 2500000" };

  zip_file_add (archive, "data/gifts.csv", zip_source_buffer (archive, text, strlen (text), 0), ZIP_FL_ENC_UTF_8);
  zip_file_add (archive, "data/gifts.xlsx", zip_source_file (archive, book, 0, -1), ZIP_FL_ENC_UTF_8);
  g_assert_cmpint (zip_close (archive), ==, 0);
  dataset = load_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), >=, G_N_ELEMENTS (expected));
  for (guint row = 0; row < G_N_ELEMENTS (expected); row++)
    {
      g_autoptr (NidaSourceRecord) record = read_row (dataset, row, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (record->text, ==, expected[row]);
      g_assert_false (record->changed);
    }
  /* the entry is not there any more */
  archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  zip_file_add (archive, "other.csv", zip_source_buffer (archive, text, strlen (text), 0), ZIP_FL_ENC_UTF_8);
  g_assert_cmpint (zip_close (archive), ==, 0);
  g_assert_null (read_row (dataset, 0, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_CHANGED);
  remove_file (path);
  remove_file (book);
}

static void
test_workbook (void)
{
  char *path = XLSX ("", XLSX_GIFTS);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_file (path, &error);
  g_autoptr (NidaSourceRecord) record = NULL;

  g_assert_no_error (error);
  record = read_row (dataset, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record->text, ==, "date: 2024-02-05\ndonor: Qatar\namount: 2500000");
  g_assert_false (record->changed);
  g_assert_false (record->cut);
  g_clear_pointer (&record, nida_source_record_free);
  record = nida_source_read_record (get_source (dataset, 0), NULL, 70, 0, 0, NULL, &error);
  g_assert_null (record);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_CHANGED);
  g_clear_error (&error);
  /* an archive without a workbook in its place, as one that holds the workbook has */
  {
    char *other = write_zip ("a.csv", "date,donor,amount\n", NULL);

    g_assert_cmpint (g_rename (other, path), ==, 0);
    remove_file (other);
  }
  g_assert_null (nida_source_read_record (get_source (dataset, 0), NULL, 4, 0, 0, NULL, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT);
  remove_file (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-record/lines/quoted-line-ends-belong-to-the-record", test_lines);
  g_test_add_func ("/source-record/lines/every-kind-of-line-end-and-a-mark-at-the-start", test_line_ends);
  g_test_add_func ("/source-record/gzip/is-taken-off", test_gzip);
  g_test_add_func ("/source-record/windows-1256/is-read-as-text", test_encoding);
  g_test_add_func ("/source-record/json/the-object-alone", test_places);
  g_test_add_func ("/source-record/long/is-cut-between-letters", test_cut);
  g_test_add_func ("/source-record/file/a-change-is-told", test_changed);
  g_test_add_func ("/source-record/workbook/the-row-with-the-names-of-its-columns", test_workbook);
  g_test_add_func ("/source-record/archive/texts-and-workbooks-in-it", test_archive);
  g_test_add_func ("/source-record/file/a-change-within-a-second-is-told", test_changed_within_a_second);
  g_test_add_func ("/source-record/elsewhere/says-what-to-do", test_not_here);
  return g_test_run ();
}
