/* test-palette.c tests palette.c: the palette of charts.md is measured again: contrast by WCAG 2, distance by CIEDE2000
 * after a simulation of colour blindness (Machado, Oliveira and Fernandes 2009, full severity). */
#include "brushed.h"
#include "vision.h"

#include <math.h>

static const NidaColor parts[] = {
  NIDA_COLOR_RECEIVED, NIDA_COLOR_SERIES_1, NIDA_COLOR_SERIES_2, NIDA_COLOR_SERIES_3, NIDA_COLOR_SERIES_4,
  NIDA_COLOR_SERIES_5, NIDA_COLOR_OTHER,
};

static void
test_formula (void)
{
  /* Pairs 1, 10 and 25 of the published test data. */
  g_assert_cmpfloat_with_epsilon (vision_distance ((Lab) { 50, 2.6772, -79.7751 }, (Lab) { 50, 0, -82.7485 }), 2.0425, 1e-4);
  g_assert_cmpfloat_with_epsilon (vision_distance ((Lab) { 50, -0.001, 2.49 }, (Lab) { 50, 0.0011, -2.49 }), 4.7461, 2e-4);
  g_assert_cmpfloat_with_epsilon (vision_distance ((Lab) { 60.2574, -34.0099, 36.2677 }, (Lab) { 60.4626, -34.1751, 39.4387 }),
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

  for (guint vision = 0; vision < N_VISIONS; vision++)
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
      for (guint k = i + 1; k < G_N_ELEMENTS (parts); k++)
        {
          double distance = vision_distance (vision_see (nida_palette_get (theme, parts[i]), vision),
                                       vision_see (nida_palette_get (theme, parts[k]), vision));

          if (distance < 10.0)
            g_test_message ("%s: %s and %s are %.1f apart", vision_get_name (vision), nida_color_get_name (parts[i]),
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

/* Of two selections that are compared the second is told in grey, and by its edge. */
static void
test_compared (gconstpointer data)
{
  NidaTheme theme = GPOINTER_TO_INT (data);
  NidaRgba first = nida_palette_get (theme, NIDA_COLOR_RECEIVED), second = nida_palette_get (theme, NIDA_COLOR_COMPARED);

  g_assert_cmpfloat (fabs (vision_see (first, 0).l - vision_see (second, 0).l), >=, 12.0);
  for (guint vision = 0; vision < N_VISIONS; vision++)
    g_assert_cmpfloat (vision_distance (vision_see (first, vision), vision_see (second, vision)), >=, 10.0);
  g_assert_cmpfloat (nida_rgba_contrast (second, nida_palette_get (theme, NIDA_COLOR_CARD)), >=, 3.0);
  g_assert_cmpfloat (nida_rgba_contrast (second, nida_palette_get (theme, NIDA_COLOR_TEXT)), >=, 3.0);
}

static void
assert_apart (NidaTheme   theme,
              NidaColor   selection,
              NidaRgba    other,
              const char *what,
              double      plain)
{
  for (guint vision = 0; vision < N_VISIONS; vision++)
    {
      double distance = vision_distance (vision_see (nida_palette_get (theme, selection), vision), vision_see (other, vision));

      if (distance < (vision == 0 ? plain : 10.0))
        g_error ("%s, %s: %s and %s are %.1f apart", nida_theme_get_name (theme), vision_get_name (vision), nida_color_get_name (selection),
                 what, distance);
    }
}

/* The second selection is none of the hues that names and money have, to any eye, and to most a quite different one. */
static void
test_compared_hue (gconstpointer data)
{
  NidaTheme theme = GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_apart (theme, NIDA_COLOR_COMPARED, nida_palette_get (theme, parts[i]), nida_color_get_name (parts[i]), 20.0);
}

/* Both are told from what is left of every hue in neither of them. */
static void
test_selections_on_ghosts (gconstpointer data)
{
  NidaTheme theme = GPOINTER_TO_INT (data);
  NidaRgba card = nida_palette_get (theme, NIDA_COLOR_CARD);

  for (NidaColor color = NIDA_COLOR_CANVAS; color < NIDA_N_COLORS; color++)
    {
      NidaRgba hue = nida_palette_get (theme, color);
      NidaRgba ghost = { card.red + NIDA_GHOST * (hue.red - card.red), card.green + NIDA_GHOST * (hue.green - card.green),
                         card.blue + NIDA_GHOST * (hue.blue - card.blue), 1 };

      if (!nida_color_is_hue (color) && color != NIDA_COLOR_RECEIVED)
        continue;
      assert_apart (theme, NIDA_COLOR_SELECTION, ghost, nida_color_get_name (color), 10.0);
      assert_apart (theme, NIDA_COLOR_COMPARED, ghost, nida_color_get_name (color), 10.0);
    }
}

/* The hair between neighbours is seen on every hue. */
static void
test_hair (gconstpointer data)
{
  NidaTheme theme = GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, nida_palette_hair (theme, parts[i])), nida_palette_get (theme, parts[i])),
                       >=, 3.0);
}

/* Shades of a grid: neighbours can be told apart in grey. */
static void
test_shades (gconstpointer data)
{
  NidaTheme theme = GPOINTER_TO_INT (data);

  for (NidaColor heat = NIDA_COLOR_HEAT_1; heat < NIDA_COLOR_HEAT_5; heat++)
    g_assert_cmpfloat (fabs (vision_see (nida_palette_get (theme, heat), 0).l - vision_see (nida_palette_get (theme, heat + 1), 0).l), >=, 12.0);
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
      g_autofree char *compared = g_strdup_printf ("/palette/%s/two-selections-differ-in-grey", name);
      g_autofree char *hue = g_strdup_printf ("/palette/%s/the-second-selection-is-no-hue-of-names", name);
      g_autofree char *ghosts = g_strdup_printf ("/palette/%s/two-selections-differ-from-what-is-in-neither", name);
      g_autofree char *hair = g_strdup_printf ("/palette/%s/neighbours-are-parted-on-every-hue", name);

      g_test_add_data_func (contrast, GINT_TO_POINTER (theme), test_contrast);
      g_test_add_data_func (distance, GINT_TO_POINTER (theme), test_distance);
      g_test_add_data_func (ink, GINT_TO_POINTER (theme), test_ink);
      g_test_add_data_func (outline, GINT_TO_POINTER (theme), test_outline);
      g_test_add_data_func (shades, GINT_TO_POINTER (theme), test_shades);
      g_test_add_data_func (compared, GINT_TO_POINTER (theme), test_compared);
      g_test_add_data_func (hue, GINT_TO_POINTER (theme), test_compared_hue);
      g_test_add_data_func (ghosts, GINT_TO_POINTER (theme), test_selections_on_ghosts);
      g_test_add_data_func (hair, GINT_TO_POINTER (theme), test_hair);
    }
  g_test_add_func ("/palette/names/round-trip", test_names);
  g_test_add_func ("/palette/projector-and-print/are-light-on-white", test_projector_and_paper);

  return g_test_run ();
}
