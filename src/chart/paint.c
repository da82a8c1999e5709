/* The shapes of a scene on a Cairo context. Paints in the order of the nodes; knows roles, not what they mean. */
#include "config.h"

#include "brushed.h"
#include "paint-boxes.h"
#include "paint-rings.h"
#include "painter.h"
#include "picture.h"
#include "text-masks-private.h"

#include <math.h>

#define HATCH_STEP 5.0        /* points between the lines of a hatch, along x */
#define ROOM_FOR_OUTLINE 6.0  /* a thinner part would be all outline and no hue */
#define PULSE_FROM 2.0        /* points wide */
#define PULSE_TO   9.0
#define PULSE_ROOM 4.0        /* beside words */
#define PULSE_OPACITY 0.6
#define LINE_HALO  1.0        /* points on each side of a line that runs over marks */
#define FULL_CIRCLE (2.0 * G_PI - 1e-6)

static NidaBox
snap_box (NidaPainter    *painter,
          const NidaNode *node)
{
  double x1 = nida_painter_snap_x (painter, node->box.x);
  double y1 = nida_painter_snap_y (painter, node->box.y);
  double x2 = nida_painter_snap_x (painter, node->box.x + node->box.width);
  double y2 = nida_painter_snap_y (painter, node->box.y + node->box.height);

  /* A gift that is small beside the others is still there. */
  if (painter->snap && x1 == x2 && node->box.width > 0.0)
    x2 = x1 + painter->pixel_x;
  if (painter->snap && y1 == y2 && node->box.height > 0.0)
    y1 = y2 - painter->pixel_y;

  return (NidaBox) { x1, y1, x2 - x1, y2 - y1 };
}

static void
rounded_box (cairo_t *cr,
             NidaBox  box,
             double   radius)
{
  double r = MIN (radius, MIN (box.width, box.height) / 2.0);

  if (r <= 0.0)
    {
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + box.width - r, box.y + r, r, -G_PI_2, 0.0);
  cairo_arc (cr, box.x + box.width - r, box.y + box.height - r, r, 0.0, G_PI_2);
  cairo_arc (cr, box.x + r, box.y + box.height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box.x + r, box.y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
sector_path (cairo_t        *cr,
             const NidaNode *node)
{
  NidaPoint c = node->points[0];
  double from = node->from - G_PI_2;
  double to = node->to - G_PI_2;

  if (node->to - node->from >= FULL_CIRCLE)
    {
      cairo_arc (cr, c.x, c.y, node->outer, 0.0, 2.0 * G_PI);
      cairo_new_sub_path (cr);
      if (node->inner > 0.0)
        cairo_arc_negative (cr, c.x, c.y, node->inner, 2.0 * G_PI, 0.0);
      return;
    }

  cairo_arc (cr, c.x, c.y, node->outer, from, to);
  if (node->inner > 0.0)
    cairo_arc_negative (cr, c.x, c.y, node->inner, to, from);
  else
    cairo_line_to (cr, c.x, c.y);
  cairo_close_path (cr);
}

static void
points_path (cairo_t        *cr,
             const NidaNode *node)
{
  for (guint i = 0; i < node->n_points; i++)
    cairo_line_to (cr, node->points[i].x, node->points[i].y);
}

void
nida_painter_node_path (NidaPainter    *painter,
                        const NidaNode *node,
                        double          inset)
{
  cairo_t *cr = painter->cr;
  NidaBox box;

  cairo_new_path (cr);
  switch (node->shape)
    {
    case NIDA_SHAPE_RECT:
    case NIDA_SHAPE_TEXT:
    case NIDA_SHAPE_PICTURE:
      box = snap_box (painter, node);
      box = (NidaBox) { box.x + inset, box.y + inset, MAX (box.width - 2 * inset, 0.0), MAX (box.height - 2 * inset, 0.0) };
      rounded_box (cr, box, node->radius);
      break;
    case NIDA_SHAPE_CIRCLE:
      cairo_arc (cr, node->box.x + node->box.width / 2.0, node->box.y + node->box.height / 2.0,
                 MAX (node->box.width / 2.0 - inset, 0.0), 0.0, 2.0 * G_PI);
      break;
    case NIDA_SHAPE_SECTOR:
      sector_path (cr, node);
      break;
    case NIDA_SHAPE_POLYGON:
      points_path (cr, node);
      cairo_close_path (cr);
      break;
    case NIDA_SHAPE_LINE:
      points_path (cr, node);
      break;
    }
}

/* Lines at 45° from the bottom start of the page, the same in both directions, so that neighbours continue each other; of a cross
 * also those from the top. */
static void
fill_hatch (NidaPainter    *painter,
            const NidaNode *node)
{
  cairo_t *cr = painter->cr;
  double step = HATCH_STEP * painter->scale;
  NidaBox box = node->box;
  double first = floor ((box.x + box.y) / step) * step;

  cairo_save (cr);
  cairo_clip (cr);
  nida_painter_set_color (painter, NIDA_COLOR_CARD, node->opacity);
  cairo_paint (cr);
  for (double sum = first; sum <= box.x + box.width + box.y + box.height + step; sum += step)
    {
      cairo_move_to (cr, sum - box.y + 1.0, box.y - 1.0);
      cairo_line_to (cr, sum - box.y - box.height - 1.0, box.y + box.height + 1.0);
    }
  first = floor ((box.x - box.y - box.height) / step) * step;
  for (double less = first; node->pattern == NIDA_PATTERN_CROSS && less <= box.x + box.width - box.y + step; less += step)
    {
      cairo_move_to (cr, less + box.y - 1.0, box.y - 1.0);
      cairo_line_to (cr, less + box.y + box.height + 1.0, box.y + box.height + 1.0);
    }
  nida_painter_set_color (painter, node->fill, node->opacity);
  cairo_set_line_width (cr, painter->theme == NIDA_THEME_CONTRAST ? 1.5 * painter->scale : painter->scale);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_fill (NidaPainter    *painter,
            const NidaNode *node)
{
  if (node->fill == NIDA_COLOR_NONE)
    return;

  nida_painter_node_path (painter, node, 0.0);
  if (node->pattern != NIDA_PATTERN_SOLID)
    {
      fill_hatch (painter, node);
      return;
    }

  nida_painter_set_color (painter, node->fill, node->opacity);
  cairo_fill (painter->cr);
}

static gboolean
is_figure_color (NidaColor color)
{
  return color >= NIDA_COLOR_RECEIVED && color <= NIDA_COLOR_HEAT_5;
}

/* How long the shortest level part of its edge is: the narrowest step of a staircase. */
static double
least_step (const NidaNode *node)
{
  double least = node->box.width, run = 0;

  for (guint i = 1; i <= node->n_points; i++)
    {
      const NidaPoint *from = &node->points[i - 1], *to = &node->points[i % node->n_points];

      if (from->y == to->y)
        run += fabs (to->x - from->x);
      else if (run > 0)
        {
          least = MIN (least, run);
          run = 0;
        }
    }
  return MIN (least, node->box.height);
}

/* Of a ring, how thick it is, and of a slice how far it reaches: its box is that of the whole dot. */
static double
breadth_of (const NidaNode *node)
{
  if (node->shape == NIDA_SHAPE_POLYGON && node->follow != NULL)
    return least_step (node);
  if (node->shape == NIDA_SHAPE_SECTOR)
    return node->inner > 0 ? node->outer - node->inner : 2 * node->outer;
  return MIN (node->box.width, node->box.height);
}

/**
 * nida_node_outline:
 * @node: an area
 * @theme: where it is seen
 * @scale: of its scene
 *
 * What stands for a figure has a black edge in high contrast, and so has the part of it that is under a brush; a hair between
 * neighbours and the tinted edge of a shade are such edges.
 *
 * Returns: the role of the outline that it is painted with, %NIDA_COLOR_NONE for none
 */
NidaColor
nida_node_outline (const NidaNode *node,
                   NidaTheme       theme,
                   double          scale)
{
  /* what has paled has its edge alone */
  if (node->stroke == NIDA_COLOR_CARD && node->opacity == 1)
    return nida_palette_hair (theme, node->fill);
  if (theme == NIDA_THEME_CONTRAST && (node->stroke == NIDA_COLOR_CARD || is_figure_color (node->stroke)))
    return NIDA_COLOR_AXIS;
  if (node->stroke != NIDA_COLOR_NONE)
    return node->stroke;
  /* thin bands that only lead from one mark to another would be a thicket */
  if (node->opacity < 1 && node->mark == NULL && node->base == NIDA_BASE_NONE)
    return NIDA_COLOR_NONE;
  if (theme == NIDA_THEME_CONTRAST && (is_figure_color (node->fill) || (node->mark != NULL && node->fill != NIDA_COLOR_NONE))
      && breadth_of (node) >= ROOM_FOR_OUTLINE * scale)
    return NIDA_COLOR_AXIS;

  return nida_palette_outline (theme, node->fill);
}

static void
paint_area (NidaPainter    *painter,
            const NidaNode *node)
{
  NidaColor stroke = nida_node_outline (node, painter->theme, painter->scale);
  double width = nida_painter_line_width (painter, node->line_width > 0.0 ? node->line_width : painter->scale);
  /* In high contrast nothing is only pale: what is outside of a brush keeps its edge and loses its filling. */
  double opacity = painter->theme == NIDA_THEME_CONTRAST ? 1.0 : node->opacity;

  if (nida_paint_boxes_take (painter, node, snap_box (painter, node), stroke, opacity, width))
    return;

  nida_paint_boxes_flush (painter);
  paint_fill (painter, node);
  if (stroke == NIDA_COLOR_NONE)
    return;
  nida_painter_node_path (painter, node, width / 2.0);
  nida_painter_set_color (painter, stroke, opacity);
  cairo_set_line_width (painter->cr, width);
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_MITER);
  cairo_stroke (painter->cr);
}

/* The middle of a line of @width that covers whole pixels. */
static double
snap_middle (double middle,
             double width,
             double pixel)
{
  return round ((middle - width / 2.0) / pixel) * pixel + width / 2.0;
}

static void
straight_path (NidaPainter    *painter,
               const NidaNode *node,
               double          width)
{
  NidaPoint a = node->points[0];
  NidaPoint b = node->points[1];

  if (painter->snap && a.y == b.y)
    a.y = b.y = snap_middle (a.y, width, painter->pixel_y);
  else if (painter->snap && a.x == b.x)
    a.x = b.x = snap_middle (a.x, width, painter->pixel_x);

  cairo_new_path (painter->cr);
  cairo_move_to (painter->cr, a.x, a.y);
  cairo_line_to (painter->cr, b.x, b.y);
}

/* What stands back is told by its breadth where it is hardly paler. */
static double
breadth_of_line (NidaPainter    *painter,
                 const NidaNode *node)
{
  double points = node->line_width > 0.0 ? node->line_width : painter->scale;
  gboolean back = painter->theme == NIDA_THEME_CONTRAST && !node->note && node->opacity <= NIDA_GHOST;

  return nida_painter_line_width (painter, back ? points / 2 : points);
}

static void
set_dash (NidaPainter *painter,
          NidaDash     dash)
{
  static const double lengths[][4] = { [NIDA_DASH_EVEN] = { 4, 4, 4, 4 }, [NIDA_DASH_DOTS] = { 1.5, 2.5, 1.5, 2.5 }, [NIDA_DASH_MIXED] = { 8, 3, 1.5, 3 } };
  double scaled[4];

  if (dash == NIDA_DASH_NONE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (scaled); i++)
    scaled[i] = lengths[dash][i] * painter->scale;
  cairo_set_dash (painter->cr, scaled, G_N_ELEMENTS (scaled), 0);
}

static void
paint_stroke (NidaPainter    *painter,
              const NidaNode *node)
{
  cairo_t *cr = painter->cr;
  double width = breadth_of_line (painter, node);
  /* that of a note is told already */
  double opacity = node->note ? node->opacity : nida_painter_opacity (painter, node);

  if (node->n_points < 2 || node->stroke == NIDA_COLOR_NONE)
    return;

  cairo_save (cr);
  if (node->n_points == 2)
    straight_path (painter, node, width);
  else
    nida_painter_node_path (painter, node, 0.0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (node->halo)
    {
      nida_painter_set_color (painter, NIDA_COLOR_CARD, opacity);
      cairo_set_line_width (cr, width + 2 * LINE_HALO * painter->scale);
      cairo_stroke_preserve (cr);
    }
  set_dash (painter, node->dash);
  nida_painter_set_color (painter, node->stroke, opacity);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_node (NidaPainter    *painter,
            const NidaNode *node)
{
  switch (node->shape)
    {
    case NIDA_SHAPE_TEXT:
      nida_paint_boxes_flush (painter);
      nida_painter_text (painter, node);
      break;
    case NIDA_SHAPE_LINE:
      nida_paint_boxes_flush (painter);
      paint_stroke (painter, node);
      break;
    case NIDA_SHAPE_PICTURE:
      nida_paint_boxes_flush (painter);
      nida_picture_paint (node->picture, painter->cr, node->box);
      break;
    default:
      paint_area (painter, node);
      break;
    }
}

static void
paint_note (NidaPainter    *painter,
            const NidaNode *node)
{
  NidaNode note = *node;

  note.opacity = nida_painter_opacity (painter, node);
  paint_node (painter, &note);
}

/* What a reader of a PDF takes a node for; nothing but words is read. */
static const char *
tag_of (const NidaNode *node)
{
  if (node->shape != NIDA_SHAPE_TEXT || node->text == NULL || *node->text == '\0')
    return NULL;
  if (g_str_equal (node->key, "title") || g_str_equal (node->key, "board/title"))
    return "H1";
  return g_str_has_suffix (node->key, "/title") ? "H2" : "P";
}

/* A page of paper is a part of a scene: words on another page are not told on this one. */
static gboolean
is_in_sight (cairo_t        *cr,
             const NidaNode *node)
{
  double x1, y1, x2, y2;

  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  return node->box.x < x2 && node->box.x + node->box.width > x1 && node->box.y < y2 && node->box.y + node->box.height > y1;
}

/* Around words it keeps a distance. */
void
nida_scene_paint_pulse (NidaScene  *scene,
                        cairo_t    *cr,
                        NidaTheme   theme,
                        const char *key,
                        double      progress)
{
  const NidaNode *node = nida_scene_find (scene, key);
  NidaPainter painter = { 0 };
  double room = PULSE_ROOM * nida_scene_get_scale (scene);

  if (node == NULL)
    return;
  cairo_save (cr);
  nida_painter_init (&painter, scene, cr, theme);
  if (node->shape == NIDA_SHAPE_TEXT)
    rounded_box (cr, (NidaBox) { node->box.x - room, node->box.y, node->box.width + 2 * room, node->box.height }, room);
  else
    nida_painter_node_path (&painter, node, 0.0);
  nida_painter_set_color (&painter, NIDA_COLOR_TEXT, PULSE_OPACITY * (1.0 - progress));
  cairo_set_line_width (cr, (PULSE_FROM + (PULSE_TO - PULSE_FROM) * progress) * painter.scale);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  nida_painter_clear (&painter);
  cairo_restore (cr);
}

/**
 * nida_scene_paint:
 * @scene: a scene
 * @cr: a context whose user space is points
 * @options: theme, background, and the marks to point out
 *
 * Paint the scene with its top corner at the origin of @cr. The state of @cr is restored.
 */
void
nida_scene_paint (NidaScene              *scene,
                  cairo_t                *cr,
                  const NidaPaintOptions *options)
{
  NidaPainter painter = { 0 };

  cairo_save (cr);
  nida_painter_init (&painter, scene, cr, options->theme);
  if (nida_painter_is_on_pixels (&painter))
    {
      painter.masks = options->masks;
      nida_paint_boxes_start (&painter);
    }
  if (options->background)
    {
      cairo_rectangle (cr, 0.0, 0.0, nida_scene_get_width (scene), nida_scene_get_height (scene));
      nida_painter_set_color (&painter, NIDA_COLOR_CARD, 1.0);
      cairo_fill (cr);
    }
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      const char *tag = options->tagged && is_in_sight (cr, node) ? tag_of (node) : NULL;

      if (tag != NULL)
        cairo_tag_begin (cr, tag, NULL);
      if (node->note)
        paint_note (&painter, node);
      else
        paint_node (&painter, node);
      if (tag != NULL)
        cairo_tag_end (cr, tag);
    }
  nida_paint_boxes_flush (&painter);
  if (options->brush != NULL)
    nida_paint_frame (&painter, scene, *options->brush);
  nida_paint_rings (&painter, scene, nida_scene_find (scene, options->selected), nida_scene_find (scene, options->current));
  if (painter.masks != NULL)
    nida_text_masks_turn (painter.masks);
  nida_painter_clear (&painter);
  cairo_restore (cr);
}
