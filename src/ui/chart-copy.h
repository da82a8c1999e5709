/* A chart for other programs: on the clipboard, dragged out, or as a file. */
#pragma once

#include "chart-spec.h"
#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Picture, drawing and table at once: each program takes what it understands, and Nida the chart itself, where @spec is given. */
GdkContentProvider *nida_chart_copy_provider (NidaScene *scene, const NidaChartSpec *spec, GError **error);
GdkTexture         *nida_chart_copy_texture (NidaScene *scene, double pixel_scale, GError **error);   /* transfer full */
/* "Five donors gave 59%.png": @title without what a file system refuses. */
char               *nida_chart_copy_file_name (NidaScene *scene, const char *ending);
/* The same without its ending. */
char               *nida_chart_copy_file_stem (const char *title);

G_END_DECLS
