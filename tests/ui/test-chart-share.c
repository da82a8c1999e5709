/* A chart for elsewhere: files, the clipboard, paper. */
#include "config.h"

#include "chart-copy.h"
#include "chart-share.h"
#include "ui-support.h"

#include <string.h>

static void
check_export (NidaChartView *chart,
              const char    *ending,
              const char    *magic)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-export-XXXXXX", NULL);
  g_autofree char *name = g_strconcat ("chart.", ending, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (nida_chart_share_export (chart, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_cmpuint (length, >, 500);
  g_assert_true (memcmp (bytes, magic, strlen (magic)) == 0);
}

static void
test_export (void)
{
  g_autofree char *path = ui_test_write ("export.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);

  check_export (chart, "png", "\x89PNG");
  check_export (chart, "svg", "<?xml");
  check_export (chart, "pdf", "%PDF");
  ui_test_close (window);
}

static void
test_copy_offers_all_forms (void)
{
  g_autofree char *path = ui_test_write ("copy.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) provider = nida_chart_copy_provider (nida_chart_view_get_scene (chart), NULL, &error);
  g_autoptr (GdkContentFormats) formats = NULL;
  g_autofree char *name = nida_chart_copy_file_name (nida_chart_view_get_scene (chart), "png");

  g_assert_no_error (error);
  formats = gdk_content_formats_union_serialize_mime_types (gdk_content_provider_ref_formats (provider));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/tab-separated-values"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"));
  g_assert_true (g_str_has_suffix (name, ".png"));
  g_assert_null (strchr (name, '/'));
  ui_test_close (window);
}

/* What a file system refuses, what nobody sees and what nobody can type are not in the name of a file. */
static void
test_file_names (void)
{
  static const struct { const char *title, *stem; } cases[] = {
    { "Kuwait gave $10\u00a0million", "Kuwait gave $10 million" }, { "\u2068Kuwait\u2069: 2024/25", "Kuwait- 2024-25" }, { "", "chart" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stem = nida_chart_copy_file_stem (cases[i].title);

      g_assert_cmpstr (stem, ==, cases[i].stem);
    }
}

/* The page is wider than high, whatever the paper, and without room for buttons that nobody can press. */
static void
test_paper (void)
{
  g_autofree char *path = ui_test_write ("paper.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);
  g_autoptr (NidaScene) paper = nida_chart_view_build_print (chart, 500, 300);
  g_autoptr (GtkPrintOperation) print = nida_chart_share_new_print (chart);

  g_assert_cmpfloat (nida_scene_get_width (paper), ==, 500);
  g_assert_cmpstr (nida_scene_get_title (paper), ==, nida_scene_get_title (nida_chart_view_get_scene (chart)));
  g_assert_cmpint (gtk_page_setup_get_orientation (gtk_print_operation_get_default_page_setup (print)), ==, GTK_PAGE_ORIENTATION_LANDSCAPE);
  ui_test_close (window);
}

/* A title has the whole width where no button stands beside it. */
static void
test_out (void)
{
  g_autofree char *path = ui_test_write ("out.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);
  NidaScene *seen = nida_chart_view_get_scene (chart);
  g_autoptr (NidaScene) out = nida_chart_view_build_out (chart);

  g_assert_cmpfloat (nida_scene_get_width (out), ==, nida_scene_get_width (seen));
  g_assert_cmpfloat (nida_scene_get_height (out), ==, nida_scene_get_height (seen));
  g_assert_cmpfloat (nida_scene_find (out, "title")->box.width, >, nida_scene_find (seen, "title")->box.width);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-share/export/png-svg-pdf", test_export);
  g_test_add_func ("/chart-share/copy/picture-drawing-and-table", test_copy_offers_all_forms);
  g_test_add_func ("/chart-share/file-names/can-be-typed", test_file_names);
  g_test_add_func ("/chart-share/out/without-room-for-buttons", test_out);
  g_test_add_func ("/chart-share/print/on-a-page-of-its-own", test_paper);
  return g_test_run ();
}
