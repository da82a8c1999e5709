/* Where everything of a Sankey diagram stands: one scale for all columns, nodes as far apart as their words need, and for each
 * name the form in which it stands whole. Draws nothing. */
#include "config.h"

#include "labels.h"
#include "sankey-layout.h"

#define NODE_GAP       7.0     /* between nodes, at least as long as their words need nothing else */
#define LEAST_GAP      2.0     /* between nodes, whatever their words need */
#define LABEL_SHARE    0.28    /* of the width, at most, for the words at an end */
#define LABEL_SHARE_2  0.35    /* where nothing stands in the middle */
#define LEAST_WIDTH  110.0     /* between the first column and the last */
#define SHRINK         0.97    /* of the scale, step by step */
#define LEAST_WORDS   48.0     /* between the halves of a node */
#define PARTED_SHARE   0.5     /* of what is between the columns at the ends, at most, for nodes that are parted; the flows have the rest */
#define LEAST_HEIGHT  40.0

static double
px (const NidaSankeyLayout *self,
    double                  at_scale_1)
{
  return nida_recipe_px (self->recipe, at_scale_1);
}

guint
nida_sankey_layout_last (const NidaSankeyLayout *self)
{
  return self->sankey->n_columns - 1;
}

gboolean
nida_sankey_layout_is_middle (const NidaSankeyLayout *self,
                              guint                   column)
{
  return column > 0 && column < nida_sankey_layout_last (self);
}

gboolean
nida_sankey_layout_is_parted (const NidaSankeyLayout *self,
                              guint                   column)
{
  return self->parted > 0 && nida_sankey_layout_is_middle (self, column);
}

double
nida_sankey_layout_node_width (const NidaSankeyLayout *self,
                               guint                   column)
{
  return nida_sankey_layout_is_parted (self, column) ? self->parted : px (self, NIDA_SANKEY_NODE);
}

double
nida_sankey_layout_heading (const NidaSankeyLayout *self)
{
  return nida_recipe_line (self->recipe, NIDA_FONT_SOURCE) + px (self, 4);
}

char *
nida_sankey_layout_value (const NidaSankeyLayout *self,
                          const NidaSankeyNode   *node)
{
  return nida_recipe_value (self->recipe, self->sankey->measure, node->group->value);
}

/* What the words of a column need in one line each. */
static double
words_width (const NidaSankeyLayout *self,
             guint                   column)
{
  double width = 0;

  for (guint i = 0; i < nida_sankey_n_nodes (self->sankey, column); i++)
    {
      const NidaSankeyNode *node = &self->sankey->columns[column].nodes[i];
      g_autofree char *value = nida_sankey_layout_value (self, node);

      width = MAX (width, nida_recipe_text_width (self->recipe, nida_group_get_label (node->group), NIDA_FONT_VALUE)
                              + nida_recipe_text_width (self->recipe, value, NIDA_FONT_VALUE) + px (self, NIDA_SANKEY_GAP));
    }
  return MAX (width, nida_recipe_text_width (self->recipe, nida_sankey_heading (self->sankey, column), NIDA_FONT_SOURCE)) + 1;
}

static double
end_width (const NidaSankeyLayout *self,
           guint                   column)
{
  return MIN (words_width (self, column), self->recipe->plot.width * (self->sankey->n_columns > 2 ? LABEL_SHARE : LABEL_SHARE_2));
}

/* As wide as the words of the middle need, so that flows begin behind them; 0 where that leaves too little for either.
 * @between: the end of the first node and the start of the last one. */
static double
parted_width (const NidaSankeyLayout *self,
              double                  between)
{
  double frame = 2 * px (self, NIDA_SANKEY_HALF + NIDA_SANKEY_GAP), width = 0;
  guint middle = self->sankey->n_columns - 2;

  for (guint c = 1; c <= middle; c++)
    width = MAX (width, words_width (self, c) + frame);
  width = middle > 0 ? MIN (width, between * PARTED_SHARE / middle) : 0;
  return width >= frame + px (self, LEAST_WORDS) ? width : 0;
}

gboolean
nida_sankey_layout_columns (NidaSankeyLayout *self)
{
  const NidaBox plot = self->recipe->plot;
  double heading = nida_sankey_layout_heading (self), start, end, flows;
  guint most = 0;

  self->first = end_width (self, 0);
  self->last = end_width (self, nida_sankey_layout_last (self));
  self->box = (NidaBox) { plot.x, plot.y + heading, plot.width, MAX (plot.height - heading, 0) };
  start = plot.x + self->first + px (self, NIDA_SANKEY_GAP);
  end = plot.x + plot.width - self->last - px (self, NIDA_SANKEY_GAP + NIDA_SANKEY_NODE);
  self->parted = parted_width (self, end - start - px (self, NIDA_SANKEY_NODE));
  flows = end - start;
  for (guint c = 0; c < nida_sankey_layout_last (self); c++)
    flows -= nida_sankey_layout_node_width (self, c);
  for (guint c = 0; c < self->sankey->n_columns; c++)
    {
      self->sankey->columns[c].x = start;
      start += nida_sankey_layout_node_width (self, c) + flows / nida_sankey_layout_last (self);
      most = MAX (most, nida_sankey_n_nodes (self->sankey, c));
    }
  return end - self->sankey->columns[0].x >= px (self, LEAST_WIDTH) && self->box.height >= px (self, LEAST_HEIGHT)
         && most * nida_recipe_line (self->recipe, NIDA_FONT_VALUE) <= self->box.height;
}

/* One scale for all columns: the one with the most nodes leaves the least room. */
void
nida_sankey_layout_scale (NidaSankeyLayout *self)
{
  double least = self->box.height;

  for (guint c = 0; c < self->sankey->n_columns; c++)
    least = MIN (least, self->box.height - (nida_sankey_n_nodes (self->sankey, c) - 1) * px (self, NODE_GAP));
  self->points = MAX (least, 0) / (double) self->sankey->total;
}

double
nida_sankey_layout_words_start (const NidaSankeyLayout *self,
                                guint                   column)
{
  double node = nida_sankey_layout_is_parted (self, column) ? NIDA_SANKEY_HALF : NIDA_SANKEY_NODE;

  return column == 0 ? self->recipe->plot.x : self->sankey->columns[column].x + px (self, node + NIDA_SANKEY_GAP);
}

double
nida_sankey_layout_words_room (const NidaSankeyLayout *self,
                               guint                   column)
{
  const NidaBox plot = self->recipe->plot;
  double start = nida_sankey_layout_words_start (self, column);

  if (column == 0)
    return self->first;
  if (nida_sankey_layout_is_parted (self, column))
    return self->parted - 2 * px (self, NIDA_SANKEY_HALF + NIDA_SANKEY_GAP);
  return (column < nida_sankey_layout_last (self) ? self->sankey->columns[column + 1].x - px (self, NIDA_SANKEY_GAP) : plot.x + plot.width) - start;
}

double
nida_sankey_layout_value_width (const NidaSankeyLayout *self,
                                const NidaSankeyNode   *node)
{
  g_autofree char *value = nida_sankey_layout_value (self, node);

  return nida_recipe_text_width (self->recipe, value, NIDA_FONT_VALUE);
}

/* What the name has of the room. */
double
nida_sankey_layout_name_room (const NidaSankeyLayout *self,
                              guint                   column,
                              const NidaSankeyNode   *node)
{
  double room = nida_sankey_layout_words_room (self, column);

  return node->figure == NIDA_FIGURE_BESIDE ? room - MIN (nida_sankey_layout_value_width (self, node), room) - px (self, NIDA_SANKEY_GAP) : room;
}

static gboolean
fits_as (const NidaSankeyLayout *self,
         guint                   column,
         NidaSankeyNode         *node,
         NidaFont                font,
         NidaSankeyFigure        figure)
{
  node->font = font;
  node->lines = 1;
  node->figure = figure;
  return nida_recipe_text_width (self->recipe, nida_group_get_label (node->group), font) <= nida_sankey_layout_name_room (self, column, node);
}

/* Beside the figure; smaller; over the figure where the node is high enough; without a figure, which the tooltip and the table have,
 * too; on two lines, over the figure where the node is high enough for that. */
static void
choose_form (const NidaSankeyLayout *self,
             guint                   column,
             NidaSankeyNode         *node)
{
  double line = nida_recipe_line (self->recipe, NIDA_FONT_VALUE);

  /* half a figure is a wrong one */
  if (nida_sankey_layout_value_width (self, node) > nida_sankey_layout_words_room (self, column))
    {
      if (!fits_as (self, column, node, NIDA_FONT_VALUE, NIDA_FIGURE_NOWHERE))
        fits_as (self, column, node, NIDA_FONT_SOURCE, NIDA_FIGURE_NOWHERE);
      return;
    }
  if (fits_as (self, column, node, NIDA_FONT_VALUE, NIDA_FIGURE_BESIDE) || fits_as (self, column, node, NIDA_FONT_SOURCE, NIDA_FIGURE_BESIDE))
    return;
  if (node->height >= 2 * line && (fits_as (self, column, node, NIDA_FONT_VALUE, NIDA_FIGURE_BELOW) || fits_as (self, column, node, NIDA_FONT_SOURCE, NIDA_FIGURE_BELOW)))
    return;
  if (fits_as (self, column, node, NIDA_FONT_VALUE, NIDA_FIGURE_NOWHERE) || fits_as (self, column, node, NIDA_FONT_SOURCE, NIDA_FIGURE_NOWHERE))
    return;
  node->font = NIDA_FONT_SOURCE;
  node->figure = node->height >= 3 * line ? NIDA_FIGURE_BELOW : NIDA_FIGURE_NOWHERE;
  node->lines = CLAMP (nida_measurer_lines (self->recipe->context->measurer, nida_group_get_label (node->group), node->font, self->recipe->scale,
                                            nida_sankey_layout_name_room (self, column, node)), 1, 2);
}

double
nida_sankey_layout_words_height (const NidaSankeyLayout *self,
                                 const NidaSankeyNode   *node)
{
  double name = node->lines * nida_recipe_line (self->recipe, node->font);

  if (node->figure == NIDA_FIGURE_BELOW)
    name += nida_recipe_line (self->recipe, NIDA_FONT_VALUE);
  return MAX (name, nida_recipe_line (self->recipe, NIDA_FONT_VALUE));
}

/* Between its halves words that are no higher than their node take nothing from the others. */
static gboolean
has_height (const NidaSankeyLayout *self,
            guint                   column,
            const NidaSankeyNode   *node)
{
  return nida_sankey_layout_is_parted (self, column) && nida_sankey_layout_words_height (self, node) <= node->height;
}

/* The lowest name of two lines goes on one; else, @figures, the lowest figure goes from under its name. FALSE where none is
 * left. */
static gboolean
flatten_one (const NidaSankeyLayout *self,
             guint                   column,
             gboolean                figures)
{
  NidaSankeyNode *nodes = self->sankey->columns[column].nodes, *flat = NULL;
  guint n = nida_sankey_n_nodes (self->sankey, column);

  for (guint i = 0; i < n; i++)
    if ((nodes[i].lines > 1 && !has_height (self, column, &nodes[i]))
        || (figures && nodes[i].figure == NIDA_FIGURE_BELOW && (flat == NULL || flat->lines == 1)))
      flat = &nodes[i];
  if (flat == NULL)
    return FALSE;
  flat->lines = 1;
  if (flat->figure == NIDA_FIGURE_BELOW)
    flat->figure = NIDA_FIGURE_NOWHERE;
  return TRUE;
}

/* --- nodes and their words --- */

/* Words as near to their nodes as those of the others let them: how far away the farthest is; -1 where they do not fit. */
static double
spread_words (const NidaSankeyLayout *self,
              guint                   column)
{
  NidaSankeyNode *nodes = self->sankey->columns[column].nodes;
  guint n = nida_sankey_n_nodes (self->sankey, column);
  NidaSpan span = { self->box.y, self->box.y + self->box.height };
  g_autofree double *centres = g_new (double, n), *heights = g_new (double, n);
  double farthest = 0;
  gboolean fits;

  for (guint i = 0; i < n; i++)
    {
      centres[i] = nodes[i].y + nodes[i].height / 2;
      heights[i] = nida_sankey_layout_words_height (self, &nodes[i]);
    }
  fits = nida_labels_spread (centres, heights, n, span);
  for (guint i = 0; i < n; i++)
    {
      nodes[i].label = centres[i];
      farthest = MAX (farthest, MAX (nodes[i].y - centres[i], centres[i] - nodes[i].y - nodes[i].height));
    }
  return fits ? farthest : -1;
}

/* What a node has of the column together with its words. */
static double
slot_of (const NidaSankeyLayout *self,
         const NidaSankeyNode   *node)
{
  return MAX (node->height, nida_sankey_layout_words_height (self, node));
}

/* Nodes as far apart as each other, over the whole height. */
static void
place_evenly (const NidaSankeyLayout *self,
              guint                   column)
{
  NidaSankeyNode *nodes = self->sankey->columns[column].nodes;
  guint n = nida_sankey_n_nodes (self->sankey, column);
  double free_height = self->box.height - self->points * (double) self->sankey->total;
  double gap = n > 1 ? free_height / (n - 1) : 0, y = self->box.y + (n > 1 ? 0 : free_height / 2);

  for (guint i = 0; i < n; i++)
    {
      nodes[i].y = y;
      nodes[i].height = MAX ((double) nodes[i].group->value, 0) * self->points;
      y += nodes[i].height + gap;
    }
}

/* Would a line of words for each node stand at it, and not at the next one? */
static gboolean
lines_are_near (const NidaSankeyLayout *self,
                guint                   column)
{
  NidaSankeyNode *nodes = self->sankey->columns[column].nodes;
  double farthest;

  place_evenly (self, column);
  for (guint i = 0; i < nida_sankey_n_nodes (self->sankey, column); i++)
    {
      nodes[i].font = NIDA_FONT_VALUE;
      nodes[i].lines = 1;
      nodes[i].figure = NIDA_FIGURE_BESIDE;
    }
  farthest = spread_words (self, column);
  return farthest >= 0 && farthest <= nida_recipe_line (self->recipe, NIDA_FONT_VALUE) / 2;
}

/* Is there a line for each node, as high as it is or as its words? Words that stand beside their nodes may be a little off. */
static gboolean
words_fit (const NidaSankeyLayout *self)
{
  double line = nida_recipe_line (self->recipe, NIDA_FONT_VALUE);

  for (guint c = 0; c < self->sankey->n_columns; c++)
    {
      guint n = nida_sankey_n_nodes (self->sankey, c);
      double height = n > 0 ? (n - 1) * px (self, LEAST_GAP) : 0;

      for (guint i = 0; i < n; i++)
        height += MAX ((double) self->sankey->columns[c].nodes[i].group->value * self->points, line);
      if (height > self->box.height && (nida_sankey_layout_is_parted (self, c) || !lines_are_near (self, c)))
        return FALSE;
    }
  return TRUE;
}

gboolean
nida_sankey_layout_shrink (NidaSankeyLayout *self,
                           double            least)
{
  gboolean fit = words_fit (self);

  for (double least_points = self->points * least; !fit && self->points > 0 && self->points * SHRINK >= least_points; fit = words_fit (self))
    self->points *= SHRINK;
  return fit;
}

/* Nodes as far apart as their words need; FALSE where the column is too low for that. */
static gboolean
place_by_words (const NidaSankeyLayout *self,
                guint                   column)
{
  NidaSankeyNode *nodes = self->sankey->columns[column].nodes;
  guint n = nida_sankey_n_nodes (self->sankey, column);
  double free_height = self->box.height, y = self->box.y;

  for (guint i = 0; i < n; i++)
    free_height -= slot_of (self, &nodes[i]);
  if (free_height < (n - 1) * px (self, LEAST_GAP))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      double slot = slot_of (self, &nodes[i]);

      nodes[i].label = y + slot / 2;
      nodes[i].y = nodes[i].label - nodes[i].height / 2;
      y += slot + (n > 1 ? free_height / (n - 1) : 0);
    }
  return TRUE;
}

/* As many names as possible stand whole, each at its node, and no two touch; between the halves of a node they stand in its
 * middle. A figure under its name is no longer than its node, so it goes only where the words have no room at all. */
static void
place_words (const NidaSankeyLayout *self,
             guint                   column)
{
  double far = nida_recipe_line (self->recipe, NIDA_FONT_VALUE) / 2, farthest;
  gboolean placed;

  for (guint i = 0; i < nida_sankey_n_nodes (self->sankey, column); i++)
    choose_form (self, column, &self->sankey->columns[column].nodes[i]);
  placed = nida_sankey_layout_is_parted (self, column) && place_by_words (self, column);
  while (nida_sankey_layout_is_parted (self, column) && !placed && flatten_one (self, column, FALSE))
    placed = place_by_words (self, column);
  if (placed)
    return;
  do
    {
      farthest = spread_words (self, column);
      if (farthest >= 0 && farthest <= far)
        return;
    }
  while (!place_by_words (self, column) && flatten_one (self, column, farthest < 0));
}

void
nida_sankey_layout_nodes (NidaSankeyLayout *self,
                          guint             column)
{
  place_evenly (self, column);
  place_words (self, column);
}
