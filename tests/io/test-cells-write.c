/* cells-write.c and workbook-write.c: figures are numbers, words are never formulas. */
#include "support.h"

#include "cells-write.h"

#include <glib/gstdio.h>

static void
add (GArray             *row,
     NidaSheetCellKind   kind,
     const char         *text)
{
  NidaSheetCell cell = { kind, g_strdup (text) };

  g_array_append_val (row, cell);
}

static GPtrArray *
make_rows (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *row = g_array_new (FALSE, FALSE, sizeof (NidaSheetCell));

  g_array_set_clear_func (row, nida_sheet_cell_clear);
  add (row, NIDA_SHEET_TEXT, "=1+1");
  add (row, NIDA_SHEET_TEXT, "\tindented");
  add (row, NIDA_SHEET_NUMBER, "1250.5");
  add (row, NIDA_SHEET_PERCENT, "44.5");
  add (row, NIDA_SHEET_NUMBER, "9223372036854775.807");
  g_ptr_array_add (rows, row);
  return rows;
}

static char *
write_as (const char *name)
{
  static const char * const headings[] = { "A", "B", "C", "D", "E", NULL };
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_cells_write_file (headings, rows, TRUE, file, &error));
  g_assert_no_error (error);
  return path;
}

static void
test_workbook (void)
{
  g_autofree char *path = write_as ("out.xlsx");
  g_autofree char *xml = ask_python ("import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet1.xml').decode())",
                                     path, NULL);

  if (xml != NULL)
    {
      g_assert_null (strstr (xml, "<f>"));
      g_assert_nonnull (strstr (xml, "=1+1"));
      g_assert_nonnull (strstr (xml, "<v>1250.5</v>"));
      g_assert_nonnull (strstr (xml, "<v>0.445</v>"));
      g_assert_nonnull (strstr (xml, "9223372036854775.807"));      /* more digits than a number keeps */
      g_assert_nonnull (strstr (xml, "rightToLeft=\"1\""));
      g_assert_nonnull (strstr (xml, "<col min=\"5\" max=\"5\" width=\"27."));      /* its 20 characters, and the commas */
      g_assert_nonnull (strstr (xml, "<col min=\"1\" max=\"1\" width=\"9."));
    }
  g_unlink (path);
}

static void
test_csv (void)
{
  g_autofree char *path = write_as ("out.csv"), *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "\xEF\xBB\xBF" "A,B,C,D,E\r\n'=1+1,\"'\tindented\",1250.5,44.5%,9223372036854775.807\r\n");
  g_unlink (path);
}

static void
test_failure (void)
{
  static const char * const headings[] = { "A", NULL };
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/out.xlsx");
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (nida_cells_write_file (headings, rows, FALSE, file, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cells-write/workbook/numbers-and-no-formula", test_workbook);
  g_test_add_func ("/cells-write/csv/no-formula", test_csv);
  g_test_add_func ("/cells-write/failure-is-told", test_failure);
  return g_test_run ();
}
