/* test-measurer.c tests measurer.c and pango-measurer.c. */
#include "pango-text.h"

#include <math.h>

static void
test_fixed (void)
{
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();

  g_assert_cmpfloat_with_epsilon (nida_measurer_width (measurer, "abcd", NIDA_FONT_VALUE, 2.0), 4 * 0.55 * 12 * 2, 1e-9);
  /* Isolates take no room. */
  g_assert_cmpfloat_with_epsilon (nida_measurer_width (measurer, "\u2066ab\u2069", NIDA_FONT_VALUE, 1.0), 13.2, 1e-9);
  g_assert_cmpfloat (nida_measurer_width (measurer, "", NIDA_FONT_VALUE, 1.0), ==, 0.0);
  g_assert_cmpfloat (nida_measurer_width (measurer, NULL, NIDA_FONT_VALUE, 1.0), ==, 0.0);
}

static void
test_fixed_lines (void)
{
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();

  g_assert_cmpuint (nida_measurer_lines (measurer, "ab cd ef", NIDA_FONT_VALUE, 1.0, 5.5 * 6.6), ==, 2);
  g_assert_cmpuint (nida_measurer_lines (measurer, "ab cd ef", NIDA_FONT_VALUE, 2.0, 5.5 * 13.2), ==, 2);
  g_assert_cmpuint (nida_measurer_lines (measurer, "ab cd ef", NIDA_FONT_VALUE, 1.0, 1000), ==, 1);
  g_assert_cmpuint (nida_measurer_lines (measurer, "", NIDA_FONT_VALUE, 1.0, 1000), ==, 0);
}

static void
test_linear (void)
{
  static const char * const texts[] = { "Two billion from the United States", "ملياران من الولايات المتحدة 2026" };

  for (guint arabic = 0; arabic < 2; arabic++)
    {
      g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (arabic);

      for (NidaFont font = 0; font < NIDA_N_FONTS; font++)
        {
          double one = nida_measurer_width (measurer, texts[arabic], font, 1.0);

          g_assert_cmpfloat (one, >, 10 * nida_font_size (font, 1.0) * 0.5);
          g_assert_cmpfloat (nida_measurer_width (measurer, texts[arabic], font, 1.6), ==, one * 1.6);
          g_assert_cmpuint (nida_measurer_lines (measurer, texts[arabic], font, 1.0, one + 1.0), ==, 1);
          g_assert_cmpuint (nida_measurer_lines (measurer, texts[arabic], font, 1.0, one * 0.6), ==, 2);
        }
    }
}

static void
test_bold (void)
{
  g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (FALSE);

  g_assert_cmpfloat (nida_measurer_width (measurer, "Kuwait", NIDA_FONT_VALUE_BOLD, 1.0), >,
                     nida_measurer_width (measurer, "Kuwait", NIDA_FONT_VALUE, 1.0));
}

static void
test_baseline (void)
{
  for (NidaFont font = 0; font < NIDA_N_FONTS; font++)
    {
      double baseline = nida_font_baseline (font, 1.0);

      /* Capitals and descenders stay inside their line. */
      g_assert_cmpfloat (baseline - 0.72 * nida_font_size (font, 1.0), >=, 0.0);
      g_assert_cmpfloat (baseline + 0.25 * nida_font_size (font, 1.0), <=, nida_font_line_height (font, 1.0));
    }
}

/* C25: nothing under 18 pixels on a projector of 1920×1080, where no tile is written smaller (test-tile-names.c). */
static void
test_projector (void)
{
  for (NidaFont font = 0; font < NIDA_N_FONTS; font++)
    if (font != NIDA_FONT_TILE)
      g_assert_cmpfloat (nida_font_size (font, 1.64), >=, 18.0);
}

/* What is kept of a paragraph is kept for its words, its font and its room. */
static void
test_paragraphs (void)
{
  static const char words[] = "Source: OCHA FTS, 4 February 2024. Amounts in US dollars, each flow once.";
  g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (FALSE);

  for (guint again = 0; again < 2; again++)
    {
      guint narrow = nida_measurer_lines (measurer, words, NIDA_FONT_LABEL, 1, 100);

      g_assert_cmpuint (narrow, >, 3);
      g_assert_cmpuint (nida_measurer_lines (measurer, words, NIDA_FONT_LABEL, 1, 5000), ==, 1);
      g_assert_cmpuint (nida_measurer_lines (measurer, words, NIDA_FONT_LABEL_BOLD, 1, 100), >=, narrow);
      g_assert_cmpuint (nida_measurer_lines (measurer, words + 40, NIDA_FONT_LABEL, 1, 100), <, narrow);
    }
}

/* However narrow the room for words is, a minus is not torn from its amount. */
static void
test_minus (void)
{
  static const char words[] = "Corrections of \342\210\222$60.2M are in the sums, and \342\210\222";
  g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (FALSE);
  PangoContext *context = nida_pango_text_context (FALSE);
  double least = ceil (nida_measurer_width (measurer, "Corrections", NIDA_FONT_LABEL, 1));

  for (double room = least; room < 4 * least; room++)
    {
      g_autoptr (PangoLayout) layout = nida_pango_text_layout (context, words, NIDA_FONT_LABEL, 1, room, 0);

      for (int i = 0; i + 1 < pango_layout_get_line_count (layout); i++)
        {
          PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);

          g_assert_false (g_str_has_prefix (words + line->start_index + line->length, "$"));
        }
    }
  g_object_unref (context);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measurer/fixed/a-width-a-character", test_fixed);
  g_test_add_func ("/measurer/fixed/breaks-at-words", test_fixed_lines);
  g_test_add_func ("/measurer/pango/is-linear-in-the-scale", test_linear);
  g_test_add_func ("/measurer/pango/bold-is-wider", test_bold);
  g_test_add_func ("/measurer/pango/lines-are-those-of-the-room-and-font", test_paragraphs);
  g_test_add_func ("/measurer/pango/a-minus-stays-with-its-amount", test_minus);
  g_test_add_func ("/measurer/baseline/letters-stay-in-their-line", test_baseline);

  g_test_add_func ("/measurer/projector/nothing-under-18-pixels", test_projector);

  return g_test_run ();
}
