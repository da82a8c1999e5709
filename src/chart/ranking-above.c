/* A ranking in a narrow column: names and amounts over bars, each of which is a part of the whole. */
#include "config.h"

#include "ranking.h"

#include "cut-names.h"

#define BAR_Y      19.0
#define BAR_HEIGHT  6.0
#define TRACK_OPACITY 0.5

static void
emit_words (NidaRanking     *self,
            const NidaGroup *group,
            double           y)
{
  NidaRecipe *recipe = self->recipe;
  const NidaBox plot = recipe->plot;
  const char *label = nida_group_get_label (group);
  g_autofree char *value = nida_recipe_value (recipe, self->measure, group->value);
  g_autofree char *label_key = g_strconcat ("label/bar/", group->key, NULL);
  g_autofree char *value_key = g_strconcat ("value/bar/", group->key, NULL);
  double value_width = MIN (nida_recipe_text_width (recipe, value, NIDA_FONT_VALUE_BOLD), plot.width);
  double room = MAX (plot.width - value_width - nida_recipe_px (recipe, 8), 1.0);
  double width = MIN (nida_recipe_text_width (recipe, label, NIDA_FONT_VALUE), room);

  nida_node_name (nida_recipe_text (recipe, label_key, plot.x, y, width, NIDA_FONT_VALUE, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, label), label);
  nida_recipe_text (recipe, value_key, plot.x + plot.width - value_width, y, value_width, NIDA_FONT_VALUE_BOLD,
                    NIDA_COLOR_TEXT, NIDA_ANCHOR_END, value);
}

/* A negative sum has no length here: its amount says it. */
static void
emit_bar (NidaRanking     *self,
          const NidaGroup *group,
          NidaMoney        whole,
          double           y)
{
  NidaRecipe *recipe = self->recipe;
  NidaLegendItem style = nida_ranking_style (self, group);
  double length = recipe->plot.width * CLAMP ((double) group->value / (double) whole, 0.0, 1.0);
  NidaBox box = { recipe->plot.x, y + nida_recipe_px (recipe, BAR_Y), recipe->plot.width, nida_recipe_px (recipe, BAR_HEIGHT) };
  g_autofree char *track = g_strconcat ("track/", group->key, NULL);
  g_autofree char *key = g_strconcat ("bar/", group->key, NULL);
  NidaNode *node = nida_scene_builder_rect (recipe->scene, track, box, NIDA_COLOR_GRID);

  node->opacity = TRACK_OPACITY;
  box.width = group->value > 0 ? MAX (length, nida_recipe_px (recipe, 1)) : 0.0;
  node = nida_scene_builder_rect (recipe->scene, key, box, style.fill);
  nida_legend_item_apply (&style, node);
  node->base = NIDA_BASE_START;
  nida_scene_builder_mark (node, nida_ranking_mark (self, group));
}

void
nida_ranking_emit_above (NidaRanking *self)
{
  double y = self->recipe->plot.y;
  NidaMoney whole = self->additive && !nida_groups_any_negative (self->all) ? nida_groups_total (self->all)
                                                                            : nida_groups_max (self->all);

  for (guint i = 0; i < self->shown->len; i++, y += nida_recipe_px (self->recipe, self->pitch))
    {
      emit_words (self, g_ptr_array_index (self->shown, i), y);
      emit_bar (self, g_ptr_array_index (self->shown, i), MAX (whole, 1), y);
    }
}
