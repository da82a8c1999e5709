/* Held until the table is opened, which may be long after the recipe is gone. */
#include "config.h"

#include "cube-table.h"

#include "nouns.h"
#include "translate.h"
#include "words.h"

NidaCubeTable *
nida_cube_table_new (NidaRecipe *recipe)
{
  NidaCubeTable *self = g_new0 (NidaCubeTable, 1);

  self->cube = g_object_ref (nida_recipe_cube (recipe, 0));
  self->language = g_object_ref (recipe->context->language);
  self->currency = g_strdup (nida_recipe_currency (recipe));
  self->measure = recipe->spec->measure;
  return self;
}

void
nida_cube_table_free (gpointer data)
{
  NidaCubeTable *self = data;

  g_object_unref (self->cube);
  g_object_unref (self->language);
  g_free (self->currency);
  g_free (self);
}

char *
nida_cube_table_item_name (const NidaCubeTable *self,
                           guint                dimension,
                           guint                index)
{
  const NidaCubeItem *item = nida_cube_get_item (self->cube, dimension, index);
  NidaField field = nida_cube_get_query (self->cube)->by[dimension].field;

  if (item->not_stated)
    return g_strdup (field == NIDA_FIELD_DATE ? _("undated") : nida_noun_not_stated (nida_noun_for_field (field)));
  if (field == NIDA_FIELD_DATE)
    return nida_language_period (self->language, item->period, NIDA_DATE_MEDIUM);
  return nida_words_name (self->language, field, item->name, item->arabic);
}
