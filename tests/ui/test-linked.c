/* Strokes over one chart, and what the others and the cards say of them. */
#include "chart-brush.h"
#include "chart-view.h"
#include "scene-builder.h"
#include "ui-support.h"

static gboolean
has_picture (gpointer data)
{
  NidaSession *session = data;

  for (guint i = 0; i < nida_session_get_board (session)->charts->len; i++)
    {
      g_autoptr (NidaScene) picture = nida_linked_dup_picture (nida_session_get_linked (session), 0x10000 + i, NULL);

      if (picture != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_no_picture (gpointer data)
{
  return !has_picture (data);
}

static NidaLinked *
linked_of (NidaWindow *window)
{
  return nida_session_get_linked (nida_window_get_session (window));
}

/* A stroke as the pointer draws it, over the box of one mark. */
static void
stroke (NidaWindow     *window,
        NidaChartView  *chart,
        const NidaNode *node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, (gpointer) node);
  nida_linked_set_brush (linked_of (window), 0x10000 + nida_chart_view_get_index (chart), nida_brush_new_around (nodes, FALSE, 1));
}

/* What the index tells of each mark is what a filter on the same tells, since no cell lists several names here. */
static void
test_figures_are_those_of_a_filter (void)
{
  g_autofree char *path = ui_test_write ("linked.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *timeline = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  const NidaNode *node = ui_test_find_mark (timeline, NIDA_FIELD_DONOR);
  g_autoptr (NidaScene) whole = g_object_ref (nida_chart_view_get_scene (timeline));
  g_autoptr (GArray) marks = nida_scene_brushables (whole);
  g_autoptr (GHashTable) inside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint number = 0x10000 + nida_chart_view_get_index (timeline), seen = 0;

  g_assert_nonnull (node);
  g_assert_cmpuint (marks->len, >, 0);
  stroke (window, timeline, node);
  g_assert_true (ui_test_wait (has_picture, session));
  for (guint i = 0; i < nida_scene_get_n_nodes (whole); i++)
    {
      const NidaNode *mark = nida_scene_get_node (whole, i);
      NidaMoney figure = nida_linked_get_inside (linked_of (window), number, mark);

      if (mark->mark == NULL || mark->mark->measure == NIDA_N_MEASURES || mark->mark->money == NIDA_MONEY_NONE)
        continue;
      g_assert_cmpint (figure, !=, NIDA_MONEY_NONE);
      g_hash_table_insert (inside, g_strdup (mark->key), g_memdup2 (&figure, sizeof figure));
    }
  /* the brush becomes the filter, and the chart is drawn from its own answer */
  nida_session_filter_by_brush (session);
  g_assert_null (nida_linked_get_brush (linked_of (window)));
  g_assert_true (ui_test_wait (has_no_picture, session));
  while (nida_chart_view_get_scene (timeline) == whole)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < nida_scene_get_n_nodes (nida_chart_view_get_scene (timeline)); i++)
    {
      const NidaNode *filtered = nida_scene_get_node (nida_chart_view_get_scene (timeline), i);
      NidaMoney *figure = filtered->mark == NULL ? NULL : g_hash_table_lookup (inside, filtered->key);

      /* columns beside the chosen ones stay, pale, with all of theirs */
      if (figure == NULL || filtered->mark->measure == NIDA_N_MEASURES || filtered->opacity < 1)
        continue;
      g_assert_cmpint (*figure, ==, filtered->mark->money);
      seen++;
    }
  g_assert_cmpuint (seen, >, 0);
  ui_test_close (window);
}

static void
test_filters_keep_the_brush (void)
{
  g_autofree char *path = ui_test_write ("kept.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  const NidaNode *node = ui_test_find_mark (chart, NIDA_FIELD_DONOR);
  g_autoptr (NidaBrush) before = NULL;

  stroke (window, chart, node);
  g_assert_true (ui_test_wait (has_picture, session));
  before = nida_brush_copy (nida_linked_get_brush (linked_of (window)));
  nida_session_set_value (session, NIDA_FIELD_KIND, "paid", TRUE);
  ui_test_run_for (200);
  g_assert_true (nida_brush_equal (before, nida_linked_get_brush (linked_of (window))));
  g_assert_true (ui_test_wait (has_picture, session));
  nida_linked_set_brush (linked_of (window), NIDA_LINKED_NO_CHART, NULL);
  g_assert_true (ui_test_wait (has_no_picture, session));
  g_assert_cmpuint (nida_linked_get_source (linked_of (window)), ==, NIDA_LINKED_NO_CHART);
  ui_test_close (window);
}

static gboolean
has_compared (gpointer data)
{
  NidaWindow *window = data;
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  const NidaNode *node = ui_test_find_mark (chart, NIDA_FIELD_DATE);

  return nida_linked_get_compared_inside (linked_of (window), 0x10000 + nida_chart_view_get_index (chart), node) != NIDA_MONEY_NONE;
}

/* Two donors beside each other: their shares of a column add up to it. */
static void
test_compared (void)
{
  g_autofree char *path = ui_test_write ("compared.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  NidaScene *scene = nida_chart_view_get_scene (chart);
  NidaMark *kuwait = nida_mark_new ("", "", "", 0), *qatar = nida_mark_new ("", "", "", 0);
  guint number = 0x10000 + nida_chart_view_get_index (chart), seen = 0;
  g_autoptr (NidaScene) picture = NULL;

  nida_mark_add_filter (kuwait, NIDA_FIELD_DONOR, "Kuwait");
  nida_mark_add_filter (qatar, NIDA_FIELD_DONOR, "Qatar");
  nida_linked_set_brush (linked_of (window), NIDA_LINKED_NO_CHART, nida_brush_toggle (NULL, kuwait));
  nida_linked_set_compared (linked_of (window), nida_brush_toggle (NULL, qatar));
  g_assert_true (ui_test_wait (has_picture, session));
  g_assert_true (ui_test_wait (has_compared, window));
  scene = nida_chart_view_get_scene (chart);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark == NULL || !g_str_has_prefix (node->key, "slot/"))
        continue;
      g_assert_cmpint (nida_linked_get_inside (linked_of (window), number, node) +
                       nida_linked_get_compared_inside (linked_of (window), number, node), ==, node->mark->money);
      seen++;
    }
  g_assert_cmpuint (seen, >, 0);

  /* who lets go of the one lets go of both */
  nida_linked_set_brush (linked_of (window), NIDA_LINKED_NO_CHART, NULL);
  g_assert_null (nida_linked_get_compared (linked_of (window)));
  picture = nida_linked_dup_picture (linked_of (window), number, NULL);
  g_assert_null (picture);
  nida_mark_free (kuwait);
  nida_mark_free (qatar);
  ui_test_close (window);
}

static void
test_keys_brush (void)
{
  g_autofree char *path = ui_test_write ("keys.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  const NidaNode *first, *last;
  g_autofree char *from = NULL, *to = NULL;
  const NidaBrush *brush;

  first = ui_test_find_mark (chart, NIDA_FIELD_DATE);
  from = g_strdup (first->key);
  g_signal_emit_by_name (canvas, "mark-picked", from, from);
  brush = nida_linked_get_brush (linked_of (window));
  g_assert_nonnull (brush);
  g_assert_cmpint (brush->parts[0].field, ==, NIDA_FIELD_DATE);
  g_assert_null (brush->parts[0].values);
  last = nida_scene_move (nida_chart_view_get_scene (chart), NULL, NIDA_MOVE_LAST);
  to = g_strdup (last->key);
  g_signal_emit_by_name (canvas, "mark-picked", to, from);
  g_assert_true (ui_test_wait (has_picture, session));
  ui_test_close (window);
}

/* What each mark of the timeline has inside, by its key. */
static GHashTable *
read_inside (NidaWindow *window)
{
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_TIMELINE);
  NidaScene *scene = nida_chart_view_get_scene (chart);
  GHashTable *inside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      NidaMoney figure = nida_linked_get_inside (linked_of (window), 0x10000 + nida_chart_view_get_index (chart), node);

      if (node->mark != NULL && figure != NIDA_MONEY_NONE)
        g_hash_table_insert (inside, g_strdup (node->key), g_memdup2 (&figure, sizeof figure));
    }
  return inside;
}

static void
assert_same (GHashTable *a,
             GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, figure;

  g_assert_cmpuint (g_hash_table_size (a), >, 0);
  g_assert_cmpuint (g_hash_table_size (a), ==, g_hash_table_size (b));
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &figure))
    {
      NidaMoney *other = g_hash_table_lookup (b, key);

      g_assert_nonnull (other);
      g_assert_cmpint (*other, ==, *(NidaMoney *) figure);
    }
}

static gboolean
has_other (gpointer data)
{
  g_autoptr (GHashTable) now = read_inside (((gpointer *) data)[0]);
  GHashTableIter iter;
  gpointer key, figure;

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &key, &figure))
    {
      NidaMoney *before = g_hash_table_lookup (((gpointer *) data)[1], key);

      if (before == NULL || *before != *(NidaMoney *) figure)
        return TRUE;
    }
  return FALSE;
}

/* A brush, and its next move, while no index is made; each scan says what the index says afterwards. */
static void
test_scanned (void)
{
  g_autofree char *path = ui_test_write ("scanned.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaMark *kuwait = nida_mark_new ("", "", "", 0), *qatar = nida_mark_new ("", "", "", 0);
  g_autoptr (GHashTable) first = NULL, second = NULL, indexed = NULL;
  gpointer other[2] = { window, NULL };

  ui_test_wait_drawn (window);
  nida_mark_add_filter (kuwait, NIDA_FIELD_DONOR, "Kuwait");
  nida_mark_add_filter (qatar, NIDA_FIELD_DONOR, "Qatar");
  nida_linked_hold_index (linked_of (window), TRUE);
  nida_linked_set_brush (linked_of (window), NIDA_LINKED_NO_CHART, nida_brush_toggle (NULL, kuwait));
  g_assert_true (ui_test_wait (has_picture, session));
  other[1] = first = read_inside (window);
  nida_linked_set_brush (linked_of (window), NIDA_LINKED_NO_CHART, nida_brush_toggle (NULL, qatar));
  g_assert_true (ui_test_wait (has_other, other));
  second = read_inside (window);

  nida_linked_hold_index (linked_of (window), FALSE);
  nida_linked_set_brush (linked_of (window), NIDA_LINKED_NO_CHART, NULL);
  g_assert_true (ui_test_wait (has_no_picture, session));
  nida_linked_set_brush (linked_of (window), NIDA_LINKED_NO_CHART, nida_brush_toggle (NULL, kuwait));
  g_assert_true (ui_test_wait (has_picture, session));
  ui_test_run_for (200);
  indexed = read_inside (window);
  assert_same (first, indexed);
  other[1] = indexed;
  nida_linked_set_brush (linked_of (window), NIDA_LINKED_NO_CHART, nida_brush_toggle (NULL, qatar));
  g_assert_true (ui_test_wait (has_other, other));
  ui_test_run_for (200);
  g_hash_table_unref (g_steal_pointer (&indexed));
  indexed = read_inside (window);
  assert_same (second, indexed);
  nida_mark_free (kuwait);
  nida_mark_free (qatar);
  ui_test_close (window);
}

/* Has the chart of that number a picture of the brush? */
typedef struct { NidaWindow *window; guint number; } Place;

static gboolean
has_picture_at (gpointer data)
{
  const Place *place = data;
  g_autoptr (NidaScene) picture = nida_linked_dup_picture (linked_of (place->window), place->number, NULL);

  return picture != NULL;
}

/* A chart that takes the place of another follows the brush, also where somebody holds on to the one before for a while. */
static void
test_replaced (void)
{
  g_autofree char *path = ui_test_write ("replaced.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *before = g_object_ref (ui_test_find_chart (window, NIDA_CHART_RANKING));
  guint index = nida_chart_view_get_index (before), place_index = nida_chart_view_get_place (before);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (nida_session_get_chart (session, place_index));
  NidaMark *kuwait = nida_mark_new ("", "", "", 0);
  Place place = { window, 0x10000 + index };

  spec->kind = NIDA_CHART_TREEMAP;
  nida_session_replace_chart (session, place_index, spec);
  ui_test_run_for (500);
  ui_test_wait_drawn (window);
  g_assert_true (ui_test_find_chart (window, NIDA_CHART_TREEMAP) != before);
  g_object_unref (before);
  nida_mark_add_filter (kuwait, NIDA_FIELD_DONOR, "Kuwait");
  nida_linked_set_brush (linked_of (window), NIDA_LINKED_NO_CHART, nida_brush_toggle (NULL, kuwait));
  g_assert_true (ui_test_wait (has_picture_at, &place));
  nida_mark_free (kuwait);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/linked/figures/are-those-of-a-filter", test_figures_are_those_of_a_filter);
  g_test_add_func ("/linked/filters/keep-the-brush", test_filters_keep_the_brush);
  g_test_add_func ("/linked/compared/two-selections-add-up", test_compared);
  g_test_add_func ("/linked/replaced/the-new-chart-follows", test_replaced);
  g_test_add_func ("/linked/keys/draw-a-span", test_keys_brush);
  g_test_add_func ("/linked/scan/answers-while-there-is-no-index", test_scanned);
  return g_test_run ();
}
