/* sources.c: when the data under a chart were retrieved. What the line says in words is seen in the charts' own tests. */
#include "sources.h"
#include "loader.h"

#include <string.h>
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

/* Requirements of four sources and payments of three, one of which has both: together six, each once. */
static void
test_of_several (void)
{
  static const char text[] =
    "kind,date,donor,category,appeal,level,currency,amount,source\n"
    "requirement,2024,,Food,Appeal 2024,objective,USD,1000,one.org\n"
    "requirement,2024,,Health,Appeal 2024,objective,USD,1000,two.org\n"
    "requirement,2024,,Water,Appeal 2024,objective,USD,1000,three.org\n"
    "requirement,2024,,Shelter,Appeal 2024,objective,USD,1000,four.org\n"
    "paid,2023,Kuwait,Food,Appeal 2024,,USD,100,four.org\n"
    "paid,2023,Qatar,Food,Appeal 2024,,USD,100,five.org\n"
    "paid,2023,Oman,Food,Appeal 2024,,USD,100,six.org\n";
  g_autofree char *folder = g_dir_make_tmp ("nida-sources-XXXXXX", NULL), *path = g_build_filename (folder, "several.csv", NULL);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaChartSpec) needs = nida_chart_spec_new (NIDA_CHART_RANKING), paid = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (GPtrArray) specs = g_ptr_array_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaSources) sources = NULL;
  g_auto (GStrv) names = NULL;

  g_file_set_contents (path, text, -1, NULL);
  dataset = nida_load ((const char *[]) { path, NULL }, &(NidaLoadOptions) { 0 }, NULL, NULL);
  sources = nida_sources_new (dataset, language);
  needs->measure = NIDA_MEASURE_REQUIREMENT;
  paid->measure = NIDA_MEASURE_PAID;
  g_ptr_array_add (specs, needs);
  g_ptr_array_add (specs, paid);
  names = nida_sources_dup_names (sources, specs);
  g_assert_cmpuint (g_strv_length (names), ==, 3);
  g_assert_cmpstr (names[2], ==, "4 more sources");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_missing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-sources-XXXXXX", NULL), *path = write_saved_at (folder, "here.csv", 1500000000);
  const char *inputs[] = { path, "/nowhere/gone.csv", NULL };
  NidaLoadOptions options = { .may_miss = inputs };
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, NULL), whole = nida_load ((const char *[]) { path, NULL }, NULL, NULL, NULL);
  g_autoptr (NidaSources) sources = nida_sources_new (dataset, language), all = nida_sources_new (whole, language);

  g_assert_true (g_str_has_prefix (sources->missing, "Missing, and not counted: "));
  g_assert_nonnull (strstr (sources->missing, "gone.csv"));
  g_assert_null (all->missing);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sources/retrieved/a-file-when-it-was-saved-and-the-newest-counts", test_files);
  g_test_add_func ("/sources/names/of-several-charts-each-once", test_of_several);
  g_test_add_func ("/sources/missing/is-a-sentence-that-names-them", test_missing);
  return g_test_run ();
}
