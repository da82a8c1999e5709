/* The tooltip of a chart: what it says, and that it keeps off its mark and in its window, at any mark, in both directions. */
#include "config.h"

#include "chart-tooltip.h"
#include "chart-view.h"
#include "look.h"
#include "ui-support.h"

#define NARROWER 20      /* pixels */

static GtkWidget *
find_tooltip (NidaChartView *chart)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (nida_chart_view_get_canvas (chart)));

  while (child != NULL && !NIDA_IS_CHART_TOOLTIP (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static gboolean
is_shown (gpointer chart)
{
  GtkWidget *tooltip = find_tooltip (chart);

  return tooltip != NULL && gtk_widget_get_mapped (tooltip) && gtk_widget_get_width (tooltip) > 0;
}

/* Where the contents stand in the window, without their shadow. */
static NidaBox
place_of (GtkWidget *tooltip,
          GtkWidget *window)
{
  GtkWidget *contents = gtk_widget_get_parent (gtk_popover_get_child (GTK_POPOVER (tooltip)));
  GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (tooltip)));
  graphene_rect_t bounds;
  double x, y, window_x, window_y;

  g_assert_true (gtk_widget_compute_bounds (contents, tooltip, &bounds));
  gtk_native_get_surface_transform (GTK_NATIVE (tooltip), &x, &y);
  gtk_native_get_surface_transform (GTK_NATIVE (window), &window_x, &window_y);
  return (NidaBox) { gdk_popup_get_position_x (popup) + x + bounds.origin.x - window_x,
                     gdk_popup_get_position_y (popup) + y + bounds.origin.y - window_y, bounds.size.width, bounds.size.height };
}

/* The part of the mark that is in the window. */
static NidaBox
seen_of (NidaChartView  *chart,
         const NidaNode *node,
         GtkWidget      *window)
{
  double x, y, x1, y1, x2, y2;

  gtk_widget_translate_coordinates (GTK_WIDGET (nida_chart_view_get_canvas (chart)), window, 0, 0, &x, &y);
  x1 = CLAMP (node->box.x + x, 0, gtk_widget_get_width (window));
  y1 = CLAMP (node->box.y + y, 0, gtk_widget_get_height (window));
  x2 = CLAMP (node->box.x + node->box.width + x, 0, gtk_widget_get_width (window));
  y2 = CLAMP (node->box.y + node->box.height + y, 0, gtk_widget_get_height (window));
  return (NidaBox) { x1, y1, x2 - x1, y2 - y1 };
}

static void
check_place (NidaChartView  *chart,
             const NidaNode *node,
             GtkWidget      *window)
{
  NidaBox place = place_of (find_tooltip (chart), window), mark = seen_of (chart, node, window);
  double width = gtk_widget_get_width (window), height = gtk_widget_get_height (window), slack = 20;
  gboolean has_space = mark.y >= place.height + slack || height - mark.y - mark.height >= place.height + slack
                       || mark.x >= place.width + slack || width - mark.x - mark.width >= place.width + slack;
  gboolean covers = place.x + place.width > mark.x + 1.5 && mark.x + mark.width > place.x + 1.5
                    && place.y + place.height > mark.y + 1.5 && mark.y + mark.height > place.y + 1.5;

  g_test_message ("%s at %g,%g %g × %g: tooltip at %g,%g %g × %g", node->key, mark.x, mark.y, mark.width, mark.height, place.x,
                  place.y, place.width, place.height);
  g_assert_cmpfloat (place.x, >=, 0);
  g_assert_cmpfloat (place.y, >=, 0);
  g_assert_cmpfloat (place.x + place.width, <=, width);
  g_assert_cmpfloat (place.y + place.height, <=, height);
  if (has_space)
    g_assert_false (covers);
}

static void
check_chart (NidaChartView *chart,
             GtkWidget     *window)
{
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  NidaScene *scene = nida_chart_view_get_scene (chart);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark == NULL)
        continue;
      nida_chart_canvas_set_current (canvas, node->key, TRUE);
      g_assert_true (ui_test_wait (is_shown, chart));
      ui_test_run_for (60);
      check_place (chart, node, window);
    }
  nida_chart_canvas_set_current (canvas, NULL, FALSE);
}

static void
test_place (gconstpointer data)
{
  g_autofree char *path = ui_test_write ("place.csv", ui_test_csv);
  gboolean arabic = GPOINTER_TO_INT (data);
  NidaBoardView *board;
  NidaWindow *window;

  if (arabic)
    nida_look_switch_language (nida_look_get ());
  g_assert_cmpint (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL, ==, arabic);
  window = ui_test_open (path);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  ui_test_run_for (300);
  board = nida_workspace_get_board (nida_window_get_workspace (window));
  for (guint i = 0; i < nida_board_view_get_n_views (board); i++)
    check_chart (nida_board_view_get_view (board, i), GTK_WIDGET (window));
  ui_test_close (window);
  if (arabic)
    nida_look_switch_language (nida_look_get ());
}

/* Large text leaves less room above and below a mark: more tooltips stand beside theirs. */
static void
test_large_place (gconstpointer data)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  test_place (data);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static gboolean
is_gone (gpointer chart)
{
  return !is_shown (chart);
}

/* Another window comes before this one, as the chart editor does by its key, and the pointer stays where it is. */
static void
test_backdrop (void)
{
  g_autofree char *path = ui_test_write ("backdrop.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);

  gtk_widget_unset_state_flags (GTK_WIDGET (window), GTK_STATE_FLAG_BACKDROP);
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_FIRST));
  nida_chart_canvas_set_current (canvas, nida_chart_canvas_get_current (canvas)->key, FALSE);
  g_assert_true (ui_test_wait (is_shown, chart));
  gtk_widget_set_state_flags (GTK_WIDGET (window), GTK_STATE_FLAG_BACKDROP, FALSE);
  g_assert_true (ui_test_wait (is_gone, chart));
  /* the same mark is told again when this one is the front again */
  g_assert_null (nida_chart_canvas_get_current (canvas));
  ui_test_close (window);
}

/* What points anew at a mark behind a dialog, as a window that changes under the pointer does. */
static void
test_dialog (void)
{
  g_autofree char *path = ui_test_write ("dialog.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  GtkWidget *dialog = gtk_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_run_for (300);
  g_assert_true (nida_chart_canvas_move (nida_chart_view_get_canvas (chart), NIDA_MOVE_FIRST));
  g_assert_false (is_shown (chart));
  gtk_window_destroy (GTK_WINDOW (dialog));
  nida_chart_canvas_set_current (nida_chart_view_get_canvas (chart), NULL, FALSE);
  g_assert_true (nida_chart_canvas_move (nida_chart_view_get_canvas (chart), NIDA_MOVE_FIRST));
  g_assert_true (ui_test_wait (is_shown, chart));
  ui_test_close (window);
}

static gboolean
is_whole (gpointer chart)
{
  GtkWidget *words = gtk_popover_get_child (GTK_POPOVER (find_tooltip (chart)));
  GtkRequisition size;

  gtk_widget_get_preferred_size (words, NULL, &size);
  return gtk_widget_get_width (words) >= size.width && gtk_widget_get_height (words) >= size.height;
}

/* What is selected makes a tooltip wider in the turn in which it moves to its mark, and the toolkit may keep the contents of the
 * narrower one: as here, where it was told to. */
static void
test_whole (void)
{
  g_autofree char *path = ui_test_write ("whole.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  GtkWidget *tooltip;

  ui_test_run_for (300);
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_FIRST));
  g_assert_true (ui_test_wait (is_shown, chart));
  ui_test_run_for (300);
  g_assert_true (is_whole (chart));
  tooltip = find_tooltip (chart);
  gtk_widget_allocate (tooltip, gtk_widget_get_width (tooltip) - NARROWER, gtk_widget_get_height (tooltip), -1, NULL);
  g_assert_false (is_whole (chart));
  nida_chart_tooltip_show (NIDA_CHART_TOOLTIP (tooltip), nida_chart_canvas_get_current (canvas), NULL);
  g_assert_true (ui_test_wait (is_whole, chart));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/chart-tooltip/place/left-to-right", GINT_TO_POINTER (FALSE), test_place);
  g_test_add_data_func ("/chart-tooltip/place/right-to-left", GINT_TO_POINTER (TRUE), test_place);
  g_test_add_data_func ("/chart-tooltip/place/large-text/left-to-right", GINT_TO_POINTER (FALSE), test_large_place);
  g_test_add_data_func ("/chart-tooltip/place/large-text/right-to-left", GINT_TO_POINTER (TRUE), test_large_place);
  g_test_add_func ("/chart-tooltip/backdrop/does-not-stay-over-another-window", test_backdrop);
  g_test_add_func ("/chart-tooltip/dialog/is-not-told-over", test_dialog);
  g_test_add_func ("/chart-tooltip/selected/is-told-whole", test_whole);
  return g_test_run ();
}
