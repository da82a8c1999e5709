/* Marks with rows that came pulse once, when they are first seen with them; not the first picture, and not where motion is reduced. */
#include "chart-pulse.h"
#include "scene-builder.h"
#include "ui-support.h"

/* @first, @second: serials of what came behind two marks */
static NidaScene *
scene_of (guint first,
          guint second)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (200, 100, 1, FALSE);

  nida_scene_builder_circle (builder, "bar/a", (NidaPoint) { 50, 50 }, 4, NIDA_COLOR_TEXT)->came = first;
  nida_scene_builder_circle (builder, "bar/b", (NidaPoint) { 100, 50 }, 4, NIDA_COLOR_TEXT)->came = second;
  return nida_scene_builder_end (builder);
}

static guint
dark_pixels (NidaChartPulse *pulse,
             NidaScene      *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 100);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  guint count = 0;

  nida_chart_pulse_paint (pulse, cr, scene, NIDA_THEME_LIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int i = 3; i < cairo_image_surface_get_stride (surface) * 100; i += 4)
    count += data[i] > 0;
  cairo_surface_destroy (surface);
  return count;
}

static gboolean
is_over (gpointer pulse)
{
  return !nida_chart_pulse_is_active (pulse);
}

static NidaChartPulse *
open_pulse (GtkWidget **window)
{
  GtkWidget *area = gtk_drawing_area_new ();

  *window = gtk_window_new ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_window_set_child (GTK_WINDOW (*window), area);
  gtk_window_present (GTK_WINDOW (*window));
  ui_test_run_for (100);
  return nida_chart_pulse_new (area);
}

static void
test_once (void)
{
  GtkWidget *window;
  NidaChartPulse *pulse = open_pulse (&window);
  g_autoptr (NidaScene) plain = scene_of (0, 0), one = scene_of (3, 0), both = scene_of (3, 3);

  nida_chart_pulse_see (pulse, plain);
  g_assert_false (nida_chart_pulse_is_active (pulse));
  nida_chart_pulse_see (pulse, one);
  g_assert_true (nida_chart_pulse_is_active (pulse));
  g_assert_cmpuint (dark_pixels (pulse, one), >, 10);
  /* where the mark is in the picture that is painted; the other mark is not pointed at */
  g_assert_cmpuint (dark_pixels (pulse, both), ==, dark_pixels (pulse, one));
  g_assert_true (ui_test_wait (is_over, pulse));
  g_assert_cmpuint (dark_pixels (pulse, one), ==, 0);
  nida_chart_pulse_see (pulse, one);
  g_assert_false (nida_chart_pulse_is_active (pulse));
  /* the other mark of what came then is first seen now */
  nida_chart_pulse_see (pulse, both);
  g_assert_true (nida_chart_pulse_is_active (pulse));
  nida_chart_pulse_free (pulse);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A mark that was new already is pointed out again with what comes next. */
static void
test_again (void)
{
  GtkWidget *window;
  NidaChartPulse *pulse = open_pulse (&window);
  g_autoptr (NidaScene) plain = scene_of (0, 0), first = scene_of (3, 3), second = scene_of (0, 4);
  guint n;

  nida_chart_pulse_see (pulse, plain);
  nida_chart_pulse_see (pulse, first);
  n = dark_pixels (pulse, first);
  nida_chart_pulse_see (pulse, second);
  g_assert_cmpuint (dark_pixels (pulse, second), ==, n / 2);
  g_assert_true (ui_test_wait (is_over, pulse));
  /* what was shown before that is no news */
  nida_chart_pulse_see (pulse, first);
  g_assert_false (nida_chart_pulse_is_active (pulse));
  nida_chart_pulse_free (pulse);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_first (void)
{
  GtkWidget *window;
  NidaChartPulse *pulse = open_pulse (&window);
  g_autoptr (NidaScene) first = scene_of (3, 3), second = scene_of (4, 0);

  nida_chart_pulse_see (pulse, first);
  g_assert_false (nida_chart_pulse_is_active (pulse));
  nida_chart_pulse_see (pulse, first);
  g_assert_false (nida_chart_pulse_is_active (pulse));
  nida_chart_pulse_see (pulse, second);
  g_assert_true (nida_chart_pulse_is_active (pulse));
  nida_chart_pulse_free (pulse);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_reduced (void)
{
  GtkWidget *window;
  NidaChartPulse *pulse = open_pulse (&window);
  g_autoptr (NidaScene) plain = scene_of (0, 0), one = scene_of (3, 0);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  nida_chart_pulse_see (pulse, plain);
  nida_chart_pulse_see (pulse, one);
  g_assert_false (nida_chart_pulse_is_active (pulse));
  /* it was seen, so it does not come afterwards */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  nida_chart_pulse_see (pulse, one);
  g_assert_false (nida_chart_pulse_is_active (pulse));
  nida_chart_pulse_free (pulse);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-pulse/once-for-each-mark-when-it-is-first-seen", test_once);
  g_test_add_func ("/chart-pulse/again-with-what-comes-next", test_again);
  g_test_add_func ("/chart-pulse/nothing-came-before-the-first-picture", test_first);
  g_test_add_func ("/chart-pulse/never-where-motion-is-reduced", test_reduced);
  return g_test_run ();
}
