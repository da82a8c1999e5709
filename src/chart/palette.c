/* The colour table: what a role looks like in each theme. The values are measured in test-palette.c. */
#include "config.h"

#include "palette.h"

#include <math.h>

static const char * const color_names[NIDA_N_COLORS] = {
  [NIDA_COLOR_NONE] = "none",
  [NIDA_COLOR_CANVAS] = "canvas",
  [NIDA_COLOR_CARD] = "card",
  [NIDA_COLOR_BORDER] = "border",
  [NIDA_COLOR_GRID] = "grid",
  [NIDA_COLOR_AXIS] = "axis",
  [NIDA_COLOR_TEXT] = "text",
  [NIDA_COLOR_TEXT_SECOND] = "text-second",
  [NIDA_COLOR_TEXT_SOURCE] = "text-source",
  [NIDA_COLOR_RECEIVED] = "received",
  [NIDA_COLOR_PLEDGED] = "pledged",
  [NIDA_COLOR_PLEDGED_LINE] = "pledged-line",
  [NIDA_COLOR_GAP] = "gap",
  [NIDA_COLOR_GAP_LINE] = "gap-line",
  [NIDA_COLOR_UNKNOWN] = "unknown",
  [NIDA_COLOR_UNKNOWN_LINE] = "unknown-line",
  [NIDA_COLOR_SERIES_1] = "series-1",
  [NIDA_COLOR_SERIES_2] = "series-2",
  [NIDA_COLOR_SERIES_3] = "series-3",
  [NIDA_COLOR_SERIES_4] = "series-4",
  [NIDA_COLOR_SERIES_5] = "series-5",
  [NIDA_COLOR_OTHER] = "other",
  [NIDA_COLOR_MULTIPLE] = "multiple",
  [NIDA_COLOR_COMPARED] = "compared",
  [NIDA_COLOR_STEP_1] = "step-1",
  [NIDA_COLOR_STEP_2] = "step-2",
  [NIDA_COLOR_STEP_3] = "step-3",
  [NIDA_COLOR_STEP_4] = "step-4",
  [NIDA_COLOR_STEP_5] = "step-5",
  [NIDA_COLOR_STEP_6] = "step-6",
  [NIDA_COLOR_STEP_7] = "step-7",
  [NIDA_COLOR_HEAT_1] = "heat-1",
  [NIDA_COLOR_HEAT_2] = "heat-2",
  [NIDA_COLOR_HEAT_3] = "heat-3",
  [NIDA_COLOR_HEAT_4] = "heat-4",
  [NIDA_COLOR_HEAT_5] = "heat-5",
  [NIDA_COLOR_PALE] = "pale",
  [NIDA_COLOR_HOVER] = "hover",
  [NIDA_COLOR_WARNING] = "warning",
  [NIDA_COLOR_REFUSED] = "refused",
  [NIDA_COLOR_GOOD] = "good",
  [NIDA_COLOR_INK_DARK] = "ink-dark",
  [NIDA_COLOR_INK_LIGHT] = "ink-light",
};

static const char * const theme_names[NIDA_N_THEMES] = {
  [NIDA_THEME_LIGHT] = "light",
  [NIDA_THEME_DARK] = "dark",
  [NIDA_THEME_CONTRAST] = "contrast",
  [NIDA_THEME_PROJECTOR] = "projector",
  [NIDA_THEME_PRINT] = "print",
};

/* 0xRRGGBB. The projector and paper take the light column; contrast has its own where light is too faint. */
typedef struct { guint32 light, dark, contrast; } Shades;

static const Shades shades[NIDA_N_COLORS] = {
  [NIDA_COLOR_CANVAS]       = { 0xf3f2f0, 0x1a1a1b, 0xffffff },
  [NIDA_COLOR_CARD]         = { 0xffffff, 0x242424, 0xffffff },
  [NIDA_COLOR_BORDER]       = { 0xdcd8d4, 0x3a393c, 0x000000 },
  [NIDA_COLOR_GRID]         = { 0xdcd8d4, 0x434246, 0x6e6e6e },
  [NIDA_COLOR_AXIS]         = { 0x5e5c64, 0x9a9996, 0x000000 },
  [NIDA_COLOR_TEXT]         = { 0x241f31, 0xffffff, 0x000000 },
  [NIDA_COLOR_TEXT_SECOND]  = { 0x5e5c64, 0xc0bfbc, 0x000000 },
  [NIDA_COLOR_TEXT_SOURCE]  = { 0x6f6d75, 0xa5a29f, 0x000000 },
  [NIDA_COLOR_RECEIVED]     = { 0x0072b2, 0x56b4e9, 0x0050a0 },
  [NIDA_COLOR_PLEDGED]      = { 0xcfe4f2, 0x1d4258, 0xcfe4f2 },
  [NIDA_COLOR_PLEDGED_LINE] = { 0x0072b2, 0x56b4e9, 0x000000 },
  [NIDA_COLOR_GAP]          = { 0x9dbdd3, 0x3f6c87, 0x0050a0 },
  [NIDA_COLOR_GAP_LINE]     = { 0x5b8fb3, 0x5f93b3, 0x000000 },
  [NIDA_COLOR_UNKNOWN]      = { 0xc2c0c4, 0x56555a, 0x5a5a5a },
  [NIDA_COLOR_UNKNOWN_LINE] = { 0x5e5c64, 0x9a9996, 0x000000 },
  [NIDA_COLOR_SERIES_1]     = { 0x884466, 0xbf5dad, 0x6b2356 },
  [NIDA_COLOR_SERIES_2]     = { 0x3399aa, 0xa9e2e2, 0x2a7daa },
  [NIDA_COLOR_SERIES_3]     = { 0x335511, 0x86a83a, 0x203a06 },
  [NIDA_COLOR_SERIES_4]     = { 0x888811, 0xeadb62, 0x6f6000 },
  [NIDA_COLOR_SERIES_5]     = { 0xbb7777, 0xcda991, 0xa56458 },
  [NIDA_COLOR_OTHER]        = { 0x7c7c84, 0x7e7d82, 0x74747c },
  [NIDA_COLOR_MULTIPLE]     = { 0xd8d7da, 0x4b4a4e, 0xd8d7da },
  [NIDA_COLOR_COMPARED]     = { 0xc864fa, 0xbc5a00, 0xc864fa },
  [NIDA_COLOR_STEP_1]       = { 0x084594, 0xdeebf7, 0x084594 },
  [NIDA_COLOR_STEP_2]       = { 0x2171b5, 0xc6dbef, 0x2171b5 },
  [NIDA_COLOR_STEP_3]       = { 0x4292c6, 0x9ecae1, 0x4292c6 },
  [NIDA_COLOR_STEP_4]       = { 0x6baed6, 0x6baed6, 0x6baed6 },
  [NIDA_COLOR_STEP_5]       = { 0x9ecae1, 0x4292c6, 0x9ecae1 },
  [NIDA_COLOR_STEP_6]       = { 0xc6dbef, 0x2171b5, 0xc6dbef },
  [NIDA_COLOR_STEP_7]       = { 0xdeebf7, 0x2b6097, 0xdeebf7 },
  [NIDA_COLOR_HEAT_1]       = { 0xdeebf7, 0x1f4a73, 0xdeebf7 },
  [NIDA_COLOR_HEAT_2]       = { 0x9ecae1, 0x2171b5, 0x9ecae1 },
  [NIDA_COLOR_HEAT_3]       = { 0x5ba3cf, 0x5b9bd0, 0x5ba3cf },
  [NIDA_COLOR_HEAT_4]       = { 0x2171b5, 0x9ecae1, 0x2171b5 },
  [NIDA_COLOR_HEAT_5]       = { 0x08306b, 0xe3f0fa, 0x08306b },
  [NIDA_COLOR_PALE]         = { 0xbfdcec, 0x27495e, 0xbfdcec },
  [NIDA_COLOR_HOVER]        = { 0xe3eff7, 0x203947, 0xd8d8d8 },
  [NIDA_COLOR_WARNING]      = { 0x9a3709, 0xf6a36b, 0x7a2600 },
  [NIDA_COLOR_REFUSED]      = { 0xa51d2d, 0xff8a8a, 0x8a0010 },
  [NIDA_COLOR_GOOD]         = { 0x1d6339, 0x7fd39a, 0x004d20 },
  [NIDA_COLOR_INK_DARK]     = { 0x000000, 0x000000, 0x000000 },
  [NIDA_COLOR_INK_LIGHT]    = { 0xffffff, 0xffffff, 0xffffff },
};

static gboolean
is_step (NidaColor color)
{
  return color >= NIDA_COLOR_STEP_1 && color <= NIDA_COLOR_HEAT_5;
}

static guint32
shade_of (NidaTheme theme,
          NidaColor color)
{
  /* Paper is white to its edge. */
  if (theme == NIDA_THEME_PRINT && color == NIDA_COLOR_CANVAS)
    return 0xffffff;
  if (theme == NIDA_THEME_DARK)
    return shades[color].dark;
  if (theme == NIDA_THEME_CONTRAST)
    return shades[color].contrast;

  return shades[color].light;
}

/**
 * nida_palette_get:
 * @theme: where it is seen
 * @color: a role
 *
 * Returns: the colour, transparent for %NIDA_COLOR_NONE
 */
NidaRgba
nida_palette_get (NidaTheme theme,
                  NidaColor color)
{
  guint32 shade;

  g_return_val_if_fail (theme < NIDA_N_THEMES && color < NIDA_N_COLORS, ((NidaRgba) { 0 }));

  if (color == NIDA_COLOR_NONE)
    return (NidaRgba) { 0 };

  shade = shade_of (theme, color);

  return (NidaRgba) { (shade >> 16 & 0xff) / 255.0, (shade >> 8 & 0xff) / 255.0, (shade & 0xff) / 255.0, 1.0 };
}

/**
 * nida_color_is_hue:
 * @color: a role
 *
 * Returns: whether it is one of several that tell names or amounts apart
 */
gboolean
nida_color_is_hue (NidaColor color)
{
  return (color >= NIDA_COLOR_SERIES_1 && color <= NIDA_COLOR_MULTIPLE) || is_step (color);
}

/**
 * nida_color_get_name:
 * @color: a role
 *
 * Returns: (transfer none): its name in dumps, "series-1"
 */
const char *
nida_color_get_name (NidaColor color)
{
  g_return_val_if_fail (color < NIDA_N_COLORS, NULL);

  return color_names[color];
}

/**
 * nida_theme_get_name:
 * @theme: a theme
 *
 * Returns: (transfer none): the word of `--theme`
 */
const char *
nida_theme_get_name (NidaTheme theme)
{
  g_return_val_if_fail (theme < NIDA_N_THEMES, NULL);

  return theme_names[theme];
}

/**
 * nida_theme_from_name:
 * @name: a word of `--theme`
 * @theme: (out): the theme
 *
 * Returns: %FALSE when there is no such theme
 */
gboolean
nida_theme_from_name (const char *name,
                      NidaTheme  *theme)
{
  for (guint i = 0; i < NIDA_N_THEMES; i++)
    if (g_strcmp0 (name, theme_names[i]) == 0)
      {
        *theme = i;
        return TRUE;
      }

  return FALSE;
}

/* WCAG 2.2, relative luminance of an sRGB channel. */
static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (NidaRgba c)
{
  return 0.2126 * linear (c.red) + 0.7152 * linear (c.green) + 0.0722 * linear (c.blue);
}

/**
 * nida_rgba_contrast:
 * @a: a colour
 * @b: another
 *
 * The contrast ratio of WCAG 2: 1 for equal colours, 21 for black on white.
 *
 * Returns: the ratio, at least 1
 */
double
nida_rgba_contrast (NidaRgba a,
                    NidaRgba b)
{
  double la = luminance (a) + 0.05;
  double lb = luminance (b) + 0.05;

  return MAX (la, lb) / MIN (la, lb);
}

/**
 * nida_palette_ink:
 * @theme: where it is seen
 * @fill: the role under a label
 *
 * Black or white, whichever reads better; one of them always reaches 4.58 (the worst grey has luminance 0.179).
 *
 * Returns: %NIDA_COLOR_INK_DARK or %NIDA_COLOR_INK_LIGHT
 */
NidaColor
nida_palette_ink (NidaTheme theme,
                  NidaColor fill)
{
  NidaRgba under = nida_palette_get (theme, fill == NIDA_COLOR_NONE ? NIDA_COLOR_CARD : fill);
  double dark = nida_rgba_contrast (under, nida_palette_get (theme, NIDA_COLOR_INK_DARK));
  double light = nida_rgba_contrast (under, nida_palette_get (theme, NIDA_COLOR_INK_LIGHT));

  return dark >= light ? NIDA_COLOR_INK_DARK : NIDA_COLOR_INK_LIGHT;
}

/* Is @edge fainter than 3:1 on @fill? Of the card and the axis it is asked of every mark that is painted, so it is reckoned
 * once. */
static gboolean
is_faint (NidaTheme theme,
          NidaColor edge,
          NidaColor fill)
{
  static gsize known;
  static gboolean faint[2][NIDA_N_THEMES][NIDA_N_COLORS];
  const NidaColor edges[] = { NIDA_COLOR_CARD, NIDA_COLOR_AXIS };

  if (g_once_init_enter (&known))
    {
      for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
        for (guint t = 0; t < NIDA_N_THEMES; t++)
          for (guint c = 0; c < NIDA_N_COLORS; c++)
            faint[i][t][c] = nida_rgba_contrast (nida_palette_get (t, c), nida_palette_get (t, edges[i])) < 3.0;
      g_once_init_leave (&known, 1);
    }
  return faint[edge == NIDA_COLOR_AXIS][theme][fill];
}

/**
 * nida_palette_outline:
 * @theme: where it is seen
 * @fill: the role of a mark
 *
 * A fill fainter than 3:1 against the card needs an edge that is not.
 *
 * Returns: the role of its outline, %NIDA_COLOR_NONE where none is needed
 */
NidaColor
nida_palette_outline (NidaTheme theme,
                      NidaColor fill)
{
  if (fill == NIDA_COLOR_NONE || !is_faint (theme, NIDA_COLOR_CARD, fill))
    return NIDA_COLOR_NONE;
  if (fill == NIDA_COLOR_PLEDGED)
    return NIDA_COLOR_PLEDGED_LINE;
  if (fill == NIDA_COLOR_MULTIPLE)
    return NIDA_COLOR_AXIS;

  return is_step (fill) ? NIDA_COLOR_GAP_LINE : NIDA_COLOR_NONE;
}

/**
 * nida_palette_hair:
 * @theme: where it is seen
 * @fill: the role of a mark
 *
 * Neighbours are parted by the card between them; in high contrast by a black line, but where the fill is nearly black itself.
 *
 * Returns: %NIDA_COLOR_CARD or %NIDA_COLOR_AXIS
 */
NidaColor
nida_palette_hair (NidaTheme theme,
                   NidaColor fill)
{
  return theme == NIDA_THEME_CONTRAST && !is_faint (theme, NIDA_COLOR_AXIS, fill) ? NIDA_COLOR_AXIS : NIDA_COLOR_CARD;
}
