/* What is painted between two scenes, and when nothing is. */
#include "config.h"

#include "chart-transition.h"
#include "scene-builder.h"
#include "ui-support.h"

static NidaScene *
scene_at (double width,
          double x)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (width, 100, 1, FALSE);

  nida_scene_builder_circle (builder, "dot", (NidaPoint) { x, 50 }, 4, NIDA_COLOR_TEXT);
  return nida_scene_builder_end (builder);
}

static double
dot_of (NidaScene *scene)
{
  return nida_scene_find (scene, "dot")->box.x;
}

static gboolean
is_on_the_way (gpointer data)
{
  NidaScene *scene = nida_chart_transition_get_scene (data);

  return scene != NULL && dot_of (scene) > 60;
}

static gboolean
is_over (gpointer data)
{
  return !nida_chart_transition_is_active (data);
}

static GtkWidget *
open_area (GtkWidget **window)
{
  GtkWidget *area = gtk_drawing_area_new ();

  *window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (*window), area);
  gtk_window_present (GTK_WINDOW (*window));
  ui_test_run_for (100);
  return area;
}

static void
test_interrupted (void)
{
  GtkWidget *window, *area = open_area (&window);
  NidaChartTransition *transition = nida_chart_transition_new (area);
  g_autoptr (NidaScene) first = scene_at (200, 50), second = scene_at (200, 150);

  nida_chart_transition_begin (transition, first, second);
  g_assert_cmpfloat (dot_of (nida_chart_transition_get_scene (transition)), ==, dot_of (first));
  g_assert_true (ui_test_wait (is_on_the_way, transition));
  /* back from where it is, not from where it was going */
  nida_chart_transition_begin (transition, second, first);
  g_assert_cmpfloat (dot_of (nida_chart_transition_get_scene (transition)), <, dot_of (second));
  g_assert_true (ui_test_wait (is_over, transition));
  g_assert_null (nida_chart_transition_get_scene (transition));
  nida_chart_transition_free (transition);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_at_once (void)
{
  GtkWidget *window, *area = open_area (&window);
  NidaChartTransition *transition = nida_chart_transition_new (area);
  g_autoptr (NidaScene) first = scene_at (200, 50), second = scene_at (200, 150), wide = scene_at (300, 150);

  nida_chart_transition_begin (transition, NULL, first);
  g_assert_false (nida_chart_transition_is_active (transition));
  nida_chart_transition_begin (transition, first, wide);
  g_assert_false (nida_chart_transition_is_active (transition));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  nida_chart_transition_begin (transition, first, second);
  g_assert_false (nida_chart_transition_is_active (transition));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  /* what moves stops when the next comes at once, and when nobody is there any more */
  nida_chart_transition_begin (transition, first, second);
  nida_chart_transition_begin (transition, second, wide);
  g_assert_false (nida_chart_transition_is_active (transition));
  nida_chart_transition_begin (transition, first, second);
  nida_chart_transition_free (transition);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_test_add_func ("/chart-transition/interrupted/goes-on-from-where-it-is", test_interrupted);
  g_test_add_func ("/chart-transition/other-size-or-reduced-motion/comes-at-once", test_at_once);
  return g_test_run ();
}
