/* New dots pulse once, old ones and reduced motion not at all. */
#include "chart-pulse.h"
#include "scene-builder.h"
#include "ui-support.h"

static NidaScene *
scene_of (const char *first,
          const char *second)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (200, 100, 1, FALSE);

  nida_scene_builder_circle (builder, first, (NidaPoint) { 50, 50 }, 4, NIDA_COLOR_TEXT);
  if (second != NULL)
    nida_scene_builder_circle (builder, second, (NidaPoint) { 100, 50 }, 4, NIDA_COLOR_TEXT);
  return nida_scene_builder_end (builder);
}

static guint
dark_pixels (NidaChartPulse *pulse)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 100);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  guint count = 0;

  nida_chart_pulse_paint (pulse, cr, NIDA_THEME_LIGHT);
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

static void
test_once (void)
{
  GtkWidget *window = gtk_window_new (), *area = gtk_drawing_area_new ();
  g_autoptr (NidaScene) before = scene_of ("news/a", NULL), after = scene_of ("news/a", "news/b");
  g_autoptr (NidaScene) plain = scene_of ("bar/a", "bar/b");
  NidaChartPulse *pulse;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_window_set_child (GTK_WINDOW (window), area);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_run_for (100);
  pulse = nida_chart_pulse_new (area);

  /* nothing came before, nothing is new, or no dot is */
  nida_chart_pulse_begin (pulse, NULL, after);
  g_assert_false (nida_chart_pulse_is_active (pulse));
  nida_chart_pulse_begin (pulse, after, after);
  g_assert_false (nida_chart_pulse_is_active (pulse));
  nida_chart_pulse_begin (pulse, before, plain);
  g_assert_false (nida_chart_pulse_is_active (pulse));

  nida_chart_pulse_begin (pulse, before, after);
  g_assert_true (nida_chart_pulse_is_active (pulse));
  g_assert_cmpuint (dark_pixels (pulse), >, 10);
  g_assert_true (ui_test_wait (is_over, pulse));
  g_assert_cmpuint (dark_pixels (pulse), ==, 0);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  nida_chart_pulse_begin (pulse, before, after);
  g_assert_false (nida_chart_pulse_is_active (pulse));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  nida_chart_pulse_begin (pulse, before, after);
  nida_chart_pulse_free (pulse);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-pulse/new-dots/once-unless-motion-is-reduced", test_once);
  return g_test_run ();
}
