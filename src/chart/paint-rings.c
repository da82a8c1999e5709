/* Rings around marks and the frame of a stroke. Their lines pass behind words. */
#include "config.h"

#include "paint-rings.h"

#include <math.h>

#define FRAME_OPACITY 0.55
#define BREATH_OPACITY 0.05

/* --- words over a line --- */

/* Over a line words have a halo, as over any other; what is written in a mark stays as it is. @ringed: what the line is around,
 * or NULL for no mark */
static gboolean
wants_halo (const NidaNode *words,
            const NidaNode *ringed)
{
  double middle = words->box.x + words->box.width / 2.0;

  if (ringed == NULL)
    return words->fill != NIDA_COLOR_INK_DARK && words->fill != NIDA_COLOR_INK_LIGHT;
  return ringed->shape != NIDA_SHAPE_TEXT
         && (middle < ringed->box.x || middle > ringed->box.x + ringed->box.width
             || words->box.y + words->box.height > ringed->box.y + ringed->box.height || words->box.y < ringed->box.y);
}

static void
paint_words_in (NidaPainter    *painter,
                NidaScene      *scene,
                const NidaNode *ringed,
                NidaBox         reach)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      NidaNode words = *nida_scene_get_node (scene, i);

      if (words.shape != NIDA_SHAPE_TEXT || words.box.x >= reach.x + reach.width || words.box.x + words.box.width <= reach.x
          || words.box.y >= reach.y + reach.height || words.box.y + words.box.height <= reach.y)
        continue;
      words.opacity = nida_painter_opacity (painter, &words);
      words.halo |= wants_halo (&words, ringed);
      nida_painter_text (painter, &words);
    }
}

/* Words that the line, which is the path of the context, would strike through or cut in @reach stand over it: painted again just
 * where it is, so that they are whole there and no bolder elsewhere, and their halos cut nothing else. */
static void
paint_words_over (NidaPainter    *painter,
                  NidaScene      *scene,
                  const NidaNode *ringed,
                  NidaBox         reach)
{
  cairo_t *cr = painter->cr;
  cairo_path_t *path = cairo_copy_path (cr);
  cairo_pattern_t *words, *line;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, reach.x, reach.y, reach.width, reach.height);
  cairo_clip (cr);
  cairo_push_group_with_content (cr, CAIRO_CONTENT_ALPHA);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_append_path (cr, path);
  cairo_stroke (cr);
  line = cairo_pop_group (cr);
  cairo_push_group (cr);
  paint_words_in (painter, scene, ringed, reach);
  words = cairo_pop_group (cr);
  cairo_set_source (cr, words);
  cairo_mask (cr, line);
  cairo_restore (cr);
  cairo_new_path (cr);
  cairo_pattern_destroy (words);
  cairo_pattern_destroy (line);
  cairo_path_destroy (path);
}

/* --- rings --- */

/* Of the darker tone of a ring; the paler one is half as wide on both of its sides. */
static double
ring_width (NidaPainter *painter)
{
  return nida_painter_line_width (painter, 2.0 * painter->scale);
}

/* A ring of two tones around the mark, seen on every fill. */
static void
paint_ring (NidaPainter    *painter,
            const NidaNode *node,
            NidaColor       color)
{
  double width = ring_width (painter);

  if (node == NULL)
    return;
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_ROUND);
  nida_painter_node_path (painter, node, -width / 2.0);
  nida_painter_set_color (painter, NIDA_COLOR_CARD, 1.0);
  cairo_set_line_width (painter->cr, 2.0 * width);
  cairo_stroke_preserve (painter->cr);
  nida_painter_set_color (painter, color, 1.0);
  cairo_set_line_width (painter->cr, width);
  cairo_stroke (painter->cr);
}

static void
paint_words_over_ring (NidaPainter    *painter,
                       NidaScene      *scene,
                       const NidaNode *ringed)
{
  double width = ring_width (painter), margin = 2.0 * width;

  if (ringed == NULL)
    return;
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (painter->cr, 2.0 * width + 2.0 * painter->pixel_x);     /* also the pixels that it covers in part */
  nida_painter_node_path (painter, ringed, -width / 2.0);
  paint_words_over (painter, scene, ringed,
                    (NidaBox) { ringed->box.x - margin, ringed->box.y - margin, ringed->box.width + 2 * margin, ringed->box.height + 2 * margin });
}

void
nida_paint_rings (NidaPainter    *painter,
                  NidaScene      *scene,
                  const NidaNode *selected,
                  const NidaNode *current)
{
  paint_ring (painter, selected, NIDA_COLOR_RECEIVED);
  paint_ring (painter, current, NIDA_COLOR_TEXT);
  paint_words_over_ring (painter, scene, selected);
  if (current != selected)
    paint_words_over_ring (painter, scene, current);
}

/* --- the frame of a stroke --- */

/* Side by side, since a stroke may cover the whole chart and is painted with each movement of the pointer. */
static void
paint_words_over_frame (NidaPainter *painter,
                        NidaScene   *scene,
                        NidaBox      frame,
                        double       width)
{
  double end = frame.x + frame.width, bottom = frame.y + frame.height, thick = 2 * width;
  const NidaBox sides[] = {
    { frame.x - width, frame.y - width, frame.width + thick, thick }, { frame.x - width, bottom - width, frame.width + thick, thick },
    { frame.x - width, frame.y + width, thick, frame.height - thick }, { end - width, frame.y + width, thick, frame.height - thick },
  };

  cairo_set_line_width (painter->cr, width);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      cairo_rectangle (painter->cr, frame.x, frame.y, frame.width, frame.height);
      paint_words_over (painter, scene, NULL, sides[i]);
    }
}

void
nida_paint_frame (NidaPainter *painter,
                  NidaScene   *scene,
                  NidaBox      box)
{
  gboolean contrast = painter->theme == NIDA_THEME_CONTRAST;
  double width = contrast ? 2 : 1;
  NidaBox frame = { floor (box.x) - width / 2, floor (box.y) - width / 2, ceil (box.width) + width, ceil (box.height) + width };
  cairo_t *cr = painter->cr;

  cairo_new_path (cr);
  cairo_rectangle (cr, frame.x, frame.y, frame.width, frame.height);
  nida_painter_set_color (painter, NIDA_COLOR_TEXT, contrast ? 0 : BREATH_OPACITY);
  cairo_fill_preserve (cr);
  nida_painter_set_color (painter, NIDA_COLOR_TEXT, contrast ? 1 : FRAME_OPACITY);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
  paint_words_over_frame (painter, scene, frame, width);
}
