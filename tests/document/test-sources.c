/* sources.c: when the data under a chart were retrieved. What the line says in words is seen in the charts' own tests. */
#include "sources.h"
#include "loader.h"

#include <glib/gstdio.h>
#include <utime.h>

static char *
write_saved_at (const char *folder,
                const char *name,
                gint64      saved)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "date,donor,amount\n2024-01-05,Kuwait,1000\n", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (utime (path, &(struct utimbuf) { saved, saved }), ==, 0);
  return path;
}

static gint64
retrieved (const char * const *inputs)
{
  NidaLoadOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, &error);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaSources) sources = NULL;

  g_assert_no_error (error);
  sources = nida_sources_new (dataset, language);
  return sources->retrieved;
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-sources-XXXXXX", NULL);
  g_autofree char *old = write_saved_at (folder, "old.csv", 1500000000), *new = write_saved_at (folder, "new.csv", 1700000000);

  g_assert_cmpint (retrieved ((const char *[]) { old, NULL }), ==, G_GINT64_CONSTANT (1500000000) * G_USEC_PER_SEC);
  g_assert_cmpint (retrieved ((const char *[]) { new, old, NULL }), ==, G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC);
  g_unlink (old);
  g_unlink (new);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sources/retrieved/a-file-when-it-was-saved-and-the-newest-counts", test_files);
  return g_test_run ();
}
