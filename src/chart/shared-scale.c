/* What several small charts have together: how far their figures and their days reach, and one legend. */
#include "config.h"

#include "legend.h"
#include "recipe.h"

void
nida_shared_scale_init (NidaSharedScale *self,
                        gboolean         own)
{
  *self = (NidaSharedScale) { .first_day = G_MAXINT32, .last_day = G_MININT32, .own = own };
  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->legend = g_ptr_array_new_with_free_func (nida_legend_item_free);
}

void
nida_shared_scale_clear (NidaSharedScale *self)
{
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->legend, g_ptr_array_unref);
}

/**
 * nida_recipe_share_scale:
 * @recipe: a recipe
 * @min: (inout): the lowest figure that its scale holds
 * @max: (inout): the highest
 */
void
nida_recipe_share_scale (NidaRecipe *recipe,
                         gint64     *min,
                         gint64     *max)
{
  NidaSharedScale *shared = recipe->context->shared_scale;

  if (shared == NULL || shared->own)
    return;
  if (!shared->fixed)
    {
      shared->min = MIN (shared->min, *min);
      shared->max = MAX (shared->max, *max);
    }
  *min = MIN (*min, shared->min);
  *max = MAX (*max, shared->max);
}

/**
 * nida_shared_scale_days:
 * @self: (nullable): a scale
 * @first: (inout): the first day that an axis of time holds
 * @last: (inout): the last
 */
void
nida_shared_scale_days (NidaSharedScale *self,
                        gint32          *first,
                        gint32          *last)
{
  if (self == NULL || self->own)
    return;
  if (!self->fixed)
    {
      self->first_day = MIN (self->first_day, *first);
      self->last_day = MAX (self->last_day, *last);
    }
  *first = MIN (*first, self->first_day);
  *last = MAX (*last, self->last_day);
}
