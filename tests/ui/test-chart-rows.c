/* From a mark to what is behind it, and back. */
#include "config.h"

#include "chart-rows.h"
#include "filter-chips.h"
#include "scene-builder.h"
#include "ledger.h"
#include "ui-support.h"

static void
test_double_click_looks_closer (void)
{
  g_autofree char *path = ui_test_write ("closer.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  const NidaNode *node = ui_test_find_mark (chart, NIDA_FIELD_DATE);
  g_autofree char *year = g_strdup (node->mark->values[0]);
  NidaMark *mark;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  ui_test_run_for (100);
  node = ui_test_find_mark (chart, NIDA_FIELD_DATE);
  mark = nida_mark_ref (node->mark);
  nida_session_toggle_mark (session, mark, FALSE);      /* the first click */
  g_signal_emit_by_name (nida_chart_view_get_canvas (chart), "mark-drilled", mark);
  nida_mark_free (mark);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DATE, year));
  g_assert_cmpint (nida_filter_set_get_step (nida_session_get_filters (session)), ==, NIDA_STEP_QUARTER);
  ui_test_run_for (100);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.drill-back", NULL));
  g_assert_cmpuint (nida_filter_set_get_n (nida_session_get_filters (session)), ==, 1);
  ui_test_close (window);
}

static GtkWidget *
find_chips (GtkWidget *widget)
{
  GtkWidget *found = NIDA_IS_FILTER_CHIPS (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_chips (child);
  return found;
}

/* The way back by its buttons, which are others then: the keys stay among them. */
static void
test_crumbs_keep_the_keys (void)
{
  g_autofree char *path = ui_test_write ("crumbs.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  const NidaNode *node = ui_test_find_mark (ui_test_find_chart (window, NIDA_CHART_TIMELINE), NIDA_FIELD_DATE);
  NidaMark *mark = nida_mark_ref (node->mark);
  GtkWidget *chips = find_chips (GTK_WIDGET (window)), *crumb;

  g_assert_true (nida_session_drill_down (session, mark));
  nida_mark_free (mark);
  ui_test_wait_drawn (window);
  crumb = gtk_widget_get_first_child (chips);
  g_assert_true (gtk_widget_grab_focus (crumb));
  g_signal_emit_by_name (crumb, "clicked");
  g_assert_cmpint (nida_filter_set_get_step (nida_session_get_filters (session)), ==, NIDA_STEP_NONE);
  g_assert_nonnull (gtk_widget_get_focus_child (chips));
  ui_test_close (window);
}

/* The rows behind a mark stand in the table, under its words. */
static void
test_rows (void)
{
  g_autofree char *path = ui_test_write ("rows.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  const NidaNode *bar = ui_test_find_mark (chart, NIDA_FIELD_DONOR);
  g_autoptr (GArray) all = NULL, some = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.rows", NULL));
  g_assert_cmpstr (nida_session_get_focus (session), ==, nida_scene_get_title (nida_chart_view_get_scene (chart)));
  all = nida_session_select_rows (session);
  nida_chart_canvas_set_current (nida_chart_view_get_canvas (chart), bar->key, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.rows", NULL));
  some = nida_session_select_rows (session);
  g_assert_cmpuint (some->len, <, all->len);
  g_assert_true (g_str_has_prefix (nida_session_get_focus (session), nida_mark_get_label (bar->mark)));
  ui_test_close (window);
}

static NidaChartView *
find_due_card (NidaWindow *window)
{
  const NidaBoard *model = nida_session_get_board (nida_window_get_session (window));
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (window));

  for (guint i = 0; i < model->cards->len; i++)
    {
      NidaChartView *card = nida_board_view_get_view (board, i);

      if (card != NULL && nida_chart_view_get_scene (card) != NULL
          && nida_chart_canvas_find_figure (nida_chart_view_get_canvas (card)) != NULL)
        return card;
    }
  return NULL;
}

static gboolean
has_due_card (gpointer window)
{
  return find_due_card (window) != NULL;
}

/* All of the card of what is overdue opens its rows, also by the key of a card that nobody pointed at; nothing is filtered. */
static void
test_due_card (void)
{
  g_autofree char *path = ui_test_write ("due.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autoptr (GArray) rows = NULL;
  NidaChartCanvas *canvas;

  entry->amount = 4 * NIDA_MONEY_UNIT;
  entry->due = nida_date_new_day (2020, 1, 31);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Kuwait", NULL);
  g_free (nida_ledger_add (nida_session_get_document (session), entry));
  g_assert_true (ui_test_wait (has_due_card, window));
  canvas = nida_chart_view_get_canvas (find_due_card (window));
  g_assert_null (nida_chart_canvas_get_current (canvas));
  g_assert_true (nida_chart_canvas_activate (canvas, FALSE));
  g_assert_nonnull (nida_session_get_focus (session));
  rows = nida_session_select_rows (session);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_true (nida_filter_set_is_empty (nida_session_get_filters (session)));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-rows/double-click/looks-closer-and-back", test_double_click_looks_closer);
  g_test_add_func ("/chart-rows/rows/of-the-chart-and-of-a-mark", test_rows);
  g_test_add_func ("/chart-rows/card/what-is-overdue-opens-its-rows", test_due_card);
  g_test_add_func ("/chart-rows/crumbs/keep-the-keys", test_crumbs_keep_the_keys);
  return g_test_run ();
}
