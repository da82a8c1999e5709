/* Asking where to and in which format something is saved, then saving it and saying so. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  NIDA_SAVE_PNG = 1 << 0,
  NIDA_SAVE_SVG = 1 << 1,
  NIDA_SAVE_PDF = 1 << 2,
  NIDA_SAVE_CSV = 1 << 3,
  NIDA_SAVE_XLSX = 1 << 4,
} NidaSaveFormats;

#define NIDA_SAVE_PICTURES (NIDA_SAVE_PNG | NIDA_SAVE_SVG | NIDA_SAVE_PDF)
#define NIDA_SAVE_DATA     (NIDA_SAVE_CSV | NIDA_SAVE_XLSX)

/* Write @file, whose ending is that of one of the formats. @pixel_scale: pixels a point, 1 to 4; of a PNG. FALSE without an error:
 * it goes on, and nida_save_dialog_tell() follows. */
typedef gboolean (*NidaSaveFunc) (GFile *file, double pixel_scale, gpointer data, GError **error);

/* @name: without an ending; the first format in the order above is offered first, or @first. The answer is told as a toast of
 * the window that @widget is in, or that its window is transient for. */
void   nida_save_dialog_show     (GtkWidget *widget, const char *title, const char *name, NidaSaveFormats formats,
                                  NidaSaveFormats first, NidaSaveFunc save, gpointer data, GDestroyNotify destroy);
/* @file is saved, or where there is an @error is not. */
void   nida_save_dialog_tell     (GtkWidget *widget, GFile *file, const GError *error);
/* What to write for @file, as a person named it: its ending says the format; without one of @formats, or while its name is the
 * one that was @suggested, the format that is @chosen does. Where that is another name, it is one that is free. Transfer full. */
GFile *nida_save_dialog_complete (GFile *file, const char *suggested, NidaSaveFormats formats, NidaSaveFormats chosen);

G_END_DECLS
