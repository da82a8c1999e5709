#include "bytes.h"

#include "loader.h"

#include <string.h>

/* Bytes that a function makes: the n-th is the n-th letter. */
static gssize
read_letters (gpointer   data,
              guint64    offset,
              void      *buffer,
              gsize      length,
              GError   **error)
{
  guint *calls = data;

  (*calls)++;
  for (gsize i = 0; i < length; i++)
    ((char *) buffer)[i] = (char) ('a' + (offset + i) % 26);
  return (gssize) length;
}

static gssize
read_nothing (gpointer   data,
              guint64    offset,
              void      *buffer,
              gsize      length,
              GError   **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD, "damaged");
  return -1;
}

static void
count_end (gpointer data)
{
  (*(guint *) data) = 1000;
}

static void
test_reader (void)
{
  guint calls = 0;
  NidaBytes *bytes = nida_bytes_new_reader ("letters", 30, read_letters, &calls, count_end);
  char buffer[8] = "";

  g_assert_cmpuint (nida_bytes_get_size (bytes), ==, 30);
  g_assert_cmpint (nida_bytes_read (bytes, 1, buffer, 3, NULL), ==, 3);
  g_assert_cmpmem (buffer, 3, "bcd", 3);
  /* no further than the end, which nobody is asked beyond */
  g_assert_cmpint (nida_bytes_read (bytes, 28, buffer, 8, NULL), ==, 2);
  g_assert_cmpmem (buffer, 2, "cd", 2);
  g_assert_cmpuint (calls, ==, 2);
  g_assert_cmpint (nida_bytes_read (bytes, 30, buffer, 8, NULL), ==, 0);
  g_assert_cmpuint (calls, ==, 2);
  /* they change with no file */
  g_assert_true (nida_bytes_check (bytes, NULL));
  g_assert_null (nida_bytes_dup_tag (bytes));
  g_assert_cmpint (nida_bytes_get_modified (bytes), ==, 0);
  nida_bytes_unref (bytes);
  g_assert_cmpuint (calls, ==, 1000);
}

static void
test_reader_appended (void)
{
  guint calls = 0;
  g_autoptr (NidaBytes) letters = nida_bytes_new_reader ("letters", 26, read_letters, &calls, NULL);
  g_autoptr (NidaBytes) copy = nida_bytes_new ("copy", NULL);
  g_autofree char *one = NULL, *other = NULL;

  g_assert_true (nida_bytes_append_all (copy, letters, NULL, NULL));
  one = nida_bytes_dup_checksum (letters, NULL, NULL);
  other = nida_bytes_dup_checksum (copy, NULL, NULL);
  g_assert_cmpstr (one, ==, other);
}

static void
test_reader_fails (void)
{
  g_autoptr (NidaBytes) bytes = nida_bytes_new_reader ("x", 10, read_nothing, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (nida_bytes_dup_checksum (bytes, NULL, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bytes/reader/is-asked-by-position-and-not-beyond-the-end", test_reader);
  g_test_add_func ("/bytes/reader/is-copied-like-a-file", test_reader_appended);
  g_test_add_func ("/bytes/reader/tells-its-error", test_reader_fails);
  return g_test_run ();
}
