/* xlsx-write.c: a workbook that reads back the same, and holds no formula. */
#include "support.h"

#include <glib/gstdio.h>

/* Written as a workbook, read back, as text. */
static char *
round_trip (NidaDataset *dataset)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) back = NULL;
  GString *text = g_string_new (NULL);

  g_assert_true (nida_xlsx_write (dataset, NULL, file, NULL, &error));
  back = load_file (path, &error);
  g_assert_no_error (error);
  nida_csv_append (text, back, NULL);
  g_unlink (path);
  g_rmdir (folder);
  return g_string_free (text, FALSE);
}

static void
assert_same (const char *csv)
{
  g_autoptr (NidaDataset) dataset = load_text (csv);
  g_autoptr (GString) before = g_string_new (NULL);
  g_autofree char *after = round_trip (dataset);

  nida_csv_append (before, dataset, NULL);
  g_assert_cmpstr (after, ==, before->str);
}

static void
test_same (void)
{
  assert_same ("id,part,kind,date,date_end,usage_year,donor,donor_ar,currency,amount,amount_usd,description,updated_at\n"
               "fts:1,,paid,2024-02-04,,2024,\"=SUM(A1)\",كويت,KWD,1250000.125,4000000.5,\"a\nb\tc\",2024-02-04T10:00:00Z\n"
               "iati:A:1,1,commitment,2024-02,,2024..2026,'quoted,,USD,-0.001,,_x0041_ & <b>,\n"
               "iati:A:1,2,commitment,2024,,,' ,,USD,999999999999.999,,,\n"
               ",,paid,2009,2023,,+1,,USD,9223372036854775.807,,,\n"
               ",,paid,1800-01-01,,,@x,,USD,0.1,,,\n"
               ",,paid,2024-Q1,,,-,,USD,0,,,\n"
               ",,pledge,,,,Ünïcode,,EUR,5,,,\n");
}

/* The sheet itself has a text where a program of tables would see a formula, and numbers as numbers. */
static void
test_no_formula (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("date,donor,amount\n2024-02-04,=1+1,5.25\n");
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *xml = NULL;

  g_assert_true (nida_xlsx_write (dataset, NULL, file, NULL, NULL));
  xml = ask_python ("import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet1.xml').decode())", path,
                    NULL);
  if (xml != NULL)
    {
      g_assert_null (strstr (xml, "<f>"));
      g_assert_nonnull (strstr (xml, "=1+1"));
      g_assert_nonnull (strstr (xml, "<v>5.25</v>"));
      g_assert_nonnull (strstr (xml, "width=\"18."));      /* room for amounts */
      g_assert_nonnull (strstr (xml, "<v>45326</v>"));
    }
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_real_files (void)
{
  static const char * const names[] = { "iati/foodsecurity_activities.xml", "fts/fts_requirements_funding_global.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = real_file (names[i]);
      g_autoptr (NidaDataset) dataset = path != NULL ? load_file (path, NULL) : NULL;
      g_autoptr (GString) before = g_string_new (NULL);
      g_autofree char *after = NULL;

      if (dataset == NULL)
        return;
      nida_csv_append (before, dataset, NULL);
      after = round_trip (dataset);
      assert_same_lines (after, before->str);
    }
}

/* An error of any step keeps the old file. */
static void
test_too_long (void)
{
  g_autoptr (GString) csv = g_string_new ("amount,description\n1,");
  g_autoptr (NidaDataset) dataset = NULL;
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append_c (csv, 'x');
  g_string_append_c (csv, '\n');
  dataset = load_text (csv->str);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (nida_xlsx_write (dataset, NULL, file, NULL, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "old");
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-write/reads-back-the-same", test_same);
  g_test_add_func ("/xlsx-write/no-formulas", test_no_formula);
  g_test_add_func ("/xlsx-write/real-files", test_real_files);
  g_test_add_func ("/xlsx-write/a-text-that-is-too-long", test_too_long);
  return g_test_run ();
}
