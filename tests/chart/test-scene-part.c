/* A chart of a slide is taken out of it and put back. */
#include "scene-part.h"

#include "scene-builder.h"

static NidaScene *
make_chart (double width)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (200, 100, 1, FALSE);

  nida_scene_builder_mark (nida_scene_builder_rect (builder, "bar", (NidaBox) { 10, 20, width, 10 }, NIDA_COLOR_RECEIVED),
                           nida_mark_new ("Kuwait", "$1", "$1", 1000));
  nida_scene_builder_text (builder, "name", (NidaBox) { 10, 40, 100, 20 }, NIDA_FONT_LABEL, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, "Kuwait");
  return nida_scene_builder_end (builder);
}

/* A title, two charts, a foot. */
static NidaScene *
make_slide (double first)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (500, 300, 1, FALSE);
  g_autoptr (NidaScene) one = make_chart (first), two = make_chart (30);

  nida_scene_builder_rect (builder, "title", (NidaBox) { 0, 0, 500, 20 }, NIDA_COLOR_CARD);
  nida_scene_builder_append_whole (builder, one, "chart/a/", 0, 50);
  nida_scene_builder_append_whole (builder, two, "chart/b/", 250, 50);
  nida_scene_builder_rect (builder, "foot", (NidaBox) { 0, 280, 500, 20 }, NIDA_COLOR_CARD);
  return nida_scene_builder_end (builder);
}

static void
test_out (void)
{
  g_autoptr (NidaScene) slide = make_slide (50), part = nida_scene_part (slide, "chart/b/");
  NidaBox box = nida_scene_bounds (part);

  g_assert_cmpuint (nida_scene_get_n_nodes (part), ==, 2);
  g_assert_cmpfloat (nida_scene_get_width (part), ==, 500);
  g_assert_true (nida_scene_find (part, "bar")->mark == nida_scene_find (slide, "chart/b/bar")->mark);
  g_assert_cmpfloat (box.x, ==, 260);
  g_assert_cmpfloat (box.y, ==, 70);
  g_assert_cmpfloat (box.width, ==, 100);
  g_assert_cmpfloat (box.height, ==, 40);
}

static void
test_back (void)
{
  g_autoptr (NidaScene) slide = make_slide (50), other = make_slide (90), part = nida_scene_part (other, "chart/a/");
  g_autoptr (NidaScene) whole = nida_scene_with_part (slide, "chart/a/", part);

  g_assert_cmpuint (nida_scene_get_n_nodes (whole), ==, nida_scene_get_n_nodes (slide));
  g_assert_cmpfloat (nida_scene_find (whole, "chart/a/bar")->box.width, ==, 90);
  g_assert_cmpfloat (nida_scene_find (whole, "chart/b/bar")->box.width, ==, 30);
  g_assert_cmpstr (nida_scene_get_node (whole, 1)->key, ==, "chart/a/bar");      /* as it is painted: in its own place */
  g_assert_cmpstr (nida_scene_get_node (whole, 5)->key, ==, "foot");
  g_assert_cmpstr (nida_scene_get_title (whole), ==, nida_scene_get_title (slide));
}

static void
test_none (void)
{
  g_autoptr (NidaScene) slide = make_slide (50), part = nida_scene_part (slide, "chart/c/");
  g_autoptr (NidaScene) whole = nida_scene_with_part (slide, "chart/c/", part);

  g_assert_cmpuint (nida_scene_get_n_nodes (whole), ==, nida_scene_get_n_nodes (slide));
  g_assert_cmpuint (nida_scene_get_n_nodes (part), ==, 0);
  g_assert_cmpfloat (nida_scene_bounds (part).width, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-part/a-chart-in-its-place", test_out);
  g_test_add_func ("/scene-part/another-in-the-place-of-its-own", test_back);
  g_test_add_func ("/scene-part/what-is-not-there", test_none);
  return g_test_run ();
}
