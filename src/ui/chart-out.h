/* A chart out of Nida: as a picture or as its data. */
#pragma once

#include "chart-spec.h"
#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where to and in which format, and saves @scene as it is seen, or its table. */
void     nida_chart_out_save  (GtkWidget *widget, NidaScene *scene);
/* The ending of @file says the format: a picture, or .csv and .xlsx for the table. */
gboolean nida_chart_out_write (NidaScene *scene, GFile *file, double pixel_scale, GError **error);

/* What is dragged out: all that is copied (@spec may be NULL), and a PNG as a file, for a file manager. Transfer full; NULL where it fails. */
GdkContentProvider *nida_chart_out_drag (NidaScene *scene, const NidaChartSpec *spec);

G_END_DECLS
