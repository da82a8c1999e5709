/* test-hit.c tests hit.c. */
#include "hit.h"
#include "columns.h"

static void
assert_hit (NidaScene  *scene,
            double      x,
            double      y,
            double      slack,
            const char *key)
{
  const NidaNode *node = nida_scene_hit (scene, x, y, slack);

  g_assert_cmpstr (node != NULL ? node->key : NULL, ==, key);
}

static void
test_rects (void)
{
  g_autoptr (NidaScene) scene = columns_new (FALSE);

  assert_hit (scene, 20, 190, 0, "bar/0/a");
  assert_hit (scene, 20, 60, 0, "bar/0/b");
  assert_hit (scene, 300, 50, 0, NULL);
  assert_hit (scene, 83, 192, 8, "bar/1/a");
  assert_hit (scene, 300, 50, 8, NULL);
}

static void
test_mirrored (void)
{
  g_autoptr (NidaScene) scene = columns_new (TRUE);

  assert_hit (scene, 380, 190, 0, "bar/0/a");
  assert_hit (scene, 20, 190, 0, NULL);
}

static void
test_topmost (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;

  columns_mark (nida_scene_builder_rect (builder, "under", (NidaBox) { 0, 0, 50, 50 }, NIDA_COLOR_SERIES_1));
  columns_mark (nida_scene_builder_circle (builder, "over", (NidaPoint) { 25, 25 }, 5, NIDA_COLOR_SERIES_2));
  scene = nida_scene_builder_end (builder);
  assert_hit (scene, 25, 25, 0, "over");
  assert_hit (scene, 29, 29, 0, "under");
  assert_hit (scene, 2, 2, 8, "under");
}

static void
test_sectors (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, TRUE);
  g_autoptr (NidaScene) scene = NULL;

  columns_mark (nida_scene_builder_sector (builder, "first", (NidaPoint) { 50, 50 }, 20, 40, 0, G_PI_2, NIDA_COLOR_SERIES_1));
  columns_mark (nida_scene_builder_sector (builder, "rest", (NidaPoint) { 50, 50 }, 20, 40, G_PI_2, 2 * G_PI, NIDA_COLOR_SERIES_2));
  scene = nida_scene_builder_end (builder);
  /* Clockwise from 12, also from right to left. */
  assert_hit (scene, 70, 30, 0, "first");
  assert_hit (scene, 70, 70, 0, "rest");
  assert_hit (scene, 30, 30, 0, "rest");
  assert_hit (scene, 50, 50, 5, NULL);
}

static void
test_lines (void)
{
  NidaPoint corners[] = { { 0, 0 }, { 50, 0 }, { 50, 50 } };
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;

  columns_mark (nida_scene_builder_polyline (builder, "steps", corners, 3, NIDA_COLOR_RECEIVED, 2));
  columns_mark (nida_scene_builder_polygon (builder, "wedge", (NidaPoint[]) { { 60, 60 }, { 90, 60 }, { 60, 90 } }, 3, NIDA_COLOR_GAP));
  scene = nida_scene_builder_end (builder);
  assert_hit (scene, 47, 25, 4, "steps");
  assert_hit (scene, 25, 25, 4, NULL);
  assert_hit (scene, 65, 65, 0, "wedge");
  assert_hit (scene, 88, 88, 4, NULL);
}

static gboolean
touches (NidaScene  *scene,
         const char *key,
         NidaBox     box)
{
  return nida_node_touches (nida_scene_find (scene, key), box);
}

/* All of these boxes lie in that of the shape. */
static void
test_touched (void)
{
  NidaPoint ribbon[] = { { 0, 0 }, { 100, 80 }, { 100, 100 }, { 0, 20 } };
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;

  columns_mark (nida_scene_builder_polygon (builder, "ribbon", ribbon, 4, NIDA_COLOR_GAP));
  columns_mark (nida_scene_builder_polyline (builder, "slope", (NidaPoint[]) { { 0, 100 }, { 100, 0 } }, 2, NIDA_COLOR_RECEIVED, 2));
  columns_mark (nida_scene_builder_circle (builder, "dot", (NidaPoint) { 50, 50 }, 10, NIDA_COLOR_RECEIVED));
  columns_mark (nida_scene_builder_rect (builder, "bar", (NidaBox) { 10, 10, 20, 20 }, NIDA_COLOR_RECEIVED));
  scene = nida_scene_builder_end (builder);

  g_assert_true (touches (scene, "ribbon", (NidaBox) { 40, 45, 5, 5 }));      /* within it */
  g_assert_true (touches (scene, "ribbon", (NidaBox) { 40, 0, 5, 100 }));     /* across it */
  g_assert_true (touches (scene, "ribbon", (NidaBox) { -5, -5, 120, 120 }));  /* around it */
  g_assert_false (touches (scene, "ribbon", (NidaBox) { 60, 0, 40, 40 }));
  g_assert_false (touches (scene, "ribbon", (NidaBox) { 0, 60, 40, 40 }));

  g_assert_true (touches (scene, "slope", (NidaBox) { 45, 45, 10, 10 }));
  g_assert_true (touches (scene, "slope", (NidaBox) { -5, -5, 120, 120 }));
  g_assert_false (touches (scene, "slope", (NidaBox) { 60, 60, 40, 40 }));
  g_assert_false (touches (scene, "slope", (NidaBox) { 0, 0, 40, 40 }));

  g_assert_true (touches (scene, "dot", (NidaBox) { 55, 55, 10, 10 }));
  g_assert_false (touches (scene, "dot", (NidaBox) { 58, 58, 2, 2 }));
  g_assert_true (touches (scene, "bar", (NidaBox) { 28, 28, 10, 10 }));
  g_assert_false (touches (scene, "bar", (NidaBox) { 31, 10, 10, 10 }));
}

/* Parts of a ring, whose own box is that of the whole ring; the hole is nobody's. */
static void
test_sectors_touched (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  NidaBox bounds;

  columns_mark (nida_scene_builder_sector (builder, "first", (NidaPoint) { 50, 50 }, 20, 40, 0, G_PI_2, NIDA_COLOR_SERIES_1));
  columns_mark (nida_scene_builder_sector (builder, "rest", (NidaPoint) { 50, 50 }, 20, 40, G_PI_2, 2 * G_PI, NIDA_COLOR_SERIES_2));
  columns_mark (nida_scene_builder_sector (builder, "whole", (NidaPoint) { 50, 50 }, 20, 40, 0, 2 * G_PI, NIDA_COLOR_SERIES_2));
  scene = nida_scene_builder_end (builder);

  g_assert_true (touches (scene, "first", (NidaBox) { 65, 25, 10, 10 }));
  g_assert_false (touches (scene, "rest", (NidaBox) { 65, 25, 10, 10 }));
  g_assert_true (touches (scene, "rest", (NidaBox) { 25, 65, 10, 10 }));
  g_assert_false (touches (scene, "first", (NidaBox) { 25, 65, 10, 10 }));
  g_assert_true (touches (scene, "whole", (NidaBox) { 65, 25, 10, 10 }));
  g_assert_false (touches (scene, "whole", (NidaBox) { 45, 45, 10, 10 }));
  bounds = nida_node_get_bounds (nida_scene_find (scene, "first"));
  g_assert_cmpfloat_with_epsilon (bounds.x, 50, 0.01);
  g_assert_cmpfloat_with_epsilon (bounds.y, 10, 0.01);
  g_assert_cmpfloat_with_epsilon (bounds.width, 40, 0.01);
  g_assert_cmpfloat_with_epsilon (bounds.height, 40, 0.01);
}

static void
test_words (void)
{
  g_autoptr (NidaScene) scene = columns_new (FALSE);
  g_autofree char *words = nida_mark_words (scene, nida_scene_find (scene, "bar/1/a"), NULL);
  g_autofree char *more = nida_mark_words (scene, nida_scene_find (scene, "bar/1/a"), "selected: $0 of $1M");

  g_assert_cmpstr (words, ==, "bar/1/a, $1M, 3 of 6");
  g_assert_cmpstr (more, ==, "bar/1/a, $1M, selected: $0 of $1M, 3 of 6");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hit/rects/inside-and-within-slack", test_rects);
  g_test_add_func ("/hit/rtl/where-it-is-seen", test_mirrored);
  g_test_add_func ("/hit/overlap/topmost-wins", test_topmost);
  g_test_add_func ("/hit/sectors/by-angle-and-radius", test_sectors);
  g_test_add_func ("/hit/lines-and-polygons/near-and-inside", test_lines);
  g_test_add_func ("/hit/box/touches-what-is-seen", test_touched);
  g_test_add_func ("/hit/box/touches-parts-of-a-ring", test_sectors_touched);
  g_test_add_func ("/hit/words/name-figure-place", test_words);

  return g_test_run ();
}
