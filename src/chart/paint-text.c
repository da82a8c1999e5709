/* Words of a scene: each line on its absolute baseline, aligned in its box, with a halo over lines. */
#include "config.h"

#include "painter.h"
#include "pango-text.h"
#include "text-masks-private.h"

static double
line_start (const NidaNode *node,
            gboolean        rtl,
            double          width)
{
  double room = node->box.width - width;

  if (node->anchor == NIDA_ANCHOR_MIDDLE)
    return node->box.x + room / 2.0;
  if ((node->anchor == NIDA_ANCHOR_START) == rtl)
    return node->box.x + room;

  return node->box.x;
}

void
nida_painter_halo_path (cairo_t         *cr,
                        PangoLayoutLine *line,
                        double           scale)
{
  cairo_save (cr);
  /* Nobody sees the edge of a halo; a fine one would take longer than all the letters. */
  cairo_set_tolerance (cr, 0.5);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  pango_cairo_layout_line_path (cr, line);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2.0 * NIDA_HALO * scale);
  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_line (NidaPainter     *painter,
            const NidaNode  *node,
            PangoLayoutLine *line,
            double           baseline)
{
  cairo_t *cr = painter->cr;
  PangoRectangle logical;
  double x;

  pango_layout_line_get_extents (line, NULL, &logical);
  x = line_start (node, painter->rtl, logical.width / (double) PANGO_SCALE);

  cairo_move_to (cr, x, baseline);
  if (node->halo)
    {
      nida_painter_set_color (painter, NIDA_COLOR_CARD, node->opacity);
      nida_painter_halo_path (cr, line, painter->scale);
      cairo_move_to (cr, x, baseline);
    }

  nida_painter_set_color (painter, node->fill, node->opacity);
  if (painter->snap)
    {
      /* Cairo 1.16 sets glyphs on whole pixels; outlines keep the spacing that was measured. */
      pango_cairo_layout_line_path (cr, line);
      cairo_fill (cr);
    }
  else
    nida_painter_show_line (painter, line->layout, line, x, baseline);
  cairo_new_path (cr);
}

static void
paint_masks (NidaPainter    *painter,
             const NidaNode *node,
             double          baseline,
             double          line_height)
{
  NidaTextMask *mask = nida_text_masks_get (painter->masks, painter, node);

  for (guint i = 0; i < mask->n_lines; i++)
    nida_text_masks_show (painter, node, mask, i, line_start (node, painter->rtl, mask->widths[i]),
                          nida_painter_snap_y (painter, baseline + i * line_height));
}

static void
paint_words (NidaPainter    *painter,
             const NidaNode *node)
{
  double line_height = nida_font_line_height (node->font, painter->scale);
  double baseline = node->box.y + nida_font_baseline (node->font, painter->scale);
  g_autoptr (PangoLayout) layout = NULL;
  guint n_lines;

  if (*node->text == '\0')
    return;

  if (painter->masks != NULL)
    {
      paint_masks (painter, node, baseline, line_height);
      return;
    }
  layout = nida_pango_text_layout (painter->pango, node->text, node->font, painter->scale, node->box.width,
                                   node->max_lines);
  n_lines = MIN ((guint) pango_layout_get_line_count (layout), node->max_lines);
  for (guint i = 0; i < n_lines; i++)
    paint_line (painter, node, pango_layout_get_line_readonly (layout, i),
                nida_painter_snap_y (painter, baseline + i * line_height));
}

/* Words that came from another scene keep its scale and direction. */
void
nida_painter_text (NidaPainter    *painter,
                   const NidaNode *node)
{
  NidaPainter own;

  if (node->turned && painter->turned_pango == NULL)
    painter->turned_pango = nida_pango_text_context (!painter->rtl);
  own = *painter;
  own.scale *= node->zoom;
  if (node->turned)
    {
      own.rtl = !painter->rtl;
      own.pango = painter->turned_pango;
    }
  paint_words (&own, node);
}

int
nida_painter_unknown_glyphs (NidaPainter    *painter,
                             const NidaNode *node)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (node->shape != NIDA_SHAPE_TEXT)
    return 0;

  layout = nida_pango_text_layout (painter->pango, node->text, node->font, painter->scale, -1.0, 0);

  return pango_layout_get_unknown_glyphs_count (layout);
}
