/* Parts of a whole as areas, for more parts than a bar can tell apart. From the top start corner, the largest first; the
 * others and what is not stated come last whatever their size. Where the question names a second field, each area is
 * divided by it (treemap-inner.c). Names are written smaller before
 * they are cut, and stand only where something is left of them. */
#include "config.h"

#include "follow.h"
#include "tiles.h"
#include "translate.h"
#include "treemap-inner.h"

#define MOST_TILES    40
#define TILE_AREA   2400.0     /* points² a tile has on average, at scale 1 */
#define GAP            1.5     /* of the card between tiles */
#define PADDING        6.0
#define MOST_LINES     3
#define LEAST_CUT     60.0     /* what is left of a name in less tells nobody anything */
#define INNER_MARGIN   3.0

/* --- words --- */

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

  box.height = lines * nida_recipe_line (self->recipe, font);
  nida_parts_emit_paper (self, group, index, box, nida_recipe_text_width (self->recipe, text, font));
  nida_scene_builder_paragraph (self->recipe->scene, key, box, font, ink, NIDA_ANCHOR_START, lines, text);
}

/* Whole, else smaller and whole, else as much of it as there is room for beside a line of figures: a large area says whose it is.
 * Returns: the lines, 0 for no name. */
static guint
choose_font (NidaRecipe *recipe,
             const char *label,
             NidaBox     inner,
             NidaFont   *font)
{
  static const NidaFont fonts[] = { NIDA_FONT_VALUE_BOLD, NIDA_FONT_SOURCE };
  guint lines = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      *font = fonts[i];
      lines = inner.width > 0 ? nida_tile_lines (recipe, label, *font, inner.width) : 0;
      if (lines > 0 && lines <= MOST_LINES && lines * nida_recipe_line (recipe, *font) <= inner.height)
        return lines;
    }
  if (lines == 0 || inner.width < nida_recipe_px (recipe, LEAST_CUT))
    return 0;
  lines = (guint) (inner.height / nida_recipe_line (recipe, *font));
  return lines > 1 ? MIN (lines - 1, MOST_LINES) : 0;
}

/* Name, then value and percentage; the percentage alone where there is room for no name. Returns the room below them, without
 * height where they do not all fit. */
static NidaBox
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
  NidaFont font;
  guint lines = choose_font (recipe, label, inner, &font);

  if (lines == 0)
    {
      if (nida_recipe_text_width (recipe, percent, NIDA_FONT_VALUE) <= inner.width && line <= inner.height)
        emit_line (self, "share", index, inner, 1, NIDA_FONT_VALUE, ink, percent);
      return (NidaBox) { 0 };
    }
  emit_line (self, "label", index, inner, lines, font, ink, label);
  inner.y += lines * nida_recipe_line (recipe, font);
  if (lines * nida_recipe_line (recipe, font) + line > inner.height)
    return (NidaBox) { 0 };
  if (nida_recipe_text_width (recipe, figures, NIDA_FONT_VALUE) <= inner.width)
    emit_line (self, "share", index, inner, 1, NIDA_FONT_VALUE, ink, figures);
  else if (nida_recipe_text_width (recipe, percent, NIDA_FONT_VALUE) <= inner.width)
    emit_line (self, "share", index, inner, 1, NIDA_FONT_VALUE, ink, percent);
  return (NidaBox) { box.x, inner.y + line, box.width, MAX (box.y + box.height - inner.y - line, 0) };
}

/* --- tiles --- */

static guint
room (NidaRecipe *recipe)
{
  double area = recipe->plot.width / recipe->scale * recipe->plot.height / recipe->scale;

  return CLAMP ((guint) (area / TILE_AREA), 2, MOST_TILES);
}

static NidaNode *
emit_tile (NidaParts *self,
           guint      index,
           NidaBox    box)
{
  g_autofree char *key = nida_parts_node_key (self, "bar", index);
  NidaNode *node = nida_scene_builder_rect (self->recipe->scene, key, box, self->styles[index].fill);

  nida_legend_item_apply (&self->styles[index], node);
  node->base = NIDA_BASE_BOTTOM;
  nida_scene_builder_mark (node, nida_parts_mark (self, index));
  return node;
}

/* A part and what it is divided into; the parts of what several names share say nothing together. */
static void
emit_part (NidaParts        *self,
           NidaTreemapInner *inner,
           guint             index,
           NidaBox           box)
{
  const NidaGroup *group = g_ptr_array_index (self->groups, index);
  NidaNode *node = emit_tile (self, index, box);
  NidaBox room = emit_words (self, index, box);
  double margin = nida_recipe_px (self->recipe, INNER_MARGIN);

  room = (NidaBox) { room.x + margin, room.y, room.width - 2 * margin, room.height - margin };
  if (inner == NULL || group->role == NIDA_GROUP_OTHER || group->role == NIDA_GROUP_SEVERAL || room.height <= 0)
    return;
  if (nida_treemap_inner_emit (inner, self, index, room))
    nida_node_pale_with (node, node->mark);      /* its parts show what a brush has inside */
}

static void
draw (NidaParts *self)
{
  NidaBox plot = self->recipe->plot;
  guint n = self->groups->len, named = nida_groups_count (self->groups, NIDA_GROUP_NAMED);
  g_autofree NidaTile *tiles = g_new0 (NidaTile, n);
  NidaScale areas = { 0, nida_groups_total (self->groups), { 0, plot.width * plot.height }, FALSE };
  double gap = nida_recipe_px (self->recipe, GAP);
  g_autoptr (NidaTreemapInner) inner = nida_treemap_has_inner (self->recipe) ? nida_treemap_inner_new (self->recipe) : NULL;

  for (guint i = 0; i < n; i++)
    tiles[i].area = nida_scale_map (&areas, ((NidaGroup *) g_ptr_array_index (self->groups, i))->value);
  nida_tiles_lay_out (tiles, named, n, plot);
  for (guint i = 0; i < n; i++)
    emit_part (self, inner, i, nida_tile_shrink (tiles[i].box, plot, gap));
}

static const NidaPartsLook look = {
  /* xgettext:c-format */
  .sentence = N_("Areas of parts of a whole, %1$s: %2$s."),
  .most = MOST_TILES,
  .room = room,
  .draw = draw,
};

static char *
inner_remark (NidaParts *self)
{
  return nida_treemap_inner_remark (self->recipe);
}

static const NidaPartsLook divided = {
  /* xgettext:c-format */
  .sentence = N_("Divided areas of parts of a whole, %1$s: %2$s."),
  .most = MOST_TILES,
  .room = room,
  .draw = draw,
  .remark = inner_remark,
  .table = nida_treemap_inner_table,
};

static const NidaPartsLook *
choose (NidaParts *self)
{
  return nida_treemap_has_inner (self->recipe) ? &divided : &look;
}

/* By the first field that is no date, and, where there is a second one, by both. */
void
nida_treemap_queries (const NidaChartSpec *spec,
                      GPtrArray           *queries)
{
  NidaGroupBy names[NIDA_MAX_BY] = { { NIDA_FIELD_NONE, NIDA_STEP_NONE } };
  NidaQuery *query;
  guint n = 0;

  for (guint i = 0; i < spec->query->n_by; i++)
    if (spec->query->by[i].field != NIDA_FIELD_DATE)
      names[n++] = spec->query->by[i];
  nida_parts_queries (spec, queries);
  if (n < 2)
    return;
  query = nida_query_copy (spec->query);
  query->by[0] = names[0];
  query->by[1] = names[1];
  query->n_by = 2;
  query->measures = 1u << spec->measure;
  ((NidaQuery *) g_ptr_array_index (queries, 0))->by[0] = names[0];
  g_ptr_array_add (queries, query);
}

void
nida_treemap_build (NidaRecipe *recipe)
{
  nida_parts_build_as (recipe, choose);
}
