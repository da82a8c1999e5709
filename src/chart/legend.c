/* Keys of colours and patterns. The swatch stands at the start of its words. */
#include "config.h"

#include "legend.h"

#include "brushed.h"
#include "cut-names.h"
#include "legend-selections.h"
#include "translate.h"

/* At scale 1, as in the mockups. */
#define SWATCH_WIDTH  16.0
#define SWATCH_HEIGHT  9.0
#define SWATCH_GAP     6.0
#define ITEM_GAP      18.0
#define SQUARE        11.0
#define SIGN           8.0
#define RING           6.5
#define LINE           2.0

/**
 * nida_legend_item_series:
 * @id: last part of the node's key
 * @label: its words, kept
 * @color: one of the series or steps
 *
 * Returns: a solid swatch; of a shade that is too close to the card it has an outline
 */
NidaLegendItem
nida_legend_item_series (const char *id,
                         const char *label,
                         NidaColor   color)
{
  gboolean light = color >= NIDA_COLOR_STEP_5 && color <= NIDA_COLOR_STEP_7;

  return (NidaLegendItem) { .id = id, .label = label, .fill = color, .stroke = light ? NIDA_COLOR_STEP_2 : NIDA_COLOR_NONE };
}

/**
 * nida_legend_shade:
 * @index: less than %NIDA_MOST_SHADED, the largest first
 *
 * The hues of donors are given away once for a whole document. Parts of a sum that have none, as those of a region may all be, are
 * told apart by shades of what they are parts of.
 *
 * Returns: a shade of received
 */
NidaColor
nida_legend_shade (guint index)
{
  g_return_val_if_fail (index < NIDA_MOST_SHADED, NIDA_COLOR_OTHER);

  return NIDA_COLOR_STEP_1 + 2 * index;          /* in grey and to every eye two of these are far enough apart */
}

/**
 * nida_legend_item_received:
 * @label: its words, kept
 *
 * Returns: solid blue: money received
 */
NidaLegendItem
nida_legend_item_received (const char *label)
{
  return (NidaLegendItem) { .id = "received", .label = label, .fill = NIDA_COLOR_RECEIVED };
}

/**
 * nida_legend_item_pledged:
 * @label: its words, kept
 *
 * Returns: a tint with an outline: money promised
 */
NidaLegendItem
nida_legend_item_pledged (const char *label)
{
  return (NidaLegendItem) {
    .id = "pledged", .label = label, .fill = NIDA_COLOR_PLEDGED, .stroke = NIDA_COLOR_PLEDGED_LINE
  };
}

/**
 * nida_legend_item_gap:
 * @label: its words, kept
 *
 * Returns: a blue hatch: the amount is known, the money missing or undated
 */
NidaLegendItem
nida_legend_item_gap (const char *label)
{
  return (NidaLegendItem) {
    .id = "gap", .label = label, .fill = NIDA_COLOR_GAP, .stroke = NIDA_COLOR_GAP_LINE, .pattern = NIDA_PATTERN_HATCH
  };
}

/**
 * nida_legend_item_unknown:
 * @label: its words, kept
 *
 * Returns: a grey hatch: not known or not stated
 */
NidaLegendItem
nida_legend_item_unknown (const char *label)
{
  return (NidaLegendItem) {
    .id = "unknown", .label = label, .fill = NIDA_COLOR_UNKNOWN, .stroke = NIDA_COLOR_UNKNOWN_LINE,
    .pattern = NIDA_PATTERN_HATCH
  };
}

/**
 * nida_legend_item_no_rate:
 * @label: its words, kept
 *
 * Returns: a grey hatch both ways: something is recorded, but not in this currency, and no rate leads to it
 */
NidaLegendItem
nida_legend_item_no_rate (const char *label)
{
  return (NidaLegendItem) {
    .id = "no-rate", .label = label, .fill = NIDA_COLOR_UNKNOWN, .stroke = NIDA_COLOR_UNKNOWN_LINE,
    .pattern = NIDA_PATTERN_CROSS
  };
}

/**
 * nida_legend_item_apply:
 * @item: a look
 * @node: a node with a fill
 *
 * Make @node look as the legend says.
 */
void
nida_legend_item_apply (const NidaLegendItem *item,
                        NidaNode             *node)
{
  node->fill = item->fill;
  node->stroke = item->stroke;
  node->pattern = item->pattern;
  node->dash = item->dash;
}

static double
item_width (NidaRecipe           *recipe,
            const NidaLegendItem *item)
{
  double words = nida_recipe_text_width (recipe, item->label, NIDA_FONT_VALUE);
  double swatch = item->swatch == NIDA_SWATCH_NONE ? 0 : nida_recipe_px (recipe, SWATCH_WIDTH + SWATCH_GAP);

  return swatch + (item->most > 0 ? MIN (words, item->most) : words);
}

static NidaNode *
emit_line (NidaRecipe *recipe,
           const char *key,
           double      x,
           double      middle,
           double      length,
           NidaColor   color,
           double      width)
{
  return nida_scene_builder_line (recipe->scene, key, (NidaPoint) { x, middle }, (NidaPoint) { x + length, middle }, color,
                                  nida_recipe_px (recipe, width));
}

/* The node that is to be pale where the item is. */
static NidaNode *
emit_swatch (NidaRecipe           *recipe,
             const NidaLegendItem *item,
             double                x,
             double                middle,
             double                width,
             double                height)
{
  g_autofree char *key = g_strdup_printf ("legend/%s", item->id), *dot = NULL;
  NidaColor color = item->stroke != NIDA_COLOR_NONE ? item->stroke : item->fill;
  NidaNode *node;

  switch (item->swatch)
    {
    case NIDA_SWATCH_LINE:
      node = emit_line (recipe, key, x, middle, width, color, LINE);
      node->dash = item->dash;
      break;
    case NIDA_SWATCH_DOUBLE:
      emit_line (recipe, key, x, middle, width, color, LINE + NIDA_LINE_EDGES);
      dot = g_strdup_printf ("legend/%s/core", item->id);
      node = emit_line (recipe, dot, x, middle, width, NIDA_COLOR_CARD, LINE);
      break;
    case NIDA_SWATCH_DOT:
      node = nida_scene_builder_circle (recipe->scene, key, (NidaPoint) { x + width / 2.0, middle },
                                        nida_recipe_px (recipe, 4.5), item->fill);
      nida_legend_item_apply (item, node);
      break;
    case NIDA_SWATCH_RING:      /* around a dot */
      node = nida_scene_builder_circle (recipe->scene, key, (NidaPoint) { x + width / 2.0, middle }, nida_recipe_px (recipe, RING), NIDA_COLOR_CARD);
      node->stroke = item->stroke;
      node->line_width = nida_recipe_px (recipe, 1.5);
      dot = g_strdup_printf ("legend/%s/dot", item->id);
      node = nida_scene_builder_circle (recipe->scene, dot, (NidaPoint) { x + width / 2.0, middle }, nida_recipe_px (recipe, RING / 2), item->fill);
      break;
    case NIDA_SWATCH_SIGN:      /* as small as it stands on marks */
      node = nida_scene_builder_rect (recipe->scene, key,
                                      (NidaBox) { x + (width - nida_recipe_px (recipe, SIGN)) / 2.0, middle - nida_recipe_px (recipe, SIGN) / 2.0,
                                                  nida_recipe_px (recipe, SIGN), nida_recipe_px (recipe, SIGN) }, item->fill);
      nida_legend_item_apply (item, node);
      node->line_width = nida_recipe_px (recipe, 1.5);
      break;
    default:
      node = nida_scene_builder_rect (recipe->scene, key, (NidaBox) { x, middle - height / 2.0, width, height },
                                      item->fill);
      nida_legend_item_apply (item, node);
      break;
    }
  return node;
}

static void
emit_item (NidaRecipe           *recipe,
           const NidaLegendItem *item,
           double                x,
           double                y,
           double                swatch_width,
           double                swatch_height,
           double                width)
{
  double line = nida_recipe_line (recipe, NIDA_FONT_VALUE);
  double text_x = item->swatch == NIDA_SWATCH_NONE ? x : x + swatch_width + nida_recipe_px (recipe, SWATCH_GAP);
  g_autofree char *key = g_strdup_printf ("legend/%s/label", item->id);

  if (item->swatch != NIDA_SWATCH_NONE)
    emit_swatch (recipe, item, x, y + line / 2.0, swatch_width, swatch_height)->opacity = item->pale ? NIDA_GHOST : 1;
  nida_node_name (nida_recipe_text (recipe, key, text_x, y, MAX (x + width - text_x, 1.0), NIDA_FONT_VALUE, NIDA_COLOR_TEXT,
                                    NIDA_ANCHOR_START, item->label),
                  item->label);
}

double
nida_legend_lay_rows (NidaRecipe           *recipe,
                      const NidaLegendItem *items,
                      guint                 n,
                      NidaPoint             origin,
                      double                width,
                      gboolean              draw)
{
  double line = nida_recipe_line (recipe, NIDA_FONT_VALUE);
  double x = 0.0, y = 0.0;

  for (guint i = 0; i < n; i++)
    {
      double wanted = MIN (item_width (recipe, &items[i]), width);

      if (x > 0.0 && x + wanted > width)
        {
          x = 0.0;
          y += line;
        }
      if (draw)
        emit_item (recipe, &items[i], origin.x + x, origin.y + y, nida_recipe_px (recipe, SWATCH_WIDTH),
                   nida_recipe_px (recipe, SWATCH_HEIGHT), wanted);
      x += wanted + nida_recipe_px (recipe, ITEM_GAP);
    }

  return n > 0 ? y + line : 0.0;
}

NidaLegendItem *
nida_legend_item_copy (const NidaLegendItem *item)
{
  NidaLegendItem *copy = g_memdup2 (item, sizeof *item);

  copy->id = g_strdup (item->id);
  copy->label = g_strdup (item->label);
  return copy;
}

void
nida_legend_item_free (gpointer item)
{
  NidaLegendItem *self = item;

  g_free ((char *) self->id);
  g_free ((char *) self->label);
  g_free (self);
}

/* The others are other ones in each chart, and one item. */
static gboolean
is_same (const NidaLegendItem *a,
         const NidaLegendItem *b)
{
  return a->fill == b->fill && a->stroke == b->stroke && a->pattern == b->pattern && a->swatch == b->swatch
         && (a->fill == NIDA_COLOR_OTHER || g_strcmp0 (a->label, b->label) == 0);
}

/* One item for several names has the name of none. */
static void
call_others (NidaLegendItem       *shared,
             const NidaLegendItem *item)
{
  if (item->fill != NIDA_COLOR_OTHER || g_strcmp0 (shared->label, item->label) == 0)
    return;
  g_free ((char *) shared->label);
  /* Translators: in a legend and a tooltip, all names that are not told apart; not "Other", which is a name in the data */
  shared->label = g_strdup (_("The rest"));
}

static void
share_item (NidaSharedScale      *shared,
            const NidaLegendItem *item)
{
  NidaLegendItem *copy;
  guint at = 0;

  while (at < shared->legend->len && !is_same (shared->legend->pdata[at], item))
    at++;
  if (!shared->fixed && at < shared->legend->len)
    call_others (shared->legend->pdata[at], item);
  if (shared->fixed || at < shared->legend->len)
    return;
  copy = nida_legend_item_copy (item);
  /* the others come last */
  g_ptr_array_insert (shared->legend, at > 0 && ((NidaLegendItem *) shared->legend->pdata[at - 1])->fill == NIDA_COLOR_OTHER ? (int) at - 1 : -1, copy);
}

/**
 * nida_legend_share:
 * @recipe: a recipe
 * @items: (array length=n): what to explain
 * @n: how many
 *
 * Returns: %TRUE for one of several small charts: what it would explain is kept for the legend of all; %FALSE for a chart of
 *   its own
 */
gboolean
nida_legend_share (NidaRecipe           *recipe,
                   const NidaLegendItem *items,
                   guint                 n)
{
  NidaSharedScale *shared = recipe->context->shared_scale;

  for (guint i = 0; shared != NULL && i < n; i++)
    share_item (shared, &items[i]);
  return shared != NULL;
}

/**
 * nida_legend_get_height:
 * @recipe: a recipe
 * @items: (array length=n): what to explain
 * @n: how many
 * @width: room in points
 *
 * Returns: what nida_legend_emit() will take in points
 */
double
nida_legend_get_height (NidaRecipe           *recipe,
                        const NidaLegendItem *items,
                        guint                 n,
                        double                width)
{
  return recipe->context->shared_scale != NULL ? 0 : nida_legend_lay_rows (recipe, items, n, (NidaPoint) { 0 }, width, FALSE);
}

/**
 * nida_legend_emit:
 * @recipe: a recipe
 * @items: (array length=n): what to explain
 * @n: how many
 * @x: start edge
 * @y: top
 * @width: room in points
 *
 * Side by side from the start edge, in further rows when there is no room.
 *
 * Returns: its height in points
 */
double
nida_legend_emit (NidaRecipe           *recipe,
                  const NidaLegendItem *items,
                  guint                 n,
                  double                x,
                  double                y,
                  double                width)
{
  guint first = nida_scene_builder_get_n_nodes (recipe->scene);
  double height;

  if (nida_legend_share (recipe, items, n))
    return 0;
  height = nida_legend_lay_rows (recipe, items, n, (NidaPoint) { x, y }, width, TRUE);
  nida_legend_keep_room (recipe, first, (NidaBox) { x, y, width, height }, FALSE, items, n);
  return height;
}

/**
 * nida_legend_column_width:
 * @recipe: a recipe
 * @items: (array length=n): what to explain
 * @n: how many
 *
 * Returns: points that nida_legend_emit_column() wants
 */
double
nida_legend_column_width (NidaRecipe           *recipe,
                          const NidaLegendItem *items,
                          guint                 n)
{
  double widest = 0.0;

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, item_width (recipe, &items[i]));

  return widest - nida_recipe_px (recipe, SWATCH_WIDTH - SQUARE);
}

/**
 * nida_legend_emit_column:
 * @recipe: a recipe
 * @items: (array length=n): what to explain
 * @n: how many
 * @x: start edge
 * @y: top
 * @max_width: room in points
 *
 * One below the other, with square swatches, in the order of @items, over whatever lies there.
 *
 * Returns: its height in points
 */
double
nida_legend_emit_column (NidaRecipe           *recipe,
                         const NidaLegendItem *items,
                         guint                 n,
                         double                x,
                         double                y,
                         double                max_width)
{
  double height = n * nida_recipe_line (recipe, NIDA_FONT_VALUE);
  guint first = nida_scene_builder_get_n_nodes (recipe->scene);

  nida_legend_lay_column (recipe, items, n, (NidaPoint) { x, y }, max_width);
  nida_legend_keep_room (recipe, first, (NidaBox) { x, y, max_width, height }, TRUE, items, n);
  return height;
}

void
nida_legend_lay_column (NidaRecipe           *recipe,
                        const NidaLegendItem *items,
                        guint                 n,
                        NidaPoint             origin,
                        double                max_width)
{
  double line = nida_recipe_line (recipe, NIDA_FONT_VALUE), square = nida_recipe_px (recipe, SQUARE);
  double gap = nida_recipe_px (recipe, SWATCH_GAP), width = MIN (nida_legend_column_width (recipe, items, n), max_width - gap);

  nida_scene_builder_rect (recipe->scene, "legend/back", (NidaBox) { origin.x, origin.y, width + gap, n * line + gap },
                           NIDA_COLOR_CARD);
  for (guint i = 0; i < n; i++)
    emit_item (recipe, &items[i], origin.x, origin.y + i * line, square, square, width);
}
