/* The ending says the format; nothing that the person was not asked about is replaced. */
#include "config.h"

#include "save-dialog.h"
#include "ui-support.h"

#include <string.h>

static void
test_names (void)
{
  static const struct { const char *name; NidaSaveFormats chosen; const char *saved; } cases[] = {
    { "Coverage.png", NIDA_SAVE_SVG, "Coverage.svg" },         /* the one that was suggested */
    { "Coverage", NIDA_SAVE_PDF, "Coverage.pdf" },
    { "$2.03B from Kuwait", NIDA_SAVE_PNG, "$2.03B from Kuwait.png" },
    { "التغطية.SVG", NIDA_SAVE_PDF, "التغطية.SVG" },
    { "mine.csv", NIDA_SAVE_PNG, "mine.csv" },
    { "v1.2", NIDA_SAVE_XLSX, "v1.2.xlsx" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (g_get_tmp_dir (), "nida-none", cases[i].name, NULL);
      g_autoptr (GFile) whole = nida_save_dialog_complete (file, "Coverage.png", NIDA_SAVE_PICTURES | NIDA_SAVE_DATA, cases[i].chosen);
      g_autofree char *saved = g_file_get_basename (whole);

      g_assert_cmpstr (saved, ==, cases[i].saved);
    }
}

static void
test_taken (void)
{
  g_autofree char *path = ui_test_write ("taken.png", "old");
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".png"));
  g_autoptr (GFile) named = g_file_new_for_path (stem), whole = g_file_new_for_path (path);
  g_autoptr (GFile) other = nida_save_dialog_complete (named, "x.png", NIDA_SAVE_PICTURES, NIDA_SAVE_PNG);
  g_autoptr (GFile) same = nida_save_dialog_complete (whole, "x.png", NIDA_SAVE_PICTURES, NIDA_SAVE_PNG);
  g_autofree char *name = g_file_get_basename (other);

  g_assert_cmpstr (name, ==, "taken (2).png");
  /* About this one the dialog has asked. */
  g_assert_true (g_file_equal (same, whole));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/save-dialog/ending/says-the-format", test_names);
  g_test_add_func ("/save-dialog/taken/is-not-replaced-unasked", test_taken);
  return g_test_run ();
}
