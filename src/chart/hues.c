/* A hue is one name, in a chart and in all of its small ones. Only donors keep theirs on the whole board: other names are many,
 * and five hues given away for good would leave most charts grey. */
#include "config.h"

#include "hues.h"

/**
 * nida_hues_new:
 *
 * Returns: (transfer full): a map in which the largest five have a hue
 */
NidaColorMap *
nida_hues_new (NidaRecipe *recipe,
               NidaField   field,
               GPtrArray  *groups)
{
  NidaColorMap *colors = recipe->context->colors, *hues;

  if (colors != NULL && (field == NIDA_FIELD_DONOR || recipe->context->panel != NULL))
    return nida_color_map_ref (colors);
  hues = nida_color_map_new_chosen (colors, field);
  for (guint i = 0; i < groups->len; i++)
    {
      const NidaGroup *group = g_ptr_array_index (groups, i);

      if (group->role == NIDA_GROUP_NAMED)
        nida_color_map_pin (hues, field, group->name);
    }
  return hues;
}
