/* What the files that paint share: a Cairo context, a theme and the pixel grid. Private to chart/. */
#pragma once

#include "paint.h"
#include "text-masks.h"

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct {
  cairo_t      *cr;
  NidaScene    *scene;
  NidaTheme     theme;
  double        scale;          /* of the scene */
  gboolean      snap;           /* a raster of pixels: keep edges crisp; paper and SVG are exact */
  double        pixel_x, pixel_y;   /* size of a pixel in points */
  PangoContext *pango, *turned_pango;   /* of the scene's direction; of the other, made when it is needed */
  gboolean      rtl;            /* of the words that are painted */
  NidaTextMasks *masks;         /* NULL: words are drawn anew */
  GArray       *boxes;          /* rectangles that wait (paint-boxes.h), or NULL where none may */
  NidaBox       row;            /* of all that wait */
  double        row_outline;    /* width of their outlines */
} NidaPainter;

void    nida_painter_init       (NidaPainter *painter, NidaScene *scene, cairo_t *cr, NidaTheme theme);
/* Is the origin of points on the corner of a pixel? */
gboolean nida_painter_is_on_pixels (NidaPainter *painter);
void    nida_painter_clear      (NidaPainter *painter);
void    nida_painter_set_color  (NidaPainter *painter, NidaColor color, double opacity);
/* Of a node where it is painted. */
double  nida_painter_opacity    (const NidaPainter *painter, const NidaNode *node);
double  nida_painter_snap_x     (NidaPainter *painter, double x);
double  nida_painter_snap_y     (NidaPainter *painter, double y);
double  nida_painter_line_width (NidaPainter *painter, double points);
/* @surface pixel by pixel, with its origin on the pixel (@x, @y) counted from the origin of points. */
cairo_pattern_t *nida_painter_pixel_pattern (NidaPainter *painter, cairo_surface_t *surface, double x, double y);

/* The outline of @node, @inset points inside its edge (of a rectangle, so that its stroke does not grow it). */
void    nida_painter_node_path  (NidaPainter *painter, const NidaNode *node, double inset);
void    nida_painter_text       (NidaPainter *painter, const NidaNode *node);
/* The halo of a line at the current point of @cr, in its colour. */
void    nida_painter_halo_path  (cairo_t *cr, PangoLayoutLine *line, double scale);
void    nida_painter_show_line  (NidaPainter *painter, PangoLayout *layout, PangoLayoutLine *line, double x, double y);
/* Glyphs that no installed font has. */
int     nida_painter_unknown_glyphs (NidaPainter *painter, const NidaNode *node);

G_END_DECLS
