/* The table of a chart in a file holds its figures to the last digit. */
#include "board.h"
#include "chart-table.h"
#include "loader.h"
#include "scene-builder.h"
#include "table-figures.h"

#include <glib/gstdio.h>
#include <string.h>

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
  /* A day that sorts by its number, and a figure that was rounded, are words. */
  nida_scene_builder_table_row (builder, "d", (const char *[]) { "9 مارس", "$17.1M", NULL }, (NidaMoney[]) { 19791, 17123456000 });
  nida_scene_builder_table_row (builder, "c", (const char *[]) { "2024", "—", NULL }, NULL);
  scene = nida_scene_builder_end (builder);
  g_assert_true (nida_scene_table_write (scene, file, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "\xEF\xBB\xBF" "Donor,Received\r\n'=SUM(A1),1250\r\n'@x,-5\r\n9 مارس,$17.1M\r\n2024,—\r\n");
  g_unlink (path);
  g_rmdir (folder);
}

/* Every figure of @scene that is a sum of whole dollars stands in its line of the file, with all digits and no mark. */
static void
check_figures (NidaScene *scene,
               guint     *n)
{
  const NidaTable *table = nida_scene_get_table (scene);
  g_autofree char *folder = g_dir_make_tmp ("nida-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL), *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GStrv) lines = NULL;

  g_assert_true (nida_scene_table_write (scene, file, NULL));
  g_file_get_contents (path, &text, NULL, NULL);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, table->rows->len + 2);
  for (guint r = 0; r < table->rows->len; r++)
    {
      const NidaTableRow *row = table->rows->pdata[r];

      for (guint i = 0; row->sort != NULL && i < table->n_columns; i++)
        {
          g_autofree char *exact = g_strdup_printf ("%" G_GINT64_FORMAT, row->sort[i] / NIDA_MONEY_UNIT);
          g_autofree char *figure = NULL;
          gboolean percent;

          if (row->sort[i] == NIDA_MONEY_NONE || row->sort[i] % NIDA_MONEY_UNIT != 0 || row->sort[i] < 1000 * NIDA_MONEY_UNIT)
            continue;
          figure = nida_table_cell_number (row->cells[i], &percent);
          if (g_strcmp0 (figure, exact) != 0)
            continue;
          g_assert_nonnull (strstr (lines[r + 1], exact));
          *n += 1;
        }
    }
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_real_charts (void)
{
  static const char * const samples[] = { "world-appeals.csv", "gulf-donors.csv", "iom-global-appeal-2024.csv" };
  static const char * const codes[] = { "en", "ar" };
  guint n = 0;

  for (guint s = 0; s < G_N_ELEMENTS (samples) * 2; s++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("NIDA_SAMPLES_DIR"), samples[s / 2], NULL);
      const char *inputs[] = { path, NULL };
      NidaLoadOptions options = { 0 };
      g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, NULL);
      g_autoptr (NidaLanguage) language = nida_language_new (codes[s % 2], NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
      g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
      g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
      g_autoptr (NidaBoard) board = nida_board_new_for (engine, language);
      const NidaChartContext context = { .language = language, .measurer = measurer, .width = 640, .height = 400, .scale = 1 };

      for (guint i = 0; i < board->charts->len; i++)
        {
          g_autoptr (GPtrArray) queries = nida_chart_spec_queries (board->charts->pdata[i]);
          g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (engine, queries, NULL);
          g_autoptr (NidaScene) scene = nida_chart_build (board->charts->pdata[i], cubes, &context);

          check_figures (scene, &n);
        }
    }
  g_assert_cmpuint (n, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-table/real-charts/to-the-last-digit", test_real_charts);
  g_test_add_func ("/chart-table/csv/no-cell-is-a-formula", test_csv);
  return g_test_run ();
}
