/* The digits of a chart's table, to the last, whatever language it is in; names that hold a number stay names. */
#include "scene-builder.h"
#include "chart-table.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_numbers (void)
{
  static const struct { const char *cell, *digits; gboolean percent; } cases[] = {
    { "$17,064,284", "17064284", FALSE },
    { "\u206617,064,284\u2069 دولار", "17064284", FALSE },
    { "١٧٬٠٦٤٬٢٨٤٫٥ دولار", "17064284.5", FALSE },
    { "1,250.125 د.ك.", "1250.125", FALSE },
    { "KWD 1,250.125", "1250.125", FALSE },
    { "−$5", "-5", FALSE },
    { "44.5%", "44.5", TRUE },
    { "٤٤٪", "44", TRUE },
    { "<1%", NULL, FALSE },
    { "≈ 70", NULL, FALSE },
    { "2024-Q1", NULL, FALSE },
    { "Other (3)", NULL, FALSE },
    { "", NULL, FALSE },
    { "—", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean percent;
      g_autofree char *digits = nida_table_cell_number (cases[i].cell, &percent);

      g_assert_cmpstr (digits, ==, cases[i].digits);
      if (digits != NULL)
        g_assert_cmpint (percent, ==, cases[i].percent);
    }
}

static void
test_csv (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *folder = g_dir_make_tmp ("nida-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL), *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  nida_scene_builder_table (builder, (const char *[]) { "Donor", "Received", NULL });
  nida_scene_builder_table_row (builder, "a", (const char *[]) { "\u2068=SUM(A1)\u2069", "$1,250", NULL },
                                (NidaMoney[]) { NIDA_MONEY_NONE, 1250000 });
  nida_scene_builder_table_row (builder, "b", (const char *[]) { "@x", "−$5", NULL }, (NidaMoney[]) { NIDA_MONEY_NONE, -5000 });
  nida_scene_builder_table_row (builder, "c", (const char *[]) { "2024", "—", NULL }, NULL);
  scene = nida_scene_builder_end (builder);
  g_assert_true (nida_scene_table_write (scene, file, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "\xEF\xBB\xBF" "Donor,Received\r\n'=SUM(A1),1250\r\n'@x,-5\r\n2024,—\r\n");
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-table/numbers", test_numbers);
  g_test_add_func ("/chart-table/csv/no-cell-is-a-formula", test_csv);
  return g_test_run ();
}
