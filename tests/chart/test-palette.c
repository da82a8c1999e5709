/* test-palette.c tests palette.c: the palette of charts.md is measured again: contrast by WCAG 2, distance by CIEDE2000
 * after a simulation of colour blindness (Machado, Oliveira and Fernandes 2009, full severity). */
#include "palette.h"

#include <math.h>

static const NidaColor parts[] = {
  NIDA_COLOR_RECEIVED, NIDA_COLOR_SERIES_1, NIDA_COLOR_SERIES_2, NIDA_COLOR_SERIES_3, NIDA_COLOR_SERIES_4,
  NIDA_COLOR_SERIES_5, NIDA_COLOR_OTHER,
};

typedef struct { double l, a, b; } Lab;

static const double visions[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};
static const char * const vision_names[] = { "normal", "protan", "deutan", "tritan" };

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389.0 ? cbrt (t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

/* sRGB to CIE L*a*b*, D65, as an eye of @vision sees it. The matrices are for linear light. */
static Lab
see (NidaRgba color,
     guint    vision)
{
  double linear[3] = { to_linear (color.red), to_linear (color.green), to_linear (color.blue) };
  double seen[3], x, y, z;

  for (guint i = 0; i < 3; i++)
    {
      seen[i] = 0.0;
      for (guint k = 0; k < 3; k++)
        seen[i] += visions[vision][i][k] * linear[k];
      seen[i] = CLAMP (seen[i], 0.0, 1.0);
    }
  x = lab_curve ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  y = lab_curve (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  z = lab_curve ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);

  return (Lab) { 116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z) };
}

static double
hue_of (double b,
        double a)
{
  double degrees = atan2 (b, a) * 180.0 / G_PI;

  return a == 0.0 && b == 0.0 ? 0.0 : degrees < 0.0 ? degrees + 360.0 : degrees;
}

static double
cosine (double degrees)
{
  return cos (degrees * G_PI / 180.0);
}

/* Sharma, Wu and Dalal 2005. */
static double
ciede2000 (Lab p,
           Lab q)
{
  double mean_c = (hypot (p.a, p.b) + hypot (q.a, q.b)) / 2.0;
  double g = 0.5 * (1.0 - sqrt (pow (mean_c, 7) / (pow (mean_c, 7) + pow (25.0, 7))));
  double a1 = (1.0 + g) * p.a, a2 = (1.0 + g) * q.a;
  double c1 = hypot (a1, p.b), c2 = hypot (a2, q.b);
  double h1 = hue_of (p.b, a1), h2 = hue_of (q.b, a2);
  double dl = q.l - p.l, dc = c2 - c1, dh = h2 - h1, h = h1 + h2, l, c, t, sl, sc, sh, rt;

  if (c1 * c2 == 0.0)
    dh = 0.0;
  else if (fabs (dh) > 180.0)
    {
      dh += dh > 0.0 ? -360.0 : 360.0;
      h += h < 360.0 ? 360.0 : -360.0;
    }
  h = c1 * c2 == 0.0 ? h : h / 2.0;
  dh = 2.0 * sqrt (c1 * c2) * sin (dh * G_PI / 360.0);
  l = (p.l + q.l) / 2.0;
  c = (c1 + c2) / 2.0;
  t = 1.0 - 0.17 * cosine (h - 30.0) + 0.24 * cosine (2.0 * h) + 0.32 * cosine (3.0 * h + 6.0)
      - 0.20 * cosine (4.0 * h - 63.0);
  sl = 1.0 + 0.015 * (l - 50.0) * (l - 50.0) / sqrt (20.0 + (l - 50.0) * (l - 50.0));
  sc = 1.0 + 0.045 * c;
  sh = 1.0 + 0.015 * c * t;
  rt = -2.0 * sqrt (pow (c, 7) / (pow (c, 7) + pow (25.0, 7)))
       * sin (60.0 * exp (-pow ((h - 275.0) / 25.0, 2)) * G_PI / 180.0);
  dl /= sl;
  dc /= sc;
  dh /= sh;

  return sqrt (dl * dl + dc * dc + dh * dh + rt * dc * dh);
}

static void
test_formula (void)
{
  /* Pairs 1, 10 and 25 of the published test data. */
  g_assert_cmpfloat_with_epsilon (ciede2000 ((Lab) { 50, 2.6772, -79.7751 }, (Lab) { 50, 0, -82.7485 }), 2.0425, 1e-4);
  g_assert_cmpfloat_with_epsilon (ciede2000 ((Lab) { 50, -0.001, 2.49 }, (Lab) { 50, 0.0011, -2.49 }), 4.7461, 2e-4);
  g_assert_cmpfloat_with_epsilon (ciede2000 ((Lab) { 60.2574, -34.0099, 36.2677 }, (Lab) { 60.4626, -34.1751, 39.4387 }),
                                  1.2644, 1e-4);
}

static void
test_contrast (gconstpointer data)
{
  NidaTheme theme = GPOINTER_TO_INT (data);
  NidaRgba card = nida_palette_get (theme, NIDA_COLOR_CARD);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, parts[i]), card), >=, 3.0);
  g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, NIDA_COLOR_TEXT), card), >=, 7.0);
  g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, NIDA_COLOR_TEXT_SECOND), card), >=, 4.5);
  g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, NIDA_COLOR_TEXT_SOURCE), card), >=, 4.5);
  g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, NIDA_COLOR_WARNING), card), >=, 4.5);
  g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, NIDA_COLOR_GOOD), card), >=, 4.5);
  g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, NIDA_COLOR_GAP_LINE), card), >=, 3.0);
  g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, NIDA_COLOR_UNKNOWN_LINE), card), >=, 3.0);
}

static void
test_distance (gconstpointer data)
{
  NidaTheme theme = GPOINTER_TO_INT (data);

  for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
      for (guint k = i + 1; k < G_N_ELEMENTS (parts); k++)
        {
          double distance = ciede2000 (see (nida_palette_get (theme, parts[i]), vision),
                                       see (nida_palette_get (theme, parts[k]), vision));

          if (distance < 10.0)
            g_test_message ("%s: %s and %s are %.1f apart", vision_names[vision], nida_color_get_name (parts[i]),
                            nida_color_get_name (parts[k]), distance);
          g_assert_cmpfloat (distance, >=, 10.0);
        }
}

static void
test_ink (gconstpointer data)
{
  NidaTheme theme = GPOINTER_TO_INT (data);

  for (NidaColor fill = NIDA_COLOR_CANVAS; fill < NIDA_N_COLORS; fill++)
    {
      NidaRgba ink = nida_palette_get (theme, nida_palette_ink (theme, fill));

      g_assert_cmpfloat (nida_rgba_contrast (ink, nida_palette_get (theme, fill)), >=, 4.5);
    }
}

static void
test_outline (gconstpointer data)
{
  static const NidaColor fills[] = { NIDA_COLOR_PLEDGED, NIDA_COLOR_MULTIPLE, NIDA_COLOR_STEP_5, NIDA_COLOR_STEP_6, NIDA_COLOR_STEP_7, NIDA_COLOR_STEP_1 };
  NidaTheme theme = GPOINTER_TO_INT (data);
  NidaRgba card = nida_palette_get (theme, NIDA_COLOR_CARD);

  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      NidaColor line = nida_palette_outline (theme, fills[i]);
      NidaColor edge = line != NIDA_COLOR_NONE ? line : fills[i];

      g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, edge), card), >=, 3.0);
    }
  g_assert_cmpint (nida_palette_outline (theme, NIDA_COLOR_RECEIVED), ==, NIDA_COLOR_NONE);
}

static void
test_known_contrast (void)
{
  NidaRgba black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (nida_rgba_contrast (black, white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (nida_rgba_contrast (white, white), 1.0, 1e-9);
}

static void
test_names (void)
{
  NidaTheme theme;

  for (NidaTheme t = 0; t < NIDA_N_THEMES; t++)
    {
      g_assert_true (nida_theme_from_name (nida_theme_get_name (t), &theme));
      g_assert_cmpint (theme, ==, t);
    }
  g_assert_false (nida_theme_from_name ("sepia", &theme));
  for (NidaColor c = 0; c < NIDA_N_COLORS; c++)
    g_assert_nonnull (nida_color_get_name (c));
}

static void
test_projector_and_paper (void)
{
  for (NidaColor c = 0; c < NIDA_N_COLORS; c++)
    {
      NidaRgba light = nida_palette_get (NIDA_THEME_LIGHT, c);
      NidaRgba projector = nida_palette_get (NIDA_THEME_PROJECTOR, c);

      g_assert_cmpmem (&light, sizeof light, &projector, sizeof projector);
    }
  g_assert_cmpfloat (nida_palette_get (NIDA_THEME_PRINT, NIDA_COLOR_CANVAS).green, ==, 1.0);
  g_assert_cmpfloat (nida_palette_get (NIDA_THEME_PRINT, NIDA_COLOR_CARD).green, ==, 1.0);
}

/* Shades of a grid: neighbours can be told apart in grey. */
static void
test_shades (gconstpointer data)
{
  NidaTheme theme = GPOINTER_TO_INT (data);

  for (NidaColor heat = NIDA_COLOR_HEAT_1; heat < NIDA_COLOR_HEAT_5; heat++)
    g_assert_cmpfloat (fabs (see (nida_palette_get (theme, heat), 0).l - see (nida_palette_get (theme, heat + 1), 0).l), >=, 12.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/ciede2000/agrees-with-its-test-data", test_formula);
  g_test_add_func ("/palette/contrast/black-on-white-is-21", test_known_contrast);
  for (NidaTheme theme = 0; theme < NIDA_N_THEMES; theme++)
    {
      const char *name = nida_theme_get_name (theme);
      g_autofree char *shades = g_strdup_printf ("/palette/%s/shades-of-a-grid-differ-in-grey", name);
      g_autofree char *contrast = g_strdup_printf ("/palette/%s/every-part-is-3-to-1-on-the-card", name);
      g_autofree char *distance = g_strdup_printf ("/palette/%s/parts-differ-by-10-in-four-visions", name);
      g_autofree char *ink = g_strdup_printf ("/palette/%s/ink-is-4.5-to-1-on-every-fill", name);
      g_autofree char *outline = g_strdup_printf ("/palette/%s/faint-fills-have-an-edge", name);

      g_test_add_data_func (contrast, GINT_TO_POINTER (theme), test_contrast);
      g_test_add_data_func (distance, GINT_TO_POINTER (theme), test_distance);
      g_test_add_data_func (ink, GINT_TO_POINTER (theme), test_ink);
      g_test_add_data_func (outline, GINT_TO_POINTER (theme), test_outline);
      g_test_add_data_func (shades, GINT_TO_POINTER (theme), test_shades);
    }
  g_test_add_func ("/palette/names/round-trip", test_names);
  g_test_add_func ("/palette/projector-and-print/are-light-on-white", test_projector_and_paper);

  return g_test_run ();
}
