/* A text is known by its words, font, width and the size of a pixel. Each line is drawn once for each quarter of a pixel at
 * which it ever begins, into coverage without colour; colours and opacity come with every painting. */
#include "config.h"

#include "text-masks-private.h"

#include "pango-text.h"

#include <math.h>

#define PICTURES 90          /* an unused text is kept so long */
#define ROOM 2               /* pixels around the ink */

struct _NidaTextMasks {
  GHashTable *texts;         /* key → NidaTextMask */
  guint64     pictures;
};

static void
text_mask_free (gpointer data)
{
  NidaTextMask *mask = data;

  for (guint i = 0; i < mask->n_lines; i++)
    for (guint q = 0; q < 4; q++)
      {
        g_clear_pointer (&mask->masks[i].ink[q], cairo_surface_destroy);
        g_clear_pointer (&mask->masks[i].halo[q], cairo_surface_destroy);
      }
  g_free (mask->masks);
  g_free (mask->widths);
  g_free (mask);
}

NidaTextMasks *
nida_text_masks_new (void)
{
  NidaTextMasks *self = g_new0 (NidaTextMasks, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_mask_free);
  return self;
}

void
nida_text_masks_free (NidaTextMasks *self)
{
  g_hash_table_unref (self->texts);
  g_free (self);
}

guint
nida_text_masks_count (NidaTextMasks *self)
{
  return g_hash_table_size (self->texts);
}

static gboolean
is_stale_cb (gpointer key,
             gpointer value,
             gpointer user_data)
{
  return ((NidaTextMask *) value)->used + PICTURES < ((NidaTextMasks *) user_data)->pictures;
}

void
nida_text_masks_turn (NidaTextMasks *self)
{
  if (++self->pictures % PICTURES == 0)
    g_hash_table_foreach_remove (self->texts, is_stale_cb, self);
}

static PangoLayout *
layout_of (NidaPainter    *painter,
           const NidaNode *node)
{
  return nida_pango_text_layout (painter->pango, node->text, node->font, painter->scale, node->box.width, node->max_lines);
}

static NidaTextMask *
text_mask_new (NidaPainter    *painter,
               const NidaNode *node)
{
  g_autoptr (PangoLayout) layout = layout_of (painter, node);
  NidaTextMask *mask = g_new0 (NidaTextMask, 1);

  mask->n_lines = MIN ((guint) pango_layout_get_line_count (layout), node->max_lines);
  mask->widths = g_new (double, mask->n_lines);
  mask->masks = g_new0 (NidaLineMasks, mask->n_lines);
  for (guint i = 0; i < mask->n_lines; i++)
    {
      PangoRectangle logical;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, (int) i), NULL, &logical);
      mask->widths[i] = logical.width / (double) PANGO_SCALE;
    }
  return mask;
}

NidaTextMask *
nida_text_masks_get (NidaTextMasks  *self,
                     NidaPainter    *painter,
                     const NidaNode *node)
{
  char *key = g_strdup_printf ("%d %u %d %a %a %a %a %s", node->font, node->max_lines, painter->rtl,
                               painter->scale, node->box.width, painter->pixel_x, painter->pixel_y, node->text);
  NidaTextMask *mask = g_hash_table_lookup (self->texts, key);

  if (mask == NULL)
    {
      mask = text_mask_new (painter, node);
      g_hash_table_insert (self->texts, key, mask);
    }
  else
    g_free (key);
  mask->used = self->pictures;
  return mask;
}

/* --- drawing a mask --- */

static cairo_surface_t *
draw_line (NidaPainter     *painter,
           PangoLayoutLine *line,
           guint            quarter,
           gboolean         halo)
{
  double room = ROOM + (halo ? NIDA_HALO * painter->scale / MIN (painter->pixel_x, painter->pixel_y) : 0);
  double unit_x = PANGO_SCALE * painter->pixel_x, unit_y = PANGO_SCALE * painter->pixel_y;
  PangoRectangle ink;
  cairo_surface_t *surface;
  cairo_t *cr;
  int x, y;

  pango_layout_line_get_extents (line, &ink, NULL);
  x = (int) ceil (room - ink.x / unit_x);
  y = (int) ceil (room - ink.y / unit_y);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) ceil (x + (ink.x + ink.width) / unit_x + room + 1),
                                        (int) ceil (y + (ink.y + ink.height) / unit_y + room));
  cr = cairo_create (surface);
  cairo_translate (cr, x + quarter / 4.0, y);
  cairo_scale (cr, 1 / painter->pixel_x, 1 / painter->pixel_y);
  if (halo)
    nida_painter_halo_path (cr, line, painter->scale);
  else
    {
      pango_cairo_layout_line_path (cr, line);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  cairo_surface_set_device_offset (surface, x, y);
  return surface;
}

static cairo_surface_t *
get_mask (NidaPainter     *painter,
          const NidaNode  *node,
          NidaTextMask    *mask,
          guint            line,
          guint            quarter,
          gboolean         halo)
{
  NidaLineMasks *masks = &mask->masks[line];
  cairo_surface_t **place = halo ? &masks->halo[quarter] : &masks->ink[quarter];

  if (*place == NULL)
    {
      g_autoptr (PangoLayout) layout = layout_of (painter, node);

      *place = draw_line (painter, pango_layout_get_line_readonly (layout, (int) line), quarter, halo);
    }
  return *place;
}

static void
show_mask (NidaPainter     *painter,
           cairo_surface_t *surface,
           double           x,
           double           y)
{
  cairo_pattern_t *pattern = nida_painter_pixel_pattern (painter, surface, x, y);

  cairo_mask (painter->cr, pattern);
  cairo_pattern_destroy (pattern);
}

void
nida_text_masks_show (NidaPainter    *painter,
                      const NidaNode *node,
                      NidaTextMask   *mask,
                      guint           line,
                      double          x,
                      double          baseline)
{
  double quarters = round (x / painter->pixel_x * 4), pixel = floor (quarters / 4);
  double row = round (baseline / painter->pixel_y);
  guint quarter = (guint) (quarters - 4 * pixel);

  if (node->halo)
    {
      nida_painter_set_color (painter, NIDA_COLOR_CARD, node->opacity);
      show_mask (painter, get_mask (painter, node, mask, line, quarter, TRUE), pixel, row);
    }
  nida_painter_set_color (painter, node->fill, node->opacity);
  show_mask (painter, get_mask (painter, node, mask, line, quarter, FALSE), pixel, row);
}
