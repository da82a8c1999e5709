/* Parts of a whole as areas, for more parts than a bar can tell apart. Squarified (Bruls, Huizing and van Wijk 2000):
 * rows along the shorter side, as square as they can be, from the top start corner; the others and what is not stated
 * come last whatever their size. Words stand only where they fit. */
#include "config.h"

#include "parts.h"

#include <glib/gi18n-lib.h>

#define MOST_TILES    40
#define TILE_AREA   2400.0     /* points² a tile has on average, at scale 1 */
#define GAP            1.5     /* of the card between tiles */
#define PADDING        6.0
#define MOST_LINES     3

typedef struct {
  double  area;
  NidaBox box;
} Tile;

/* --- areas --- */

/* The worst ratio of sides in a row of @sum along @side; of its tiles only the largest and the smallest matter. */
static double
worst_ratio (double sum,
             double largest,
             double smallest,
             double side)
{
  double square = side * side;

  if (sum <= 0 || smallest <= 0)
    return G_MAXDOUBLE;
  return MAX (square * largest / (sum * sum), sum * sum / (square * smallest));
}

/* How many tiles from @tiles on make the best row along @side; @sum is their area. */
static guint
best_row (const Tile *tiles,
          guint       n,
          double      side,
          double     *sum)
{
  double largest = tiles[0].area, smallest = tiles[0].area, worst;
  guint row = 1;

  *sum = tiles[0].area;
  worst = worst_ratio (*sum, largest, smallest, side);
  for (; row < n; row++)
    {
      double area = tiles[row].area, more = *sum + area, next;

      largest = MAX (largest, area);
      smallest = MIN (smallest, area);
      next = worst_ratio (more, largest, smallest, side);
      if (next > worst)
        break;
      worst = next;
      *sum = more;
    }
  return row;
}

/* Along the shorter side of @room; returns what is left of it. */
static NidaBox
lay_row (Tile    *tiles,
         guint    n,
         double   sum,
         NidaBox  room)
{
  gboolean upright = room.width >= room.height;
  double side = upright ? room.height : room.width, across = upright ? room.width : room.height, before = 0;
  double thick = side > 0 ? MIN (sum / side, across) : 0;

  for (guint i = 0; i < n; i++)
    {
      double share = sum > 0 ? tiles[i].area / sum * side : 0;

      tiles[i].box = upright ? (NidaBox) { room.x, room.y + before, thick, share }
                             : (NidaBox) { room.x + before, room.y, share, thick };
      before += share;
    }
  if (upright)
    return (NidaBox) { room.x + thick, room.y, room.width - thick, room.height };
  return (NidaBox) { room.x, room.y + thick, room.width, room.height - thick };
}

static void
squarify (Tile    *tiles,
          guint    n,
          NidaBox  room)
{
  for (guint start = 0; start < n;)
    {
      double sum;
      guint row = best_row (tiles + start, n - start, MIN (room.width, room.height), &sum);

      room = lay_row (tiles + start, row, sum, room);
      start += row;
    }
}

/* What is no name stands apart behind the names, so that it does not press small ones into slivers beside it. */
static void
lay_out (Tile    *tiles,
         guint    named,
         guint    n,
         NidaBox  plot)
{
  NidaBox names = plot, rest = plot;
  double area = 0;

  for (guint i = 0; i < named; i++)
    area += tiles[i].area;
  if (plot.width >= plot.height)
    {
      names.width = plot.height > 0 ? MIN (area / plot.height, plot.width) : 0;
      rest.x += names.width;
      rest.width -= names.width;
    }
  else
    {
      names.height = plot.width > 0 ? MIN (area / plot.width, plot.height) : 0;
      rest.y += names.height;
      rest.height -= names.height;
    }
  squarify (tiles, named, names);
  squarify (tiles + named, n - named, rest);
}

/* --- words --- */

/* How many lines of at most @width the label takes without breaking a word; 0 where a word is wider. */
static guint
count_lines (NidaRecipe *recipe,
             const char *label,
             double      width)
{
  g_auto (GStrv) words = g_strsplit (label, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (nida_recipe_text_width (recipe, words[i], NIDA_FONT_VALUE_BOLD) > width)
      return 0;
  return nida_measurer_lines (recipe->context->measurer, label, NIDA_FONT_VALUE_BOLD, recipe->scale, width);
}

static void
emit_line (NidaParts  *self,
           const char *group,
           guint       index,
           NidaBox     box,
           guint       lines,
           NidaFont    font,
           NidaColor   ink,
           const char *text)
{
  g_autofree char *key = nida_parts_node_key (self, group, index);
  NidaNode *node;

  box.height = lines * nida_recipe_line (self->recipe, font);
  node = nida_scene_builder_paragraph (self->recipe->scene, key, box, font, ink, NIDA_ANCHOR_START, lines, text);
  node->halo = self->styles[index].pattern == NIDA_PATTERN_HATCH;
}

/* Name, then value and percentage; the percentage alone where there is room for no name. */
static void
emit_words (NidaParts *self,
            guint      index,
            NidaBox    box)
{
  NidaRecipe *recipe = self->recipe;
  const NidaGroup *group = g_ptr_array_index (self->groups, index);
  const char *label = nida_group_get_label (group);
  NidaColor ink = self->styles[index].pattern == NIDA_PATTERN_HATCH
                      ? NIDA_COLOR_TEXT : nida_palette_ink (recipe->context->theme, self->styles[index].fill);
  double padding = nida_recipe_px (recipe, PADDING), line = nida_recipe_line (recipe, NIDA_FONT_VALUE);
  NidaBox inner = { box.x + padding, box.y + padding / 2, box.width - 2 * padding, box.height - padding };
  g_autofree char *percent = nida_parts_percent_text (self, index);
  g_autofree char *value = nida_recipe_value (recipe, self->measure, group->value);
  /* Translators: value and share of a part: "$1.03B · 11%" */
  g_autofree char *figures = g_strdup_printf (_("%1$s · %2$s"), value, percent);
  guint lines = inner.width > 0 ? count_lines (recipe, label, inner.width) : 0;

  if (lines == 0 || lines > MOST_LINES || lines * line > inner.height)
    {
      if (self->percents[index] > 0 && nida_recipe_text_width (recipe, percent, NIDA_FONT_VALUE) <= inner.width
          && line <= inner.height)
        emit_line (self, "share", index, inner, 1, NIDA_FONT_VALUE, ink, percent);
      return;
    }
  emit_line (self, "label", index, inner, lines, NIDA_FONT_VALUE_BOLD, ink, label);
  inner.y += lines * line;
  if ((lines + 1) * line > inner.height)
    return;
  if (nida_recipe_text_width (recipe, figures, NIDA_FONT_VALUE) <= inner.width)
    emit_line (self, "share", index, inner, 1, NIDA_FONT_VALUE, ink, figures);
  else if (nida_recipe_text_width (recipe, percent, NIDA_FONT_VALUE) <= inner.width)
    emit_line (self, "share", index, inner, 1, NIDA_FONT_VALUE, ink, percent);
}

/* --- tiles --- */

static guint
room (NidaRecipe *recipe)
{
  double area = recipe->plot.width / recipe->scale * recipe->plot.height / recipe->scale;

  return CLAMP ((guint) (area / TILE_AREA), 2, MOST_TILES);
}

/* Half of the gap on each side that has a neighbour; an area smaller than the gap stays to be seen. */
static NidaBox
shrink (NidaBox box,
        NidaBox plot,
        double  gap)
{
  double start = box.x > plot.x + 0.01 ? gap / 2 : 0, top = box.y > plot.y + 0.01 ? gap / 2 : 0;
  double end = box.x + box.width < plot.x + plot.width - 0.01 ? gap / 2 : 0;
  double foot = box.y + box.height < plot.y + plot.height - 0.01 ? gap / 2 : 0;

  if (box.width > 2 * gap)
    box = (NidaBox) { box.x + start, box.y, box.width - start - end, box.height };
  if (box.height > 2 * gap)
    box = (NidaBox) { box.x, box.y + top, box.width, box.height - top - foot };
  return box;
}

static void
emit_tile (NidaParts *self,
           guint      index,
           NidaBox    box)
{
  g_autofree char *key = nida_parts_node_key (self, "bar", index);
  NidaNode *node = nida_scene_builder_rect (self->recipe->scene, key, box, self->styles[index].fill);

  nida_legend_item_apply (&self->styles[index], node);
  node->base = NIDA_BASE_BOTTOM;
  nida_scene_builder_mark (node, nida_parts_mark (self, index));
}

static void
draw (NidaParts *self)
{
  NidaBox plot = self->recipe->plot;
  guint n = self->groups->len, named = nida_groups_count (self->groups, NIDA_GROUP_NAMED);
  g_autofree Tile *tiles = g_new0 (Tile, n);
  NidaScale areas = { 0, nida_groups_total (self->groups), { 0, plot.width * plot.height }, FALSE };
  double gap = nida_recipe_px (self->recipe, GAP);

  for (guint i = 0; i < n; i++)
    tiles[i].area = nida_scale_map (&areas, ((NidaGroup *) g_ptr_array_index (self->groups, i))->value);
  lay_out (tiles, named, n, plot);
  for (guint i = 0; i < n; i++)
    emit_tile (self, i, shrink (tiles[i].box, plot, gap));
  for (guint i = 0; i < n; i++)
    emit_words (self, i, shrink (tiles[i].box, plot, gap));
}

static const NidaPartsLook look = {
  /* xgettext:c-format */
  .sentence = N_("Areas of parts of a whole, %1$s: %2$s."),
  .most = MOST_TILES,
  .room = room,
  .draw = draw,
};

static const NidaPartsLook *
choose (NidaParts *self G_GNUC_UNUSED)
{
  return &look;
}

void
nida_treemap_build (NidaRecipe *recipe)
{
  nida_parts_build_as (recipe, choose);
}
