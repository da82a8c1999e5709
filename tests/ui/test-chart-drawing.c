/* What a chart of the board looks like in a window, maximised and on paper. */
#include "config.h"

#include "chart-drawing.h"
#include "chart-view.h"
#include "ui-support.h"

static NidaChartDrawing
drawing_of (NidaWindow    *window,
            NidaChartView *chart)
{
  return (NidaChartDrawing) { .session = nida_window_get_session (window), .answer = nida_chart_view_get_answer (chart) };
}

static double
title_height (NidaScene *scene)
{
  return nida_scene_find (scene, "title")->box.height;
}

static void
test_size (void)
{
  g_autofree char *path = ui_test_write ("size.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartDrawing drawing = drawing_of (window, ui_test_find_chart (window, NIDA_N_CHARTS));
  g_autoptr (NidaScene) small = nida_chart_drawing_build (&drawing, 640, 400), large = NULL, paper = NULL, a4 = NULL, a3 = NULL;

  drawing.maximised = TRUE;
  large = nida_chart_drawing_build (&drawing, 1400, 860);
  g_assert_cmpfloat (title_height (large), >, 1.4 * title_height (small));
  drawing.paper = TRUE;
  paper = nida_chart_drawing_build (&drawing, 640, 400);
  g_assert_cmpfloat (title_height (paper), <, title_height (small));
  a4 = nida_chart_drawing_build (&drawing, 806, 500);
  a3 = nida_chart_drawing_build (&drawing, 1155, 716);
  g_assert_cmpfloat (title_height (a4), ==, title_height (paper));
  g_assert_cmpfloat (title_height (a3), >, 1.4 * title_height (a4));
  ui_test_close (window);
}

/* A ring stands around what was chosen, where there is nothing pale beside it. */
static void
test_selected (void)
{
  g_autofree char *path = ui_test_write ("selected.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  NidaChartDrawing drawing = drawing_of (window, chart);
  g_autoptr (NidaScene) scene = nida_chart_drawing_build (&drawing, 640, 400);

  g_assert_null (nida_chart_drawing_find_selected (&drawing, scene));
  /* what a list chose is alone */
  nida_session_set_value (drawing.session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  ui_test_wait_drawn (window);
  chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  drawing = drawing_of (window, chart);
  g_assert_nonnull (ui_test_find_mark (chart, NIDA_FIELD_DONOR));
  g_assert_null (nida_chart_drawing_find_selected (&drawing, nida_chart_view_get_scene (chart)));
  /* nothing is brushed either */
  g_assert_null (nida_chart_drawing_build_linked (&drawing, nida_chart_view_get_scene (chart)));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-drawing/size/words-grow-with-it-and-are-small-on-paper", test_size);
  g_test_add_func ("/chart-drawing/unfiltered/nothing-is-selected-or-brushed", test_selected);
  return g_test_run ();
}
