/* One format a file: PNG chunks, SVG text, PDF objects. Private to chart/. */
#pragma once

#include "export.h"

G_BEGIN_DECLS

/* @png: a complete PNG of @pixel_scale pixels a point. Returns it with its resolution, and the words in an iTXt chunk each. */
GBytes *nida_png_with_words (GByteArray *png, double pixel_scale, const char *title, const char *description, const char *language);
/* @svg: as Cairo writes it. Returns it with title, desc and language, and ids that do not depend on what was drawn before. */
GBytes *nida_svg_with_words (GByteArray *svg, const char *title, const char *description, const char *language);
/* @pdf: as Cairo writes it, with @n figures among its tags. Returns it with their words in the order of the pages, their language,
 * and with its title shown in place of the file's name. */
GBytes *nida_pdf_with_words (GByteArray *pdf, const char * const *descriptions, guint n, const char *language);

G_END_DECLS
