/* Words from masks look like words that are drawn. */
#include "paint.h"
#include "scene-builder.h"

#define WIDTH 300
#define HEIGHT 160

static NidaScene *
words (double      x,
       NidaAnchor  anchor,
       gboolean    rtl,
       gboolean    halo,
       const char *text)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, rtl);

  nida_scene_builder_line (builder, "line", (NidaPoint) { 0, 32 }, (NidaPoint) { WIDTH, 32 }, NIDA_COLOR_GRID, 1);
  nida_scene_builder_text (builder, "one", (NidaBox) { x, 20, 200, 20 }, NIDA_FONT_LABEL_BOLD, NIDA_COLOR_RECEIVED, anchor,
                           text)->halo = halo;
  nida_scene_builder_paragraph (builder, "two", (NidaBox) { x, 60, 120, 60 }, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT, anchor, 3,
                                "Source: OCHA FTS. Data to 17 April 2026. Amounts in US dollars, each flow once.");
  return nida_scene_builder_end (builder);
}

static cairo_surface_t *
paint (NidaScene     *scene,
       NidaTextMasks *masks,
       double         device_scale)
{
  NidaPaintOptions options = { .theme = NIDA_THEME_LIGHT, .background = TRUE, .masks = masks };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * device_scale),
                                                         (int) (HEIGHT * device_scale));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, device_scale, device_scale);
  cr = cairo_create (surface);
  nida_scene_paint (scene, cr, &options);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The largest and the mean difference of a channel. */
static void
differ (cairo_surface_t *a,
        cairo_surface_t *b,
        int             *most,
        double          *mean)
{
  int stride = cairo_image_surface_get_stride (a), height = cairo_image_surface_get_height (a);
  const guint8 *one = cairo_image_surface_get_data (a), *other = cairo_image_surface_get_data (b);
  double sum = 0;

  *most = 0;
  for (int i = 0; i < stride * height; i++)
    {
      int difference = ABS (one[i] - other[i]);

      *most = MAX (*most, difference);
      sum += difference;
    }
  *mean = sum / (stride * height);
}

static void
compare (NidaScene *scene,
         double     device_scale,
         int       *most,
         double    *mean)
{
  g_autoptr (NidaTextMasks) masks = nida_text_masks_new ();
  cairo_surface_t *drawn = paint (scene, NULL, device_scale), *first = paint (scene, masks, device_scale);
  cairo_surface_t *again = paint (scene, masks, device_scale);

  g_assert_cmpuint (nida_text_masks_count (masks), ==, 2);
  differ (first, again, most, mean);
  g_assert_cmpint (*most, ==, 0);
  differ (drawn, first, most, mean);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (first);
  cairo_surface_destroy (again);
}

/* Where a line begins on a quarter of a pixel only rounding is left. */
static void
test_same (void)
{
  static const double places[] = { 20, 20.25, 33.5 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint scale = 1; scale <= 2; scale++)
      for (guint halo = 0; halo < 2; halo++)
        {
          g_autoptr (NidaScene) scene = words (places[i], NIDA_ANCHOR_START, FALSE, halo, "$17,064,284 · Kuwait");
          int most;
          double mean;

          compare (scene, scale, &most, &mean);
          g_assert_cmpint (most, <=, 3);
        }
}

/* Anywhere else a line moves by an eighth of a pixel at most. */
static void
test_near (void)
{
  static const double places[] = { 20.1, 41.37 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        g_autoptr (NidaScene) scene = words (places[i], NIDA_ANCHOR_MIDDLE, rtl, TRUE, rtl ? "الكويت 17 مليون" : "Kuwait");
        int most;
        double mean;

        compare (scene, 1, &most, &mean);
        g_assert_cmpint (most, >, 0);
        g_assert_cmpint (most, <=, 48);
        g_assert_cmpfloat (mean, <, 0.5);
      }
}

static void
test_fades (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  NidaNode *node = nida_scene_builder_text (builder, "one", (NidaBox) { 20, 20, 200, 20 }, NIDA_FONT_LABEL, NIDA_COLOR_TEXT,
                                            NIDA_ANCHOR_START, "Kuwait");
  NidaNode *twin = nida_scene_builder_text (builder, "two", (NidaBox) { 20, 60, 200, 20 }, NIDA_FONT_LABEL, NIDA_COLOR_TEXT,
                                            NIDA_ANCHOR_START, "Kuwait");
  g_autoptr (NidaTextMasks) masks = nida_text_masks_new ();
  cairo_surface_t *drawn, *masked;
  int most;
  double mean;

  node->opacity = 0.3;
  twin->opacity = 1;
  scene = nida_scene_builder_end (builder);
  drawn = paint (scene, NULL, 1);
  masked = paint (scene, masks, 1);
  differ (drawn, masked, &most, &mean);
  g_assert_cmpint (most, <=, 3);
  g_assert_cmpuint (nida_text_masks_count (masks), ==, 1);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (masked);
}

static void
test_forgets (void)
{
  g_autoptr (NidaTextMasks) masks = nida_text_masks_new ();
  g_autoptr (NidaScene) first = words (20, NIDA_ANCHOR_START, FALSE, FALSE, "first");

  cairo_surface_destroy (paint (first, masks, 1));
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (NidaScene) next = words (20, NIDA_ANCHOR_START, FALSE, FALSE, text);

      cairo_surface_destroy (paint (next, masks, 1));
      g_assert_cmpuint (nida_text_masks_count (masks), <, 250);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-masks/quarter-pixels/are-what-is-drawn", test_same);
  g_test_add_func ("/text-masks/elsewhere/are-near-in-both-directions", test_near);
  g_test_add_func ("/text-masks/opacity/is-of-the-painting-not-the-mask", test_fades);
  g_test_add_func ("/text-masks/unused/are-forgotten", test_forgets);
  return g_test_run ();
}
