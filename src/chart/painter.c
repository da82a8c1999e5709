/* The pixel grid and colours while painting. */
#include "config.h"

#include "painter.h"

#include "brushed.h"
#include "pango-text.h"

#include <math.h>

#define LINE_BACK 0.8   /* opacity of a line that stands back, in high contrast */

/* Vector surfaces keep exact geometry; a recording surface is one that a window replays onto pixels. */
static gboolean
is_raster (cairo_t *cr)
{
  switch (cairo_surface_get_type (cairo_get_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
    case CAIRO_SURFACE_TYPE_SCRIPT:
      return FALSE;
    default:
      return TRUE;
    }
}

void
nida_painter_init (NidaPainter *painter,
                   NidaScene   *scene,
                   cairo_t     *cr,
                   NidaTheme    theme)
{
  double device_x = 1.0, device_y = 1.0;
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_target (cr), &device_x, &device_y);

  painter->cr = cr;
  painter->scene = scene;
  painter->theme = theme;
  painter->scale = nida_scene_get_scale (scene);
  painter->pixel_x = 1.0 / MAX (fabs (matrix.xx) * device_x, 1e-6);
  painter->pixel_y = 1.0 / MAX (fabs (matrix.yy) * device_y, 1e-6);
  painter->snap = is_raster (cr) && matrix.xy == 0.0 && matrix.yx == 0.0;
  painter->rtl = nida_scene_is_rtl (scene);
  painter->pango = nida_pango_text_context (painter->rtl);
  painter->turned_pango = NULL;
}

gboolean
nida_painter_is_on_pixels (NidaPainter *painter)
{
  double x = 0, y = 0, device_x, device_y;

  cairo_user_to_device (painter->cr, &x, &y);
  cairo_surface_get_device_scale (cairo_get_target (painter->cr), &device_x, &device_y);
  x *= device_x;
  y *= device_y;
  return painter->snap && fabs (x - round (x)) < 1e-3 && fabs (y - round (y)) < 1e-3;
}

void
nida_painter_clear (NidaPainter *painter)
{
  g_clear_object (&painter->pango);
  g_clear_object (&painter->turned_pango);
  g_clear_pointer (&painter->boxes, g_array_unref);
}

void
nida_painter_set_color (NidaPainter *painter,
                        NidaColor    color,
                        double       opacity)
{
  NidaRgba c = nida_palette_get (painter->theme, color);

  cairo_set_source_rgba (painter->cr, c.red, c.green, c.blue, c.alpha * opacity);
}

/* In high contrast nothing is only pale: a note that stands back behind a brush is read as before, and a line, which has no edge
 * of its own, keeps 3:1 in every hue. Both are as strong as that as soon as they are as strong as what stands back, so that what
 * comes or goes still fades. */
double
nida_painter_opacity (const NidaPainter *painter,
                      const NidaNode    *node)
{
  double back = MIN (node->opacity / NIDA_GHOST, 1.0);

  if (painter->theme != NIDA_THEME_CONTRAST || (!node->note && node->shape != NIDA_SHAPE_LINE))
    return node->opacity;
  return node->note ? back : MAX (back * LINE_BACK, node->opacity);
}

double
nida_painter_snap_x (NidaPainter *painter,
                     double       x)
{
  return painter->snap ? round (x / painter->pixel_x) * painter->pixel_x : x;
}

double
nida_painter_snap_y (NidaPainter *painter,
                     double       y)
{
  return painter->snap ? round (y / painter->pixel_y) * painter->pixel_y : y;
}

/* Whole pixels, at least one; half as wide again for those who need contrast. */
double
nida_painter_line_width (NidaPainter *painter,
                         double       points)
{
  double width = painter->theme == NIDA_THEME_CONTRAST ? points * 1.5 : points;

  if (!painter->snap)
    return width;

  return MAX (round (width / painter->pixel_x), 1.0) * painter->pixel_x;
}

cairo_pattern_t *
nida_painter_pixel_pattern (NidaPainter     *painter,
                            cairo_surface_t *surface,
                            double           x,
                            double           y)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (surface);
  cairo_matrix_t matrix;

  cairo_matrix_init_translate (&matrix, -x, -y);
  cairo_matrix_scale (&matrix, 1 / painter->pixel_x, 1 / painter->pixel_y);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  return pattern;
}
