/* A real pointer over a chart of the board: Ctrl and a click brush the plan under it, and nothing moves away meanwhile. */
#include "config.h"

#include "chart-view.h"
#include "heads-support.h"
#include "scene-builder.h"
#include "ui-support.h"

#include <string.h>

static const char plans_csv[] =
  "kind,date,donor,country,appeal,currency,amount,source\n"
  "requirement,2024,,Sudan,Sudan 2024,USD,1000,a\n"
  "requirement,2024,,Yemen,Yemen 2024,USD,800,a\n"
  "paid,2024,Kuwait,Sudan,Sudan 2024,USD,300,a\n"
  "paid,2024,Qatar,Yemen,Yemen 2024,USD,500,a\n";

typedef struct {
  NidaWindow    *window;
  NidaChartView *coverage;
  guint          n_values;      /* waited for: of the brush; 0 where there is none */
} Fixture;

static const NidaBrush *
get_brush (const Fixture *self)
{
  return nida_linked_get_brush (nida_session_get_linked (nida_window_get_session (self->window)));
}

/* It fills the monitor, and the header bar has gone out of the way. */
static gboolean
is_placed (gpointer data)
{
  const Fixture *self = data;
  GtkWidget *workspace = GTK_WIDGET (nida_window_get_workspace (self->window));
  double x, y;

  return heads_find (GTK_WINDOW (self->window)) == 0 && gtk_widget_translate_coordinates (workspace, GTK_WIDGET (self->window), 0, 0, &x, &y)
         && y < 1;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = ui_test_write ("plans.csv", plans_csv);
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self->window = ui_test_open (path);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->window), monitor);
  g_assert_true (ui_test_wait (is_placed, self));
  ui_test_wait_drawn (self->window);
  self->coverage = ui_test_find_chart (self->window, NIDA_CHART_COVERAGE);
  g_assert_nonnull (self->coverage);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ui_test_close (self->window);
}

/* Where the middle of a mark is on the screen. */
static NidaPoint
find_middle (const Fixture *self,
             const char    *key)
{
  const NidaNode *node = nida_scene_find (nida_chart_view_get_scene (self->coverage), key);
  NidaPoint point;

  g_assert_nonnull (node);
  gtk_widget_translate_coordinates (GTK_WIDGET (nida_chart_view_get_canvas (self->coverage)), GTK_WIDGET (self->window),
                                    node->box.x + node->box.width / 2, node->box.y + node->box.height / 2, &point.x, &point.y);
  return point;
}

static gboolean
has_values (gpointer data)
{
  const Fixture *self = data;
  const NidaBrush *brush = get_brush (self);

  if (brush == NULL || self->n_values == 0)
    return brush == NULL && self->n_values == 0;
  return brush->n_parts == 1 && brush->parts[0].field == NIDA_FIELD_APPEAL && g_strv_length (brush->parts[0].values) == self->n_values;
}

static void
ctrl_click (Fixture    *self,
            const char *key,
            guint       n_values)
{
  NidaPoint point = find_middle (self, key);

  heads_click (point.x, point.y, "ctrl");
  self->n_values = n_values;
  g_assert_true (ui_test_wait (has_values, self));
}

static gboolean
is_pale (gpointer data)
{
  const Fixture *self = data;
  NidaScene *picture = nida_chart_canvas_get_picture (nida_chart_view_get_canvas (self->coverage));

  return picture != NULL && nida_scene_find (picture, "bar/Sudan 2024/received/inside") != NULL
         && nida_scene_find (picture, "bar/Yemen 2024/received/inside") == NULL;
}

static void
test_adds_and_takes_away (Fixture       *self,
                          gconstpointer  data)
{
  ctrl_click (self, "bar/Sudan 2024/received", 1);
  g_assert_cmpstr (get_brush (self)->parts[0].values[0], ==, "Sudan 2024");
  g_assert_true (ui_test_wait (is_pale, self));
  ctrl_click (self, "bar/Yemen 2024/gap", 2);
  ctrl_click (self, "bar/Yemen 2024/received", 1);
  g_assert_true (ui_test_wait (is_pale, self));
  ctrl_click (self, "bar/Sudan 2024/gap", 0);
  g_assert_null (get_brush (self));
}

/* The chips of the brush find their room in the heading. */
static void
test_stays (Fixture       *self,
            gconstpointer  data)
{
  NidaPoint before = find_middle (self, "bar/Sudan 2024/received"), after;

  ctrl_click (self, "bar/Sudan 2024/received", 1);
  g_assert_true (ui_test_wait (is_pale, self));
  after = find_middle (self, "bar/Sudan 2024/received");
  g_assert_cmpfloat (after.x, ==, before.x);
  g_assert_cmpfloat (after.y, ==, before.y);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/chart-brush/control-click/adds-and-takes-away", test_adds_and_takes_away);
  ADD ("/chart-brush/control-click/moves-nothing", test_stays);
  return g_test_run ();
}
