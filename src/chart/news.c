/* The dot stands on the outer corner of what is painted: filled where flows are new, hollow where some only changed. A mark
 * that is not painted (the whole slot of a column) has one on its base, unless what stands in it has one already. */
#include "config.h"

#include "news.h"

#include "legend.h"
#include "translate.h"

#define RADIUS 4.0
#define RING   1.5      /* around a filled dot, half of it inside */
#define GAP    6.0

typedef struct {
  NidaRecipe *recipe;
  GHashTable *known;      /* filters that have their dot already */
  GArray     *dots;       /* NidaPoint */
} News;

static gboolean
has_news (NidaRecipe *recipe,
          guint      *n_new,
          guint      *n_changed)
{
  const NidaChartNews *news = recipe->context->news;

  *n_new = *n_changed = 0;
  if (news == NULL || recipe->spec == NULL || recipe->cubes == NULL)
    return FALSE;
  news->count (news->data, NULL, n_new, n_changed);
  return *n_new + *n_changed > 0;
}

static char *
words_of (NidaRecipe *recipe,
          gboolean    changed,
          guint       n)
{
  NidaLanguage *language = recipe->context->language;
  g_autofree char *moment = nida_language_moment (language, recipe->context->news->since, FALSE);
  g_autofree char *count = nida_language_integer (language, n);

  /* Translators: rows that an earlier reading had otherwise: when that was, then how many: "Changed since 1 Oct 2026: 2" */
  return changed ? g_strdup_printf (_("Changed since %1$s: %2$s"), moment, count)
  /* Translators: rows that an earlier reading had not: when that was, then how many: "New since 1 Oct 2026: 3" */
                 : g_strdup_printf (_("New since %1$s: %2$s"), moment, count);
}

/* --- the legend --- */

static NidaLegendItem
legend_item (const char *label,
             gboolean    changed)
{
  return (NidaLegendItem) {
    .id = changed ? "changed" : "new", .label = label, .swatch = NIDA_SWATCH_DOT,
    .fill = changed ? NIDA_COLOR_CARD : NIDA_COLOR_TEXT, .stroke = NIDA_COLOR_TEXT,
  };
}

double
nida_news_legend (NidaRecipe *recipe,
                  double      x,
                  double      bottom,
                  double      width)
{
  NidaLegendItem items[2];
  guint n_new, n_changed, n = 0;
  g_autofree char *fresh = NULL, *changed = NULL;
  double height;

  if (!has_news (recipe, &n_new, &n_changed))
    return bottom;
  if (n_new > 0)
    items[n++] = legend_item (fresh = words_of (recipe, FALSE, n_new), FALSE);
  if (n_changed > 0)
    items[n++] = legend_item (changed = words_of (recipe, TRUE, n_changed), TRUE);
  height = nida_legend_get_height (recipe, items, n, width);
  nida_legend_emit (recipe, items, n, x, bottom - height, width);
  return bottom - height - nida_recipe_px (recipe, GAP);
}

/* --- the dots --- */

static gboolean
is_painted (const NidaNode *node)
{
  return node->fill != NIDA_COLOR_NONE || node->stroke != NIDA_COLOR_NONE;
}

static NidaPoint
find_spot (NidaRecipe     *recipe,
           const NidaNode *node)
{
  double inset = nida_recipe_px (recipe, RADIUS + RING);
  NidaPoint spot;

  if (node->shape == NIDA_SHAPE_SECTOR && node->n_points > 0)
    return nida_recipe_sector_middle (recipe, node);
  if (node->shape == NIDA_SHAPE_TEXT)      /* a card's figure: between it and its unit, at the height of the digits */
    spot = (NidaPoint) { node->box.x + node->box.width + nida_recipe_px (recipe, RADIUS / 2.0),
                         node->box.y + nida_recipe_px (recipe, 2.0 * RADIUS) };
  else if (is_painted (node))
    spot = (NidaPoint) { node->box.x + node->box.width, node->box.y };
  else
    spot = (NidaPoint) { node->box.x + node->box.width / 2.0, node->box.y + node->box.height };
  return (NidaPoint) { CLAMP (spot.x, inset, recipe->context->width - inset),
                       CLAMP (spot.y, inset, recipe->context->height - inset) };
}

static gboolean
holds_dot (News           *self,
           const NidaNode *node)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      const NidaPoint *dot = &g_array_index (self->dots, NidaPoint, i);

      if (dot->x >= node->box.x && dot->x <= node->box.x + node->box.width)
        return TRUE;
    }
  return FALSE;
}

static void
add_dot (News     *self,
         NidaNode *node,
         gboolean  changed)
{
  NidaPoint spot = find_spot (self->recipe, node);
  g_autofree char *key = g_strconcat ("news/", node->key, NULL);
  NidaNode *dot = nida_scene_builder_circle (self->recipe->scene, key, spot,
                                             nida_recipe_px (self->recipe, changed ? RADIUS : RADIUS + RING),
                                             changed ? NIDA_COLOR_CARD : NIDA_COLOR_TEXT);

  dot->stroke = changed ? NIDA_COLOR_TEXT : NIDA_COLOR_CARD;
  dot->line_width = nida_recipe_px (self->recipe, RING);
  g_array_append_val (self->dots, spot);
}

/* Lines and words have no corner; a card's figure is words. A mark without a filter stands for rows that no filter names, but
 * on a card for all of them, if it tells any figure. */
static gboolean
can_have_dot (NidaRecipe     *recipe,
              const NidaNode *node)
{
  gboolean card = recipe->spec->kind == NIDA_CHART_NUMBER;

  if (node->mark == NULL || node->shape == NIDA_SHAPE_LINE || (node->shape == NIDA_SHAPE_TEXT && !card))
    return FALSE;
  return card ? node->mark->money != NIDA_MONEY_NONE : node->mark->n_fields > 0;
}

static void
look_at (News     *self,
         NidaNode *node)
{
  const NidaChartNews *news = self->recipe->context->news;
  g_autofree char *filter = nida_mark_dup_filter (node->mark);
  guint n_new = 0, n_changed = 0;

  news->count (news->data, node->mark->n_fields > 0 ? node->mark : NULL, &n_new, &n_changed);
  if (n_new + n_changed == 0)
    return;
  for (guint changed = 0; changed < 2; changed++)
    if ((changed ? n_changed : n_new) > 0)
      {
        g_autofree char *line = words_of (self->recipe, changed, changed ? n_changed : n_new);

        nida_mark_add_line (node->mark, line);
      }
  if (!g_hash_table_add (self->known, g_steal_pointer (&filter)) || (!is_painted (node) && holds_dot (self, node)))
    return;
  add_dot (self, node, n_new == 0);
}

void
nida_news_mark (NidaRecipe *recipe)
{
  News self = { .recipe = recipe };
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) dots = g_array_new (FALSE, FALSE, sizeof (NidaPoint));
  guint n_new, n_changed, n_nodes = nida_scene_builder_get_n_nodes (recipe->scene);

  if (!has_news (recipe, &n_new, &n_changed))
    return;
  self.known = known;
  self.dots = dots;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_nodes; i++)
      {
        NidaNode *node = nida_scene_builder_get_node (recipe->scene, i);

        if (can_have_dot (recipe, node) && is_painted (node) == (pass == 0))
          look_at (&self, node);
      }
  for (guint changed = 0; changed < 2; changed++)
    if ((changed ? n_changed : n_new) > 0)
      {
        g_autofree char *words = words_of (recipe, changed, changed ? n_changed : n_new);
        /* Translators: a remark made a sentence of the description */
        g_autofree char *sentence = g_strdup_printf (_("%s."), words);

        nida_scene_builder_add_description (recipe->scene, sentence);
      }
}
