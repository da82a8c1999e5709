/* Runs a fuzz target over its corpus as ordinary tests, and over each file cut short and with each byte changed. With
 * libFuzzer this file is left out and the target is linked with -fsanitize=fuzzer. */
#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#define MAX_VARIED 256        /* bytes of a file that are varied */

static void
run_varied (const char *contents,
            gsize       length)
{
  g_autofree guint8 *copy = g_memdup2 (contents, length);

  for (gsize i = 0; i < MIN (length, MAX_VARIED); i++)
    {
      guint8 byte = copy[i];

      LLVMFuzzerTestOneInput (copy, i);
      for (guint bit = 0; bit < 8; bit++)
        {
          copy[i] = byte ^ (1u << bit);
          LLVMFuzzerTestOneInput (copy, length);
        }
      copy[i] = byte;
    }
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const guint8 *) contents, length), ==, 0);
  run_varied (contents, length);
}

/* replay FOLDER */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  dir = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/fuzz/%s", name);

      g_test_add_data_func_full (test, g_build_filename (argv[1], name, NULL), test_file, g_free);
    }
  return g_test_run ();
}
