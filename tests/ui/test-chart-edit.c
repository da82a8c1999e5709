/* chart-edit.c and board-actions.c: duplicate, move, remove, copy and paste, a sentence, a note that is moved by keys. */
#include "config.h"

#include "chart-copy.h"
#include "chart-edit.h"
#include "spec-text.h"
#include "ui-support.h"

#include <string.h>

typedef struct { NidaSession *session; guint n; } Wanted;

static gboolean
has_charts (gpointer data)
{
  const Wanted *wanted = data;

  return nida_session_get_n_charts (wanted->session) == wanted->n;
}

static void
test_menu (void)
{
  g_autofree char *path = ui_test_write ("menu.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (window));
  guint n = nida_session_get_n_charts (session);
  NidaChartView *last = nida_board_view_get_view (board, n - 1);
  NidaChartKind kind = nida_session_get_chart (session, n - 1)->kind;

  g_assert_cmpuint (nida_chart_view_get_place (last), ==, n - 1);
  gtk_widget_activate_action (GTK_WIDGET (last), "chart.duplicate", NULL);
  g_assert_cmpuint (nida_board_view_get_n_views (board), ==, n + 1);
  g_assert_cmpint (nida_session_get_chart (session, n)->kind, ==, kind);
  last = nida_board_view_get_view (board, n);
  gtk_widget_activate_action (GTK_WIDGET (last), "chart.remove", NULL);
  g_assert_cmpuint (nida_board_view_get_n_views (board), ==, n);
  last = nida_board_view_get_view (board, n - 1);
  gtk_widget_activate_action (GTK_WIDGET (last), "chart.earlier", NULL);
  g_assert_cmpint (nida_session_get_chart (session, n - 2)->kind, ==, kind);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.reset-board", NULL));
  g_assert_false (nida_session_is_board_own (session));
  g_assert_cmpuint (nida_board_view_get_n_views (board), ==, n);
  ui_test_close (window);
}

/* The last chart can go, and comes back. */
static void
test_empty_board (void)
{
  g_autofree char *path = ui_test_write ("empty.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  guint n = nida_session_get_n_charts (session);

  for (guint i = 0; i < n; i++)
    nida_session_remove_chart (session, 0);
  ui_test_run_for (100);
  g_assert_cmpuint (nida_board_view_get_n_views (nida_workspace_get_board (nida_window_get_workspace (window))), ==, 0);
  for (guint i = 0; i < n; i++)
    nida_session_undo (session);
  ui_test_wait_drawn (window);
  g_assert_cmpuint (nida_board_view_get_n_views (nida_workspace_get_board (nida_window_get_workspace (window))), ==, n);
  ui_test_close (window);
}

static void
test_copy_and_paste (void)
{
  g_autofree char *path = ui_test_write ("paste.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  guint n = nida_session_get_n_charts (session), place = nida_chart_view_get_place (chart);
  Wanted wanted = { session, n + 1 };

  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.copy", NULL);
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (window))), NIDA_SPEC_MIME_TYPE));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste-chart", NULL);
  g_assert_true (ui_test_wait (has_charts, &wanted));
  g_assert_true (nida_chart_spec_equal (nida_session_get_chart (session, n), nida_session_get_chart (session, place)));
  /* words are no chart */
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "hello");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste-chart", NULL);
  ui_test_run_for (100);
  g_assert_cmpuint (nida_session_get_n_charts (session), ==, n + 1);
  ui_test_close (window);
}

typedef struct {
  NidaWindow *window;
  guint       index;
} Focused;

static gboolean
has_focus (gpointer data)
{
  Focused *self = data;
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (self->window));

  return self->index < nida_board_view_get_n_views (board)
         && gtk_window_get_focus (GTK_WINDOW (self->window))
            == GTK_WIDGET (nida_chart_view_get_canvas (nida_board_view_get_view (board, self->index)));
}

/* What is new is out of sight: the keys go there, and the board with them. The charts that were there stay what they are. */
static void
test_new_chart_is_seen (void)
{
  g_autofree char *path = ui_test_write ("seen.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (window));
  guint n = nida_session_get_n_charts (session);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  guint place = nida_chart_view_get_place (chart);
  Focused focused = { window, n };

  gtk_widget_grab_focus (GTK_WIDGET (nida_chart_view_get_canvas (chart)));
  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.copy", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste-chart", NULL);
  g_assert_true (ui_test_wait (has_focus, &focused));
  g_assert_true (nida_board_view_get_view (board, place) == chart);
  /* the one that was copied in its place is the second of two */
  ui_test_wait_drawn (window);
  gtk_widget_grab_focus (GTK_WIDGET (nida_chart_view_get_canvas (chart)));
  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.duplicate", NULL);
  focused.index = place + 1;
  g_assert_true (ui_test_wait (has_focus, &focused));
  /* without it the keys are where it was */
  nida_session_undo (session);
  g_assert_true (ui_test_wait (has_focus, &focused));
  g_assert_cmpuint (nida_board_view_get_n_views (board), ==, n + 1);
  chart = nida_board_view_get_view (board, place);
  nida_session_undo (session);
  ui_test_wait_drawn (window);
  g_assert_cmpuint (nida_board_view_get_n_views (board), ==, n);
  g_assert_true (nida_board_view_get_view (board, place) == chart);
  ui_test_close (window);
}

/* From one board of a document to another, and back with one step. */
static void
test_paste_on_another_board (void)
{
  g_autofree char *path = ui_test_write ("boards.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (nida_session_get_chart (session, nida_chart_view_get_place (chart)));
  Wanted wanted = { session };
  guint n;

  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.copy", NULL);
  nida_session_add_board (session);
  ui_test_wait_drawn (window);
  n = nida_session_get_n_charts (session);
  wanted.n = n + 1;
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste-chart", NULL);
  g_assert_true (ui_test_wait (has_charts, &wanted));
  g_assert_cmpuint (nida_session_get_board_index (session), ==, 1);
  g_assert_true (nida_chart_spec_equal (nida_session_get_chart (session, n), spec));
  ui_test_wait_drawn (window);
  nida_session_undo (session);
  g_assert_cmpuint (nida_session_get_n_charts (session), ==, n);
  ui_test_close (window);
}

/* The other data have nothing that the chart asks for: it says so, and one step takes it back. */
static void
test_paste_where_it_is_lacking (void)
{
  g_autofree char *path = ui_test_write ("has.csv", ui_test_csv);
  g_autofree char *other = ui_test_write ("lacks.csv", "id,kind,date,amount,currency,donor\n1,requirement,2024,1000,USD,\n");
  NidaWindow *window = ui_test_open (path), *second = ui_test_open (other);
  NidaSession *there = nida_window_get_session (second);
  guint n = nida_session_get_n_charts (there);
  Wanted wanted = { there, n + 1 };
  NidaScene *scene;

  gtk_widget_activate_action (GTK_WIDGET (ui_test_find_chart (window, NIDA_CHART_RANKING)), "chart.copy", NULL);
  gtk_widget_activate_action (GTK_WIDGET (second), "win.paste-chart", NULL);
  g_assert_true (ui_test_wait (has_charts, &wanted));
  ui_test_wait_drawn (second);
  scene = nida_chart_view_get_scene (nida_board_view_get_view (nida_workspace_get_board (nida_window_get_workspace (second)), n));
  g_assert_nonnull (strstr (nida_scene_find (scene, "message")->text, "hold no such figure"));
  nida_session_undo (there);
  g_assert_cmpuint (nida_session_get_n_charts (there), ==, n);
  ui_test_close (second);
  ui_test_close (window);
}

/* A chart goes from the window of one document to that of another, as it is: its own title and filter with it. */
static void
test_paste_elsewhere (void)
{
  g_autofree char *path = ui_test_write ("here.csv", ui_test_csv), *other = ui_test_write ("there.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path), *second = ui_test_open (other);
  NidaSession *session = nida_window_get_session (window), *there = nida_window_get_session (second);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  guint place = nida_chart_view_get_place (chart), n = nida_session_get_n_charts (there);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (nida_session_get_chart (session, place));
  Wanted wanted = { there, n + 1 };

  g_free (spec->title);
  spec->title = g_strdup ("Ours");
  nida_session_replace_chart (session, place, spec);
  ui_test_wait_drawn (window);
  gtk_widget_activate_action (GTK_WIDGET (ui_test_find_chart (window, NIDA_CHART_RANKING)), "chart.copy", NULL);
  gtk_widget_activate_action (GTK_WIDGET (second), "win.paste-chart", NULL);
  g_assert_true (ui_test_wait (has_charts, &wanted));
  g_assert_true (nida_chart_spec_equal (nida_session_get_chart (there, n), spec));
  ui_test_wait_drawn (second);
  g_assert_cmpstr (nida_scene_get_title (nida_chart_view_get_scene (nida_board_view_get_view (nida_workspace_get_board (nida_window_get_workspace (second)), n))), ==, "Ours");
  ui_test_close (second);
  ui_test_close (window);
}

static void
test_sentence (void)
{
  g_autofree char *path = ui_test_write ("sentence.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  const NidaNode *bar = ui_test_find_mark (chart, NIDA_FIELD_DONOR);
  g_autofree char *english = NULL, *arabic = NULL;

  g_assert_nonnull (bar);
  nida_chart_canvas_set_current (nida_chart_view_get_canvas (chart), bar->key, FALSE);
  english = nida_chart_edit_dup_sentence (chart, "en");
  arabic = nida_chart_edit_dup_sentence (chart, "ar");
  g_assert_nonnull (strstr (english, "contribution"));
  g_assert_nonnull (strstr (english, nida_mark_get_exact (bar->mark)));
  /* no catalogue in these tests: names and figures tell the language */
  g_assert_nonnull (strstr (arabic, "الكويت"));
  g_assert_nonnull (strstr (arabic, "دولار"));
  ui_test_close (window);
}

/* A note is moved by keys on the board, and undo puts it back. */
static void
test_note_moved (void)
{
  g_autofree char *path = ui_test_write ("moved.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  guint place = nida_chart_view_get_place (chart);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (nida_session_get_chart (session, place));
  NidaChartSpec *trial;
  double before;

  nida_note_add_value (nida_chart_spec_add_note (spec, "Here", NULL), NIDA_FIELD_DONOR, "Kuwait");
  nida_session_replace_chart (session, place, spec);
  ui_test_wait_drawn (window);
  g_assert_nonnull (nida_scene_find (nida_chart_view_get_scene (chart), "own-note/0"));
  before = nida_scene_find (nida_chart_view_get_scene (chart), "own-note/0")->box.y;
  /* tried without a step of undo */
  trial = nida_chart_spec_copy (nida_chart_view_get_answer (chart)->spec);
  ((NidaNote *) trial->notes->pdata[0])->moved = TRUE;
  ((NidaNote *) trial->notes->pdata[0])->dy = 40;
  nida_chart_view_try_spec (chart, trial);
  g_assert_cmpfloat (nida_scene_find (nida_chart_view_get_scene (chart), "own-note/0")->box.y, !=, before);
  nida_chart_view_try_spec (chart, NULL);
  g_assert_cmpfloat (nida_scene_find (nida_chart_view_get_scene (chart), "own-note/0")->box.y, ==, before);
  nida_session_undo (session);
  g_assert_false (nida_session_can_undo (session));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-edit/menu/duplicates-moves-and-removes", test_menu);
  g_test_add_func ("/chart-edit/board/may-be-empty", test_empty_board);
  g_test_add_func ("/chart-edit/paste/adds-the-chart-that-was-copied", test_copy_and_paste);
  g_test_add_func ("/chart-edit/paste/what-is-new-is-seen", test_new_chart_is_seen);
  g_test_add_func ("/chart-edit/paste/on-another-board", test_paste_on_another_board);
  g_test_add_func ("/chart-edit/paste/where-its-figures-are-lacking", test_paste_where_it_is_lacking);
  g_test_add_func ("/chart-edit/paste/into-another-window", test_paste_elsewhere);
  g_test_add_func ("/chart-edit/sentence/in-both-languages", test_sentence);
  g_test_add_func ("/chart-edit/note/is-tried-before-it-is-moved", test_note_moved);
  return g_test_run ();
}
