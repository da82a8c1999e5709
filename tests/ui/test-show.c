/* Which slide is shown after which commands, and when what waits comes in. */
#include "config.h"

#include "show-support.h"

typedef struct {
  TestSlides *slides;
  NidaShow   *show;
  gint64      clock;
  guint       changes;
  int         command;
} Fixture;

static void
changed_cb (Fixture *fixture,
            guint    changes)
{
  fixture->changes |= changes;
}

static void
command_cb (Fixture *fixture,
            int      command)
{
  fixture->command = command;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->slides = test_slides_new ();
  fixture->show = test_show_new (fixture->slides, &fixture->clock);
  fixture->command = -1;
  g_signal_connect_swapped (fixture->show, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->show, "command", G_CALLBACK (command_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->show);
  g_object_unref (fixture->slides);
}

/* "2.1": the third slide at its second step. */
static void
assert_place (NidaShow   *show,
              const char *place)
{
  g_autofree char *found = g_strdup_printf ("%u.%u", nida_show_get_slide (show), nida_show_get_step (show));

  g_assert_cmpstr (found, ==, place);
}

static void
run_all (NidaShow              *show,
         const NidaShowCommand *commands,
         guint                  n)
{
  for (guint i = 0; i < n; i++)
    nida_show_run (show, commands[i]);
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const forth[] = { "1.0", "1.1", "1.2", "2.0", "3.0", "3.0" };
  static const char * const back[] = { "2.0", "1.2", "1.1", "1.0", "0.0", "0.0" };

  for (guint i = 0; i < G_N_ELEMENTS (forth); i++)
    {
      nida_show_run (fixture->show, NIDA_SHOW_NEXT);
      assert_place (fixture->show, forth[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (back); i++)
    {
      nida_show_run (fixture->show, NIDA_SHOW_PREVIOUS);
      assert_place (fixture->show, back[i]);
    }
}

static void
test_ends (Fixture       *fixture,
           gconstpointer  data)
{
  nida_show_run (fixture->show, NIDA_SHOW_LAST);
  assert_place (fixture->show, "3.0");
  nida_show_run (fixture->show, NIDA_SHOW_FIRST);
  assert_place (fixture->show, "0.0");
}

static void
test_number (Fixture       *fixture,
             gconstpointer  data)
{
  nida_show_type (fixture->show, 0);
  nida_show_type (fixture->show, 3);
  g_assert_cmpuint (nida_show_get_number (fixture->show), ==, 3);
  nida_show_run (fixture->show, NIDA_SHOW_ENTER);
  assert_place (fixture->show, "2.0");
  g_assert_cmpuint (nida_show_get_number (fixture->show), ==, 0);
  nida_show_type (fixture->show, 9);
  nida_show_type (fixture->show, 9);
  nida_show_run (fixture->show, NIDA_SHOW_ENTER);
  assert_place (fixture->show, "3.0");
  nida_show_run (fixture->show, NIDA_SHOW_ENTER);
  assert_place (fixture->show, "3.0");
}

static void
test_escape (Fixture       *fixture,
             gconstpointer  data)
{
  nida_show_type (fixture->show, 2);
  nida_show_run (fixture->show, NIDA_SHOW_BACK);
  g_assert_cmpuint (nida_show_get_number (fixture->show), ==, 0);
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_OVERVIEW);
  nida_show_run (fixture->show, NIDA_SHOW_BACK);
  g_assert_cmpint (nida_show_get_screen (fixture->show), ==, NIDA_SHOW_SHOWN);
  g_assert_cmpint (fixture->command, ==, -1);
  nida_show_run (fixture->show, NIDA_SHOW_BACK);
  g_assert_cmpint (fixture->command, ==, NIDA_SHOW_END);
}

static void
test_black (Fixture       *fixture,
            gconstpointer  data)
{
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_BLACK);
  g_assert_cmpint (nida_show_get_screen (fixture->show), ==, NIDA_SHOW_BLACK);
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_WHITE);
  g_assert_cmpint (nida_show_get_screen (fixture->show), ==, NIDA_SHOW_WHITE);
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_WHITE);
  g_assert_cmpint (nida_show_get_screen (fixture->show), ==, NIDA_SHOW_SHOWN);
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_BLACK);
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  g_assert_cmpint (nida_show_get_screen (fixture->show), ==, NIDA_SHOW_SHOWN);
}

static void
test_overview (Fixture       *fixture,
               gconstpointer  data)
{
  static const NidaShowCommand commands[] = { NIDA_SHOW_TOGGLE_OVERVIEW, NIDA_SHOW_NEXT, NIDA_SHOW_NEXT, NIDA_SHOW_NEXT,
                                              NIDA_SHOW_NEXT, NIDA_SHOW_PREVIOUS };

  run_all (fixture->show, commands, G_N_ELEMENTS (commands));
  g_assert_cmpuint (nida_show_get_cursor (fixture->show), ==, 2);
  assert_place (fixture->show, "0.0");
  nida_show_run (fixture->show, NIDA_SHOW_ENTER);
  assert_place (fixture->show, "2.0");
  g_assert_cmpint (nida_show_get_screen (fixture->show), ==, NIDA_SHOW_SHOWN);
}

static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *english = g_strdup (nida_scene_get_title (nida_show_get_scene (fixture->show)));

  g_assert_cmpstr (english, ==, "Slide 1");
  fixture->changes = 0;
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_LANGUAGE);
  g_assert_cmpuint (fixture->changes, ==, NIDA_SHOW_DATA | NIDA_SHOW_LANGUAGE);
  g_assert_cmpstr (nida_scene_get_title (nida_show_get_scene (fixture->show)), ==, "شريحة 1");
  g_assert_true (nida_scene_is_rtl (nida_show_get_scene (fixture->show)));
  assert_place (fixture->show, "0.0");
}

static void
test_pending_slide (Fixture       *fixture,
                    gconstpointer  data)
{
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  fixture->slides->pending = "587 new flows";
  g_signal_emit_by_name (fixture->slides, "pending-changed");
  g_assert_true (fixture->changes & NIDA_SHOW_PENDING);
  g_assert_cmpuint (fixture->slides->taken, ==, 0);
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  g_assert_cmpuint (fixture->slides->taken, ==, 0);       /* a step of the same slide */
  nida_show_run (fixture->show, NIDA_SHOW_LAST);
  g_assert_cmpuint (fixture->slides->taken, ==, 1);
  nida_show_run (fixture->show, NIDA_SHOW_FIRST);
  g_assert_cmpuint (fixture->slides->taken, ==, 1);       /* nothing waits */
}

static void
test_pending_refresh (Fixture       *fixture,
                      gconstpointer  data)
{
  fixture->slides->pending = "1 new flow";
  nida_show_run (fixture->show, NIDA_SHOW_REFRESH);
  g_assert_cmpuint (fixture->slides->taken, ==, 1);
  assert_place (fixture->show, "0.0");
  nida_show_run (fixture->show, NIDA_SHOW_REFRESH);
  g_assert_cmpuint (fixture->slides->taken, ==, 1);
}

static void
test_select (Fixture       *fixture,
             gconstpointer  data)
{
  nida_show_select (fixture->show, "bar/received");
  g_assert_cmpstr (nida_show_get_selected (fixture->show), ==, "bar/received");
  nida_show_select (fixture->show, "bar/received");
  g_assert_null (nida_show_get_selected (fixture->show));
  nida_show_select (fixture->show, "bar/received");
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  g_assert_null (nida_show_get_selected (fixture->show));
}

/* Slides are removed while they are shown. */
static void
test_fewer (Fixture       *fixture,
            gconstpointer  data)
{
  nida_show_run (fixture->show, NIDA_SHOW_LAST);
  fixture->slides->n = 2;
  g_signal_emit_by_name (fixture->slides, "slides-changed");
  assert_place (fixture->show, "1.0");
  fixture->slides->n = 0;
  g_signal_emit_by_name (fixture->slides, "slides-changed");
  g_assert_null (nida_show_get_scene (fixture->show));
  g_assert_null (nida_show_get_next_scene (fixture->show));
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  nida_show_run (fixture->show, NIDA_SHOW_PREVIOUS);
  nida_show_run (fixture->show, NIDA_SHOW_LAST);
  assert_place (fixture->show, "0.0");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/show/steps-are-built-forth-and-taken-back", test_steps);
  ADD ("/show/home-and-end", test_ends);
  ADD ("/show/a-number-and-enter-jump", test_number);
  ADD ("/show/escape-lets-go-of-one-thing-at-a-time", test_escape);
  ADD ("/show/black-and-white-until-something-goes-on", test_black);
  ADD ("/show/the-overview-leaves-the-slide-until-one-is-chosen", test_overview);
  ADD ("/show/the-language-changes-mid-slide", test_language);
  ADD ("/show/what-waits-comes-in-between-slides", test_pending_slide);
  ADD ("/show/what-waits-comes-in-when-asked-for", test_pending_refresh);
  ADD ("/show/a-mark-is-selected-until-the-slide-goes", test_select);
  ADD ("/show/slides-may-go-while-shown", test_fewer);
  return g_test_run ();
}
