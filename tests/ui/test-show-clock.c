/* The time of a show by a clock that tests turn. */
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
  fixture->clock = 1000 * G_USEC_PER_SEC;
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
pass (Fixture *fixture,
      guint    seconds)
{
  for (guint i = 0; i < seconds; i++)
    {
      fixture->clock += G_USEC_PER_SEC;
      nida_show_tick (fixture->show);
    }
}

static void
test_elapsed (Fixture       *fixture,
              gconstpointer  data)
{
  pass (fixture, 70);
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  pass (fixture, 5);
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);       /* a step, not a slide */
  pass (fixture, 5);
  g_assert_cmpuint (nida_show_get_elapsed (fixture->show), ==, 80);
  g_assert_cmpuint (nida_show_get_slide_time (fixture->show), ==, 10);
}

static void
test_pace (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (nida_show_get_pace (fixture->show), ==, 0);
  nida_show_set_plan (fixture->show, 400);
  pass (fixture, 100);
  g_assert_cmpint (nida_show_get_pace (fixture->show), ==, 0);
  pass (fixture, 30);
  g_assert_cmpint (nida_show_get_pace (fixture->show), ==, 30);
  nida_show_run (fixture->show, NIDA_SHOW_LAST);
  g_assert_cmpint (nida_show_get_pace (fixture->show), ==, -170);
}

static void
test_auto (Fixture       *fixture,
           gconstpointer  data)
{
  fixture->slides->seconds = 10;
  pass (fixture, 30);
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 0);      /* nobody asked for it */
  nida_show_set_auto (fixture->show, TRUE, FALSE);
  nida_show_begin (fixture->show);
  pass (fixture, 9);
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 0);
  pass (fixture, 1);
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 1);
  pass (fixture, 10);
  g_assert_cmpuint (nida_show_get_step (fixture->show), ==, 1);
  pass (fixture, 100);
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 3);      /* the end */
}

static void
test_loop (Fixture       *fixture,
           gconstpointer  data)
{
  fixture->slides->seconds = 10;
  nida_show_set_auto (fixture->show, TRUE, TRUE);
  pass (fixture, 60);
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 0);
  pass (fixture, 10);
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 1);
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  fixture->slides->seconds = 10;
  nida_show_set_auto (fixture->show, TRUE, TRUE);
  pass (fixture, 5);
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  g_assert_true (nida_show_is_paused (fixture->show));
  pass (fixture, 60);
  g_assert_cmpuint (nida_show_get_step (fixture->show), ==, 0);
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_AUTO);
  pass (fixture, 10);
  g_assert_cmpuint (nida_show_get_step (fixture->show), ==, 1);
}

static void
test_black (Fixture       *fixture,
            gconstpointer  data)
{
  fixture->slides->seconds = 10;
  nida_show_set_auto (fixture->show, TRUE, TRUE);
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_BLACK);
  pass (fixture, 100);
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 0);
  g_assert_cmpint (nida_show_get_screen (fixture->show), ==, NIDA_SHOW_BLACK);
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_BLACK);
  pass (fixture, 9);
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 0);
  pass (fixture, 1);
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 1);
}

/* Nothing goes on under the hands of who types what was pledged. */
static void
test_pledge (Fixture       *fixture,
             gconstpointer  data)
{
  fixture->slides->seconds = 10;
  nida_show_set_auto (fixture->show, TRUE, TRUE);
  nida_show_run (fixture->show, NIDA_SHOW_PLEDGE);
  pass (fixture, 100);
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 0);
}

static void
test_pointer (Fixture       *fixture,
              gconstpointer  data)
{
  double x, y;

  g_assert_false (nida_show_get_pointer (fixture->show, &x, &y));
  nida_show_point (fixture->show, 0.25, 1.5);
  g_assert_true (nida_show_get_pointer (fixture->show, &x, &y));
  g_assert_cmpfloat (x, ==, 0.25);
  g_assert_cmpfloat (y, ==, 1);
  pass (fixture, 1);
  nida_show_point (fixture->show, 0.5, 0.5);
  pass (fixture, 1);
  g_assert_true (nida_show_get_pointer (fixture->show, &x, &y));
  pass (fixture, 1);
  g_assert_false (nida_show_get_pointer (fixture->show, &x, &y));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

/* Who pledged stands over the slide for some seconds, in the language of the show. */
static void
test_announced (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  gint64 clock = 0;
  g_autoptr (NidaShow) show = test_show_new (slides, &clock);

  g_assert_null (nida_show_get_announced (show));
  nida_show_announce (show, "Kuwait pledges $5", "الكويت");
  g_assert_cmpstr (nida_show_get_announced (show), ==, "Kuwait pledges $5");
  nida_show_run (show, NIDA_SHOW_TOGGLE_LANGUAGE);
  g_assert_cmpstr (nida_show_get_announced (show), ==, "الكويت");
  clock += 7 * G_USEC_PER_SEC;
  nida_show_tick (show);
  g_assert_nonnull (nida_show_get_announced (show));
  clock += 2 * G_USEC_PER_SEC;
  nida_show_tick (show);
  g_assert_null (nida_show_get_announced (show));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/show-clock/elapsed-and-of-this-slide", test_elapsed);
  ADD ("/show-clock/late-early-or-on-time", test_pace);
  ADD ("/show-clock/slides-that-go-on-by-themselves", test_auto);
  ADD ("/show-clock/round-and-round", test_loop);
  ADD ("/show-clock/a-key-pauses", test_pause);
  ADD ("/show-clock/black-stops-and-begins-anew", test_black);
  ADD ("/show-clock/a-pledge-pauses", test_pledge);
  ADD ("/show-clock/the-pointer-hides-after-two-seconds", test_pointer);
  g_test_add_func ("/show-clock/who-pledged-for-some-seconds", test_announced);
  return g_test_run ();
}
