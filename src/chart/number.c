/* The marks of the number chart. */
#include "config.h"

#include "recipe.h"

#include <glib/gi18n-lib.h>

void
nida_number_queries (const NidaChartSpec *spec,
                   GPtrArray           *queries)
{
  g_ptr_array_add (queries, nida_query_copy (spec->query));
}

void
nida_number_build (NidaRecipe *recipe)
{
  nida_recipe_frame (recipe, recipe->spec->title ? recipe->spec->title : "", "", NULL);
  nida_recipe_message (recipe, _("There is nothing to show yet."));
}
