/* The places of a Sankey diagram's nodes and words, before they are drawn. Private to chart/. */
#pragma once

#include "sankey.h"

G_BEGIN_DECLS

#define NIDA_SANKEY_NODE 12.0     /* width of a node at scale 1 */
#define NIDA_SANKEY_HALF  6.0     /* of each half of one that is parted by its words */
#define NIDA_SANKEY_GAP   6.0     /* between a node and its words */

/**
 * NidaSankeyLayout:
 *
 * @box: of the nodes, without headings · @points: a thousandth of money in points · @first, @last: widths of the words at the
 * ends · @parted: width of a node of the middle, whose words stand between its halves; 0 where there is no room for that · @teller: says the words of the marks while they are drawn
 */
typedef struct {
  NidaSankey *sankey;
  NidaRecipe *recipe;
  NidaBox     box;
  double      points;
  double      first, last;
  double      parted;
  NidaTeller *teller;
} NidaSankeyLayout;

double   nida_sankey_layout_heading     (const NidaSankeyLayout *self);      /* height of the names of columns */
/* Places the columns in the plot; FALSE where there is no room for a diagram. */
gboolean nida_sankey_layout_columns     (NidaSankeyLayout *self);
void     nida_sankey_layout_scale       (NidaSankeyLayout *self);
/* A smaller scale, @least of it at the least, where words need more room to stand at their nodes. FALSE where that is not enough. */
gboolean nida_sankey_layout_shrink      (NidaSankeyLayout *self, double least);
/* Places the nodes of a column, and their words. */
void     nida_sankey_layout_nodes       (NidaSankeyLayout *self, guint column);
guint    nida_sankey_layout_last        (const NidaSankeyLayout *self);      /* index of the last column */
gboolean nida_sankey_layout_is_middle   (const NidaSankeyLayout *self, guint column);
/* Do the words of the column's nodes stand between their halves? */
gboolean nida_sankey_layout_is_parted   (const NidaSankeyLayout *self, guint column);
double   nida_sankey_layout_node_width  (const NidaSankeyLayout *self, guint column);
double   nida_sankey_layout_words_height (const NidaSankeyLayout *self, const NidaSankeyNode *node);
char    *nida_sankey_layout_value       (const NidaSankeyLayout *self, const NidaSankeyNode *node);
double   nida_sankey_layout_value_width (const NidaSankeyLayout *self, const NidaSankeyNode *node);
/* Where words start, in the first column at the earliest; what they have from there on; what the name has of it. */
double   nida_sankey_layout_words_start (const NidaSankeyLayout *self, guint column);
double   nida_sankey_layout_words_room  (const NidaSankeyLayout *self, guint column);
double   nida_sankey_layout_name_room   (const NidaSankeyLayout *self, guint column, const NidaSankeyNode *node);

G_END_DECLS
