/* The table of a chart as a file: figures as numbers, words as words. */
#pragma once

#include "scene.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The ending of @file says the format: .csv or .xlsx. */
gboolean nida_scene_table_write (NidaScene *scene, GFile *file, GError **error);

G_END_DECLS
