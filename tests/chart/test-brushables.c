/* Which figures of a scene a brush can tell: plain sums of flows, each once, and those that shapes follow. */
#include "brushables.h"

#include "scene-builder.h"

static NidaMark *
sum (NidaMoney money)
{
  NidaMark *mark = nida_mark_new ("", "", "", money);

  mark->measure = NIDA_MEASURE_PAID;
  return mark;
}

/* A bar, a bar of the same mark, one without a sum, and a line that follows the first and a figure of its own. */
static NidaScene *
make_scene (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, FALSE);
  const NidaPoint points[] = { { 0, 90 }, { 50, 80 } };
  NidaMark *bar = sum (100), *own = sum (40);
  NidaNode *line;
  NidaFollow *follow;

  nida_mark_add_filter (bar, NIDA_FIELD_DONOR, "Kuwait");
  nida_mark_add_rest (bar, NIDA_FIELD_CATEGORY, TRUE);
  nida_scene_builder_mark (nida_scene_builder_rect (builder, "bar", (NidaBox) { 0, 0, 10, 10 }, NIDA_COLOR_RECEIVED), bar);
  nida_scene_builder_mark (nida_scene_builder_rect (builder, "twin", (NidaBox) { 20, 0, 10, 10 }, NIDA_COLOR_RECEIVED),
                           nida_mark_ref (bar));
  nida_scene_builder_mark (nida_scene_builder_rect (builder, "words", (NidaBox) { 40, 0, 10, 10 }, NIDA_COLOR_RECEIVED),
                           nida_mark_new ("", "", "", 7));
  line = nida_scene_builder_polyline (builder, "line", points, 2, NIDA_COLOR_RECEIVED, 1);
  follow = nida_node_follow (line, 1);
  nida_follow_mark (follow, bar);
  nida_follow_mark (follow, own);
  nida_mark_free (own);
  nida_scene_builder_mark (line, nida_mark_new ("", "", "", 140));
  return nida_scene_builder_end (builder);
}

static void
test_once (void)
{
  g_autoptr (NidaScene) scene = make_scene ();
  g_autoptr (GArray) brushables = nida_scene_brushables (scene);
  const NidaBrushable *bar = &g_array_index (brushables, NidaBrushable, 0);

  g_assert_cmpuint (brushables->len, ==, 2);
  g_assert_true (bar->mark == nida_scene_find (scene, "bar")->mark);
  g_assert_cmpstr (bar->brush.values[0], ==, "Kuwait");
  g_assert_cmpuint (bar->brush.n_rests, ==, 1);
  g_assert_cmpint (bar->brush.rests[0], ==, NIDA_FIELD_CATEGORY);
  g_assert_true (bar->brush.several[0]);
  g_assert_cmpint (g_array_index (brushables, NidaBrushable, 1).mark->money, ==, 40);
}

static void
test_figures (void)
{
  g_autoptr (NidaScene) scene = make_scene ();
  g_autoptr (GArray) brushables = nida_scene_brushables (scene);
  const NidaMoney known[] = { 30, 5 }, half[] = { 30, NIDA_MONEY_NONE };

  g_assert_cmpint (nida_brushed_figure (brushables, known, nida_scene_find (scene, "bar")), ==, 30);
  g_assert_cmpint (nida_brushed_figure (brushables, known, nida_scene_find (scene, "twin")), ==, 30);
  g_assert_cmpint (nida_brushed_figure (brushables, known, nida_scene_find (scene, "words")), ==, NIDA_MONEY_NONE);
  g_assert_cmpint (nida_brushed_figure (brushables, known, nida_scene_find (scene, "line")), ==, 35);
  /* a part of a sum is no sum */
  g_assert_cmpint (nida_brushed_figure (brushables, half, nida_scene_find (scene, "line")), ==, NIDA_MONEY_NONE);
  g_assert_cmpint (nida_follow_whole (nida_scene_find (scene, "line")->follow), ==, 140);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brushables/each-mark/once-with-its-fields", test_once);
  g_test_add_func ("/brushables/figures/of-a-node-and-of-what-it-follows", test_figures);
  return g_test_run ();
}
