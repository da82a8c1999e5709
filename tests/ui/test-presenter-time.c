/* What the presenter is told of the time. */
#include "config.h"

#include "presenter-time.h"
#include "show-support.h"
#include "ui-support.h"

typedef struct {
  TestSlides        *slides;
  NidaShow          *show;
  NidaPresenterTime *time;
  gint64             clock;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->slides = test_slides_new ();
  fixture->show = test_show_new (fixture->slides, &fixture->clock);
  fixture->time = g_object_ref_sink (NIDA_PRESENTER_TIME (nida_presenter_time_new (fixture->show)));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->time);
  g_object_unref (fixture->show);
  g_object_unref (fixture->slides);
}

static void
assert_pace (Fixture    *fixture,
             guint       seconds,
             const char *words)
{
  fixture->clock = (gint64) seconds * G_USEC_PER_SEC;
  nida_show_tick (fixture->show);
  g_assert_nonnull (strstr (nida_presenter_time_get_pace (fixture->time), words));
}

static void
test_pace (Fixture       *fixture,
           gconstpointer  data)
{
  nida_show_set_plan (fixture->show, 400);
  assert_pace (fixture, 40, "On time");
  assert_pace (fixture, 180, "late");
  assert_pace (fixture, 180, "01:20");
  nida_show_run (fixture->show, NIDA_SHOW_LAST);
  assert_pace (fixture, 180, "early");
}

static gboolean
is_shown (GtkWidget  *widget,
          const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (widget) && is_shown (child, words))
      return TRUE;
  return FALSE;
}

static void
test_no_plan (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_false (is_shown (GTK_WIDGET (fixture->time), "On time"));
  g_assert_true (is_shown (GTK_WIDGET (fixture->time), "this slide"));
  nida_show_set_plan (fixture->show, 1200);
  g_assert_true (is_shown (GTK_WIDGET (fixture->time), "On time"));
}

static void
test_awake (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (is_shown (GTK_WIDGET (fixture->time), "may put the screen to sleep"));
  nida_show_set_awake (fixture->show, TRUE);
  g_assert_true (is_shown (GTK_WIDGET (fixture->time), "stays awake"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/presenter-time/late-early-on-time", test_pace);
  ADD ("/presenter-time/without-a-plan-no-pace", test_no_plan);
  ADD ("/presenter-time/says-when-the-screen-may-sleep", test_awake);
  return g_test_run ();
}
