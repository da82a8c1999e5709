/* The figures of a chart as rows with names, in place of its picture. */
#pragma once

#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @reserve_end: points beside the title that something else stands over. */
GtkWidget *nida_chart_as_table_new   (NidaScene *scene, double reserve_end);
/* The keys on its first row, as soon as there is one. */
void       nida_chart_as_table_focus (GtkWidget *self);

G_END_DECLS
