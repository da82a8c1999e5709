/* What goes out of a window: the board as one picture and on paper, a chart as data and as a file that is dragged. */
#include "config.h"

#include "board-picture.h"
#include "chart-out.h"
#include "chart-share.h"
#include "donor-window.h"
#include "out-actions.h"
#include "ui-support.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_board_picture (void)
{
  g_autofree char *path = ui_test_write ("board.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaScene) whole = nida_board_picture_new (session, 1136, 1, NIDA_THEME_LIGHT, &error), filtered = NULL;
  const NidaBoard *board = nida_session_get_board (session);
  g_autofree char *last = g_strdup_printf ("card/%u", board->cards->len + board->charts->len - 1);

  g_assert_no_error (error);
  g_assert_nonnull (nida_scene_find (whole, last));
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  ui_test_wait_drawn (window);
  filtered = nida_board_picture_new (session, 792, 0.66, NIDA_THEME_PRINT, &error);
  g_assert_no_error (error);
  /* On paper no chip says what is chosen. */
  g_assert_nonnull (strstr (nida_scene_find (filtered, "board/subtitle")->text, "Kuwait"));
  g_assert_null (strstr (nida_scene_find (whole, "board/subtitle")->text, "Kuwait"));
  ui_test_close (window);
}

static void
check_pdf (GtkPrintOperation *operation)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-out-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL), *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_cmpuint (length, >, 3000);
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_print (void)
{
  g_autofree char *path = ui_test_write ("print.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  g_autoptr (GtkPrintOperation) board = nida_board_new_print (nida_window_get_session (window));
  g_autoptr (GtkPrintOperation) chart = nida_chart_share_new_print (ui_test_find_chart (window, NIDA_N_CHARTS));

  check_pdf (board);
  check_pdf (chart);
  ui_test_close (window);
}

/* What another program says of @path; NULL where it is not installed. */
static char *
read_pdf (const char *program,
          const char *option,
          const char *path)
{
  g_autofree char *found = g_find_program_in_path (program), *text = NULL;
  const char *argv[] = { found, option, path, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };

  if (found == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, NULL));
  return g_steal_pointer (&text);
}

static void
set_paper (GtkPrintOperation *operation,
           const char        *name,
           gboolean           turned)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (name);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, turned ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

/* Every page of the size that was asked for, each chart once, its words tagged. */
static void
check_paper (NidaWindow *window,
             const char *name,
             const char *size,
             gboolean    turned,
             gboolean    whole_board,
             gboolean    arabic)
{
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);
  g_autoptr (GtkPrintOperation) print = whole_board ? nida_board_new_print (nida_window_get_session (window)) : nida_chart_share_new_print (chart);
  g_autofree char *folder = g_dir_make_tmp ("nida-paper-XXXXXX", NULL), *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *info = NULL, *structure = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;

  set_paper (print, name, turned);
  gtk_print_operation_set_export_filename (print, path);
  g_assert_cmpint (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  info = read_pdf ("pdfinfo", "-isodates", path);
  structure = read_pdf ("pdfinfo", "-struct-text", path);
  text = read_pdf ("pdftotext", "-q", path);
  g_unlink (path);
  g_rmdir (folder);
  if (info == NULL || text == NULL)
    {
      g_test_skip ("pdfinfo and pdftotext are not installed: pages were NOT read by another program");
      return;
    }
  g_assert_nonnull (strstr (info, size));
  g_assert_cmpuint (count (structure, "H1"), ==, 1);
  g_assert_nonnull (strstr (text, arabic ? "المصدر" : "Source: "));
}

static void
test_paper (void)
{
  static const struct { const char *name, *upright, *turned; } papers[] = {
    { GTK_PAPER_NAME_A4, "595.276 x 841.89 pts (A4)", "841.89 x 595.276 pts (A4)" },
    { GTK_PAPER_NAME_A3, "841.89 x 1190.55 pts (A3)", "1190.55 x 841.89 pts (A3)" },
  };
  g_autofree char *path = ui_test_write ("paper.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  for (guint i = 0; i < 8 * G_N_ELEMENTS (papers); i++)
    {
      if (i == 4 * G_N_ELEMENTS (papers))
        {
          g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.language", NULL));
          ui_test_wait_drawn (window);
        }
      check_paper (window, papers[i / 4 % 2].name, i % 2 ? papers[i / 4 % 2].turned : papers[i / 4 % 2].upright, i % 2, i / 2 % 2,
                   i >= 4 * G_N_ELEMENTS (papers));
    }
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.language", NULL));
  ui_test_wait_drawn (window);
  ui_test_close (window);
}

static void
test_chart_data (void)
{
  g_autofree char *path = ui_test_write ("data.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaScene *scene = nida_chart_view_get_scene (ui_test_find_chart (window, NIDA_N_CHARTS));
  static const char * const endings[] = { "csv", "xlsx", "png", "svg", "pdf" };
  static const char * const starts[] = { "\xEF\xBB\xBF", "PK", "\x89PNG", "<?xml", "%PDF" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("nida-out-XXXXXX", NULL);
      g_autofree char *name = g_strconcat ("chart.", endings[i], NULL), *out = g_build_filename (folder, name, NULL), *bytes = NULL;
      g_autoptr (GFile) file = g_file_new_for_path (out);
      g_autoptr (GError) error = NULL;

      g_assert_true (nida_chart_out_write (scene, file, 1, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (out, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, starts[i]));
      g_unlink (out);
      g_rmdir (folder);
    }
  ui_test_close (window);
}

static void
test_drag (void)
{
  g_autofree char *path = ui_test_write ("drag.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaScene *scene = nida_chart_view_get_scene (ui_test_find_chart (window, NIDA_N_CHARTS));
  g_autoptr (GdkContentProvider) provider = nida_chart_out_drag (scene, NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *dragged = NULL, *folder = NULL;

  g_value_init (&value, G_TYPE_FILE);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  dragged = g_file_get_path (g_value_get_object (&value));
  g_assert_true (g_file_test (dragged, G_FILE_TEST_EXISTS));
  g_assert_true (g_str_has_suffix (dragged, ".png"));
  folder = g_path_get_dirname (dragged);
  g_unlink (dragged);
  ui_test_close (window);
}

static gboolean
has_page (gpointer dialog)
{
  return nida_donor_window_get_page (dialog) != NULL;
}

static void
test_donor_report (void)
{
  g_autofree char *path = ui_test_write ("report.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *dialog = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.donor-report-of", "s", "Kuwait"));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (windows, i);

      if (NIDA_IS_DONOR_WINDOW (one))
        dialog = one;
    }
  g_assert_nonnull (dialog);
  g_assert_true (ui_test_wait (has_page, dialog));
  g_assert_nonnull (strstr (nida_scene_get_title (nida_donor_window_get_page (NIDA_DONOR_WINDOW (dialog))), "Kuwait"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/out-actions/board/one-picture-that-says-its-filters", test_board_picture);
  g_test_add_func ("/out-actions/print/board-and-chart", test_print);
  g_test_add_func ("/out-actions/print/a4-and-a3-upright-and-turned-in-both-languages", test_paper);
  g_test_add_func ("/out-actions/chart/every-format", test_chart_data);
  g_test_add_func ("/out-actions/drag/offers-a-file", test_drag);
  g_test_add_func ("/out-actions/donor-report/opens", test_donor_report);
  return g_test_run ();
}
