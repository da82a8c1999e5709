/* A name is written smaller before it is cut: "United States Department of …" names nobody. */
#include "config.h"

#include "fitted-name.h"

#include "cut-names.h"
#include "nouns.h"

/**
 * nida_fitted_name_fits:
 * @recipe: a recipe
 * @name: as it is shown
 * @font: in which it would stand best
 * @width: its room in points
 *
 * Returns: whether nida_fitted_name_emit() can write it on one line without cutting it
 */
gboolean
nida_fitted_name_fits (NidaRecipe *recipe,
                       const char *name,
                       NidaFont    font,
                       double      width)
{
  return nida_recipe_text_width (recipe, name, font) <= width
         || nida_recipe_text_width (recipe, name, NIDA_FONT_SOURCE) <= width;
}

static void
emit_line (NidaRecipe *recipe,
           const char *key,
           NidaBox     row,
           NidaFont    font,
           const char *name)
{
  double width = MIN (nida_recipe_text_width (recipe, name, font), row.width);

  nida_node_name (nida_recipe_text (recipe, key, row.x, row.y + (row.height - nida_recipe_line (recipe, font)) / 2, width, font,
                                    NIDA_COLOR_TEXT, NIDA_ANCHOR_START, name),
                  name);
}

/**
 * nida_fitted_name_emit:
 * @recipe: a recipe
 * @key: of the node
 * @row: its room, in points
 * @font: in which it stands if it fits
 * @name: as it is shown
 *
 * On one line; smaller; on two smaller lines where the row is high enough; at last cut.
 */
void
nida_fitted_name_emit (NidaRecipe *recipe,
                       const char *key,
                       NidaBox     row,
                       NidaFont    font,
                       const char *name)
{
  double line = nida_recipe_line (recipe, NIDA_FONT_SOURCE);

  if (nida_recipe_text_width (recipe, name, font) <= row.width)
    emit_line (recipe, key, row, font, name);
  else if (nida_fitted_name_fits (recipe, name, font, row.width) || row.height < 2 * line)
    emit_line (recipe, key, row, NIDA_FONT_SOURCE, name);
  else
    nida_node_name (nida_scene_builder_paragraph (recipe->scene, key,
                                                  (NidaBox) { row.x, row.y + row.height / 2 - line, row.width, 2 * line },
                                                  NIDA_FONT_SOURCE, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, 2, name),
                    name);
}

void
nida_fitted_name_emit_others (NidaRecipe *recipe,
                              const char *key,
                              NidaBox     row,
                              NidaFont    font,
                              const char *name,
                              guint       n)
{
  g_autofree char *brief = nida_noun_other_brief (recipe->context->language, n);
  gboolean wraps = row.height >= 2 * nida_recipe_line (recipe, NIDA_FONT_SOURCE)
                   && nida_measurer_lines (recipe->context->measurer, name, NIDA_FONT_SOURCE, recipe->scale, row.width) <= 2;

  nida_fitted_name_emit (recipe, key, row, font, n == 0 || wraps || nida_fitted_name_fits (recipe, name, font, row.width) ? name : brief);
}
