/* A field in which words of the present slide are written, in one of both languages; typing is one step for undo. */
#pragma once

#include "slide-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From FIGURE_WORDS on those under each figure. */
typedef enum {
  NIDA_SLIDE_TITLE_WORDS, NIDA_SLIDE_TEXT_WORDS, NIDA_SLIDE_NOTES_WORDS, NIDA_SLIDE_FIGURE_WORDS,
  NIDA_SLIDE_N_WORDS = NIDA_SLIDE_FIGURE_WORDS + NIDA_SLIDE_MAX_FIGURES,
} NidaSlideWords;

#define NIDA_TYPE_SLIDE_FIELD (nida_slide_field_get_type ())
G_DECLARE_FINAL_TYPE (NidaSlideField, nida_slide_field, NIDA, SLIDE_FIELD, GtkWidget)

GtkWidget  *nida_slide_field_new       (NidaSlideList *list, NidaSlideWords words, gboolean arabic);
/* "Title in English": what it is, for a label above it. */
const char *nida_slide_field_get_label (NidaSlideField *self);

G_END_DECLS
