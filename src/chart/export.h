/* A scene as PNG, SVG or PDF, with its description inside; the same bytes from the window and the command line. */
#pragma once

#include "scene.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum { NIDA_EXPORT_PNG, NIDA_EXPORT_SVG, NIDA_EXPORT_PDF } NidaExportFormat;

gboolean nida_export_format_from_name (const char *file_name, NidaExportFormat *format);   /* by ending */
/* @pixel_scale: 1 to 4, PNG only. */
GBytes  *nida_scene_export            (NidaScene *scene, NidaTheme theme, NidaExportFormat format, double pixel_scale,
                                       const char *language, GError **error);
/* One PDF of several pages, each as large as its scene; @title: of the whole. */
GBytes  *nida_scenes_export_pdf       (GPtrArray *scenes, const char *title, NidaTheme theme, const char *language, GError **error);
/* For a PDF that is written by somebody else (GTK's printing): the figure that it needs, and its words behind what was written. */
void     nida_scene_paint_figure      (NidaScene *scene, cairo_t *cr, NidaTheme theme);
GBytes  *nida_pdf_describe            (GBytes *pdf, const char *description, const char *language);
/* Written beside and renamed: an error keeps the old file. Lives in model's GIO level: see safe-file.h. */
gboolean nida_scene_export_file       (NidaScene *scene, NidaTheme theme, GFile *file, double pixel_scale,
                                       const char *language, GError **error);

G_END_DECLS
