/* load-attempt.c: an input that cannot be read is named by its number, and done without where that was decided. */
#include "support.h"

#include "load-attempt.h"

#define TEXT "donor,amount\nKuwait,1\n"

static NidaDataset *
attempt (const char * const *inputs,
         const NidaTrouble  *trouble,
         guint              *failed,
         GError            **error)
{
  NidaLoadOptions options = { 0 };
  NidaProgress progress = { 0 };
  g_autoptr (GPtrArray) keeps = nida_load_new_keeps ();

  return nida_load_attempt (inputs, &options, trouble, &progress, keeps, NULL, failed, error);
}

static void
test_failed (void)
{
  char *path = write_file (TEXT, -1);
  const char *inputs[] = { path, "/nowhere/at-all.csv", path, NULL };
  NidaTrouble trouble[4] = { { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  guint failed = 0;

  dataset = attempt (inputs, trouble, &failed, &error);
  g_assert_null (dataset);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND);
  g_assert_cmpuint (failed, ==, 1);
  remove_file (path);
}

static void
test_missing (void)
{
  char *path = write_file (TEXT, -1);
  const char *inputs[] = { path, "/nowhere/at-all.csv", NULL };
  NidaFailure gone = { (char *) "It is not there.", NIDA_ABSENCE_FILE, NULL };
  NidaTrouble trouble[3] = { { NULL }, { .failure = &gone, .is_missing = TRUE } };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  guint failed = 0;

  dataset = attempt (inputs, trouble, &failed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  g_assert_cmpuint (nida_report_get_n_sources (nida_dataset_get_report (dataset)), ==, 2);
  g_assert_false (nida_report_get_source (nida_dataset_get_report (dataset), 0)->is_missing);
  g_assert_true (nida_report_get_source (nida_dataset_get_report (dataset), 1)->is_missing);
  remove_file (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load-attempt/failed/is-named-by-its-number", test_failed);
  g_test_add_func ("/load-attempt/missing/the-others-are-read", test_missing);
  return g_test_run ();
}
