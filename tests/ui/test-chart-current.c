/* What a screen reader gets of the current mark: the words of the canvas, which has the focus. */
#include "config.h"

#include "board-view.h"
#include "chart-view.h"
#include "ui-support.h"

#include <string.h>

/* What the canvas says now, but for the test's own words around it. */
static char *
spoken (NidaChartView *chart)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (nida_chart_view_get_canvas (chart)),
                                             GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "something else");
}

static void
assert_spoken (NidaChartView *chart,
               const char    *words)
{
  g_autofree char *found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (nida_chart_view_get_canvas (chart)),
                                                               GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);

  if (found != NULL)
    g_error ("“%s” is said, not “%s”", found, words);
}

static void
test_mark (void)
{
  g_autofree char *path = ui_test_write ("mark.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  NidaScene *scene = nida_chart_view_get_scene (chart);
  g_autofree char *first = NULL, *second = NULL;

  assert_spoken (chart, nida_scene_get_description (scene));
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_FIRST));
  first = nida_mark_words (scene, nida_chart_canvas_get_current (canvas), NULL);
  g_assert_nonnull (strstr (first, "1 of "));
  assert_spoken (chart, first);
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_NEXT));
  second = nida_mark_words (scene, nida_chart_canvas_get_current (canvas), NULL);
  assert_spoken (chart, second);
  g_assert_cmpstr (first, !=, second);
  /* without a mark it says what it shows */
  nida_chart_canvas_set_current (canvas, NULL, FALSE);
  assert_spoken (chart, nida_scene_get_description (scene));
  ui_test_close (window);
}

static gboolean
says_selected (gpointer chart)
{
  g_autofree char *words = spoken (chart);

  return words != NULL && strstr (words, "selected: ") != NULL;
}

static void
test_brush (void)
{
  g_autofree char *path = ui_test_write ("brush.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  const NidaNode *node;
  g_autofree char *value = NULL, *all = NULL, *none = NULL, *other = NULL, *words = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_FIRST));
  node = nida_chart_canvas_get_current (canvas);
  value = g_strdup (nida_mark_get_value (node->mark));
  g_signal_emit_by_name (canvas, "mark-picked", node->key, NULL);
  g_assert_true (ui_test_wait (says_selected, chart));
  all = g_strdup_printf ("selected: %s of %s", value, value);
  words = nida_mark_words (nida_chart_view_get_scene (chart), node, all);
  assert_spoken (chart, words);
  /* the next one has nothing inside */
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_NEXT));
  none = spoken (chart);
  g_assert_nonnull (strstr (none, "selected: $0 of "));
  nida_linked_set_brush (nida_session_get_linked (nida_window_get_session (window)), NIDA_LINKED_NO_CHART, NULL);
  other = spoken (chart);
  g_assert_null (strstr (other, "selected: "));
  ui_test_close (window);
}

static gboolean
shows_all (gpointer chart)
{
  NidaScene *picture = nida_chart_canvas_get_picture (nida_chart_view_get_canvas (chart));

  return picture != NULL && nida_scene_find (picture, "context") != NULL;
}

static NidaChartView *
find_received (NidaWindow *window)
{
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (window));

  for (guint i = 0; i < nida_board_view_get_n_views (board); i++)
    {
      NidaChartView *view = nida_board_view_get_view (board, i);

      if (nida_chart_view_is_card (view) && nida_chart_view_get_answer (view)->spec->measure == NIDA_MEASURE_RECEIVED)
        return view;
    }
  g_assert_not_reached ();
}

/* Of 70 in all 100 are of 2024 and −30 of 2025: 100 are not "of 70". */
static void
test_below_zero (void)
{
  static const char csv[] =
    "kind,date,donor,recipient,currency,amount,source\n"
    "paid,2024-01-01,Kuwait,IOM,USD,100,a\n"
    "paid,2025-01-01,Kuwait,IOM,USD,-30,a\n"
    "paid,2025-02-01,Qatar,IOM,USD,5,a\n";
  g_autofree char *path = ui_test_write ("below.csv", csv), *words = NULL;
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING), *card = find_received (window);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  NidaMark *mark = nida_mark_new ("", "", "", 0);

  nida_mark_add_filter (mark, NIDA_FIELD_DATE, "2024");
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_FIRST));
  g_assert_cmpint (nida_chart_canvas_get_current (canvas)->mark->money, ==, 70 * NIDA_MONEY_UNIT);
  nida_linked_set_brush (nida_session_get_linked (nida_window_get_session (window)), NIDA_LINKED_NO_CHART, nida_brush_toggle (NULL, mark));
  g_assert_true (ui_test_wait (says_selected, chart));
  words = spoken (chart);
  g_assert_nonnull (strstr (words, "selected: $100; all: $70, since some of the rest is below zero"));
  g_assert_true (ui_test_wait (shows_all, card));
  g_assert_true (g_str_has_prefix (nida_scene_find (nida_chart_canvas_get_picture (nida_chart_view_get_canvas (card)), "context")->text, "all: $75"));
  nida_mark_free (mark);
  ui_test_close (window);
}

/* A bar of coverage is money, though its chart is of a ratio. */
static void
test_need (void)
{
  g_autofree char *path = ui_test_write ("need.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_COVERAGE);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  const NidaNode *node;
  g_autofree char *words = NULL, *all = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_FIRST));
  node = nida_chart_canvas_get_current (canvas);
  g_assert_true (node->mark->need);
  all = g_strdup_printf ("selected: %s of %s", nida_mark_get_value (node->mark), nida_mark_get_value (node->mark));
  g_signal_emit_by_name (canvas, "mark-picked", node->key, NULL);
  g_assert_true (ui_test_wait (says_selected, chart));
  words = spoken (chart);
  g_assert_nonnull (strstr (words, all));
  ui_test_close (window);
}

static void
test_filter (void)
{
  g_autofree char *path = ui_test_write ("filter.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  NidaScene *before = nida_chart_view_get_scene (chart);
  g_autofree char *words = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_FIRST));
  g_assert_true (nida_chart_canvas_activate (canvas, FALSE));
  while (nida_chart_view_get_scene (chart) == before)
    g_main_context_iteration (NULL, TRUE);
  /* the keys keep their mark where it is drawn again */
  g_assert_nonnull (nida_chart_canvas_get_current (canvas));
  words = spoken (chart);
  g_assert_nonnull (strstr (words, "filter on"));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-current/mark/then-what-it-shows", test_mark);
  g_test_add_func ("/chart-current/brush/selected-of-the-whole", test_brush);
  g_test_add_func ("/chart-current/brush/more-than-all-where-the-rest-is-below-zero", test_below_zero);
  g_test_add_func ("/chart-current/brush/a-need-is-money", test_need);
  g_test_add_func ("/chart-current/filter/is-said", test_filter);
  return g_test_run ();
}
