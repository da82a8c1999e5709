/* A chart as a table: on it and back, the keys on its rows, figures that follow the filters. */
#include "config.h"

#include "chart-view.h"
#include "ui-support.h"

static gboolean
is_row_focused (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (focus)) == GTK_ACCESSIBLE_ROLE_ROW;
}

static void
test_table_has_the_figures (void)
{
  g_autofree char *path = ui_test_write ("table.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);

  g_assert_false (nida_chart_view_is_table (chart));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.table", NULL));
  g_assert_true (nida_chart_view_is_table (chart));
  /* the keys are on its first row, which is read as one */
  g_assert_true (ui_test_wait (is_row_focused, window));
  /* A filter while the table is shown makes the table anew. */
  nida_session_set_value (nida_window_get_session (window), NIDA_FIELD_DONOR, "Kuwait", TRUE);
  ui_test_run_for (100);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.table", NULL));
  g_assert_false (nida_chart_view_is_table (chart));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-as-table/shown/has-the-keys-and-goes-back", test_table_has_the_figures);
  return g_test_run ();
}
