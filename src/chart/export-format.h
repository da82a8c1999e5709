/* One format a file: PNG chunks, SVG text, PDF objects. Private to chart/. */
#pragma once

#include "export.h"

G_BEGIN_DECLS

/* @png: a complete PNG. Returns it with the words in an iTXt chunk each. */
GBytes *nida_png_with_words (GByteArray *png, const char *title, const char *description, const char *language);
/* @svg: as Cairo writes it. Returns it with title, desc and language, and ids that do not depend on what was drawn before. */
GBytes *nida_svg_with_words (GByteArray *svg, const char *title, const char *description, const char *language);
/* @pdf: as Cairo writes it, with @n figures among its tags. Returns it with their words in the order of the pages, their language,
 * and with its title shown in place of the file's name. */
GBytes *nida_pdf_with_words (GByteArray *pdf, const char * const *descriptions, guint n, const char *language);

G_END_DECLS
