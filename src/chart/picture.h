/* A PNG inside a scene: a letterhead. Read and checked once, decoded where it is painted. */
#pragma once

#include "scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Is @bytes a PNG that can be drawn? Tells its size in pixels. */
gboolean nida_picture_check (GBytes *bytes, double *width, double *height, GError **error);
void     nida_picture_paint (GBytes *bytes, cairo_t *cr, NidaBox box);

G_END_DECLS
