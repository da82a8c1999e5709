/* The menu of a mark. */
#include "config.h"

#include "chart-menu.h"
#include "scene-builder.h"
#include "ui-support.h"

static GtkPopover *
find_menu (NidaChartView *chart)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (nida_chart_view_get_canvas (chart)));

  while (child != NULL && !GTK_IS_POPOVER_MENU (child))
    child = gtk_widget_get_next_sibling (child);
  return child != NULL ? GTK_POPOVER (child) : NULL;
}

static gboolean
is_gone (gpointer chart)
{
  return find_menu (chart) == NULL;
}

/* Opening it takes the focus, and with it the current mark; what the menu does is still about that. */
static void
test_mark (void)
{
  g_autofree char *path = ui_test_write ("menu.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  g_autofree char *key = g_strdup (ui_test_find_mark (chart, NIDA_FIELD_DONOR)->key);
  NidaMark *mark;

  nida_chart_canvas_set_current (canvas, key, TRUE);
  nida_chart_menu_open (chart, 50, 50);
  g_assert_nonnull (find_menu (chart));
  nida_chart_canvas_set_current (canvas, NULL, FALSE);
  mark = nida_chart_view_dup_mark (chart);
  g_assert_nonnull (mark);
  nida_mark_free (mark);
  gtk_popover_popdown (find_menu (chart));
  g_assert_true (ui_test_wait (is_gone, chart));
  g_assert_null (nida_chart_view_dup_mark (chart));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-menu/mark/stays-the-menu-s-while-it-is-open", test_mark);
  return g_test_run ();
}
