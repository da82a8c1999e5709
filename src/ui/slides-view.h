/* The slides page of a window: the strip, the present slide with its notes, and its choices. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_SLIDES_VIEW (nida_slides_view_get_type ())
G_DECLARE_FINAL_TYPE (NidaSlidesView, nida_slides_view, NIDA, SLIDES_VIEW, GtkWidget)

GtkWidget *nida_slides_view_new         (NidaSession *session);
/* The strip where there are slides, else the button that makes the first. */
void       nida_slides_view_focus       (NidaSlidesView *self);
GtkWidget *nida_slides_view_get_strip   (NidaSlidesView *self);
GtkWidget *nida_slides_view_get_picture (NidaSlidesView *self);
GtkWidget *nida_slides_view_get_form    (NidaSlidesView *self);

G_END_DECLS
