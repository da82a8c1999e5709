/* A mark behind which rows have just come knows it, so that whatever shows it can point it out once. The dot stands on the outer corner of what is painted: filled where flows are new, hollow where some only changed. A mark
 * that is not painted (the whole slot of a column) has one on its base, unless what stands in it has one already. A hollow square
 * on the other corner stands for what the desk itself has entered. */
#include "config.h"

#include "news.h"

#include "legend.h"
#include "news-counts.h"
#include "translate.h"

#include <string.h>

#define RADIUS 4.0
#define RING   1.5      /* around a filled dot, half of it inside */
#define GAP    6.0

typedef struct {
  NidaRecipe     *recipe;
  NidaNewsCounts *counts;
  GHashTable     *known;      /* places that have their dot already */
  GArray         *dots, *squares;       /* NidaPoint */
  GArray         *came;       /* NidaPoint: the middles of what is painted and holds rows that came */
  GHashTable     *own;        /* key of a node → how many of the rows behind it are the desk's own, in words */
} News;

static gboolean
has_news (NidaRecipe *recipe,
          guint       counts[NIDA_N_NEWS])
{
  const NidaChartNews *news = recipe->context->news;

  memset (counts, 0, NIDA_N_NEWS * sizeof *counts);
  if (news == NULL || recipe->spec == NULL || recipe->cubes == NULL)
    return FALSE;
  news->count (news->data, recipe->spec, NULL, counts);
  return counts[NIDA_NEWS_NEW] + counts[NIDA_NEWS_CHANGED] + counts[NIDA_NEWS_OWN] + counts[NIDA_NEWS_CAME] > 0;
}

static char *
words_of (NidaRecipe   *recipe,
          NidaNewsKind  kind,
          guint         n)
{
  NidaLanguage *language = recipe->context->language;
  g_autofree char *moment = nida_language_moment (language, recipe->context->news->since, FALSE);
  g_autofree char *count = nida_language_integer (language, n);

  if (kind == NIDA_NEWS_OWN)
    /* Translators: rows that the desk has entered in its own ledger, أرقام المكتب, and how many they are */
    return g_strdup_printf (_("The desk’s own: %s"), count);
  /* Translators: rows that an earlier reading had otherwise: when that was, then how many: "Changed since 1 Oct 2026: 2" */
  return kind == NIDA_NEWS_CHANGED ? g_strdup_printf (_("Changed since %1$s: %2$s"), moment, count)
  /* Translators: rows that an earlier reading had not: when that was, then how many: "New since 1 Oct 2026: 3" */
                                   : g_strdup_printf (_("New since %1$s: %2$s"), moment, count);
}

/* --- the legend --- */

static NidaLegendItem
legend_item (const char   *label,
             NidaNewsKind  kind)
{
  static const char * const ids[NIDA_N_NEWS_SIGNS] = { "new", "changed", "own" };

  return (NidaLegendItem) {
    .id = ids[kind], .label = label, .swatch = kind == NIDA_NEWS_OWN ? NIDA_SWATCH_SIGN : NIDA_SWATCH_DOT,
    .fill = kind == NIDA_NEWS_NEW ? NIDA_COLOR_TEXT : NIDA_COLOR_CARD, .stroke = NIDA_COLOR_TEXT,
  };
}

double
nida_news_legend (NidaRecipe *recipe,
                  double      x,
                  double      bottom,
                  double      width)
{
  NidaLegendItem items[NIDA_N_NEWS_SIGNS];
  char *labels[NIDA_N_NEWS_SIGNS] = { NULL };
  guint counts[NIDA_N_NEWS], n = 0;
  double height;

  if (!has_news (recipe, counts))
    return bottom;
  for (NidaNewsKind kind = 0; kind < NIDA_N_NEWS_SIGNS; kind++)
    if (counts[kind] > 0)
      items[n++] = legend_item (labels[kind] = words_of (recipe, kind, counts[kind]), kind);
  if (n == 0)
    return bottom;
  height = nida_legend_get_height (recipe, items, n, width);
  nida_legend_emit (recipe, items, n, x, bottom - height, width);
  for (NidaNewsKind kind = 0; kind < NIDA_N_NEWS_SIGNS; kind++)
    g_free (labels[kind]);
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
holds_any (GArray         *spots,
           const NidaNode *node)
{
  for (guint i = 0; i < spots->len; i++)
    {
      const NidaPoint *spot = &g_array_index (spots, NidaPoint, i);

      if (spot->x >= node->box.x && spot->x <= node->box.x + node->box.width)
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

static gboolean
is_of_all (const NidaMark *mark)
{
  return mark->n_fields + mark->n_rests + mark->row == 0;
}

/* Lines and words have no corner; a card's figure is words. A mark without a filter stands for rows that no filter names, but
 * on a card for all of them, if it tells any figure; one of a single row is told by that. */
static gboolean
can_have_dot (NidaRecipe     *recipe,
              const NidaNode *node)
{
  gboolean card = recipe->spec->kind == NIDA_CHART_NUMBER;

  if (node->mark == NULL || node->shape == NIDA_SHAPE_LINE || (node->shape == NIDA_SHAPE_TEXT && !card))
    return FALSE;
  return card ? node->mark->money != NIDA_MONEY_NONE : !is_of_all (node->mark);
}

/* The desk's own has a square on the other corner, so that both can stand on one mark. */
static void
add_square (News     *self,
            NidaNode *node)
{
  double side = nida_recipe_px (self->recipe, 2.0 * RADIUS);
  NidaPoint spot = find_spot (self->recipe, node);
  g_autofree char *key = g_strconcat ("own/", node->key, NULL);
  NidaNode *square;

  if (node->shape == NIDA_SHAPE_CIRCLE)    /* over it: words stand at either side */
    spot = (NidaPoint) { node->box.x + node->box.width / 2.0, node->box.y - side * 0.75 };
  else if (node->shape == NIDA_SHAPE_TEXT || node->shape == NIDA_SHAPE_SECTOR || !is_painted (node))
    spot.x += side * 1.5;
  else
    spot.x = MAX (node->box.x, side / 2.0);
  spot.x = MIN (spot.x, self->recipe->context->width - side);
  spot.y = MAX (spot.y, side / 2.0);
  square = nida_scene_builder_rect (self->recipe->scene, key, (NidaBox) { spot.x - side / 2.0, spot.y - side / 2.0, side, side },
                                    NIDA_COLOR_CARD);
  square->stroke = NIDA_COLOR_TEXT;
  square->line_width = nida_recipe_px (self->recipe, RING);
  g_array_append_val (self->squares, spot);
}

/* Where there is one dot for all that it stands for; each of several events of a day has its own, and so has what is left beside what
 * is named. */
static char *
dup_place (const NidaMark *mark)
{
  g_autofree char *place = nida_news_dup_place (mark);

  return g_strdup_printf ("%s%d", place, mark->n_rests > 0 ? (int) mark->rests[0] : -1);
}

static gboolean
is_inside (const NidaPoint *point,
           NidaBox          box)
{
  return point->x >= box.x && point->x <= box.x + box.width && point->y >= box.y && point->y <= box.y + box.height;
}

/* All that is painted of it; what is not, as the slot of a column, only where nothing in it is. */
static void
note_came (News     *self,
           NidaNode *node)
{
  NidaPoint middle = { node->box.x + node->box.width / 2.0, node->box.y + node->box.height / 2.0 };

  if (is_painted (node))
    g_array_append_val (self->came, middle);
  for (guint i = 0; !is_painted (node) && i < self->came->len; i++)
    if (is_inside (&g_array_index (self->came, NidaPoint, i), node->box))
      return;
  node->came = self->recipe->context->news->serial;
}

static void
look_at (News     *self,
         NidaNode *node)
{
  g_autofree char *filter = dup_place (node->mark);
  guint counts[NIDA_N_NEWS];

  nida_news_counts_get (self->counts, node->mark, counts);
  if (counts[NIDA_NEWS_CAME] > 0)
    note_came (self, node);
  for (NidaNewsKind kind = 0; kind < NIDA_N_NEWS_SIGNS; kind++)
    if (counts[kind] > 0)
      {
        g_autofree char *line = words_of (self->recipe, kind, counts[kind]);

        nida_mark_add_line (node->mark, line);
      }
  if (counts[NIDA_NEWS_OWN] > 0)
    g_hash_table_insert (self->own, g_strdup (node->key), nida_language_integer (self->recipe->context->language, counts[NIDA_NEWS_OWN]));
  if (counts[NIDA_NEWS_NEW] + counts[NIDA_NEWS_CHANGED] + counts[NIDA_NEWS_OWN] == 0
      || !g_hash_table_add (self->known, g_steal_pointer (&filter)))
    return;
  if (counts[NIDA_NEWS_OWN] > 0 && (is_painted (node) || !holds_any (self->squares, node)))
    add_square (self, node);
  if (counts[NIDA_NEWS_NEW] + counts[NIDA_NEWS_CHANGED] > 0 && (is_painted (node) || !holds_any (self->dots, node)))
    add_dot (self, node, counts[NIDA_NEWS_NEW] == 0);
}

void
nida_news_mark (NidaRecipe *recipe)
{
  News self = { .recipe = recipe };
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) dots = g_array_new (FALSE, FALSE, sizeof (NidaPoint)), squares = g_array_new (FALSE, FALSE, sizeof (NidaPoint));
  g_autoptr (GArray) came = g_array_new (FALSE, FALSE, sizeof (NidaPoint));
  guint counts[NIDA_N_NEWS], n_nodes = nida_scene_builder_get_n_nodes (recipe->scene);

  if (!has_news (recipe, counts))
    return;
  self.counts = nida_news_counts_new (recipe);
  self.known = known;
  self.own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.dots = dots;
  self.squares = squares;
  self.came = came;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_nodes; i++)
      {
        NidaNode *node = nida_scene_builder_get_node (recipe->scene, i);

        if (can_have_dot (recipe, node) && is_painted (node) == (pass == 0))
          look_at (&self, node);
      }
  nida_news_counts_free (self.counts);
  if (g_hash_table_size (self.own) > 0)
    /* Translators: a column: how many of the rows behind a figure the desk has entered itself */
    nida_scene_builder_table_last (recipe->scene, _("The desk’s own"), self.own);
  else
    g_hash_table_unref (self.own);
  for (NidaNewsKind kind = 0; kind < NIDA_N_NEWS_SIGNS; kind++)
    if (counts[kind] > 0)
      {
        g_autofree char *words = words_of (recipe, kind, counts[kind]);
        /* Translators: a remark made a sentence of the description */
        g_autofree char *sentence = g_strdup_printf (_("%s."), words);

        nida_scene_builder_add_description (recipe->scene, sentence);
      }
}
