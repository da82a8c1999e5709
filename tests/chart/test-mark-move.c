/* test-mark-move.c tests mark-move.c; of all kinds of charts test-kinds.c. */
#include "mark-move.h"
#include "columns.h"

static void
assert_move (NidaScene  *scene,
             const char *from,
             NidaMove    move,
             const char *key)
{
  const NidaNode *node = nida_scene_move (scene, from, move);

  g_assert_cmpstr (node != NULL ? node->key : NULL, ==, key);
}

static void
test_reading_order (void)
{
  g_autoptr (NidaScene) scene = columns_new (FALSE);

  assert_move (scene, NULL, NIDA_MOVE_RIGHT, "bar/0/a");
  assert_move (scene, "gone", NIDA_MOVE_NEXT, "bar/0/a");
  assert_move (scene, "bar/0/a", NIDA_MOVE_NEXT, "bar/0/b");
  assert_move (scene, "bar/0/b", NIDA_MOVE_PREVIOUS, "bar/0/a");
  assert_move (scene, "bar/0/a", NIDA_MOVE_PREVIOUS, NULL);
  assert_move (scene, "bar/2/b", NIDA_MOVE_NEXT, NULL);
  assert_move (scene, "bar/1/a", NIDA_MOVE_FIRST, "bar/0/a");
  assert_move (scene, NULL, NIDA_MOVE_LAST, "bar/2/b");
}

static void
test_seen_order (void)
{
  g_autoptr (NidaScene) ltr = columns_new (FALSE);
  g_autoptr (NidaScene) rtl = columns_new (TRUE);

  assert_move (ltr, "bar/0/a", NIDA_MOVE_UP, "bar/0/b");
  assert_move (ltr, "bar/0/b", NIDA_MOVE_DOWN, "bar/0/a");
  assert_move (ltr, "bar/0/a", NIDA_MOVE_RIGHT, "bar/1/b");
  assert_move (ltr, "bar/1/a", NIDA_MOVE_RIGHT, "bar/2/a");
  assert_move (ltr, "bar/2/a", NIDA_MOVE_LEFT, "bar/1/b");
  assert_move (rtl, "bar/0/a", NIDA_MOVE_LEFT, "bar/1/b");
  assert_move (rtl, "bar/1/a", NIDA_MOVE_RIGHT, "bar/0/a");
}

/* Bars under each other have nothing beside them: the arrows go on by reading order. */
static void
test_rows (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, rtl);
      g_autoptr (NidaScene) scene = NULL;

      columns_mark (nida_scene_builder_rect (builder, "1", (NidaBox) { 10, 10, 80, 10 }, NIDA_COLOR_RECEIVED));
      columns_mark (nida_scene_builder_rect (builder, "2", (NidaBox) { 10, 30, 40, 10 }, NIDA_COLOR_RECEIVED));
      columns_mark (nida_scene_builder_rect (builder, "3", (NidaBox) { 10, 50, 20, 10 }, NIDA_COLOR_RECEIVED));
      scene = nida_scene_builder_end (builder);
      assert_move (scene, "1", NIDA_MOVE_DOWN, "2");
      assert_move (scene, "3", NIDA_MOVE_UP, "2");
      assert_move (scene, "2", rtl ? NIDA_MOVE_LEFT : NIDA_MOVE_RIGHT, "3");
      assert_move (scene, "2", rtl ? NIDA_MOVE_RIGHT : NIDA_MOVE_LEFT, "1");
    }
}

static void
test_every_mark (void)
{
  g_autoptr (NidaScene) scene = columns_new (TRUE);
  const NidaNode *node = nida_scene_move (scene, NULL, NIDA_MOVE_FIRST);
  guint n = 0;

  for (; node != NULL; n++)
    node = nida_scene_move (scene, node->key, NIDA_MOVE_NEXT);
  g_assert_cmpuint (n, ==, 6);
}

/* In an Arabic chart whose time runs to the right, Right leads on to the last column and stays there. */
static void
test_time (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, rtl);
      g_autoptr (NidaScene) scene = NULL;

      for (guint i = 0; i < 3; i++)
        {
          const char *keys[] = { "2022", "2023", "2024" };

          columns_mark (nida_scene_builder_rect (builder, keys[i], (NidaBox) { rtl ? 70 - 30 * i : 10 + 30 * i, 10, 20, 80 }, NIDA_COLOR_RECEIVED));
        }
      scene = nida_scene_builder_end (builder);
      assert_move (scene, "2022", NIDA_MOVE_RIGHT, "2023");
      assert_move (scene, "2024", NIDA_MOVE_RIGHT, NULL);
      assert_move (scene, "2024", NIDA_MOVE_LEFT, "2023");
      assert_move (scene, "2022", NIDA_MOVE_LEFT, NULL);
      g_assert_cmpint (nida_scene_move_in_order (scene, NIDA_MOVE_RIGHT), ==, NIDA_MOVE_NEXT);
    }
}

/* The end of a row of a grid leads to the beginning of the next one, which way soever its columns run. */
static void
test_grid (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    for (guint turned = 0; turned < 2; turned++)
      {
        NidaMove forwards = rtl != turned ? NIDA_MOVE_LEFT : NIDA_MOVE_RIGHT, backwards = rtl != turned ? NIDA_MOVE_RIGHT : NIDA_MOVE_LEFT;
        g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, rtl);
        g_autoptr (NidaScene) scene = NULL;

        for (guint i = 0; i < 6; i++)
          {
            const char *keys[] = { "a1", "a2", "a3", "b1", "b2", "b3" };
            guint column = turned ? 2 - i % 3 : i % 3;

            columns_mark (nida_scene_builder_rect (builder, keys[i], (NidaBox) { 10 + 30 * column, 10 + 40 * (i / 3), 20, 30 }, NIDA_COLOR_RECEIVED));
          }
        scene = nida_scene_builder_end (builder);
        assert_move (scene, "a3", forwards, "b1");
        assert_move (scene, "b1", backwards, "a3");
        assert_move (scene, "b3", forwards, NULL);
        assert_move (scene, "a2", NIDA_MOVE_DOWN, "b2");
        assert_move (scene, "a2", NIDA_MOVE_UP, "a1");
      }
}

/* A ring runs clockwise in both languages. */
static void
test_ring (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, rtl);
      g_autoptr (NidaScene) scene = NULL;

      for (guint i = 0; i < 3; i++)
        {
          const char *keys[] = { "first", "second", "third" };

          columns_mark (nida_scene_builder_sector (builder, keys[i], (NidaPoint) { 50, 50 }, 20, 40, i * 2 * G_PI / 3, (i + 1) * 2 * G_PI / 3, NIDA_COLOR_SERIES_1));
        }
      scene = nida_scene_builder_end (builder);
      assert_move (scene, "first", NIDA_MOVE_RIGHT, "second");
      assert_move (scene, "third", NIDA_MOVE_LEFT, "second");
    }
}

static void
add_point (NidaSceneBuilder *builder,
           const char       *key,
           const char       *donor,
           const char       *year,
           double            x,
           double            y)
{
  NidaNode *node = nida_scene_builder_rect (builder, key, (NidaBox) { x, y, 4, 4 }, NIDA_COLOR_RECEIVED);
  NidaMark *mark = nida_mark_new (key, "$1M", NULL, 1000000000);

  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, donor);
  nida_mark_add_filter (mark, NIDA_FIELD_DATE, year);
  nida_scene_builder_mark (node, mark);
}

/* Where lines cross, the nearest point is that of another one. */
static void
test_lines (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, rtl);
      g_autoptr (NidaScene) scene = NULL;

      add_point (builder, "a/1", "Kuwait", "2023", 10, 10);
      add_point (builder, "a/2", "Kuwait", "2024", 40, 80);
      add_point (builder, "b/1", "Qatar", "2023", 10, 80);
      add_point (builder, "b/2", "Qatar", "2024", 40, 10);
      add_point (builder, "b/3", "Qatar", "2025", 70, 10);
      scene = nida_scene_builder_end (builder);
      assert_move (scene, "a/1", rtl ? NIDA_MOVE_LEFT : NIDA_MOVE_RIGHT, "a/2");
      assert_move (scene, "b/2", rtl ? NIDA_MOVE_RIGHT : NIDA_MOVE_LEFT, "b/1");
      assert_move (scene, "a/1", NIDA_MOVE_DOWN, "b/1");
      assert_move (scene, "a/2", rtl ? NIDA_MOVE_LEFT : NIDA_MOVE_RIGHT, "b/3");      /* its line ends there */
    }
}

static void
add_rest (NidaSceneBuilder *builder,
          const char       *key,
          const char       *year,
          double            x,
          double            y)
{
  NidaMark *mark = nida_mark_new (key, "$1M", NULL, 1000000000);

  nida_mark_add_filter (mark, NIDA_FIELD_DATE, year);
  nida_mark_add_rest (mark, NIDA_FIELD_DONOR, FALSE);
  nida_scene_builder_mark (nida_scene_builder_rect (builder, key, (NidaBox) { x, y, 20, 10 }, NIDA_COLOR_OTHER), mark);
}

/* What has no name of its own is a band as those are that have one: sideways it goes on, not into the nearest one. */
static void
test_rests (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      NidaMove forwards = rtl ? NIDA_MOVE_LEFT : NIDA_MOVE_RIGHT;
      g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, rtl);
      g_autoptr (NidaScene) scene = NULL;

      add_point (builder, "a/1", "Kuwait", "2023", 10, 80);
      add_point (builder, "a/2", "Kuwait", "2024", 40, 70);
      add_rest (builder, "others/1", "2023", 10, 70);
      add_rest (builder, "others/2", "2024", 40, 20);
      scene = nida_scene_builder_end (builder);
      assert_move (scene, "others/1", forwards, "others/2");
      assert_move (scene, "others/2", rtl ? NIDA_MOVE_RIGHT : NIDA_MOVE_LEFT, "others/1");
      assert_move (scene, "a/1", forwards, "a/2");
    }
}

/* Up and down from a node of a Sankey lead to nodes. */
static void
test_flows (void)
{
  const NidaPoint flow[] = { { 20, 22 }, { 80, 22 }, { 80, 28 }, { 20, 28 } };
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;

  columns_mark (nida_scene_builder_polygon (builder, "flow", flow, G_N_ELEMENTS (flow), NIDA_COLOR_RECEIVED));
  columns_mark (nida_scene_builder_rect (builder, "first", (NidaBox) { 10, 10, 10, 10 }, NIDA_COLOR_RECEIVED));
  columns_mark (nida_scene_builder_rect (builder, "second", (NidaBox) { 10, 60, 10, 10 }, NIDA_COLOR_RECEIVED));
  scene = nida_scene_builder_end (builder);
  assert_move (scene, "first", NIDA_MOVE_DOWN, "second");
  assert_move (scene, "first", NIDA_MOVE_RIGHT, "flow");
}

/* Right of the last column of a Sankey nothing stands: the arrow goes on in it, not back to the first column. */
static void
test_last_column (void)
{
  const NidaPoint flow[] = { { 20, 12 }, { 80, 12 }, { 80, 18 }, { 20, 18 } };

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      NidaMove forwards = rtl ? NIDA_MOVE_LEFT : NIDA_MOVE_RIGHT;
      g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, rtl);
      g_autoptr (NidaScene) scene = NULL;

      columns_mark (nida_scene_builder_polygon (builder, "flow", flow, G_N_ELEMENTS (flow), NIDA_COLOR_RECEIVED));
      columns_mark (nida_scene_builder_rect (builder, "from", (NidaBox) { 10, 10, 10, 10 }, NIDA_COLOR_RECEIVED));
      columns_mark (nida_scene_builder_rect (builder, "to", (NidaBox) { 80, 10, 10, 10 }, NIDA_COLOR_RECEIVED));
      columns_mark (nida_scene_builder_rect (builder, "below", (NidaBox) { 80, 60, 10, 10 }, NIDA_COLOR_RECEIVED));
      scene = nida_scene_builder_end (builder);
      g_assert_cmpint (nida_scene_move_in_order (scene, forwards), ==, NIDA_MOVE_NEXT);
      assert_move (scene, "to", forwards, "below");
      assert_move (scene, "below", forwards, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/move/next/follows-reading-order", test_reading_order);
  g_test_add_func ("/move/arrows/follow-what-is-seen", test_seen_order);
  g_test_add_func ("/move/rows/sideways-is-reading-order", test_rows);
  g_test_add_func ("/move/next/visits-every-mark-once", test_every_mark);
  g_test_add_func ("/move/time/right-leads-to-what-stands-right-in-both-languages", test_time);
  g_test_add_func ("/move/grid/the-end-of-a-row-leads-to-the-next", test_grid);
  g_test_add_func ("/move/lines/what-has-no-name-is-one", test_rests);
  g_test_add_func ("/move/flows/from-the-last-column-on-in-it", test_last_column);
  g_test_add_func ("/move/lines/sideways-stays-on-one", test_lines);
  g_test_add_func ("/move/flows/up-and-down-lead-from-node-to-node", test_flows);
  g_test_add_func ("/move/ring/right-is-clockwise-in-both-languages", test_ring);
  return g_test_run ();
}
