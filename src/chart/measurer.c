/* The fonts of a chart and how wide their words are. The fixed measurer makes golden tests the same on every machine. */
#include "config.h"

#include "measurer.h"

#include <math.h>

/* Sizes of mockups/README.md, in points at scale 1. */
static const struct { double size, line; gboolean bold; } fonts[NIDA_N_FONTS] = {
  [NIDA_FONT_TITLE] = { 15, 20, TRUE },
  [NIDA_FONT_SUBTITLE] = { 12, 18, FALSE },
  [NIDA_FONT_LABEL] = { 13, 20, FALSE },
  [NIDA_FONT_LABEL_BOLD] = { 13, 20, TRUE },
  [NIDA_FONT_VALUE] = { 12, 18, FALSE },
  [NIDA_FONT_VALUE_BOLD] = { 12, 18, TRUE },
  [NIDA_FONT_SOURCE] = { 11, 16, FALSE },
  [NIDA_FONT_NUMBER] = { 28, 36, TRUE },
  [NIDA_FONT_UNIT] = { 14, 20, FALSE },
  [NIDA_FONT_HEADING] = { 20, 28, TRUE },
  [NIDA_FONT_HEADLINE] = { 32, 40, TRUE },
  [NIDA_FONT_SLIDE_TITLE] = { 30, 38, TRUE },
  [NIDA_FONT_SLIDE_NUMBER] = { 75, 92, TRUE },
  [NIDA_FONT_SLIDE_FIGURE] = { 24, 32, TRUE },
  [NIDA_FONT_SLIDE_TEXT] = { 17, 26, FALSE },
  [NIDA_FONT_TILE] = { 9, 13, FALSE },
};

G_DEFINE_INTERFACE (NidaMeasurer, nida_measurer, G_TYPE_OBJECT)

static void
nida_measurer_default_init (NidaMeasurerInterface *iface)
{
}

/**
 * nida_measurer_width:
 * @self: a measurer
 * @text: one line
 * @font: its font
 * @scale: of the scene
 *
 * Returns: the width in points
 */
double
nida_measurer_width (NidaMeasurer *self,
                     const char   *text,
                     NidaFont      font,
                     double        scale)
{
  double width = 0.0;

  if (text == NULL || *text == '\0')
    return 0.0;

  NIDA_MEASURER_GET_IFACE (self)->measure (self, text, font, -1.0, &width, NULL);

  return width * scale;
}

/**
 * nida_measurer_lines:
 * @self: a measurer
 * @text: a paragraph
 * @font: its font
 * @scale: of the scene
 * @max_width: where lines break, in points
 *
 * Returns: the number of lines, 0 for an empty text
 */
guint
nida_measurer_lines (NidaMeasurer *self,
                     const char   *text,
                     NidaFont      font,
                     double        scale,
                     double        max_width)
{
  double width = 0.0;
  guint lines = 0;

  if (text == NULL || *text == '\0')
    return 0;

  NIDA_MEASURER_GET_IFACE (self)->measure (self, text, font, max_width / scale, &width, &lines);

  return lines;
}

/**
 * nida_font_size:
 * @font: a font
 * @scale: of the scene
 *
 * Returns: the em in points
 */
double
nida_font_size (NidaFont font,
                double   scale)
{
  return fonts[font].size * scale;
}

/**
 * nida_font_line_height:
 * @font: a font
 * @scale: of the scene
 *
 * Returns: from one baseline to the next in points, the same for Latin and Arabic
 */
double
nida_font_line_height (NidaFont font,
                       double   scale)
{
  return fonts[font].line * scale;
}

/**
 * nida_font_baseline:
 * @font: a font
 * @scale: of the scene
 *
 * Capitals (0.71 em of Noto Sans) stand in the middle of the line.
 *
 * Returns: from the top of a line to its baseline in points
 */
double
nida_font_baseline (NidaFont font,
                    double   scale)
{
  return (fonts[font].line / 2.0 + fonts[font].size * 0.357) * scale;
}

/**
 * nida_font_is_bold:
 * @font: a font
 *
 * Returns: whether its weight is 700
 */
gboolean
nida_font_is_bold (NidaFont font)
{
  return fonts[font].bold;
}

#define NIDA_TYPE_FIXED_MEASURER (nida_fixed_measurer_get_type ())
G_DECLARE_FINAL_TYPE (NidaFixedMeasurer, nida_fixed_measurer, NIDA, FIXED_MEASURER, GObject)

struct _NidaFixedMeasurer {
  GObject parent_instance;
};

static void nida_fixed_measurer_iface_init (NidaMeasurerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NidaFixedMeasurer, nida_fixed_measurer, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NIDA_TYPE_MEASURER, nida_fixed_measurer_iface_init))

/* Bidi controls and combining marks take no room. */
static guint
count_characters (const char *text,
                  gsize       length)
{
  guint n = 0;

  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    if (!g_unichar_iszerowidth (g_utf8_get_char (c)))
      n++;

  return n;
}

static void
measure_fixed (NidaMeasurer *measurer,
               const char   *text,
               NidaFont      font,
               double        max_width,
               double       *width,
               guint        *lines)
{
  double advance = 0.55 * fonts[font].size;
  guint room = max_width < 0.0 ? G_MAXUINT : MAX ((guint) floor (max_width / advance), 1);
  guint longest = 0;
  guint used = 0;
  guint n = 1;
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint length = count_characters (words[i], strlen (words[i]));
      guint after = used > 0 ? used + 1 + length : length;

      if (used > 0 && after > room)
        {
          n++;
          after = length;
        }
      used = after;
      longest = MAX (longest, MIN (used, room));
    }

  *width = longest * advance;
  if (lines != NULL)
    *lines = n;
}

static void
nida_fixed_measurer_iface_init (NidaMeasurerInterface *iface)
{
  iface->measure = measure_fixed;
}

static void
nida_fixed_measurer_class_init (NidaFixedMeasurerClass *klass)
{
}

static void
nida_fixed_measurer_init (NidaFixedMeasurer *self)
{
}

/**
 * nida_fixed_measurer_new:
 *
 * Returns: (transfer full): a measurer of 0.55 em a character, for tests
 */
NidaMeasurer *
nida_fixed_measurer_new (void)
{
  return g_object_new (NIDA_TYPE_FIXED_MEASURER, NULL);
}
