/* board-picture.c: the board that is saved from the window and the one that the command draws are one picture, to the letter, so
 * that a figure in the minister's file is the one on the screen. Run with the path of the command. */
#include "config.h"

#include "board-picture.h"
#include "document-file.h"
#include "document-sources.h"
#include "export.h"
#include "look.h"
#include "ui-support.h"
#include "view.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#define WIDTH 1136.0     /* points: what the command takes where nobody says a size */

static const char *command;

/* What the window saves. */
static char *
dup_from_window (NidaWindow *window,
                 const char *name)
{
  g_autofree char *path = ui_test_write (name, "");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaScene) scene = nida_board_picture_new (nida_window_get_session (window), WIDTH, 1, NIDA_THEME_LIGHT, &error);
  char *svg = NULL;

  g_assert_no_error (error);
  g_assert_true (nida_scene_export_file (scene, NIDA_THEME_LIGHT, file, 1, nida_language_get_code (nida_look_get_language (nida_look_get ())), &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  return svg;
}

static char *
dup_from_command (const char *input,
                  const char *language,
                  const char *name)
{
  g_autofree char *path = ui_test_write (name, ""), *said = NULL;
  const char *argv[] = { command, "render", input, "--chart", "board", "--lang", language, "-o", path, NULL };
  g_autoptr (GError) error = NULL;
  char *svg = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &said, &status, &error));
  g_assert_no_error (error);
  /* 3: something of the data wants a look, which is said; the picture is there */
  if (!WIFEXITED (status) || (WEXITSTATUS (status) != 0 && WEXITSTATUS (status) != 3))
    g_error ("%s", said);
  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  return svg;
}

/* The first line that is another is said. */
static void
assert_same (const char *window,
             const char *file)
{
  g_auto (GStrv) a = g_strsplit (window, "\n", -1), b = g_strsplit (file, "\n", -1);

  for (guint i = 0; a[i] != NULL || b[i] != NULL; i++)
    if (g_strcmp0 (a[i], b[i]) != 0)
      g_error ("line %u\nof the window: %.600s\nof the command: %.600s", i + 1, a[i] != NULL ? a[i] : "none", b[i] != NULL ? b[i] : "none");
}

static void
compare (const char *input)
{
  NidaWindow *window = ui_test_open (input);

  for (guint arabic = 0; arabic < 2; arabic++)
    {
      g_autofree char *shown = NULL, *drawn = NULL;

      ui_test_wait_drawn (window);
      shown = dup_from_window (window, "window.svg");
      drawn = dup_from_command (input, arabic ? "ar" : "en", "command.svg");
      g_assert_cmpuint (strlen (shown), >, 50000);
      assert_same (shown, drawn);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.language", NULL));
    }
  ui_test_close (window);
}

static char *
dup_sample (const char *name)
{
  return g_build_filename (g_getenv ("NIDA_SAMPLES_DIR"), name, NULL);
}

/* Of two tables, with a filter, a span, a chart that is added and a title. */
static char *
save_document (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autofree char *first = dup_sample ("iom-global-appeal-2024.csv"), *second = dup_sample ("kuwait-to-iom.csv"), *text = NULL;
  char *path = ui_test_write ("briefing.nida", "");
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();
  g_autoptr (NidaArrangement) arrangement = NULL;
  g_autoptr (NidaView) view = NULL;
  g_autoptr (GError) error = NULL;
  static const NidaChartKind kinds[] = { NIDA_CHART_RANKING, NIDA_CHART_TIMELINE, NIDA_CHART_PARTS, NIDA_CHART_COVERAGE, NIDA_CHART_SANKEY };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (charts, nida_chart_spec_new (kinds[i]));
  nida_chart_spec_set_hue (charts->pdata[0], NIDA_FIELD_DONOR, "Kuwait", NIDA_COLOR_SERIES_3);
  g_ptr_array_add (cards, nida_chart_spec_new (NIDA_CHART_NUMBER));
  arrangement = nida_arrangement_new (cards, charts);
  nida_filter_set_set_arrangement (filters, arrangement);
  nida_filter_set_add (filters, NIDA_FIELD_RECIPIENT, "International Organization for Migration");
  view = nida_view_new (filters, "Briefing", "إحاطة");
  text = nida_view_to_text (view);
  nida_document_set_sources (document, (const char *[]) { first, second, NULL });
  nida_document_begin (document, "New Board", NULL);
  nida_document_set (document, NIDA_ITEM_BOARD, "a", text);
  nida_document_end (document);
  g_unlink (path);
  g_assert_true (nida_document_save_as (document, path, &error));
  g_assert_no_error (error);
  return path;
}

static void
test_document (void)
{
  g_autofree char *path = save_document ();

  compare (path);
}

static void
test_table (void)
{
  g_autofree char *path = dup_sample ("kuwait-to-iom.csv");

  compare (path);
}

static void
test_fts (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("NIDA_TEST_DATA"), "fts", "fts_incoming_funding_global.csv", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the table of FTS is not here");
      return;
    }
  compare (path);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  command = argv[1];
  g_test_add_func ("/board-picture/window-and-command/a-document", test_document);
  g_test_add_func ("/board-picture/window-and-command/a-table", test_table);
  g_test_add_func ("/board-picture/window-and-command/incoming-funding-of-fts", test_fts);
  return g_test_run ();
}
