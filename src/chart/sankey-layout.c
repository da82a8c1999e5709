/* Where everything of a Sankey diagram stands: one scale for all columns, nodes as far apart as their words need, and for each
 * name the form in which it stands whole. Draws nothing. */
#include "config.h"

#include "labels.h"
#include "sankey-layout.h"

#define NODE_GAP       7.0     /* at least, between nodes */
#define LABEL_SHARE    0.28    /* of the width, at most, for the words at an end */
#define LABEL_SHARE_2  0.35    /* where nothing stands in the middle */
#define LEAST_WIDTH  110.0     /* between the first column and the last */
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
  width = MAX (width, nida_recipe_text_width (self->recipe, nida_sankey_heading (self->sankey, column), NIDA_FONT_SOURCE));
  return MIN (width + 1, self->recipe->plot.width * (self->sankey->n_columns > 2 ? LABEL_SHARE : LABEL_SHARE_2));
}

gboolean
nida_sankey_layout_columns (NidaSankeyLayout *self)
{
  const NidaBox plot = self->recipe->plot;
  double heading = nida_sankey_layout_heading (self), start, end;
  guint most = 0;

  self->first = words_width (self, 0);
  self->last = words_width (self, nida_sankey_layout_last (self));
  self->box = (NidaBox) { plot.x, plot.y + heading, plot.width, MAX (plot.height - heading, 0) };
  start = plot.x + self->first + px (self, NIDA_SANKEY_GAP);
  end = plot.x + plot.width - self->last - px (self, NIDA_SANKEY_GAP + NIDA_SANKEY_NODE);
  for (guint c = 0; c < self->sankey->n_columns; c++)
    {
      self->sankey->columns[c].x = start + (end - start) * c / nida_sankey_layout_last (self);
      most = MAX (most, nida_sankey_n_nodes (self->sankey, c));
    }
  return end - start >= px (self, LEAST_WIDTH) && self->box.height >= px (self, LEAST_HEIGHT)
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

/* What words have from their start edge, or from their end edge in the first column. */
double
nida_sankey_layout_words_room (const NidaSankeyLayout *self,
                               guint                   column)
{
  const NidaBox plot = self->recipe->plot;
  double start = self->sankey->columns[column].x + px (self, NIDA_SANKEY_NODE + NIDA_SANKEY_GAP);

  if (column == 0)
    return self->first;
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

gboolean
nida_sankey_layout_is_middle (const NidaSankeyLayout *self,
                              guint                   column)
{
  return column > 0 && column < nida_sankey_layout_last (self);
}

/* Beside the figure; smaller; over the figure where the node is high enough; in the middle without a figure; on two lines. */
static void
choose_form (const NidaSankeyLayout *self,
             guint                   column,
             NidaSankeyNode         *node)
{
  gboolean middle = nida_sankey_layout_is_middle (self, column), high = node->height >= 2 * nida_recipe_line (self->recipe, NIDA_FONT_VALUE);

  if (fits_as (self, column, node, NIDA_FONT_VALUE, NIDA_FIGURE_BESIDE) || fits_as (self, column, node, NIDA_FONT_SOURCE, NIDA_FIGURE_BESIDE))
    return;
  if (high && (fits_as (self, column, node, NIDA_FONT_VALUE, NIDA_FIGURE_BELOW) || fits_as (self, column, node, NIDA_FONT_SOURCE, NIDA_FIGURE_BELOW)))
    return;
  if (middle && (fits_as (self, column, node, NIDA_FONT_VALUE, NIDA_FIGURE_NOWHERE) || fits_as (self, column, node, NIDA_FONT_SOURCE, NIDA_FIGURE_NOWHERE)))
    return;
  node->font = NIDA_FONT_SOURCE;
  node->lines = 2;
  node->figure = middle ? NIDA_FIGURE_NOWHERE : NIDA_FIGURE_BESIDE;
}

static double
words_height (const NidaSankeyLayout *self,
              const NidaSankeyNode   *node)
{
  double name = node->lines * nida_recipe_line (self->recipe, node->font);

  if (node->figure == NIDA_FIGURE_BELOW)
    name += nida_recipe_line (self->recipe, NIDA_FONT_VALUE);
  return MAX (name, nida_recipe_line (self->recipe, NIDA_FONT_VALUE));
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
    if (nodes[i].lines > 1 || (figures && nodes[i].figure == NIDA_FIGURE_BELOW && (flat == NULL || flat->lines == 1)))
      flat = &nodes[i];
  if (flat == NULL)
    return FALSE;
  flat->lines = 1;
  if (flat->figure == NIDA_FIGURE_BELOW)
    flat->figure = nida_sankey_layout_is_middle (self, column) ? NIDA_FIGURE_NOWHERE : NIDA_FIGURE_BESIDE;
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
      heights[i] = words_height (self, &nodes[i]);
    }
  fits = nida_labels_spread (centres, heights, n, span);
  for (guint i = 0; i < n; i++)
    {
      nodes[i].label = centres[i];
      farthest = MAX (farthest, MAX (nodes[i].y - centres[i], centres[i] - nodes[i].y - nodes[i].height));
    }
  return fits ? farthest : -1;
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
    free_height -= MAX (nodes[i].height, words_height (self, &nodes[i]));
  if (free_height < 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      double slot = MAX (nodes[i].height, words_height (self, &nodes[i]));

      nodes[i].label = y + slot / 2;
      nodes[i].y = nodes[i].label - nodes[i].height / 2;
      y += slot + (n > 1 ? free_height / (n - 1) : 0);
    }
  return TRUE;
}

/* As many names as possible stand whole, each at its node, and no two touch. A figure under its name is no longer than its node,
 * so it goes only where the words have no room at all. */
static void
place_words (const NidaSankeyLayout *self,
             guint                   column)
{
  double far = nida_recipe_line (self->recipe, NIDA_FONT_VALUE) / 2, farthest;

  for (guint i = 0; i < nida_sankey_n_nodes (self->sankey, column); i++)
    choose_form (self, column, &self->sankey->columns[column].nodes[i]);
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
  place_words (self, column);
}
