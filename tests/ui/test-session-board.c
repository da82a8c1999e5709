/* session-board.c: a person's charts are undone with the filters, answered, and outlive a reload. */
#include "config.h"

#include "session.h"
#include "ui-support.h"

typedef struct { NidaSession *session; guint opened, changed; } Heard;

static void
opened_cb (Heard *heard)
{
  heard->opened++;
}

/* The answers are those of the board. */
static void
changed_cb (Heard *heard)
{
  const NidaBoard *board = nida_session_get_board (heard->session);
  NidaAnswers *answers = nida_session_get_answers (heard->session);

  heard->changed++;
  g_assert_cmpuint (answers->charts->len, ==, board->charts->len);
  g_assert_cmpuint (answers->cards->len, ==, board->cards->len);
  for (guint i = 0; i < board->charts->len; i++)
    g_assert_cmpint (((NidaChartAnswer *) answers->charts->pdata[i])->spec->kind, ==, ((NidaChartSpec *) board->charts->pdata[i])->kind);
}

static gboolean
is_opened (gpointer data)
{
  return ((Heard *) data)->opened > 0;
}

static NidaSession *
open_session (Heard      *heard,
              const char *path)
{
  const char *inputs[] = { path, NULL };

  *heard = (Heard) { nida_session_new () };
  g_signal_connect_swapped (heard->session, "opened", G_CALLBACK (opened_cb), heard);
  g_signal_connect_swapped (heard->session, "board-changed", G_CALLBACK (changed_cb), heard);
  nida_session_open (heard->session, inputs);
  g_assert_true (ui_test_wait (is_opened, heard));
  return heard->session;
}

static NidaChartSpec *
new_ranking (void)
{
  NidaChartSpec *spec = nida_chart_spec_new (NIDA_CHART_RANKING);

  spec->query->by[0] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  spec->query->n_by = 1;
  spec->title = g_strdup ("Mine");
  return spec;
}

static void
test_edits_are_undone (void)
{
  g_autofree char *path = ui_test_write ("board.csv", ui_test_csv);
  Heard heard;
  g_autoptr (NidaSession) session = open_session (&heard, path);
  g_autoptr (NidaChartSpec) mine = new_ranking ();
  guint n = nida_session_get_n_charts (session);

  g_assert_false (nida_session_is_board_own (session));
  nida_session_add_chart (session, G_MAXUINT, mine);
  g_assert_cmpuint (heard.changed, ==, 1);
  g_assert_cmpuint (nida_session_get_n_charts (session), ==, n + 1);
  g_assert_cmpstr (nida_session_get_chart (session, n)->title, ==, "Mine");
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  nida_session_remove_chart (session, 0);
  g_assert_cmpuint (nida_session_get_n_charts (session), ==, n);
  nida_session_move_chart (session, n - 1, n - 2);
  g_assert_cmpstr (nida_session_get_chart (session, n - 2)->title, ==, "Mine");
  g_assert_cmpuint (heard.changed, ==, 3);

  nida_session_undo (session);
  nida_session_undo (session);
  g_assert_cmpuint (nida_session_get_n_charts (session), ==, n + 1);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
  nida_session_undo (session);
  g_assert_false (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
  g_assert_cmpuint (heard.changed, ==, 5);      /* a filter changes no board */
  nida_session_undo (session);
  g_assert_false (nida_session_is_board_own (session));
  g_assert_false (nida_session_can_undo (session));
  nida_session_redo (session);
  g_assert_cmpuint (nida_session_get_board (session)->charts->len + nida_session_get_board (session)->cards->len, ==, n + 1);
}

/* One step for the whole board; what is added later has them, too. */
static void
test_colors (void)
{
  g_autofree char *path = ui_test_write ("colours.csv", ui_test_csv);
  Heard heard;
  g_autoptr (NidaSession) session = open_session (&heard, path);
  g_autoptr (NidaChartSpec) line = nida_chart_spec_new (NIDA_CHART_LINE), area = nida_chart_spec_new (NIDA_CHART_AREA);
  guint n = nida_session_get_n_charts (session);

  nida_session_add_chart (session, G_MAXUINT, line);
  nida_chart_spec_set_hue (line, NIDA_FIELD_DONOR, "Kuwait", NIDA_COLOR_SERIES_5);
  nida_session_put_chart (session, n, line);
  g_assert_true (nida_session_has_board_colors (session));
  nida_session_put_chart (session, G_MAXUINT, area);
  g_assert_true (nida_session_has_board_colors (session));
  g_assert_cmpuint (nida_session_get_chart (session, n + 1)->hues->len, ==, 1);
  nida_session_undo (session);
  nida_session_undo (session);
  g_assert_false (nida_session_has_board_colors (session));
  g_assert_cmpuint (nida_session_get_chart (session, n)->hues->len, ==, 0);
}

static void
test_same_is_no_step (void)
{
  g_autofree char *path = ui_test_write ("same.csv", ui_test_csv);
  Heard heard;
  g_autoptr (NidaSession) session = open_session (&heard, path);
  g_autoptr (NidaChartSpec) same = nida_chart_spec_copy (nida_session_get_chart (session, 1));

  nida_session_replace_chart (session, 1, same);
  nida_session_move_chart (session, 1, 1);
  g_assert_false (nida_session_can_undo (session));
  same->title = g_strdup ("Other");
  nida_session_replace_chart (session, 1, same);
  g_assert_true (nida_session_can_undo (session));
  nida_session_reset_board (session);
  g_assert_false (nida_session_is_board_own (session));
}

static void
test_reload_and_clear_leave_it (void)
{
  g_autofree char *path = ui_test_write ("reload.csv", ui_test_csv);
  g_autofree char *longer = g_strconcat (ui_test_csv, "paid,2024,Norway,النرويج,Food,الغذاء,Appeal 2024,,USD,50000,a\n", NULL);
  Heard heard;
  g_autoptr (NidaSession) session = open_session (&heard, path);
  g_autoptr (NidaChartSpec) mine = new_ranking ();
  guint n = nida_session_get_n_charts (session);

  nida_session_add_chart (session, G_MAXUINT, mine);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  nida_session_clear_filters (session);
  g_assert_true (nida_session_is_board_own (session));
  heard.opened = 0;
  ui_test_rewrite (path, longer);
  g_assert_true (ui_test_wait (is_opened, &heard));
  g_assert_cmpstr (((NidaChartSpec *) nida_session_get_board (session)->charts->pdata[nida_session_get_board (session)->charts->len - 1])->title, ==, "Mine");
  g_assert_cmpuint (nida_session_get_n_charts (session), ==, n + 1);
  /* other files begin with a board of their own */
  heard.opened = 0;
  nida_session_open (session, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (is_opened, &heard));
  g_assert_false (nida_session_is_board_own (session));
}

/* An edit while the inputs are read again is not lost. */
static void
test_edit_during_reload (void)
{
  g_autofree char *path = ui_test_write ("meanwhile.csv", ui_test_csv);
  Heard heard;
  g_autoptr (NidaSession) session = open_session (&heard, path);
  g_autoptr (NidaChartSpec) mine = new_ranking ();
  guint n = nida_session_get_n_charts (session);

  heard.opened = 0;
  nida_session_reload (session);
  nida_session_add_chart (session, G_MAXUINT, mine);
  g_assert_true (ui_test_wait (is_opened, &heard));
  g_assert_cmpuint (nida_session_get_n_charts (session), ==, n + 1);
  g_assert_cmpuint (nida_session_get_board (session)->charts->len + nida_session_get_board (session)->cards->len, ==, n + 1);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-board/edits/are-undone-among-the-filters", test_edits_are_undone);
  g_test_add_func ("/session-board/same/is-no-step", test_same_is_no_step);
  g_test_add_func ("/session-board/reload/leaves-the-charts", test_reload_and_clear_leave_it);
  g_test_add_func ("/session-board/reload/keeps-what-is-changed-meanwhile", test_edit_during_reload);
  g_test_add_func ("/session-board/colours/of-the-whole-board", test_colors);
  return g_test_run ();
}
