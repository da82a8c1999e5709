/* The choices of the present slide: its words in both languages, its layout and build, its times, and what stands on it. */
#pragma once

#include "slide-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A form that follows the present slide of @list; charts are chosen from the board of @session. Transfer floating. */
GtkWidget *nida_slide_form_new   (NidaSlideList *list, NidaSession *session);
/* To where the title or the text is written in the language. */
void       nida_slide_form_focus (GtkWidget *form, NidaSlideWords words, gboolean arabic);

G_END_DECLS
