/* Closer and back as a person does it: a double click on a column, a mark by keys, Alt+Left. */
#include "config.h"

#include "heads-support.h"
#include "look.h"
#include "ui-support.h"

static const char gifts_csv[] =
  "kind,date,donor,country,appeal,currency,amount,source\n"
  "paid,2008-02-03,Kuwait,Iraq,Iraq,USD,300,a\n"
  "paid,2023-05-04,Qatar,Syria,Syria,USD,500,a\n"
  "paid,2023-11-05,Oman,Iraq,Iraq,USD,200,a\n"
  "paid,2024-03-06,Kuwait,Syria,Syria,USD,400,a\n"
  "paid,2024-04-07,Kuwait,Sudan,Sudan,USD,100,a\n";

typedef struct {
  NidaWindow    *window;
  NidaChartView *chart;
  NidaStep       step;       /* waited for */
  const char    *key;        /* likewise */
} Fixture;

/* Columns of all that came in seventeen years, alone on the board. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = ui_test_write ("years.csv", gifts_csv);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TIMELINE);
  NidaSession *session;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  nida_look_set_own (nida_look_get (), "language", data);
  self->window = ui_test_open (path);
  session = nida_window_get_session (self->window);
  heads_fill (self->window);
  for (guint n = nida_session_get_n_charts (session); n > 0; n--)
    nida_session_remove_chart (session, n - 1);
  nida_session_add_chart (session, 0, spec);
  ui_test_wait_drawn (self->window);
  self->chart = ui_test_find_chart (self->window, NIDA_CHART_TIMELINE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ui_test_close (self->window);
  nida_look_set_own (nida_look_get (), "language", NULL);
}

static const NidaFilterSet *
get_filters (const Fixture *self)
{
  return nida_session_get_filters (nida_window_get_session (self->window));
}

static gboolean
has_step (gpointer data)
{
  const Fixture *self = data;

  return nida_filter_set_get_step (get_filters (self)) == self->step;
}

static gboolean
has_focus (gpointer data)
{
  const Fixture *self = data;

  return gtk_window_get_focus (GTK_WINDOW (self->window)) == GTK_WIDGET (nida_chart_view_get_canvas (self->chart));
}

static void
wait_step (Fixture  *self,
           NidaStep  step)
{
  self->step = step;
  if (!ui_test_wait (has_step, self))
    {
      const NidaNode *node = nida_chart_canvas_get_current (nida_chart_view_get_canvas (self->chart));

      g_error ("the step is %d, not %d; at %s", nida_filter_set_get_step (get_filters (self)), step, node != NULL ? node->key : "no mark");
    }
  ui_test_wait_drawn (self->window);
}

static void
test_double_click (Fixture       *self,
                   gconstpointer  data)
{
  const NidaNode *column = NULL;
  NidaScene *scene = nida_chart_view_get_scene (self->chart);
  double x, y;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene) && column == NULL; i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && node->mark->n_fields == 1 && node->mark->fields[0] == NIDA_FIELD_DATE && g_str_equal (node->mark->values[0], "2023"))
        column = node;
    }
  g_assert_nonnull (column);
  gtk_widget_translate_coordinates (GTK_WIDGET (nida_chart_view_get_canvas (self->chart)), GTK_WIDGET (self->window),
                                    column->box.x + column->box.width / 2, column->box.y + column->box.height / 2, &x, &y);
  heads_double_click (x, y);
  wait_step (self, NIDA_STEP_QUARTER);
  g_assert_true (nida_filter_set_has (get_filters (self), NIDA_FIELD_DATE, "2023"));
  heads_key ("alt+Left");
  wait_step (self, NIDA_STEP_NONE);
  g_assert_true (nida_filter_set_is_empty (get_filters (self)));
}

/* What stands at the keys, or "" */
static char *
dup_current (const Fixture *self)
{
  const NidaNode *node = nida_chart_canvas_get_current (nida_chart_view_get_canvas (self->chart));

  return g_strdup (node != NULL ? node->key : "");
}

static gboolean
is_at (gpointer data)
{
  const Fixture *self = data;
  g_autofree char *current = dup_current (self);

  return g_str_equal (current, self->key);
}

/* The picture comes after the step. */
static void
wait_at (Fixture    *self,
         const char *key)
{
  self->key = key;
  if (!ui_test_wait (is_at, self))
    {
      g_autofree char *current = dup_current (self);

      g_error ("the keys are at “%s”, not “%s”", current, key);
    }
}

/* Two steps down by keys, and two back to the marks where they began. */
static void
test_keys (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *year = NULL, *quarter = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (nida_chart_view_get_canvas (self->chart)));
  g_assert_true (ui_test_wait (has_focus, self));
  heads_key ("End");
  ui_test_run_for (200);
  year = dup_current (self);
  heads_key ("alt+Down");
  wait_step (self, NIDA_STEP_QUARTER);
  wait_at (self, "");
  heads_key ("Home");
  ui_test_run_for (200);
  quarter = dup_current (self);
  g_assert_cmpstr (quarter, !=, "");
  heads_key ("alt+Down");
  wait_step (self, NIDA_STEP_MONTH);
  heads_key ("alt+Left");
  wait_step (self, NIDA_STEP_QUARTER);
  wait_at (self, quarter);
  heads_key ("alt+Left");
  wait_step (self, NIDA_STEP_NONE);
  wait_at (self, year);
  g_assert_true (nida_filter_set_is_empty (get_filters (self)));
}

/* --- regions --- */

static gboolean
is_by_country (gpointer data)
{
  const Fixture *self = data;
  NidaScene *scene = nida_chart_view_get_scene (self->chart);

  return nida_filter_set_is_closer (get_filters (self), NIDA_FIELD_REGION) && scene != NULL && nida_scene_find (scene, "bar/Iraq") != NULL;
}

static gboolean
is_by_region (gpointer data)
{
  const Fixture *self = data;
  NidaScene *scene = nida_chart_view_get_scene (self->chart);

  return nida_filter_set_is_empty (get_filters (self)) && scene != NULL && nida_scene_find (scene, "bar/Western Asia") != NULL;
}

static void
double_click_bar (Fixture    *self,
                  const char *key)
{
  const NidaNode *bar = nida_scene_find (nida_chart_view_get_scene (self->chart), key);
  double x, y;

  g_assert_nonnull (bar);
  gtk_widget_translate_coordinates (GTK_WIDGET (nida_chart_view_get_canvas (self->chart)), GTK_WIDGET (self->window),
                                    bar->box.x + bar->box.width / 2, bar->box.y + bar->box.height / 2, &x, &y);
  heads_double_click (x, y);
}

/* A region is its countries, by the pointer and by keys; a country has rows. */
static void
test_regions (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  NidaSession *session = nida_window_get_session (self->window);

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_REGION, NIDA_STEP_NONE };
  nida_session_remove_chart (session, 0);
  nida_session_add_chart (session, 0, spec);
  ui_test_wait_drawn (self->window);
  self->chart = ui_test_find_chart (self->window, NIDA_CHART_RANKING);
  g_assert_true (ui_test_wait (is_by_region, self));
  double_click_bar (self, "bar/Western Asia");
  g_assert_true (ui_test_wait (is_by_country, self));
  g_assert_null (nida_scene_find (nida_chart_view_get_scene (self->chart), "bar/Sudan"));
  heads_key ("alt+Left");
  g_assert_true (ui_test_wait (is_by_region, self));
  gtk_widget_grab_focus (GTK_WIDGET (nida_chart_view_get_canvas (self->chart)));
  g_assert_true (ui_test_wait (has_focus, self));
  heads_key ("Home");
  heads_key ("alt+Down");
  g_assert_true (ui_test_wait (is_by_country, self));
  heads_key ("alt+Up");
  g_assert_true (ui_test_wait (is_by_region, self));
}

static gboolean
shows_rows (gpointer data)
{
  const Fixture *self = data;

  return nida_session_get_focus (nida_window_get_session (self->window)) != NULL
         && g_str_equal (gtk_stack_get_visible_child_name (nida_workspace_get_stack (nida_window_get_workspace (self->window))), "table");
}

static gboolean
has_mark (gpointer data)
{
  const Fixture *self = data;

  return nida_chart_canvas_get_current (nida_chart_view_get_canvas (self->chart)) != NULL;
}

static gboolean
is_back (gpointer data)
{
  return !shows_rows (data) && has_focus (data) && has_mark (data);
}

/* --- maps and grids, in both directions --- */

static void
show_alone (Fixture       *self,
            NidaChartKind  kind,
            NidaField      by)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);
  NidaSession *session = nida_window_get_session (self->window);

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { by, NIDA_STEP_NONE };
  nida_session_remove_chart (session, 0);
  nida_session_add_chart (session, 0, spec);
  ui_test_wait_drawn (self->window);
  self->chart = ui_test_find_chart (self->window, kind);
}

static gboolean
has_key (gpointer data)
{
  const Fixture *self = data;
  NidaScene *scene = nida_chart_view_get_scene (self->chart);

  return scene != NULL && nida_scene_find (scene, self->key) != NULL;
}

static void
wait_key (Fixture    *self,
          const char *key)
{
  self->key = key;
  if (!ui_test_wait (has_key, self))
    g_error ("no %s in the chart", key);
  ui_test_wait_drawn (self->window);
}

static double
share_of_room (const Fixture *self)
{
  NidaScene *scene = nida_chart_view_get_scene (self->chart);
  double area = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (g_str_has_prefix (node->key, "tile/"))
        area += node->box.width * node->box.height;
    }
  return area / (nida_scene_get_width (scene) * nida_scene_get_height (scene));
}

/* A region fills its map with its own countries, and leads back to where it began. */
static void
test_map (Fixture       *self,
          gconstpointer  data)
{
  NidaChartCanvas *canvas;

  show_alone (self, NIDA_CHART_TILE_MAP, NIDA_FIELD_REGION);
  canvas = nida_chart_view_get_canvas (self->chart);
  wait_key (self, "tile/145");
  double_click_bar (self, "tile/145");
  wait_key (self, "tile/IQ");
  g_assert_null (nida_scene_find (nida_chart_view_get_scene (self->chart), "tile/SD"));
  g_assert_cmpfloat (share_of_room (self), >, 0.3);
  heads_key ("alt+Left");
  wait_key (self, "tile/145");
  g_assert_true (nida_filter_set_is_empty (get_filters (self)));
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_assert_true (ui_test_wait (has_focus, self));
  nida_chart_canvas_set_current (canvas, "tile/015", TRUE);
  heads_key ("alt+Down");
  wait_key (self, "tile/SD");
  heads_key ("Home");
  g_assert_true (ui_test_wait (has_mark, self));
  heads_key ("alt+Left");
  wait_key (self, "tile/015");
  wait_at (self, "tile/015");
  /* also where the pointer lies on the map meanwhile, and no key went to a mark of it */
  heads_key ("alt+Down");
  wait_key (self, "tile/SD");
  heads_key ("alt+Left");
  wait_key (self, "tile/015");
  wait_at (self, "tile/015");
}

/* A cell of a year is its quarters, their months, and at last rows; and back. */
static void
test_grid (Fixture       *self,
           gconstpointer  data)
{
  show_alone (self, NIDA_CHART_HEATMAP, NIDA_FIELD_COUNTRY);
  wait_key (self, "cell/Syria|2024");
  double_click_bar (self, "cell/Syria|2024");
  wait_key (self, "cell/Syria|2024-Q1");
  double_click_bar (self, "cell/Syria|2024-Q1");
  wait_key (self, "cell/Syria|2024-03");
  /* all of the quarter, also of what has nothing; all of the year that the data reach */
  g_assert_nonnull (nida_scene_find (nida_chart_view_get_scene (self->chart), "cell/Syria|2024-01"));
  g_assert_null (nida_scene_find (nida_chart_view_get_scene (self->chart), "cell/Syria|2024-04"));
  double_click_bar (self, "cell/Syria|2024-03");
  g_assert_true (ui_test_wait (shows_rows, self));
  heads_key ("alt+Left");
  g_assert_true (ui_test_wait (is_back, self));
  g_assert_cmpstr (nida_chart_canvas_get_current (nida_chart_view_get_canvas (self->chart))->key, ==, "cell/Syria|2024-03");
  heads_key ("alt+Left");
  wait_key (self, "cell/Syria|2024-Q1");
  heads_key ("alt+Left");
  wait_key (self, "cell/Syria|2024");
  g_assert_true (nida_filter_set_is_empty (get_filters (self)));
}

/* The rows are the last step down; from them one leads back to the mark, and the next ones up. */
static void
test_rows (Fixture       *self,
           gconstpointer  data)
{
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (self->chart);
  g_autofree char *key = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_assert_true (ui_test_wait (has_focus, self));
  heads_key ("Home");
  heads_key ("alt+Down");
  wait_step (self, NIDA_STEP_QUARTER);
  heads_key ("Home");
  heads_key ("alt+Down");
  wait_step (self, NIDA_STEP_MONTH);
  heads_key ("Home");
  g_assert_true (ui_test_wait (has_mark, self));
  key = g_strdup (nida_chart_canvas_get_current (canvas)->key);
  heads_key ("alt+Down");
  g_assert_true (ui_test_wait (shows_rows, self));
  heads_key ("alt+Left");
  g_assert_true (ui_test_wait (is_back, self));
  g_assert_cmpstr (nida_chart_canvas_get_current (canvas)->key, ==, key);
  g_assert_cmpint (nida_filter_set_get_step (get_filters (self)), ==, NIDA_STEP_MONTH);
  heads_key ("alt+Left");
  wait_step (self, NIDA_STEP_QUARTER);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/drill-keys/double-click/and-alt-left", Fixture, NULL, set_up, test_double_click, tear_down);
  g_test_add ("/drill-keys/alt-down/twice-and-back", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/drill-keys/regions/into-countries-and-back", Fixture, NULL, set_up, test_regions, tear_down);
  g_test_add ("/drill-keys/map/into-a-region-and-back", Fixture, NULL, set_up, test_map, tear_down);
  g_test_add ("/drill-keys/map/in-arabic", Fixture, "ar", set_up, test_map, tear_down);
  g_test_add ("/drill-keys/grid/to-the-rows-and-back", Fixture, NULL, set_up, test_grid, tear_down);
  g_test_add ("/drill-keys/grid/in-arabic", Fixture, "ar", set_up, test_grid, tear_down);
  g_test_add ("/drill-keys/alt-down/to-the-rows-and-back", Fixture, NULL, set_up, test_rows, tear_down);
  return g_test_run ();
}
