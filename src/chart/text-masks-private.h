/* Between text-masks.c and paint-text.c. */
#pragma once

#include "painter.h"
#include "text-masks.h"

G_BEGIN_DECLS

#define NIDA_HALO 2.0       /* points on each side of words that stand over lines */

/* A line as it stands on a pixel or a quarter, a half, three quarters of one behind it. */
typedef struct {
  cairo_surface_t *ink[4], *halo[4];     /* their origin is the start of the line on its baseline */
} NidaLineMasks;

typedef struct {
  guint          n_lines;
  double        *widths;         /* points, by line */
  NidaLineMasks *masks;          /* by line */
  guint64        used;
} NidaTextMask;

/* The masks of the words of @node; made empty when met for the first time. */
NidaTextMask *nida_text_masks_get  (NidaTextMasks *self, NidaPainter *painter, const NidaNode *node);
/* Paint line @line of it with its start at (@x, @baseline), points; the letters in @node's colour over a halo where it has one. */
void          nida_text_masks_show (NidaPainter *painter, const NidaNode *node, NidaTextMask *mask, guint line, double x,
                                    double baseline);
/* A picture is done: what was not used for many pictures is forgotten. */
void          nida_text_masks_turn (NidaTextMasks *self);

G_END_DECLS
