/* The one way in which words become glyphs: measuring and painting both lay out here, so that they agree. Private to
 * chart/. */
#pragma once

#include "measurer.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Base direction is that of the chart, never guessed from the text. */
PangoContext *nida_pango_text_context (gboolean rtl);
/* @width below 0 is no limit; else lines break there and the last of @max_lines is ellipsised (0: as many as needed). */
PangoLayout  *nida_pango_text_layout  (PangoContext *context, const char *text, NidaFont font, double scale, double width, guint max_lines);

G_END_DECLS
