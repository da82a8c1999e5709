#include "support.h"

/* A file of every trouble: quotes, lines inside them, ragged rows, Arabic, bad amounts. */
static char *
make_text (guint       seed,
           guint       n_rows,
           gboolean    strays,
           const char *line_end)
{
  static const char * const donors[] = {
    "Kuwait", "\"Kuwait, Government of\"", "\"الصندوق الكويتي\nللتنمية\"", "\"he said \"\"yes\"\"\"", "", "Qatar Fund",
    "\"\"", "\"two\nlines\nand, a comma\"",
  };
  static const char * const amounts[] = { "1", "2.5", "-3", "0", "x", "1000000", "" };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GString *text = g_string_new ("id,date,donor,amount,description");

  g_string_append (text, line_end);
  for (guint i = 0; i < n_rows; i++)
    {
      guint stray = strays ? (guint) g_rand_int_range (random, 0, 20) : 99;

      g_string_append_printf (text, "%u,20%02d-%02d,%s,%s,%s%s", g_rand_int_range (random, 1, (int) n_rows),
                              g_rand_int_range (random, 10, 30), g_rand_int_range (random, 1, 14),
                              donors[g_rand_int_range (random, 0, G_N_ELEMENTS (donors))],
                              amounts[g_rand_int_range (random, 0, G_N_ELEMENTS (amounts))],
                              stray == 0 ? "5\" pipe" : stray == 1 ? "\"a\"b" : "\"long, text\"",
                              g_rand_int_range (random, 0, 30) == 0 ? ",more" : "");
      g_string_append (text, line_end);
      if (g_rand_int_range (random, 0, 25) == 0)
        g_string_append (text, line_end);
    }
  return g_string_free (text, FALSE);
}

static char *
load_tuned (const char *path,
            gsize       block,
            guint64     min_shared)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  nida_table_file_tune (block, min_shared);
  dataset = load_file (path, &error);
  nida_table_file_tune (0, 0);
  g_assert_no_error (error);
  return dump (dataset);
}

static void
assert_same (const char *text)
{
  char *path = write_file (text, -1);
  g_autofree char *one = load_tuned (path, 0, G_MAXUINT64);
  static const gsize blocks[] = { 7, 64, 1000, 1 << 18 };

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autofree char *sequential = load_tuned (path, blocks[i], G_MAXUINT64);
      g_autofree char *shared = load_tuned (path, blocks[i], 1);

      g_assert_cmpstr (sequential, ==, one);
      g_assert_cmpstr (shared, ==, one);
    }
  remove_file (path);
}

static void
test_threads (void)
{
  for (guint seed = 1; seed <= 25; seed++)
    {
      g_autofree char *text = make_text (seed, 10 + seed * 7, FALSE, seed % 3 == 0 ? "\r\n" : "\n");

      assert_same (text);
    }
}

/* The count of quotes lies; the second thread's work must be thrown away. */
static void
test_strays (void)
{
  for (guint seed = 1; seed <= 25; seed++)
    {
      g_autofree char *text = make_text (seed, 10 + seed * 7, TRUE, "\n");

      assert_same (text);
    }
}

/* Wherever the middle falls. */
static void
test_every_middle (void)
{
  for (guint n = 1; n < 120; n++)
    {
      g_autoptr (GString) text = g_string_new ("date,donor,amount\n");

      for (guint i = 0; i < n % 11; i++)
        g_string_append (text, i % 2 ? "2024,\"a\n\"\"b\"\"\n\",1\n\n" : "2024,Kuwait,2\n");
      g_string_append (text, "2025,");
      for (guint i = 0; i < n; i++)
        g_string_append_c (text, 'x');
      g_string_append (text, ",3\n2026,last,4");
      assert_same (text->str);
    }
}

static void
test_carriage_returns (void)
{
  g_autofree char *text = make_text (3, 60, FALSE, "\r");

  assert_same (text);
}

static void
test_failure_in_second_part (void)
{
  g_autoptr (GString) text = g_string_new ("date,donor,amount\n");
  g_autofree char *long_cell = g_strnfill ((1 << 20) + 10, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < 60000; i++)
    g_string_append (text, "2024,some donor of the first part,1\n");
  g_string_append_printf (text, "2024,%s,1\n", long_cell);
  nida_table_file_tune (0, 1);
  dataset = load_bytes (text->str, (gssize) text->len, &error);
  nida_table_file_tune (0, 0);
  g_assert_null (dataset);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "input.csv"));
  g_assert_nonnull (strstr (error->message, "60002"));
}

/* 2 GiB of nothing behind an open quote: read no further than must be. */
static void
test_sparse (void)
{
  char *path = write_file ("date,donor,amount\n2024,\"", -1);
  FILE *file = fopen (path, "r+");
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  g_assert_cmpint (ftruncate (fileno (file), (off_t) 2 << 30), ==, 0);
  fclose (file);
  dataset = load_file (path, &error);
  g_assert_null (dataset);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "Line 2"));
  remove_file (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-file/threads/give-what-one-gives", test_threads);
  g_test_add_func ("/table-file/threads/stray-quotes-do-not-mislead", test_strays);
  g_test_add_func ("/table-file/threads/wherever-the-middle-falls", test_every_middle);
  g_test_add_func ("/table-file/threads/carriage-returns", test_carriage_returns);
  g_test_add_func ("/table-file/threads/a-failure-in-the-second-part-is-told", test_failure_in_second_part);
  g_test_add_func ("/table-file/sparse/an-open-quote-fails-fast", test_sparse);
  return g_test_run ();
}
