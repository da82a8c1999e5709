/* The places of a Sankey diagram's nodes and words, before they are drawn. Private to chart/. */
#pragma once

#include "sankey.h"

G_BEGIN_DECLS

#define NIDA_SANKEY_NODE 12.0     /* width of a node at scale 1 */
#define NIDA_SANKEY_GAP   6.0     /* between a node and its words */

/**
 * NidaSankeyLayout:
 *
 * @box: of the nodes, without headings · @points: a thousandth of money in points · @first, @last: widths of the words at the
 * ends · @teller: says the words of the marks while they are drawn
 */
typedef struct {
  NidaSankey *sankey;
  NidaRecipe *recipe;
  NidaBox     box;
  double      points;
  double      first, last;
  NidaTeller *teller;
} NidaSankeyLayout;

double   nida_sankey_layout_heading     (const NidaSankeyLayout *self);      /* height of the names of columns */
/* Places the columns in the plot; FALSE where there is no room for a diagram. */
gboolean nida_sankey_layout_columns     (NidaSankeyLayout *self);
void     nida_sankey_layout_scale       (NidaSankeyLayout *self);
/* Places the nodes of a column, and their words. */
void     nida_sankey_layout_nodes       (NidaSankeyLayout *self, guint column);
guint    nida_sankey_layout_last        (const NidaSankeyLayout *self);      /* index of the last column */
gboolean nida_sankey_layout_is_middle   (const NidaSankeyLayout *self, guint column);
char    *nida_sankey_layout_value       (const NidaSankeyLayout *self, const NidaSankeyNode *node);
double   nida_sankey_layout_value_width (const NidaSankeyLayout *self, const NidaSankeyNode *node);
/* What words have from their start edge, or from their end edge in the first column; what the name has of it. */
double   nida_sankey_layout_words_room  (const NidaSankeyLayout *self, guint column);
double   nida_sankey_layout_name_room   (const NidaSankeyLayout *self, guint column, const NidaSankeyNode *node);

G_END_DECLS
