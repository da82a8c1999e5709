/* What the table of a chart is made from, when somebody opens it: an answer, and how its values are written. Private to
 * chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

typedef struct {
  NidaCube     *cube;
  NidaLanguage *language;
  char         *currency;
  NidaMeasure   measure;
} NidaCubeTable;

/* Of the first answer of @recipe; for nida_scene_builder_table_later(), which frees it with nida_cube_table_free(). */
NidaCubeTable *nida_cube_table_new       (NidaRecipe *recipe);
void           nida_cube_table_free      (gpointer self);
/* (transfer full): the name of the item @index of @dimension, a date in full words. */
char          *nida_cube_table_item_name (const NidaCubeTable *self, guint dimension, guint index);

G_END_DECLS
