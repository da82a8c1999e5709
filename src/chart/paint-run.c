/* Arabic in a document that keeps its text (PDF): one glyph a letter.
 *
 * A lam-alef is one glyph for two letters, a shadda a glyph above another. Readers of PDF that sort glyphs by place give
 * such letters back in the wrong order. So the glyph with a width stands for its first letter, each further letter is
 * carried by an empty glyph just beside it, where the eye would read on, and marks are painted as outlines without
 * text. What is seen does not change. */
#include "config.h"

#include "painter.h"

#include <hb.h>
#include <pango/pangocairo.h>

#define STEP 0.01            /* of an em, between letters that share a glyph */

typedef struct {
  NidaPainter        *painter;
  const char         *text;
  PangoGlyphItem     *item;
  gulong              empty;        /* index of the glyph that carries a letter without ink */
  cairo_glyph_t       base;         /* the last glyph with a width */
  guint               carried;      /* letters beside it */
  double              x, y;         /* of the run's start edge as seen, and its baseline */
  double              em;
  GArray             *glyphs;       /* cairo_glyph_t in logical order */
  GArray             *clusters;     /* cairo_text_cluster_t */
  GArray             *outlines;     /* cairo_glyph_t */
} Run;

/* Fonts draw some of the invisible characters; take one that is invisible here. */
static gboolean
find_empty_glyph (PangoFont *font,
                  gulong    *empty)
{
  static const hb_codepoint_t candidates[] = { 0x200b, 0x2060, 0xfeff, 0x200d, 0x200c };
  hb_font_t *hb_font = pango_font_get_hb_font (font);

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      hb_glyph_extents_t extents;
      hb_codepoint_t glyph;

      if (hb_font_get_nominal_glyph (hb_font, candidates[i], &glyph)
          && hb_font_get_glyph_h_advance (hb_font, glyph) == 0
          && hb_font_get_glyph_extents (hb_font, glyph, &extents) && extents.width == 0)
        {
          *empty = glyph;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_ink (PangoGlyph glyph)
{
  return glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
}

static gboolean
is_plain (const PangoGlyphItem *item)
{
  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    if (!has_ink (item->glyphs->glyphs[i].glyph) && item->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      return FALSE;

  return TRUE;
}

static cairo_glyph_t
place_glyph (const Run *run,
             int        index)
{
  const PangoGlyphInfo *glyphs = run->item->glyphs->glyphs;
  double x = run->x;

  for (int i = 0; i < index; i++)
    x += glyphs[i].geometry.width / (double) PANGO_SCALE;

  return (cairo_glyph_t) {
    .index = glyphs[index].glyph,
    .x = x + glyphs[index].geometry.x_offset / (double) PANGO_SCALE,
    .y = run->y + glyphs[index].geometry.y_offset / (double) PANGO_SCALE,
  };
}

/* The glyph of a cluster that has its width; the others are marks. */
static int
find_base (const PangoGlyphItem *item,
           int                   first,
           int                   last)
{
  const PangoGlyphInfo *glyphs = item->glyphs->glyphs;
  int base = -1;

  for (int i = first; i <= last; i++)
    if (has_ink (glyphs[i].glyph) && (base < 0 || glyphs[i].geometry.width > glyphs[base].geometry.width))
      base = i;

  return base;
}

static void
add_letter (Run          *run,
            int           n_bytes,
            cairo_glyph_t glyph)
{
  cairo_text_cluster_t cluster = { n_bytes, 1 };

  g_array_append_val (run->glyphs, glyph);
  g_array_append_val (run->clusters, cluster);
}

static void
carry_letter (Run *run,
              int  n_bytes)
{
  run->carried++;
  add_letter (run, n_bytes,
              (cairo_glyph_t) { run->empty, run->base.x - run->carried * STEP * run->em, run->base.y });
}

/* Glyphs @first to @last, as seen from left to right, stand for the letters from @start to @end. */
static void
add_cluster (Run        *run,
             int         first,
             int         last,
             const char *start,
             const char *end)
{
  const PangoGlyphInfo *glyphs = run->item->glyphs->glyphs;
  int base = find_base (run->item, first, last);
  const char *c = start;

  if (base < 0)
    {
      cairo_text_cluster_t nothing = { end - start, 0 };

      g_array_append_val (run->clusters, nothing);
      return;
    }

  if (glyphs[base].geometry.width > 0 || run->glyphs->len == 0)
    {
      run->base = place_glyph (run, base);
      run->carried = 0;
      c = g_utf8_next_char (start);
      add_letter (run, c - start, run->base);
    }
  else
    base = -1;
  for (; c < end; c = g_utf8_next_char (c))
    carry_letter (run, g_utf8_next_char (c) - c);

  for (int i = first; i <= last; i++)
    if (i != base && has_ink (glyphs[i].glyph))
      {
        cairo_glyph_t mark = place_glyph (run, i);

        g_array_append_val (run->outlines, mark);
      }
}

static void
collect (Run *run)
{
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run->item, run->text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    add_cluster (run, MIN (iter.start_glyph, iter.end_glyph + 1), MAX (iter.start_glyph, iter.end_glyph - 1),
                 run->text + iter.start_index, run->text + iter.end_index);
}

static void
show (Run *run)
{
  cairo_t *cr = run->painter->cr;
  const PangoItem *item = run->item->item;

  cairo_show_text_glyphs (cr, run->text + item->offset, item->length,
                          (cairo_glyph_t *) (gpointer) run->glyphs->data, run->glyphs->len,
                          (cairo_text_cluster_t *) (gpointer) run->clusters->data, run->clusters->len, 0);
  if (run->outlines->len > 0)
    {
      cairo_new_path (cr);
      cairo_glyph_path (cr, (cairo_glyph_t *) (gpointer) run->outlines->data, run->outlines->len);
      cairo_fill (cr);
    }
}

static void
show_arabic (NidaPainter    *painter,
             const char     *text,
             PangoGlyphItem *item,
             double          x,
             double          y)
{
  PangoFont *font = item->item->analysis.font;
  PangoFontDescription *description = pango_font_describe_with_absolute_size (font);
  Run run = { .painter = painter, .text = text, .item = item, .x = x, .y = y };

  run.em = pango_font_description_get_size (description) / (double) PANGO_SCALE;
  pango_font_description_free (description);
  if (!is_plain (item) || !find_empty_glyph (font, &run.empty))
    {
      cairo_move_to (painter->cr, x, y);
      pango_cairo_show_glyph_item (painter->cr, text, item);
      return;
    }

  run.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  run.clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  run.outlines = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  cairo_set_scaled_font (painter->cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  collect (&run);
  show (&run);
  g_array_unref (run.glyphs);
  g_array_unref (run.clusters);
  g_array_unref (run.outlines);
}

/* Show @line of @layout from (@x, @y) on, so that its text can be read back letter by letter. */
void
nida_painter_show_line (NidaPainter     *painter,
                        PangoLayout     *layout,
                        PangoLayoutLine *line,
                        double           x,
                        double           y)
{
  const char *text = pango_layout_get_text (layout);

  for (GSList *link = line->runs; link != NULL; link = link->next)
    {
      PangoGlyphItem *item = link->data;
      int width = pango_glyph_string_get_width (item->glyphs);

      if (item->item->analysis.level % 2 == 1)
        show_arabic (painter, text, item, x, y);
      else
        {
          cairo_move_to (painter->cr, x, y);
          pango_cairo_show_glyph_item (painter->cr, text, item);
        }
      x += width / (double) PANGO_SCALE;
    }
}
