/* A chart of donors that is filtered by donors shows all of them, as the list of the filter does, so that another can be
 * chosen: those that are not chosen are pale. One pass over the finished scene serves every kind of chart. */
#include "config.h"

#include "chosen.h"

#include "brushed.h"
#include "scene-private.h"
#include "translate.h"

static gboolean
is_of_field (const NidaMark *mark,
             NidaField       field,
             guint          *index)
{
  for (*index = 0; *index < mark->n_fields; ++*index)
    if (mark->fields[*index] == field)
      return TRUE;
  return FALSE;
}

static gboolean
is_within (const NidaBox *inner,
           const NidaBox *outer)
{
  double x = inner->x + inner->width / 2, y = inner->y + inner->height / 2;

  return x >= outer->x && x <= outer->x + outer->width && y >= outer->y && y <= outer->y + outer->height;
}

/* Words on a fill that has paled have lost the ground that their ink was chosen for. */
static void
darken_words (NidaScene *scene,
              NidaNode  *pale)
{
  for (guint i = 0; i < scene->nodes->len; i++)
    {
      NidaNode *node = g_ptr_array_index (scene->nodes, i);

      if (node->shape != NIDA_SHAPE_TEXT || (node->fill != NIDA_COLOR_INK_DARK && node->fill != NIDA_COLOR_INK_LIGHT)
          || !is_within (&node->box, &pale->box))
        continue;
      node->fill = NIDA_COLOR_TEXT;
      node->halo = TRUE;
    }
}

void
nida_scene_show_chosen (NidaScene           *scene,
                        const NidaChartSpec *spec)
{
  if (spec == NULL || spec->chosen == NULL)
    return;
  for (guint i = 0; i < scene->nodes->len; i++)
    {
      NidaNode *node = g_ptr_array_index (scene->nodes, i);
      guint at;

      if (node->mark == NULL)
        continue;
      if (is_of_field (node->mark, spec->chosen_field, &at)
          && g_strv_contains ((const char * const *) spec->chosen, node->mark->values[at]))
        {
          /* Translators: in the tooltip of a bar whose donor is chosen in the filter, beside pale ones that are not */
          nida_mark_add_line (node->mark, _("Chosen"));
          continue;
        }
      if (at == node->mark->n_fields && !nida_mark_has_rest (node->mark, spec->chosen_field))
        continue;
      node->opacity *= NIDA_GHOST;
      darken_words (scene, node);
    }
}
