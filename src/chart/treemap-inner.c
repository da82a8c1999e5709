/* The second level of a treemap: the areas of one part, in its own colour with a hair between them, the largest first and
 * the small ones as one. Their figures are those of the answer by both fields, which is also the table. */
#include "config.h"

#include "treemap-inner.h"

#include "follow.h"
#include "tiles.h"
#include "translate.h"

#define LEAST_WIDTH   48.0      /* of the room of a part that is divided, at scale 1 */
#define LEAST_HEIGHT  26.0
#define CHILD_AREA  1500.0      /* points² a child has on average */
#define MOST_CHILDREN 12
#define PADDING        4.0
#define HAIR           0.75

/* @column: of the cross; G_MAXUINT: what the others add up to, @n of them */
typedef struct {
  guint         column;
  NidaGroupRole role;
  NidaMoney     value;
  guint         n;
} Child;

gboolean
nida_treemap_has_inner (NidaRecipe *recipe)
{
  return nida_recipe_cube (recipe, 1) != NULL;
}

NidaTreemapInner *
nida_treemap_inner_new (NidaRecipe *recipe)
{
  NidaTreemapInner *self = g_new0 (NidaTreemapInner, 1);

  self->cubes = g_ptr_array_new ();
  g_ptr_array_add (self->cubes, nida_recipe_cube (recipe, 1));
  self->recipe = *recipe;
  self->recipe.cubes = self->cubes;
  self->cross = nida_cross_new (&self->recipe);
  return self;
}

void
nida_treemap_inner_free (NidaTreemapInner *self)
{
  nida_cross_free (self->cross);
  g_ptr_array_unref (self->cubes);
  g_free (self);
}

char *
nida_treemap_inner_remark (NidaRecipe *recipe)
{
  NidaCube *cube = nida_recipe_cube (recipe, 1);

  /* Translators: end of a subtitle: "each divided by cluster" */
  return g_strdup_printf (_("each divided %s"), nida_noun_by (nida_noun_for_cube (cube, 1), nida_cube_get_query (cube)->by[1].field));
}

void
nida_treemap_inner_table (NidaRecipe *recipe)
{
  g_autoptr (NidaTreemapInner) self = nida_treemap_inner_new (recipe);

  nida_cross_table (&self->recipe);
}

/* --- children --- */

static int
compare_children (gconstpointer a,
                  gconstpointer b)
{
  const Child *first = a, *second = b;

  if (first->role != second->role)
    return first->role < second->role ? -1 : 1;
  if (first->value != second->value)
    return first->value > second->value ? -1 : 1;
  return first->column < second->column ? -1 : first->column > second->column;
}

static guint
find_row (const NidaCross *cross,
          const NidaGroup *group)
{
  for (guint i = 0; i < cross->rows->len; i++)
    if (g_str_equal (nida_cross_row (cross, i)->key, group->key))
      return i;
  return G_MAXUINT;
}

/* NULL where an amount is below zero: no area shows that. */
static GArray *
read_children (const NidaCross *cross,
               guint            row)
{
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (Child));

  for (guint i = 0; i < cross->columns->len; i++)
    {
      Child child = { i, nida_cross_column (cross, i)->role, nida_cross_value (cross, row, i), 1 };

      if (child.value == NIDA_MONEY_NONE || child.value == 0)
        continue;
      if (child.value < 0)
        return NULL;
      g_array_append_val (children, child);
    }
  g_array_sort (children, compare_children);
  return g_steal_pointer (&children);
}

/* The smallest names as one, so that no more than @most remain; @folded: those. */
static void
fold_children (GArray *children,
               guint   most,
               GArray *folded)
{
  Child others = { G_MAXUINT, NIDA_GROUP_OTHER, 0, 0 };
  guint named = 0;

  while (named < children->len && g_array_index (children, Child, named).role == NIDA_GROUP_NAMED)
    named++;
  if (children->len <= most)
    return;
  while (named > 0 && children->len + 1 > most)
    {
      others.value = nida_money_plus (others.value, g_array_index (children, Child, --named).value);
      others.n++;
      g_array_append_val (folded, g_array_index (children, Child, named));
      g_array_remove_index (children, named);
    }
  if (others.n > 0)
    g_array_insert_val (children, named, others);
}

static NidaMark *
child_mark (NidaTreemapInner *self,
            guint             row,
            const Child      *child)
{
  const NidaCrossLine *line = nida_cross_row (self->cross, row);
  g_autofree char *others = NULL, *label = NULL;
  NidaMark *mark;

  if (child->column != G_MAXUINT)
    return nida_cross_mark (self->cross, row, child->column);
  others = nida_noun_other (self->recipe.context->language, self->cross->column_noun, child->n);
  label = g_strdup_printf (_("%1$s, %2$s"), line->label, others);
  mark = nida_recipe_mark (&self->recipe, label, self->cross->measure, child->value);
  mark->measure = NIDA_N_MEASURES;             /* other names elsewhere: a brush tells them one by one */
  if (line->filter != NULL)
    nida_mark_add_filter (mark, line->field, line->filter);
  return mark;
}

static void
follow_folded (NidaTreemapInner *self,
               NidaNode         *node,
               guint             row,
               const GArray     *folded)
{
  NidaFollow *follow = nida_node_follow (node, 0);

  for (guint i = 0; i < folded->len; i++)
    {
      NidaMark *mark = nida_cross_mark (self->cross, row, g_array_index (folded, Child, i).column);

      nida_follow_mark (follow, mark);
      nida_mark_free (mark);
    }
}

static void
emit_child (NidaTreemapInner *self,
            NidaParts        *parts,
            guint             index,
            guint             row,
            const Child      *child,
            const GArray     *folded,
            NidaBox           box)
{
  NidaRecipe *recipe = &self->recipe;
  gboolean others = child->column == G_MAXUINT, hatched = parts->styles[index].pattern == NIDA_PATTERN_HATCH;
  const char *id = others ? "+other" : nida_cross_column (self->cross, child->column)->key;
  g_autofree char *key = g_strconcat ("cell/", nida_cross_row (self->cross, row)->key, "|", id, NULL);
  g_autofree char *label_key = g_strconcat ("cell-label/", nida_cross_row (self->cross, row)->key, "|", id, NULL);
  g_autofree char *label = others ? nida_noun_other (recipe->context->language, self->cross->column_noun, child->n)
                                  : g_strdup (nida_cross_column_label (self->cross, child->column));
  NidaNode *node = nida_scene_builder_rect (recipe->scene, key, box, parts->styles[index].fill);
  double padding = nida_recipe_px (recipe, PADDING), line = nida_recipe_line (recipe, NIDA_FONT_SOURCE);
  NidaBox words = { box.x + padding, box.y + padding / 4, box.width - 2 * padding, 0 };
  guint lines = words.width > 0 ? nida_tile_lines (recipe, label, NIDA_FONT_SOURCE, words.width) : 0;

  nida_legend_item_apply (&parts->styles[index], node);
  node->stroke = NIDA_COLOR_CARD;
  node->line_width = nida_recipe_px (recipe, HAIR);
  node->base = NIDA_BASE_BOTTOM;
  nida_scene_builder_mark (node, child_mark (self, row, child));
  if (others)
    follow_folded (self, node, row, folded);
  if (lines == 0 || lines * line > box.height - padding / 2)
    return;
  words.height = lines * line;
  nida_scene_builder_paragraph (recipe->scene, label_key, words, NIDA_FONT_SOURCE,
                                hatched ? NIDA_COLOR_TEXT : nida_palette_ink (recipe->context->theme, parts->styles[index].fill),
                                NIDA_ANCHOR_START, lines, label)->halo = hatched;
}

gboolean
nida_treemap_inner_emit (NidaTreemapInner *self,
                         NidaParts        *parts,
                         guint             index,
                         NidaBox           room)
{
  NidaRecipe *recipe = parts->recipe;
  guint row = find_row (self->cross, g_ptr_array_index (parts->groups, index));
  double area = room.width / recipe->scale * room.height / recipe->scale, sum = 0;
  guint named = 0;
  g_autoptr (GArray) children = row != G_MAXUINT ? read_children (self->cross, row) : NULL;
  g_autoptr (GArray) folded = g_array_new (FALSE, FALSE, sizeof (Child));
  g_autofree NidaTile *tiles = NULL;

  if (children == NULL || room.width < nida_recipe_px (recipe, LEAST_WIDTH) || room.height < nida_recipe_px (recipe, LEAST_HEIGHT))
    return FALSE;
  fold_children (children, CLAMP ((guint) (area / CHILD_AREA), 1, MOST_CHILDREN), folded);
  if (children->len < 2)
    return FALSE;
  tiles = g_new0 (NidaTile, children->len);
  for (guint i = 0; i < children->len; i++)
    {
      sum += (double) g_array_index (children, Child, i).value;
      named += g_array_index (children, Child, i).role <= NIDA_GROUP_OTHER;
    }
  for (guint i = 0; i < children->len; i++)
    tiles[i].area = (double) g_array_index (children, Child, i).value / sum * room.width * room.height;
  nida_tiles_lay_out (tiles, named, children->len, room);
  for (guint i = 0; i < children->len; i++)
    emit_child (self, parts, index, row, &g_array_index (children, Child, i), folded, tiles[i].box);
  return TRUE;
}
