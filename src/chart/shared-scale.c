/* What several small charts have together: how far their figures and their days reach, and one legend. */
#include "config.h"

#include "legend.h"
#include "recipe.h"

void
nida_shared_scale_init (NidaSharedScale *self,
                        gboolean         own)
{
  *self = (NidaSharedScale) { .first_day = G_MAXINT32, .last_day = G_MININT32, .row = G_MAXDOUBLE, .own = own };
  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->legend = g_ptr_array_new_with_free_func (nida_legend_item_free);
  self->tiled = g_hash_table_new (g_str_hash, g_str_equal);
}

void
nida_shared_scale_clear (NidaSharedScale *self)
{
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->legend, g_ptr_array_unref);
  g_clear_pointer (&self->tiled, g_hash_table_unref);
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
 * nida_recipe_share_words:
 * @recipe: a recipe
 * @before: (inout): width of the words before its bars, in points
 * @behind: (inout): of those behind them
 * @row: (inout) (nullable): height of a row
 */
void
nida_recipe_share_words (NidaRecipe *recipe,
                         double     *before,
                         double     *behind,
                         double     *row)
{
  NidaSharedScale *shared = recipe->context->shared_scale;

  if (shared == NULL || shared->own)
    return;
  if (!shared->fixed)
    {
      shared->before = MAX (shared->before, *before);
      shared->behind = MAX (shared->behind, *behind);
      shared->row = row != NULL ? MIN (shared->row, *row) : shared->row;
    }
  *before = MAX (*before, shared->before);
  *behind = MAX (*behind, shared->behind);
  if (row != NULL)
    *row = MIN (*row, shared->row);
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
