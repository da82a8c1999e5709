/* Pictures of slides are made once, and anew when anything about them is another. */
#include "config.h"

#include "show-support.h"

typedef struct {
  TestSlides *slides;
  NidaShow   *show;
  gint64      clock;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->slides = test_slides_new ();
  fixture->show = test_show_new (fixture->slides, &fixture->clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->show);
  g_object_unref (fixture->slides);
}

static void
test_once (Fixture       *fixture,
           gconstpointer  data)
{
  NidaScene *scene = nida_show_get_scene (fixture->show), *next = nida_show_get_next_scene (fixture->show);

  g_assert_true (nida_show_get_scene (fixture->show) == scene);
  g_assert_cmpuint (fixture->slides->builds, ==, 2);
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  g_assert_true (nida_show_get_scene (fixture->show) == next);
  g_assert_cmpuint (fixture->slides->builds, ==, 2);
}

static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  nida_show_run (fixture->show, NIDA_SHOW_LAST);
  g_assert_nonnull (nida_show_get_scene (fixture->show));
  g_assert_null (nida_show_get_next_scene (fixture->show));
}

static void
test_size (Fixture       *fixture,
           gconstpointer  data)
{
  nida_show_set_size (fixture->show, 1920, 1080);
  g_assert_cmpfloat (nida_scene_get_width (nida_show_get_scene (fixture->show)), ==, 1920);
  g_assert_cmpfloat_with_epsilon (nida_scene_get_scale (nida_show_get_scene (fixture->show)), 1.64, 1e-9);
  nida_show_set_size (fixture->show, 960, 540);
  g_assert_cmpfloat (nida_scene_get_width (nida_show_get_scene (fixture->show)), ==, 960);
}

static void
test_data (Fixture       *fixture,
           gconstpointer  data)
{
  nida_show_get_scene (fixture->show);
  fixture->slides->value = 500;
  g_signal_emit_by_name (fixture->slides, "data-changed");
  g_assert_cmpfloat (nida_scene_find (nida_show_get_scene (fixture->show), "bar/received")->box.width, ==, 500);
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (NidaScene) scene = nida_show_build (fixture->show, 1);

  g_assert_cmpfloat (nida_scene_find (scene, "bar/pledged")->box.width, ==, 400);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/show-scenes/the-next-becomes-the-present-one", test_once);
  ADD ("/show-scenes/nothing-follows-the-last", test_end);
  ADD ("/show-scenes/words-grow-with-the-screen", test_size);
  ADD ("/show-scenes/other-data-other-picture", test_data);
  ADD ("/show-scenes/in-the-overview-a-slide-is-whole", test_whole);
  return g_test_run ();
}
