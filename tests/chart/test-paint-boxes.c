/* Rectangles that wait for each other look like rectangles that are painted one by one. */
#include "paint.h"
#include "scene-builder.h"

#define WIDTH  240
#define HEIGHT 160
#define KINDS  60

static const NidaColor fills[] = {
  NIDA_COLOR_HEAT_1, NIDA_COLOR_HEAT_3, NIDA_COLOR_HEAT_5, NIDA_COLOR_CARD, NIDA_COLOR_RECEIVED, NIDA_COLOR_NONE,
};

/* A shape of every kind that can stand in a row; which one is chosen by chance, and so is its place. */
static void
add_shape (NidaSceneBuilder *builder,
           GRand            *random,
           NidaBox           box)
{
  NidaColor fill = fills[g_rand_int_range (random, 0, G_N_ELEMENTS (fills))];
  NidaNode *node;
  guint kind = (guint) g_rand_int_range (random, 0, KINDS);

  if (kind == 0)
    {
      nida_scene_builder_circle (builder, NULL, (NidaPoint) { box.x + 8, box.y + 8 }, 8, NIDA_COLOR_SERIES_1);
      return;
    }
  if (kind == 1)
    {
      nida_scene_builder_line (builder, NULL, (NidaPoint) { 0, box.y + 4 }, (NidaPoint) { WIDTH, box.y + 4 }, NIDA_COLOR_TEXT, 1);
      return;
    }
  node = nida_scene_builder_rect (builder, NULL, box, fill);
  node->stroke = g_rand_int_range (random, 0, 3) > 0 ? NIDA_COLOR_BORDER : NIDA_COLOR_NONE;
  node->line_width = g_rand_int_range (random, 0, 6) > 0 ? 1 : 2;
  node->opacity = g_rand_int_range (random, 0, 12) > 0 ? 1 : 0.28;
  if (kind == 2)
    node->radius = 3;
  else if (kind == 3)
    node->pattern = NIDA_PATTERN_HATCH;
  else if (kind == 4)
    node->box.width = 0.3;
}

/* @step: from one to the next; below the width of a shape they overlap. */
static NidaScene *
shapes (guint32 seed,
        double  step,
        guint   only)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (NidaSceneBuilder) all = nida_scene_builder_new (WIDTH, HEIGHT, 1, FALSE);
  guint i = 0;

  for (double y = 2; y < HEIGHT - 20; y += step)
    for (double x = 3; x < WIDTH - 20; x += step, i++)
      {
        g_autoptr (NidaSceneBuilder) elsewhere = nida_scene_builder_new (WIDTH, HEIGHT, 1, FALSE);

        add_shape (only == G_MAXUINT || only == i ? all : elsewhere, random, (NidaBox) { x, y, 16.4, 15.7 });
      }
  return nida_scene_builder_end (all);
}

static void
paint (NidaScene       *scene,
       cairo_surface_t *surface,
       NidaTheme        theme)
{
  cairo_t *cr = cairo_create (surface);

  nida_scene_paint (scene, cr, &(NidaPaintOptions) { .theme = theme });
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

static cairo_surface_t *
new_surface (double device_scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (WIDTH * device_scale),
                                                         (int) (HEIGHT * device_scale));

  cairo_surface_set_device_scale (surface, device_scale, device_scale);
  return surface;
}

static void
compare (guint32   seed,
         double    step,
         NidaTheme theme,
         double    device_scale)
{
  g_autoptr (NidaScene) whole = shapes (seed, step, G_MAXUINT);
  cairo_surface_t *together = new_surface (device_scale), *single = new_surface (device_scale);
  gsize size = (gsize) cairo_image_surface_get_stride (together) * (gsize) cairo_image_surface_get_height (together);

  paint (whole, together, theme);
  for (guint i = 0; i < nida_scene_get_n_nodes (whole); i++)
    {
      g_autoptr (NidaScene) one = shapes (seed, step, i);

      g_assert_cmpuint (nida_scene_get_n_nodes (one), ==, 1);
      paint (one, single, theme);
    }
  g_assert_cmpmem (cairo_image_surface_get_data (together), size, cairo_image_surface_get_data (single), size);
  cairo_surface_destroy (together);
  cairo_surface_destroy (single);
}

static void
test_same_pixels (gconstpointer data)
{
  double step = *(const double *) data;

  for (guint32 seed = 1; seed <= 6; seed++)
    for (guint i = 0; i < 3; i++)
      compare (seed, step, (NidaTheme[]) { NIDA_THEME_LIGHT, NIDA_THEME_DARK, NIDA_THEME_CONTRAST }[i],
               (double[]) { 1, 2, 1.25 }[(seed + i) % 3]);
}

int
main (int   argc,
      char *argv[])
{
  static const double side_by_side = 18, over_each_other = 11.5;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/chart/paint-boxes/side-by-side", &side_by_side, test_same_pixels);
  g_test_add_data_func ("/chart/paint-boxes/over-each-other", &over_each_other, test_same_pixels);
  return g_test_run ();
}
