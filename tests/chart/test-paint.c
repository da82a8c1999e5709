/* test-paint.c tests paint.c, paint-text.c, painter.c and pango-text.c: our own renderings are compared with each other,
 * never with a stored picture. */
#include "brushed.h"
#include "painter.h"
#include "scene-builder.h"

#include <string.h>

#define WIDTH 240
#define HEIGHT 120

static NidaScene *
make_scene (gboolean rtl)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, rtl);
  NidaNode *node;

  nida_scene_builder_line (builder, "grid", (NidaPoint) { 0, 60 }, (NidaPoint) { WIDTH, 60 }, NIDA_COLOR_GRID, 1);
  node = nida_scene_builder_rect (builder, "bar", (NidaBox) { 20.3, 40, 60, 20 }, NIDA_COLOR_RECEIVED);
  nida_scene_builder_mark (node, nida_mark_new ("bar", "1", NULL, 1));
  node = nida_scene_builder_rect (builder, "tiny", (NidaBox) { 20, 70, 0.01, 10 }, NIDA_COLOR_RECEIVED);
  node = nida_scene_builder_rect (builder, "gap", (NidaBox) { 90, 40, 50, 20 }, NIDA_COLOR_GAP);
  node->pattern = NIDA_PATTERN_HATCH;
  node->stroke = NIDA_COLOR_GAP_LINE;
  nida_scene_builder_sector (builder, "ring", (NidaPoint) { 200, 80 }, 10, 25, 0, 2 * G_PI, NIDA_COLOR_SERIES_2);
  nida_scene_builder_circle (builder, "dot", (NidaPoint) { 150, 90 }, 6, NIDA_COLOR_CARD)->stroke = NIDA_COLOR_RECEIVED;
  node = nida_scene_builder_polyline (builder, "steps", (NidaPoint[]) { { 10, 110 }, { 60, 110 }, { 60, 95 } }, 3, NIDA_COLOR_GOOD, 2);
  node->dash = NIDA_DASH_EVEN;
  nida_scene_builder_text (builder, "label", (NidaBox) { 10, 4, 200, 20 }, NIDA_FONT_LABEL, NIDA_COLOR_TEXT,
                           NIDA_ANCHOR_START, rtl ? "الكويت" : "Kuwait")->halo = TRUE;

  return nida_scene_builder_end (builder);
}

static cairo_surface_t *
paint_with (NidaScene              *scene,
            const NidaPaintOptions *options)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  nida_scene_paint (scene, cr, options);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static cairo_surface_t *
paint (NidaScene  *scene,
       NidaTheme   theme,
       const char *current)
{
  NidaPaintOptions options = { .theme = theme, .background = TRUE, .current = current };

  return paint_with (scene, &options);
}

static guint32
pixel (cairo_surface_t *surface,
       guint            x,
       guint            y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static guint32
shade (NidaTheme theme,
       NidaColor color)
{
  NidaRgba c = nida_palette_get (theme, color);

  return (guint32) (c.red * 255 + 0.5) << 16 | (guint32) (c.green * 255 + 0.5) << 8 | (guint32) (c.blue * 255 + 0.5);
}

static void
test_themes (void)
{
  g_autoptr (NidaScene) scene = make_scene (FALSE);

  for (NidaTheme theme = 0; theme < NIDA_N_THEMES; theme++)
    {
      cairo_surface_t *surface = paint (scene, theme, NULL);

      g_assert_cmphex (pixel (surface, 50, 50), ==, shade (theme, NIDA_COLOR_RECEIVED));
      g_assert_cmphex (pixel (surface, 5, 5), ==, shade (theme, NIDA_COLOR_CARD));
      cairo_surface_destroy (surface);
    }
}

static void
test_crisp (void)
{
  g_autoptr (NidaScene) scene = make_scene (FALSE);
  cairo_surface_t *surface = paint (scene, NIDA_THEME_LIGHT, NULL);
  guint32 received = shade (NIDA_THEME_LIGHT, NIDA_COLOR_RECEIVED);
  guint32 card = shade (NIDA_THEME_LIGHT, NIDA_COLOR_CARD);

  g_assert_cmphex (pixel (surface, 19, 50), ==, card);
  g_assert_cmphex (pixel (surface, 20, 50), ==, received);
  g_assert_cmphex (pixel (surface, 79, 50), ==, received);
  g_assert_cmphex (pixel (surface, 80, 50), ==, card);
  g_assert_cmphex (pixel (surface, 230, 60), ==, shade (NIDA_THEME_LIGHT, NIDA_COLOR_GRID));
  g_assert_cmphex (pixel (surface, 230, 59), ==, card);
  g_assert_cmphex (pixel (surface, 230, 61), ==, card);
  /* The smallest gift is a pixel. */
  g_assert_cmphex (pixel (surface, 20, 75), ==, received);
  cairo_surface_destroy (surface);
}

static void
test_ring_is_full (void)
{
  g_autoptr (NidaScene) scene = make_scene (FALSE);
  cairo_surface_t *surface = paint (scene, NIDA_THEME_LIGHT, NULL);
  guint32 hue = shade (NIDA_THEME_LIGHT, NIDA_COLOR_SERIES_2);

  g_assert_cmphex (pixel (surface, 200, 62), ==, hue);
  g_assert_cmphex (pixel (surface, 200, 98), ==, hue);
  g_assert_cmphex (pixel (surface, 182, 80), ==, hue);
  g_assert_cmphex (pixel (surface, 200, 80), ==, shade (NIDA_THEME_LIGHT, NIDA_COLOR_CARD));
  cairo_surface_destroy (surface);
}

/* Equal but for the rounding of a blend. */
static void
assert_alike (guint32 a,
              guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    g_assert_cmpint (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)), <=, 3);
}

/* A hatch is lines on the card, and leans the same way in both directions. */
static void
test_hatch (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (NidaScene) scene = make_scene (rtl);
      cairo_surface_t *surface = paint (scene, NIDA_THEME_LIGHT, NULL);
      const NidaNode *gap = nida_scene_find (scene, "gap");
      guint card = 0, inked = 0;

      for (guint x = gap->box.x + 4; x < gap->box.x + 40; x++)
        {
          guint32 here = pixel (surface, x, 50);

          if (here == shade (NIDA_THEME_LIGHT, NIDA_COLOR_CARD))
            card++;
          else
            inked++;
          assert_alike (here, pixel (surface, x + 3, 47));
        }
      g_assert_cmpuint (card, >, 5);
      g_assert_cmpuint (inked, >, 5);
      cairo_surface_destroy (surface);
    }
}

/* The start edge is on the right: the label's ink keeps to it. */
/* Dark on dark, a line of what is aimed at lies on paper, between its dashes and beside them. */
static void
test_line_across (void)
{
  for (NidaTheme theme = NIDA_THEME_LIGHT; theme <= NIDA_THEME_DARK; theme++)
    {
      g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, FALSE);
      g_autoptr (NidaScene) scene = NULL;
      cairo_surface_t *surface;

      nida_scene_builder_rect (builder, "bar", (NidaBox) { 0, 0, WIDTH, HEIGHT }, NIDA_COLOR_RECEIVED);
      nida_node_across (nida_scene_builder_line (builder, "goal", (NidaPoint) { 0, 50 }, (NidaPoint) { WIDTH, 50 }, NIDA_COLOR_TEXT, 2));
      scene = nida_scene_builder_end (builder);
      surface = paint (scene, theme, NULL);
      g_assert_cmphex (pixel (surface, 1, 50), ==, shade (theme, NIDA_COLOR_TEXT));
      g_assert_cmphex (pixel (surface, 6, 50), ==, shade (theme, NIDA_COLOR_CARD));
      g_assert_cmphex (pixel (surface, 1, 48), ==, shade (theme, NIDA_COLOR_CARD));
      g_assert_cmphex (pixel (surface, 1, 51), ==, shade (theme, NIDA_COLOR_CARD));
      g_assert_cmphex (pixel (surface, 1, 45), ==, shade (theme, NIDA_COLOR_RECEIVED));
      cairo_surface_destroy (surface);
    }
}

static void
test_rtl_text (void)
{
  g_autoptr (NidaScene) scene = make_scene (TRUE);
  cairo_surface_t *surface = paint (scene, NIDA_THEME_LIGHT, NULL);
  guint first = WIDTH, last = 0;

  for (guint y = 4; y < 24; y++)
    for (guint x = 0; x < WIDTH; x++)
      if (pixel (surface, x, y) != shade (NIDA_THEME_LIGHT, NIDA_COLOR_CARD))
        {
          first = MIN (first, x);
          last = MAX (last, x);
        }
  g_assert_cmpuint (last, >, WIDTH - 10 - 5);
  g_assert_cmpuint (last, <, WIDTH - 10 + 2);
  g_assert_cmpuint (first, >, WIDTH / 2);
  cairo_surface_destroy (surface);
}

static void
test_current (void)
{
  g_autoptr (NidaScene) scene = make_scene (FALSE);
  cairo_surface_t *plain = paint (scene, NIDA_THEME_LIGHT, NULL);
  cairo_surface_t *ringed = paint (scene, NIDA_THEME_LIGHT, "bar");
  cairo_surface_t *gone = paint (scene, NIDA_THEME_LIGHT, "bar/that/went");

  g_assert_cmphex (pixel (ringed, 19, 50), ==, shade (NIDA_THEME_LIGHT, NIDA_COLOR_TEXT));
  g_assert_cmphex (pixel (ringed, 50, 50), ==, pixel (plain, 50, 50));
  g_assert_cmpmem (cairo_image_surface_get_data (plain), HEIGHT * cairo_image_surface_get_stride (plain),
                   cairo_image_surface_get_data (gone), HEIGHT * cairo_image_surface_get_stride (gone));
  cairo_surface_destroy (plain);
  cairo_surface_destroy (ringed);
  cairo_surface_destroy (gone);
}

/* The figure of the next column reaches into the ring: it is read all the same. */
static void
test_ring_strikes_no_words (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  cairo_surface_t *plain, *ringed;
  guint32 ink = shade (NIDA_THEME_LIGHT, NIDA_COLOR_TEXT);
  guint n = 0;

  nida_scene_builder_mark (nida_scene_builder_rect (builder, "slot", (NidaBox) { 40, 10, 30, 100 }, NIDA_COLOR_NONE), nida_mark_new ("slot", "1", NULL, 1));
  nida_scene_builder_text (builder, "label", (NidaBox) { 10, 40, 120, 20 }, NIDA_FONT_LABEL, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, "HHHHHHHHHHH")->halo = TRUE;
  scene = nida_scene_builder_end (builder);
  plain = paint (scene, NIDA_THEME_LIGHT, NULL);
  ringed = paint (scene, NIDA_THEME_LIGHT, "slot");
  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < WIDTH; x++)
      if (pixel (plain, x, y) == ink)
        {
          g_assert_cmphex (pixel (ringed, x, y), ==, ink);
          n++;
        }
  g_assert_cmpuint (n, >, 20);
  g_assert_cmphex (pixel (ringed, 39, 90), ==, ink);      /* of the ring, which is there */
  cairo_surface_destroy (plain);
  cairo_surface_destroy (ringed);
}

/* Words that stand close by, as those of the next bar: every letter is whole, and no other pixel than the ring's is another one. */
static void
test_ring_cuts_no_words (gconstpointer theme)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  cairo_surface_t *plain, *ringed;
  guint32 ink = shade (GPOINTER_TO_INT (theme), NIDA_COLOR_TEXT);
  guint n = 0;

  nida_scene_builder_mark (nida_scene_builder_rect (builder, "bar", (NidaBox) { 40, 40, 100, 20 }, NIDA_COLOR_RECEIVED), nida_mark_new ("bar", "1", NULL, 1));
  nida_scene_builder_text (builder, "above", (NidaBox) { 40, 23, 100, 16 }, NIDA_FONT_LABEL, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, "Hpgyjq");
  nida_scene_builder_text (builder, "beside", (NidaBox) { 141, 42, 50, 16 }, NIDA_FONT_LABEL, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, "HHHH");
  scene = nida_scene_builder_end (builder);
  plain = paint (scene, GPOINTER_TO_INT (theme), NULL);
  ringed = paint (scene, GPOINTER_TO_INT (theme), "bar");
  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < WIDTH; x++)
      {
        gboolean in_reach = x >= 40 - 8 && x < 140 + 8 && y >= 40 - 8 && y < 60 + 8;

        if (!in_reach)
          g_assert_cmphex (pixel (ringed, x, y), ==, pixel (plain, x, y));
        if ((pixel (plain, x, y) & 0xff) < 0x60 && (y < 39 || x > 141))     /* of a letter */
          {
            g_assert_cmphex (pixel (ringed, x, y) & 0xff, <=, (pixel (plain, x, y) & 0xff) + 0x20);
            n += in_reach;
          }
      }
  g_assert_cmpuint (n, >, 10);
  g_assert_cmphex (pixel (ringed, 120, 60), ==, ink);     /* of the ring, which is there */
  cairo_surface_destroy (plain);
  cairo_surface_destroy (ringed);
}

/* Contrast: a part with room has an outline; the hue of a thin one is not drowned in it. */
static void
test_contrast_outline (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  cairo_surface_t *surface;

  nida_scene_builder_mark (nida_scene_builder_rect (builder, "thick", (NidaBox) { 10, 10, 40, 20 }, NIDA_COLOR_SERIES_1),
                           nida_mark_new ("a", NULL, NULL, 1));
  nida_scene_builder_mark (nida_scene_builder_rect (builder, "thin", (NidaBox) { 10, 50, 40, 3 }, NIDA_COLOR_SERIES_1),
                           nida_mark_new ("b", NULL, NULL, 1));
  scene = nida_scene_builder_end (builder);
  surface = paint (scene, NIDA_THEME_CONTRAST, NULL);
  g_assert_cmphex (pixel (surface, 30, 10), ==, shade (NIDA_THEME_CONTRAST, NIDA_COLOR_AXIS));
  g_assert_cmphex (pixel (surface, 30, 20), ==, shade (NIDA_THEME_CONTRAST, NIDA_COLOR_SERIES_1));
  g_assert_cmphex (pixel (surface, 30, 50), ==, shade (NIDA_THEME_CONTRAST, NIDA_COLOR_SERIES_1));
  cairo_surface_destroy (surface);
}

static void
test_glyphs (void)
{
  static const char * const texts[] = {
    "Kuwait, Government of – $17.1M · 45% ≈ ≥ ≤ “a” …",
    "الكويت: ⁦45%⁩ من متطلبات التمويل، ٠١٢٣٤٥٦٧٨٩ ٪ «تعهّدات» ≈ ≥ ≤",
    "\u2068الهلال الأحمر القطري (QRCS)\u2069 – \u20661.25\u2069 مليار دولار",
  };

  for (guint rtl = 0; rtl < 2; rtl++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, rtl);
        g_autoptr (NidaScene) scene = NULL;
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
        cairo_t *cr = cairo_create (surface);
        NidaPainter painter = { 0 };

        nida_scene_builder_text (builder, "t", (NidaBox) { 0, 0, 200, 20 }, NIDA_FONT_LABEL, NIDA_COLOR_TEXT,
                                 NIDA_ANCHOR_START, texts[i]);
        scene = nida_scene_builder_end (builder);
        nida_painter_init (&painter, scene, cr, NIDA_THEME_LIGHT);
        g_assert_cmpint (nida_painter_unknown_glyphs (&painter, nida_scene_get_node (scene, 0)), ==, 0);
        nida_painter_clear (&painter);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

/* The words of a legend that the frame of a wide stroke passes through, of both its sides and its top. */
static void
test_frame_strikes_no_words (gconstpointer data)
{
  NidaTheme theme = GPOINTER_TO_INT (data);
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  NidaBox box = { 60, 28, 120, 70 };
  NidaPaintOptions options = { .theme = theme, .background = TRUE, .brush = &box };
  cairo_surface_t *plain, *brushed;
  guint n = 0;

  nida_scene_builder_text (builder, "start", (NidaBox) { 20, 50, 120, 20 }, NIDA_FONT_LABEL, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, "HHHHHHHHHHH");
  nida_scene_builder_text (builder, "top", (NidaBox) { 90, 20, 80, 20 }, NIDA_FONT_LABEL, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, "HHHHHH");
  scene = nida_scene_builder_end (builder);
  plain = paint (scene, theme, NULL);
  brushed = paint_with (scene, &options);
  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < WIDTH; x++)
      if ((pixel (plain, x, y) & 0xff) < 0x60 && (x == 59 || y == 27))     /* of a letter */
        {
          g_assert_cmphex (pixel (brushed, x, y) & 0xff, <=, (pixel (plain, x, y) & 0xff) + 0x20);
          n++;
        }
  g_assert_cmpuint (n, >, 4);
  /* beside a letter the halo parts the line, which is there below them */
  for (guint x = 91; x < 130; x++)
    if ((pixel (plain, x - 1, 27) & 0xff) < 0x60 && pixel (plain, x, 27) == 0xffffff)
      g_assert_cmphex (pixel (brushed, x, 27) & 0xff, >, 0xe0);
  g_assert_cmphex (pixel (brushed, 59, 90), !=, 0xffffff);
  g_assert_cmphex (pixel (brushed, 120, 97), ==, pixel (brushed, 120, 96));
  g_assert_cmphex (pixel (brushed, 120, 98), !=, pixel (brushed, 120, 96));
  cairo_surface_destroy (plain);
  cairo_surface_destroy (brushed);
}

/* A square that stands back, as a brush makes it. */
static guint32
pixel_of_pale (NidaTheme theme,
               gboolean  note,
               double    opacity)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  NidaNode *node = nida_scene_builder_rect (builder, "pale", (NidaBox) { 20, 20, 40, 40 }, NIDA_COLOR_TEXT);
  cairo_surface_t *surface;
  guint32 found;

  node->note = note;
  node->opacity = opacity;
  scene = nida_scene_builder_end (builder);
  surface = paint (scene, theme, NULL);
  found = pixel (surface, 40, 40);
  cairo_surface_destroy (surface);
  return found;
}

/* Behind a brush a note is read as before in high contrast, and in no other theme; one that goes still fades. */
static void
test_contrast_notes (void)
{
  g_assert_cmphex (pixel_of_pale (NIDA_THEME_CONTRAST, TRUE, NIDA_GHOST), ==, shade (NIDA_THEME_CONTRAST, NIDA_COLOR_TEXT));
  g_assert_cmphex (pixel_of_pale (NIDA_THEME_CONTRAST, FALSE, NIDA_GHOST), !=, shade (NIDA_THEME_CONTRAST, NIDA_COLOR_TEXT));
  g_assert_cmphex (pixel_of_pale (NIDA_THEME_LIGHT, TRUE, NIDA_GHOST), ==, pixel_of_pale (NIDA_THEME_LIGHT, FALSE, NIDA_GHOST));
  g_assert_cmphex (pixel_of_pale (NIDA_THEME_CONTRAST, TRUE, NIDA_GHOST / 2), ==, pixel_of_pale (NIDA_THEME_CONTRAST, FALSE, 0.5));
}

/* The darkest pixel across a line that stands back, and how many pixels are its. */
static double
contrast_of_pale_line (NidaColor hue,
                       double    opacity,
                       guint    *breadth)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  NidaNode *node = nida_scene_builder_line (builder, "line", (NidaPoint) { 10, 40 }, (NidaPoint) { 90, 40 }, hue, 2);
  double most = 1;
  cairo_surface_t *surface;

  node->opacity = opacity;
  scene = nida_scene_builder_end (builder);
  surface = paint (scene, NIDA_THEME_CONTRAST, NULL);
  *breadth = 0;
  for (guint y = 30; y < 50; y++)
    {
      guint32 found = pixel (surface, 50, y);
      NidaRgba color = { ((found >> 16) & 0xff) / 255.0, ((found >> 8) & 0xff) / 255.0, (found & 0xff) / 255.0, 1 };

      *breadth += found != shade (NIDA_THEME_CONTRAST, NIDA_COLOR_CARD);
      most = MAX (most, nida_rgba_contrast (color, nida_palette_get (NIDA_THEME_CONTRAST, NIDA_COLOR_CARD)));
    }
  cairo_surface_destroy (surface);
  return most;
}

/* A line outside of a brush is read in high contrast, and thinner than what is inside; one that goes fades on from there. */
static void
test_contrast_lines (void)
{
  for (NidaColor hue = NIDA_COLOR_SERIES_1; hue <= NIDA_COLOR_SERIES_5; hue++)
    {
      guint inside, outside, going;
      double whole = contrast_of_pale_line (hue, 1, &inside), back = contrast_of_pale_line (hue, NIDA_GHOST, &outside);

      g_assert_cmpfloat (back, >=, 3.0);
      g_assert_cmpfloat (back, <, whole);
      g_assert_cmpuint (outside, <, inside);
      g_assert_cmpfloat (contrast_of_pale_line (hue, NIDA_GHOST / 2, &going), <, back);
    }
}

/* A text that was given its measured width is painted whole; half of it is ellipsised and stays in its box. */
static void
test_fits (void)
{
  static const char * const texts[] = { "European Commission (ECHO)", "المفوضية الأوروبية للمساعدات" };

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (rtl);
      double width = nida_measurer_width (measurer, texts[rtl], NIDA_FONT_VALUE, 1.0);
      g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (WIDTH, HEIGHT, 1, FALSE);
      g_autoptr (NidaScene) scene = NULL;
      cairo_surface_t *surface;

      nida_scene_builder_text (builder, "half", (NidaBox) { 10, 10, width / 2, 18 }, NIDA_FONT_VALUE, NIDA_COLOR_TEXT,
                               NIDA_ANCHOR_START, texts[rtl]);
      scene = nida_scene_builder_end (builder);
      surface = paint (scene, NIDA_THEME_LIGHT, NULL);
      for (guint y = 0; y < HEIGHT; y++)
        for (guint x = 12 + width / 2; x < WIDTH; x++)
          g_assert_cmphex (pixel (surface, x, y), ==, 0xffffff);
      cairo_surface_destroy (surface);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/themes/roles-become-colours", test_themes);
  g_test_add_func ("/paint/pixels/edges-are-crisp", test_crisp);
  g_test_add_func ("/paint/ring/is-full", test_ring_is_full);
  g_test_add_func ("/paint/hatch/leans-the-same-in-both-directions", test_hatch);
  g_test_add_func ("/paint/line/runs-over-marks-on-paper", test_line_across);
  g_test_add_func ("/paint/rtl/text-keeps-to-the-start-edge", test_rtl_text);
  g_test_add_func ("/paint/current/has-a-ring", test_current);
  g_test_add_func ("/paint/current/strikes-no-words", test_ring_strikes_no_words);
  g_test_add_data_func ("/paint/current/light/cuts-no-words-beside-it", GINT_TO_POINTER (NIDA_THEME_LIGHT), test_ring_cuts_no_words);
  g_test_add_data_func ("/paint/current/contrast/cuts-no-words-beside-it", GINT_TO_POINTER (NIDA_THEME_CONTRAST), test_ring_cuts_no_words);
  g_test_add_data_func ("/paint/brush/light/strikes-no-words", GINT_TO_POINTER (NIDA_THEME_LIGHT), test_frame_strikes_no_words);
  g_test_add_data_func ("/paint/brush/contrast/strikes-no-words", GINT_TO_POINTER (NIDA_THEME_CONTRAST), test_frame_strikes_no_words);
  g_test_add_func ("/paint/contrast/outlines-where-there-is-room", test_contrast_outline);
  g_test_add_func ("/paint/contrast/notes-stay-readable-behind-a-brush", test_contrast_notes);
  g_test_add_func ("/paint/contrast/a-line-behind-a-brush-is-read-and-thinner", test_contrast_lines);
  g_test_add_func ("/paint/glyphs/none-is-unknown", test_glyphs);
  g_test_add_func ("/paint/ellipsis/stays-in-the-box", test_fits);

  return g_test_run ();
}
