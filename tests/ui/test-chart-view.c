/* A chart in a window: marks by keys, filters, words for a screen reader. */
#include "config.h"

#include "chart-view.h"
#include "scene-builder.h"
#include "tween.h"
#include "ui-support.h"

#include "look.h"

#include <string.h>

static void
test_keys_move_and_filter (void)
{
  g_autofree char *path = ui_test_write ("keys.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  const NidaFilterSet *filters;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_FIRST));
  first = g_strdup (nida_chart_canvas_get_current (canvas)->key);
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_LAST));
  last = g_strdup (nida_chart_canvas_get_current (canvas)->key);
  g_assert_cmpstr (first, !=, last);
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_FIRST));
  g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_NEXT));
  g_assert_cmpstr (nida_chart_canvas_get_current (canvas)->key, !=, first);
  while (nida_chart_canvas_get_current (canvas)->mark->n_fields == 0)
    g_assert_true (nida_chart_canvas_move (canvas, NIDA_MOVE_NEXT));
  g_assert_true (nida_chart_canvas_activate (canvas, FALSE));
  filters = nida_session_get_filters (nida_window_get_session (window));
  g_assert_false (nida_filter_set_is_empty (filters));
  ui_test_close (window);
}

static void
test_click_filters_and_lets_go (void)
{
  g_autofree char *path = ui_test_write ("click.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);
  const NidaNode *node = nida_scene_move (nida_chart_view_get_scene (chart), NULL, NIDA_MOVE_FIRST);
  g_autofree char *key = NULL;

  while (node != NULL && node->mark->n_fields == 0)
    node = nida_scene_move (nida_chart_view_get_scene (chart), node->key, NIDA_MOVE_NEXT);
  g_assert_nonnull (node);
  key = g_strdup (node->key);
  nida_chart_canvas_set_current (nida_chart_view_get_canvas (chart), key, FALSE);
  g_assert_true (nida_chart_canvas_activate (nida_chart_view_get_canvas (chart), FALSE));
  g_assert_false (nida_filter_set_is_empty (nida_session_get_filters (session)));
  /* what was said of the mark was of the figures before */
  ui_test_wait_drawn (window);
  g_assert_null (nida_chart_canvas_get_current (nida_chart_view_get_canvas (chart)));
  nida_session_undo (session);
  g_assert_true (nida_filter_set_is_empty (nida_session_get_filters (session)));
  ui_test_close (window);
}

static gboolean
is_moving (gpointer canvas)
{
  return nida_chart_canvas_is_moving (canvas);
}

static gboolean
is_at_rest (gpointer canvas)
{
  return !nida_chart_canvas_is_moving (canvas);
}

static void
test_filter_moves (void)
{
  g_autofree char *path = ui_test_write ("moves.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (ui_test_find_chart (window, NIDA_CHART_TIMELINE));
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (NidaScene) first = g_object_ref (nida_chart_canvas_get_scene (canvas)), second = NULL;

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_true (ui_test_wait (is_moving, canvas));
  g_assert_true (nida_chart_canvas_get_scene (canvas) != first);
  g_assert_true (ui_test_wait (is_at_rest, canvas));

  /* who wants no animations gets the new picture at once */
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  second = g_object_ref (nida_chart_canvas_get_scene (canvas));
  nida_session_undo (session);
  while (nida_chart_canvas_get_scene (canvas) == second)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (nida_chart_canvas_is_moving (canvas));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  ui_test_close (window);
}

static NidaChartView *
find_card (GtkWidget   *widget,
           NidaMeasure  measure)
{
  NidaChartView *found = NULL;

  if (NIDA_IS_CHART_VIEW (widget) && nida_chart_view_is_card (NIDA_CHART_VIEW (widget))
      && nida_chart_view_get_answer (NIDA_CHART_VIEW (widget))->spec->measure == measure)
    return NIDA_CHART_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_card (child, measure);
  return found;
}

/* Figures of cards count up, unless somebody wants no animations: then the next frame has the last of them. */
static void
test_cards_count (gconstpointer data)
{
  gboolean animations = GPOINTER_TO_INT (data);
  g_autofree char *path = ui_test_write ("cards.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (find_card (GTK_WIDGET (window), NIDA_MEASURE_RECEIVED));
  NidaScene *before = nida_chart_canvas_get_scene (canvas);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animations, NULL);
  nida_session_set_value (nida_window_get_session (window), NIDA_FIELD_DONOR, "Kuwait", TRUE);
  while (nida_chart_canvas_get_scene (canvas) == before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (nida_chart_canvas_is_moving (canvas), ==, animations);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  ui_test_close (window);
}

/* A stroke over what still moves is seen at once, and what moves goes on from what the brush left. */
static void
test_brush_is_at_once (void)
{
  g_autofree char *path = ui_test_write ("brush.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (ui_test_find_chart (window, NIDA_CHART_TIMELINE));
  g_autoptr (NidaScene) picture = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_true (ui_test_wait (is_moving, canvas));
  picture = g_object_ref (nida_chart_canvas_get_scene (canvas));
  nida_chart_canvas_set_picture (canvas, picture);
  g_assert_false (nida_chart_canvas_is_moving (canvas));
  nida_chart_canvas_set_picture (canvas, NULL);
  g_assert_false (nida_chart_canvas_is_moving (canvas));
  ui_test_close (window);
}

/* The number of a card counts from the old figure to the new one; what is spoken is the new one at once. */
static void
test_card_counts (void)
{
  g_autofree char *path = ui_test_write ("counts.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *card = NULL;
  NidaScene *scene;
  g_autoptr (NidaScene) before = NULL;
  g_autoptr (NidaTween) tween = NULL;
  const char *half;

  for (guint i = 0; i < nida_session_get_board (session)->cards->len; i++)
    {
      const NidaChartSpec *spec = nida_session_get_board (session)->cards->pdata[i];

      if (spec->measure == NIDA_MEASURE_RECEIVED)
        card = nida_board_view_get_view (nida_workspace_get_board (nida_window_get_workspace (window)), i);
    }
  before = g_object_ref (nida_chart_view_get_scene (card));
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_true (ui_test_wait (is_moving, nida_chart_view_get_canvas (card)));
  scene = nida_chart_view_get_scene (card);
  tween = nida_tween_new (before, scene);
  g_assert_cmpstr (nida_scene_find (before, "number")->text, ==, "600");
  g_assert_cmpstr (nida_scene_find (scene, "number")->text, ==, "400");
  half = nida_scene_find (nida_tween_at (tween, 0.5), "number")->text;
  g_assert_cmpstr (half, ==, "500");
  gtk_test_accessible_assert_property (nida_chart_view_get_canvas (card), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, nida_scene_get_description (scene));
  ui_test_close (window);
}

static gboolean
is_pulsing (gpointer canvas)
{
  return nida_chart_canvas_is_pulsing (canvas);
}

static gboolean
is_quiet (gpointer canvas)
{
  return !nida_chart_canvas_is_pulsing (canvas);
}

static void
enter (NidaSession *session,
       const char  *donor)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);

  entry->amount = 4000 * NIDA_MONEY_UNIT;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, donor, NULL);
  nida_entry_add_step (entry, NIDA_ENTRY_PAID, nida_date_new_day (2024, 1, 9), 1000, "Noura");
  g_free (nida_ledger_add (nida_session_get_document (session), entry));
}

static void
show_page (NidaWindow *window,
           const char *name)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page", g_variant_new_string (name));
}

static gboolean
is_hidden (gpointer canvas)
{
  return !gtk_widget_get_mapped (canvas);
}

/* What is entered pulses, again for each entry, not when it is only looked at otherwise; from another page when the board is seen. */
static void
test_what_came_pulses (void)
{
  g_autofree char *path = ui_test_write ("came.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (ui_test_find_chart (window, NIDA_CHART_RANKING));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_assert_true (is_quiet (canvas));
  for (guint i = 0; i < 2; i++)
    {
      enter (session, "Kuwait");
      g_assert_true (ui_test_wait (is_pulsing, canvas));
      g_assert_true (ui_test_wait (is_quiet, canvas));
    }
  nida_session_set_value (session, NIDA_FIELD_CATEGORY, "Food", TRUE);
  nida_session_undo (session);
  ui_test_run_for (200);
  g_assert_true (is_quiet (canvas));

  show_page (window, "table");
  g_assert_true (ui_test_wait (is_hidden, canvas));
  enter (session, "Kuwait");
  ui_test_run_for (200);
  g_assert_true (is_quiet (canvas));
  show_page (window, "board");
  g_assert_true (ui_test_wait (is_pulsing, canvas));
  ui_test_close (window);
}

/* The bars that are not chosen stay, so that another can be added by the pointer. */
static void
test_another_is_added (void)
{
  g_autofree char *path = ui_test_write ("another.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  NidaMark *clicked = nida_mark_ref (ui_test_find_mark (chart, NIDA_FIELD_DONOR)->mark);
  const NidaMark *mark;
  g_autofree char *other = NULL, *key = NULL;

  nida_session_toggle_mark (session, clicked, FALSE);
  ui_test_wait_drawn (window);
  for (guint i = 0; key == NULL && i < nida_scene_get_n_nodes (nida_chart_view_get_scene (chart)); i++)
    {
      const NidaNode *node = nida_scene_get_node (nida_chart_view_get_scene (chart), i);

      mark = node->mark;
      if (mark == NULL || mark->n_fields == 0 || g_str_equal (mark->values[0], clicked->values[0]))
        continue;
      g_assert_cmpfloat (node->opacity, <, 0.5);
      key = g_strdup (node->key);
      other = g_strdup (mark->values[0]);
    }
  g_assert_nonnull (key);
  g_signal_emit_by_name (nida_chart_view_get_canvas (chart), "mark-picked", key, NULL);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, clicked->values[0]));
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, other));
  g_assert_null (nida_linked_get_brush (nida_session_get_linked (session)));
  nida_mark_free (clicked);
  ui_test_close (window);
}

static void
test_says_what_it_shows (void)
{
  g_autofree char *path = ui_test_write ("words.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);
  GtkAccessible *canvas = GTK_ACCESSIBLE (nida_chart_view_get_canvas (chart));
  NidaScene *scene = nida_chart_view_get_scene (chart);
  g_autofree char *label = gtk_test_accessible_check_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, nida_scene_get_title (scene));
  g_autofree char *words = gtk_test_accessible_check_property (canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, nida_scene_get_description (scene));

  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_null (label);
  g_assert_null (words);
  g_assert_cmpuint (strlen (nida_scene_get_description (scene)), >, 10);
  ui_test_close (window);
}

/* Chosen from the list of the panel, which has the others: they go. */
static void
test_alone (void)
{
  g_autofree char *path = ui_test_write ("alone.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  ui_test_wait_drawn (window);
  for (guint i = 0; i < nida_scene_get_n_nodes (nida_chart_view_get_scene (chart)); i++)
    {
      const NidaMark *mark = nida_scene_get_node (nida_chart_view_get_scene (chart), i)->mark;

      if (mark != NULL && mark->n_fields > 0)
        g_assert_cmpstr (mark->values[0], ==, "Kuwait");
    }
  ui_test_close (window);
}

/* Tab comes to the chart, then to its buttons, which say whose they are; and back the same way. */
static void
test_tab (void)
{
  g_autofree char *path = ui_test_write ("tab.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);
  GtkWidget *canvas = GTK_WIDGET (nida_chart_view_get_canvas (chart)), *button;
  g_autofree char *name = g_strdup_printf ("Maximise: %s", nida_scene_get_title (nida_chart_view_get_scene (chart))), *differs = NULL;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == canvas);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_FORWARD));
  button = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_BUTTON (button));
  differs = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_cmpstr (differs, ==, NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == button);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (chart), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == canvas);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-view/keys/move-and-enter-filters", test_keys_move_and_filter);
  g_test_add_func ("/chart-view/mark/filters-and-undo-lets-go", test_click_filters_and_lets_go);
  g_test_add_func ("/chart-view/filter/moves-to-the-new-picture-unless-reduced", test_filter_moves);
  g_test_add_data_func ("/chart-view/cards/count-up", GINT_TO_POINTER (TRUE), test_cards_count);
  g_test_add_data_func ("/chart-view/reduced-motion/cards-have-their-figures-at-once", GINT_TO_POINTER (FALSE), test_cards_count);
  g_test_add_func ("/chart-view/filter/another-bar-is-added-to-the-chosen", test_another_is_added);
  g_test_add_func ("/chart-view/filter/from-a-list-leaves-nothing-else", test_alone);
  g_test_add_func ("/chart-view/words/title-and-description", test_says_what_it_shows);
  g_test_add_func ("/chart-view/filter/a-brush-does-not-wait-for-what-moves", test_brush_is_at_once);
  g_test_add_func ("/chart-view/filter/the-number-of-a-card-counts", test_card_counts);
  g_test_add_func ("/chart-view/what-came-pulses-when-it-is-first-seen", test_what_came_pulses);
  g_test_add_func ("/chart-view/keys/tab-to-the-chart-then-to-its-own-buttons", test_tab);
  return g_test_run ();
}
