/* Writing words where they stand on the slide. */
#pragma once

#include "slide-field.h"

G_BEGIN_DECLS

/* A field over @box of @picture, in which @words of the present slide are written; Escape, or a click beside it, closes it.
 * Transfer none. */
GtkWidget *nida_slide_typing_open (NidaSlideList *list, GtkWidget *picture, NidaSlideWords words, gboolean arabic, const NidaBox *box);

G_END_DECLS
