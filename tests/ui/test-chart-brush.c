/* A real pointer and real keys over a chart of the board: what they brush, and that nothing moves away meanwhile. */
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
  NidaChartView *coverage;      /* or whichever chart the test is about */
  guint          n_values;      /* waited for: of the brush; 0 where there is none */
} Fixture;

static const NidaBrush *
get_brush (const Fixture *self)
{
  return nida_linked_get_brush (nida_session_get_linked (nida_window_get_session (self->window)));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = ui_test_write ("plans.csv", data != NULL ? data : plans_csv);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self->window = ui_test_open (path);
  heads_fill (self->window);
  ui_test_wait_drawn (self->window);
  self->coverage = ui_test_find_chart (self->window, NIDA_CHART_COVERAGE);
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

/* A chart that is cut by the edge of the window does not come into sight under a pointer that is down. */
static void
test_press_stays (Fixture       *self,
                  gconstpointer  data)
{
  GtkWidget *canvas = GTK_WIDGET (nida_chart_view_get_canvas (ui_test_find_chart (self->window, NIDA_CHART_RANKING)));
  GtkWidget *viewport = gtk_widget_get_ancestor (canvas, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  double page = gtk_adjustment_get_page_size (adjustment), x, y, value;

  /* its end is below the edge */
  gtk_widget_translate_coordinates (canvas, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), 0, 0, &x, &y);
  gtk_adjustment_set_value (adjustment, y + gtk_widget_get_height (canvas) - page - 40);
  ui_test_run_for (200);
  value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (y + gtk_widget_get_height (canvas), >, value + page);
  gtk_widget_translate_coordinates (canvas, GTK_WIDGET (self->window), 100, 100, &x, &y);
  heads_point (x, y);
  heads_button (TRUE);
  ui_test_run_for (200);
  g_assert_true (gtk_widget_has_focus (canvas));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
  heads_button (FALSE);
  ui_test_run_for (100);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
}

/* --- by keys alone --- */

static const char flows_csv[] =
  "kind,date,donor,country,category,appeal,currency,amount,source\n"
  "paid,2020,Kuwait,Iraq,Food,Iraq 2024,USD,300,a\n"
  "paid,2021,Qatar,Syria,Health,Syria 2024,USD,500,a\n"
  "paid,2022,Oman,Iraq,Health,Iraq 2024,USD,200,a\n"
  "paid,2023,Kuwait,Syria,Food,Syria 2024,USD,400,a\n"
  "paid,2024,Qatar,Lebanon,Food,Lebanon 2024,USD,100,a\n"
  "paid,2024,Oman,Lebanon,Health,Lebanon 2024,USD,150,a\n";

/* Alone on the board. */
static void
show_only (Fixture             *self,
           const NidaChartSpec *spec)
{
  NidaSession *session = nida_window_get_session (self->window);

  for (guint n = nida_session_get_n_charts (session); n > 0; n--)
    nida_session_remove_chart (session, n - 1);
  nida_session_add_chart (session, 0, spec);
  ui_test_wait_drawn (self->window);
  self->coverage = ui_test_find_chart (self->window, spec->kind);
  g_assert_nonnull (self->coverage);
}

static gboolean
has_focus (gpointer data)
{
  const Fixture *self = data;

  return gtk_window_get_focus (GTK_WINDOW (self->window)) == GTK_WIDGET (nida_chart_view_get_canvas (self->coverage));
}

/* Tab reaches it. */
static void
go_to_chart (Fixture *self)
{
  for (guint i = 0; i < 80 && !has_focus (self); i++)
    {
      GtkWidget *before = gtk_window_get_focus (GTK_WINDOW (self->window));

      heads_key ("Tab");
      for (guint t = 0; t < 100 && gtk_window_get_focus (GTK_WINDOW (self->window)) == before; t++)
        ui_test_run_for (10);
    }
  g_assert_true (has_focus (self));
}

/* The text of the brush, "" for none; what the keys change is another one. */
static char *
dup_inside (const Fixture *self)
{
  const NidaBrush *brush = get_brush (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; brush != NULL && i < brush->n_parts; i++)
    {
      const NidaBrushPart *part = &brush->parts[i];
      g_autofree char *values = part->values != NULL ? g_strjoinv (",", part->values) : NULL;
      g_autofree char *from = nida_date_to_string (part->from), *to = nida_date_to_string (part->to);

      g_string_append_printf (text, "%s=%s;", nida_field_get_name (part->field), values != NULL ? values : from);
      if (values == NULL)
        g_string_append_printf (text, "%s;", to);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_at_mark (gpointer data)
{
  const Fixture *self = data;
  const NidaNode *node = nida_chart_canvas_get_current (nida_chart_view_get_canvas (self->coverage));

  return node != NULL && node->mark->n_fields > 0;
}

typedef struct { const Fixture *fixture; const char *before; } Change;

static gboolean
is_other (gpointer data)
{
  const Change *change = data;
  g_autofree char *now = dup_inside (change->fixture);

  return !g_str_equal (now, change->before);
}

/* Presses @key, which must change what is inside. Transfer full: what is then. */
static char *
change_by (Fixture    *self,
           const char *key)
{
  g_autofree char *before = dup_inside (self);
  Change change = { self, before };

  heads_key (key);
  if (!ui_test_wait (is_other, &change))
    g_error ("%s over a chart of kind %d leaves “%s”", key, (int) nida_chart_view_get_kind (self->coverage), before);
  return dup_inside (self);
}

static gboolean
is_elsewhere (gpointer data)
{
  const Change *change = data;
  const NidaNode *node = nida_chart_canvas_get_current (nida_chart_view_get_canvas (change->fixture->coverage));

  return node != NULL && !g_str_equal (node->key, change->before);
}

static void
move_by (Fixture    *self,
         const char *key)
{
  g_autofree char *before = g_strdup (nida_chart_canvas_get_current (nida_chart_view_get_canvas (self->coverage))->key);
  Change change = { self, before };

  heads_key (key);
  g_assert_true (ui_test_wait (is_elsewhere, &change));
}

/* From the mark that the keys @first go to, which can be selected: tiles without money cannot; @ahead, @back: the keys along which the marks follow each other there. */
static void
check_kind (Fixture       *self,
            NidaChartSpec *spec,
            const char    *first,
            const char    *ahead,
            const char    *back)
{
  g_autofree char *shift_ahead = g_strconcat ("shift+", ahead, NULL), *ctrl_ahead = g_strconcat ("ctrl+", ahead, NULL);
  g_autofree char *ctrl_back = g_strconcat ("ctrl+", back, NULL), *begin = g_strconcat ("ctrl+shift+", ahead, NULL);
  g_autofree char *one = NULL, *two = NULL, *moved = NULL, *again = NULL, *less = NULL, *none = NULL, *picked = NULL, *let_go = NULL;
  g_autofree char *added = NULL, *taken = NULL;

  show_only (self, spec);
  go_to_chart (self);
  heads_key (first);
  g_assert_true (ui_test_wait (is_at_mark, self));
  one = change_by (self, "ctrl+space");
  two = change_by (self, shift_ahead);
  g_assert_cmpstr (one, !=, "");
  moved = change_by (self, ctrl_ahead);
  again = change_by (self, ctrl_back);
  g_assert_cmpstr (again, ==, two);
  less = change_by (self, begin);
  g_assert_cmpstr (less, !=, one);
  none = change_by (self, "Escape");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (has_focus (self));
  /* marks one by one */
  picked = change_by (self, "ctrl+space");
  g_assert_cmpstr (picked, !=, "");
  move_by (self, back);
  added = change_by (self, "ctrl+space");
  g_assert_cmpuint (strlen (added), >, strlen (picked));
  taken = change_by (self, "ctrl+space");
  g_assert_cmpstr (taken, ==, picked);
  move_by (self, ahead);
  let_go = change_by (self, "ctrl+space");
  g_assert_cmpstr (let_go, ==, "");
  nida_chart_spec_free (spec);
}

static NidaChartSpec *
spec_by (NidaChartKind kind,
         NidaField     first,
         NidaField     second)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);

  if (first != NIDA_FIELD_NONE)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { first, first == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
  if (second != NIDA_FIELD_NONE)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { second, second == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
  return spec;
}

static void
test_by_keys (Fixture       *self,
              gconstpointer  data)
{
  check_kind (self, spec_by (NIDA_CHART_TIMELINE, NIDA_FIELD_NONE, NIDA_FIELD_NONE), "Home", "Right", "Left");
  check_kind (self, spec_by (NIDA_CHART_RANKING, NIDA_FIELD_DONOR, NIDA_FIELD_NONE), "Home", "Down", "Up");
  check_kind (self, spec_by (NIDA_CHART_HEATMAP, NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY), "Home", "Down", "Up");
  check_kind (self, spec_by (NIDA_CHART_SANKEY, NIDA_FIELD_DONOR, NIDA_FIELD_COUNTRY), "End", "Up", "Down");
  check_kind (self, spec_by (NIDA_CHART_TREEMAP, NIDA_FIELD_COUNTRY, NIDA_FIELD_NONE), "Home", "Right", "Left");
  check_kind (self, spec_by (NIDA_CHART_TILE_MAP, NIDA_FIELD_COUNTRY, NIDA_FIELD_NONE), "Home Right Right Right Up", "Right", "Left");
}

/* --- what is no box, and what is no row --- */

/* The key of the mark of @donor alone, or of it and @year. Transfer full. */
static char *
key_of (const Fixture *self,
        const char    *donor,
        const char    *year)
{
  NidaScene *scene = nida_chart_view_get_scene (self->coverage);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && node->mark->n_fields == (year != NULL ? 2 : 1) && g_str_equal (node->mark->values[0], donor)
          && (year == NULL || g_str_equal (node->mark->values[1], year)))
        return g_strdup (node->key);
    }
  g_assert_not_reached ();
}

/* A drag from the one corner of @key's node to the other. */
static void
drag_around (Fixture    *self,
             const char *key)
{
  const NidaNode *node = nida_scene_find (nida_chart_view_get_scene (self->coverage), key);
  NidaPoint middle = find_middle (self, key);
  double dx = node->box.width / 2 + 1, dy = node->box.height / 2 - 2;

  heads_drag (middle.x - dx, middle.y - dy, middle.x + dx, middle.y + dy);
}

static gboolean
has_brush (gpointer data)
{
  return get_brush (data) != NULL;
}

/* The ribbons of all donors pass by each node. */
static void
test_node (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (NidaChartSpec) spec = spec_by (NIDA_CHART_SANKEY, NIDA_FIELD_DONOR, NIDA_FIELD_COUNTRY);
  static const char * const donors[] = { "Kuwait", "Qatar", "Oman" };

  show_only (self, spec);
  for (guint i = 0; i < G_N_ELEMENTS (donors); i++)
    {
      g_autofree char *key = key_of (self, donors[i], NULL), *inside = NULL, *wanted = g_strdup_printf ("donor=%s;", donors[i]);

      drag_around (self, key);
      g_assert_true (ui_test_wait (has_brush, self));
      inside = dup_inside (self);
      g_assert_cmpstr (inside, ==, wanted);
      nida_linked_set_brush (nida_session_get_linked (nida_window_get_session (self->window)), NIDA_LINKED_NO_CHART, NULL);
    }
}

static gboolean
has_toast (gpointer data)
{
  return nida_window_get_toast (((const Fixture *) data)->window) != NULL;
}

/* Where the chart stands in the window. */
static double
find_top (const Fixture *self)
{
  double x, y;

  gtk_widget_translate_coordinates (GTK_WIDGET (nida_chart_view_get_canvas (self->coverage)), GTK_WIDGET (self->window), 0, 0, &x, &y);
  return y;
}

/* As many chips as two lines of the heading have room for. */
static void
fill_heading (Fixture *self)
{
  static const struct { NidaField field; const char *values[4]; } chosen[] = {
    { NIDA_FIELD_DONOR, { "Kuwait", "Qatar", "Oman", NULL } }, { NIDA_FIELD_COUNTRY, { "Iraq", "Syria", "Lebanon", NULL } },
    { NIDA_FIELD_CATEGORY, { "Food", "Health", NULL } }, { NIDA_FIELD_APPEAL, { "Iraq 2024", "Syria 2024", "Lebanon 2024", NULL } },
    { NIDA_FIELD_KIND, { "paid", NULL } }, { NIDA_FIELD_CURRENCY, { "USD", NULL } },
  };
  NidaSession *session = nida_window_get_session (self->window);
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (session));

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    for (guint v = 0; chosen[i].values[v] != NULL; v++)
      nida_filter_set_add (filters, chosen[i].field, chosen[i].values[v]);
  nida_session_set_filters (session, filters);
  ui_test_wait_drawn (self->window);
  ui_test_run_for (200);
}

/* The chips of what is drawn may need a line more: they get it when the pointer has let go. */
static void
test_stroke_stays (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (NidaChartSpec) spec = spec_by (NIDA_CHART_HEATMAP, NIDA_FIELD_DONOR, NIDA_FIELD_DATE);
  g_autofree char *first = NULL, *last = NULL;
  NidaPoint from, to;
  double top;

  show_only (self, spec);
  fill_heading (self);
  first = key_of (self, "Kuwait", "2020");
  last = key_of (self, "Qatar", "2024");
  from = find_middle (self, first);
  to = find_middle (self, last);
  top = find_top (self);
  heads_point (from.x, from.y);
  heads_button (TRUE);
  for (guint i = 1; i <= 4; i++)
    {
      heads_point (from.x + (to.x - from.x) * i / 4, from.y + (to.y - from.y) * i / 4);
      ui_test_run_for (150);
      g_assert_cmpfloat (find_top (self), ==, top);
    }
  g_assert_true (ui_test_wait (has_brush, self));
  ui_test_run_for (150);
  g_assert_cmpfloat (find_top (self), ==, top);
  heads_button (FALSE);
  ui_test_run_for (200);
  /* or nothing would have been tried */
  g_assert_cmpfloat (find_top (self), >, top);
}

/* Cells of one row are one selection; with one of another row it would have a fourth. */
static void
test_cells (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (NidaChartSpec) spec = spec_by (NIDA_CHART_HEATMAP, NIDA_FIELD_DONOR, NIDA_FIELD_DATE);
  g_autofree char *first = NULL, *second = NULL, *other = NULL, *two = NULL, *after = NULL;
  Change change = { self, "" };
  NidaPoint point;

  show_only (self, spec);
  first = key_of (self, "Kuwait", "2020");
  second = key_of (self, "Kuwait", "2023");
  other = key_of (self, "Qatar", "2021");
  point = find_middle (self, first);
  heads_click (point.x, point.y, "ctrl");
  g_assert_true (ui_test_wait (is_other, &change));
  change.before = "donor=Kuwait;date=2020;";
  point = find_middle (self, second);
  heads_click (point.x, point.y, "ctrl");
  g_assert_true (ui_test_wait (is_other, &change));
  two = dup_inside (self);
  g_assert_cmpstr (two, ==, "donor=Kuwait;date=2020,2023;");
  g_assert_null (nida_window_get_toast (self->window));
  point = find_middle (self, other);
  heads_click (point.x, point.y, "ctrl");
  g_assert_true (ui_test_wait (has_toast, self));
  after = dup_inside (self);
  g_assert_cmpstr (after, ==, two);
}

/* By the pointer, too, a range goes from the last mark that was picked to the one with Shift, and on from where it began. */
static void
test_range (Fixture       *self,
            gconstpointer  data)
{
  static const struct { const char *year, *modifier, *inside; } clicks[] = {
    { "2021", "ctrl", "date=2021;" }, { "2023", "shift", "date=2021;2023;" }, { "2020", "shift", "date=2020;2021;" },
    { "2024", "shift", "date=2021;2024;" },
  };
  g_autoptr (NidaChartSpec) spec = spec_by (NIDA_CHART_TIMELINE, NIDA_FIELD_NONE, NIDA_FIELD_NONE);
  g_autofree char *before = g_strdup ("");

  show_only (self, spec);
  for (guint i = 0; i < G_N_ELEMENTS (clicks); i++)
    {
      g_autofree char *key = key_of (self, clicks[i].year, NULL), *inside = NULL;
      NidaPoint point = find_middle (self, key);
      Change change = { self, before };

      heads_click (point.x, point.y, clicks[i].modifier);
      g_assert_true (ui_test_wait (is_other, &change));
      inside = dup_inside (self);
      g_assert_cmpstr (inside, ==, clicks[i].inside);
      g_free (before);
      before = g_strdup (inside);
    }
}

/* From wherever the focus is on the board. */
static void
test_escape (Fixture       *self,
             gconstpointer  data)
{
  static const char * const ways[] = { "Tab", "shift+Tab", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *picked = NULL, *none = NULL;

      go_to_chart (self);
      heads_key ("Home");
      picked = change_by (self, "ctrl+space");
      if (ways[i] == NULL)
        gtk_widget_child_focus (GTK_WIDGET (nida_workspace_get_split (nida_window_get_workspace (self->window))), GTK_DIR_TAB_FORWARD);
      else
        heads_key (ways[i]);
      ui_test_run_for (100);
      g_assert_false (has_focus (self));
      none = change_by (self, "Escape");
      g_assert_cmpstr (none, ==, "");
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/chart-brush/control-click/adds-and-takes-away", test_adds_and_takes_away);
  ADD ("/chart-brush/control-click/moves-nothing", test_stays);
  ADD ("/chart-brush/press/moves-no-chart-that-is-cut", test_press_stays);
  ADD ("/chart-brush/escape/from-anywhere-on-the-board", test_escape);
  g_test_add ("/chart-brush/by-keys/over-each-kind", Fixture, flows_csv, set_up, test_by_keys, tear_down);
  g_test_add ("/chart-brush/stroke/around-one-node-has-one-value", Fixture, flows_csv, set_up, test_node, tear_down);
  g_test_add ("/chart-brush/stroke/moves-nothing-however-many-chips", Fixture, flows_csv, set_up, test_stroke_stays, tear_down);
  g_test_add ("/chart-brush/shift-click/goes-on-from-the-last-mark", Fixture, flows_csv, set_up, test_range, tear_down);
  g_test_add ("/chart-brush/control-click/cells-of-a-row-and-no-others", Fixture, flows_csv, set_up, test_cells, tear_down);
  return g_test_run ();
}
