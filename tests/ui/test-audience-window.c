/* The audience's window draws the slide as a chart is drawn: moved to, mirrored, hit and read aloud. */
#include "config.h"

#include "audience-window.h"
#include "look.h"
#include "show-support.h"
#include "ui-support.h"

typedef struct {
  TestSlides         *slides;
  NidaShow           *show;
  NidaAudienceWindow *window;
  gint64              clock;
  int                 command;
} Fixture;

static void
command_cb (Fixture *fixture,
            int      command)
{
  fixture->command = command;
}

static gboolean
is_drawn (gpointer data)
{
  return nida_chart_canvas_get_scene (nida_audience_window_get_canvas (data)) != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->slides = test_slides_new ();
  fixture->show = test_show_new (fixture->slides, &fixture->clock);
  fixture->command = -1;
  g_signal_connect_swapped (fixture->show, "command", G_CALLBACK (command_cb), fixture);
  fixture->window = NIDA_AUDIENCE_WINDOW (nida_audience_window_new (fixture->show));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait (is_drawn, fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_run_for (20);
  g_object_unref (fixture->show);
  g_object_unref (fixture->slides);
}

static NidaScene *
shown (Fixture *fixture)
{
  return nida_chart_canvas_get_scene (nida_audience_window_get_canvas (fixture->window));
}

static gboolean
lies_still (gpointer data)
{
  return !nida_chart_canvas_is_moving (nida_audience_window_get_canvas (data));
}

static void
test_slide (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (nida_scene_get_title (shown (fixture)), ==, "Slide 1");
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  g_assert_cmpstr (nida_scene_get_title (shown (fixture)), ==, "Slide 2");
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), "Slide 2"));
}

/* Wide or high, a slide is 16 by 9. */
static void
test_shape (Fixture       *fixture,
            gconstpointer  data)
{
  double width = nida_show_get_width (fixture->show), height = nida_show_get_height (fixture->show);

  g_assert_cmpfloat_with_epsilon (width / height, 16.0 / 9.0, 0.01);
  g_assert_cmpfloat (nida_scene_get_width (shown (fixture)), ==, width);
}

static void
test_moves (Fixture       *fixture,
            gconstpointer  data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_assert_true (ui_test_wait (lies_still, fixture->window));
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  g_assert_false (lies_still (fixture->window));
  g_assert_true (ui_test_wait (lies_still, fixture->window));
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_LANGUAGE);
  g_assert_false (lies_still (fixture->window));      /* mirrored on the way */
  g_assert_true (nida_scene_is_rtl (shown (fixture)));
  g_assert_true (ui_test_wait (lies_still, fixture->window));
}

static void
test_reduced_motion (Fixture       *fixture,
                     gconstpointer  data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  g_assert_true (lies_still (fixture->window));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

static void
test_read_aloud (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkAccessible *canvas = GTK_ACCESSIBLE (nida_audience_window_get_canvas (fixture->window));

  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Slide 1");
  nida_show_run (fixture->show, NIDA_SHOW_LAST);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Slide 4");
}

static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_cmpint (fixture->command, ==, NIDA_SHOW_END);
}

/* On a mark a click selects, beside it nothing happens: not even the next slide. */
static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  NidaChartCanvas *canvas = nida_audience_window_get_canvas (fixture->window);

  nida_chart_canvas_set_current (canvas, "bar/received", FALSE);
  g_assert_true (nida_chart_canvas_activate (canvas, FALSE));
  g_assert_cmpstr (nida_show_get_selected (fixture->show), ==, "bar/received");
  nida_chart_canvas_set_current (canvas, NULL, FALSE);
  g_assert_false (nida_chart_canvas_activate (canvas, FALSE));
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 0);
  g_assert_cmpstr (nida_show_get_selected (fixture->show), ==, "bar/received");
}

/* A figure that comes in while the slide is shown is in the very next frame. */
static void
test_at_once (Fixture       *fixture,
              gconstpointer  data)
{
  fixture->slides->value = 512;
  g_signal_emit_by_name (fixture->slides, "data-changed");
  g_assert_cmpfloat (nida_scene_find (shown (fixture), "bar/received")->box.width, ==, 512);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/audience-window/the-slide-and-nothing-else", test_slide);
  ADD ("/audience-window/sixteen-by-nine", test_shape);
  ADD ("/audience-window/moves-to-the-next-and-is-mirrored", test_moves);
  ADD ("/audience-window/reduced-motion", test_reduced_motion);
  ADD ("/audience-window/is-read-aloud", test_read_aloud);
  ADD ("/audience-window/closing-ends-the-show", test_close);
  ADD ("/audience-window/a-click-selects-and-never-goes-on", test_click);
  ADD ("/audience-window/own-figures-come-in-at-once", test_at_once);
  return g_test_run ();
}
