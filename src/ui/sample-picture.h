/* A small picture of what a sample shows: bars, columns, lines or steps, drawn as a chart is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { NIDA_PICTURE_BARS, NIDA_PICTURE_COLUMNS, NIDA_PICTURE_STACKS, NIDA_PICTURE_RISE } NidaPictureKind;

#define NIDA_TYPE_SAMPLE_PICTURE (nida_sample_picture_get_type ())
G_DECLARE_FINAL_TYPE (NidaSamplePicture, nida_sample_picture, NIDA, SAMPLE_PICTURE, GtkWidget)

GtkWidget *nida_sample_picture_new (NidaPictureKind kind);

G_END_DECLS
