/* Laying out words with Pango: font stack, direction, line breaks. Widths are linear in the scale (no hinted metrics, no
 * rounding), so that a text measured at scale 1 fits at every other one and in print. */
#include "config.h"

#include "pango-text.h"

#include <string.h>

/* In an Arabic chart Latin falls to Noto Sans of the same weight; digits and signs come from the first family. */
#define FAMILIES_LATIN  "Noto Sans,Noto Sans Arabic,DejaVu Sans,sans-serif"
#define FAMILIES_ARABIC "Noto Sans Arabic,Noto Sans,DejaVu Sans,sans-serif"

/* A text that was measured for its box must not be ellipsised by the rounding of Pango's 1/1024 points. */
#define SLACK 0.5

#define MINUS "\342\210\222"

/**
 * nida_pango_text_context:
 * @rtl: whether the chart runs from right to left
 *
 * Returns: (transfer full): a context for layouts of one chart
 */
PangoContext *
nida_pango_text_context (gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (rtl ? "ar" : "en"));

  return context;
}

static PangoFontDescription *
describe_font (PangoContext *context,
               NidaFont      font,
               double        scale)
{
  PangoFontDescription *description = pango_font_description_new ();
  gboolean rtl = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;

  pango_font_description_set_family_static (description, rtl ? FAMILIES_ARABIC : FAMILIES_LATIN);
  pango_font_description_set_absolute_size (description, nida_font_size (font, scale) * PANGO_SCALE);
  if (nida_font_is_bold (font))
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);

  return description;
}

/* By the rules of Unicode a line may break between a minus and the sign of a currency; no figure does. */
static PangoAttrList *
keep_signs (const char *text)
{
  PangoAttrList *attributes = NULL;

  for (const char *minus = strstr (text, MINUS); minus != NULL; minus = strstr (minus + strlen (MINUS), MINUS))
    {
      PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);
      const char *next = minus + strlen (MINUS);

      whole->start_index = minus - text;
      whole->end_index = (*next != '\0' ? g_utf8_next_char (next) : next) - text;
      if (attributes == NULL)
        attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, whole);
    }
  return attributes;
}

/**
 * nida_pango_text_layout:
 * @context: from nida_pango_text_context()
 * @text: the words
 * @font: their font
 * @scale: of the scene
 * @width: where lines break in points, or below 0
 * @max_lines: 0 is no limit
 *
 * Returns: (transfer full): the layout; its lines are placed by the caller, at absolute line heights
 */
PangoLayout *
nida_pango_text_layout (PangoContext *context,
                        const char   *text,
                        NidaFont      font,
                        double        scale,
                        double        width,
                        guint         max_lines)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *description = describe_font (context, font, scale);
  int natural;

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, -1);

  pango_layout_get_size (layout, &natural, NULL);
  if (width >= 0.0 && natural > (width + SLACK * scale) * PANGO_SCALE)
    {
      PangoAttrList *signs = keep_signs (text);

      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_attributes (layout, signs);
      g_clear_pointer (&signs, pango_attr_list_unref);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      if (max_lines > 0)
        {
          pango_layout_set_height (layout, -(int) max_lines);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        }
    }

  return layout;
}
