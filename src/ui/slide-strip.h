/* The strip of slides at the start of the slides page: small pictures, chosen, moved by keys and dragged. */
#pragma once

#include "slide-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list box that follows @list. Transfer floating. */
GtkWidget *nida_slide_strip_new (NidaSlideList *list);

G_END_DECLS
