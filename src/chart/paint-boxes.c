/* The cells of a grid, row by row: rectangles side by side are put together in a line of pixels, which is then painted as
 * high as they are. One by one, the way to each fill is longer for Cairo than the fill. What is seen is what single ones
 * would give, so only rectangles wait that are opaque and cover whole pixels. */
#include "config.h"

#include "paint-boxes.h"

#include <math.h>

#define LEAST_ROW     6       /* fewer are painted one by one */
#define MOST_PIXELS 8192

typedef struct {
  NidaBox   box;              /* whole pixels, in points */
  NidaColor fill, outline;    /* NIDA_COLOR_NONE for none */
} Box;

static gboolean
is_opaque (const NidaPainter *painter,
           NidaColor          color,
           double             opacity)
{
  return color == NIDA_COLOR_NONE || (opacity >= 1 && nida_palette_get (painter->theme, color).alpha >= 1);
}

/* --- one by one --- */

static void
paint_box (NidaPainter *painter,
           const Box   *self)
{
  cairo_t *cr = painter->cr;
  NidaBox box = self->box;
  double width = painter->row_outline;

  cairo_new_path (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  if (self->fill != NIDA_COLOR_NONE)
    {
      nida_painter_set_color (painter, self->fill, 1);
      cairo_fill_preserve (cr);
    }
  if (self->outline != NIDA_COLOR_NONE)
    {
      cairo_rectangle (cr, box.x + width, box.y + width, box.width - 2 * width, box.height - 2 * width);
      nida_painter_set_color (painter, self->outline, 1);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_fill_preserve (cr);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
    }
  cairo_new_path (cr);
}

/* --- a row --- */

static guint32
pixel_of (const NidaPainter *painter,
          NidaColor          color)
{
  NidaRgba c = nida_palette_get (painter->theme, color);

  if (color == NIDA_COLOR_NONE)
    return 0;
  return 0xffu << 24 | (guint32) round (c.red * 255) << 16 | (guint32) round (c.green * 255) << 8 | (guint32) round (c.blue * 255);
}

/* A line of pixels through the row: along the outlines above and below, or between them. */
static cairo_surface_t *
draw_line (const NidaPainter *painter,
           gboolean           edge)
{
  int n = (int) round (painter->row.width / painter->pixel_x), width = (int) round (painter->row_outline / painter->pixel_x);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, n, 1);
  guint32 *line = (guint32 *) (gpointer) cairo_image_surface_get_data (surface);

  for (guint i = 0; i < painter->boxes->len; i++)
    {
      const Box *box = &g_array_index (painter->boxes, Box, i);
      gboolean outlined = box->outline != NIDA_COLOR_NONE;
      guint32 fill = pixel_of (painter, box->fill), outline = outlined ? pixel_of (painter, box->outline) : fill;
      int from = (int) round ((box->box.x - painter->row.x) / painter->pixel_x);
      int to = MIN (from + (int) round (box->box.width / painter->pixel_x), n);

      for (int x = from; x < to; x++)
        line[x] = edge || x < from + width || x >= to - width ? outline : fill;
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* @line from @y on, as high as @height. */
static void
paint_band (NidaPainter     *painter,
            cairo_surface_t *line,
            double           y,
            double           height)
{
  cairo_pattern_t *pattern = nida_painter_pixel_pattern (painter, line, round (painter->row.x / painter->pixel_x), 0);

  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_set_source (painter->cr, pattern);
  cairo_rectangle (painter->cr, painter->row.x, y, painter->row.width, height);
  cairo_fill (painter->cr);
  cairo_pattern_destroy (pattern);
}

static gboolean
has_outline (const NidaPainter *painter)
{
  for (guint i = 0; i < painter->boxes->len; i++)
    if (g_array_index (painter->boxes, Box, i).outline != NIDA_COLOR_NONE)
      return TRUE;
  return FALSE;
}

static void
paint_row (NidaPainter *painter)
{
  cairo_surface_t *middle = draw_line (painter, FALSE);
  double edge = has_outline (painter) ? painter->row_outline : 0;

  cairo_new_path (painter->cr);
  if (edge > 0)
    {
      cairo_surface_t *line = draw_line (painter, TRUE);

      paint_band (painter, line, painter->row.y, edge);
      paint_band (painter, line, painter->row.y + painter->row.height - edge, edge);
      cairo_surface_destroy (line);
    }
  paint_band (painter, middle, painter->row.y + edge, painter->row.height - 2 * edge);
  cairo_surface_destroy (middle);
}

void
nida_paint_boxes_flush (NidaPainter *painter)
{
  if (painter->boxes == NULL || painter->boxes->len == 0)
    return;

  if (painter->boxes->len >= LEAST_ROW)
    paint_row (painter);
  else
    for (guint i = 0; i < painter->boxes->len; i++)
      paint_box (painter, &g_array_index (painter->boxes, Box, i));
  g_array_set_size (painter->boxes, 0);
}

/* --- what waits --- */

static NidaBox
join (NidaBox a,
      NidaBox b)
{
  double x = MIN (a.x, b.x);

  return (NidaBox) { x, a.y, MAX (a.x + a.width, b.x + b.width) - x, a.height };
}

/* Is @box beside all that wait, as high as they are? */
static gboolean
goes_on (const NidaPainter *painter,
         NidaBox            box,
         double             outline)
{
  const NidaBox *row = &painter->row;

  return painter->boxes->len > 0 && outline == painter->row_outline && box.y == row->y && box.height == row->height
         && (box.x >= row->x + row->width || box.x + box.width <= row->x)
         && join (*row, box).width <= MOST_PIXELS * painter->pixel_x;
}

gboolean
nida_paint_boxes_take (NidaPainter    *painter,
                       const NidaNode *node,
                       NidaBox         box,
                       NidaColor       outline,
                       double          outline_opacity,
                       double          width)
{
  Box taken = { box, node->fill, outline };

  if (painter->boxes == NULL || node->shape != NIDA_SHAPE_RECT || node->radius > 0 || node->pattern != NIDA_PATTERN_SOLID
      || MIN (box.width, box.height) <= 2 * width || box.width > MOST_PIXELS * painter->pixel_x
      || !is_opaque (painter, node->fill, node->opacity) || !is_opaque (painter, outline, outline_opacity))
    return FALSE;
  if (goes_on (painter, box, width))
    painter->row = join (painter->row, box);
  else
    {
      nida_paint_boxes_flush (painter);
      painter->row = box;
      painter->row_outline = width;
    }
  g_array_append_val (painter->boxes, taken);
  return TRUE;
}

void
nida_paint_boxes_start (NidaPainter *painter)
{
  painter->boxes = g_array_new (FALSE, FALSE, sizeof (Box));
}
