/* Colours as eyes see them: CIE L*a*b*, colour blindness, and how far two colours are apart. */
#pragma once

#include "palette.h"

G_BEGIN_DECLS

typedef struct { double l, a, b; } Lab;

#define N_VISIONS 4      /* normal, protan, deutan, tritan */

/* sRGB, D65, as an eye of @vision sees it; alpha is not looked at. Machado, Oliveira and Fernandes 2009, full severity. */
Lab         vision_see      (NidaRgba color, guint vision);
const char *vision_get_name (guint vision);
/* CIEDE2000. */
double      vision_distance (Lab p, Lab q);

G_END_DECLS
